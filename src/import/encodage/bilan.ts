import { probleme, type Probleme } from '../../messages/probleme';
import type { Encodage } from '../source';

/** Ce que la lecture d'un texte a montré de lui. */
export interface BilanEncodage {
  readonly encodage: Encodage;
  /** Lignes d'un fichier UTF-8 qui ne le sont pas, et ont été lues dans un encodage d'un octet. */
  readonly lignesAutres: number;
  /** Des accents étaient déjà perdus dans le fichier : `SociÃ©tÃ©`, ou le losange des caractères inconnus. */
  readonly abime: boolean;
}

/** Ce que la personne doit savoir de l'encodage reconnu : un mélange, un encodage d'autrefois, des accents perdus. */
export function constatsDe({ encodage, lignesAutres, abime }: BilanEncodage): Probleme[] {
  const constats: Probleme[] = [];
  if (lignesAutres > 0) constats.push(probleme('IMPORT_ENCODAGES_MELES', { lignes: lignesAutres }));
  if (encodage === 'macintosh' || encodage === 'cp850') {
    const systeme = encodage === 'macintosh' ? 'Mac' : 'DOS';
    constats.push(probleme('IMPORT_ENCODAGE_ANCIEN', { systeme }));
  }
  if (abime) constats.push(probleme('IMPORT_ACCENTS_ABIMES', undefined));
  return constats;
}
