import { ErreurUsage } from '../arguments';

const LOCAUX = new Set(['127.0.0.1', 'localhost', '[::1]']);

/**
 * `SUIVI_GOOGLE_RACINE` remplace Google par un serveur de cette machine (essais, aperçu) ; `null` : Google.
 * Une autre machine est refusée : elle recevrait des autorisations et des données.
 */
export function lireRacine(env: Readonly<Record<string, string | undefined>>): string | null {
  const texte = env['SUIVI_GOOGLE_RACINE']?.trim();
  if (!texte) return null;
  const url = URL.canParse(texte) ? new URL(texte) : null;
  if (url?.protocol === 'http:' && LOCAUX.has(url.hostname) && url.username === '') {
    return `${url.origin}/`;
  }
  throw new ErreurUsage([
    `SUIVI_GOOGLE_RACINE : « ${texte} » n’est pas une adresse de cette machine. Elle ne sert qu’aux essais (http://127.0.0.1:8080) ; supprimez cette variable.`,
  ]);
}
