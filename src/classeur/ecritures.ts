import type { Changement } from './changements';
import type { Colonne } from './colonne';
import { ecrireCellule, type CelluleEcrite } from './ecrire-cellule';
import type { Positions } from './entetes';
import { LignesAjoutees } from './lignes-ajoutees';

/** Une cellule à écrire ; `exact` : colonne `libre`, où chaque cellule a son format. */
export interface Ecriture<D> extends CelluleEcrite {
  readonly exact: boolean;
  /** Une cellule de l'utilisateur, déplacée telle quelle : ce que le support en sait. */
  readonly deplacee?: D;
}
/** Par rang de colonne. */
export type LigneEcrite<D> = Map<number, Ecriture<D>>;

/** Les écritures d'un onglet, repliées : ce qu'il doit contenir après le lot de changements. */
export class Ecritures<D> {
  readonly modifiees = new Map<number, LigneEcrite<D>>();
  readonly ajoutees = new LignesAjoutees((valeurs) => this.ligne(valeurs, true));
  /** Lignes dont les colonnes déclarées se vident. */
  readonly supprimees = new Set<number>();
  /** Onglet refait : toutes ses lignes, à partir de la deuxième. */
  refaites: LigneEcrite<D>[] | null = null;
  private readonly colonnes: readonly (readonly [string, Colonne, number])[];
  /** Les mêmes, de gauche à droite. */
  private readonly deGaucheADroite: readonly (readonly [string, Colonne, number])[];

  constructor(colonnes: Readonly<Record<string, Colonne>>, positions: Positions) {
    this.colonnes = Object.entries(colonnes).flatMap(([cle, colonne]) => {
      const rang = positions.get(cle);
      return rang === undefined ? [] : [[cle, colonne, rang] as const];
    });
    this.deGaucheADroite = [...this.colonnes].sort((a, b) => a[2] - b[2]);
  }

  get declares(): ReadonlySet<number> {
    return new Set(this.colonnes.map(([, , rang]) => rang));
  }

  noter(c: Changement): void {
    switch (c.type) {
      case 'ajouter':
        if (this.refaites) this.refaites.push(this.ligne(c.valeurs, true));
        else this.ajoutees.ajouter(c.valeurs);
        break;
      case 'modifier': {
        const cible = this.refaites?.[c.ligne - 2] ?? this.modifiees.get(c.ligne);
        const champs = this.ligne(c.apres, false);
        if (cible) for (const [rang, e] of champs) cible.set(rang, e);
        else this.modifiees.set(c.ligne, champs);
        break;
      }
      case 'supprimer':
        this.modifiees.delete(c.ligne);
        if (this.refaites) this.refaites[c.ligne - 2] = this.ligneVide();
        else this.supprimees.add(c.ligne);
        break;
      case 'remplacer':
        this.modifiees.clear();
        this.supprimees.clear();
        this.ajoutees.vider();
        this.refaites = c.lignes.map((valeurs) => this.ligne(valeurs, true));
        break;
    }
  }

  rangDe(cle: string): number {
    const trouvee = this.colonnes.find(([connue]) => connue === cle);
    if (!trouvee) throw new Error(`Colonne inconnue : ${cle}`);
    return trouvee[2];
  }

  /** Une ligne d'un onglet refait, prolongé jusqu'à elle de lignes vides. */
  refaite(ligne: number): LigneEcrite<D> {
    const refaites = (this.refaites ??= []);
    for (;;) {
      const trouvee = refaites[ligne - 2];
      if (trouvee) return trouvee;
      refaites.push(this.ligneVide());
    }
  }

  /** Une ligne entièrement vidée de ses colonnes déclarées. */
  ligneVide(): LigneEcrite<D> {
    return this.ligne({}, true);
  }

  /** Les cellules d'une ligne ajoutée, de gauche à droite, une à une : rien n'en est gardé. */
  parcourirAjoutee(rang: number, faire: (colonne: number, e: Ecriture<D>) => void): void {
    const champs = this.ajoutees.valeursDe(rang) as Readonly<Record<string, unknown>>;
    for (const [cle, colonne, place] of this.deGaucheADroite) {
      faire(place, ecritureDe(colonne, champs[cle]));
    }
  }

  /** La dernière colonne que remplit une ligne ajoutée, à partir de celle-ci ; -1 si aucune. */
  derniereColonneAjoutee(depuis: number): number {
    let derniere = -1;
    for (const [cle, colonne, place] of this.colonnes) {
      if (place <= derniere) continue;
      for (let rang = depuis; rang < this.ajoutees.length; rang++) {
        const valeur = (this.ajoutees.valeursDe(rang) as Readonly<Record<string, unknown>>)[cle];
        if ((valeur ?? null) !== null && ecritureDe(colonne, valeur).brut !== null) {
          derniere = place;
          break;
        }
      }
    }
    return derniere;
  }

  private ligne(valeurs: object, entiere: boolean): LigneEcrite<D> {
    const champs = valeurs as Readonly<Record<string, unknown>>;
    const ligne: LigneEcrite<D> = new Map();
    for (const [cle, colonne, rang] of this.colonnes) {
      const valeur = champs[cle];
      if (valeur === undefined && !entiere) continue;
      ligne.set(rang, ecritureDe(colonne, valeur));
    }
    return ligne;
  }
}

function ecritureDe<D>(colonne: Colonne, valeur: unknown): Ecriture<D> {
  const { brut, genre, signe } = ecrireCellule(colonne, valeur);
  // Toutes de même forme : vingt mille lignes en font un demi-million.
  return { brut, genre, signe, exact: colonne.genre === 'libre', deplacee: undefined };
}
