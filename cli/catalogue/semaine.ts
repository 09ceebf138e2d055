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
        aide: 'Dossier des brouillons .eml (par défaut « brouillons », à côté du classeur)',
      },
    ],
    exemples: ['suivi relances -c suivi.xlsx -o brouillons'],
    charger: () => import('../commands/relances'),
  },
  {
    chemin: ['tableau'],
    resume: 'Montre les indicateurs du mois, ou le clôt ; l’onglet, lui, se recalcule seul',
    arguments: [],
    options: [
      { nom: 'mois', valeur: 'AAAA-MM', aide: 'Le mois (par défaut, celui du jour)' },
      { ...RESPONSABLE, aide: 'Seulement les chiffres de cette personne' },
      { nom: 'cloturer', aide: 'Fige le mois dans l’onglet Historique' },
    ],
    exemples: [
      'suivi tableau --mois 2026-02 -c suivi.xlsx',
      'suivi tableau --mois 2026-02 --cloturer -c suivi.xlsx',
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
];
