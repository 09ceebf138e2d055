import type { CelluleBrute } from '../classeur/source';
import { lireBooleen, lireDate, lireNombre } from '../commun/lire-texte';
import { probleme, type Probleme } from '../messages/probleme';
import { nomUnite } from './unite';
import { montantParUnite, type LectureColonne } from './valeurs';

/** « Réglée », « payé » : la facture est payée, comme « oui », sans dire combien. */
const REGLEE = /^(?:ok|regl[ée]e?|r[ée]gl[ée]e?|pay[ée]e?|sold[ée]e?|paid)$/i;
const ditPayee = (texte: string): boolean => lireBooleen(texte) === true || REGLEE.test(texte);

const NOMBRES: ReadonlySet<string> = new Set(['montant', 'nombre', 'entier']);

/** Pourquoi une cellule facultative ne se lit pas ; `valeur` : ce qu'elle montre ; `garde` : ce qui en est écrit dans le classeur, `null` si sa ligne est rejetée. */
export function raisonIllisible(
  lecture: LectureColonne,
  brut: CelluleBrute,
  garde: string | null,
  valeur: string,
): Probleme {
  const { colonne, cle, table, format } = lecture;
  const { entete, genre, valeurs } = colonne;
  const euros = genre === 'montant' ? montantParUnite(lecture, brut) : null;
  if (euros !== null) {
    const unite = nomUnite(format.facteur);
    return probleme('IMPORT_UNITE_INVRAISEMBLABLE', {
      colonne: entete,
      valeur,
      garde,
      unite,
      euros,
    });
  }
  const [jma, mja] =
    genre === 'date' ? (['JMA', 'MJA'] as const).map((o) => lireDate(valeur, o)) : [];
  if (jma && mja && jma !== mja) {
    return probleme('IMPORT_DATE_AMBIGUE', { colonne: entete, valeur, garde, jma, mja });
  }
  const [virgule, point] = ([',', '.'] as const).map((decimal) =>
    NOMBRES.has(genre) ? lireNombre(valeur, { decimal, devises: true }) : null,
  );
  if (typeof virgule === 'number' && typeof point === 'number' && virgule !== point) {
    const lectures = [virgule, point].sort((a, b) => b - a);
    return probleme('IMPORT_NOMBRE_AMBIGU', { colonne: entete, valeur, garde, lectures });
  }
  const autres = format.taux?.echelle && format.taux.exemples[format.taux.echelle];
  const taux = typeof brut === 'number' ? brut : lireNombre(valeur, format);
  if (autres && taux !== null) {
    return probleme('IMPORT_TAUX_DISCORDANT', { colonne: entete, valeur, garde, taux, autres });
  }
  if (table === 'factures' && cle === 'paye' && ditPayee(valeur.trim())) {
    return probleme('IMPORT_PAYE_SANS_MONTANT', { valeur, garde });
  }
  return probleme('IMPORT_ILLISIBLE', {
    colonne: entete,
    valeur,
    garde,
    genre,
    permises: valeurs,
  });
}
