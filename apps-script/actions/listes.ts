import type { Snapshot } from '../../src/classeur/snapshot';
import type { Affaire } from '../../src/classeur/tables/affaires';
import type { Devis, StatutDevis } from '../../src/classeur/tables/devis';
import { designer } from '../../src/devis/designation';
import { trouverMembre } from '../../src/equipe/membre';

/** Ce que la complétion propose. Au-delà, la page pèserait ; ce qui n'est pas proposé reste permis. */
const MAXIMUM = 1500;

/** Les plus récents d'abord : le bas de l'onglet. */
function recents<T>(lignes: readonly T[], dire: (ligne: T) => string | null): string[] {
  const dits = new Set<string>();
  for (let i = lignes.length - 1; i >= 0 && dits.size < MAXIMUM; i -= 1) {
    const ligne = lignes[i];
    const dit = ligne === undefined ? null : dire(ligne);
    if (dit) dits.add(dit);
  }
  return [...dits];
}

const SEPARATEUR = ' · ';

/** `DEV-2026-0042 · Mairie de Lunel · Audit énergétique` : une référence, et de quoi la reconnaître. */
function reconnaitre(
  reference: string,
  { client, objet }: Pick<Devis, 'client' | 'objet'>,
): string {
  return [reference, client, objet].filter((t) => t).join(SEPARATEUR);
}

/** La référence d'une suggestion, ou le texte tapé. */
export function referenceDe(texte: string | null): string {
  return (texte ?? '').split(SEPARATEUR)[0]?.trim() ?? '';
}

export function organisations({ tables }: Snapshot): string[] {
  return recents(tables.clients, (c) => c.organisation).sort((a, b) => a.localeCompare(b));
}

/** Les adresses de l'équipe active. */
export function personnes({ tables }: Snapshot): string[] {
  return tables.equipe.flatMap((m) => (m.email && m.actif !== false ? [m.email] : []));
}

/** L'adresse de qui est nommé, s'il est de l'équipe ; sinon ce qui est tapé. */
export function adresseDe(snapshot: Snapshot, personne: string | null): string | null {
  return trouverMembre(snapshot, personne)?.email ?? personne;
}

const FINIES: ReadonlySet<Affaire['etape']> = new Set(['Close', 'Abandonnée']);

export function affairesEnCours({ tables }: Snapshot): string[] {
  return recents(tables.affaires, (a) =>
    a.numero === null || FINIES.has(a.etape) ? null : reconnaitre(a.numero, a),
  );
}

/** La référence qui désigne cette version et nulle autre. */
export function referenceExacte(devis: Devis): string {
  return `${devis.numero ?? ''}-V${devis.version ?? 1}`;
}

export function devisEnEtat({ tables }: Snapshot, etats: readonly StatutDevis[]): string[] {
  return recents(tables.devis, (d) =>
    d.numero === null || d.statut === null || !etats.includes(d.statut)
      ? null
      : reconnaitre(designer(d), d),
  );
}
