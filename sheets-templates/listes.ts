import { TABLES, type CleTable } from '../src/classeur/tables';
import { citer, lettreDe } from './references';

/** Listes déroulantes nourries par une colonne d'un autre onglet. */
interface ListeNommee {
  readonly nom: string;
  readonly table: CleTable;
  readonly colonne: string;
  /** Où elle sert : clé de table et de colonne. */
  readonly pour: ReadonlyArray<readonly [CleTable, string]>;
}

export const LISTES: readonly ListeNommee[] = [
  {
    nom: 'ListeClients',
    table: 'clients',
    colonne: 'organisation',
    pour: [
      ['affaires', 'client'],
      ['devis', 'client'],
      ['actions', 'client'],
      ['factures', 'client'],
      ['satisfaction', 'client'],
    ],
  },
  {
    nom: 'ListeAffaires',
    table: 'affaires',
    colonne: 'numero',
    pour: [
      ['devis', 'affaire'],
      ['actions', 'affaire'],
      ['factures', 'affaire'],
      ['satisfaction', 'affaire'],
    ],
  },
  {
    nom: 'ListeEquipe',
    table: 'equipe',
    colonne: 'email',
    pour: [
      ['clients', 'responsable'],
      ['affaires', 'responsable'],
      ['affaires', 'chefDeProjet'],
      ['devis', 'auteur'],
      ['devis', 'responsable'],
      ['actions', 'auteur'],
      ['objectifs', 'responsable'],
    ],
  },
];

/** Nom de la liste qui nourrit une colonne, ou `null`. */
export function listeDe(table: CleTable, colonne: string): string | null {
  return LISTES.find((l) => l.pour.some(([t, c]) => t === table && c === colonne))?.nom ?? null;
}

/** La plage d'une liste : des données seules, sans les lignes vides qui allongeraient le menu. */
export function plageDeListe(liste: ListeNommee): string {
  const onglet = citer(TABLES[liste.table].onglet);
  const lettre = lettreDe(liste.table, liste.colonne);
  return `${onglet}!$${lettre}$2:INDEX(${onglet}!$${lettre}:$${lettre},MAX(2,COUNTA(${onglet}!$${lettre}:$${lettre})))`;
}
