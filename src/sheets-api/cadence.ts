import type { Demande, Dialogue } from './appel';

/** Google compte les lectures et les écritures d'une personne, minute par minute. */
const MINUTE_MS = 60_000;
const PAR_MINUTE = 60;

/** Ce qui reste du quota de la minute écoulée. */
export interface Cadence {
  /** Combien attendre avant cet appel, en ms ; 0 : il peut partir, et il est compté. */
  attente(methode: 'lecture' | 'ecriture'): number;
}

/**
 * Une minute glissante : jamais plus de `parMinute` appels d'une sorte dans soixante secondes, où qu'on
 * les regarde. Un seau qui se remplit en laisserait partir le double autour d'un changement de minute.
 * @param maintenant L'heure, en ms ; seules les différences comptent.
 */
export function creerCadence(maintenant: () => number, parMinute = PAR_MINUTE): Cadence {
  const partis = { lecture: [] as number[], ecriture: [] as number[] };
  return {
    attente(methode) {
      const heures = partis[methode];
      const instant = maintenant();
      while (heures[0] !== undefined && heures[0] <= instant - MINUTE_MS) heures.shift();
      const premiere = heures[heures.length - parMinute];
      if (premiere !== undefined) return premiere + MINUTE_MS - instant;
      heures.push(instant);
      return 0;
    },
  };
}

/** Le même dialogue, retenu pour ne jamais dépasser le quota. */
export function* cadencer<R>(dialogue: Dialogue<R>, cadence: Cadence): Dialogue<R> {
  let pas = dialogue.next();
  while (!pas.done) {
    const sorte = sorteDe(pas.value);
    if (sorte !== null) yield* patienter(() => cadence.attente(sorte));
    pas = dialogue.next(yield pas.value);
  }
  return pas.value;
}

/** La coquille n'attend parfois que la moitié de ce qu'on lui demande : on regarde l'heure à nouveau. */
function* patienter(reste: () => number): Dialogue<void> {
  for (let ms = reste(); ms > 0; ms = reste()) yield { methode: 'attendre', ms };
}

function sorteDe({ methode }: Demande): 'lecture' | 'ecriture' | null {
  if (methode === 'get' || methode === 'batchGet') return 'lecture';
  return methode === 'batchUpdate' ? 'ecriture' : null;
}
