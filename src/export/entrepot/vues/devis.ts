import type { Dialecte } from './dialecte';
import { DU_PLUS_RECENT } from './tables';
import { PERSONNE, personneSql, type Vue } from './vue';

const PARTI = `statut IN ('Envoyé', 'Signé', 'Refusé', 'Sans suite')`;
const AVANT_ENVOI = `statut IN ('Brouillon', 'En validation', 'Validé')`;

export const AFFAIRES: Vue = {
  nom: 'v_affaires',
  description: 'Une ligne par numéro d’affaire : la dernière, si un numéro est là deux fois.',
  requete: `SELECT a.*, ${personneSql('a.responsable')} AS personne
FROM affaires AS a
WHERE numero IS NOT NULL
QUALIFY ROW_NUMBER() OVER (PARTITION BY numero ORDER BY ${DU_PLUS_RECENT}, ligne DESC) = 1`,
};

export const VERSIONS: Vue = {
  nom: 'v_versions',
  description:
    'Les versions de devis, en ordre dans leur chaîne, et la personne qui porte leur chiffre : responsable du devis, sinon de l’affaire, sinon auteur.',
  requete: `SELECT d.*,
  COALESCE(${personneSql('d.responsable')}, a.personne, ${personneSql('d.auteur')}, '${PERSONNE}') AS porteur,
  CASE WHEN d.statut = 'Annulé' THEN NULL
    ELSE COALESCE(LEAST(d.premier_envoi, d.envoye_le), d.premier_envoi, d.envoye_le) END AS envoi,
  ROW_NUMBER() OVER (PARTITION BY d.numero ORDER BY COALESCE(d.version, 1), d.exporte_le, d.ligne) AS ordre
FROM devis AS d
LEFT JOIN v_affaires AS a ON a.numero = d.affaire
WHERE d.numero IS NOT NULL`,
};

export const CHAINES: Vue = {
  nom: 'v_chaines',
  description:
    'Un numéro de devis : son premier envoi, la dernière version partie (hors annulées et remplacées) et celle qui se prépare.',
  requete: `SELECT numero, MIN(envoi) AS emis_le,
  MAX(CASE WHEN ${PARTI} THEN ordre END) AS envoyee,
  MAX(CASE WHEN ${AVANT_ENVOI} THEN ordre END) AS preparee
FROM v_versions
GROUP BY numero`,
};

export const devisComptes = (d: Dialecte): Vue => ({
  nom: 'v_devis',
  description:
    'Les devis partis chez le client, une ligne par numéro, au montant et à la décision de la dernière version partie.',
  requete: `SELECT v.numero, v.version, v.affaire, v.client, v.objet, v.statut, v.porteur,
  v.montant_ht, v.marge, v.motif, v.concurrent, c.emis_le, v.decide_le,
  CASE WHEN v.decide_le >= c.emis_le THEN ${d.jours('c.emis_le', 'v.decide_le')} END AS delai_jours
FROM v_chaines AS c
JOIN v_versions AS v ON v.numero = c.numero AND v.ordre = c.envoyee`,
});

/** Arrondi au centime, moitié loin de zéro, comme la commande. */
function pondere(d: Dialecte): string {
  const brut = `ABS(${d.reel('montant_ht')}) * 100`;
  const centimes = `ROUND(${brut}) * probabilite`;
  return d.euros(`SIGN(montant_ht) * ROUND(${centimes} + ${centimes} * 8.881784197001252e-16)`);
}

export const portefeuille = (d: Dialecte): Vue => ({
  nom: 'v_portefeuille',
  description:
    'Les devis en cours au jour de l’export : envoyés sans réponse, ou en préparation ; avec leur probabilité et leur montant pondéré.',
  requete: `WITH jour AS (
  SELECT jour FROM exports WHERE TRUE QUALIFY ROW_NUMBER() OVER (ORDER BY ${DU_PLUS_RECENT}) = 1
),
taux AS (
  SELECT COUNT(*) AS decides, SUM(CASE WHEN statut = 'Signé' THEN 1 ELSE 0 END) AS signes
  FROM v_devis WHERE statut <> 'Envoyé'
),
regles AS (
  SELECT MAX(CASE WHEN cle = 'probabilite_brouillon' THEN nombre END) AS brouillon,
    MAX(CASE WHEN cle = 'probabilite_en_validation' THEN nombre END) AS en_validation,
    MAX(CASE WHEN cle = 'probabilite_valide' THEN nombre END) AS valide,
    MAX(CASE WHEN cle = 'probabilite_envoye' THEN nombre END) AS envoye,
    MAX(CASE WHEN cle = 'cas_pour_taux_propre' THEN nombre END) AS cas
  FROM reglages
),
ouverts AS (
  SELECT v.*, c.emis_le
  FROM v_chaines AS c
  LEFT JOIN v_versions AS e ON e.numero = c.numero AND e.ordre = c.envoyee
  JOIN v_versions AS v ON v.numero = c.numero AND v.ordre =
    CASE WHEN e.statut = 'Envoyé' THEN c.envoyee
      WHEN e.statut = 'Signé' THEN NULL
      WHEN c.preparee > COALESCE(c.envoyee, 0) THEN c.preparee END
),
chances AS (
  SELECT o.numero, o.version, o.affaire, o.client, o.objet, o.statut, o.porteur, o.montant_ht,
    o.emis_le, o.cree_le, o.validite, j.jour,
    CASE
      WHEN a.decision = 'NoGo' OR a.etape IN ('Perdue', 'Abandonnée') THEN 0
      WHEN a.probabilite IS NOT NULL THEN GREATEST(a.probabilite, 0)
      WHEN a.illisibles LIKE '%|probabilite|%' THEN 0
      WHEN o.statut = 'Brouillon' THEN r.brouillon
      WHEN o.statut = 'En validation' THEN r.en_validation
      WHEN o.statut = 'Validé' THEN r.valide
      WHEN t.decides > 0 AND t.decides >= r.cas THEN ${d.reel('t.signes')} / t.decides
      ELSE r.envoye END AS probabilite
  FROM ouverts AS o
  CROSS JOIN jour AS j CROSS JOIN taux AS t CROSS JOIN regles AS r
  LEFT JOIN v_affaires AS a ON a.numero = o.affaire
)
SELECT chances.*,
  ${pondere(d)} AS pondere_ht,
  CASE WHEN COALESCE(emis_le, cree_le) > jour THEN 0
    ELSE ${d.jours('COALESCE(emis_le, cree_le)', 'jour')} END AS age_jours,
  COALESCE(statut = 'Envoyé' AND validite >= jour AND validite <= ${d.plusJours('jour', 7)}, FALSE) AS expire_sous_7_jours
FROM chances`,
});
