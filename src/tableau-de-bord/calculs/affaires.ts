import { cleDe, ligneDuClient, texteDe, texteParmi, type Bloc } from './bloc';

/** Chaque affaire : sa clé, et son client quand elle est au-delà de « Détectée » (il est qualifié). */
export const BLOC_AFFAIRES: Bloc = {
  nom: 'affaires',
  source: 'affaires',
  serre: false,
  fin: 'finAffaires',
  colonnes: {
    cle: cleDe('numero'),
    ...ligneDuClient(texteParmi(texteDe('etape'), ['', 'Détectée'])),
  },
};
