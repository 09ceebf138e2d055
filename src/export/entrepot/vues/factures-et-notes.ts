import { nomSql } from '../tables-entrepot';
import { THEMES } from '../../../classeur/tables/satisfaction';
import { PERSONNE, personneSql, type Vue } from './vue';

/** Un avoir se retranche ; un type illisible peut en cacher un : la facture ne compte pas. */
const signe = (montant: string): string => `CASE WHEN f.type = 'Avoir' THEN -ABS(f.${montant})
    WHEN f.type IS NULL AND f.illisibles LIKE '%|type|%' THEN 0
    ELSE f.${montant} END`;

export const FACTURES: Vue = {
  nom: 'v_factures',
  description: 'Les factures, avoirs en négatif, et le responsable de leur affaire.',
  requete: `SELECT f.numero, f.affaire, f.client, f.type, f.emise_le, f.echeance, f.paye_le,
  ${signe('montant_ht')} AS facture_ht,
  ${signe('paye')} AS encaisse_ttc,
  COALESCE(a.personne, '${PERSONNE}') AS porteur
FROM factures AS f
LEFT JOIN v_affaires AS a ON a.numero = f.affaire`,
};

export const REPONSES: Vue = {
  nom: 'v_reponses',
  description:
    'Les réponses datées aux enquêtes, et qui les porte : responsable de l’affaire, sinon du client.',
  requete: `SELECT s.*,
  COALESCE(a.personne, ${personneSql('s.responsable_client')}, '${PERSONNE}') AS porteur
FROM satisfaction AS s
LEFT JOIN v_affaires AS a ON a.numero = s.affaire
WHERE s.date IS NOT NULL`,
};

export const NOTES: Vue = {
  nom: 'v_notes',
  description: 'Les notes de 0 à 10, une ligne par thème ; hors de là, ce n’est pas une note.',
  requete: `SELECT * FROM (
${THEMES.map((theme) => `  SELECT date, porteur, client, segment, '${nomSql(theme)}' AS theme, ${nomSql(theme)} AS note FROM v_reponses`).join('\n  UNION ALL\n')}
) AS notes
WHERE note BETWEEN 0 AND 10`,
};
