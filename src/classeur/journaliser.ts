import type { Contexte } from '../commun/contexte';
import { ajouter, type Changement } from './changements';
import type { Colonne } from './colonne';
import { montrerValeur } from './montrer-valeur';
import { TABLES, type CleTable } from './tables';

/** Au-delà, les créations d'une même table tiennent en une ligne du Journal ; les suppressions aussi. */
const DETAILLES = 10;

function decrire(table: CleTable, valeurs: object): string {
  const colonnes: Readonly<Record<string, Colonne>> = TABLES[table].colonnes;
  return Object.entries(valeurs)
    .filter(([cle, valeur]) => colonnes[cle] && valeur !== undefined)
    .map(
      ([cle, valeur]) =>
        `${colonnes[cle]?.entete} : ${montrerValeur(colonnes[cle] as Colonne, valeur)}`,
    )
    .join('\n');
}

/** Caractères d'un nom : au-delà, ce n'en est plus un. */
const OBJET_MAX = 1_000;
/** Caractères d'un morceau : sous la limite d'une cellule. */
const MORCEAU = 30_000;

/** Un texte qui ne tiendrait pas dans une cellule se poursuit sur les lignes suivantes. */
function morceler(texte: string | null): string[] {
  const combien = Math.ceil((texte?.length ?? 0) / MORCEAU);
  return Array.from({ length: combien }, (_, i) =>
    (texte ?? '').slice(i * MORCEAU, (i + 1) * MORCEAU),
  );
}

const nommerSuite = (objet: string, rang: number, sur: number): string =>
  `${objet} (suite ${rang} sur ${sur})`;

/** La ligne du Journal ne fait que poursuivre celle d'un texte trop long. */
export function estSuite(objet: string | null): boolean {
  return / \(suite \d+ sur \d+\)$/.test(objet ?? '');
}

function nommer(table: CleTable, valeurs: object): string {
  const champs = valeurs as Record<string, unknown>;
  return TABLES[table].identite
    .map((cle) => champs[cle])
    .filter((v) => v !== null && v !== undefined)
    .join(' · ');
}

/** Ce qui s'écrit en plus au Journal, dans « Retour », pour pouvoir annuler : un texte par cellule. */
export interface Consigner {
  creations(table: CleTable, lignes: readonly object[]): readonly string[];
  modification(c: Extract<Changement, { type: 'modifier' }>): readonly string[];
}

/**
 * Complète un lot de changements de ses lignes de Journal : une par enregistrement modifié (avant →
 * après), une par création ou suppression, ou une par table si elles sont nombreuses. Les onglets
 * générés et les registres n'y figurent pas : ils sont leur propre trace.
 */
export function journaliser(
  changements: readonly Changement[],
  action: string,
  contexte: Contexte,
  consigner: Consigner | null = null,
): Changement[] {
  const lignes: Changement[] = [];
  const noter = (
    table: CleTable,
    objet: string,
    [avant, apres]: readonly [string | null, string | null],
    retours: readonly string[] = [],
  ): void => {
    const commun = {
      le: contexte.maintenant,
      par: contexte.utilisateur,
      origine: contexte.origine,
      action,
      onglet: TABLES[table].onglet,
    };
    const nomme = objet.length > OBJET_MAX ? `${objet.slice(0, OBJET_MAX)}…` : objet;
    const [avants, apreses] = [morceler(avant), morceler(apres)];
    const total = Math.max(1, avants.length, apreses.length, retours.length);
    for (let i = 0; i < total; i++) {
      lignes.push(
        ajouter('journal', {
          ...commun,
          objet: i === 0 ? nomme : nommerSuite(nomme, i, total - 1),
          avant: avants[i] ?? null,
          apres: apreses[i] ?? null,
          ...(retours[i] === undefined ? {} : { retour: retours[i] }),
        }),
      );
    }
  };
  const creations = new Map<CleTable, Ajout[]>();
  const suppressions = new Map<CleTable, Suppression[]>();
  for (const c of changements) {
    if (TABLES[c.table].nature !== 'saisie' || c.type === 'remplacer') continue;
    if (c.type === 'ajouter') ranger(creations, c);
    else if (c.type === 'supprimer') ranger(suppressions, c);
    else {
      const textes = [decrire(c.table, c.avant), decrire(c.table, c.apres)] as const;
      noter(c.table, c.nom, textes, consigner?.modification(c));
    }
  }
  for (const [table, ajouts] of creations) {
    if (ajouts.length > DETAILLES) {
      const retours = consigner?.creations(
        table,
        ajouts.map((a) => a.valeurs),
      );
      noter(table, `${ajouts.length} créations`, [null, null], retours);
      continue;
    }
    for (const { valeurs } of ajouts) {
      const apres = decrire(table, remplies(valeurs));
      noter(table, nommer(table, valeurs), [null, apres], consigner?.creations(table, [valeurs]));
    }
  }
  for (const [table, otees] of suppressions) {
    if (otees.length > DETAILLES) {
      noter(table, `${otees.length} suppressions`, [null, null]);
    } else {
      for (const { nom, avant } of otees)
        noter(table, nom, [decrire(table, remplies(avant)), null]);
    }
  }
  return [...changements, ...lignes];
}

type Ajout = Extract<Changement, { type: 'ajouter' }>;
type Suppression = Extract<Changement, { type: 'supprimer' }>;

function ranger<C extends Changement>(parTable: Map<CleTable, C[]>, c: C): void {
  const deTable = parTable.get(c.table);
  if (deTable) deTable.push(c);
  else parTable.set(c.table, [c]);
}

const remplies = (valeurs: object): object =>
  Object.fromEntries(Object.entries(valeurs).filter(([, v]) => v !== null));
