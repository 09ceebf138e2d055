/** Organisations inventées : nom, secteur, ville et code postal imaginaires. */
export interface Organisation {
  readonly nom: string;
  readonly secteur: Secteur;
  readonly ville: string;
  readonly domaine: string;
}

export type Secteur =
  'Collectivité' | 'Industrie' | 'Agroalimentaire' | 'Santé' | 'Tertiaire' | 'Énergie';

const o = (nom: string, secteur: Secteur, ville: string, domaine: string): Organisation => ({
  nom,
  secteur,
  ville,
  domaine: `${domaine}.example`,
});

export const ORGANISATIONS: readonly Organisation[] = [
  o('Mairie de Saint-Modèle', 'Collectivité', 'Saint-Modèle', 'mairie-saint-modele'),
  o(
    'Communauté de communes du Pays d’Hypothèse',
    'Collectivité',
    'Hypothèse-les-Bains',
    'cc-hypothese',
  ),
  o('Laiterie du Faux-Pré', 'Agroalimentaire', 'Faux-Pré', 'laiterie-faux-pre'),
  o('Fonderies Chimère', 'Industrie', 'Chimère-sur-Lys', 'fonderies-chimere'),
  o('Clinique des Trois-Illusions', 'Santé', 'Trois-Illusions', 'clinique-trois-illusions'),
  o('Papeteries Imaginaires', 'Industrie', 'Val-Brouillon', 'papeteries-imaginaires'),
  o('Département de la Haute-Fable', 'Collectivité', 'Fable', 'haute-fable'),
  o('Biscuiterie Mirabelle et Songe', 'Agroalimentaire', 'Songe', 'mirabelle-songe'),
  o('Hydro-Mirage', 'Énergie', 'Mirage-en-Vercolle', 'hydro-mirage'),
  o('Transports Supposés', 'Tertiaire', 'Port-Supposé', 'transports-supposes'),
  o('Verreries de l’Utopie', 'Industrie', 'Utopie', 'verreries-utopie'),
  o('Hôpital Saint-Prétexte', 'Santé', 'Saint-Prétexte', 'hopital-saint-pretexte'),
  o('Syndicat des eaux de la Fictive', 'Collectivité', 'Fictive', 'eaux-fictive'),
  o('Ateliers Pégase', 'Industrie', 'Pégase-la-Forêt', 'ateliers-pegase'),
  o('Coopérative du Grain-d’Essai', 'Agroalimentaire', 'Grain-d’Essai', 'grain-essai'),
  o('Habitat Licorne', 'Tertiaire', 'Licorne', 'habitat-licorne'),
  o('Solaire du Conditionnel', 'Énergie', 'Conditionnel', 'solaire-conditionnel'),
  o('Mairie de Villeneuve-la-Feinte', 'Collectivité', 'Villeneuve-la-Feinte', 'mairie-la-feinte'),
  o('Plastiques Parabole', 'Industrie', 'Parabole', 'plastiques-parabole'),
  o('Résidence Les Conjectures', 'Santé', 'Les Conjectures', 'residence-conjectures'),
  o(
    'Brasserie du Point d’Interrogation',
    'Agroalimentaire',
    'Quetigny-le-Songe',
    'brasserie-interrogation',
  ),
  o('Logistique Allégorie', 'Tertiaire', 'Allégorie', 'logistique-allegorie'),
  o('Éoliennes du Vent-Debout', 'Énergie', 'Vent-Debout', 'vent-debout'),
  o('Agglomération de Grand-Postulat', 'Collectivité', 'Grand-Postulat', 'grand-postulat'),
  o('Mécanique Axiome', 'Industrie', 'Axiome', 'mecanique-axiome'),
  o('Fromagerie de l’Ellipse', 'Agroalimentaire', 'Ellipse', 'fromagerie-ellipse'),
  o('Laboratoires Placebelle', 'Santé', 'Placebelle', 'placebelle'),
  o('Foncière du Peut-Être', 'Tertiaire', 'Peut-Être', 'fonciere-peut-etre'),
  o('Câbleries Métaphore', 'Industrie', 'Métaphore', 'cableries-metaphore'),
  o('Mairie d’Orée-les-Brumes', 'Collectivité', 'Orée-les-Brumes', 'mairie-oree'),
  o('Chaudronnerie Oxymore', 'Industrie', 'Oxymore', 'chaudronnerie-oxymore'),
  o('Réseau de chaleur d’Anagramme', 'Énergie', 'Anagramme', 'chaleur-anagramme'),
  o('Lycée agricole de la Prose', 'Collectivité', 'La Prose', 'lycee-prose'),
  o('Entrepôts Palindrome', 'Tertiaire', 'Palindrome', 'palindrome'),
  o('Conserverie Litote', 'Agroalimentaire', 'Litote', 'conserverie-litote'),
  o('Scierie du Bois-Rêvé', 'Industrie', 'Bois-Rêvé', 'scierie-bois-reve'),
  o('Polyclinique de l’Énigme', 'Santé', 'Énigme', 'polyclinique-enigme'),
  o('Port de plaisance de Fabuleuse', 'Collectivité', 'Fabuleuse', 'port-fabuleuse'),
  o('Imprimeries Calembour', 'Industrie', 'Calembour', 'imprimeries-calembour'),
  o('Hôtel des Deux-Fictions', 'Tertiaire', 'Deux-Fictions', 'hotel-deux-fictions'),
];

/** Concurrents inventés. */
export const CONCURRENTS = [
  'Bureau Contrefactum',
  'Études Pantomime',
  'Groupe Simulacre',
  'Ingétop Fantaisie',
];
