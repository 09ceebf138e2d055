import type { Changement } from '../classeur/changements';
import type { Colonne } from '../classeur/colonne';
import { ecrireCellule } from '../classeur/ecrire-cellule';
import type { Consigner } from '../classeur/journaliser';
import type { Snapshot } from '../classeur/snapshot';
import type { CelluleBrute } from '../classeur/source';
import { TABLES, type CleTable } from '../classeur/tables';
import { citantesDeja, estCitable } from './citations';
import { signer, texteCompare } from './empreinte';
import { decouper, ecrireCreations, ecrireModification } from './retour';

type Enregistrement = Readonly<Record<string, unknown>> & { readonly ligne: number };
type Modification = Extract<Changement, { type: 'modifier' }>;

/**
 * Ce qu'un import écrit au Journal de quoi l'annuler (S2-12). `snapshot` : le classeur d'avant lui ;
 * `ajoutees` : les lignes que ses envois précédents y ont déjà ajoutées.
 */
export function consignerImport(
  snapshot: Snapshot,
  ajoutees: ReadonlyMap<CleTable, number> = new Map(),
): Consigner {
  const parLigne = new Map<CleTable, Map<number, Enregistrement>>();
  const enregistrement = (table: CleTable, ligne: number): Enregistrement | undefined => {
    let lignes = parLigne.get(table);
    if (!lignes) {
      const toutes = snapshot.tables[table] as readonly Enregistrement[];
      lignes = new Map(toutes.map((e) => [e.ligne, e]));
      parLigne.set(table, lignes);
    }
    return lignes.get(ligne);
  };
  return {
    creations(table, valeurs) {
      const lignes = valeurs as readonly Readonly<Record<string, unknown>>[];
      // Des rangs qu'aucune ligne du classeur ne porte.
      const crees = (): Enregistrement[] => lignes.map((l, i) => ({ ...l, ligne: -1 - i }));
      return decouper(
        ecrireCreations({
          table,
          lignes: lignes.map((l) => signer(table, l)),
          effectif: snapshot.tables[table].length + (ajoutees.get(table) ?? 0),
          deja: estCitable(snapshot, table)
            ? citantesDeja(snapshot, new Map([[table, crees()]]))
            : {},
        }),
      );
    },
    modification(c: Modification) {
      const { table, ligne, nom } = c;
      const actuel = enregistrement(table, ligne);
      const identite: Record<string, string | null> = {};
      for (const cle of TABLES[table].identite) identite[cle] = texteCompare(actuel?.[cle]);
      const colonnes: Readonly<Record<string, Colonne>> = TABLES[table].colonnes;
      const avant: Record<string, CelluleBrute> = {};
      const apres: Record<string, CelluleBrute> = {};
      for (const [cle, valeur] of Object.entries(c.apres)) {
        const colonne = colonnes[cle];
        if (!colonne) continue;
        avant[cle] = snapshot.brute(table, ligne, cle) ?? null;
        apres[cle] = ecrireCellule(colonne, valeur).brut;
      }
      return decouper(ecrireModification({ table, nom, identite, avant, apres }));
    },
  };
}
