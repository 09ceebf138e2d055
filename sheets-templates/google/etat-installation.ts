import type { Dialogue } from '../../src/sheets-api/appel';
import {
  etatsDe,
  plagesAutomatismes,
  type EtatsAutomatismes,
} from '../../src/sheets-api/automatismes';
import { lire } from '../../src/sheets-api/insister';
import { etatDe, type EtatGoogle } from '../../src/sheets-api/lire-etat';
import { plageA1 } from '../../src/sheets-api/reperes';
import { CHAMPS_CLASSEUR, plageEntiere, reperer } from '../../src/sheets-api/reperer';
import type { ClasseurJson, ValeursJson } from '../../src/sheets-api/reponses';

/** Le classeur tel qu'il est, avec tout ce que l'installation pose ou répare. */
export interface EtatInstallation {
  readonly json: ClasseurJson;
  readonly etat: EtatGoogle;
  readonly automatismes: EtatsAutomatismes;
  /** Onglets que Google crée avec un classeur neuf, restés vides. */
  readonly inutiles: readonly number[];
}

const CHAMPS = `${CHAMPS_CLASSEUR},sheets(conditionalFormats,protectedRanges,tables,charts(chartId))`;
const NEUF = /^(?:Feuille|Sheet|Feuil) ?1$/;

/** Un `get`, un `batchGet`. */
export function* lireInstallation(id: string): Dialogue<EtatInstallation> {
  const json = yield* lire<ClasseurJson>({ methode: 'get', id, champs: CHAMPS });
  const reperage = reperer(id, json);
  const neufs = (json.sheets ?? []).filter(
    (o) => NEUF.test(o.properties?.title ?? '') && !o.charts && reperage.classeur === null,
  );
  const automatismes = plagesAutomatismes(json);
  const tables = [...reperage.onglets.values()].map(plageEntiere);
  const plages = [
    ...tables,
    ...automatismes.values(),
    ...neufs.map((o) => plageA1(o.properties?.title ?? '')),
  ];
  const { valueRanges = [] } =
    plages.length > 0 ? yield* lire<ValeursJson>({ methode: 'batchGet', id, plages }) : {};
  const fin = tables.length + automatismes.size;
  return {
    json,
    etat: etatDe(reperage, { valueRanges }),
    automatismes: etatsDe(automatismes, valueRanges.slice(tables.length, fin)),
    inutiles: neufs.flatMap((o, i) =>
      valueRanges[fin + i]?.values ? [] : [o.properties?.sheetId ?? 0],
    ),
  };
}
