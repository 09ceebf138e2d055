import type { Support } from './support';

/** On ne demande pas de clore plus ancien, comme la liste du menu. */
const MOIS = 12;

const duMois = (k: number): string => `DATE(YEAR(TODAY()),MONTH(TODAY())-${k},1)`;

/**
 * Les mois finis que l'entreprise n'a pas clos (ou qu'elle a rouverts), depuis le premier clos. Si
 * aucun ne l'est encore : le dernier fini seulement, et seulement si un devis est parti avant lui ou
 * dedans.
 */
export function moisAClore({ colonne }: Support): string {
  const mois = colonne('historique', 'mois');
  const ouvert = (k: number): string =>
    `(COUNTIFS(${mois},${duMois(k)},${colonne('historique', 'responsable')},"",${colonne('historique', 'rouvertLe')},"")=0)`;
  const depuis = (k: number): string => `(${duMois(k)}>=MIN(${mois}))*${ouvert(k)}`;
  const tous = Array.from({ length: MOIS }, (_, i) => depuis(i + 1)).join('+');
  const envois = colonne('devis', 'envoyeLe');
  // Compter, et non MIN : une cellule en erreur n'y compte pas.
  const premier = `IF(COUNTIF(${envois},"<"&${duMois(0)})>0,1,0)`;
  return `IF(COUNT(${mois})=0,${premier},${tous})`;
}
