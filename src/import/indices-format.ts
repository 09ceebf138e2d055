import type { TableEchangeable } from '../classeur/tables';
import type { Correspondance } from './correspondance';
import { SANS_INDICE, type IndicesFormat } from './format-colonne';
import { ordreDuFichier } from './format-prouve';
import type { Observations } from './lire-lignes';
import { ordreDuFormat, type Profil } from './profil';

/** Ce que le profil, les rejets réimportés et les autres colonnes disent de l'écriture de chacune. */
export function indicesDe(
  table: TableEchangeable,
  correspondance: Correspondance,
  profil: Profil | null,
  observations: Observations,
): IndicesFormat {
  const { moisDAbord, tauxEnPourcent } = correspondance.conventions;
  const dit = profil?.format?.date;
  const demande = dit === undefined ? (moisDAbord ? 'MJA' : null) : ordreDuFormat(dit);
  const decimal = profil?.format?.decimal;
  // Les autres colonnes de dates du même fichier éclairent celle qui n'a que des jours ≤ 12 ; si elles
  // se contredisent, la langue du fichier ne suffit plus.
  const ordre = ordreDuFichier(table, observations);
  const contredit = ordre === 'contradictoire';
  const francais = correspondance.langue === 'fr' && demande === null && !contredit;
  return {
    ...(decimal === undefined ? {} : { decimal }),
    ordre: demande === 'AMJ' ? null : demande,
    ordreHabituel: contredit ? null : (ordre ?? (francais ? 'JMA' : null)),
    raison: ordre === null ? 'langue' : 'fichier',
    devises: profil !== null,
    ...(tauxEnPourcent ? { tauxEnPourcent } : {}),
    datesEchangees: desDatesEchangees(observations),
  };
}

/** Un tableur d'une autre langue a échangé le jour et le mois d'une colonne au moins. */
function desDatesEchangees(observations: Observations): boolean {
  return [...observations.values()].some((releve) =>
    releve.conclure(SANS_INDICE).avertissements.some((a) => a.code === 'IMPORT_DATES_ECHANGEES'),
  );
}
