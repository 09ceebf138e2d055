import { TABLES, type CleTable } from '../classeur/tables';
import { probleme, type Probleme } from '../messages/probleme';
import type { Dialogue } from './appel';
import { ecrireBlocs, type EcritureGoogle, type LigneGoogle } from './blocs';
import { ecrire } from './ecrire';
import { lireEtatGoogle } from './lire-classeur-google';
import type { EtatGoogle } from './lire-etat';
import { estVide, memeValeur } from './reponses';
import { chercherLigne, temoins, type Egaree, type Rangee } from './temoins';
import { ongletDe } from './traduire';

const TOURS = 3;

/** Comment nommer l'enregistrement d'une ligne, dans un message. */
export type Nommer = (table: CleTable, ligne: number) => string;

/**
 * Des lignes ont bougé entre la lecture et l'écriture : rend à celles qui ont été touchées par erreur
 * ce qu'elles contenaient, et porte les modifications là où sont maintenant leurs enregistrements.
 * Ce qui ne peut pas l'être est dit. `avant` : l'état d'où le lot est parti.
 */
export function* reparer(
  avant: EtatGoogle,
  egarees: readonly Egaree[],
  nommer: Nommer,
  jeton: () => string,
): Dialogue<Probleme[]> {
  for (let tour = 1; ; tour++) {
    const etat = yield* lireEtatGoogle(avant.id);
    const { lignes, problemes } = corriger(avant, etat, egarees, nommer);
    const requetes = [...lignes].flatMap(([table, deTable]) =>
      ecrireBlocs(ongletDe(etat, table).sheetId, deTable),
    );
    if (requetes.length === 0) return problemes;
    const registre = ongletDe(etat, 'registre').sheetId;
    const lot = { id: etat.id, jeton: etat.jeton, registre, requetes, plages: [] };
    const issue = yield* ecrire(lot, jeton());
    if (issue.sorte === 'ecrit' || tour === TOURS) return problemes;
  }
}

/** Les corrections à écrire, d'après l'état de départ et celui de maintenant. */
function corriger(
  avant: EtatGoogle,
  etat: EtatGoogle,
  egarees: readonly Egaree[],
  nommer: Nommer,
): { lignes: Map<CleTable, Map<number, LigneGoogle>>; problemes: Probleme[] } {
  const lignes = new Map<CleTable, Map<number, LigneGoogle>>();
  const problemes: Probleme[] = [];
  const poser = (table: CleTable, ligne: number, cellules: LigneGoogle): void => {
    const deTable = lignes.get(table) ?? new Map<number, LigneGoogle>();
    lignes.set(table, deTable.set(ligne, new Map([...(deTable.get(ligne) ?? []), ...cellules])));
  };
  for (const egaree of egarees) {
    const { table, cellules, trouvee } = egaree;
    const { rangs } = temoins(ongletDe(avant, table), egaree);
    const ici = chercherLigne(ongletDe(etat, table), rangs, trouvee);
    const anciennes = contenuPerdu(avant, egaree, rangs);
    if (ici !== null && anciennes) {
      const presente = ongletDe(etat, table).grille[ici - 1] ?? [];
      poser(table, ici, rendre(cellules, anciennes, presente));
    } else {
      problemes.push(aVerifier(avant, egaree, ici ?? egaree.ligne));
    }
  }
  for (const egaree of egarees) {
    const { table, ligne, cellules } = egaree;
    const onglet = ongletDe(avant, table);
    const { rangs } = temoins(onglet, egaree);
    const ou = chercherLigne(ongletDe(etat, table), rangs, onglet.grille[ligne - 1] ?? []);
    if (ou !== null) poser(table, ou, cellules);
    else {
      const nom = nommer(table, ligne);
      problemes.push(probleme('LIGNE_DISPARUE', { onglet: TABLES[table].onglet, nom }));
    }
  }
  return { lignes, problemes };
}

/** Une ligne dont on n'a pas pu rétablir ce qu'une écriture a recouvert. */
export function aVerifier(etat: EtatGoogle, { table, cellules }: Egaree, ligne: number): Probleme {
  const { entete } = ongletDe(etat, table);
  const entetes = [...cellules.keys()].map((rang) => `« ${String(entete[rang])} »`).join(', ');
  return probleme('LIGNE_A_VERIFIER', { onglet: TABLES[table].onglet, ligne, entetes });
}

/** Ce que contenait la ligne touchée par erreur ; une ligne neuve ne contenait rien. */
function contenuPerdu(
  avant: EtatGoogle,
  { table, trouvee }: Egaree,
  rangs: readonly number[],
): Rangee | null {
  const onglet = ongletDe(avant, table);
  const ligne = chercherLigne(onglet, rangs, trouvee);
  if (ligne !== null) return onglet.grille[ligne - 1] ?? [];
  return rangs.every((rang) => estVide(trouvee[rang])) ? [] : null;
}

/** Ne rend que ce qui est encore tel que nous l'avons écrit : on a pu le corriger depuis. */
function rendre(cellules: LigneGoogle, anciennes: Rangee, presente: Rangee): LigneGoogle {
  const rendues: [number, EcritureGoogle][] = [];
  for (const [rang, e] of cellules) {
    const valeur = anciennes[rang];
    if (!memeValeur(presente[rang], e.brut)) continue;
    const brut = typeof valeur === 'object' && valeur ? valeur.erreur : (valeur ?? null);
    rendues.push([rang, { brut, genre: e.genre, exact: false }]);
  }
  return new Map(rendues);
}
