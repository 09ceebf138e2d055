import type { ActionTexte } from './action';
import { element, resultat, suite } from './vues';

/** La semaine, en quelques lignes. */
const MOMENTS = [
  [
    'Une demande arrive',
    '« Nouvelle affaire… » : le client, ce qu’il attend, d’où il vient. Puis « Go/NoGo… » : aucun devis ne part sans un Go.',
  ],
  [
    'Le devis',
    '« Nouveau devis… », puis « Devis sélectionné » : soumettre, valider (le numéro est attribué là), marquer envoyé.',
  ],
  [
    'Chaque matin',
    '« Relances » prépare un brouillon par relance due, dans votre Gmail. Vous relisez, vous envoyez : rien ne part seul.',
  ],
  [
    'Le lundi',
    '« Revue hebdo » : préparez, choisissez une décision sur chaque ligne, appliquez. Le compte rendu est dans Actions.',
  ],
  [
    'Le client répond',
    'Sélectionnez la ligne du devis, puis « Signer… », « Refuser… » ou « Nouvelle version ».',
  ],
  [
    'Le premier du mois',
    '« Tableau de bord » : actualisez, puis clôturez le mois. Ses chiffres ne bougeront plus.',
  ],
  [
    'Un doute',
    '« Contrôler » liste ce qui cloche et où. « Installer / Réparer » remet en place onglets, listes et automatismes, sans toucher à vos données.',
  ],
] as const;

export const aide: ActionTexte = {
  sorte: 'texte',
  titre: 'Aide',
  dire: () =>
    resultat(
      'neutre',
      'Tout part de la ligne sélectionnée et du menu « Suivi commercial ». Chaque panneau dit ce qu’il va faire avant que vous cliquiez.',
      {
        elements: MOMENTS.map(([titre, detail]) => element(titre, { detail })),
        suites: [suite('Nouvelle affaire…', 'affaire.nouvelle')],
      },
    ),
};
