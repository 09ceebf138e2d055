import type { Snapshot } from '../../src/classeur/snapshot';
import type { CleTable, Ligne } from '../../src/classeur/tables';
import { trouverDevis } from '../../src/devis/trouver-devis';
import { referenceExacte } from './listes';

/** La ligne sélectionnée, dans un onglet que l'on connaît. */
export interface LigneChoisie {
  readonly table: CleTable;
  readonly ligne: number;
}

/** Ce dont parle une ligne : un devis (sa version exacte), une affaire, un client. */
interface Sujet {
  readonly devis: string | null;
  readonly affaire: string | null;
  readonly client: string | null;
}

const RIEN: Sujet = { devis: null, affaire: null, client: null };

function devisNomme(snapshot: Snapshot, reference: string | null): string | null {
  const { devis } = reference === null ? { devis: null } : trouverDevis(snapshot, reference);
  return devis ? referenceExacte(devis) : null;
}

/** Dans la revue, une ligne avec statut est un devis, et sans `-V2` sa première version. */
function sujetDeRevue(snapshot: Snapshot, l: Ligne<'revueHebdo'>): Sujet {
  const { numero, client, statut } = l;
  if (statut === null || numero === null) return { ...RIEN, affaire: numero, client };
  const exact = /-V\d+$/i.test(numero) ? numero : `${numero}-V1`;
  return { ...RIEN, devis: devisNomme(snapshot, exact) ?? devisNomme(snapshot, numero), client };
}

/** Ce dont parle la ligne choisie ; rien si elle est vide, l'en-tête, ou d'un autre onglet. */
function sujetDeLigne(snapshot: Snapshot, choisie: LigneChoisie | null): Sujet {
  if (choisie === null) return RIEN;
  const { tables } = snapshot;
  const ici = <K extends CleTable>(table: K): Ligne<K> | undefined =>
    (tables[table] as readonly Ligne<K>[]).find((l) => l.ligne === choisie.ligne);
  switch (choisie.table) {
    case 'devis': {
      const d = ici('devis');
      if (!d) return RIEN;
      const devis = d.numero === null ? null : referenceExacte(d);
      return { devis, affaire: d.affaire, client: d.client };
    }
    case 'revueHebdo': {
      const l = ici('revueHebdo');
      return l ? sujetDeRevue(snapshot, l) : RIEN;
    }
    case 'affaires': {
      const a = ici('affaires');
      return a ? { ...RIEN, affaire: a.numero, client: a.client } : RIEN;
    }
    case 'clients':
      return { ...RIEN, client: ici('clients')?.organisation ?? null };
    case 'actions': {
      const a = ici('actions');
      if (!a) return RIEN;
      return { devis: devisNomme(snapshot, a.devis), affaire: a.affaire, client: a.client };
    }
    case 'factures':
      return { ...RIEN, affaire: ici('factures')?.affaire ?? null };
    case 'satisfaction': {
      const s = ici('satisfaction');
      return s ? { ...RIEN, affaire: s.affaire, client: s.client } : RIEN;
    }
    default:
      return RIEN;
  }
}

/** Où mène un menu : l'action, et ce sur quoi elle porte. */
export interface Destination {
  readonly action: string;
  readonly cible: string | null;
}

const ou = (action: string, cible: string | null, choisir: string): Destination =>
  cible === null ? { action: choisir, cible: action } : { action, cible };

/** Le menu agit sur la ligne sélectionnée ; si elle ne convient pas, on choisit dans une liste. */
export function destinationDe(
  action: string,
  snapshot: Snapshot,
  choisie: LigneChoisie | null,
): Destination {
  const sujet = sujetDeLigne(snapshot, choisie);
  if (action === 'devis.nouveau') return { action, cible: sujet.affaire };
  if (action.startsWith('devis.')) return ou(action, sujet.devis, 'choisir.devis');
  if (action === 'affaire.gonogo') return ou(action, affaireDe(snapshot, sujet), 'choisir.affaire');
  if (action === 'affaire.nouvelle') {
    return { action, cible: choisie?.table === 'clients' ? sujet.client : null };
  }
  if (action === 'action.nouvelle') return { action, cible: sujetEnTexte(sujet) };
  return { action, cible: null };
}

function affaireDe(snapshot: Snapshot, { affaire, devis }: Sujet): string | null {
  return (
    affaire ?? (devis === null ? null : (trouverDevis(snapshot, devis).devis?.affaire ?? null))
  );
}

function sujetEnTexte({ devis, affaire, client }: Sujet): string | null {
  if (devis !== null) return `devis:${devis}`;
  if (affaire !== null) return `affaire:${affaire}`;
  return client === null ? null : `client:${client}`;
}
