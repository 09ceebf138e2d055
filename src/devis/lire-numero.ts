import { echapper, type Masque, type Morceau } from './masque';

function motif(morceaux: readonly Morceau[]): string {
  return morceaux
    .map((m) => {
      if ('texte' in m) return echapper(m.texte);
      if (m.jeton === 'INITIALES' || m.jeton === 'CLIENT') return '[A-Z0-9]+?';
      return `\\d{${m.jeton.length}}`;
    })
    .join('');
}

const expressions = new WeakMap<Masque, RegExp>();

function expressionDe(masque: Masque): RegExp {
  let expression = expressions.get(masque);
  if (!expression) {
    const [avant, apres] = [motif(masque.avant), motif(masque.apres)];
    expression = new RegExp(`^(${avant})(\\d{1,${masque.largeur}})(${apres})$`, 'i');
    expressions.set(masque, expression);
  }
  return expression;
}

/**
 * Lit un numéro quelconque écrit selon le masque, quels qu'en soient la date, la personne et le
 * client : sa série et son compteur ; `null` s'il ne suit pas le masque.
 */
export function lireNumero(
  masque: Masque,
  numero: string,
): { serie: string; compteur: number; ecrire: (compteur: number) => string } | null {
  const m = expressionDe(masque).exec(numero.trim());
  if (!m) return null;
  const prefixe = m[1] ?? '';
  const chiffres = m[2] ?? '';
  const suffixe = m[3] ?? '';
  return {
    serie: prefixe + suffixeSansDates(masque.apres, suffixe),
    compteur: Number(chiffres),
    ecrire: (n) => prefixe + String(n).padStart(masque.largeur, '0') + suffixe,
  };
}

/** Le suffixe lu, ses dates remplacées par leurs jetons : elles ne distinguent pas les séries. */
function suffixeSansDates(apres: readonly Morceau[], suffixe: string): string {
  return apres.some((m) => 'jeton' in m && m.jeton.length <= 4)
    ? apres.map((m) => ('texte' in m ? m.texte : `{${m.jeton}}`)).join('')
    : suffixe;
}
