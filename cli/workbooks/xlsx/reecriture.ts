import { CLES_TABLES, TABLES, type CleTable } from '../../../src/classeur/tables';
import { normaliser } from '../../../src/commun/texte';
import { refus } from '../../../src/classeur/erreur-classeur';
import { garderXml, type ClasseurXlsx } from './classeur-xlsx';
import { comprimer, comprimerMorceaux, type PartieComprimee } from './compression';
import type { LotFeuille } from './ecriture-xlsx';
import { etendreFeuille, etendrePartieTable } from './etendues';
import { EcrivainFeuille } from './feuille-ecrire';
import { inspecterFeuille, type FeuilleInspectee } from './inspecter-feuille';
import { cheminRelations, type Feuille } from './paquet';
import { suivreLesTables, type TablesMesurees } from './pages-vivantes';
import { retirerElement, retoucherClasseur } from './partie-classeur';
import type { Croissance } from './plages';
import { Retouches } from './retouches';
import { versBuffer } from './xml-texte';
import { reecrireZip } from './zip-ecrire';
import { MAX_PARTIE } from './zip-lire';

interface OptionsReecriture {
  /** Octets d'une partie, décompressée. */
  readonly limite?: number | undefined;
  /** Toutes les tables, lues ; `null` : on ne connaît que celles que l'on écrit. */
  readonly lues?: TablesMesurees | null;
}

/**
 * Le nouveau fichier, en morceaux, après les écritures de `ecrire`. Seules les parties concernées
 * changent ; toutes les autres gardent leurs octets (S1-1).
 */
export function reecrire(
  classeur: ClasseurXlsx,
  ecrire: (reecriture: Reecriture) => void,
  { limite = MAX_PARTIE, lues = null }: OptionsReecriture = {},
): Uint8Array[] {
  return garderXml(classeur.paquet.zip.chemin, () => {
    const reecriture = new Reecriture(classeur, limite, lues);
    ecrire(reecriture);
    return reecriture.finir();
  });
}

export class Reecriture {
  /** Les parties qui changent, en octets ; `null` : ôtée. */
  private readonly parties = new Map<string, string | null>();
  /** Celles dont les lignes arrivent à mesure qu'elles sont comprimées. */
  private readonly enFlux = new Map<Feuille, Iterable<Uint8Array>>();
  private readonly croissances = new Map<number, Croissance>();

  constructor(
    private readonly classeur: ClasseurXlsx,
    private readonly limite: number,
    private readonly lues: TablesMesurees | null,
  ) {}

  inspecter(feuille: Feuille, declares: ReadonlySet<number>): FeuilleInspectee {
    return inspecterFeuille(this.classeur.paquet.exiger(feuille.partie), declares);
  }

  /** Une feuille au plus une fois. */
  ecrireFeuille(feuille: Feuille, inspectee: FeuilleInspectee, lot: LotFeuille): void {
    const { classeur, parties } = this;
    const { paquet } = classeur;
    const retouches = new Retouches();
    const ecrivain = new EcrivainFeuille(
      feuille.nom,
      inspectee,
      classeur.styles,
      retouches,
      paquet.date1904,
      () => classeur.chaines,
    );
    const croissance = ecrivain.ecrire(lot);
    etendreFeuille(inspectee, croissance, retouches);
    const { xml } = inspectee;
    if (retouches.enFlux) this.enFlux.set(feuille, retouches.morceaux(xml));
    else parties.set(feuille.partie, retouches.appliquer(xml));
    for (const relation of paquet.relationsDe(feuille.partie)) {
      if (relation.type !== 'table') continue;
      const xml = etendrePartieTable(paquet.exiger(relation.cible), croissance, feuille.nom);
      if (xml !== null) parties.set(relation.cible, xml);
    }
    this.croissances.set(feuille.rang, croissance);
  }

  finir(): Uint8Array[] {
    const { classeur, parties } = this;
    const { paquet } = classeur;
    const comprimees = new Map<string, PartieComprimee | null>();
    const comprimerLes = (feuilles: ReadonlyMap<Feuille, Iterable<Uint8Array>>): void => {
      for (const [{ nom, partie }, morceaux] of feuilles) {
        const comprimee = comprimerMorceaux(morceaux);
        if (comprimee.taille > this.limite) throw refus('ONGLET_TROP_LOURD', { onglet: nom });
        comprimees.set(partie, comprimee);
      }
    };
    // D'abord : écrire ces lignes peut demander des styles nouveaux.
    comprimerLes(this.enFlux);
    comprimerLes(suivreLesTables(classeur, this.dernieresLignes(), parties, this.lues));
    const styles = classeur.styles.octets();
    const partieStyles = paquet.partieDe('styles');
    if (styles !== null && partieStyles !== null) parties.set(partieStyles, styles);
    const principale = paquet.partieClasseur;
    parties.set(principale, retoucherClasseur(paquet.exiger(principale), this.croissances));
    this.oterChaineDeCalcul();
    for (const [nom, xml] of parties)
      comprimees.set(nom, xml === null ? null : comprimer(versBuffer(xml)));
    return reecrireZip(paquet.zip, comprimees);
  }

  /** La dernière ligne de chaque table écrite. */
  private dernieresLignes(): Map<CleTable, number> {
    const dernieres = new Map<CleTable, number>();
    for (const { nom, rang } of this.classeur.paquet.feuilles) {
      const croissance = this.croissances.get(rang);
      const cle = CLES_TABLES.find((c) => normaliser(TABLES[c].onglet) === normaliser(nom));
      if (cle && croissance) dernieres.set(cle, croissance.apres);
    }
    return dernieres;
  }

  /** Sans chaîne de calcul, le tableur en refait une ; l'ancienne citerait des formules disparues. */
  private oterChaineDeCalcul(): void {
    const { parties } = this;
    const { paquet } = this.classeur;
    const lien = paquet.relations.find((r) => r.type === 'calcChain');
    if (!lien) return;
    const types = '[Content_Types].xml';
    const relations = cheminRelations(paquet.partieClasseur);
    const retirer = (partie: string, nom: string, attribut: string, valeur: string): void => {
      parties.set(partie, retirerElement(paquet.exiger(partie), nom, attribut, valeur));
    };
    parties.set(lien.cible, null);
    retirer(types, 'Override', 'PartName', `/${lien.cible}`);
    retirer(relations, 'Relationship', 'Id', lien.id);
  }
}
