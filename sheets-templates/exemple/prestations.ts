import type { Secteur } from './noms-clients';

/** Ce que vend l'entreprise d'exemple ; `plancher` et `plafond` en euros hors taxes. */
export interface Prestation {
  readonly objet: string;
  readonly besoin: string;
  readonly plancher: number;
  readonly plafond: number;
}

const p = (objet: string, besoin: string, plancher: number, plafond: number): Prestation => ({
  objet,
  besoin,
  plancher,
  plafond,
});

const COMMUNES: readonly Prestation[] = [
  p(
    'Audit énergétique du bâtiment principal',
    'Connaître les consommations par usage et chiffrer trois scénarios de travaux.',
    4_200,
    18_000,
  ),
  p(
    'Étude de faisabilité d’une chaufferie bois',
    'Comparer bois, gaz et réseau sur vingt ans, aides comprises.',
    6_500,
    24_000,
  ),
  p(
    'Diagnostic de structure avant surélévation',
    'Savoir si les fondations supportent un étage de plus.',
    3_800,
    15_000,
  ),
  p(
    'Mission d’assistance à maîtrise d’ouvrage',
    'Être accompagné du programme à la réception des travaux.',
    22_000,
    140_000,
  ),
  p(
    'Relevé 3D et maquette numérique',
    'Disposer de plans fiables avant la consultation des entreprises.',
    5_400,
    32_000,
  ),
  p('Visite et avis technique', 'Un avis écrit sous huitaine après visite du site.', 1_800, 3_600),
];

const PAR_SECTEUR: Record<Secteur, readonly Prestation[]> = {
  Collectivité: [
    p(
      'Schéma directeur d’assainissement',
      'Mettre à jour le schéma de 2009 et hiérarchiser les travaux.',
      28_000,
      120_000,
    ),
    p(
      'Maîtrise d’œuvre de la rénovation du groupe scolaire',
      'Atteindre 40 % d’économie d’énergie sans fermer l’école.',
      45_000,
      180_000,
    ),
    p(
      'Étude de la traversée de bourg',
      'Apaiser la circulation et mettre les trottoirs aux normes.',
      9_000,
      38_000,
    ),
  ],
  Industrie: [
    p(
      'Étude d’implantation d’une nouvelle ligne',
      'Loger une ligne de plus sans arrêter la production.',
      12_000,
      75_000,
    ),
    p(
      'Mise en conformité ATEX de l’atelier',
      'Zonage, document de protection et plan d’action.',
      8_500,
      42_000,
    ),
    p(
      'Récupération de chaleur sur les fours',
      'Préchauffer l’eau de lavage avec la chaleur perdue.',
      15_000,
      90_000,
    ),
  ],
  Agroalimentaire: [
    p(
      'Extension de la chambre froide',
      'Doubler la capacité avant la prochaine saison.',
      14_000,
      80_000,
    ),
    p(
      'Étude de la station de prétraitement',
      'Respecter la convention de rejet malgré la hausse d’activité.',
      11_000,
      56_000,
    ),
  ],
  Santé: [
    p(
      'Étude de ventilation du bloc opératoire',
      'Garantir la classe d’air après le réaménagement.',
      9_500,
      48_000,
    ),
    p('Plan de continuité électrique', 'Tenir quarante-huit heures sans réseau.', 7_000, 36_000),
  ],
  Tertiaire: [
    p(
      'Plan de réduction « décret tertiaire »',
      'Déposer un plan crédible et financé.',
      6_000,
      30_000,
    ),
    p(
      'Réaménagement du plateau de bureaux',
      'Accueillir vingt personnes de plus à surface égale.',
      8_000,
      45_000,
    ),
  ],
  Énergie: [
    p('Étude d’impact du projet', 'Constituer le dossier pour l’autorisation.', 30_000, 150_000),
    p(
      'Contrôle d’exécution du raccordement',
      'Vérifier les travaux avant mise en service.',
      10_000,
      52_000,
    ),
  ],
};

export function prestationsDe(secteur: Secteur): readonly Prestation[] {
  return [...COMMUNES, ...PAR_SECTEUR[secteur], ...PAR_SECTEUR[secteur]];
}
