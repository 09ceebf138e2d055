import type { Changement } from '../../src/classeur/changements';
import { ecrireCellule } from '../../src/classeur/ecrire-cellule';
import { construireSnapshot, type Snapshot } from '../../src/classeur/snapshot';
import type { CelluleBrute, SourceClasseur } from '../../src/classeur/source';
import { CLES_TABLES, TABLES, type CleTable, type ValeursDe } from '../../src/classeur/tables';
import { messageDe } from '../../src/messages/probleme';

/** Un classeur factice mais entier : des grilles de cellules, lues et changées comme un vrai. */
export class ClasseurEnMemoire {
  readonly grilles = new Map<string, CelluleBrute[][]>();

  constructor(contenu: Contenu = {}) {
    for (const cle of CLES_TABLES) {
      const table = TABLES[cle];
      this.grilles.set(table.onglet, [Object.values(table.colonnes).map((c) => c.entete)]);
      for (const valeurs of contenu[cle] ?? []) {
        this.appliquer([{ type: 'ajouter', table: cle, valeurs } as Changement]);
      }
    }
  }

  /** Écrit une cellule brute, comme le ferait une personne : `ecrire('devis', 2, 'montantHt', 'abc')`. */
  ecrire(table: CleTable, ligne: number, colonne: string, brut: CelluleBrute): this {
    const rang = Object.keys(TABLES[table].colonnes).indexOf(colonne);
    const grille = this.grille(table);
    (grille[ligne - 1] ??= [])[rang] = brut;
    return this;
  }

  appliquer(changements: readonly Changement[]): this {
    for (const c of changements) {
      const grille = this.grille(c.table);
      if (c.type === 'remplacer') {
        grille.length = 1;
        for (const valeurs of c.lignes) grille.push(this.cellules(c.table, valeurs, []));
      } else if (c.type === 'ajouter') grille.push(this.cellules(c.table, c.valeurs, []));
      else if (c.type === 'supprimer') grille[c.ligne - 1] = [];
      else grille[c.ligne - 1] = this.cellules(c.table, c.apres, grille[c.ligne - 1] ?? []);
    }
    return this;
  }

  source(): SourceClasseur {
    return {
      onglets: [...this.grilles.keys()],
      entete: (onglet) => this.grilles.get(onglet)?.[0] ?? [],
      lignes: (onglet) =>
        (this.grilles.get(onglet) ?? [])
          .slice(1)
          .map((cellules, i) => ({ ligne: i + 2, cellules })),
    };
  }

  snapshot(): Snapshot {
    const lu = construireSnapshot(this.source());
    if (!lu.snapshot) throw new Error(lu.problemes.map(messageDe).join('\n'));
    return lu.snapshot;
  }

  private grille(table: CleTable): CelluleBrute[][] {
    return this.grilles.get(TABLES[table].onglet) as CelluleBrute[][];
  }

  private cellules(table: CleTable, valeurs: object, depart: CelluleBrute[]): CelluleBrute[] {
    const champs = valeurs as Record<string, unknown>;
    return Object.entries(TABLES[table].colonnes).map(([cle, colonne], rang) =>
      champs[cle] === undefined ? depart[rang] : ecrireCellule(colonne, champs[cle]).brut,
    );
  }
}

export type Contenu = { readonly [K in CleTable]?: readonly Partial<ValeursDe<K>>[] };

/** `snapshotDe({ devis: [{ numero: 'DEV-2026-0001', … }] })` : les lignes commencent à 2. */
export function snapshotDe(contenu: Contenu): Snapshot {
  return new ClasseurEnMemoire(contenu).snapshot();
}
