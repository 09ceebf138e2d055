import type { LienLigne } from '../panneau/contrat';

/** `Devis!F12`, `'Revue hebdo'!A3` → la ligne à montrer ; `null` si ce n'est pas une cellule. */
export function lienDeCellule(adresse: string | null): LienLigne | null {
  const m = /^(?:'((?:[^']|'')+)'|([^'!]+))!\$?[A-Z]+\$?(\d+)$/.exec(adresse ?? '');
  if (!m) return null;
  const onglet = m[1]?.replace(/''/g, "'") ?? m[2] ?? '';
  return { texte: 'Voir la cellule', onglet, ligne: Number(m[3]) };
}
