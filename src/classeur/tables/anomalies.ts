import { texte, long, lien } from '../colonne';
import { table } from '../table';

/** Les cellules douteuses, refaites par le contrôle. */
export const ANOMALIES = table({
  onglet: 'Anomalies',
  famille: 'technique',
  nature: 'genere',
  objet: 'Ce qui n’a pas pu être compris ou se contredit, avec la cellule et le remède.',
  identite: [],
  colonnes: {
    onglet: texte('Onglet', { par: 'produit', largeur: 16 }),
    cellule: lien('Cellule', { par: 'produit', largeur: 10 }),
    valeur: texte('Valeur lue', { par: 'produit', largeur: 30 }),
    message: long('Ce qui ne va pas, et que faire', { par: 'produit', largeur: 90 }),
    code: texte('Code', { par: 'produit', largeur: 30 }),
  },
});
