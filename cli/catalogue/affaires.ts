import type { CommandeDeclaree } from '../declaration';
import { RESPONSABLE } from './options';

/** Une demande, et sa revue de contrat. */
export const AFFAIRES: readonly CommandeDeclaree[] = [
  {
    chemin: ['affaire', 'nouvelle'],
    resume: 'Ouvre une affaire ; le client est retrouvé ou créé',
    arguments: [],
    options: [
      { nom: 'client', valeur: 'NOM', requise: true, aide: 'Nom du client' },
      { nom: 'objet', valeur: 'TEXTE', requise: true, aide: 'Ce qui est demandé' },
      {
        nom: 'origine',
        valeur: 'ORIGINE',
        aide: 'D’où vient la demande : bouche à oreille, réseau, salon…',
      },
      RESPONSABLE,
    ],
    exemples: [
      'suivi affaire nouvelle --client "Mairie de Lunel" --objet "Audit énergétique" -c suivi.xlsx',
    ],
    charger: () => import('../commands/affaire-nouvelle'),
  },
  {
    chemin: ['affaire', 'gonogo'],
    resume: 'Consigne la revue de contrat : aucun devis ne part sans un Go',
    arguments: [{ nom: 'AFFAIRE', aide: 'Numéro de l’affaire' }],
    options: [
      {
        nom: 'decision',
        valeur: 'DÉCISION',
        requise: true,
        choix: ['go', 'go-sous-conditions', 'nogo', 'a-completer', 'a-revoir'],
        aide: 'go, go-sous-conditions, nogo, a-completer ou a-revoir',
      },
      {
        nom: 'delai',
        valeur: 'oui|non',
        choix: ['oui', 'non'],
        aide: 'Le délai peut-il être tenu ?',
      },
      {
        nom: 'competence',
        valeur: 'oui|non',
        choix: ['oui', 'non'],
        aide: 'Avons-nous la compétence ?',
      },
      { nom: 'conditions', valeur: 'TEXTE', aide: 'Obligatoire pour un Go sous conditions' },
    ],
    exemples: [
      'suivi affaire gonogo AFF-2026-0012 --decision go --delai oui --competence oui -c suivi.xlsx',
    ],
    charger: () => import('../commands/affaire-gonogo'),
  },
  {
    chemin: ['affaire', 'lister'],
    resume: 'Liste les affaires',
    arguments: [],
    options: [{ ...RESPONSABLE, aide: 'Seulement celles de cette personne' }],
    exemples: ['suivi affaire lister -c suivi.xlsx'],
    charger: () => import('../commands/affaire-lister'),
  },
];
