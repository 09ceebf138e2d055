import { largeurDe } from './largeur-texte';

/** Une colonne d'un tableau de terminal. */
export interface ColonneTexte {
  readonly titre: string;
  readonly aDroite?: boolean;
  /** Si la fenêtre est étroite, peut être raccourcie jusqu'à cette largeur. */
  readonly souple?: number;
}

const ECART = 2;

function raccourcir(texte: string, largeur: number): string {
  if (largeurDe(texte) <= largeur) return texte;
  let court = '';
  for (const lettre of texte) {
    if (largeurDe(court + lettre) > largeur - 1) break;
    court += lettre;
  }
  return `${court.trimEnd()}…`;
}

function caler(texte: string, largeur: number, aDroite: boolean): string {
  const vide = ' '.repeat(Math.max(0, largeur - largeurDe(texte)));
  return aDroite ? vide + texte : texte + vide;
}

/** Largeurs au plus juste ; les colonnes souples cèdent d'abord, pour tenir dans la fenêtre. */
function largeurs(
  colonnes: readonly ColonneTexte[],
  lignes: readonly string[][],
  fenetre: number,
): number[] {
  const voulues = colonnes.map((c, i) =>
    Math.max(largeurDe(c.titre), ...lignes.map((l) => largeurDe(l[i] ?? ''))),
  );
  let exces = voulues.reduce((a, b) => a + b, 0) + ECART * (colonnes.length - 1) - fenetre;
  while (exces > 0) {
    const candidats = voulues
      .map((l, i) => ({ l, i }))
      .filter(({ l, i }) => l > (colonnes[i]?.souple ?? Infinity));
    const plusLarge = candidats.sort((a, b) => b.l - a.l)[0];
    if (!plusLarge) break;
    voulues[plusLarge.i] = plusLarge.l - 1;
    exces--;
  }
  return voulues;
}

/**
 * Un tableau aligné, jamais plus large que la fenêtre : les colonnes souples raccourcissent, puis les
 * dernières colonnes cèdent la place.
 */
export function formatTableau(
  colonnes: readonly ColonneTexte[],
  lignes: readonly (readonly string[])[],
  fenetre: number,
): string[] {
  const propres = lignes.map((l) => l.map((t) => t.replace(/\s*\n\s*/g, ' ')));
  const tailles = largeurs(colonnes, propres, fenetre);
  let n = colonnes.length;
  while (n > 1 && tailles.slice(0, n).reduce((a, b) => a + b, 0) + ECART * (n - 1) > fenetre) n--;
  const ligne = (cellules: readonly string[]): string =>
    cellules
      .slice(0, n)
      .map((t, i) =>
        caler(raccourcir(t, tailles[i] ?? 0), tailles[i] ?? 0, colonnes[i]?.aDroite ?? false),
      )
      .join(' '.repeat(ECART))
      .trimEnd();
  return [ligne(colonnes.map((c) => c.titre)), ...propres.map(ligne)];
}
