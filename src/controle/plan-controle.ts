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
import { absentsDuRegistre } from './regles/registre';
import { REGLES_OBJECTIFS } from './regles/objectifs';
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
  ...REGLES_OBJECTIFS,
];

/** Contrôle tout le classeur et refait l'onglet Anomalies, par onglet puis par ligne. */
export function planControle<N>(
  snapshot: Snapshot,
  numeros: N,
  contexte: Contexte,
): Plan<Controle<N>> {
  const anomalies = controler(snapshot, relever(snapshot, contexte.aujourdHui));
  const lignes = anomalies.map(({ table, ligne, colonne, valeur, message, code }) => ({
    onglet: TABLES[table].onglet,
    cellule: snapshot.adresse(table, ligne, colonne) ?? `A${ligne}`,
    valeur,
    message,
    code,
  }));
  return plan(
    {
      anomalies: lignes.map(({ onglet, cellule, code, message }) => ({
        onglet,
        cellule,
        code,
        message,
      })),
      numeros,
    },
    { changements: [remplacer('anomalies', lignes)] },
  );
}

function controler(snapshot: Snapshot, releves: Releves): Anomalie[] {
  const trouvees = [
    ...cellulesIllisibles(snapshot),
    ...doublons(snapshot),
    ...absentsDuRegistre(snapshot),
  ];
  const parTable = new Map<CleTable, Regle[]>();
  for (const r of REGLES) parTable.set(r.table, (parTable.get(r.table) ?? []).concat(r));
  for (const [table, regles] of parTable) {
    for (const ligne of snapshot.tables[table]) {
      for (const r of regles) for (const a of r.verifier(ligne, releves)) trouvees.push(a);
    }
  }
  return trier(trouvees);
}

/** Par onglet, ligne, colonne ; le rang de chaque anomalie ne se calcule qu'une fois. */
function trier(anomalies: readonly Anomalie[]): Anomalie[] {
  const colonnes = new Map(CLES_TABLES.map((cle) => [cle, Object.keys(TABLES[cle].colonnes)]));
  return anomalies
    .map((anomalie) => ({
      anomalie,
      table: CLES_TABLES.indexOf(anomalie.table),
      colonne: colonnes.get(anomalie.table)?.indexOf(anomalie.colonne) ?? 0,
    }))
    .sort(
      (a, b) => a.table - b.table || a.anomalie.ligne - b.anomalie.ligne || a.colonne - b.colonne,
    )
    .map(({ anomalie }) => anomalie);
}
