import { probleme, type Probleme } from '../../src/messages/probleme';
import type { BilanEncodage } from './encodage';

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
