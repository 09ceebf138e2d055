import { ErreurClasseur } from '../classeur/erreur-classeur';
import { construireSnapshot, type Snapshot } from '../classeur/snapshot';
import { probleme } from '../messages/probleme';
import type { Dialogue, Reponse } from './appel';
import { erreurDe } from './echecs';
import { insister, jsonDe, lire } from './insister';
import { etatDe, sourceDe, type EtatGoogle } from './lire-etat';
import { CHAMPS_CLASSEUR, plageEntiere, reperer } from './reperer';
import type { ClasseurJson, ValeursJson } from './reponses';

/** Un onglet renommé entre les deux appels : on repart du premier. */
const TOURS = 3;

/**
 * L'état du classeur : un `get`, un `batchGet`. `enPlus` : le titre d'un autre onglet à lire avec, ses
 * formats dans un `get` de plus.
 */
export function* lireEtatGoogle(id: string, enPlus?: string): Dialogue<EtatGoogle> {
  for (let tour = 1; ; tour++) {
    const json = yield* lire<ClasseurJson>({ methode: 'get', id, champs: CHAMPS_CLASSEUR });
    const reperage = reperer(id, json);
    if (reperage.onglets.size === 0) return etatDe(reperage, {});
    const autre = reperage.autres.find(({ titre }) => titre === enPlus);
    const plages = [...reperage.onglets.values(), ...(autre ? [autre] : [])].map(plageEntiere);
    const lues = yield* insister({ methode: 'batchGet', id, plages });
    const formats = lues.ok && autre ? yield* formatsDe(id, autre) : RIEN;
    if (lues.ok && formats.ok)
      return etatDe(reperage, jsonDe<ValeursJson>(lues), jsonDe<ClasseurJson>(formats));
    for (const reponse of [lues, formats]) {
      if (!reponse.ok && (reponse.statut !== 400 || tour === TOURS)) throw erreurDe(reponse, id);
    }
  }
}

const RIEN: Reponse = { ok: true, json: {} };

/** Ce qui dit qu'un nombre de cet onglet se montre en date, en pourcentage, en monnaie. */
function formatsDe(id: string, onglet: Parameters<typeof plageEntiere>[0]): Dialogue<Reponse> {
  const champs = 'sheets(data(rowData(values(effectiveFormat(numberFormat)))))';
  return insister({ methode: 'get', id, champs, plages: [plageEntiere(onglet)] });
}

/** Les tables du classeur, ou tout ce qui empêche de les lire. */
export function snapshotDe(etat: EtatGoogle): Snapshot {
  if (etat.onglets.size === 0) {
    throw new ErreurClasseur([probleme('CLASSEUR_NON_INSTALLE', undefined)]);
  }
  const { snapshot, problemes } = construireSnapshot(sourceDe(etat));
  if (snapshot) return snapshot;
  const structure = problemes.some((p) => p.code !== 'REGLAGE_ILLISIBLE');
  throw new ErreurClasseur(
    structure ? [...problemes, probleme('CLASSEUR_A_REPARER', undefined)] : problemes,
  );
}

/**
 * Lit un classeur Google : un `get`, un `batchGet`.
 * @throws ErreurClasseur si le classeur ne peut pas être lu ou si sa structure est abîmée.
 */
export function* lireClasseurGoogle(id: string): Dialogue<Snapshot> {
  return snapshotDe(yield* lireEtatGoogle(id));
}
