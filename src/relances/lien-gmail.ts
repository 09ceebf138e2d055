import { parseBoite } from './adresse';
import type { Brouillon } from './brouillon';
import { bienForme, neutraliser } from './en-tete-mime';

/** Au-delà, des navigateurs et des serveurs refusent l'adresse. */
const LONGUEUR_MAX = 6_000;
const COUPE = '\n[…]';

/** Le plus long début du texte qui tient en `place` caractères une fois codé, sans couper un caractère. */
function coder(texte: string, place: number): string {
  const entier = encodeURIComponent(texte);
  if (entier.length <= place) return entier;
  const fin = encodeURIComponent(COUPE);
  let code = '';
  for (const caractere of texte) {
    const suivant = encodeURIComponent(caractere);
    if (code.length + suivant.length + fin.length > place) break;
    code += suivant;
  }
  return code + fin;
}

function adresses(textes: readonly string[]): string {
  return textes.map((t) => encodeURIComponent(parseBoite(t)?.adresse ?? '')).join(',');
}

/**
 * Une adresse web qui ouvre dans Gmail un message déjà rempli : ce qui reste possible quand l'accès à
 * Gmail a été refusé. Un corps trop long finit par « […] ».
 */
export function lienGmail({ destinataire, aussi = [], copie, objet, corps }: Brouillon): string {
  const debut = [
    'https://mail.google.com/mail/?view=cm&fs=1',
    `to=${adresses([destinataire, ...aussi])}`,
    ...(copie.length > 0 ? [`cc=${adresses(copie)}`] : []),
    `su=${coder(neutraliser(objet), LONGUEUR_MAX / 3)}`,
    'body=',
  ].join('&');
  const texte = bienForme(corps).replace(/(?![\t\n])\p{Cc}/gu, '');
  return debut + coder(texte, LONGUEUR_MAX - debut.length);
}
