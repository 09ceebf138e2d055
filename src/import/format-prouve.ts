import type { TableEchangeable } from '../classeur/tables';
import type { OrdreDate } from '../commun/lire-texte';
import { ordreCommun } from './format-colonne';
import type { Observations } from './lire-lignes';
import { colonnesDe } from './noms-connus';
import type { Decimale } from './preuve-decimale';
import type { Profil } from './profil';
import type { DescriptionSource } from './source';

type FormatProfil = NonNullable<Profil['format']>;

/**
 * Ce qu'un profil peut retenir de l'écriture du fichier : ce que ses valeurs prouvent, sans se
 * contredire, et la ligne de l'en-tête que la personne a dite. Ce qui n'est que supposé n'y va pas.
 */
export function formatProuve(
  table: TableEchangeable,
  observations: Observations,
  { ligneEntete }: DescriptionSource,
): FormatProfil {
  const ordre = ordreDuFichier(table, observations);
  const decimales = new Set<Decimale>();
  for (const releve of observations.values()) {
    const { format } = releve.conclure({ ordre: null, ordreHabituel: null, devises: false });
    if (format.decimal !== undefined) decimales.add(format.decimal);
  }
  const [decimal, autre] = decimales;
  return {
    ...(ordre === 'JMA' ? { date: 'JJ/MM/AAAA' } : ordre === 'MJA' ? { date: 'MM/JJ/AAAA' } : {}),
    ...(decimal === undefined || autre !== undefined ? {} : { decimal }),
    ...(ligneEntete === undefined ? {} : { lignesAvantEntete: ligneEntete - 1 }),
  };
}

/** L'ordre que prouvent les colonnes de dates, ensemble. */
export function ordreDuFichier(
  table: TableEchangeable,
  observations: Observations,
): OrdreDate | 'contradictoire' | null {
  const declarees = colonnesDe(table);
  const dates = [...observations].filter(([cle]) => declarees[cle]?.genre === 'date');
  return ordreCommun(dates.map(([, releve]) => releve));
}
