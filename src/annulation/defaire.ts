import { ajouter, supprimer, type Changement } from '../classeur/changements';
import { plan, type Plan } from '../classeur/plan';
import type { Snapshot } from '../classeur/snapshot';
import { TABLES, type CleTable, type Ligne } from '../classeur/tables';
import type { Contexte } from '../commun/contexte';
import { nommer } from '../import/nommer';
import { direAnnulation } from '../messages/annulation';
import { changementsUlterieurs, renommageIncertain } from './changements-ulterieurs';
import { citations, type Suppressions } from './citations';
import type { Signature } from './empreinte';
import { creationsDAutresImports } from './imports-ulterieurs';
import { lireImport, type ImportConsigne } from './lire-import';
import { signerTable, textesIllisibles } from './lignes-signees';
import { nommerLigne, parLeNom, type Enregistrement } from './nommer-ligne';
import { numerosInscrits } from './numeros';
import type { Refus } from './refus';
import { origineAnnulation, origineImport } from '../import/origines';
import { retablir } from './retablir';
import { retrouverCreations } from './retrouver-creations';

/** Ce que rend une annulation (`suivi annuler --json`). */
export interface ResultatAnnulation {
  /** Le numéro de l'import. */
  readonly import: number;
  /** Enregistrements créés par l'import et supprimés, clients cités mis à part. */
  readonly supprimes: number;
  /** Enregistrements modifiés par l'import, revenus à leur contenu d'avant. */
  readonly retablis: number;
  /** Clients que l'import avait créés parce qu'il les citait. */
  readonly clientsSupprimes: number;
  /** Numéros ôtés de Registre. */
  readonly numerosOtes: number;
  /** Enregistrements créés par l'import qui n'étaient déjà plus là. */
  readonly absents: number;
}

/** Un import défait, ou ce qui l'empêche. */
export interface Defaite {
  readonly plan: Plan<ResultatAnnulation>;
  /** Ce qui se voit dans le classeur d'aujourd'hui ; vide : l'import peut être défait. */
  readonly refus: readonly Refus[];
}

/** Défait un import, sans chercher quels imports il faudrait défaire d'abord. */
export function defaire(snapshot: Snapshot, numero: number, contexte: Contexte): Defaite {
  const { consigne, problemes } = lireImport(snapshot, numero);
  if (!consigne) return { plan: plan({ ...RIEN, import: numero }, { problemes }), refus: [] };

  const retrouvees = retrouver(snapshot, consigne);
  const retablissements = retablir(snapshot, consigne.modifications);
  const numeros = numerosInscrits(snapshot, numero);
  const { suppressions, absents } = retrouvees;
  const dejaCites = consigne.creations.map((c) => c.deja);
  const refus: Refus[] = [
    ...retrouvees.refus,
    ...retablissements.refus,
    ...citations(snapshot, retrouvees.siennes, dejaCites),
    ...numeros.problemes.map((p) => ({ probleme: p, lieu: null })),
  ];
  if (refus.length > 0) {
    const problemes = refus.map((r) => r.probleme);
    const retenus = supprimerToutes(retrouvees.siennes);
    return { plan: plan({ ...RIEN, import: numero }, { problemes, retenus }), refus };
  }

  const total = [...suppressions.values()].reduce((n, lignes) => n + lignes.length, 0);
  const clients = suppressions.get('clients')?.length ?? 0;
  const tables = [...consigne.creations, ...consigne.modifications].map((r) => r.table);
  const clientsSupprimes = tables.every((t) => t === 'clients') ? 0 : clients;
  const resultat: ResultatAnnulation = {
    import: numero,
    supprimes: total - clientsSupprimes,
    retablis: retablissements.changements.length,
    clientsSupprimes,
    numerosOtes: numeros.lignes.length,
    absents,
  };
  const changements: Changement[] = [...retablissements.changements];
  changements.push(
    ...supprimerToutes(suppressions),
    ...numeros.lignes.map((r) => supprimer('registre', r, r.numero ?? '')),
    ajouter('journal', {
      le: contexte.maintenant,
      par: contexte.utilisateur,
      origine: origineAnnulation(numero),
      action: 'annuler',
      objet: origineImport(numero),
      apres: direAnnulation(resultat),
    }),
  );
  return { plan: plan(resultat, { changements }), refus };
}

const RIEN: Omit<ResultatAnnulation, 'import'> = {
  supprimes: 0,
  retablis: 0,
  clientsSupprimes: 0,
  numerosOtes: 0,
  absents: 0,
};

interface Retrouvees {
  /** Toutes ses créations encore là, changées ou non : elles ne se citent pas entre elles. */
  readonly siennes: Suppressions;
  readonly suppressions: Suppressions;
  readonly absents: number;
  readonly refus: readonly Refus[];
}

/** Ce que l'import a créé, dans chaque table, tel que c'est maintenant. */
function retrouver(snapshot: Snapshot, { numero, creations, ecrits }: ImportConsigne): Retrouvees {
  const ecrites = new Map<CleTable, { signatures: Signature[]; effectif: number }>();
  for (const { table, lignes, effectif } of creations) {
    const deTable = ecrites.get(table) ?? { signatures: [], effectif };
    ecrites.set(table, deTable);
    // Écrit en plusieurs fois, l'import voit ses propres lignes : la première fois seule compte.
    deTable.effectif = Math.min(deTable.effectif, effectif);
    for (const l of lignes) deTable.signatures.push(l);
  }
  const suppressions = new Map<CleTable, Enregistrement[]>();
  const siennes = new Map<CleTable, Enregistrement[]>();
  const refus: Refus[] = [];
  const dAilleurs = creationsDAutresImports(snapshot, numero);
  let absents = 0;
  for (const [table, { signatures, effectif }] of ecrites) {
    const lues = retrouverCreations(
      signatures,
      signerTable(snapshot, table),
      effectif,
      (l) => dAilleurs(table, l.signature),
      (ecrite, lignes) => parLeNom(table, ecrits(table, ecrite), lignes),
    );
    const illisible = textesIllisibles(snapshot, table);
    absents += lues.absentes;
    const intactes = lues.intactes.map((l) => l.enregistrement);
    suppressions.set(
      table,
      intactes.sort((a, b) => a.ligne - b.ligne),
    );
    siennes.set(table, [...intactes, ...lues.changees.map((c) => c.ligne.enregistrement)]);
    for (const { ligne, ecrite, autres } of lues.changees) {
      const { enregistrement } = ligne;
      const problemes =
        autres.length > 0
          ? [renommageIncertain(table, [ligne, ...autres], ecrits(table, ecrite))]
          : changementsUlterieurs(
              table,
              ligne,
              { signature: ecrite, ecrit: ecrits(table, ecrite) },
              (c) => illisible(enregistrement.ligne, c),
            );
      for (const p of problemes) refus.push({ probleme: p, lieu: { table, enregistrement } });
    }
  }
  return { suppressions, siennes, absents, refus };
}

function supprimerToutes(suppressions: Suppressions): Changement[] {
  return [...suppressions].flatMap(([table, lignes]) =>
    lignes.map((e) => supprimerLigne(table, e)),
  );
}

function supprimerLigne(table: CleTable, e: Enregistrement): Changement {
  const nom = TABLES[table].identite.length > 0 ? nommer(e) : nommerLigne(table, e);
  return supprimer(table, e as Ligne<typeof table>, nom || nommerLigne(table, e));
}
