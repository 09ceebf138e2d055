import { parseDateCivile, parseMois, type DateCivile, type Mois } from '../src/commun/date-civile';
import { lireNombre } from '../src/commun/lire-texte';
import { lireMontantSaisi } from '../src/commun/lire-saisie';
import type { Centimes } from '../src/commun/montant';
import { ErreurUsage } from './arguments';
import type { Arguments } from './declaration';

/** Les valeurs des options, telles que la commande les comprend ; une valeur illisible est une faute d'usage. */

export function texteOption(args: Arguments, nom: string): string | null {
  const valeur = args.options[nom];
  return typeof valeur === 'string' ? valeur.trim() : null;
}

/** `12500`, `12 500,50`, `12500.50` ; `1.234` ou `1 234,567` sont ambigus, donc refusés. */
export function montantOption(args: Arguments, nom: string): Centimes | null {
  const texte = texteOption(args, nom);
  if (texte === null) return null;
  const montant = lireMontantSaisi(texte);
  if (montant === null) {
    throw new ErreurUsage([
      `--${nom} : « ${texte} » n’est pas un montant sûr. Écrivez par exemple 12500 ou "12 500,50".`,
    ]);
  }
  return montant;
}

/** Un taux en pour cent : `20` ou `5,5` → 0,2 ou 0,055. */
export function tauxOption(args: Arguments, nom: string): number | null {
  const texte = texteOption(args, nom);
  if (texte === null) return null;
  const n = lireNombre(texte.replace(/\s*%$/, ''));
  if (n === null || n < 0 || n > 100) {
    throw new ErreurUsage([
      `--${nom} : « ${texte} » n’est pas un taux. Écrivez par exemple 20 ou 5,5.`,
    ]);
  }
  return Number((n / 100).toFixed(10));
}

/** Un numéro de ligne, à partir de 1. */
export function ligneOption(args: Arguments, nom: string): number | null {
  const texte = texteOption(args, nom);
  if (texte === null) return null;
  if (!/^[1-9]\d{0,6}$/.test(texte)) {
    throw new ErreurUsage([
      `--${nom} : « ${texte} » n’est pas un numéro de ligne. Écrivez par exemple 3.`,
    ]);
  }
  return Number(texte);
}

export function dateOption(args: Arguments, nom: string): DateCivile | null {
  const texte = texteOption(args, nom);
  if (texte === null) return null;
  const date = parseDateCivile(texte);
  if (!date) {
    throw new ErreurUsage([
      `--${nom} : « ${texte} » n’est pas une date. Écrivez AAAA-MM-JJ, par exemple 2026-03-02.`,
    ]);
  }
  return date;
}

export function moisOption(args: Arguments, nom: string): Mois | null {
  const texte = texteOption(args, nom);
  if (texte === null) return null;
  const mois = parseMois(texte);
  if (!mois) {
    throw new ErreurUsage([
      `--${nom} : « ${texte} » n’est pas un mois. Écrivez AAAA-MM, par exemple 2026-02.`,
    ]);
  }
  controlerAnnee(nom, mois);
  return mois;
}

/** Un jour où l'on agirait, un mois que l'on calculerait : au-delà, c'est une faute de frappe. */
export function controlerAnnee(nom: string, jour: DateCivile | Mois): void {
  const annee = jour.slice(0, 4);
  if (annee >= '2000' && annee <= '2199') return;
  throw new ErreurUsage([`--${nom} : « ${jour} » : l’année va de 2000 à 2199.`]);
}
