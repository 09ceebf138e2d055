import { ajouterJours, dateCivile, type DateCivile } from './date-civile';
import { lireDate, lireNombre } from './lire-texte';
import { eurosVersCentimes, type Centimes } from './montant';
import { normaliser } from './texte';

/** Lire ce qu'un Français tape dans un formulaire. Ce qui est ambigu n'est pas lu : on redemande. */

/** Au-delà de dix mille milliards d'euros, c'est une faute de frappe. */
const MONTANT_MAX = 1e13;

/** `1234,5`, `1 234,50 €`, `12 k€` ; `1.234` ou trois décimales : `null`. */
export function lireMontantSaisi(texte: string): Centimes | null {
  const euros = lireNombre(texte);
  if (euros === null || Math.abs(euros) > MONTANT_MAX || decimales(texte) > 2) return null;
  return eurosVersCentimes(euros);
}

/** Chiffres après la décimale d'un texte lisible ; un séparateur répété est celui des milliers. */
function decimales(texte: string): number {
  const [separateur, chiffres = ''] = /[.,](\d+)\D*$/.exec(texte) ?? [''];
  return texte.split(separateur.charAt(0)).length > 2 ? 0 : chiffres.length;
}

/** Un taux en pour cent : `20 %`, `20`, `5,5` ; `0,2` seul pourrait être 20 % ou 0,2 % : `null`. */
export function lireTauxSaisi(texte: string): number | null {
  const pourcent = /^(.*?)\s*%$/.exec(texte.trim());
  const n = lireNombre(pourcent?.[1] ?? texte);
  if (n === null || n < 0 || n > 100) return null;
  if (!pourcent && n > 0 && n < 1) return null;
  return Number((n / 100).toFixed(10));
}

/** Des heures : `1h30`, `1 h 30`, `2h`, `45 min`, `1,5`. */
export function lireDureeSaisie(texte: string): number | null {
  const t = normaliser(texte);
  const heures = /^(\d{1,3}) ?h(?:eures?)?(?: ?([0-5]?\d)(?: ?m(?:in)?)?)?$/.exec(t);
  if (heures) return arrondir(Number(heures[1]) + Number(heures[2] ?? 0) / 60);
  const minutes = /^(\d{1,4}) ?m(?:in|n|inutes?)?$/.exec(t);
  if (minutes) return arrondir(Number(minutes[1]) / 60);
  const n = lireNombre(texte, { decimal: ',' }) ?? lireNombre(texte);
  return n === null || n < 0 ? null : n;
}

function arrondir(heures: number): number {
  return Number(heures.toFixed(4));
}

const JOURS_DITS: Readonly<Record<string, number>> = { hier: -1, "aujourd'hui": 0, demain: 1 };

/**
 * Un jour : `12/3` et `12 mars` sont de l'année en cours, `12/03/26` et `12 mars 2026` la disent ;
 * `hier`, `aujourd’hui`, `demain`. Hors de 2000–2199 : `null`.
 */
export function lireDateSaisie(texte: string, aujourdHui: DateCivile): DateCivile | null {
  const t = normaliser(texte);
  const ecart = JOURS_DITS[t];
  if (ecart !== undefined) return ajouterJours(aujourdHui, ecart);
  const annee = aujourdHui.slice(0, 4);
  const sansAnnee = /^(\d{1,2})[-/. ](\d{1,2})$/.exec(texte.trim());
  const date = sansAnnee
    ? dateCivile(Number(annee), Number(sansAnnee[2]), Number(sansAnnee[1]))
    : (lireDate(texte) ?? lireDate(`${texte} ${annee}`));
  return date !== null && date >= '2000-01-01' && date < '2200-01-01' ? date : null;
}
