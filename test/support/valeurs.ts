import type { Contexte } from '../../src/commun/contexte';
import {
  parseDateCivile,
  parseMois,
  type DateCivile,
  type Horodatage,
  type Mois,
} from '../../src/commun/date-civile';
import { eurosVersCentimes, type Centimes } from '../../src/commun/montant';

/** Raccourcis de test : `jour('2026-03-02')`, `mois('2026-03')`, `euros(1234.5)`. */
export function jour(texte: string): DateCivile {
  const date = parseDateCivile(texte);
  if (!date) throw new Error(`Date de test invalide : ${texte}`);
  return date;
}

export function mois(texte: string): Mois {
  const m = parseMois(texte);
  if (!m) throw new Error(`Mois de test invalide : ${texte}`);
  return m;
}

export const euros = (montant: number): Centimes => eurosVersCentimes(montant);

export function contexte(aujourdHui: string, utilisateur = 'gerant@exemple.fr'): Contexte {
  return {
    aujourdHui: jour(aujourdHui),
    maintenant: `${aujourdHui}T09:00` as Horodatage,
    utilisateur,
    origine: 'test',
  };
}
