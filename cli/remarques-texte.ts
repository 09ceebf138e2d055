import { grouperPar } from '../src/commun/grouper';
import type { Doublon } from '../src/import/doublons';
import type { Remarque } from '../src/import/resultat';
import { accord } from '../src/messages/formats';

/** Natures de remarques montrées, et lignes citées pour chacune ; le JSON et `--rejets` disent tout. */
const NATURES_MONTREES = 10;
const LIGNES_CITEES = 5;

/**
 * Les remarques d'un import pour le terminal : celles de même nature sur la même colonne tiennent en
 * une ligne, un fichier se trompe en série.
 */
export function texteRemarques(remarques: readonly Remarque[]): string[] {
  const groupes = grouperPar(remarques, (r) => `${r.code} ${r.colonne}`);
  const lignes = groupes.slice(0, NATURES_MONTREES).map(decrire);
  const reste = groupes.slice(NATURES_MONTREES).flat().length;
  return reste > 0 ? [...lignes, `… et ${accord(reste, 'autre', 'autres')}.`] : lignes;
}

/** `51 lignes (3, 7, 9, 12, 15…), Validité : …` ; un message qui varie vaut pour la première. */
function decrire(groupe: readonly [Remarque, ...Remarque[]]): string {
  const [{ ligne, colonne, message }] = groupe;
  const numeros = [...new Set(groupe.map((r) => r.ligne))];
  if (groupe.length === 1) return `Ligne ${ligne}, ${colonne} : ${message}`;
  const citees = numeros.slice(0, LIGNES_CITEES).join(', ');
  const suite = numeros.length > LIGNES_CITEES ? '…' : '';
  const varie = groupe.some((r) => r.message !== message) ? ', par exemple' : '';
  const combien = accord(numeros.length, 'ligne', 'lignes');
  return `${combien} (${citees}${suite}), ${colonne}${varie} : ${message}`;
}

/** Les doublons les plus sûrs d'abord ; le JSON les dit tous. */
export function texteDoublons(doublons: readonly Doublon[]): string[] {
  const lignes = [...doublons]
    .sort((a, b) => b.score - a.score)
    .slice(0, NATURES_MONTREES)
    .map(({ ligne, message }) => (ligne === null ? message : `Ligne ${ligne} : ${message}`));
  const reste = doublons.length - lignes.length;
  return reste > 0 ? [...lignes, `… et ${accord(reste, 'autre', 'autres')}.`] : lignes;
}
