import { timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

/** Pourquoi une demande n'est pas servie. */
export interface Refus {
  readonly statut: 400 | 403 | 404 | 405 | 413 | 415 | 421;
  readonly message: string;
}

const refus = (statut: Refus['statut'], message: string): Refus => ({ statut, message });

export interface Garde {
  readonly port: number;
  readonly jeton: string;
}

/**
 * Seule la page de cet aperçu, sur cette machine, est servie : un nom d'hôte étranger (qu'un site
 * ferait pointer ici) et un autre site d'où viendrait la demande sont refusés.
 */
export function refuserEtranger(demande: IncomingMessage, { port }: Garde): Refus | null {
  const { host, origin } = demande.headers;
  const hotes = [`127.0.0.1:${port}`, `localhost:${port}`];
  if (host === undefined || !hotes.includes(host)) {
    return refus(421, `L’aperçu ne répond qu’à l’adresse 127.0.0.1:${port}.`);
  }
  const site = demande.headers['sec-fetch-site'];
  const dIci = origin === undefined || hotes.some((h) => origin === `http://${h}`);
  if (!dIci || site === 'cross-site' || site === 'same-site') {
    return refus(403, 'Cette demande vient d’un autre site.');
  }
  return null;
}

const MAUVAIS_JETON = 'Ouvrez l’adresse complète que la commande « suivi apercu » a donnée.';

/** Le jeton de cette session, tiré au démarrage : la page l'a par son adresse. */
export function refuserSansJeton(donne: string | null, { jeton }: Garde): Refus | null {
  const [a, b] = [Buffer.from(donne ?? ''), Buffer.from(jeton)];
  return a.length === b.length && timingSafeEqual(a, b) ? null : refus(403, MAUVAIS_JETON);
}

/** Ce qu'une page peut envoyer d'un coup : un long collage, pas un disque. */
const OCTETS_MAX = 8_000_000;

/** Le corps JSON d'une demande, ou pourquoi il n'est pas lu. */
export async function lireCorps(
  demande: IncomingMessage,
): Promise<{ corps: unknown } | { refus: Refus }> {
  if (!/^application\/json\b/.test(demande.headers['content-type'] ?? '')) {
    return { refus: refus(415, 'Le corps doit être du JSON.') };
  }
  const morceaux: Buffer[] = [];
  let taille = 0;
  for await (const morceau of demande as AsyncIterable<Buffer>) {
    taille += morceau.length;
    if (taille > OCTETS_MAX) return { refus: refus(413, 'C’est trop à la fois.') };
    morceaux.push(morceau);
  }
  try {
    return { corps: JSON.parse(Buffer.concat(morceaux).toString('utf8')) as unknown };
  } catch {
    return { refus: refus(400, 'Le corps n’est pas du JSON.') };
  }
}
