import type { TableEchangeable } from '../classeur/tables';
import { nomCompare } from './noms-connus';
import { NOMS_GENERIQUES } from './synonymes';

/** Noms qui disent bien leur colonne, mais cèdent à un plus précis : « Honoraires » à « Total HT ». */
const NOMS_FAIBLES: ReadonlySet<string> = new Set(
  [
    'Clients',
    'Dénomination',
    'Dénomination sociale',
    'Structure',
    'Maître d’ouvrage',
    'Mt HT',
    'Honoraires',
    'Honoraires HT',
    'Honoraires (HT)',
    'Date du devis',
    'Date de commande',
    'Commandé le',
    'Accepté le',
    'Devis n°',
    'Offre n°',
    'N° offre',
    'Numéro d’offre',
    'N° proposition',
    'Mél',
  ].map(nomCompare),
);
/** À côté d'une colonne « Client », ils disent autre chose de lui. */
const CEDENT_A_CLIENT: ReadonlySet<string> = new Set(
  ['Structure', 'Maître d’ouvrage'].map(nomCompare),
);

/** 3 : notre nom ; 2 : un synonyme précis ; 1,5 : un nom faible ; 1 : un nom général (« Date ») ; 0,5 : il cède à tous. */
export function forceDuNom(nom: string, exact: boolean, entetes: ReadonlySet<string>): number {
  if (exact) return 3;
  if (CEDENT_A_CLIENT.has(nom) && entetes.has('client')) return 0.5;
  if (NOMS_FAIBLES.has(nom)) return 1.5;
  return NOMS_GENERIQUES.has(nom) ? 1 : 2;
}

/** La date d'un devis dont l'envoi a sa propre colonne est celle où il a été fait. */
const REPLIS: { readonly [K in TableEchangeable]?: Readonly<Record<string, string>> } = {
  devis: { date: 'creeLe', 'date devis': 'creeLe' },
};

/** La colonne que ce nom remplit quand un autre, plus précis, a pris la sienne. */
export function repliDuNom(table: TableEchangeable, nom: string): string | undefined {
  return REPLIS[table]?.[nom];
}
