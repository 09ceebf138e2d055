import type { Snapshot } from '../classeur/snapshot';
import { TABLES, type CleTable } from '../classeur/tables';
import { creerIndexOrganisations } from '../clients/index-organisations';
import { normaliser } from '../commun/texte';
import { designer, parseDesignation } from '../devis/designation';
import { probleme } from '../messages/probleme';
import { signer } from './empreinte';
import type { Refus } from './refus';
import { nommerLigne, type Enregistrement } from './nommer-ligne';

/** Les lignes à supprimer, par table. */
export type Suppressions = ReadonlyMap<CleTable, readonly Enregistrement[]>;

/** Une table qui cite, la colonne où elle le fait. */
type Citation = readonly [CleTable, string];
const CITENT_CLIENT: readonly Citation[] = [
  ['affaires', 'client'],
  ['devis', 'client'],
  ['actions', 'client'],
  ['factures', 'client'],
  ['satisfaction', 'client'],
];
const CITENT_AFFAIRE: readonly Citation[] = [
  ['devis', 'affaire'],
  ['actions', 'affaire'],
  ['factures', 'affaire'],
  ['satisfaction', 'affaire'],
];
const CITENT_DEVIS: readonly Citation[] = [
  ['actions', 'devis'],
  ['revueHebdo', 'numero'],
];

/** Ce qu'une personne a écrit sur une ligne de la revue. */
const REPONSES_REVUE = ['decision', 'dateDecision', 'motif', 'formeCommande', 'commentaire'];

/** Une ligne qui cite un enregistrement, et le nom de celui-ci. */
interface Citante {
  readonly table: CleTable;
  readonly enregistrement: Enregistrement;
  readonly nom: string;
}

/** Des lignes, par table et par ancre. */
export type Ancres = Readonly<Record<string, readonly string[]>>;

/** Les lignes du classeur, autres qu'eux, qui citent ces enregistrements ou les suivent (devis). */
function citantes(snapshot: Snapshot, supprimes: Suppressions): Citante[] {
  const citer = (
    citants: readonly Citation[],
    cites: readonly Enregistrement[],
    preparer: (snapshot: Snapshot, supprimes: readonly Enregistrement[]) => Citee,
  ): Citante[] => {
    if (cites.length === 0) return [];
    let citee: Citee | null = null;
    return citants.flatMap(([table, colonne]) => {
      const partent = new Set(supprimes.get(table)?.map((e) => e.ligne));
      return (snapshot.tables[table] as readonly Enregistrement[]).flatMap((enregistrement) => {
        const texte = enregistrement[colonne];
        if (typeof texte !== 'string' || partent.has(enregistrement.ligne)) return [];
        citee ??= preparer(snapshot, cites);
        const nom = citee(texte);
        if (nom === null || !estReponse(table, enregistrement)) return [];
        return [{ table, enregistrement, nom }];
      });
    });
  };
  const de = (table: CleTable): readonly Enregistrement[] => supprimes.get(table) ?? [];
  return [
    ...citer(CITENT_CLIENT, de('clients'), clientsSupprimes),
    ...citer(CITENT_AFFAIRE, de('affaires'), affairesSupprimees),
    ...citer(CITENT_DEVIS, de('devis'), devisSupprimes),
    ...versionsSuivantes(snapshot, de('devis')),
  ];
}

/** Ce qui peut citer un enregistrement de cette table, ou le suivre. */
const CITENT: { readonly [K in CleTable]?: readonly CleTable[] } = {
  clients: CITENT_CLIENT.map(([table]) => table),
  affaires: CITENT_AFFAIRE.map(([table]) => table),
  devis: [...CITENT_DEVIS.map(([table]) => table), 'devis'],
};

/** Faux : rien dans ce classeur ne cite encore cette table. */
export function estCitable(snapshot: Snapshot, table: CleTable): boolean {
  return CITENT[table]?.some((citante) => snapshot.tables[citante].length > 0) ?? false;
}

/** Le nom de l'enregistrement que ce texte cite ; `null` si aucun. */
type Citee = (texte: string) => string | null;

/** Les lignes qui citent déjà ce qu'un import va créer : il ne les prive de rien en repartant. */
export function citantesDeja(snapshot: Snapshot, crees: Suppressions): Ancres {
  const ancres: Record<string, string[]> = {};
  for (const { table, enregistrement } of citantes(snapshot, crees)) {
    (ancres[table] ??= []).push(signer(table, enregistrement).ancre);
  }
  return ancres;
}

/**
 * Ce qui, depuis l'import, cite un enregistrement à supprimer : ces lignes-là perdraient ce dont elles
 * parlent (S2-12). `deja` : celles qui le citaient avant lui.
 */
export function citations(
  snapshot: Snapshot,
  suppressions: Suppressions,
  deja: readonly Ancres[],
): Refus[] {
  const anciennes = new Map<string, number>();
  for (const [table, liste] of deja.flatMap((ancres) => Object.entries(ancres))) {
    for (const ancre of liste) {
      anciennes.set(`${table} ${ancre}`, (anciennes.get(`${table} ${ancre}`) ?? 0) + 1);
    }
  }
  return citantes(snapshot, suppressions).flatMap(({ table, enregistrement, nom }) => {
    const cle = `${table} ${signer(table, enregistrement).ancre}`;
    const reste = anciennes.get(cle) ?? 0;
    anciennes.set(cle, reste - 1);
    if (reste > 0) return [];
    const { ligne } = enregistrement;
    const p = probleme('ANNULATION_CITE', { nom, par: nommerLigne(table, enregistrement), ligne });
    return [{ probleme: p, lieu: { table, enregistrement } }];
  });
}

/** La revue se refait : seule une réponse qu'une personne y a écrite serait perdue. */
const estReponse = (table: CleTable, e: Enregistrement): boolean =>
  table !== 'revueHebdo' || REPONSES_REVUE.some((cle) => (e[cle] ?? null) !== null);

/** Un nom que seul un client supprimé porte. */
function clientsSupprimes(snapshot: Snapshot, supprimes: readonly Enregistrement[]): Citee {
  const partent = new Set(supprimes.map((e) => e.ligne));
  const [partis, gardes] = [creerIndexOrganisations<null>(), creerIndexOrganisations<null>()];
  for (const { organisation } of supprimes) partis.ajouter(String(organisation), null, null);
  for (const { organisation, ligne } of snapshot.tables.clients) {
    if (organisation !== null && !partent.has(ligne)) gardes.ajouter(organisation, null, null);
  }
  const connus = new Map<string, string | null>();
  return (texte) => {
    let nom = connus.get(texte);
    if (nom === undefined) {
      const parti = partis.trouver(texte, null);
      nom = parti && !gardes.trouver(texte, null) ? `${TABLES.clients.onglet} ${parti.nom}` : null;
      connus.set(texte, nom);
    }
    return nom;
  };
}

function affairesSupprimees(_: Snapshot, supprimees: readonly Enregistrement[]): Citee {
  const noms = new Map(
    supprimees.map((e) => [normaliser(String(e['numero'])), nommerLigne('affaires', e)]),
  );
  return (texte) => noms.get(normaliser(texte)) ?? null;
}

/** Un devis cité par son numéro : celui-là, ou sa chaîne s'il n'en reste aucune version. */
function devisSupprimes(snapshot: Snapshot, supprimes: readonly Enregistrement[]): Citee {
  const partent = new Set(supprimes.map((e) => e.ligne));
  const restants = new Set(
    snapshot.tables.devis
      .filter((d) => !partent.has(d.ligne) && d.numero !== null)
      .map((d) => normaliser(d.numero ?? '')),
  );
  const exacts = new Map<string, string>();
  const chaines = new Map<string, string>();
  for (const e of supprimes) {
    const numero = String(e['numero']);
    const nom = nommerLigne('devis', e);
    exacts.set(normaliser(designer({ numero, version: Number(e['version']) })), nom);
    if (!restants.has(normaliser(numero))) chaines.set(normaliser(numero), nom);
  }
  return (texte) => {
    const { numero, version } = parseDesignation(texte);
    const exact = version === null ? undefined : exacts.get(normaliser(texte));
    return exact ?? chaines.get(normaliser(numero)) ?? null;
  };
}

/** Les versions qui suivent une de celles-là. */
function versionsSuivantes(snapshot: Snapshot, supprimes: readonly Enregistrement[]): Citante[] {
  const partent = new Set(supprimes.map((e) => e.ligne));
  const autres = snapshot.tables.devis.filter((d) => !partent.has(d.ligne));
  if (supprimes.length === 0 || autres.length === 0) return [];
  const importes = new Map(supprimes.map((e) => [normaliser(String(e['numero'])), e]));
  return autres.flatMap((d) => {
    const importe = importes.get(normaliser(d.numero ?? ''));
    if (!importe || (d.version ?? 1) <= Number(importe['version'])) return [];
    return [{ table: 'devis', enregistrement: d, nom: nommerLigne('devis', importe) } as const];
  });
}
