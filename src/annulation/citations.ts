import type { Snapshot } from '../classeur/snapshot';
import { TABLES, type CleTable } from '../classeur/tables';
import { creerIndexOrganisations } from '../clients/index-organisations';
import type { Horodatage } from '../commun/date-civile';
import { normaliser } from '../commun/texte';
import { designer, parseDesignation } from '../devis/designation';
import { probleme, type Probleme } from '../messages/probleme';
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

/**
 * Ce qui resterait dans le classeur en citant un enregistrement supprimé : ces lignes-là perdraient
 * ce dont elles parlent (S2-12). `le` : quand l'import a eu lieu.
 */
export function citations(
  snapshot: Snapshot,
  suppressions: Suppressions,
  le: Horodatage | null,
): Probleme[] {
  const citer = (
    citants: readonly Citation[],
    citee: (texte: string) => string | null,
  ): Probleme[] =>
    citants.flatMap(([table, colonne]) => {
      const supprimees = new Set(suppressions.get(table)?.map((e) => e.ligne));
      return (snapshot.tables[table] as readonly Enregistrement[]).flatMap((e) => {
        const texte = e[colonne];
        if (typeof texte !== 'string' || supprimees.has(e.ligne)) return [];
        const nom = citee(texte);
        if (nom === null || !estReponse(table, e)) return [];
        return [probleme('ANNULATION_CITE', { nom, par: nommerLigne(table, e), ligne: e.ligne })];
      });
    });
  const devis = suppressions.get('devis') ?? [];
  const nomDevis = devisSupprimes(snapshot, devis);
  return [
    ...citer(CITENT_CLIENT, clientsSupprimes(snapshot, suppressions.get('clients') ?? [])),
    ...citer(CITENT_AFFAIRE, affairesSupprimees(suppressions.get('affaires') ?? [])),
    ...citer(CITENT_DEVIS, nomDevis),
    ...versionsSuivantes(snapshot, devis, le),
  ];
}

/** La revue se refait : seule une réponse qu'une personne y a écrite serait perdue. */
const estReponse = (table: CleTable, e: Enregistrement): boolean =>
  table !== 'revueHebdo' || REPONSES_REVUE.some((cle) => (e[cle] ?? null) !== null);

/** Un nom que seul un client supprimé porte. */
function clientsSupprimes(snapshot: Snapshot, supprimes: readonly Enregistrement[]) {
  const partent = new Set(supprimes.map((e) => e.ligne));
  const [partis, gardes] = [creerIndexOrganisations<null>(), creerIndexOrganisations<null>()];
  if (supprimes.length === 0) return () => null;
  for (const { organisation, ligne } of snapshot.tables.clients) {
    if (organisation !== null)
      (partent.has(ligne) ? partis : gardes).ajouter(organisation, null, null);
  }
  return (nom: string): string | null => {
    const parti = partis.trouver(nom, null);
    return parti && !gardes.trouver(nom, null) ? `${TABLES.clients.onglet} ${parti.nom}` : null;
  };
}

function affairesSupprimees(supprimees: readonly Enregistrement[]) {
  const noms = new Map(
    supprimees.map((e) => [normaliser(String(e['numero'] ?? '')), nommerLigne('affaires', e)]),
  );
  return (texte: string): string | null => noms.get(normaliser(texte)) ?? null;
}

/** Un devis cité par son numéro : celui-là, ou sa chaîne s'il n'en reste aucune version. */
function devisSupprimes(snapshot: Snapshot, supprimes: readonly Enregistrement[]) {
  const partent = new Set(supprimes.map((e) => e.ligne));
  const restants = new Set(
    supprimes.length === 0
      ? []
      : snapshot.tables.devis
          .filter((d) => !partent.has(d.ligne) && d.numero !== null)
          .map((d) => normaliser(d.numero ?? '')),
  );
  const exacts = new Map<string, string>();
  const chaines = new Map<string, string>();
  for (const e of supprimes) {
    const numero = String(e['numero'] ?? '');
    const nom = nommerLigne('devis', e);
    exacts.set(normaliser(designer({ numero, version: Number(e['version'] ?? 1) })), nom);
    if (!restants.has(normaliser(numero))) chaines.set(normaliser(numero), nom);
  }
  return (texte: string): string | null => {
    const { numero, version } = parseDesignation(texte);
    const exact = version === null ? undefined : exacts.get(normaliser(texte));
    return exact ?? chaines.get(normaliser(numero)) ?? null;
  };
}

/** Les versions créées depuis, à la suite d'une de celles de l'import. */
function versionsSuivantes(
  snapshot: Snapshot,
  supprimes: readonly Enregistrement[],
  le: Horodatage | null,
): Probleme[] {
  if (supprimes.length === 0 || le === null) return [];
  const partent = new Set(supprimes.map((e) => e.ligne));
  const importees = new Map(supprimes.map((e) => [normaliser(String(e['numero'] ?? '')), e]));
  return snapshot.tables.devis.flatMap((d) => {
    const importee = importees.get(normaliser(d.numero ?? ''));
    if (!importee || partent.has(d.ligne)) return [];
    const suit = (d.version ?? 1) > Number(importee['version'] ?? 1);
    if (!suit || d.creeLe === null || d.creeLe < le.slice(0, 10)) return [];
    const [nom, par] = [nommerLigne('devis', importee), nommerLigne('devis', d)];
    return [probleme('ANNULATION_CITE', { nom, par, ligne: d.ligne })];
  });
}
