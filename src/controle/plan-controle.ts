import { remplacer } from '../classeur/changements';
import { plan, type Plan } from '../classeur/plan';
import type { Snapshot } from '../classeur/snapshot';
import { CLES_TABLES, TABLES, type CleTable } from '../classeur/tables';
import type { Contexte } from '../commun/contexte';
import type { CodeAnomalie } from '../messages/controle';
import type { Anomalie, Regle } from './regle';
import { relever, type Releves } from './releves';
import { REGLES_AUTRES } from './regles/autres';
import { REGLES_DEVIS } from './regles/devis';
import { cellulesIllisibles, doublons, REGLES_GENERALES } from './regles/generales';
import { REGLES_REFERENCES } from './regles/references';

/** Le contrat JSON `controler` ; `numeros` vient de l'analyse de la numérotation. */
export interface Controle<N> {
  readonly anomalies: readonly {
    readonly onglet: string;
    readonly cellule: string;
    readonly code: CodeAnomalie;
    readonly message: string;
  }[];
  readonly numeros: N;
}

/** Toutes les vérifications ligne à ligne ; en ajouter une, c'est ajouter une entrée. */
const REGLES: readonly Regle[] = [
  ...REGLES_GENERALES,
  ...REGLES_REFERENCES,
  ...REGLES_DEVIS,
  ...REGLES_AUTRES,
];

/** Contrôle tout le classeur et refait l'onglet Anomalies, par onglet puis par ligne. */
export function planControle<N>(
  snapshot: Snapshot,
  numeros: N,
  contexte: Contexte,
): Plan<Controle<N>> {
  const anomalies = controler(snapshot, relever(snapshot, contexte.aujourdHui));
  const situer = ({ table, ligne, colonne }: Anomalie) => ({
    onglet: TABLES[table].onglet,
    cellule: snapshot.adresse(table, ligne, colonne) ?? `A${ligne}`,
  });
  return plan(
    {
      anomalies: anomalies.map((a) => ({ ...situer(a), code: a.code, message: a.message })),
      numeros,
    },
    {
      changements: [
        remplacer(
          'anomalies',
          anomalies.map((a) => ({
            ...situer(a),
            valeur: a.valeur,
            message: a.message,
            code: a.code,
          })),
        ),
      ],
    },
  );
}

function controler(snapshot: Snapshot, releves: Releves): Anomalie[] {
  const trouvees = [...cellulesIllisibles(snapshot), ...doublons(snapshot)];
  const parTable = new Map<CleTable, Regle[]>();
  for (const r of REGLES) parTable.set(r.table, [...(parTable.get(r.table) ?? []), r]);
  for (const [table, regles] of parTable) {
    for (const ligne of snapshot.tables[table]) {
      for (const r of regles) for (const a of r.verifier(ligne, releves)) trouvees.push(a);
    }
  }
  return trouvees.sort(
    (a, b) =>
      CLES_TABLES.indexOf(a.table) - CLES_TABLES.indexOf(b.table) ||
      a.ligne - b.ligne ||
      rangColonne(a) - rangColonne(b),
  );
}

const rangs = new Map<CleTable, string[]>();

function rangColonne({ table, colonne }: Anomalie): number {
  let cles = rangs.get(table);
  if (!cles) {
    cles = Object.keys(TABLES[table].colonnes);
    rangs.set(table, cles);
  }
  return cles.indexOf(colonne);
}
