import { depuisSerie, moisDe } from '../../commun/date-civile';
import { formatDate, formatMois } from '../../messages/formats';

/** Un texte entre guillemets, un signe échappé, une monnaie (`[$€-40C]`) ou un autre crochet. */
const LITTERAL = /"([^"]*)"|\\(.)|\[\$([^\]-]*)[^\]]*\]|\[[^\]]*\]/g;
const SIGNE = /k€|M€|€|\$|£|\b(?:CHF|EUR|USD|GBP)\b/i;

/**
 * Ce qu'une cellule de tableur montre de son nombre, quand ce n'est pas lui : une date, une heure, un
 * pourcentage, un montant et sa monnaie. `null` : le nombre dit tout.
 * @param valeur numéro de série, dans le calendrier de 1900, pour une date
 * @param estDate ce format montre une date ou une heure
 */
export function montrerNombre(valeur: number, format: string, estDate: boolean): string | null {
  const [positifs = ''] = format.split(';');
  if (estDate) return montrerDate(valeur, positifs);
  const nu = positifs.replace(LITTERAL, '');
  if (nu.includes('%')) return `${ecrire(valeur * 100)} %`;
  const signe = SIGNE.exec(`${litteraux(positifs)} ${nu}`)?.[0];
  // Une virgule après les chiffres les divise par mille : `0.0," k€"`.
  const milliers = /[0#?](,+)(?![0#?.,])/.exec(nu)?.[1]?.length ?? 0;
  if (signe === undefined && milliers === 0) return null;
  return `${ecrire(valeur / 1000 ** milliers)} ${signe ?? ''}`.trim();
}

/** Une vraie date, et son heure si elle n'est pas minuit ; `null` hors du calendrier. */
export const montrerDateEtHeure = (serie: number): string | null =>
  montrerDate(serie, 'dd/mm/yyyy hh:mm');

const litteraux = (format: string): string =>
  Array.from(format.matchAll(LITTERAL), (m) => m[1] ?? m[2] ?? m[3] ?? '').join('');

const ecrire = (n: number): string => String(Number(n.toFixed(10))).replace('.', ',');

const deux = (n: number): string => String(n).padStart(2, '0');

function montrerDate(valeur: number, format: string): string | null {
  const nu = format.replace(/"[^"]*"|\\./g, '').toLowerCase();
  const heure = /[hs]/.test(nu);
  const jour = /[dya]/.test(nu.replace(/am\/pm/g, '')) || !heure;
  const date = jour ? depuisSerie(valeur) : null;
  if (jour && date === null) return null;
  // `[h]:mm` est une durée ; `hh:mm`, l'heure d'une date.
  const duree = /\[[hms]+\]/i.test(format);
  const minutes = Math.round((duree ? valeur : valeur % 1) * 1440);
  const horaire = `${deux(Math.floor(minutes / 60))}:${deux(minutes % 60)}`;
  if (date === null) return horaire;
  if (!heure && !nu.includes('d')) return formatMois(moisDe(date));
  return heure && minutes > 0 ? `${formatDate(date)} ${horaire}` : formatDate(date);
}
