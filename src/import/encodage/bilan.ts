import { probleme, type Probleme } from '../../messages/probleme';
import type { Encodage } from '../source';
import type { UnOctet } from './un-octet';

/** Ce que la lecture d'un texte a montré de lui. */
export interface BilanEncodage {
  readonly encodage: Encodage;
  /** Un autre, qui ferait un texte plus vraisemblable sans assez de signes pour l'emporter. */
  readonly doute: UnOctet | null;
  /** Lignes d'un fichier UTF-8 qui ne le sont pas, et ont été lues dans un encodage d'un octet. */
  readonly lignesAutres: number;
  /** Des accents étaient déjà perdus dans le fichier : `SociÃ©tÃ©`, ou le losange des caractères inconnus. */
  readonly abime: boolean;
}

const ANCIENS: { readonly [E in Encodage]?: string } = { macintosh: 'Mac', cp850: 'DOS' };

/** Ce que la personne doit savoir de l'encodage reconnu : un mélange, un encodage d'autrefois, des accents perdus. */
export function constatsDe({ encodage, doute, lignesAutres, abime }: BilanEncodage): Probleme[] {
  const constats: Probleme[] = [];
  if (lignesAutres > 0) constats.push(probleme('IMPORT_ENCODAGES_MELES', { lignes: lignesAutres }));
  const ancien = ANCIENS[encodage];
  if (ancien !== undefined) constats.push(probleme('IMPORT_ENCODAGE_ANCIEN', { systeme: ancien }));
  if (doute !== null) {
    const autre = ANCIENS[doute] ?? 'ISO-8859-15';
    constats.push(probleme('IMPORT_ENCODAGE_INCERTAIN', { autre }));
  }
  if (abime) constats.push(probleme('IMPORT_ACCENTS_ABIMES', undefined));
  return constats;
}
