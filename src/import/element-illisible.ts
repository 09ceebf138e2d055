import { probleme } from '../messages/probleme';
import { remarque } from './remarques';
import type { Remarque } from './resultat';
import { texteDeCellule, type LigneSource } from './source';

/** Un élément d'un JSON qui n'est pas un objet simple : rien n'en est lu. */
export function elementIllisible({ ligne, cellules, defaut }: LigneSource): Remarque | null {
  if (defaut === undefined) return null;
  const texte = texteDeCellule(cellules[0]);
  return remarque(ligne, '', texte, probleme('IMPORT_ELEMENT_ILLISIBLE', { raison: defaut }));
}
