import type { Genre } from '../classeur/colonne';
import type { CelluleBrute } from '../classeur/source';
import type { OrdreDate } from '../commun/lire-texte';
import { probleme, type Probleme } from '../messages/probleme';
import { observer, type ObservationColonne } from './observer-colonne';

/**
 * Comment lire une colonne : une cellule ambiguë (`1,234`, `03/04/2026`) est éclairée par le reste de
 * sa colonne, jamais devinée seule.
 */
export interface FormatColonne {
  /** Absent : seules les écritures sans ambiguïté sont lues. */
  readonly decimal?: ',' | '.';
  readonly devises: boolean;
  /** `null` : l'ordre n'est pas connu, les dates ambiguës ne sont pas lues. */
  readonly ordre: OrdreDate | null;
  /** Les taux sont écrits `20` pour 20 %. */
  readonly pourcents: boolean;
}

/** Ce que l'on sait avant d'avoir lu la colonne : le profil, la langue du fichier, un de nos exports. */
export interface IndicesFormat {
  readonly decimal?: ',' | '.';
  readonly ordre: OrdreDate | null;
  /** Ordre retenu si la colonne n'en dit rien (fichier français). */
  readonly ordreHabituel: OrdreDate | null;
  readonly devises: boolean;
}

export function formatDeColonne(
  entete: string,
  genre: Genre,
  cellules: Iterable<CelluleBrute>,
  indices: IndicesFormat,
): { format: FormatColonne; avertissements: Probleme[] } {
  const observation = observer(genre);
  for (const cellule of cellules) observation.voir(cellule);
  return formatObserve(entete, genre, observation, indices);
}

/** Ce qu'une colonne parcourue en entier dit de ses cellules. */
export function formatObserve(
  entete: string,
  genre: Genre,
  vu: ObservationColonne,
  indices: IndicesFormat,
): { format: FormatColonne; avertissements: Probleme[] } {
  const avertissements: Probleme[] = [];
  const neutre: FormatColonne = { devises: false, ordre: indices.ordre, pourcents: false };
  if (genre === 'date' || genre === 'mois') {
    const ordre = indices.ordre ?? vu.ordre();
    if (ordre === 'contradictoire')
      avertissements.push(probleme('IMPORT_DATES_CONTRADICTOIRES', { colonne: entete }));
    if (ordre !== null && ordre !== 'contradictoire')
      return { format: { ...neutre, ordre }, avertissements };
    const habituel = ordre === null ? indices.ordreHabituel : null;
    const { exemple } = vu;
    if (ordre === null && habituel === null && exemple !== undefined) {
      avertissements.push(probleme('IMPORT_DATES_INDECISES', { colonne: entete, exemple }));
    }
    return { format: { ...neutre, ordre: habituel }, avertissements };
  }
  if (genre !== 'montant' && genre !== 'nombre' && genre !== 'entier' && genre !== 'taux') {
    return { format: neutre, avertissements };
  }
  const monnaie = genre === 'montant' ? vu.monnaie() : null;
  if (monnaie !== null)
    avertissements.push(probleme('IMPORT_MONNAIE', { colonne: entete, signe: monnaie }));
  const preuves = vu.decimales;
  let decimal = indices.decimal;
  if (decimal === undefined && preuves.size === 1) [decimal] = preuves;
  if (decimal === undefined && preuves.size > 1) {
    avertissements.push(probleme('IMPORT_DECIMALES_CONTRADICTOIRES', { colonne: entete }));
  }
  const format = { ...neutre, devises: indices.devises || monnaie !== null };
  return {
    format: {
      ...format,
      ...(decimal === undefined ? {} : { decimal }),
      pourcents: genre === 'taux' && vu.enPourcents(decimal),
    },
    avertissements,
  };
}
