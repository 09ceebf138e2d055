import type { LigneNotee, NotesLues } from '../../../src/classeur/suivre-notes';
import type { Deplacee } from './ecriture-xlsx';
import { valeurDe, type ContexteLecture } from './feuille-lire';
import type { FeuilleInspectee } from './inspecter-feuille';
import { ParcoursFeuille } from './parcours-feuille';
import { contient, MAX_COLONNES } from './plages';

/** Les notes d'une feuille, et les cellules qui ne bougent pas : formules et matrices. */
export function lireNotes(
  feuille: FeuilleInspectee,
  declares: ReadonlySet<number>,
  identite: readonly number[],
  contexte: ContexteLecture,
): NotesLues<Deplacee> {
  const notees: LigneNotee<Deplacee>[] = [];
  const formules = new Set<number>();
  const { matrices } = feuille;
  const estFigee = (ligne: number, rang: number): boolean =>
    formules.has(ligne * MAX_COLONNES + rang) || matrices.some((m) => contient(m, ligne, rang));
  const p = new ParcoursFeuille(feuille.xml, feuille.donnees.ouverte);
  while (p.ligneSuivante()) {
    if (p.ligne < 2) continue;
    const notee = {
      ligne: p.ligne,
      identite: new Map(),
      notes: new Map(),
    } satisfies LigneNotee<Deplacee>;
    while (p.celluleSuivante()) {
      const nomme = identite.includes(p.rang);
      if (!nomme && declares.has(p.rang)) continue;
      if (!nomme && p.aFormule) formules.add(p.ligne * MAX_COLONNES + p.rang);
      const valeur = valeurDe(p, contexte);
      if (valeur === undefined || valeur === null || String(valeur).trim() === '') continue;
      if (!nomme && estFigee(p.ligne, p.rang)) continue;
      const brut = typeof valeur === 'object' ? valeur.erreur : valeur;
      const base = { brut, genre: 'texte', exact: false } as const;
      if (nomme) notee.identite.set(p.rang, base);
      else notee.notes.set(p.rang, { ...base, deplacee: { style: p.style, xml: celluleNue(p) } });
    }
    if (notee.notes.size > 0) notees.push(notee);
  }
  return { notees, estFigee };
}

/** Le XML de la cellule, sans son adresse. */
function celluleNue(p: ParcoursFeuille): string {
  const xml = p.x.xml.slice(p.debut, p.fin);
  return xml.replace(/^<[^>]*>/, (balise) => balise.replace(/\sr\s*=\s*(?:"[^"]*"|'[^']*')/, ''));
}
