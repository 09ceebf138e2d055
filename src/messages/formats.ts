import type { Centimes } from '../commun/montant';
import type { DateCivile, Mois } from '../commun/date-civile';

/** Espace fine insécable (milliers) et espace insécable (devant €, %, :). */
const FINE = '\u202f';
export const INSECABLE = '\u00a0';

const MOIS = [
  'janvier',
  'février',
  'mars',
  'avril',
  'mai',
  'juin',
  'juillet',
  'août',
  'septembre',
  'octobre',
  'novembre',
  'décembre',
] as const;

function milliers(entier: string): string {
  return entier.replace(/\B(?=(\d{3})+$)/g, FINE);
}

/** `-123450` → `-1 234,50 €` (espace fine insécable, puis espace insécable). */
export function formatMontant(montant: Centimes): string {
  const absolu = Math.abs(montant);
  const euros = milliers(String(Math.floor(absolu / 100)));
  const cents = String(absolu % 100).padStart(2, '0');
  return `${montant < 0 ? '-' : ''}${euros},${cents}${INSECABLE}€`;
}

/** `1234.5` → `1 234,5` ; au plus `decimales` chiffres après la virgule. */
export function formatNombre(valeur: number, decimales = 2): string {
  const [entier = '0', fraction = ''] = Math.abs(valeur).toFixed(decimales).split('.');
  const utile = fraction.replace(/0+$/, '');
  const texte = milliers(entier) + (utile ? `,${utile}` : '');
  return valeur < 0 && Number(valeur.toFixed(decimales)) !== 0 ? `-${texte}` : texte;
}

/** `0.256` → `25,6 %`. */
export function formatTaux(taux: number, decimales = 1): string {
  return `${formatNombre(taux * 100, decimales)}${INSECABLE}%`;
}

/** `2026-03-02` → `02/03/2026`. */
export function formatDate(date: DateCivile): string {
  return `${date.slice(8, 10)}/${date.slice(5, 7)}/${date.slice(0, 4)}`;
}

/** `2026-03-02` → `2 mars 2026` ; le 1er du mois s'écrit « 1er ». */
export function formatDateLongue(date: DateCivile): string {
  const jour = Number(date.slice(8, 10));
  return `${jour === 1 ? '1er' : jour} ${MOIS[Number(date.slice(5, 7)) - 1]} ${date.slice(0, 4)}`;
}

/** `2026-03` → `mars 2026`. */
export function formatMois(mois: Mois): string {
  return `${MOIS[Number(mois.slice(5, 7)) - 1]} ${mois.slice(0, 4)}`;
}

/** `2026-03` → `de mars 2026` ; `2026-10` → `d’octobre 2026`. */
export function formatDuMois(mois: Mois): string {
  const nom = formatMois(mois);
  return /^[aeiouh]/.test(nom) ? `d’${nom}` : `de ${nom}`;
}

/** `accord(2, 'devis numéroté', 'devis numérotés')` → `2 devis numérotés` ; 0 et 1 sont au singulier. */
export function accord(nombre: number, singulier: string, pluriel: string): string {
  return `${formatNombre(nombre, 0)} ${Math.abs(nombre) < 2 ? singulier : pluriel}`;
}

/**
 * Espaces insécables là où le français les veut : dans les guillemets, devant les deux-points et les
 * ponctuations doubles. Les coquilles y passent toute phrase qu'elles montrent.
 */
export function typographier(phrase: string): string {
  return phrase
    .replace(/« /g, `«${INSECABLE}`)
    .replace(/ »/g, `${INSECABLE}»`)
    .replace(/ ([:;!?%€])(?=[\s.,)…»]|$)/g, `${INSECABLE}$1`);
}
