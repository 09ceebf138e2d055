import type { Dialecte } from './dialecte';
import { ENTREPRISE, PERSONNE, personneSql, type Vue } from './vue';

/** Chaque porteur compte pour lui et pour l'entreprise. */
export const PORTEES: Vue = {
  nom: 'v_portees',
  description: 'Qui compte pour qui : chaque porteur pour lui-même et pour l’entreprise.',
  requete: `WITH porteurs AS (
  SELECT porteur FROM v_versions
  UNION DISTINCT SELECT porteur FROM v_factures
  UNION DISTINCT SELECT porteur FROM v_reponses
  UNION DISTINCT SELECT COALESCE(${personneSql('auteur')}, '${PERSONNE}') FROM actions
)
SELECT porteur, porteur AS responsable FROM porteurs
UNION ALL
SELECT porteur, '${ENTREPRISE}' AS responsable FROM porteurs`,
};

const somme = (cas: string, valeur: string): string =>
  `SUM(CASE WHEN ${cas} THEN ${valeur} ELSE 0 END)`;

export const indicateursPortefeuille: Vue = {
  nom: 'indicateurs_portefeuille',
  description: 'Le portefeuille au jour de l’export, par responsable et pour l’entreprise.',
  requete: `SELECT q.responsable, COUNT(*) AS nombre, SUM(COALESCE(p.montant_ht, 0)) AS montant_ht,
  SUM(COALESCE(p.pondere_ht, 0)) AS pondere_ht,
  ${somme('p.expire_sous_7_jours', '1')} AS expirant_sous_7_jours
FROM v_portefeuille AS p
JOIN v_portees AS q ON q.porteur = p.porteur
GROUP BY q.responsable`,
};

/** Un regroupement par mois et responsable d'une vue, sur l'une de ses dates. */
function parMois(d: Dialecte, nom: string, vue: string, date: string, mesures: string): string {
  return `${nom} AS (
  SELECT ${d.mois(`l.${date}`)} AS mois, q.responsable,
    ${mesures}
  FROM ${vue} AS l
  JOIN portees AS q ON q.porteur = l.porteur
  WHERE l.${date} IS NOT NULL
  GROUP BY 1, 2
)`;
}

/** La médiane des délais d'un statut : la moyenne des deux du milieu si leur nombre est pair. */
const mediane = (statut: string): string =>
  `AVG(CASE WHEN statut = '${statut}' AND (2 * rang = n OR 2 * rang = n + 1 OR 2 * rang = n + 2) THEN delai_jours END)`;

function delais(d: Dialecte): string {
  const groupe = `PARTITION BY ${d.mois('l.decide_le')}, q.responsable, l.statut`;
  return `delais AS (
  SELECT mois, responsable, ${mediane('Signé')} AS signes, ${mediane('Refusé')} AS refuses
  FROM (
    SELECT ${d.mois('l.decide_le')} AS mois, q.responsable, l.statut, l.delai_jours,
      ROW_NUMBER() OVER (${groupe} ORDER BY l.delai_jours) AS rang,
      COUNT(*) OVER (${groupe}) AS n
    FROM comptes AS l
    JOIN portees AS q ON q.porteur = l.porteur
    WHERE l.delai_jours IS NOT NULL
  ) AS ordonnes
  GROUP BY 1, 2
)`;
}

/** Ce que plusieurs groupes lisent, puis les sources d'une ligne de mois et leurs mesures. */
const groupes = (d: Dialecte): string[] => [
  'portees AS (SELECT * FROM v_portees)',
  'comptes AS (SELECT * FROM v_devis)',
  'factures_signees AS (SELECT * FROM v_factures)',
  'enquetes AS (SELECT * FROM v_reponses)',
  parMois(
    d,
    'emis',
    'comptes',
    'emis_le',
    `COUNT(*) AS nombre, SUM(COALESCE(montant_ht, 0)) AS ht,
    ${somme("statut = 'Signé'", '1')} AS signes, ${somme("statut = 'Envoyé'", '1')} AS ouverts`,
  ),
  parMois(
    d,
    'decides',
    "(SELECT * FROM comptes WHERE statut <> 'Envoyé')",
    'decide_le',
    `COUNT(*) AS nombre, SUM(COALESCE(montant_ht, 0)) AS ht,
    ${somme("statut = 'Signé'", '1')} AS signes, ${somme("statut = 'Signé'", 'COALESCE(montant_ht, 0)')} AS signe_ht`,
  ),
  parMois(d, 'facture', 'factures_signees', 'emise_le', 'SUM(COALESCE(facture_ht, 0)) AS ht'),
  parMois(d, 'encaisse', 'factures_signees', 'paye_le', 'SUM(COALESCE(encaisse_ttc, 0)) AS ttc'),
  parMois(
    d,
    'reponses',
    'enquetes',
    'date',
    `COUNT(*) AS nombre, ${somme('recommandation BETWEEN 0 AND 10', '1')} AS recommandations,
    ${somme('recommandation BETWEEN 9 AND 10', '1')} AS promoteurs, ${somme('recommandation BETWEEN 0 AND 6', '1')} AS detracteurs`,
  ),
  parMois(
    d,
    'notes',
    "(SELECT n.*, r.nombre AS seuil FROM v_notes AS n CROSS JOIN reglages AS r WHERE r.cle = 'seuil_satisfaction')",
    'date',
    `AVG(note) AS moyenne, ${somme('note >= seuil', '1')} AS satisfaites, COUNT(*) AS nombre`,
  ),
  parMois(
    d,
    'visites',
    `(SELECT date, COALESCE(${personneSql('auteur')}, '${PERSONNE}') AS porteur FROM actions WHERE type = 'Visite')`,
    'date',
    'COUNT(*) AS nombre',
  ),
  delais(d),
];

const SOURCES = [
  'emis',
  'decides',
  'facture',
  'encaisse',
  'reponses',
  'notes',
  'visites',
  'delais',
] as const;

/** `partie` ÷ `tout`, NULL s'il n'y a pas de cas. */
const rapport = (d: Dialecte, partie: string, tout: string): string =>
  `CASE WHEN ${tout} > 0 THEN ${d.reel(partie)} / ${d.reel(tout)} END`;

export function indicateursMensuels(d: Dialecte): Vue {
  const mois = SOURCES.map((s) => `SELECT mois FROM ${s}`).join(' UNION ALL ');
  return {
    nom: 'indicateurs_mensuels',
    description:
      'Les indicateurs du tableau de bord, par mois et par responsable ; « (entreprise) » : tous.',
    requete: `WITH ${groupes(d).join(',\n')},
bornes AS (SELECT MIN(mois) AS premier, MAX(mois) AS dernier FROM (${mois}) AS m),
calendrier AS (${d.serieDeMois('(SELECT premier FROM bornes)', '(SELECT dernier FROM bornes)')})
SELECT c.mois, q.responsable,
  COALESCE(emis.nombre, 0) AS devis_emis_nombre,
  COALESCE(emis.ht, 0) AS devis_emis_ht,
  COALESCE(decides.signes, 0) AS devis_signes_nombre,
  COALESCE(decides.signe_ht, 0) AS devis_signes_ht,
  ${rapport(d, 'emis.signes', 'emis.nombre')} AS taux_cohorte,
  COALESCE(emis.nombre, 0) AS taux_cohorte_n,
  COALESCE(emis.ouverts, 0) AS taux_cohorte_ouverts,
  ${rapport(d, 'decides.signes', 'decides.nombre')} AS taux_decides,
  COALESCE(decides.nombre, 0) AS taux_decides_n,
  ${rapport(d, 'decides.signe_ht', 'decides.ht')} AS taux_montant,
  COALESCE(facture.ht, 0) AS ca_facture_ht,
  COALESCE(encaisse.ttc, 0) AS encaisse_ttc,
  ${rapport(d, 'notes.satisfaites', 'notes.nombre')} AS satisfaction_taux,
  notes.moyenne AS satisfaction_moyenne,
  100 * (${rapport(d, '(reponses.promoteurs - reponses.detracteurs)', 'reponses.recommandations')}) AS satisfaction_nps,
  COALESCE(reponses.nombre, 0) AS satisfaction_n,
  delais.signes AS delai_signes_jours,
  delais.refuses AS delai_refuses_jours,
  COALESCE(visites.nombre, 0) AS visites
FROM calendrier AS c
CROSS JOIN (SELECT DISTINCT responsable FROM portees) AS q
${SOURCES.map((s) => `LEFT JOIN ${s} ON ${s}.mois = c.mois AND ${s}.responsable = q.responsable`).join('\n')}`,
  };
}
