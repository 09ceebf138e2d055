import type { Contexte } from '../commun/contexte';
import type { Centimes } from '../commun/montant';
import type { DateCivile, Mois } from '../commun/date-civile';
import {
  formatDate,
  formatMois,
  formatMontant,
  formatNombre,
  formatTaux,
} from '../messages/formats';
import { ajouter, type Changement } from './changements';
import type { Colonne } from './colonne';
import { TABLES, type CleTable } from './tables';

/** Au-delà, les créations d'une même table tiennent en une ligne du Journal. */
const CREATIONS_DETAILLEES = 10;

/** Une valeur comme un lecteur l'écrirait. */
export function montrer(colonne: Colonne, valeur: unknown): string {
  if (valeur === null || valeur === undefined) return '(vide)';
  switch (colonne.genre) {
    case 'montant':
      return formatMontant(valeur as Centimes);
    case 'taux':
      return formatTaux(valeur as number);
    case 'date':
      return formatDate(valeur as DateCivile);
    case 'mois':
      return formatMois(valeur as Mois);
    case 'booleen':
      return valeur ? 'Oui' : 'Non';
    case 'nombre':
    case 'entier':
      return formatNombre(valeur as number);
    default:
      return String(valeur);
  }
}

function decrire(table: CleTable, valeurs: object): string {
  const colonnes: Readonly<Record<string, Colonne>> = TABLES[table].colonnes;
  return Object.entries(valeurs)
    .filter(([cle, valeur]) => colonnes[cle] && valeur !== undefined)
    .map(
      ([cle, valeur]) => `${colonnes[cle]?.entete} : ${montrer(colonnes[cle] as Colonne, valeur)}`,
    )
    .join('\n');
}

function nommer(table: CleTable, valeurs: object): string {
  const champs = valeurs as Record<string, unknown>;
  return TABLES[table].identite
    .map((cle) => champs[cle])
    .filter((v) => v !== null && v !== undefined)
    .join(' · ');
}

/**
 * Complète un lot de changements de ses lignes de Journal : une par enregistrement modifié (avant →
 * après), une par création ou une par table si elles sont nombreuses. Les onglets générés et les
 * registres n'y figurent pas : ils sont leur propre trace.
 */
export function journaliser(
  changements: readonly Changement[],
  action: string,
  contexte: Contexte,
): Changement[] {
  const lignes: Changement[] = [];
  const commun = {
    le: contexte.maintenant,
    par: contexte.utilisateur,
    origine: contexte.origine,
    action,
  };
  const creations = new Map<CleTable, Extract<Changement, { type: 'ajouter' }>[]>();
  for (const c of changements) {
    if (TABLES[c.table].nature !== 'saisie' || c.type === 'remplacer') continue;
    if (c.type === 'ajouter') {
      const deTable = creations.get(c.table);
      if (deTable) deTable.push(c);
      else creations.set(c.table, [c]);
      continue;
    }
    lignes.push(
      ajouter('journal', {
        ...commun,
        onglet: TABLES[c.table].onglet,
        objet: c.nom,
        avant: decrire(c.table, c.avant),
        apres: decrire(c.table, c.apres),
      }),
    );
  }
  for (const [table, ajouts] of creations) {
    const onglet = TABLES[table].onglet;
    if (ajouts.length > CREATIONS_DETAILLEES) {
      const objet = `${ajouts.length} créations`;
      lignes.push(ajouter('journal', { ...commun, onglet, objet, avant: null, apres: null }));
      continue;
    }
    for (const a of ajouts) {
      const champs = Object.fromEntries(Object.entries(a.valeurs).filter(([, v]) => v !== null));
      lignes.push(
        ajouter('journal', {
          ...commun,
          onglet,
          objet: nommer(table, a.valeurs),
          avant: null,
          apres: decrire(table, champs),
        }),
      );
    }
  }
  return [...changements, ...lignes];
}
