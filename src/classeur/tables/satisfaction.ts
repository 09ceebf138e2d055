import { date, long, nombre, texte } from '../colonne';
import { table, type Enregistrement } from '../table';

const note = (entete: string, largeur: number) =>
  nombre(entete, { largeur, aide: 'Note de 0 à 10.' });

/** Réponses aux enquêtes, notées par thème (S3-19, S3-22, S3-24). */
export const SATISFACTION = table({
  onglet: 'Satisfaction',
  famille: 'suivi',
  nature: 'saisie',
  objet: 'Les réponses des clients, thème par thème.',
  identite: [],
  colonnes: {
    date: date('Date', { requis: true }),
    client: texte('Client', { requis: true, largeur: 28 }),
    affaire: texte('Affaire', { largeur: 15 }),
    segment: texte('Segment', { largeur: 18 }),
    relationClient: note('Relation client', 15),
    services: note('Services', 10),
    information: note('Information', 12),
    competences: note('Compétences', 13),
    securiteEnvironnement: note('Sécurité et environnement', 25),
    prix: note('Prix', 8),
    recommandation: nombre('Recommandation', {
      largeur: 16,
      aide: 'De 0 à 10 : nous recommanderiez-vous ?',
    }),
    commentaire: long('Commentaire'),
  },
});

export type ReponseSatisfaction = Enregistrement<typeof SATISFACTION>;

/** Les thèmes notés, dans l'ordre du questionnaire. */
export const THEMES = [
  'relationClient',
  'services',
  'information',
  'competences',
  'securiteEnvironnement',
  'prix',
] as const;
export type Theme = (typeof THEMES)[number];
