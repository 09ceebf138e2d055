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

interface FormatConclu {
  readonly format: FormatColonne;
  readonly avertissements: Probleme[];
}

/** Accumule ce que disent les cellules d'une colonne, une à une, sans les garder. */
export interface ReleveColonne {
  observer(cellule: CelluleBrute): void;
  conclure(indices: IndicesFormat): FormatConclu;
}

export function releverColonne(entete: string, genre: Genre): ReleveColonne {
  const vu = observer(genre);
  return {
    observer: (cellule) => vu.voir(cellule),
    conclure: (indices) => conclure(entete, genre, vu, indices),
  };
}

/** Le format d'une colonne dont toutes les cellules sont là. */
export function formatDeColonne(
  entete: string,
  genre: Genre,
  cellules: readonly CelluleBrute[],
  indices: IndicesFormat,
): FormatConclu {
  const releve = releverColonne(entete, genre);
  for (const cellule of cellules) releve.observer(cellule);
  return releve.conclure(indices);
}

/** L'ordre des dates d'un fichier : celui que ses colonnes prouvent, sans se contredire. */
export function ordreCommun(dates: Iterable<ReleveColonne>): OrdreDate | 'contradictoire' | null {
  const ordres = new Set<OrdreDate>();
  for (const releve of dates) {
    const { format, avertissements } = releve.conclure(SANS_INDICE);
    if (avertissements.some((a) => a.code === 'IMPORT_DATES_CONTRADICTOIRES'))
      return 'contradictoire';
    if (format.ordre !== null) ordres.add(format.ordre);
  }
  const [ordre = null, ...autres] = ordres;
  return autres.length > 0 ? 'contradictoire' : ordre;
}

const SANS_INDICE: IndicesFormat = { ordre: null, ordreHabituel: null, devises: false };

function conclure(
  entete: string,
  genre: Genre,
  vu: ObservationColonne,
  indices: IndicesFormat,
): FormatConclu {
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
