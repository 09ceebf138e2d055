import { cleObjectif, type Objectif } from '../../classeur/tables/objectifs';
import type { Snapshot } from '../../classeur/snapshot';
import { regle, type Constat, type Regle } from '../regle';

const ADDITIFS = ['caSigne', 'caFacture', 'devisEmis', 'visites'] as const;

/** Les lignes mensuelles de l'année et de la personne d'une ligne annuelle. */
function mensuelles({ tables }: Snapshot, annuel: Objectif): readonly Objectif[] {
  const annee = annuel.mois?.slice(0, 4) ?? '';
  const deLAnnee = new Map<string, Objectif>();
  for (const o of tables.objectifs) {
    const memeAnnee = o.vautPour !== 'Année' && o.mois?.slice(0, 4) === annee;
    const cle = cleObjectif({ ...annuel, vautPour: null, mois: o.mois });
    if (memeAnnee && cleObjectif(o) === cle && !deLAnnee.has(cle)) deLAnnee.set(cle, o);
  }
  return [...deLAnnee.values()];
}

/**
 * L'objectif de l'année et ceux de ses mois se contredisent : les mois le dépassent, ou les douze
 * sont écrits et leur somme est autre. Un an qui n'est pas tout écrit n'est pas une faute.
 */
export const REGLES_OBJECTIFS: readonly Regle[] = [
  regle('objectifs', 'OBJECTIF_ANNUEL_CONTREDIT', (annuel, r) => {
    if (annuel.vautPour !== 'Année' || annuel.mois === null) return null;
    const mois = mensuelles(r.snapshot, annuel);
    const constats: Constat<'OBJECTIF_ANNUEL_CONTREDIT'>[] = [];
    for (const colonne of ADDITIFS) {
      const ecrits = mois.map((o) => o[colonne]).filter((v) => v !== null);
      const somme = ecrits.reduce((a: number, b) => a + b, 0);
      const vise = annuel[colonne];
      if (vise === null || (ecrits.length < 12 ? somme <= vise : somme === vise)) continue;
      const montant = colonne === 'caSigne' || colonne === 'caFacture';
      constats.push({ colonne, details: { somme, montant, lignes: ecrits.length } });
    }
    return constats;
  }),
];
