import { refus } from '../classeur/erreur-classeur';
import type { Appel, Dialogue } from './appel';
import { causeDe, erreurDe, estAmbigu, estQuota, type Echec } from './echecs';
import { ATTENTES, attendre, insister, jsonDe } from './insister';
import { lireJeton, memeJeton, sousJeton, type Jeton } from './jeton';
import type { ClasseurJson, EcritureJson } from './reponses';
import type { Requete } from './rest';

export interface LotGoogle {
  readonly id: string;
  /** Tel qu'il a été lu avec les valeurs dont le lot dépend. */
  readonly jeton: Jeton;
  /** L'onglet qui porte le jeton. */
  readonly registre: number;
  readonly requetes: readonly Requete[];
  /** Plages à rendre après l'écriture. */
  readonly plages: readonly string[];
}

/** Écrit, avec la réponse de Google si elle est parvenue ; ou périmé : d'autres ont écrit depuis la lecture. */
export type Issue =
  { readonly sorte: 'ecrit'; readonly json: EcritureJson | null } | { readonly sorte: 'perime' };

/**
 * Écrit un lot sous un nouveau jeton. Une réponse perdue n'est jamais devinée : on relit le jeton, qui
 * dit si l'écriture a eu lieu. Le même jeton sert à tous les essais d'un lot : un essai attardé ne
 * peut donc pas l'écrire deux fois.
 * @throws ErreurClasseur si Google refuse, ou si l'on ne peut savoir.
 */
export function* ecrire(lot: LotGoogle, nouveau: string): Dialogue<Issue> {
  const { id, plages } = lot;
  const appel: Appel = {
    methode: 'batchUpdate',
    id,
    requetes: sousJeton(lot.jeton, nouveau, lot.registre, lot.requetes),
    ...(plages.length > 0 ? { rendre: plages } : {}),
  };
  for (let essai = 0; ; essai++) {
    const reponse = yield appel;
    if (reponse.ok) return { sorte: 'ecrit', json: jsonDe<EcritureJson>(reponse) };
    const ambigu = estAmbigu(reponse);
    if (!ambigu && !estQuota(reponse) && reponse.statut !== 400) throw erreurDe(reponse, id);
    const reste = essai < ATTENTES;
    if (reponse.statut !== 400 && reste) yield* attendre(essai);
    if (estQuota(reponse)) {
      if (reste) continue;
      throw erreurDe(reponse, id);
    }
    const lu = yield* relireJeton(id, reponse);
    if (lu.passes.includes(nouveau)) return { sorte: 'ecrit', json: null };
    if (!memeJeton(lu, lot.jeton)) return { sorte: 'perime' };
    if (ambigu && reste) continue;
    // Une réponse perdue peut encore être suivie d'effet.
    throw reponse.statut === null
      ? refus('ECRITURE_INCERTAINE', { cause: causeDe(reponse) })
      : erreurDe(reponse, id);
  }
}

/** Après un échec : où en est le classeur. Sans réponse, on ne sait pas si l'on a écrit. */
function* relireJeton(id: string, echec: Echec): Dialogue<Jeton> {
  const reponse = yield* insister({ methode: 'get', id, champs: 'namedRanges' });
  if (reponse.ok) return lireJeton(jsonDe<ClasseurJson>(reponse));
  throw estAmbigu(echec)
    ? refus('ECRITURE_INCERTAINE', { cause: causeDe(reponse) })
    : erreurDe(reponse, id);
}
