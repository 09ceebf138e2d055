import { Buffer } from 'node:buffer';
import type { Brouillon } from '../contrat';
import { RefusService } from '../erreurs';
import { garder } from '../garde';
import type { Membres } from '../garde';
import type { Seance } from '../session';
import { lireOptions } from './options';

type Drafts = GoogleAppsScript.Gmail.Collection.Users.DraftsCollection;

const moi = (utilisateur: unknown) => {
  if (utilisateur !== 'me') throw new RefusService('Delegation denied', 403);
};

/** La base 64 d'adresse d'un message, qui doit se relire à l'identique. */
function lireMime(raw: unknown): string {
  if (typeof raw !== 'string' || !/^[\w-]+={0,2}$/.test(raw)) {
    throw new RefusService("Invalid value at 'draft.message.raw' (TYPE_BYTES)", 400);
  }
  return Buffer.from(raw, 'base64url').toString('utf8');
}

const resume = (b: Brouillon) => ({ id: b.id, message: { id: `m${b.id}`, threadId: `m${b.id}` } });

/** Le service avancé Gmail, réduit aux brouillons de la personne. */
export function gmail(s: Seance): object {
  const boite = s.nuage.boite(s.utilisateur);
  const rendre = (reponse: unknown) => s.royaume.lire(JSON.stringify(reponse));
  const brouillons = {
    create: (ressource: { readonly message?: { readonly raw?: unknown } }, utilisateur: string) => {
      moi(utilisateur);
      return rendre(resume(boite.deposer(lireMime(ressource.message?.raw))));
    },
    list: (utilisateur: string, donnees?: unknown) => {
      moi(utilisateur);
      const { q } = lireOptions('Gmail.Users.Drafts.list', donnees, ['q', 'maxResults']);
      const cherche = q === undefined ? null : /^rfc822msgid:(\S+)$/.exec(String(q));
      if (q !== undefined && !cherche) {
        throw new RefusService(`Gmail : la recherche « ${String(q)} » n’est pas gérée ici.`, 501);
      }
      const trouves = cherche?.[1] ? boite.parMessageId(cherche[1]) : boite.brouillons;
      // Une liste vide est absente, comme chez Google.
      const drafts = trouves.length > 0 ? { drafts: trouves.map(resume) } : {};
      return rendre({ ...drafts, resultSizeEstimate: trouves.length });
    },
    get: (utilisateur: string, id: string, donnees?: unknown) => {
      moi(utilisateur);
      const { format } = lireOptions('Gmail.Users.Drafts.get', donnees, ['format']);
      const b = boite.lire(id);
      if (!b) throw new RefusService('Requested entity was not found.', 404);
      const raw = format === 'raw' ? { raw: Buffer.from(b.mime).toString('base64url') } : {};
      return rendre({ id: b.id, message: { ...resume(b).message, ...raw } });
    },
    remove: (utilisateur: string, id: string) => {
      moi(utilisateur);
      if (!boite.lire(id)) throw new RefusService('Requested entity was not found.', 404);
      boite.retirer(id);
    },
  } satisfies Membres<Drafts>;
  const utilisateurs = { Drafts: garder('Gmail.Users.Drafts', brouillons, s.passer) };
  return garder('Gmail', { Users: garder('Gmail.Users', utilisateurs, s.passer) }, s.passer);
}
