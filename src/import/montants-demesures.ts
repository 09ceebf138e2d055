import type { TableEchangeable } from '../classeur/tables';
import { centimes, eurosVersCentimes } from '../commun/montant';
import { probleme } from '../messages/probleme';
import type { Lecture } from './lire-lignes';
import { colonnesDe } from './noms-connus';
import { estInvraisemblable } from './unite';
import type { Doute } from './vraisemblance';

/** Un montant tant de fois supérieur au montant médian de sa colonne a sans doute perdu ses décimales. */
const FOIS = 1_000;

/** Les montants que l'on compare ; une marge, un objectif peuvent être de toute taille. */
const COMPARES: { readonly [K in TableEchangeable]?: readonly string[] } = {
  affaires: ['montantEstime'],
  devis: ['montantHt', 'montantTtc'],
  factures: ['montantHt', 'montantTtc', 'paye'],
};

/** Les montants que rien n'explique : gardés, et dits (« 1 308,66 € » écrit 130866000). */
export function doutesDeMontant(
  table: TableEchangeable,
  lecture: Pick<Lecture, 'cles' | 'medianes'>,
): (valeurs: Readonly<Record<string, unknown>>) => readonly Doute[] {
  const colonnes = (COMPARES[table] ?? [])
    // Le HT peut être une somme de lignes, sans colonne à lui ; le TTC qu'on en calcule ne dit rien de plus.
    .filter((cle) => cle === 'montantHt' || lecture.cles.includes(cle))
    .map((cle) => {
      const mediane = lecture.medianes.get(cle) ?? null;
      return { cle, nom: colonnesDe(table)[cle]?.entete ?? cle, mediane };
    });
  return (valeurs) => {
    let liste: Doute[] | null = null;
    for (const { cle, nom, mediane } of colonnes) {
      const valeur = valeurs[cle];
      if (typeof valeur !== 'number') continue;
      const euros = Math.abs(valeur) / 100;
      const fois = mediane === null ? 0 : euros / mediane;
      if (fois < FOIS && !estInvraisemblable(euros)) continue;
      const p = probleme('IMPORT_MONTANT_DEMESURE', {
        colonne: nom,
        montant: centimes(valeur),
        mediane: mediane === null || fois < FOIS ? null : eurosVersCentimes(mediane),
        fois,
      });
      (liste ??= []).push({ cle, probleme: p });
    }
    return liste ?? AUCUN;
  };
}

const AUCUN: readonly Doute[] = [];
