import type { CelluleBrute } from '../classeur/source';
import type { TableEchangeable } from '../classeur/tables';
import { lireNombre } from '../commun/lire-texte';
import { centimes, eurosVersCentimes, type Centimes } from '../commun/montant';
import { memeAuCentime, montantTtc, ttcAttendu } from '../devis/ttc';
import { formatTaux } from '../messages/formats';
import { probleme, type Probleme } from '../messages/probleme';
import type { LigneLue } from './lire-lignes';
import { nomCompare } from './noms-connus';
import type { Preparation } from './preparer';
import { texteDeCellule } from './source';
import { TVA, TVA_MONTANT } from './synonymes/commun';
import type { Doute } from './vraisemblance';

/** Une colonne du fichier qui dit la TVA, en taux ou en montant, et qu'aucune des nôtres ne prend. */
const NOMS_TVA: ReadonlySet<string> = new Set(
  [TVA.fr, TVA.en, TVA_MONTANT.fr, TVA_MONTANT.en].flatMap((noms) => noms ?? []).map(nomCompare),
);

const AUCUN: readonly Doute[] = [];

const dire = (p: Probleme): readonly Doute[] => [{ cle: 'montantTtc', probleme: p }];

type Valeurs = Readonly<Record<string, unknown>>;

/**
 * Un HT, une TVA et un TTC qui ne vont pas ensemble, arrondi mis à part : gardés, et dits. Les factures
 * n'ont pas de taux à elles : la colonne du fichier sert à cela, sans être importée.
 */
export function doutesDeTtc(
  table: TableEchangeable,
  { decoupe, correspondance }: Pick<Preparation, 'decoupe' | 'correspondance'>,
): (lignes: readonly LigneLue[], valeurs: Valeurs) => readonly Doute[] {
  if (table !== 'devis' && table !== 'factures') return () => AUCUN;
  const prises = new Set([...correspondance.colonnes.values()].map(({ rang }) => rang));
  const tva = decoupe.colonnes.filter(
    (c) => !prises.has(c.rang) && NOMS_TVA.has(nomCompare(c.nom)),
  );
  return (lignes, valeurs) => {
    const ht = montant(valeurs['montantHt']);
    const ttc = montant(valeurs['montantTtc']);
    if (ht === null || ttc === null) return AUCUN;
    const taux = valeurs['tauxTva'];
    if (typeof taux === 'number') {
      const attendu = ttcAttendu(ht, taux, ttc);
      if (attendu === null) return AUCUN;
      return dire(probleme('IMPORT_TTC_INCOHERENT', { ht, ttc, tva: formatTaux(taux), attendu }));
    }
    // La TVA d'une ligne d'article n'est pas celle du document.
    const [ligne] = lignes;
    if (ligne && lignes.length === 1) {
      for (const { rang } of tva) {
        const brut = ligne.source.cellules[rang];
        const possibles = ttcPossibles(ht, brut);
        const [attendu] = possibles;
        if (attendu === undefined || possibles.some((p) => memeAuCentime(p, ttc))) continue;
        const ecrite = texteDeCellule(brut).trim();
        return dire(probleme('IMPORT_TTC_INCOHERENT', { ht, ttc, tva: ecrite, attendu: null }));
      }
    }
    // La TVA s'ajoute : un TTC plus petit que le HT, ou de l'autre signe, ne va avec aucun taux.
    const sens = ht < 0 ? -1 : 1;
    if (ttc * sens >= ht * sens || memeAuCentime(ht, ttc)) return AUCUN;
    return dire(probleme('IMPORT_TTC_INFERIEUR', { ht, ttc }));
  };
}

const montant = (valeur: unknown): Centimes | null =>
  typeof valeur === 'number' ? centimes(valeur) : null;

/** Ce que vaudrait le TTC, selon que la cellule est un taux (20, 0,2 ou « 20 % ») ou un montant. */
function ttcPossibles(ht: Centimes, brut: CelluleBrute): readonly number[] {
  const texte = texteDeCellule(brut).trim();
  const enPourcent = texte.endsWith('%');
  const nu = enPourcent ? texte.slice(0, -1) : texte;
  const n = typeof brut === 'number' ? brut : (lireNombre(nu, { decimal: ',' }) ?? lireNombre(nu));
  if (n === null || Math.abs(n) > 1e13) return [];
  const auTaux = montantTtc(ht, n / 100) ?? ht;
  if (enPourcent) return [auTaux];
  return [auTaux, ht + eurosVersCentimes(n), montantTtc(ht, n) ?? ht];
}
