import type { CelluleBrute } from '../classeur/source';
import { probleme, type Probleme } from '../messages/probleme';
import { texteDeCellule } from './source';
import { nomUnite } from './unite';
import { montantParUnite, type LectureColonne } from './valeurs';

/** « Oui », « Réglée » : la facture est payée, sans dire combien. */
const OUI = /^(?:o|oui|x|vrai|yes|ok|true|regl[ée]e?|r[ée]gl[ée]e?|pay[ée]e?|sold[ée]e?|paid)$/i;

/** Pourquoi une cellule facultative ne se lit pas : son texte est gardé. */
export function raisonIllisible(lecture: LectureColonne, brut: CelluleBrute): Probleme {
  const { colonne, cle, table, format } = lecture;
  const valeur = texteDeCellule(brut);
  const { entete, genre, valeurs } = colonne;
  const euros = genre === 'montant' ? montantParUnite(lecture, brut) : null;
  if (euros !== null) {
    const unite = nomUnite(format.facteur);
    return probleme('IMPORT_UNITE_INVRAISEMBLABLE', { colonne: entete, valeur, unite, euros });
  }
  if (table === 'factures' && cle === 'paye' && OUI.test(valeur.trim())) {
    return probleme('IMPORT_PAYE_SANS_MONTANT', { valeur });
  }
  return probleme('IMPORT_ILLISIBLE', { colonne: entete, valeur, genre, permises: valeurs });
}
