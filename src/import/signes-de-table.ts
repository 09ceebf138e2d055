import type { TableEchangeable } from '../classeur/tables';
import { THEMES } from '../classeur/tables/satisfaction';

interface Reperes {
  /** Sans l'une d'elles, un fichier n'est pas de cette table. */
  readonly toutes: readonly string[];
  /** Au moins une d'elles, s'il y en a : un nom de client seul ne fait pas une facture. */
  readonly une: readonly string[];
}

/** À quoi un fichier se reconnaît pour être d'une table (docs/import.md, « La bonne table »). */
export const REPERES: { readonly [K in TableEchangeable]: Reperes } = {
  clients: {
    toutes: ['organisation'],
    une: ['siret', 'contact', 'email', 'telephone', 'adresse', 'codePostal', 'ville', 'secteur'],
  },
  affaires: {
    toutes: ['numero', 'objet'],
    une: ['etape', 'besoin', 'probabilite', 'signaturePrevue', 'chefDeProjet', 'montantEstime'],
  },
  devis: {
    toutes: ['numero'],
    une: ['objet', 'montantHt', 'montantTtc', 'statut', 'envoyeLe', 'validite', 'decideLe'],
  },
  actions: { toutes: ['date', 'type'], une: ['compteRendu', 'suite', 'duree', 'auteur'] },
  factures: {
    toutes: [],
    une: ['numero', 'montantHt', 'montantTtc', 'blLe', 'emiseLe', 'echeance', 'paye', 'payeLe'],
  },
  satisfaction: { toutes: ['date'], une: [...THEMES, 'recommandation', 'commentaire'] },
  objectifs: {
    toutes: ['mois'],
    une: ['caSigne', 'caFacture', 'devisEmis', 'tauxTransformation', 'satisfaction', 'visites'],
  },
  tarifs: { toutes: ['code'], une: ['designation', 'prixHt'] },
};

/** Tables dont rien n'est demandé que le client ou la date : sans repère, elles prendraient tout. */
export const TROP_ACCUEILLANTES: ReadonlySet<TableEchangeable> = new Set([
  'factures',
  'satisfaction',
  'objectifs',
]);

/** Tables dont le numéro, nommé précisément (« N° devis »), dit à lui seul de quoi une ligne parle. */
export const NUMEROTEES: readonly TableEchangeable[] = ['affaires', 'devis', 'factures'];

/** Colonnes qu'un export de n'importe quelle table peut porter : elles ne disent pas d'où il vient. */
export const COMMUNES: ReadonlySet<string> = new Set([
  'notes',
  'commentaire',
  'ville',
  'statut',
  'date',
  'responsable',
  'origine',
]);
