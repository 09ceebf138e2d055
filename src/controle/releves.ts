import type { Snapshot } from '../classeur/snapshot';
import type { CleTable, Ligne } from '../classeur/tables';
import type { Affaire } from '../classeur/tables/affaires';
import type { Devis } from '../classeur/tables/devis';
import { trouverClient } from '../clients/trouver-client';
import type { DateCivile } from '../commun/date-civile';
import { designer } from '../devis/designation';
import { chercheur, type Chercheur } from './chercheur';

/** Ce que les règles consultent, relevé en un passage par table : le contrôle reste linéaire. */
export interface Releves {
  readonly snapshot: Snapshot;
  readonly aujourdHui: DateCivile;
  readonly clients: Chercheur;
  readonly affaires: Chercheur;
  readonly devis: Chercheur;
  /** `null` tant qu'Équipe est vide : chacun y est. */
  readonly equipe: Chercheur | null;
  affaire(numero: string | null): Affaire | null;
  /** La plus haute version encore « Envoyé » d'un numéro. */
  derniereEnvoyee(numero: string): Devis | null;
  /** La cellule est vide, et non illisible. */
  estVide<K extends CleTable>(table: K, ligne: Ligne<K>, colonne: keyof Ligne<K> & string): boolean;
}

const exact = (texte: string): string => texte;
const sansCasse = (texte: string): string => texte.trim().toLowerCase();

export function relever(snapshot: Snapshot, aujourdHui: DateCivile): Releves {
  const { tables } = snapshot;
  const affaires = new Map<string, Affaire>();
  for (const a of tables.affaires) if (a.numero !== null) affaires.set(a.numero, a);
  const envoyees = new Map<string, Devis>();
  for (const d of tables.devis) {
    if (d.numero === null || d.statut !== 'Envoyé') continue;
    const deja = envoyees.get(d.numero);
    if (!deja || (d.version ?? 1) > (deja.version ?? 1)) envoyees.set(d.numero, d);
  }
  const numeros = tables.devis.flatMap((d) => [d.numero, designer(d)]);
  return {
    snapshot,
    aujourdHui,
    clients: {
      ...chercheur(
        tables.clients.map((c) => c.organisation),
        exact,
      ),
      existe: (nom) => trouverClient(tables.clients, nom) !== null,
    },
    affaires: chercheur(
      tables.affaires.map((a) => a.numero),
      exact,
    ),
    devis: chercheur(numeros, exact),
    equipe:
      tables.equipe.length === 0
        ? null
        : chercheur(
            tables.equipe.map((m) => m.email),
            sansCasse,
          ),
    affaire: (numero) => (numero === null ? null : (affaires.get(numero) ?? null)),
    derniereEnvoyee: (numero) => envoyees.get(numero) ?? null,
    estVide: (table, ligne, colonne) =>
      ligne[colonne] === null && !snapshot.estIllisible(table, ligne.ligne, colonne),
  };
}
