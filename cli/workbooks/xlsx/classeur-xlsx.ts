import type { CelluleBrute, LigneBrute, SourceClasseur } from '../../../src/classeur/source';
import { lireChaines } from './chaines';
import { refus } from '../../../src/classeur/erreur-classeur';
import { lireLignes, type ContexteLecture } from './feuille-lire';
import { Paquet } from './paquet';
import { Styles } from './styles';
import { ErreurXml } from './xml-scan';

/** Un classeur `.xlsx` ouvert en mémoire : lu à la demande, onglet par onglet (S1-1). */
export class ClasseurXlsx implements ContexteLecture {
  private chainesLues: readonly string[] | null = null;
  private stylesLus: Styles | null = null;

  private constructor(readonly paquet: Paquet) {}

  /** @throws ErreurClasseur si ce n'est pas un classeur lisible. `chemin` ne sert qu'aux messages. */
  static ouvrir(octets: Buffer, chemin: string): ClasseurXlsx {
    return garderXml(chemin, () => new ClasseurXlsx(Paquet.ouvrir(octets, chemin)));
  }

  get chaines(): readonly string[] {
    if (!this.chainesLues) {
      const partie = this.paquet.partieDe('sharedStrings');
      const xml = partie === null ? null : this.paquet.lire(partie);
      this.chainesLues = xml === null ? [] : lireChaines(xml);
    }
    return this.chainesLues;
  }

  get date1904(): boolean {
    return this.paquet.date1904;
  }

  get styles(): Styles {
    if (!this.stylesLus) {
      const partie = this.paquet.partieDe('styles');
      this.stylesLus = new Styles(partie === null ? null : this.paquet.lire(partie));
    }
    return this.stylesLus;
  }

  estDate(style: number): boolean {
    return this.styles.estDate(style);
  }

  source(): SourceClasseur {
    return {
      onglets: this.paquet.feuilles.map((f) => f.nom),
      entete: (onglet) => this.entete(onglet),
      lignes: (onglet) => this.lignes(onglet, 2),
    };
  }

  entete(onglet: string): readonly CelluleBrute[] {
    for (const { ligne, cellules } of this.lignes(onglet, 1)) {
      return ligne === 1 ? cellules : [];
    }
    return [];
  }

  private *lignes(onglet: string, depuis: number): Generator<LigneBrute> {
    const feuille = this.paquet.feuilles.find((f) => f.nom === onglet);
    if (!feuille) return;
    const { chemin } = this.paquet.zip;
    const xml = this.paquet.exiger(feuille.partie);
    const lignes = lireLignes(xml, this);
    for (;;) {
      const suivante = garderXml(chemin, () => lignes.next());
      if (suivante.done) return;
      if (suivante.value.ligne >= depuis) yield suivante.value;
    }
  }
}

/** Un XML malformé est un fichier abîmé, pas une erreur de programmation. */
export function garderXml<T>(chemin: string, lire: () => T): T {
  try {
    return lire();
  } catch (erreur) {
    if (!(erreur instanceof ErreurXml)) throw erreur;
    throw refus('CLASSEUR_TRONQUE', { chemin, detail: erreur.message });
  }
}
