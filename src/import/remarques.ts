import { messageDe, type Probleme } from '../messages/probleme';
import type { Remarque } from './resultat';

export function remarque(ligne: number, colonne: string, valeur: string, p: Probleme): Remarque {
  return { ligne, colonne, valeur, code: p.code, message: messageDe(p) };
}
