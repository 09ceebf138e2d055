import { date, entier, horodatage, texte } from '../colonne';
import { table, type Enregistrement } from '../table';

/** Chaque numéro tiré, à jamais : un numéro dont la ligne a disparu ne ressert pas. */
export const REGISTRE = table({
  onglet: 'Registre',
  famille: 'technique',
  nature: 'registre',
  objet: 'Tous les numéros attribués. On y ajoute, on n’y efface rien.',
  identite: ['numero'],
  colonnes: {
    numero: texte('N°', { requis: true, par: 'produit', largeur: 18 }),
    serie: texte('Série', {
      par: 'produit',
      largeur: 16,
      aide: 'Le masque rempli, sans le compteur : chaque série compte à part.',
    }),
    compteur: entier('Compteur', { par: 'produit', largeur: 10 }),
    tireLe: horodatage('Attribué le', { par: 'produit' }),
    par: texte('Par', { par: 'produit', largeur: 28 }),
    pour: texte('Pour', { par: 'produit', largeur: 44 }),
    annuleLe: date('Annulé le', { par: 'produit' }),
    motif: texte('Motif', { par: 'produit', largeur: 40 }),
  },
});

export type LigneRegistre = Enregistrement<typeof REGISTRE>;
