import type { TableEchangeable } from '../classeur/tables';
import type { Profil } from './profil';
import type { ResultatImport } from './resultat';

/**
 * Le profil qui referait cet import (`--enregistrer-profil`) : ce qui a été reconnu, par-dessus celui
 * qui a servi.
 */
export function enregistrerProfil(
  table: TableEchangeable,
  { colonnes, valeurs }: Pick<ResultatImport, 'colonnes' | 'valeurs'>,
  prouve: NonNullable<Profil['format']>,
  profil: Profil | null,
): Profil {
  const format = { ...prouve, ...profil?.format };
  // Deux colonnes pour une des nôtres (prénom et nom) : la dérivation se refait sans le profil.
  const notres = Object.values(colonnes.reconnues);
  const reconnues = Object.entries(colonnes.reconnues)
    .filter(([, notre]) => notres.indexOf(notre) === notres.lastIndexOf(notre))
    .map(([etrangere, notre]) => [notre, etrangere]);
  return {
    table,
    colonnes: Object.fromEntries(reconnues) as Record<string, string>,
    valeurs: { ...fusionner(profil?.valeurs, valeurs) },
    ...(profil?.constantes ? { constantes: profil.constantes } : {}),
    ...(Object.keys(format).length > 0 ? { format } : {}),
  };
}

function fusionner(
  anciennes: Profil['valeurs'],
  lues: ResultatImport['valeurs'],
): NonNullable<Profil['valeurs']> {
  const toutes: NonNullable<Profil['valeurs']> = { ...anciennes };
  for (const [colonne, valeurs] of Object.entries(lues)) {
    toutes[colonne] = { ...toutes[colonne], ...valeurs };
  }
  return toutes;
}
