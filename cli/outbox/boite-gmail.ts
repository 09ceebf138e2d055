import { gmail } from 'googleapis/build/src/apis/gmail';
import type { Reponse } from '../../src/sheets-api/appel';
import type { Signature } from '../google/acces';
import { optionsDeClient, REGLAGES_APPEL } from '../google/client-api';
import { reponseEnEchec } from '../google/reponse-en-echec';

export type Essai<T> = { readonly ok: true; readonly valeur: T } | Extract<Reponse, { ok: false }>;

/** La boîte Gmail de la personne connectée : ses brouillons, et rien d'autre. */
export interface BoiteGmail {
  adresse(): Promise<Essai<string>>;
  /** L'identifiant d'un brouillon qui porte ce Message-ID. */
  chercher(messageId: string): Promise<Essai<string | null>>;
  /** Crée un brouillon ; rend son identifiant. */
  creer(mime: string): Promise<Essai<string>>;
  retirer(id: string): Promise<Essai<null>>;
}

export function ouvrirBoite(signature: Signature, racine: string | null): BoiteGmail {
  const { users } = gmail({ version: 'v1', ...optionsDeClient(signature, racine) });
  const moi = { userId: 'me' };
  return {
    adresse: () =>
      essayer(async () => (await users.getProfile(moi, REGLAGES_APPEL)).data.emailAddress ?? ''),
    chercher: (messageId) =>
      essayer(async () => {
        const q = `rfc822msgid:<${messageId}>`;
        const { data } = await users.drafts.list({ ...moi, q, maxResults: 1 }, REGLAGES_APPEL);
        return data.drafts?.[0]?.id ?? null;
      }),
    creer: (mime) =>
      essayer(async () => {
        const raw = Buffer.from(mime, 'latin1').toString('base64url');
        const requestBody = { message: { raw } };
        const { data } = await users.drafts.create({ ...moi, requestBody }, REGLAGES_APPEL);
        return data.id ?? '';
      }),
    retirer: (id) =>
      essayer(async () => {
        await users.drafts.delete({ ...moi, id }, REGLAGES_APPEL);
        return null;
      }),
  };
}

async function essayer<T>(appel: () => Promise<T>): Promise<Essai<T>> {
  try {
    return { ok: true, valeur: await appel() };
  } catch (erreur) {
    return reponseEnEchec(erreur);
  }
}
