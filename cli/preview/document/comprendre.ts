import type { Genre } from '../../../src/classeur/colonne';
import { versSerie, premierJour, type DateCivile } from '../../../src/commun/date-civile';
import { lireDate, lireMois, lireNombre } from '../../../src/commun/lire-texte';

/** Ce qu'un texte tapé devient : sa valeur, et la nature d'un nombre. */
export interface Compris {
  readonly valeur: string | number | boolean;
  readonly genre: Genre;
}

const NOMBRE = /^[-+]?(?:\d[\d \u00a0\u202f]*)?(?:,\d+)?$/;
const SCIENTIFIQUE = /^[-+]?\d+(?:,\d+)?e[-+]?\d{1,3}$/i;
const JOUR_ET_MOIS = /^(\d{1,2})[/-](\d{1,2})$/;
const HEURE = /[ T](\d{1,2})[:h](\d{2})$/;

/** Comprend un texte comme Sheets le fait dans un classeur français ; ce qui n'est rien d'autre est un texte. */
export function comprendre(texte: string, aujourdHui: DateCivile): Compris {
  const nu = texte.trim();
  if (nu.startsWith("'")) return { valeur: nu.slice(1), genre: 'texte' };
  if (/^(?:vrai|faux)$/i.test(nu)) return { valeur: /^vrai$/i.test(nu), genre: 'texte' };
  return (
    nombre(nu) ??
    suivi(nu, /\s*%$/, 'taux') ??
    suivi(nu, /\s*€$/, 'montant') ??
    date(nu, aujourdHui) ?? { valeur: texte, genre: 'texte' }
  );
}

function nombre(nu: string): Compris | null {
  if (!/\d/.test(nu)) return null;
  if (SCIENTIFIQUE.test(nu)) return { valeur: Number(nu.replace(',', '.')), genre: 'nombre' };
  if (!NOMBRE.test(nu)) return null;
  const valeur = lireNombre(nu, { decimal: ',' });
  return valeur === null ? null : { valeur, genre: 'nombre' };
}

/** `12,5 %` et `12,5 €` : un nombre et son signe. */
function suivi(nu: string, signe: RegExp, genre: 'taux' | 'montant'): Compris | null {
  const avant = signe.test(nu) ? nombre(nu.replace(signe, '')) : null;
  if (!avant || typeof avant.valeur !== 'number') return null;
  const { valeur } = avant;
  return { valeur: genre === 'taux' ? Number((valeur / 100).toFixed(12)) : valeur, genre };
}

function date(nu: string, aujourdHui: DateCivile): Compris | null {
  const court = JOUR_ET_MOIS.exec(nu);
  const jour = lireDate(court ? `${nu}/${aujourdHui.slice(0, 4)}` : nu);
  if (jour) {
    const heure = HEURE.exec(nu);
    if (!heure) return { valeur: versSerie(jour), genre: 'date' };
    const minutes = Number(heure[1]) * 60 + Number(heure[2]);
    return minutes < 1440
      ? { valeur: versSerie(jour) + minutes / 1440, genre: 'horodatage' }
      : null;
  }
  const mois = /\p{L}/u.test(nu) ? lireMois(nu) : null;
  return mois && { valeur: versSerie(premierJour(mois)), genre: 'mois' };
}
