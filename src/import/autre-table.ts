import { TABLES, TABLES_ECHANGEABLES, type TableEchangeable } from '../classeur/tables';
import type { CelluleBrute } from '../classeur/source';
import { probleme, type Probleme } from '../messages/probleme';
import { chercherEntete, decouperSource, type TableSource } from './entete';
import { estFortuit, titreDAutreGenre } from './mauvais-fichier';
import { nomPropre } from './colonnes-source';
import { colonnesDe, nomCompare, nomsConnus } from './noms-connus';
import { nomReconnu } from './noter-feuille';
import { COMMUNES, NUMEROTEES, REPERES, TROP_ACCUEILLANTES } from './signes-de-table';
import { premieresLignes, type SourceTabulaire } from './source';
import { NOMS_GENERIQUES } from './synonymes';

/** Lignes où l'en-tête d'une autre table se cherche. */
const LIGNES_EXPLOREES = 20;
/** Colonnes de plus qu'une autre table doit reconnaître pour que le fichier soit d'elle. */
const AVANCE = 2;

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

/** « N° » est notre en-tête, mais celui de n'importe quelle liste aussi. */
const estPrecis = (entete: string): boolean => {
  const nom = nomCompare(entete);
  return nom !== 'n°' && !NOMS_GENERIQUES.has(nom);
};

/** L'en-tête précis du numéro de cette table : « N° devis », et non « N° » ou « Réf ». */
function numeroPrecis(table: TableEchangeable, vus: Reconnus): string | undefined {
  if (!NUMEROTEES.includes(table)) return undefined;
  return [...vus].find(([nom, cle]) => cle === 'numero' && estPrecis(nom))?.[0];
}

/** Le numéro d'une autre table, et une colonne à elle : rien de ce que celle-ci reconnaît n'y change. */
function porteSonNumero(table: TableEchangeable, autre: Ressemblance, celleCi: Reconnus): boolean {
  const numero = numeroPrecis(autre.table, autre.vus);
  if (numero === undefined || celleCi.has(numero)) return false;
  if (numeroPrecis(table, celleCi) !== undefined) return false;
  const { une } = REPERES[autre.table];
  return [...autre.vus].some(
    ([nom, cle]) =>
      nom !== numero &&
      une.includes(cle) &&
      !COMMUNES.has(cle) &&
      estPrecis(nom) &&
      !celleCi.has(nom),
  );
}

/**
 * Des factures qui citent leur devis : le numéro d'une facture n'est dans une liste de devis qu'en plus,
 * après le leur, à côté d'une colonne qui n'est qu'à eux et sans rien qui ne soit qu'aux factures. Sinon,
 * une facture d'acompte donnerait son montant au devis.
 */
function facturesDeDevis(table: TableEchangeable, entetes: readonly string[], devis: Reconnus) {
  if (table !== 'devis') return null;
  const vus = reconnus('factures', entetes);
  const facture = numeroPrecis('factures', vus);
  if (facture === undefined) return null;
  const rang = (nom: string | undefined): number => entetes.findIndex((e) => e === nom);
  const propres = (a: Reconnus, b: Reconnus): unknown[] =>
    [...a].filter(
      ([nom, cle]) => cle !== 'numero' && !COMMUNES.has(cle) && estPrecis(nom) && !b.has(nom),
    );
  const enPlus =
    rang(numeroPrecis('devis', devis)) < rang(facture) &&
    propres(devis, vus).length > 0 &&
    propres(vus, devis).length === 0;
  return enPlus ? null : { table: 'factures' as const, vus };
}

/** Une autre table reconnaît tout ce que celle-ci reconnaît de précis, et bien plus. */
function lEmporte(autre: Reconnus, celleCi: Reconnus): boolean {
  const plus = [...autre.keys()].filter((entete) => !celleCi.has(entete));
  const moins = [...celleCi.keys()].filter((entete) => !autre.has(entete));
  return (
    plus.length >= AVANCE + moins.length &&
    plus.some(estPrecis) &&
    !moins.some((entete) => estPrecis(entete) && !COMMUNES.has(celleCi.get(entete) ?? ''))
  );
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
  const factures = facturesDeDevis(table, entetes, siens);
  if (factures) return dire(table, siens, factures, fichier);
  const autre = plusRessemblante(table, () => entetes);
  if (autre && (lEmporte(autre.vus, siens) || porteSonNumero(table, autre, siens)))
    return dire(table, siens, autre, fichier);
  const estRepere = ([nom, cle]: [string, string]): boolean =>
    REPERES[table].une.includes(cle) && (cle !== 'numero' || estPrecis(nom));
  const sansRepere = TROP_ACCUEILLANTES.has(table) && ![...siens].some(estRepere);
  return sansRepere ? dire(table, siens, autre, fichier) : null;
}

/** Elle ne refuserait pas ce fichier à son tour : un conseil ne renvoie pas d'une table à l'autre. */
function recevrait(table: TableEchangeable, source: SourceTabulaire): boolean {
  const trouvee = decouperSource(source, nomReconnu(table, null), null);
  return (
    trouvee !== null && !estFortuit(table, trouvee) && titreDAutreGenre(table, trouvee) === null
  );
}

/** La table que ce fichier, refusé pour une autre raison, semble contenir ; vide : aucune. */
export function tableProposee(table: TableEchangeable, source: SourceTabulaire): Probleme[] {
  const debut = premieresLignes(source.lignes, LIGNES_EXPLOREES);
  const entetesDe = (t: TableEchangeable): string[] =>
    textes(debut[chercherEntete(debut, nomReconnu(t, null)).rang]?.cellules ?? []);
  const autre = plusRessemblante(table, entetesDe);
  const siens = reconnus(table, entetesDe(table));
  if (!autre || autre.vus.size <= siens.size || !recevrait(autre.table, source)) return [];
  return [dire(table, siens, autre, source.description.fichier)];
}
