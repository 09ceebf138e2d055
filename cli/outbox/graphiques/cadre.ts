import { balises, type Html } from '../../../src/courrier/html';
import { COULEURS as C } from '../../../src/courrier/couleurs';
import type { Mois } from '../../../src/commun/date-civile';

/** Ce que les graphiques du bilan partagent : leur taille, leur police, l'axe des mois. Unités : px. */
export const LARGEUR = 460;
const HAUTEUR = 270;
export const POLICE = 'Source Sans 3';

/** La zone du tracé. */
export interface Zone {
  readonly gauche: number;
  readonly droite: number;
  readonly haut: number;
  readonly bas: number;
}

const MOIS = [
  'janv.',
  'févr.',
  'mars',
  'avr.',
  'mai',
  'juin',
  'juil.',
  'août',
  'sept.',
  'oct.',
  'nov.',
  'déc.',
];

/** Le centre de la colonne d'un mois. */
export function abscisse(zone: Zone, rang: number, combien: number): number {
  const pas = (zone.droite - zone.gauche) / combien;
  return arrondi(zone.gauche + pas * (rang + 0.5));
}

export const arrondi = (n: number): number => Math.round(n * 10) / 10;

interface Ecrit {
  readonly x: number;
  readonly y: number;
  readonly taille?: number;
  readonly couleur?: string;
  readonly gras?: boolean;
  readonly ancre?: 'start' | 'middle' | 'end';
}

export function ecrire(texte: string, e: Ecrit): Html {
  const { x, y, taille = 13, couleur = C.discret, gras = false, ancre = 'start' } = e;
  return balises`<text x="${x}" y="${y}" font-size="${taille}" fill="${couleur}" font-weight="${gras ? 600 : 400}" text-anchor="${ancre}">${texte}</text>`;
}

export function trait(x1: number, y1: number, x2: number, y2: number, style: string): Html {
  return balises`<path d="M${x1} ${y1}L${x2} ${y2}" fill="none" ${attributs(style)}/>`;
}

/** `stroke:#fff;stroke-width:2` en attributs : le style en ligne n'est pas lu partout. */
function attributs(style: string): Html {
  const paires = style.split(';').map((p) => {
    const [nom = '', valeur = ''] = p.split(':');
    return balises`${nom}="${valeur}" `;
  });
  return balises`${paires}`;
}

/**
 * Les mois sous le tracé, un sur tant en remontant du dernier, qui est en gras ; l'année sous le
 * premier qu'on en montre.
 */
export function axeDesMois(zone: Zone, mois: readonly Mois[], unSur = 1): Html {
  const dernier = mois.length - 1;
  let annee = '';
  return balises`${mois.flatMap((m, i) => {
    if ((dernier - i) % unSur !== 0) return [];
    const x = abscisse(zone, i, mois.length);
    const gras = i === dernier;
    const couleur = gras ? C.texte : C.discret;
    const nom = MOIS[Number(m.slice(5, 7)) - 1] ?? '';
    const ecrits = [ecrire(nom, { x, y: zone.bas + 18, gras, couleur, ancre: 'middle' })];
    if (m.slice(0, 4) !== annee) {
      annee = m.slice(0, 4);
      ecrits.push(ecrire(annee, { x, y: zone.bas + 34, ancre: 'middle' }));
    }
    return ecrits;
  })}`;
}

export function svg(titre: string, contenu: readonly Html[]): string {
  return balises`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${LARGEUR} ${HAUTEUR}" width="${LARGEUR}" height="${HAUTEUR}" font-family="${POLICE}"><rect width="${LARGEUR}" height="${HAUTEUR}" fill="${C.blanc}"/>${ecrire(titre, { x: 0, y: 16, taille: 15, couleur: C.texte, gras: true })}${contenu}</svg>`
    .source;
}
