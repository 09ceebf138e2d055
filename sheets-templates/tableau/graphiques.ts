import { ONGLET_TABLEAU } from '../../src/tableau-de-bord/onglets';
import { lettreColonne } from '../../src/classeur/source';
import { PALETTE } from '../palette';
import { citer } from '../references';
import { colonneDeCarte, LARGEUR_CARTE, LIGNES, TABLE_AGES, TABLE_PREVISIONS } from './grille';
import { colonneDeMesure, colonneDeTrace, COLONNE_MOIS, douzeCellules } from './series';

/** Une courbe ou des barres ; `trait` : ce qui la distingue en noir et blanc. */
export interface SerieGraphique {
  readonly nom: string;
  /** Une plage absolue, avec son onglet. */
  readonly valeurs: string;
  readonly couleur: string;
  readonly trait?: 'plein' | 'tirets' | 'points';
  /** En points. */
  readonly epaisseur?: number;
}

export interface Graphique {
  readonly cle: string;
  /** Ce qu'il montre, pour qui ne le voit pas. */
  readonly description: string;
  readonly categories: string;
  readonly formatCategories: string;
  readonly barres: readonly SerieGraphique[];
  /** `serrees` : côte à côte ; `decalees` : l'une derrière l'autre. */
  readonly disposition: 'serrees' | 'decalees';
  readonly lignes: readonly SerieGraphique[];
  readonly format: string;
  /** Le haut de l'axe, pour un taux. */
  readonly maximum?: number;
  /** Ni axe, ni légende : une tendance dans une carte. */
  readonly nu: boolean;
  readonly legende: boolean;
  /** Un zéro s'écrit au pied de sa barre : sans hauteur, elle ressemblerait à un mois sans donnée. */
  readonly zeros: boolean;
  /** Colonnes et lignes (à partir de 1) qu'il couvre, bornes comprises. */
  readonly ancre: {
    readonly colonne: number;
    readonly ligne: number;
    readonly colonnes: number;
    readonly lignes: number;
  };
}

const MOIS = '[$-40C]mmm';
/** L'initiale du mois, où la place manque. */
const INITIALE = '[$-40C]mmmmm';
const K_EUROS = '#,##0,\\ "k€"';
const POURCENT = '0\\ %';
const GRIS = 'A3AAB3';

const mois = { categories: douzeCellules(COLONNE_MOIS), formatCategories: MOIS } as const;
const ENTIER = {
  barres: [],
  lignes: [],
  disposition: 'serrees',
  nu: false,
  legende: true,
  zeros: false,
} as const;

function surLaPage(colonne: number, ligne: number, lignes: number): string {
  const lettre = lettreColonne(colonne - 1);
  return `${citer(ONGLET_TABLEAU)}!$${lettre}$${ligne}:$${lettre}$${ligne + lignes - 1}`;
}

const deuxCartes = (carte: number) => ({
  colonne: colonneDeCarte(carte),
  colonnes: LARGEUR_CARTE * 2 + 1,
});
const uneCarte = (carte: number) => ({ colonne: colonneDeCarte(carte), colonnes: LARGEUR_CARTE });
const bandeA = { ligne: LIGNES.bandeA + 2, lignes: LIGNES.bandeB - LIGNES.bandeA - 3 };
const bandeB = { ligne: LIGNES.bandeB + 2, lignes: LIGNES.bandeC - LIGNES.bandeB - 3 };

const tendance = (cle: string, carte: number, description: string, colonne: number): Graphique => ({
  ...ENTIER,
  cle,
  description,
  ...mois,
  // Des barres : un mois sans donnée n'y est pas, quand une courbe le tracerait parfois à zéro.
  barres: [{ nom: description, valeurs: douzeCellules(colonne), couleur: '8FA9C4' }],
  format: '#,##0',
  nu: true,
  legende: false,
  ancre: { ...uneCarte(carte), ligne: LIGNES.courbes, lignes: 1 },
});

/** Les graphiques de la page, liés à leurs cellules : ils vivent avec elle (S3-4, S4-16). */
export const GRAPHIQUES: readonly Graphique[] = [
  tendance('tendanceSigne', 0, 'CA signé, douze mois', colonneDeMesure('signesHt')),
  tendance('tendanceFacture', 1, 'CA facturé, douze mois', colonneDeMesure('factureHt')),
  tendance('tendanceTaux', 2, 'Taux de transformation, douze mois', colonneDeTrace('cohorte')),
  tendance('tendanceSatisfaction', 3, 'Satisfaction, douze mois', colonneDeTrace('satisfaction')),
  tendance(
    'tendancePortefeuille',
    4,
    'Portefeuille pondéré des mois clos',
    colonneDeTrace('portefeuille'),
  ),
  {
    ...ENTIER,
    cle: 'ca',
    description: 'CA signé des douze derniers mois, l’an passé et l’objectif',
    ...mois,
    barres: [
      { nom: 'An passé', valeurs: douzeCellules(colonneDeTrace('anPasse')), couleur: 'CBD0D6' },
      {
        nom: 'CA signé',
        valeurs: douzeCellules(colonneDeMesure('signesHt')),
        couleur: PALETTE.accent,
      },
    ],
    disposition: 'decalees',
    lignes: [
      {
        nom: 'Objectif',
        valeurs: douzeCellules(colonneDeTrace('objectif')),
        couleur: PALETTE.attention,
        trait: 'tirets',
        epaisseur: 1,
      },
    ],
    format: K_EUROS,
    ancre: { ...deuxCartes(0), ...bandeA },
  },
  {
    ...ENTIER,
    cle: 'taux',
    description: 'Les trois taux de transformation des douze derniers mois',
    ...mois,
    // Des barres, là aussi : LibreOffice trace à zéro le point d'une courbe qui manque.
    barres: [
      {
        nom: 'Émis du mois',
        valeurs: douzeCellules(colonneDeTrace('cohorte')),
        couleur: PALETTE.accent,
      },
      {
        nom: 'Décidés, en nombre',
        valeurs: douzeCellules(colonneDeTrace('decides')),
        couleur: '8FA9C4',
      },
      {
        nom: 'Décidés, en montant',
        valeurs: douzeCellules(colonneDeTrace('montant')),
        couleur: 'CBD0D6',
      },
    ],
    format: POURCENT,
    zeros: true,
    maximum: 1,
    ancre: { ...deuxCartes(2), ...bandeA },
  },
  {
    ...ENTIER,
    cle: 'satisfaction',
    description: 'Part satisfaite des notes, douze derniers mois',
    ...mois,
    barres: [
      {
        nom: 'Satisfaction',
        valeurs: douzeCellules(colonneDeTrace('satisfaction')),
        couleur: PALETTE.accent,
      },
    ],
    formatCategories: INITIALE,
    format: POURCENT,
    zeros: true,
    maximum: 1,
    legende: false,
    ancre: { ...uneCarte(4), ...bandeA },
  },
  {
    ...ENTIER,
    cle: 'previsions',
    description: 'Prévision à 1, 2, 6 et 12 mois, trois scénarios',
    categories: surLaPage(TABLE_PREVISIONS.colonne, TABLE_PREVISIONS.ligne, 4),
    formatCategories: 'General',
    barres: (
      [
        ['Pessimiste', GRIS],
        ['Pondérée', PALETTE.accent],
        ['Optimiste', 'D6E0EC'],
      ] as const
    ).map(([nom, couleur], i) => ({
      nom,
      couleur,
      valeurs: surLaPage(TABLE_PREVISIONS.colonne + 1 + i, TABLE_PREVISIONS.ligne, 4),
    })),
    format: K_EUROS,
    ancre: { ...uneCarte(0), ...bandeB },
  },
  {
    ...ENTIER,
    cle: 'ages',
    description: 'Montant des devis en cours, par âge',
    categories: surLaPage(TABLE_AGES.colonne, TABLE_AGES.ligne, 5),
    formatCategories: 'General',
    barres: [
      {
        nom: 'Montant HT',
        couleur: PALETTE.accent,
        valeurs: surLaPage(TABLE_AGES.colonne + 3, TABLE_AGES.ligne, 5),
      },
    ],
    format: K_EUROS,
    legende: false,
    ancre: { ...uneCarte(2), ...bandeB },
  },
];
