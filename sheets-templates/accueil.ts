import { CLES_TABLES, TABLES } from '../src/classeur/tables';
import { ONGLET_CHIFFRES, ONGLET_TABLEAU } from '../src/tableau-de-bord/onglets';
import { INSECABLE } from '../src/messages/formats';
import { compteurs, type Compteur } from './compteurs';
import { citer } from './references';
import { FICHIER, type Support } from './support';
import { VERSION } from './version';

/** La page Accueil, ligne par ligne ; chaque coquille sait dessiner ces quelques sortes de lignes. */
export type LigneAccueil =
  | { readonly sorte: 'titre' | 'section' | 'pied'; readonly texte: string }
  | { readonly sorte: 'entreprise' | 'date'; readonly formule: string; readonly texte: string }
  | { readonly sorte: 'compteur'; readonly compteur: Compteur; readonly cible: string }
  | {
      readonly sorte: 'etape';
      readonly rang: number;
      readonly texte: string;
      readonly detail: string;
    }
  | {
      readonly sorte: 'onglet';
      readonly nom: string;
      readonly texte: string;
      readonly cible: string;
    }
  | { readonly sorte: 'vide' };

export const ONGLET_ACCUEIL = 'Accueil';
export const SECTION_ONGLETS = 'Les onglets';

const etapes = ({ dire }: Support): ReadonlyArray<readonly [string, string]> => [
  ['Votre entreprise', 'Onglet Paramètres : son nom, et les réglages qui diffèrent chez vous.'],
  ['Votre équipe', 'Onglet Équipe : une ligne par personne. Vide, chacun peut tout faire.'],
  [
    'Vos clients et vos devis en cours',
    dire(
      'Importez vos fichiers : « suivi importer clients vos-clients.xlsx », puis devis. Rien n’est écrit sans votre accord.',
      'Saisissez-les dans leurs onglets, ou importez vos fichiers : menu « Importer… ».',
    ),
  ],
  ['Vos messages', 'Onglet Modèles : relisez les trois relances, changez les mots et les délais.'],
  [
    'La première revue',
    dire(
      'Le lundi, « suivi revue » : choisissez une décision par ligne, puis « suivi revue --appliquer ».',
      'Le lundi, menu Revue hebdo, « Préparer » : choisissez une décision par ligne, puis « Appliquer les décisions ».',
    ),
  ],
];

const cible = (onglet: string): string => `${citer(onglet)}!A1`;

/** Chaque onglet visible et ce qu'on y trouve, dans leur ordre. */
function onglets(): (readonly [nom: string, texte: string])[] {
  const tables = CLES_TABLES.map((cle) => [TABLES[cle].onglet, TABLES[cle].objet] as const);
  const [revue, ...autres] = tables;
  return [
    ...(revue ? [revue] : []),
    [
      ONGLET_TABLEAU,
      'Le mois en une page : chiffres, écarts, prévisions, alertes. Se recalcule seul.',
    ],
    ...autres,
    [ONGLET_CHIFFRES, 'Chaque chiffre du tableau de bord : son nom, sa valeur, sa définition.'],
  ];
}

/** Toutes les lignes de l'Accueil, de haut en bas, à partir de la ligne 1. */
export function lignesAccueil(support: Support = FICHIER): LigneAccueil[] {
  const entreprise = support.cellule('parametres', 'valeur', 2);
  const vide: LigneAccueil = { sorte: 'vide' };
  return [
    vide,
    { sorte: 'titre', texte: 'Suivi commercial' },
    {
      sorte: 'entreprise',
      formule: `IF(${entreprise}="","Votre entreprise (nom à écrire dans Paramètres)",${entreprise})`,
      texte: 'Votre entreprise (nom à écrire dans Paramètres)',
    },
    vide,
    { sorte: 'section', texte: 'Que faire aujourd’hui' },
    { sorte: 'date', formule: 'TODAY()', texte: '' },
    ...compteurs(support).map((compteur): LigneAccueil => ({
      sorte: 'compteur',
      compteur,
      cible: cible(TABLES[compteur.table].onglet),
    })),
    vide,
    { sorte: 'section', texte: 'Pour commencer' },
    ...etapes(support).map(([texte, detail], i): LigneAccueil => ({
      sorte: 'etape',
      rang: i + 1,
      texte,
      detail,
    })),
    vide,
    { sorte: 'section', texte: SECTION_ONGLETS },
    ...onglets().map(([nom, texte]): LigneAccueil => ({
      sorte: 'onglet',
      nom,
      texte,
      cible: cible(nom),
    })),
    vide,
    {
      sorte: 'pied',
      texte:
        'Les colonnes grisées sont remplies par Suivi commercial. Vous pouvez déplacer les colonnes, en ajouter, et ajouter vos onglets : ils ne seront pas touchés.',
    },
    {
      sorte: 'pied',
      texte: `Historique, Anomalies, Registre et Journal sont protégés sans mot de passe${INSECABLE}: une aide contre les frappes par mégarde, pas un verrou.`,
    },
    { sorte: 'pied', texte: `Suivi commercial, version ${VERSION}.` },
  ];
}
