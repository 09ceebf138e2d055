import type { ValeurLibre } from '../src/classeur/colonne';
import { REGLAGES, type CleReglage } from '../src/classeur/parametres';
import type { ValeursDe } from '../src/classeur/tables';

function valeurLibre(cle: CleReglage): ValeurLibre | null {
  const { genre, defaut } = REGLAGES[cle];
  if (defaut === '') return null;
  if (typeof defaut === 'number' && (genre === 'taux' || genre === 'entier' || genre === 'nombre'))
    return { genre, valeur: defaut };
  return defaut;
}

/** Une ligne par réglage, dans l'ordre de leur déclaration, avec sa valeur de départ. */
export function parametresInitiaux(): ValeursDe<'parametres'>[] {
  return (Object.keys(REGLAGES) as CleReglage[]).map((cle) => ({
    reglage: REGLAGES[cle].libelle,
    valeur: valeurLibre(cle),
    signification: REGLAGES[cle].signification,
  }));
}
