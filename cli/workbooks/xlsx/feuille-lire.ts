import type { CelluleBrute, LigneBrute } from '../../../src/classeur/source';
import { ParcoursFeuille, trouverDonnees } from './parcours-feuille';
import { decoderCellule, decoderXml } from './xml-texte';

/** Ce qu'il faut du classeur pour comprendre une cellule. */
export interface ContexteLecture {
  readonly chaines: readonly string[];
  readonly date1904: boolean;
  estDate(style: number): boolean;
}

/** Écart entre les systèmes de dates 1904 et 1900, en jours. */
export const ECART_1904 = 1462;
const JOUR_MS = 86_400_000;

/** Les lignes d'une feuille qui ont au moins une cellule remplie, à la demande. */
export function* lireLignes(xml: string, contexte: ContexteLecture): Generator<LigneBrute> {
  const donnees = trouverDonnees(xml);
  if (donnees.vide) return;
  const p = new ParcoursFeuille(xml, donnees.ouverte);
  while (p.ligneSuivante()) {
    const cellules: CelluleBrute[] = [];
    while (p.celluleSuivante()) {
      const valeur = valeurDe(p, contexte);
      if (valeur === undefined) continue;
      // Pas de trou dans le tableau : V8 les lit lentement.
      while (cellules.length < p.rang) cellules.push(undefined);
      cellules[p.rang] = valeur;
    }
    if (cellules.length > 0) yield { ligne: p.ligne, cellules };
  }
}

/** Contenu d'une cellule ; `undefined` si elle est vide. */
export function valeurDe(p: ParcoursFeuille, contexte: ContexteLecture): CelluleBrute {
  if (p.texte !== null) return p.texte;
  const v = p.valeur;
  if (v === null || (v === '' && p.type !== 'str')) {
    // Une formule dont personne n'a calculé le résultat n'est pas une cellule vide.
    return p.aFormule ? { erreur: 'formule non calculée' } : undefined;
  }
  switch (p.type) {
    case 's':
      return contexte.chaines[Number(v)] ?? { erreur: 'chaîne manquante' };
    case 'str':
    case 'inlineStr':
      return decoderCellule(v);
    case 'b':
      return v.trim() === '1' || v.trim() === 'true';
    case 'e':
      return { erreur: decoderXml(v) };
    case 'd':
      return serieIso(v.trim());
    default:
      return nombre(v, p.style, contexte);
  }
}

function nombre(v: string, style: number, contexte: ContexteLecture): CelluleBrute {
  const n = Number(v);
  if (Number.isNaN(n)) return { erreur: decoderXml(v) };
  return contexte.date1904 && contexte.estDate(style) ? n + ECART_1904 : n;
}

function serieIso(v: string): CelluleBrute {
  const m = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?Z?)?$/.exec(v);
  const jour = m ? Date.parse(`${m[1]}T00:00:00Z`) : Number.NaN;
  if (!m || Number.isNaN(jour)) return { erreur: v };
  const secondes = Number(m[2] ?? 0) * 3600 + Number(m[3] ?? 0) * 60 + Number(m[4] ?? 0);
  return (jour - Date.UTC(1899, 11, 30)) / JOUR_MS + secondes / 86_400;
}
