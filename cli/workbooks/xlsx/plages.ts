import { lettreColonne } from '../../../src/classeur/source';

/** Adresses de cellules et de plages (`A1`, `$B$2:$C$9`) ; rangs de colonne à partir de 0. */

/** Les limites d'un onglet. */
export const MAX_LIGNES = 1_048_576;
export const MAX_COLONNES = 16_384;

export interface Plage {
  readonly l1: number;
  readonly c1: number;
  readonly l2: number;
  readonly c2: number;
}

const lettres: string[] = [];

export const adresse = (ligne: number, rang: number): string =>
  `${(lettres[rang] ??= lettreColonne(rang))}${ligne}`;

/** `BC12` → rang 54 (les chiffres sont ignorés) ; -1 si ce n'est pas une adresse. */
export function rangDe(reference: string): number {
  let n = 0;
  for (let i = 0; i < reference.length; i++) {
    const c = reference.charCodeAt(i);
    if (c >= 65 && c <= 90) n = n * 26 + c - 64;
    else if (c !== 36) break;
  }
  return n - 1;
}

export function lirePlage(texte: string): Plage | null {
  const m = /^\$?([A-Z]{1,3})\$?(\d{1,7})(?::\$?([A-Z]{1,3})\$?(\d{1,7}))?$/.exec(texte);
  if (!m) return null;
  const c1 = rangDe(m[1] ?? '');
  const l1 = Number(m[2]);
  return { l1, c1, l2: m[4] ? Number(m[4]) : l1, c2: m[3] ? rangDe(m[3]) : c1 };
}

export function formatPlage(p: Plage): string {
  const debut = adresse(p.l1, p.c1);
  const fin = adresse(p.l2, p.c2);
  return debut === fin ? debut : `${debut}:${fin}`;
}

export const contient = (p: Plage, ligne: number, rang: number): boolean =>
  ligne >= p.l1 && ligne <= p.l2 && rang >= p.c1 && rang <= p.c2;

/** Passage de la dernière ligne de données d'un onglet à une autre. */
export interface Croissance {
  readonly avant: number;
  readonly apres: number;
}

/** Une table ou un filtre qui couvrait toutes les données les couvre encore, ni plus ni moins. */
export function etendreTable(texte: string, { avant, apres }: Croissance): string {
  const p = lirePlage(texte);
  if (!p || p.l1 > avant) return texte;
  // Un tableau a toujours une ligne sous son en-tête.
  if (apres < avant) {
    return p.l2 === avant ? formatPlage({ ...p, l2: Math.max(apres, p.l1 + 1) }) : texte;
  }
  return p.l2 < avant || p.l2 >= apres ? texte : formatPlage({ ...p, l2: apres });
}

/** Mises en forme et validations (`A2:A20 C2:C20`) qui s'arrêtaient à la dernière ligne de données. */
export function etendreSqref(texte: string, { avant, apres }: Croissance): string {
  if (avant < 2 || apres === avant) return texte;
  return texte
    .split(/\s+/)
    .map((morceau) => {
      const p = lirePlage(morceau);
      const couvre = p && p.l2 === avant && (p.l1 < avant || avant === 2);
      return couvre ? formatPlage({ ...p, l2: Math.max(apres, p.l1) }) : morceau;
    })
    .join(' ');
}
