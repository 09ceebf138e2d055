import { lignesExemple } from '../../sheets-templates/exemple/generer-exemple';
import type { DateCivile } from '../../src/commun/date-civile';
import type { Contenu } from './classeur-en-memoire';

type Firme = ReturnType<typeof lignesExemple>;

/** Des copies de l'exemple par génération de deux ans, la dernière en cours, les autres closes. */
const GENERATIONS = 7;

const decaler = (valeur: unknown, ans: number): unknown =>
  typeof valeur === 'string' && /^\d{4}-\d{2}(-\d{2})?$/.test(valeur)
    ? `${Number(valeur.slice(0, 4)) - ans}${valeur.slice(4).replace('-02-29', '-02-28')}`
    : valeur;

const changer = <L extends object>(
  ligne: L,
  change: (cle: string, valeur: unknown) => unknown,
): L => Object.fromEntries(Object.entries(ligne).map(([cle, v]) => [cle, change(cle, v)])) as L;

/** Une firme de `combien` devis, sur quatorze ans : ses clients, affaires, factures et actions en proportion. */
export function grandeFirme(combien: number, aujourdHui: DateCivile): Contenu {
  const exemple = lignesExemple(aujourdHui);
  const copies = Math.ceil(combien / exemple.devis.length);
  const copier = <
    K extends 'clients' | 'affaires' | 'devis' | 'factures' | 'satisfaction' | 'actions',
  >(
    table: K,
  ): Firme[K] =>
    Array.from({ length: copies }, (_, rang) => {
      // Les plus anciennes d'abord, comme dans un classeur qui a grandi.
      const i = copies - 1 - rang;
      const ans = 2 * Math.floor((i * GENERATIONS) / copies);
      return exemple[table].map((ligne) =>
        changer(ligne, (cle, valeur) => {
          if (valeur === null) return null;
          if (['client', 'organisation'].includes(cle)) return `${valeur} ${i}`;
          if (cle === 'affaire' || (cle === 'numero' && table !== 'factures'))
            return String(valeur).replace(/^[A-Z]+/, (serie) => `${serie}-${1000 + rang}`);
          if (cle === 'etape' && ans > 0 && valeur !== 'Perdue') return 'Close';
          if (cle === 'statut' && ans > 0 && valeur === 'Envoyé') return 'Sans suite';
          return decaler(valeur, ans);
        }),
      );
    }).flat() as Firme[K];
  return {
    ...exemple,
    clients: copier('clients'),
    affaires: copier('affaires'),
    devis: copier('devis').slice(0, combien),
    factures: copier('factures'),
    satisfaction: copier('satisfaction'),
    actions: copier('actions'),
  };
}
