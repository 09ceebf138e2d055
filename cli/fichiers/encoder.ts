import iconv from 'iconv-lite';
import type { Encodage } from '../../src/import/source';

/** Encode un texte à écrire, avec la marque qu'Excel attend en UTF-8 et en UTF-16. */
export function encoder(texte: string, encodage: Encodage): Buffer {
  return iconv.encode(texte, encodage, { addBOM: encodage.startsWith('utf') });
}
