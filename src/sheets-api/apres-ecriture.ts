import type { LignesAjoutees } from '../classeur/lignes-ajoutees';
import type { CelluleBrute } from '../classeur/source';
import type { LigneGoogle } from './blocs';
import type { EtatGoogle, OngletGoogle } from './lire-etat';
import { rangeesInserees, type EcrituresParTable } from './traduire';

/**
 * Le classeur tel qu'il est après un lot que Google a appliqué : un import de cent mille lignes ne le
 * relit pas à chaque envoi. Le jeton reste celui d'avant : seule une lecture dit le nouveau.
 */
export function apresEcriture(etat: EtatGoogle, parTable: EcrituresParTable): EtatGoogle {
  const onglets = new Map(etat.onglets);
  let { cellules } = etat;
  for (const [table, { ajoutees, modifiees }] of parTable) {
    const onglet = onglets.get(table);
    if (!onglet) continue;
    const apres = completer(onglet, ajoutees, modifiees);
    cellules += (apres.rangees - onglet.rangees) * onglet.colonnes;
    onglets.set(table, apres);
  }
  return { ...etat, onglets, cellules };
}

function completer(
  onglet: OngletGoogle,
  ajoutees: LignesAjoutees<LigneGoogle>,
  modifiees: ReadonlyMap<number, LigneGoogle>,
): OngletGoogle {
  const { derniere, occupee, rangees, grille } = onglet;
  const neuve = grille.slice();
  for (const [ligne, cellules] of modifiees) {
    neuve[ligne - 1] = poser(neuve[ligne - 1] ?? [], cellules);
  }
  const inserees = rangeesInserees(onglet, ajoutees);
  const lignes = ajoutees.map((cellules) => poser([], cellules));
  while (neuve.length < derniere) neuve.push([]);
  // Ce qui est sous le dernier enregistrement (des notes) descend ; ou rien n'y est.
  const dessous = neuve.slice(derniere);
  const vides = inserees > 0 && dessous.length > 0 ? inserees - lignes.length : 0;
  const blancs = Array.from({ length: vides }, () => []);
  return {
    ...onglet,
    grille: [...neuve.slice(0, derniere), ...lignes, ...blancs, ...dessous],
    rangees: rangees + inserees,
    derniere: derniere + lignes.length,
    occupee: occupee > derniere ? occupee + inserees : derniere + lignes.length,
  };
}

function poser(ligne: readonly CelluleBrute[], cellules: LigneGoogle): CelluleBrute[] {
  const copie = [...ligne];
  for (const [rang, { brut }] of cellules) copie[rang] = brut;
  return copie;
}
