import { ErreurClasseur } from '../classeur/erreur-classeur';
import { construireSnapshot, type Snapshot } from '../classeur/snapshot';
import { probleme } from '../messages/probleme';
import type { Dialogue } from './appel';
import { erreurDe } from './echecs';
import { insister, jsonDe, lire } from './insister';
import { etatDe, sourceDe, type EtatGoogle } from './lire-etat';
import { CHAMPS_CLASSEUR, plageEntiere, reperer } from './reperer';
import type { ClasseurJson, ValeursJson } from './reponses';

/** Un onglet renommé entre les deux appels : on repart du premier. */
const TOURS = 3;

/** L'état du classeur : un `get`, un `batchGet`. `enPlus` : le titre d'un autre onglet à lire avec. */
export function* lireEtatGoogle(id: string, enPlus?: string): Dialogue<EtatGoogle> {
  for (let tour = 1; ; tour++) {
    const json = yield* lire<ClasseurJson>({ methode: 'get', id, champs: CHAMPS_CLASSEUR });
    const reperage = reperer(id, json);
    if (reperage.onglets.size === 0) return etatDe(reperage, {});
    const autre = reperage.autres.find(({ titre }) => titre === enPlus);
    const plages = [...reperage.onglets.values(), ...(autre ? [autre] : [])].map(plageEntiere);
    const lues = yield* insister({ methode: 'batchGet', id, plages });
    if (lues.ok) return etatDe(reperage, jsonDe<ValeursJson>(lues));
    if (lues.statut !== 400 || tour === TOURS) throw erreurDe(lues, id);
  }
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
