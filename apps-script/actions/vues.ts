import type { Plan } from '../../src/classeur/plan';
import type { Snapshot } from '../../src/classeur/snapshot';
import { TABLES, type CleTable } from '../../src/classeur/tables';
import { typographier } from '../../src/messages/formats';
import { phrase } from '../formulaire/phrase';
import type { Element, LienLigne, Suite, VueResultat } from '../panneau/contrat';

/** Les morceaux dont les panneaux sont faits. */

export const suite = (libelle: string, action: string, cible: string | null = null): Suite => ({
  libelle,
  action,
  cible,
});

export function lienVers(table: CleTable, ligne: number, texte = 'Voir la ligne'): LienLigne {
  return { texte, onglet: TABLES[table].onglet, ligne };
}

/** La ligne où une création de cette table s'est écrite : à la suite du dernier enregistrement. */
export function lienVersAjout(
  { tables }: Snapshot,
  table: CleTable,
  texte = 'Voir la ligne',
): LienLigne {
  const lignes = tables[table];
  return lienVers(table, (lignes[lignes.length - 1]?.ligne ?? 1) + 1, texte);
}

export function element(
  titre: string,
  { detail = '', ton = 'neutre', lien = null, adresse = null }: Partial<Element> = {},
): Element {
  return { titre: typographier(titre), detail: typographier(detail), ton, lien, adresse };
}

export function resultat(
  ton: VueResultat['ton'],
  message: string,
  { elements = [], suites = [] }: Partial<Pick<VueResultat, 'elements' | 'suites'>> = {},
): VueResultat {
  return { sorte: 'resultat', ton, message: typographier(message), elements, suites };
}

/** Le résultat d'un plan appliqué : ce qu'il faut savoir de plus s'ajoute à ce qui a été fait. */
export function conclusion(
  { problemes }: Plan<unknown>,
  message: string,
  reste: Partial<Pick<VueResultat, 'elements' | 'suites'>>,
): VueResultat {
  const remarques = problemes.map(phrase);
  const ton = remarques.length > 0 ? 'attention' : 'gagne';
  return resultat(ton, [message, ...remarques].join('\n'), reste);
}
