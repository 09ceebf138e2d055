import { invalide } from './erreur-api';
import { celluleEn } from './grille';
import type { Classeur, Feuille, PlageGrille } from './modele';
import type { TypeGoogle } from './schema/types';

type Protection = TypeGoogle<'ProtectedRange'>;

/** Qui écrit, et à qui est le classeur : le propriétaire peut tout. */
export interface Auteur {
  readonly adresse: string;
  readonly proprietaire: string;
}

const refus = () =>
  invalide(
    'You are trying to edit a protected cell or object. Please contact the spreadsheet owner to remove protection if you need to edit.',
  );

const peutEcrire = (p: Protection, auteur: Auteur): boolean =>
  p.warningOnly === true ||
  auteur.adresse === auteur.proprietaire ||
  (p.editors?.users ?? []).includes(auteur.adresse);

/**
 * Refuse un lot qui change ce qu'une protection garde : on compare les cellules d'avant et d'après,
 * où que des insertions les aient poussées. Une protection elle-même ne se change que si l'on y a droit.
 */
export function verifierProtections(avant: Classeur, apres: Classeur, auteur: Auteur): void {
  for (const ancienne of avant.feuilles) {
    const neuve = apres.feuilles.find((f) => f.id === ancienne.id);
    for (const p of ancienne.protections) {
      if (peutEcrire(p, auteur)) continue;
      const q = neuve?.protections.find((x) => x.protectedRangeId === p.protectedRangeId);
      if (!neuve || !q || !memeContenu(ancienne, p, neuve, q)) throw refus();
      const { range: _, unprotectedRanges: __, ...avantSans } = p;
      const { range: ___, unprotectedRanges: ____, ...apresSans } = q;
      if (JSON.stringify(avantSans) !== JSON.stringify(apresSans)) throw refus();
    }
  }
}

/** Une protection neuve sans éditeurs est à qui l'a posée, et au propriétaire. */
export function signerProtections(avant: Classeur, apres: Classeur, auteur: Auteur): void {
  const connues = new Set(
    avant.feuilles.flatMap((f) => f.protections.map((p) => p.protectedRangeId)),
  );
  const users = [...new Set([auteur.proprietaire, auteur.adresse])];
  for (const f of apres.feuilles) {
    f.protections = f.protections.map((p) =>
      connues.has(p.protectedRangeId) || p.warningOnly === true || p.editors
        ? p
        : Object.assign({}, p, { editors: { users } }),
    );
  }
}

const bornes = (f: Feuille, p: PlageGrille = {}) => ({
  ligne0: p.startRowIndex ?? 0,
  ligne1: p.endRowIndex ?? f.nbLignes,
  colonne0: p.startColumnIndex ?? 0,
  colonne1: p.endColumnIndex ?? f.nbColonnes,
});

function memeContenu(avant: Feuille, p: Protection, apres: Feuille, q: Protection): boolean {
  const a = bornes(avant, p.range);
  const b = bornes(apres, q.range);
  const lignes = Math.max(a.ligne1 - a.ligne0, b.ligne1 - b.ligne0);
  const colonnes = Math.max(a.colonne1 - a.colonne0, b.colonne1 - b.colonne0);
  for (let i = 0; i < lignes; i += 1) {
    const [l, m] = [a.ligne0 + i, b.ligne0 + i];
    if (a.colonne0 === b.colonne0 && avant.rangees[l] === apres.rangees[m]) continue;
    for (let j = 0; j < colonnes; j += 1) {
      const [x, y] = [celluleEn(avant, l, a.colonne0 + j), celluleEn(apres, m, b.colonne0 + j)];
      if (x === y || JSON.stringify(x) === JSON.stringify(y)) continue;
      if (!estLibre(avant, p, l, a.colonne0 + j)) return false;
    }
  }
  return true;
}

const estLibre = (f: Feuille, p: Protection, ligne: number, colonne: number): boolean =>
  (p.unprotectedRanges ?? []).some((libre) => {
    const z = bornes(f, libre);
    return ligne >= z.ligne0 && ligne < z.ligne1 && colonne >= z.colonne0 && colonne < z.colonne1;
  });
