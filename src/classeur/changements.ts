import type { ValeurBrute, ValeurRendue } from './ecrire-cellule';
import type { CleTable, Ligne, ValeursDe } from './tables';

/**
 * Le vocabulaire des écritures, propre au produit : chaque coquille le traduit (XML, Google).
 * Un lot de changements s'applique en entier ou pas du tout.
 */
export type Changement = { [K in CleTable]: ChangementDe<K> }[CleTable];

type ChangementDe<K extends CleTable> =
  | { readonly type: 'ajouter'; readonly table: K; readonly valeurs: Partial<ValeursDe<K>> }
  | {
      readonly type: 'modifier';
      readonly table: K;
      readonly ligne: number;
      /** Nom de l'enregistrement, pour le Journal et les messages. */
      readonly nom: string;
      readonly avant: Partial<ValeursDe<K>>;
      readonly apres: Partial<ValeursDe<K>>;
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
      readonly lignes: readonly Partial<ValeursDe<K>>[];
    };

/** Ce qu'une écriture accepte : des valeurs lues, ou le texte brut de celles qui n'ont pu l'être. */
export type ValeursAEcrire<K extends CleTable> = {
  readonly [C in keyof ValeursDe<K>]?: ValeursDe<K>[C] | ValeurBrute;
};

export function ajouter<K extends CleTable>(table: K, valeurs: ValeursAEcrire<K>): Changement {
  return { type: 'ajouter', table, valeurs } as unknown as Changement;
}

/** Modifie les seuls champs qui changent vraiment ; aucun changement si tous sont déjà ainsi. */
export function modifier<K extends CleTable>(
  table: K,
  enregistrement: Ligne<K>,
  nom: string,
  champs: ValeursAEcrire<K>,
): Changement[] {
  const avant: Record<string, unknown> = {};
  const apres: Record<string, unknown> = {};
  const actuel = enregistrement as unknown as Record<string, unknown>;
  for (const [cle, valeur] of Object.entries(champs)) {
    if (valeur === undefined || actuel[cle] === valeur) continue;
    avant[cle] = actuel[cle];
    apres[cle] = valeur;
  }
  if (Object.keys(apres).length === 0) return [];
  return [
    {
      type: 'modifier',
      table,
      ligne: enregistrement.ligne,
      nom,
      avant,
      apres,
    } as unknown as Changement,
  ];
}

/** Rend à des cellules le contenu exact qu'elles avaient ; `avant` : ce qu'elles contiennent. */
export function rendre(
  table: CleTable,
  ligne: number,
  nom: string,
  avant: Readonly<Record<string, unknown>>,
  apres: Readonly<Record<string, ValeurRendue>>,
): Changement {
  return { type: 'modifier', table, ligne, nom, avant, apres } as unknown as Changement;
}

export function supprimer<K extends CleTable>(
  table: K,
  enregistrement: Ligne<K>,
  nom: string,
): Changement {
  const { ligne, ...avant } = enregistrement;
  return { type: 'supprimer', table, ligne, nom, avant } as unknown as Changement;
}

export function remplacer<K extends CleTable>(
  table: K,
  lignes: readonly ValeursAEcrire<K>[],
): Changement {
  return { type: 'remplacer', table, lignes } as unknown as Changement;
}
