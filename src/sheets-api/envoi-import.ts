import { journaliser, type Consigner } from '../classeur/journaliser';
import type { Changement } from '../classeur/changements';
import type { CleTable } from '../classeur/tables';
import type { Contexte } from '../commun/contexte';
import type { EtatGoogle } from './lire-etat';
import { octetsDuJson } from './octets';
import type { Requete } from './rest';
import { suivreCalculs } from './suivre-calculs';
import { lignesEcrites, plagesTemoins, type Ecrite } from './temoins';
import { finDeTranche, type Groupe } from './tranches';
import { replier, traduire, type EcrituresParTable } from './traduire';

/** Google conseille des envois de moins de 2 Mo ; un peu moins, pour ce qui entoure les requêtes. */
export const OCTETS_PAR_ENVOI = 1_950_000;

/** Des requêtes qui accompagnent un import (l'onglet de ses rejets), à envoyer dans cet ordre. */
export type Annexe = readonly Requete[];

/** Ce qui reste à envoyer. */
export interface Reste {
  readonly groupes: readonly Groupe[];
  readonly annexes: readonly Annexe[];
}

export interface Envoi {
  readonly groupes: number;
  readonly annexes: number;
  readonly changements: readonly Changement[];
  readonly parTable: EcrituresParTable;
  readonly tables: readonly CleTable[];
  readonly requetes: readonly Requete[];
  readonly ecrites: readonly Ecrite[];
  readonly plages: readonly string[];
}

const octetsDe = (valeur: unknown): number => octetsDuJson(JSON.stringify(valeur));

/**
 * Ce qui tient dans un envoi : le début de ce qui reste, avec ses lignes de Journal. Le poids n'est
 * sûr qu'une fois les requêtes faites : trop lourd, l'envoi est raccourci. Les annexes viennent à la
 * fin, s'il reste de la place.
 * @param action L'action au Journal ; reçoit si c'est la fin.
 * @param consigner De quoi annuler l'import, au Journal.
 */
export function preparerEnvoi(
  etat: EtatGoogle,
  { groupes, annexes }: Reste,
  contexte: Contexte,
  action: (fin: boolean) => string,
  consigner: Consigner,
  octets: number,
): Envoi {
  for (let budget = octets; ; budget *= 0.7) {
    const fin = finDeTranche(groupes, 0, budget);
    const tout = fin === groupes.length;
    const changements = groupes.slice(0, fin).flatMap((g) => g.changements);
    const journalises = journaliser(changements, action(tout), contexte, consigner);
    const parTable = replier(etat, journalises);
    const ecritures = traduire(etat, parTable);
    // « Calculs » suit une fois, à la fin : l'import entier est alors dans les tables.
    const requetes = [...ecritures, ...(tout ? suivreCalculs(etat, parTable, ecritures) : [])];
    const ecrites = lignesEcrites(parTable);
    const plages = plagesTemoins(etat, ecrites);
    const poids = octetsDe([requetes, plages]);
    if (poids > octets && fin > 1) continue;
    const jointes = tout ? annexesQuiTiennent(annexes, octets - poids, fin === 0) : 0;
    return {
      groupes: fin,
      annexes: jointes,
      changements,
      parTable,
      tables: [...parTable.keys()],
      requetes: [...requetes, ...annexes.slice(0, jointes).flat()],
      ecrites,
      plages,
    };
  }
}

function annexesQuiTiennent(
  annexes: readonly Annexe[],
  place: number,
  auMoinsUne: boolean,
): number {
  let prises = 0;
  let reste = place;
  for (const annexe of annexes) {
    reste -= octetsDe(annexe);
    if (reste < 0 && !(auMoinsUne && prises === 0)) break;
    prises += 1;
  }
  return prises;
}
