import { SATISFACTION, type Theme } from '../../src/classeur/tables/satisfaction';
import { colonneEntiere } from '../references';
import { RIEN } from '../../src/tableau-de-bord/calculs/mesures';
import { chiffre, type Chiffre } from './chiffre';

const duMois = 'SUMIFS({satisfaction.%^},{satisfaction.mois^},<mois>)';

/** Un thème de satisfaction, ce mois-ci. */
export function theme(t: Theme): Chiffre[] {
  const chemin = `satisfactionDetaillee_parTheme_${t}`;
  const nom = SATISFACTION.colonnes[t].entete;
  const notes = `COUNTIFS({satisfaction.mois^},<mois>,{satisfaction.${t}^},">=0")`;
  const quotientDe = (partie: string): string =>
    `IF(TB_${chemin}_n>0,${partie}/TB_${chemin}_n,"${RIEN}")`;
  return [
    chiffre(`${chemin}_n`, `${nom} : notes`, 'nombre', notes),
    chiffre(
      `${chemin}_taux`,
      `${nom} : part satisfaite`,
      'taux',
      quotientDe(`COUNTIFS({satisfaction.mois^},<mois>,{satisfaction.${t}^},">="&<seuil>)`),
    ),
    chiffre(`${chemin}_moyenne`, `${nom} : moyenne`, 'nombre', quotientDe(duMois.replace('%', t))),
  ];
}

const MARCHES = ['contactes', 'qualifies', 'rencontres', 'devis', 'signes'] as const;
const NOMS_MARCHES = ['Contactés', 'Qualifiés', 'Rencontrés', 'Avec un devis', 'Signés'] as const;

const DEBUT = 'INDEX({clients.empreinte},1)';
const jusquA = (fin: string): string => `${DEBUT}:INDEX({clients.empreinte},${fin})`;
/** Une case de plus que de clients : FREQUENCE y compte ce qui dépasse. */
const CASES = jusquA('<finClients>+1');

/** Combien de fois chaque ligne de Clients est à cette marche. */
const parClient = (bloc: 'devis' | 'actions', marche: number): string =>
  `FREQUENCY({${bloc}.marche^},${marche}*10^6+ROW(${jusquA('<finClients>')}))`;
/** Combien d'affaires au-delà de « Détectée ». */
const QUALIFIES = `FREQUENCY({affaires.client^},ROW(${jusquA('<finClients>')}))`;

/**
 * Les clients distincts parvenus au moins à la marche i. FREQUENCE range toutes les lignes d'un coup ; sa
 * première case (l'en-tête) et sa dernière comptent aussi les autres marches : elles sont ôtées.
 */
function auMoins(i: number): string {
  const vus = [
    parClient('devis', 4),
    ...(i <= 3 ? [parClient('devis', 3)] : []),
    ...(i <= 2 ? [parClient('actions', 2)] : []),
    ...(i === 1 ? [`(${QUALIFIES}>0)*${parClient('actions', 0)}`] : []),
    ...(i === 0 ? [parClient('actions', 0)] : []),
  ];
  return `SUMPRODUCT((ROW(${CASES})>1)*(ROW(${CASES})<=<finClients>)*((${vus.join('+')})>0))`;
}

/** De la prise de contact à la signature, sur douze mois. */
export function entonnoir(): Chiffre[] {
  return MARCHES.flatMap((marche, i) => {
    const ici = `TB_entonnoir_${marche}_clients`;
    const part = (de: string): string => `IF(${de}>0,${ici}/${de},"${RIEN}")`;
    const nombre = chiffre(
      `entonnoir_${marche}_clients`,
      `Clients : ${NOMS_MARCHES[i]?.toLowerCase()}`,
      'nombre',
      auMoins(i),
      i === 0
        ? 'Clients distincts de l’onglet Clients, sur douze mois ; chacun compte à chaque marche atteinte ou dépassée.'
        : '',
    );
    if (i === 0) return [nombre];
    return [
      nombre,
      chiffre(
        `entonnoir_${marche}_tauxEtape`,
        `${NOMS_MARCHES[i]} : part de la marche d’avant`,
        'taux',
        part(`TB_entonnoir_${MARCHES[i - 1]}_clients`),
      ),
      chiffre(
        `entonnoir_${marche}_tauxTotal`,
        `${NOMS_MARCHES[i]} : part du début`,
        'taux',
        part('TB_entonnoir_contactes_clients'),
      ),
    ];
  });
}

export const BEAUX_CONTRATS = 5;

export function contrats(): Chiffre[] {
  return Array.from({ length: BEAUX_CONTRATS }, (_, i) => {
    const rang = `MATCH(LARGE({devis.contrat^},${i + 1}),{devis.contrat^},0)+1`;
    const lire = (colonne: string): string => `IFERROR(INDEX(${colonne},${rang}),"")`;
    const chemin = `plusBeauxContrats_${i}`;
    return [
      chiffre(
        `${chemin}_numero`,
        `Contrat n° ${i + 1}`,
        'texte',
        lire('{devis.cle}'),
        i === 0 ? 'Les plus gros devis signés depuis janvier.' : '',
      ),
      chiffre(
        `${chemin}_client`,
        `Contrat n° ${i + 1} : client`,
        'texte',
        `IFERROR(INDEX(${colonneEntiere('devis', 'client')},INDEX({devis.ligne},${rang})),"")`,
      ),
      chiffre(
        `${chemin}_montantHt`,
        `Contrat n° ${i + 1} : montant`,
        'montant',
        lire('{devis.montant}'),
      ),
    ];
  }).flat();
}
