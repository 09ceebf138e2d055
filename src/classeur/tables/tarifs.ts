import { montant, taux, texte } from '../colonne';
import { table } from '../table';

/** La grille tarifaire (S2-10). */
export const TARIFS = table({
  onglet: 'Tarifs',
  famille: 'reglages',
  nature: 'saisie',
  objet: 'La grille de prix : ce que l’on facture d’ordinaire.',
  identite: ['code'],
  colonnes: {
    code: texte('Code', { requis: true, largeur: 14 }),
    designation: texte('Désignation', { requis: true, largeur: 44 }),
    unite: texte('Unité', { largeur: 14 }),
    prixHt: montant('Prix HT'),
    tauxTva: taux('TVA'),
  },
});
