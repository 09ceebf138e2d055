import {
  ARRETE,
  AUTOMATISMES,
  type Automatisme,
  type EtatAutomatisme,
  type EtatsAutomatismes,
} from '../../src/sheets-api/automatismes';
import { lettreColonne } from '../../src/classeur/source';
import { CLES_TABLES, TABLES } from '../../src/classeur/tables';
import { formatDe } from '../../src/sheets-api/formats';
import { lignesAccueil, SECTION_ONGLETS, type LigneAccueil } from '../accueil';
import { PALETTE } from '../palette';
import { lieuDe, supportGoogle, type Lieux } from './lieux';
import { PAGES_VIVANTES, type Pages } from './tableau/places';
import type { CelluleLibre, PageLibre, StyleLibre } from './page-libre';

/** Marge, compte, libellé, précision, propriétaire. */
const LARGEURS = [3, 8, 32, 88, 38] as const;
const [B, C, D, E] = [1, 2, 3, 4] as const;

const HAUTEURS: Partial<Record<LigneAccueil['sorte'], number>> = {
  titre: 34,
  entreprise: 20,
  section: 26,
  date: 20,
  compteur: 22,
  vide: 10,
};

const DATE_LONGUE = { type: 'DATE', pattern: 'dddd d mmmm yyyy' } as const;
const discret: StyleLibre = { rvb: PALETTE.discret };
const lien: StyleLibre = { rvb: PALETTE.accent, souligne: true };

/** Ce que fait chaque automatisme, et quand. */
const LIBELLES: Readonly<Record<Automatisme, string>> = {
  revue: 'Revue : le lundi matin',
  relances: 'Relances : chaque jour ouvré',
  cloture: 'Clôture du mois : le 1er',
};

type Cellule = Omit<CelluleLibre, 'ligne'>;

/** Une ligne de l'Accueil ; `gid` : l'identifiant d'un onglet. */
function cellulesDe(
  ligne: LigneAccueil,
  rang: number,
  gid: (onglet: string) => number | undefined,
): Cellule[] {
  switch (ligne.sorte) {
    case 'titre':
      return [
        { rang: B, valeur: ligne.texte, style: { rvb: PALETTE.accent, taille: 24, gras: true } },
      ];
    case 'entreprise':
      return [{ rang: B, formule: ligne.formule, style: { ...discret, taille: 13 } }];
    case 'section':
      return [B, C, D, E].map((rang) => ({
        rang,
        valeur: rang === B ? ligne.texte : null,
        style: { rvb: PALETTE.accent, taille: 14, gras: true, filetBas: PALETTE.accent },
      }));
    case 'date':
      return [{ rang: C, formule: ligne.formule, style: { ...discret, format: DATE_LONGUE } }];
    case 'compteur': {
      const { table, formule, libelle, premiere, precision, etat, attention } = ligne.compteur;
      const cible = gid(TABLES[table].onglet) ?? 0;
      const regles = [
        { formule: '@=0', couleur: PALETTE.discret },
        ...(attention ? [{ formule: '@>0', couleur: PALETTE.attention, gras: true }] : []),
      ];
      const format = formatDe('entier');
      return [
        {
          rang: B,
          formule,
          regles,
          style: {
            ...{ rvb: PALETTE.accent, taille: 14, gras: true, alignement: 'right' },
            ...(format ? { format } : {}),
          },
        },
        {
          rang: C,
          ...(premiere === null
            ? { valeur: libelle, lien: cible }
            : {
                formule: `HYPERLINK("#gid=${cible}&range=A"&IF(${lettreColonne(B)}${rang}=0,1,${premiere}),"${libelle}")`,
              }),
          style: { ...lien, taille: 11 },
        },
        {
          rang: D,
          ...(etat === undefined ? { valeur: precision } : { formule: etat }),
          style: discret,
        },
      ];
    }
    case 'etape':
      return [
        {
          rang: B,
          valeur: ligne.rang,
          style: { rvb: PALETTE.accent, gras: true, alignement: 'right' },
        },
        { rang: C, valeur: ligne.texte, style: { gras: true } },
        { rang: D, valeur: ligne.detail, style: { repli: true } },
      ];
    case 'onglet':
      return [
        { rang: C, valeur: ligne.nom, lien: gid(ligne.nom) ?? 0, style: lien },
        { rang: D, valeur: ligne.texte, style: {} },
      ];
    case 'pied':
      return [{ rang: D, valeur: ligne.texte, style: { ...discret, taille: 9, repli: true } }];
    case 'vide':
      return [];
  }
}

/** Ce que montre un automatisme ; l'état se lit et s'écrit à cet endroit, retrouvé par son nom. */
function cellulesAutomatisme(automatisme: Automatisme, etats: EtatsAutomatismes): Cellule[] {
  const { dernier, proprietaire } = etats[automatisme];
  return [
    { rang: C, valeur: LIBELLES[automatisme], style: { gras: true } },
    { rang: D, valeur: dernier ?? ARRETE, style: { ...discret, repli: true } },
    { rang: E, valeur: proprietaire, style: discret },
  ];
}

/** L'Accueil d'un classeur Google, et où est l'état de chaque automatisme. */
export function pageAccueil(
  lieux: Lieux,
  pages: Pages,
  etats: EtatsAutomatismes,
): {
  page: PageLibre;
  automatismes: ReadonlyMap<Automatisme, number>;
  rangs: Readonly<Record<keyof EtatAutomatisme, number>>;
} {
  const cellules: CelluleLibre[] = [];
  const hauteurs = new Map<number, number>();
  const automatismes = new Map<Automatisme, number>();
  let ligne = 0;
  const ajouter = (neuves: readonly Cellule[], hauteur?: number): void => {
    ligne += 1;
    cellules.push(...neuves.map((c) => Object.assign({ ligne }, c)));
    if (hauteur) hauteurs.set(ligne, hauteur);
  };
  const gid = (onglet: string): number | undefined => {
    const cle = CLES_TABLES.find((c) => TABLES[c].onglet === onglet);
    const page = PAGES_VIVANTES.find((p) => p.nom === onglet)?.cle;
    return cle ? lieuDe(lieux, cle).sheetId : page && pages.get(page);
  };
  const poser = (l: LigneAccueil): void =>
    ajouter(cellulesDe(l, ligne + 1, gid), HAUTEURS[l.sorte]);
  for (const l of lignesAccueil(supportGoogle(lieux))) {
    if (l.sorte === 'onglet' && gid(l.nom) === undefined) continue;
    if (l.sorte === 'section' && l.texte === SECTION_ONGLETS) {
      poser({ sorte: 'section', texte: 'Automatismes' });
      for (const automatisme of AUTOMATISMES) {
        ajouter(cellulesAutomatisme(automatisme, etats));
        automatismes.set(automatisme, ligne);
      }
      poser({ sorte: 'vide' });
    }
    poser(l);
  }
  const rangs = { dernier: D, proprietaire: E };
  return { page: { largeurs: LARGEURS, hauteurs, cellules }, automatismes, rangs };
}
