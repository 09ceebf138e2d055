import { TABLES, TABLES_ECHANGEABLES, type TableEchangeable } from '../classeur/tables';
import { THEMES } from '../classeur/tables/satisfaction';
import type { CelluleBrute } from '../classeur/source';
import { probleme, type Probleme } from '../messages/probleme';
import { chercherEntete, type TableSource } from './entete';
import { nomPropre } from './colonnes-source';
import { colonnesDe, nomCompare, nomsConnus } from './noms-connus';
import { nomReconnu } from './noter-feuille';
import { premieresLignes, type SourceTabulaire } from './source';
import { NOMS_GENERIQUES } from './synonymes';

/** Lignes où l'en-tête d'une autre table se cherche. */
const LIGNES_EXPLOREES = 20;
/** Colonnes de plus qu'une autre table doit reconnaître pour que le fichier soit d'elle. */
const AVANCE = 2;

interface Reperes {
  /** Sans l'une d'elles, un fichier n'est pas de cette table. */
  readonly toutes: readonly string[];
  /** Au moins une d'elles, s'il y en a : un nom de client seul ne fait pas une facture. */
  readonly une: readonly string[];
}

/** À quoi un fichier se reconnaît pour être d'une table (docs/import.md, « La bonne table »). */
const REPERES: { readonly [K in TableEchangeable]: Reperes } = {
  clients: {
    toutes: ['organisation'],
    une: ['siret', 'contact', 'email', 'telephone', 'adresse', 'codePostal', 'ville', 'secteur'],
  },
  affaires: {
    toutes: ['numero', 'objet'],
    une: ['etape', 'besoin', 'probabilite', 'signaturePrevue', 'chefDeProjet', 'montantEstime'],
  },
  devis: {
    toutes: ['numero'],
    une: ['objet', 'montantHt', 'montantTtc', 'statut', 'envoyeLe', 'validite', 'decideLe'],
  },
  actions: { toutes: ['date', 'type'], une: ['compteRendu', 'suite', 'duree', 'auteur'] },
  factures: {
    toutes: [],
    une: ['numero', 'montantHt', 'montantTtc', 'blLe', 'emiseLe', 'echeance', 'paye', 'payeLe'],
  },
  satisfaction: { toutes: ['date'], une: [...THEMES, 'recommandation', 'commentaire'] },
  objectifs: {
    toutes: ['mois'],
    une: ['caSigne', 'caFacture', 'devisEmis', 'tauxTransformation', 'satisfaction', 'visites'],
  },
  tarifs: { toutes: ['code'], une: ['designation', 'prixHt'] },
};

/** Tables dont rien n'est demandé que le client ou la date : sans repère, elles prendraient tout. */
const TROP_ACCUEILLANTES: ReadonlySet<TableEchangeable> = new Set([
  'factures',
  'satisfaction',
  'objectifs',
]);

/** Ce qu'une table reconnaît d'une ligne d'en-tête : l'en-tête, et la clé qu'il remplirait. */
type Reconnus = ReadonlyMap<string, string>;

function reconnus(table: TableEchangeable, entetes: readonly string[]): Reconnus {
  const connus = nomsConnus(table).colonnes;
  return new Map(
    entetes.flatMap((entete) => {
      const nom = connus.get(nomCompare(entete));
      return nom ? [[entete, nom.cle] as const] : [];
    }),
  );
}

function aSesReperes(table: TableEchangeable, vus: Reconnus): boolean {
  const cles = new Set(vus.values());
  const { toutes, une } = REPERES[table];
  return toutes.every((cle) => cles.has(cle)) && une.some((cle) => cles.has(cle));
}

const estPrecis = (entete: string): boolean => !NOMS_GENERIQUES.has(nomCompare(entete));

/** Une autre table reconnaît tout ce que celle-ci reconnaît de précis, et bien plus. */
function lEmporte(autre: Reconnus, celleCi: Reconnus): boolean {
  const plus = [...autre.keys()].filter((entete) => !celleCi.has(entete));
  const moins = [...celleCi.keys()].filter((entete) => !autre.has(entete));
  return plus.length >= AVANCE + moins.length && plus.some(estPrecis) && !moins.some(estPrecis);
}

interface Ressemblance {
  readonly table: TableEchangeable;
  readonly vus: Reconnus;
}

/** La table, autre que celle-ci, qui a ses repères et reconnaît le plus de colonnes. */
function plusRessemblante(
  table: TableEchangeable,
  entetesDe: (table: TableEchangeable) => readonly string[],
): Ressemblance | null {
  let meilleure: Ressemblance | null = null;
  for (const autre of TABLES_ECHANGEABLES) {
    if (autre === table) continue;
    const vus = reconnus(autre, entetesDe(autre));
    if (aSesReperes(autre, vus) && vus.size > (meilleure?.vus.size ?? 0)) {
      meilleure = { table: autre, vus };
    }
  }
  return meilleure;
}

const textes = (cellules: readonly CelluleBrute[]): string[] =>
  cellules.flatMap((c) => (typeof c === 'string' && nomPropre(c) !== '' ? [nomPropre(c)] : []));

const nomDe = (table: TableEchangeable, cle: string): string =>
  colonnesDe(table)[cle]?.entete ?? cle;

function dire(
  table: TableEchangeable,
  siens: Reconnus,
  autre: Ressemblance | null,
  fichier: string,
): Probleme {
  const remplies = new Set(siens.values());
  const { toutes, une } = REPERES[table];
  return probleme('FICHIER_D_UNE_AUTRE_TABLE', {
    fichier,
    onglet: TABLES[table].onglet,
    attendues: [...toutes, ...une]
      .filter((cle) => !remplies.has(cle))
      .map((cle) => nomDe(table, cle)),
    autre: autre && {
      table: autre.table,
      onglet: TABLES[autre.table].onglet,
      vues: [...autre.vus.keys()],
    },
  });
}

/**
 * Le refus d'un fichier qui n'est pas de cette table, à en juger par ses noms de colonnes : aucun de
 * ses repères n'y est, ou une autre table s'y reconnaît bien mieux. `null` : rien ne le dit.
 */
export function mauvaiseTable(
  table: TableEchangeable,
  { ligneEntete }: TableSource,
  { description: { fichier } }: SourceTabulaire,
): Probleme | null {
  const entetes = textes(ligneEntete.cellules);
  const siens = reconnus(table, entetes);
  const autre = plusRessemblante(table, () => entetes);
  if (autre && lEmporte(autre.vus, siens)) return dire(table, siens, autre, fichier);
  const cles = new Set(siens.values());
  const sansRepere =
    TROP_ACCUEILLANTES.has(table) && !REPERES[table].une.some((cle) => cles.has(cle));
  return sansRepere ? dire(table, siens, autre, fichier) : null;
}

/** La table que ce fichier, refusé pour une autre raison, semble contenir ; vide : aucune. */
export function tableProposee(table: TableEchangeable, source: SourceTabulaire): Probleme[] {
  const debut = premieresLignes(source.lignes, LIGNES_EXPLOREES);
  const entetesDe = (t: TableEchangeable): string[] =>
    textes(debut[chercherEntete(debut, nomReconnu(t, null)).rang]?.cellules ?? []);
  const autre = plusRessemblante(table, entetesDe);
  const siens = reconnus(table, entetesDe(table));
  if (!autre || autre.vus.size <= siens.size) return [];
  return [dire(table, siens, autre, source.description.fichier)];
}
