import { horodatage, long, texte } from '../colonne';
import { table } from '../table';

/** Qui a fait quoi, quand, d'où ; avant → après. On y ajoute, on n'y efface rien. */
export const JOURNAL = table({
  onglet: 'Journal',
  famille: 'technique',
  nature: 'registre',
  objet: 'Ce que Suivi commercial a écrit, ligne par ligne.',
  identite: [],
  colonnes: {
    le: horodatage('Le', { par: 'produit' }),
    par: texte('Par', { par: 'produit', largeur: 28 }),
    origine: texte('Origine', { par: 'produit', largeur: 18 }),
    action: texte('Action', { par: 'produit', largeur: 26 }),
    onglet: texte('Onglet', { par: 'produit', largeur: 14 }),
    objet: texte('Enregistrement', { par: 'produit', largeur: 24 }),
    avant: long('Avant', { par: 'produit' }),
    apres: long('Après', { par: 'produit' }),
    retour: texte('Retour', {
      par: 'produit',
      facultative: true,
      largeur: 10,
      aide: 'Ce qu’il faut pour annuler un import (« suivi annuler »). Ne pas modifier.',
    }),
  },
});
