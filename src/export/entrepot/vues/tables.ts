import type { Dialecte } from './dialecte';
import type { Vue } from './vue';

/** Le classeur d'aujourd'hui d'abord, puis l'archive la plus récente. */
export const DU_PLUS_RECENT = `CASE WHEN filename LIKE '%archives%' THEN 1 ELSE 0 END, exporte_le DESC, filename`;

/**
 * Une table de l'entrepôt, classeur du jour et archives réunis : une ligne qui est dans plusieurs est
 * lue dans le premier. `occurrence` distingue deux lignes pareilles d'un même export.
 */
export function vueDeTable(nom: string, description: string, d: Dialecte): Vue {
  return {
    nom,
    description,
    requete: `SELECT ${d.sauf('occurrence')}
FROM (
  SELECT lues.*, ROW_NUMBER() OVER (PARTITION BY filename, cle ORDER BY ligne) AS occurrence
  FROM ${d.fichiers(nom)} AS lues
) AS numerotees
WHERE TRUE
QUALIFY ROW_NUMBER() OVER (PARTITION BY cle, occurrence ORDER BY ${DU_PLUS_RECENT}) = 1`,
  };
}
