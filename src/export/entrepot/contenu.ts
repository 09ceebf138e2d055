import { REGLAGES, type CleReglage } from '../../classeur/parametres';
import type { Snapshot } from '../../classeur/snapshot';
import { TABLES, type CleTable } from '../../classeur/tables';
import { trouverClient } from '../../clients/trouver-client';
import type { Contexte } from '../../commun/contexte';
import { premierJour, type Mois } from '../../commun/date-civile';
import {
  colonne,
  colonneEntrepot,
  colonnesDeclarees,
  nomSql,
  TABLES_ENTREPOT,
  type ColonneEntrepot,
  type TableAExporter,
} from './tables-entrepot';

/** De quoi dater et nommer ce qui part à l'entrepôt. */
export interface Depart {
  readonly contexte: Pick<Contexte, 'maintenant' | 'aujourdHui'>;
  readonly version: string;
  /** Empreinte courte d'un texte, pour les lignes qu'aucune colonne ne nomme. */
  readonly empreinte: (texte: string) => string;
}

const EXPORTE_LE = colonne('exporte_le', 'horodatage', 'Moment de l’export. Heure de Paris.');
const CLE = colonne(
  'cle',
  'texte',
  'Ce qui nomme la ligne d’un export à l’autre : ses colonnes d’identité, ou l’empreinte de ses valeurs.',
);
const LIGNE = colonne('ligne', 'entier', 'Numéro de la ligne dans l’onglet ; l’en-tête est la 1.');
const ILLISIBLES = colonne(
  'illisibles',
  'texte',
  'Colonnes dont la cellule n’a pas été comprise, entre barres : |montant_ht|. Vides ici ; leur texte est dans la table « illisibles ».',
  false,
);
const RESPONSABLE_CLIENT = colonne(
  'responsable_client',
  'texte',
  'Responsable de la fiche du client, trouvée à l’accent, à la casse et à la forme juridique près.',
  false,
);

type Lu = Readonly<Record<string, unknown>> & { readonly ligne: number };

/** Tout ce que l'entrepôt reçoit : les onglets, les réglages en vigueur, les cellules incomprises. */
export function tablesDeLEntrepot(snapshot: Snapshot, depart: Depart): TableAExporter[] {
  return [
    ...TABLES_ENTREPOT.map((cle) => tableDe(snapshot, cle, depart)),
    tableReglages(snapshot, depart),
    tableIllisibles(snapshot, depart),
    tableExports(depart),
  ];
}

function tableDe(snapshot: Snapshot, cle: CleTable, depart: Depart): TableAExporter {
  const declarees = colonnesDeclarees(cle);
  const lues = snapshot.tables[cle] as readonly Lu[];
  const { identite, objet } = TABLES[cle];
  const enPlus: ColonneEntrepot[] = cle === 'satisfaction' ? [RESPONSABLE_CLIENT] : [];
  const incomprises = new Map<number, string>();
  for (const { ligne, colonne } of snapshot.illisiblesDe(cle)) {
    incomprises.set(ligne, `${incomprises.get(ligne) ?? '|'}${nomSql(colonne)}|`);
  }
  return {
    nom: nomSql(cle),
    description: objet,
    nombre: lues.length,
    colonnes: [
      EXPORTE_LE,
      CLE,
      LIGNE,
      ...declarees.map(([nom, c]) => colonneEntrepot(nom, c)),
      ...enPlus,
      ILLISIBLES,
    ],
    lignes: {
      *[Symbol.iterator]() {
        for (const lu of lues) {
          const valeurs = declarees.map(([nom, c]) => valeurDe(c.genre, lu[nom]));
          yield [
            depart.contexte.maintenant,
            nommerLigne(lu, identite, valeurs, depart),
            lu.ligne,
            ...valeurs,
            ...(cle === 'satisfaction' ? [responsableDuClient(snapshot, lu['client'])] : []),
            incomprises.get(lu.ligne) ?? null,
          ];
        }
      },
    },
  };
}

function valeurDe(genre: string, valeur: unknown): unknown {
  if (valeur === null || valeur === undefined) return null;
  if (genre === 'mois') return premierJour(valeur as Mois);
  return genre === 'libre' ? texteLibre(valeur) : valeur;
}

const texteLibre = (valeur: unknown): string =>
  typeof valeur === 'boolean' ? (valeur ? 'Oui' : 'Non') : String(valeur);

function nommerLigne(
  lu: Lu,
  identite: readonly string[],
  valeurs: readonly unknown[],
  { empreinte }: Depart,
): string {
  const [premiere] = identite;
  return premiere !== undefined && lu[premiere] !== null
    ? JSON.stringify(identite.map((nom) => lu[nom]))
    : empreinte(JSON.stringify(valeurs));
}

function responsableDuClient({ tables }: Snapshot, client: unknown): string | null {
  if (typeof client !== 'string') return null;
  return trouverClient(tables.clients, client)?.responsable ?? null;
}

function tableReglages({ parametres }: Snapshot, { contexte }: Depart): TableAExporter {
  const cles = Object.keys(REGLAGES) as CleReglage[];
  return {
    nom: 'reglages',
    description: 'Les réglages en vigueur : ceux de l’onglet Paramètres, ou leur valeur de départ.',
    nombre: cles.length,
    colonnes: [
      EXPORTE_LE,
      CLE,
      LIGNE,
      colonne('libelle', 'texte', 'Tel qu’il est écrit dans l’onglet Paramètres.'),
      colonne('valeur', 'texte', 'Sa valeur, en texte.'),
      colonne('nombre', 'reel', 'Sa valeur, si c’est un nombre ou un taux (part de 1).', false),
      colonne('signification', 'texte', 'Ce qu’il règle.'),
    ],
    lignes: cles.map((cle, i) => {
      const valeur = parametres[cle];
      const { libelle, signification } = REGLAGES[cle];
      const nombre = typeof valeur === 'number' ? valeur : null;
      return [
        contexte.maintenant,
        nomSql(cle),
        i + 1,
        libelle,
        texteLibre(valeur),
        nombre,
        signification,
      ];
    }),
  };
}

function tableIllisibles(snapshot: Snapshot, { contexte, empreinte }: Depart): TableAExporter {
  const cellules = TABLES_ENTREPOT.flatMap((cle) => snapshot.illisiblesDe(cle));
  return {
    nom: 'illisibles',
    description: 'Les cellules qui n’ont pas été comprises, avec leur texte : rien n’est perdu.',
    nombre: cellules.length,
    colonnes: [
      EXPORTE_LE,
      CLE,
      LIGNE,
      colonne('nom_table', 'texte', 'La table.'),
      colonne('onglet', 'texte', 'L’onglet.'),
      colonne('colonne', 'texte', 'La colonne.'),
      colonne('valeur', 'texte', 'Ce que la cellule montre.'),
    ],
    lignes: cellules.map(({ table, ligne, colonne: nom, valeur }) => {
      const ou = [nomSql(table), TABLES[table].onglet, nomSql(nom), valeur] as const;
      const cle = empreinte(JSON.stringify([ligne, ou]));
      return [contexte.maintenant, cle, ligne, ou[0], ou[1], ou[2], ou[3]];
    }),
  };
}

function tableExports({ contexte, version }: Depart): TableAExporter {
  return {
    nom: 'exports',
    description: 'Une ligne par export : quand, et à quelle date se lit le portefeuille.',
    nombre: 1,
    colonnes: [
      EXPORTE_LE,
      CLE,
      LIGNE,
      colonne('jour', 'date', 'Le jour auquel se lisent le portefeuille et les échéances.'),
      colonne('version', 'texte', 'Version de Suivi commercial.'),
    ],
    lignes: [[contexte.maintenant, contexte.maintenant, 1, contexte.aujourdHui, version]],
  };
}
