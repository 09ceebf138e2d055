import { ETAPES, type Etape } from '../classeur/tables/affaires';

/** Une affaire n'y a plus rien à facturer. */
export const ETAPES_SOLDEES: readonly Etape[] = ['Facturée', 'Close', 'Perdue', 'Abandonnée'];

/** Rang d'une étape dans la vie d'une affaire ; Perdue, Abandonnée ou vide : avant toutes. */
function rang(etape: Etape | null): number {
  if (etape === null || etape === 'Perdue' || etape === 'Abandonnée') return -1;
  return ETAPES.indexOf(etape);
}

/** L'étape après avoir atteint `visee` : une affaire plus avancée ne recule pas, une perdue revient. */
export function avancer(etape: Etape | null, visee: Etape): Etape {
  return rang(etape) < rang(visee) ? visee : (etape ?? visee);
}

/** Une commande est arrivée : l'affaire ne peut plus être perdue ni abandonnée. */
export function estCommandee(etape: Etape | null): boolean {
  return rang(etape) >= rang('Commande à vérifier');
}

/** L'étape de ce nom. */
export const enEtape = (valeur: unknown): Etape | null => ETAPES.find((e) => e === valeur) ?? null;

/**
 * `vers` reviendrait sur ce qui est décidé : une affaire commandée qui recule, une affaire perdue ou
 * abandonnée qui redevient à gagner.
 */
export function recule(de: unknown, vers: unknown): boolean {
  const [ici, la] = [enEtape(de), enEtape(vers)];
  if (ici === null || rang(la) < 0) return false;
  return rang(ici) < 0 ? !estCommandee(la) : estCommandee(ici) && rang(la) < rang(ici);
}
