import type { DateCivile } from '../../src/commun/date-civile';
import { horlogeReelle, type Horloge } from './hote/horloge';

/** Le milieu de la matinée à Paris, été comme hiver. */
const MATIN = 'T08:30:00Z';

/** L'heure que le module voit : celle de la machine, ou le matin du jour donné, qui avance pareil. */
export function horlogeDu(jour: DateCivile | null): Horloge {
  if (jour === null) return horlogeReelle;
  const ecart = new Date(`${jour}${MATIN}`).getTime() - horlogeReelle.maintenant();
  return {
    maintenant: () => horlogeReelle.maintenant() + ecart,
    attendre: (ms) => horlogeReelle.attendre(ms),
  };
}

/** Le jour qu'il est à Paris. */
export function jourDe(horloge: Horloge): DateCivile {
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Paris', dateStyle: 'short' });
  return format.format(horloge.maintenant()) as DateCivile;
}
