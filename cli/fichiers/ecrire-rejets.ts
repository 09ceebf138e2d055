import iconv from 'iconv-lite';
import type { TableEchangeable } from '../../src/classeur/tables';
import { rapprocher } from '../../src/import/correspondance';
import { colonnesDe } from '../../src/import/noms-connus';
import { trouverTable } from '../../src/import/preparer';
import type { Profil } from '../../src/import/profil';
import { formaterRejets } from '../../src/import/rejets';
import type { Remarque } from '../../src/import/resultat';
import type { SourceTabulaire } from '../../src/import/source';
import { ecrireFichier } from './ecrire-fichier';
import { encoder } from './encodage';

/** Écrit le fichier des rejets (`--rejets`), dans l'encodage et avec le séparateur de la source. */
export async function ecrireRejets(
  fichier: string,
  source: SourceTabulaire,
  table: TableEchangeable,
  profil: Profil | null,
  rejets: readonly Remarque[],
): Promise<void> {
  const decoupe = trouverTable(table, source, profil);
  if (!decoupe) return;
  const { correspondance } = rapprocher(table, decoupe, profil, source.description.separateur);
  const declarees = colonnesDe(table);
  const dates = [...correspondance.colonnes].filter(([cle]) => declarees[cle]?.genre === 'date');
  const rangs = new Set(dates.map(([, colonne]) => colonne.rang));
  const texte = formaterRejets(source, decoupe, rejets, rangs);
  await ecrireFichier(fichier, encoder(texte, encodageSur(texte, source)));
}

/** Un motif contient parfois un caractère que l'encodage du fichier n'a pas : UTF-8 alors. */
function encodageSur(texte: string, { description }: SourceTabulaire) {
  const { encodage } = description;
  if (encodage === null || encodage.startsWith('utf')) return encodage ?? 'utf-8';
  const relu = iconv.decode(encoder(texte, encodage), encodage);
  return relu === texte ? encodage : 'utf-8';
}
