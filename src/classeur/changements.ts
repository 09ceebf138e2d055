import type { ValeurBrute, ValeurRendue } from './ecrire-cellule';
import { TABLES, type CleTable, type Ligne, type ValeursDe } from './tables';

/**
 * Le vocabulaire des écritures, propre au produit : chaque coquille le traduit (XML, Google).
 * Un lot de changements s'applique en entier ou pas du tout.
 */
export type Changement<K extends CleTable = CleTable> = { [P in K]: ChangementDe<P> }[K];

type ChangementDe<K extends CleTable> =
  | { readonly type: 'ajouter'; readonly table: K; readonly valeurs: ValeursAEcrire<K> }
  | {
      readonly type: 'modifier';
      readonly table: K;
      readonly ligne: number;
      /** Nom de l'enregistrement, pour le Journal et les messages. */
      readonly nom: string;
      readonly avant: Partial<ValeursDe<K>>;
      readonly apres: ValeursEcrites<K>;
    }
  | {
      /**
       * Vider les cellules du produit d'une ligne. La ligne reste à sa place, vide : les formules, les
       * graphiques et les colonnes personnelles des autres lignes ne bougent pas.
       */
      readonly type: 'supprimer';
      readonly table: K;
      readonly ligne: number;
      /** Nom de l'enregistrement, pour le Journal et les messages. */
      readonly nom: string;
      readonly avant: Partial<ValeursDe<K>>;
    }
  | {
      /** Refaire un onglet généré : ces lignes, et elles seules. */
      readonly type: 'remplacer';
      readonly table: K;
      readonly lignes: readonly ValeursAEcrire<K>[];
    };

/** Ce qu'une écriture accepte : des valeurs lues, ou le texte brut de celles qui n'ont pu l'être. */
export type ValeursAEcrire<K extends CleTable> = {
  readonly [C in keyof ValeursDe<K>]?: ValeursDe<K>[C] | ValeurBrute;
};

/** Ce qu'une modification écrit : de même, ou le contenu exact rendu à une cellule. */
export type ValeursEcrites<K extends CleTable> = {
  readonly [C in keyof ValeursDe<K>]?: ValeursDe<K>[C] | ValeurBrute | ValeurRendue;
};

type Modifiables<V> = { -readonly [C in keyof V]?: V[C] };

export function ajouter<K extends CleTable>(table: K, valeurs: ValeursAEcrire<K>): Changement<K> {
  return { type: 'ajouter', table, valeurs };
}

/** Modifie les seuls champs qui changent vraiment ; aucun changement si tous sont déjà ainsi. */
export function modifier<K extends CleTable>(
  table: K,
  enregistrement: Ligne<K>,
  nom: string,
  champs: ValeursAEcrire<K>,
): Changement<K>[] {
  const actuelles: ValeursDe<K> = enregistrement;
  const avant: Modifiables<ValeursDe<K>> = {};
  const apres: Modifiables<ValeursAEcrire<K>> = {};
  for (const cle of Object.keys(champs) as (keyof ValeursDe<K>)[]) {
    const valeur = champs[cle];
    if (valeur === undefined || actuelles[cle] === valeur) continue;
    avant[cle] = actuelles[cle];
    apres[cle] = valeur;
  }
  if (Object.keys(apres).length === 0) return [];
  return [{ type: 'modifier', table, ligne: enregistrement.ligne, nom, avant, apres }];
}

/** Rend à des cellules le contenu exact qu'elles avaient ; `avant` : ce qu'elles contiennent. */
export function rendre<K extends CleTable>(
  table: K,
  ligne: number,
  nom: string,
  avant: Partial<ValeursDe<K>>,
  apres: ValeursEcrites<K>,
): Changement<K> {
  return { type: 'modifier', table, ligne, nom, avant, apres };
}

export function supprimer<K extends CleTable>(
  table: K,
  enregistrement: Ligne<K>,
  nom: string,
): Changement<K> {
  const actuelles: ValeursDe<K> = enregistrement;
  const avant: Modifiables<ValeursDe<K>> = {};
  for (const cle of Object.keys(TABLES[table].colonnes) as (keyof ValeursDe<K>)[]) {
    avant[cle] = actuelles[cle];
  }
  return { type: 'supprimer', table, ligne: enregistrement.ligne, nom, avant };
}

export function remplacer<K extends CleTable>(
  table: K,
  lignes: readonly ValeursAEcrire<K>[],
): Changement<K> {
  return { type: 'remplacer', table, lignes };
}
