import type { LigneXlsx, LotFeuille } from './ecriture-xlsx';
import type { FeuilleInspectee } from './inspecter-feuille';
import { estVide } from './rediger-cellule';

/** Ce qu'une rangée de la feuille va recevoir. */
export interface Cible {
  readonly cellules: LigneXlsx;
  /** Ligne ajoutée : ses cellules vides gardent ce qui s'y trouve. */
  readonly ajoutee: boolean;
  /** Au-delà des données : ses cellules neuves prennent les styles de la dernière ligne. */
  readonly neuve: boolean;
}

/** Les lignes ajoutées sous toutes les rangées : à partir de laquelle, et où. */
export interface SousTout {
  readonly depuis: number;
  readonly premiere: number;
}

interface Visees {
  /** Par numéro de ligne. */
  readonly cibles: ReadonlyMap<number, Cible>;
  readonly sousTout: SousTout;
  /** Dernière ligne de données, avant et après. */
  readonly avant: number;
  readonly apres: number;
  /** Les dernières lignes s'en vont. */
  readonly retrait: boolean;
}

/** Cent mille lignes ajoutées : les cellules de chacune ne sont faites que pour être écrites. */
class CibleAjoutee implements Cible {
  readonly ajoutee = true;
  readonly neuve = true;

  constructor(
    private readonly lot: LotFeuille,
    private readonly rang: number,
  ) {}

  get cellules(): LigneXlsx {
    return this.lot.ajoutees.at(this.rang) ?? AUCUNE;
  }
}

const AUCUNE: LigneXlsx = new Map();

/** Où va chaque ligne d'un lot : sur sa rangée, dans une rangée vide sous les données, ou sous toutes. */
export function viser(lot: LotFeuille, feuille: FeuilleInspectee): Visees {
  const avant = feuille.derniere;
  const cibles = new Map<number, Cible>();
  let apres = avant;
  for (const [ligne, cellules] of lot.modifiees) {
    cibles.set(ligne, { cellules, ajoutee: false, neuve: ligne > avant });
    if (ligne > apres && ![...cellules.values()].every(estVide)) apres = ligne;
  }
  if (lot.refaites) {
    const { refaites } = lot;
    apres = refaites.length + 1;
    for (let l = 2; l <= Math.max(apres, avant); l++) {
      const cellules = refaites[l - 2] ?? lot.ligneVide();
      cibles.set(l, { cellules, ajoutee: false, neuve: false });
    }
  }
  for (const ligne of lot.supprimees) {
    cibles.set(ligne, { cellules: lot.ligneVide(), ajoutee: false, neuve: false });
  }
  if (lot.supprimees.size > 0 && apres === avant && lot.ajoutees.length === 0) {
    apres = feuille.remplies.reduce((max, l) => (lot.supprimees.has(l) ? max : l), 1);
  }
  const derniereRangee = feuille.numeros.reduce((max, l) => Math.max(max, l), 0);
  let posees = 0;
  while (posees < lot.ajoutees.length && apres < derniereRangee)
    cibles.set(++apres, new CibleAjoutee(lot, posees++));
  const sousTout = { depuis: posees, premiere: apres + 1 };
  apres += lot.ajoutees.length - posees;
  return { cibles, sousTout, avant, apres, retrait: lot.supprimees.size > 0 && apres < avant };
}
