import { SATISFACTION, type Theme } from '../../src/classeur/tables/satisfaction';
import { RIEN } from '../../src/tableau-de-bord/calculs/mesures';
import { chiffre, type Chiffre } from './chiffre';

const duMois = 'SUMIFS({satisfaction.%},{satisfaction.mois},<mois>)';

/** Un thème de satisfaction, ce mois-ci. */
export function theme(t: Theme): Chiffre[] {
  const chemin = `satisfactionDetaillee_parTheme_${t}`;
  const nom = SATISFACTION.colonnes[t].entete;
  const notes = `COUNTIFS({satisfaction.mois},<mois>,{satisfaction.${t}},">=0")`;
  const quotientDe = (partie: string): string =>
    `IF(TB_${chemin}_n>0,${partie}/TB_${chemin}_n,"${RIEN}")`;
  return [
    chiffre(`${chemin}_n`, `${nom} : notes`, 'nombre', notes),
    chiffre(
      `${chemin}_taux`,
      `${nom} : part satisfaite`,
      'taux',
      quotientDe(`COUNTIFS({satisfaction.mois},<mois>,{satisfaction.${t}},">="&<seuil>)`),
    ),
    chiffre(`${chemin}_moyenne`, `${nom} : moyenne`, 'nombre', quotientDe(duMois.replace('%', t))),
  ];
}

const MARCHES = ['contactes', 'qualifies', 'rencontres', 'devis', 'signes'] as const;
const NOMS_MARCHES = ['Contactés', 'Qualifiés', 'Rencontrés', 'Avec un devis', 'Signés'] as const;

/** De la prise de contact à la signature, sur douze mois. */
export function entonnoir(): Chiffre[] {
  return MARCHES.flatMap((marche, i) => {
    const ici = `TB_entonnoir_${marche}_clients`;
    const part = (de: string): string => `IF(${de}>0,${ici}/${de},"${RIEN}")`;
    const nombre = chiffre(
      `entonnoir_${marche}_clients`,
      `Clients : ${NOMS_MARCHES[i]?.toLowerCase()}`,
      'nombre',
      `COUNTIF({clients.marche},">=${i}")`,
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
    const rang = `MATCH(LARGE({devis.contrat},${i + 1}),{devis.contrat},0)`;
    const lire = (colonne: string): string => `IFERROR(INDEX({devis.${colonne}},${rang}),"")`;
    const chemin = `plusBeauxContrats_${i}`;
    return [
      chiffre(
        `${chemin}_numero`,
        `Contrat n° ${i + 1}`,
        'texte',
        lire('cle'),
        i === 0 ? 'Les plus gros devis signés depuis janvier.' : '',
      ),
      chiffre(`${chemin}_client`, `Contrat n° ${i + 1} : client`, 'texte', lire('client')),
      chiffre(`${chemin}_montantHt`, `Contrat n° ${i + 1} : montant`, 'montant', lire('montant')),
    ];
  }).flat();
}
