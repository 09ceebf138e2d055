import { createColors } from 'picocolors';
import { typographier } from '../src/messages/formats';
import { formatTableau, type ColonneTexte } from './tableau-texte';

/** Où écrit une commande. Les flux sont donnés : les tests lisent ce qu'un terminal montrerait. */
export interface Flux {
  readonly stdout: {
    write(texte: string): unknown;
    readonly isTTY?: boolean;
    readonly columns?: number;
  };
  readonly stderr: { write(texte: string): unknown; readonly isTTY?: boolean };
  readonly env: Readonly<Record<string, string | undefined>>;
}

const FENETRE_PAR_DEFAUT = 100;

/** En JSON aussi, les phrases sont celles qu'un lecteur verra. */
export function phrases(cle: string, valeur: unknown): unknown {
  return cle === 'message' && typeof valeur === 'string' ? typographier(valeur) : valeur;
}

/**
 * Résultats sur la sortie standard, messages et progression sur la sortie d'erreur.
 * Avec `--json`, la sortie standard ne porte que le JSON.
 */
export class Sortie {
  readonly #flux: Flux;
  readonly json: boolean;
  readonly #couleurs: ReturnType<typeof createColors>;
  #progression = false;

  constructor(flux: Flux, json: boolean) {
    this.#flux = flux;
    this.json = json;
    const { NO_COLOR, TERM } = flux.env;
    this.#couleurs = createColors(Boolean(flux.stdout.isTTY) && !NO_COLOR && TERM !== 'dumb');
  }

  /** Largeur de la fenêtre ; sans terminal, rien n'est coupé. */
  get largeur(): number {
    return this.#flux.stdout.isTTY ? (this.#flux.stdout.columns ?? FENETRE_PAR_DEFAUT) : Infinity;
  }

  /** Le résultat : en JSON, ou le texte que `texte` écrit. */
  rendre(valeur: unknown, texte: () => void): void {
    this.#effacerProgression();
    if (this.json) this.#flux.stdout.write(`${JSON.stringify(valeur, phrases, 2)}\n`);
    else texte();
  }

  ligne(texte = ''): void {
    this.#effacerProgression();
    if (!this.json) this.#flux.stdout.write(`${typographier(texte)}\n`);
  }

  titre(texte: string): void {
    this.ligne(this.#couleurs.bold(texte));
  }

  succes(texte: string): void {
    this.ligne(this.#couleurs.green(texte));
  }

  discret(texte: string): string {
    return this.#couleurs.dim(texte);
  }

  attention(texte: string): string {
    return this.#couleurs.yellow(texte);
  }

  tableau(colonnes: readonly ColonneTexte[], lignes: readonly (readonly string[])[]): void {
    const [tete = '', ...reste] = formatTableau(colonnes, lignes, this.largeur);
    this.ligne(this.#couleurs.bold(tete));
    for (const l of reste) this.ligne(l);
  }

  /** Un message pour la personne, hors du résultat. */
  message(texte: string): void {
    this.#effacerProgression();
    this.#flux.stderr.write(`${typographier(texte)}\n`);
  }

  /** Une ligne qui se réécrit ; rien si la sortie d'erreur n'est pas un terminal. */
  progression(texte: string): void {
    if (!this.#flux.stderr.isTTY) return;
    this.#flux.stderr.write(`\r\u001B[K${typographier(texte)}`);
    this.#progression = true;
  }

  #effacerProgression(): void {
    if (!this.#progression) return;
    this.#flux.stderr.write('\r\u001B[K');
    this.#progression = false;
  }
}
