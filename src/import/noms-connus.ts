import { TABLES, type TableEchangeable } from '../classeur/tables';
import { normaliser } from '../commun/texte';
import type { Colonne } from '../classeur/colonne';
import { COLONNES_ARTICLE, SYNONYMES } from './synonymes';
import type { Synonymes } from './synonymes/type';
import { sansUnite } from './unite';

export type RoleArticle = keyof typeof COLONNES_ARTICLE;
type Langue = 'fr' | 'en' | 'neutre';

interface NomConnu {
  /** Clé de notre colonne. */
  readonly cle: string;
  /** Notre en-tête ou notre clé, plutôt qu'un synonyme. */
  readonly exact: boolean;
  readonly langue: Langue;
}

export interface NomsConnus {
  readonly colonnes: ReadonlyMap<string, NomConnu>;
  readonly articles: ReadonlyMap<string, RoleArticle>;
}

const parTable = new Map<TableEchangeable, NomsConnus>();

export function colonnesDe(table: TableEchangeable): Readonly<Record<string, Colonne>> {
  return TABLES[table].colonnes;
}

/** Un en-tête à comparer aux noms connus : « Prix HT (€) » se lit « Prix HT ». */
export function nomCompare(entete: string): string {
  return sansPetitsMots(normaliser(sansUnite(entete)));
}

/** « date d'envoi » et « date envoi » nomment la même colonne ; « envoyé le » garde son « le ». */
function sansPetitsMots(nom: string): string {
  return nom.replace(/(?<=\S )(?:de la |de l'|de |du |des |d')(?=\S)/g, '');
}

/** Tous les noms sous lesquels les colonnes d'une table se reconnaissent, normalisés. */
export function nomsConnus(table: TableEchangeable): NomsConnus {
  const connus = parTable.get(table) ?? construire(table);
  parTable.set(table, connus);
  return connus;
}

function construire(table: TableEchangeable): NomsConnus {
  const colonnes = new Map<string, NomConnu>();
  const synonymes = Object.entries(SYNONYMES[table]);
  for (const [cle, { fr = [], en = [] }] of synonymes) {
    const anglais = new Set(en.map(normaliser));
    for (const nom of fr.map(normaliser)) {
      colonnes.set(nom, { cle, exact: false, langue: anglais.has(nom) ? 'neutre' : 'fr' });
    }
    for (const nom of anglais) {
      if (!colonnes.has(nom)) colonnes.set(nom, { cle, exact: false, langue: 'en' });
    }
  }
  // « Date d’envoi » se lit aussi sans son petit mot, sauf si ce nom court est d’une autre colonne.
  for (const [nom, connu] of [...colonnes]) {
    const court = sansPetitsMots(nom);
    if (!colonnes.has(court)) colonnes.set(court, connu);
  }
  for (const [cle, { entete }] of Object.entries(colonnesDe(table))) {
    for (const nom of [normaliser(cle), normaliser(entete), nomCompare(entete)]) {
      const langue = /^(date|type|client|notes|contact|version|services|segment)$/.test(nom)
        ? 'neutre'
        : 'fr';
      colonnes.set(nom, { cle, exact: true, langue });
    }
  }
  const articles = new Map<string, RoleArticle>();
  if (table === 'devis' || table === 'factures') {
    for (const [role, { fr = [], en = [] }] of Object.entries(COLONNES_ARTICLE) as [
      RoleArticle,
      Synonymes,
    ][]) {
      for (const nom of [...fr, ...en]) articles.set(nomCompare(nom), role);
    }
  }
  return { colonnes, articles };
}
