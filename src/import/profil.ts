import type { TableEchangeable } from '../classeur/tables';
import { normaliser } from '../commun/texte';
import { nomsConnus } from './noms-connus';

export type { Profil } from './lire-profil';

type OrdreProfil = 'JMA' | 'MJA' | 'AMJ';

/** `M/J/AAAA`, `JJ-MM-AA`, `AAAA-MM-JJ` → l'ordre des trois parties ; `null` si le format est autre. */
export function ordreDuFormat(format: string): OrdreProfil | null {
  const parties = format.toUpperCase().split(/[-/. ]/);
  if (parties.length !== 3 || !parties.every((p) => /^(J{1,2}|M{1,2}|AA|AAAA)$/.test(p)))
    return null;
  const ordre = parties.map((p) => p.charAt(0)).join('');
  return ordre === 'JMA' || ordre === 'MJA' || ordre === 'AMJ' ? ordre : null;
}

/** Ce que `profil[section]` dit d'une de nos colonnes, sous quelque nom que le profil la désigne. */
export function duProfil<T>(
  section: Readonly<Record<string, T>> | undefined,
  table: TableEchangeable,
  cle: string,
): T | undefined {
  const trouve = Object.entries(section ?? {}).find(
    ([nom]) => nomsConnus(table).colonnes.get(normaliser(nom))?.cle === cle,
  );
  return trouve?.[1];
}
