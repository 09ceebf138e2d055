import { isSafeNumber, parse } from 'lossless-json';

/** Un JSON lu ; sinon, où et pourquoi il ne l'est pas. */
export type JsonAnalyse =
  | { readonly valeur: unknown }
  | {
      /** À partir de 1. */
      readonly ligne: number;
      readonly raison: string;
    };

/** Caractères montrés, à partir de la faute. */
const MONTRES = 20;

/**
 * Lit un JSON sans rien en perdre : un nombre que la machine arrondirait (20 chiffres, `1e400`) est rendu
 * comme il est écrit, et une clé écrite deux fois, avec deux valeurs, est un défaut.
 */
export function analyserJson(texte: string): JsonAnalyse {
  try {
    const valeur = parse(texte.replace(/^\ufeff/, ''), undefined, {
      parseNumber: (n) => (isSafeNumber(n, { approx: true }) ? Number(n) : n),
      onDuplicateKey: ({ key, position }) => {
        throw new CleEnDouble(key, position);
      },
    });
    return { valeur };
  } catch (erreur) {
    if (erreur instanceof CleEnDouble) {
      const { ligne } = placeDe(texte, erreur.position);
      return { ligne, raison: `la clé « ${erreur.cle} » y est deux fois, avec deux valeurs` };
    }
    if (!(erreur instanceof SyntaxError)) throw erreur;
    const position = Number(/at position (\d+)/.exec(erreur.message)?.[1] ?? texte.length);
    const { ligne, caractere } = placeDe(texte, position);
    const suite =
      texte
        .slice(position)
        .split(/[\r\n]/)[0]
        ?.trim()
        .slice(0, MONTRES) ?? '';
    const ou =
      suite === '' ? 'le texte s’arrête trop tôt' : `caractère ${caractere}, devant « ${suite} »`;
    return { ligne, raison: `ce n’est pas du JSON (${ou})` };
  }
}

class CleEnDouble extends Error {
  constructor(
    readonly cle: string,
    readonly position: number,
  ) {
    super();
  }
}

function placeDe(texte: string, position: number): { ligne: number; caractere: number } {
  const lignes = texte.slice(0, position).split('\n');
  return { ligne: lignes.length, caractere: (lignes[lignes.length - 1]?.length ?? 0) + 1 };
}
