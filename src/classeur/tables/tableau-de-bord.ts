import { libre, long, texte } from '../colonne';
import { table } from '../table';

/** Les figures du mois et leur définition (S3-1, S3-2, S3-4) ; refait par `suivi tableau`. */
export const TABLEAU_DE_BORD = table({
  onglet: 'Tableau de bord',
  famille: 'quotidien',
  nature: 'genere',
  objet:
    'Comment va le mois : chiffre d’affaires, taux de transformation, satisfaction, et ce qui vient.',
  identite: [],
  colonnes: {
    rubrique: texte('Rubrique', { par: 'produit', largeur: 24 }),
    indicateur: texte('Indicateur', { par: 'produit', largeur: 36 }),
    valeur: libre('Valeur', { par: 'produit', largeur: 19 }),
    objectif: libre('Objectif', { par: 'produit', largeur: 14 }),
    ecart: libre('Écart', { par: 'produit', largeur: 14 }),
    moisPrecedent: libre('Mois précédent', { par: 'produit', largeur: 14 }),
    anPrecedent: libre('Même mois, an passé', { par: 'produit', largeur: 14 }),
    definition: long('Définition', { par: 'produit', largeur: 74 }),
  },
});
