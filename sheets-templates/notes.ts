import type { Colonne, Genre } from '../src/classeur/colonne';

/** Comment écrire chaque genre, quand la colonne ne le dit pas elle-même. */
const PAR_GENRE: Record<Genre, string> = {
  texte: 'Texte libre.',
  long: 'Texte libre, sur plusieurs lignes si besoin (Alt + Entrée).',
  entier: 'Nombre entier.',
  nombre: 'Nombre, décimales admises : 1,5.',
  montant: 'Montant en euros : 1250,50.',
  taux: 'Pourcentage : 20 %.',
  date: 'Date : 02/03/2026.',
  mois: 'Mois : 01/03/2026 pour mars 2026.',
  horodatage: 'Date et heure.',
  booleen: 'Oui ou Non.',
  choix: 'À choisir dans la liste.',
  email: 'Adresse e-mail.',
  personne: 'Adresse e-mail d’un membre de l’équipe.',
  lien: 'Adresse (lien) du document ou du dossier.',
  libre: 'Selon la ligne.',
};

/** La note de l'en-tête : quoi écrire, si c'est nécessaire, et qui l'écrit. */
export function noteDe(colonne: Colonne): string {
  const phrases = [colonne.aide || PAR_GENRE[colonne.genre]];
  if (colonne.aide && ['montant', 'taux', 'mois', 'booleen'].includes(colonne.genre))
    phrases.push(PAR_GENRE[colonne.genre]);
  if (colonne.par === 'produit') phrases.push('Rempli par Suivi commercial (colonne grisée).');
  else if (colonne.requis) phrases.push('À remplir.');
  return phrases.join('\n');
}
