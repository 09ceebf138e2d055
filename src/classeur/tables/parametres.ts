import { libre, long, texte } from '../colonne';
import { table, type Enregistrement } from '../table';

/** Les réglages, un par ligne ; leur liste est dans `classeur/parametres`. */
export const PARAMETRES = table({
  onglet: 'Paramètres',
  famille: 'reglages',
  nature: 'saisie',
  objet: 'Les réglages du classeur, chacun avec sa signification.',
  identite: ['reglage'],
  colonnes: {
    reglage: texte('Réglage', { requis: true, par: 'produit', largeur: 44 }),
    valeur: libre('Valeur', { largeur: 26 }),
    signification: long('Signification', { par: 'produit', largeur: 80 }),
  },
});

export type LigneParametre = Enregistrement<typeof PARAMETRES>;
