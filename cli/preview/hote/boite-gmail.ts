import type { Brouillon } from './contrat';

/** La boîte d'une personne : ses brouillons seulement. */
export class BoiteGmail {
  readonly #brouillons = new Map<string, Brouillon>();
  #rang = 0;

  get brouillons(): readonly Brouillon[] {
    return [...this.#brouillons.values()];
  }

  /** Rend le brouillon posé, avec son identifiant. */
  deposer(mime: string): Brouillon {
    this.#rang += 1;
    const brouillon = { id: `r-${this.#rang}`, mime };
    this.#brouillons.set(brouillon.id, brouillon);
    return brouillon;
  }

  /** Remet un brouillon déposé une autre fois, sous l'identifiant qu'il avait. */
  reprendre(brouillon: Brouillon): void {
    this.#brouillons.set(brouillon.id, brouillon);
    this.#rang = Math.max(this.#rang, Number(brouillon.id.slice(2)) || 0);
  }

  lire(id: string): Brouillon | undefined {
    return this.#brouillons.get(id);
  }

  /** La personne envoie ou jette son brouillon : il n'est plus là. */
  retirer(id: string): void {
    this.#brouillons.delete(id);
  }

  /** Recherche `rfc822msgid:`. */
  parMessageId(messageId: string): readonly Brouillon[] {
    const nu = messageId.replaceAll(/[<>]/g, '');
    return this.brouillons.filter((b) => idDuMessage(b.mime) === nu);
  }
}

/** Le `Message-ID` de l'en-tête, sans chevrons. */
function idDuMessage(mime: string): string | null {
  const entete = mime.split(/\r?\n\r?\n/)[0] ?? '';
  const deplie = entete.replaceAll(/\r?\n[ \t]+/g, ' ');
  return /^message-id:\s*<?([^>\s]+)>?/im.exec(deplie)?.[1] ?? null;
}
