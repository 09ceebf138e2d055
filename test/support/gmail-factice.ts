/** Une boîte Gmail en mémoire : ce que `users.getProfile` et `users.drafts` rendent, en JSON. */
export class GmailFactice {
  readonly brouillons = new Map<string, string>();
  #suivant = 1;
  constructor(readonly adresse = 'lea@exemple.fr') {}

  repondre(methode: string, chemin: string, q: string | null, corps: unknown): unknown {
    if (methode === 'GET' && chemin === 'profile') return { emailAddress: this.adresse };
    if (methode === 'GET' && chemin === 'drafts') {
      const voulu = /^rfc822msgid:<(.+)>$/.exec(q ?? '')?.[1];
      const trouves = [...this.brouillons].filter(([, mime]) => messageId(mime) === voulu);
      return trouves.length === 0 ? {} : { drafts: trouves.map(([id]) => ({ id, message: {} })) };
    }
    if (methode === 'POST' && chemin === 'drafts') {
      const { raw } = (corps as { message: { raw: string } }).message;
      const id = `r-${this.#suivant++}`;
      this.brouillons.set(id, Buffer.from(raw, 'base64url').toString('utf8'));
      return { id, message: { id: `m-${id}` } };
    }
    const retire = /^drafts\/(.+)$/.exec(chemin)?.[1];
    if (methode === 'DELETE' && retire && this.brouillons.delete(retire)) return {};
    return undefined;
  }

  messageIds(): (string | undefined)[] {
    return [...this.brouillons.values()].map(messageId);
  }
}

function messageId(mime: string): string | undefined {
  return /^Message-ID: <(.+)>\r$/im.exec(mime)?.[1];
}
