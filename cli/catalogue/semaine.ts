import type { CommandeDeclaree } from '../declaration';
import { RESPONSABLE } from './options';

/** Ce qui revient chaque jour, chaque lundi, chaque mois. */
export const SEMAINE: readonly CommandeDeclaree[] = [
  {
    chemin: ['revue'],
    resume: 'Prépare la revue hebdomadaire, ou applique les décisions qui y sont choisies',
    arguments: [],
    options: [{ nom: 'appliquer', aide: 'Applique les décisions de l’onglet Revue hebdo' }],
    exemples: ['suivi revue -c suivi.xlsx', 'suivi revue --appliquer -c suivi.xlsx'],
    charger: () => import('../commands/revue'),
  },
  {
    chemin: ['relances'],
    resume: 'Prépare les brouillons des relances dues ; une personne les relit et les envoie',
    arguments: [],
    options: [
      {
        nom: 'sortie',
        court: 'o',
        valeur: 'DOSSIER',
        aide: 'Dossier des brouillons .eml (par défaut « brouillons », à côté du fichier, ou dans le dossier courant pour un classeur Google)',
      },
      { nom: 'gmail', aide: 'Dépose les brouillons dans Gmail, dans la boîte du compte connecté' },
    ],
    exemples: [
      'suivi relances -c suivi.xlsx -o brouillons',
      'suivi relances -c suivi.xlsx --gmail',
    ],
    charger: () => import('../commands/relances'),
  },
  {
    chemin: ['tableau'],
    resume: 'Montre les indicateurs du mois, ou le clôt ; l’onglet, lui, se recalcule seul',
    arguments: [],
    options: [
      { nom: 'mois', valeur: 'AAAA-MM', aide: 'Le mois (par défaut, celui du jour)' },
      { ...RESPONSABLE, aide: 'Seulement les chiffres de cette personne' },
      {
        nom: 'cloturer',
        aide: 'Fige le mois dans l’onglet Historique et prépare les bilans (équipe, chacun)',
      },
      {
        nom: 'rouvrir',
        valeur: 'MOTIF',
        aide: 'Rouvre un mois clos (gérant) ; avec --cloturer, le refait d’un seul geste',
      },
      {
        nom: 'sortie',
        court: 'o',
        valeur: 'DOSSIER',
        aide: 'Dossier des bilans .eml (par défaut « brouillons », à côté du classeur)',
      },
    ],
    exemples: [
      'suivi tableau --mois 2026-02 -c suivi.xlsx',
      'suivi tableau --mois 2026-02 --cloturer -c suivi.xlsx',
      'suivi tableau --mois 2026-02 --rouvrir "Avoir oublié" -c suivi.xlsx',
    ],
    charger: () => import('../commands/tableau'),
  },
  {
    chemin: ['controler'],
    resume: 'Signale les cellules douteuses, les trous et les doublons de numéros',
    arguments: [],
    options: [],
    exemples: ['suivi controler -c suivi.xlsx'],
    charger: () => import('../commands/controler'),
  },
  {
    chemin: ['apercu'],
    resume: 'Montre le classeur, son menu et ses panneaux Google dans le navigateur, sans compte',
    arguments: [
      {
        nom: 'CLASSEUR',
        aide: 'Le classeur à ouvrir : chemin d’un .xlsx (à défaut, celui de -c)',
        facultatif: true,
      },
    ],
    options: [
      { nom: 'port', valeur: 'PORT', aide: 'Port local (par défaut, le premier libre)' },
      { nom: 'ouvrir', aide: 'Ouvre aussi le navigateur' },
    ],
    exemples: ['suivi apercu suivi.xlsx', 'suivi apercu suivi.xlsx --le 2026-03-09'],
    charger: () => import('../commands/apercu'),
  },
];
