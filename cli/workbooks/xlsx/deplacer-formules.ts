import { decalerFormule } from './formule-partagee';
import type { FeuilleInspectee, MembreFormule } from './inspecter-feuille';
import { formatPlage } from './plages';
import type { Retouches } from './retouches';
import { decoderXml, echapperXml, enOctets } from './xml-texte';

/**
 * Quand la cellule qui porte le texte d'une formule partagée est écrasée, la première de celles
 * qui restent le reçoit, décalé : leur résultat ne change pas.
 */
export function deplacerFormules(
  feuille: FeuilleInspectee,
  retouches: Retouches,
  estEcrasee: (ligne: number, rang: number) => boolean,
): void {
  for (const [si, membres] of feuille.partagees) {
    const maitre = membres.find((m) => m.maitre);
    if (!maitre || !estEcrasee(maitre.ligne, maitre.rang)) continue;
    const restants = membres.filter((m) => !estEcrasee(m.ligne, m.rang));
    const heritier = restants[0];
    if (!heritier) continue;
    const p = feuille.prefixe;
    const texte = decoderXml(
      feuille.xml.slice(maitre.debut, maitre.fin).replace(/^<[^>]*>|<[^>]*>$/g, ''),
    );
    const decale = decalerFormule(
      texte,
      heritier.ligne - maitre.ligne,
      heritier.rang - maitre.rang,
    );
    retouches.remplacer(
      heritier.debut,
      heritier.fin,
      `<${p}f t="shared" ref="${etendue(restants)}" si="${si}">${enOctets(echapperXml(decale))}</${p}f>`,
    );
  }
}

function etendue(membres: readonly MembreFormule[]): string {
  return formatPlage({
    l1: Math.min(...membres.map((m) => m.ligne)),
    l2: Math.max(...membres.map((m) => m.ligne)),
    c1: Math.min(...membres.map((m) => m.rang)),
    c2: Math.max(...membres.map((m) => m.rang)),
  });
}
