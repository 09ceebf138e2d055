import { readFileSync, writeFileSync } from 'node:fs';
import { lignesAnnotees } from '../../cli/workbooks/xlsx/lignes-annotees';
import { appliquerChangements } from '../../cli/workbooks/xlsx/appliquer-changements';
import { ClasseurXlsx } from '../../cli/workbooks/xlsx/classeur-xlsx';
import { poserCellules } from '../../cli/workbooks/xlsx/poser-cellules';
import { consignerImport } from '../../src/annulation/consigner';
import { estImport } from '../../src/import/origines';
import { journaliser } from '../../src/classeur/journaliser';
import type { Plan } from '../../src/classeur/plan';
import { construireSnapshot, type Snapshot } from '../../src/classeur/snapshot';
import type { CelluleBrute } from '../../src/classeur/source';
import { TABLES, type CleTable } from '../../src/classeur/tables';
import { messageDe } from '../../src/messages/probleme';
import type { ClasseurGoogle } from '../support/classeur-google';
import { CTX } from './outils';

/** Les colonnes qu'une personne a ajoutées, à droite de celles du produit. */
const PERSONNELLES = 2;

export const largeurDe = (table: CleTable): number =>
  Object.keys(TABLES[table].colonnes).length + PERSONNELLES;

/** Un classeur d'essai, quel qu'en soit le support. */
export interface Support {
  lire(): Snapshot;
  modifier<R>(decider: (s: Snapshot) => Plan<R>, origine: (r: R) => string): Plan<R>;
  /** Les lignes sous l'en-tête, colonnes personnelles comprises, `null` où rien n'est écrit. */
  grille(table: CleTable): CelluleBrute[][];
  /** Récrit tout un onglet à la main, sous l'en-tête. */
  retaper(table: CleTable, lignes: readonly (readonly CelluleBrute[])[]): void;
}

/** La décision et son Journal, comme les coquilles le font. */
function journalise<R>(
  snapshot: Snapshot,
  decider: (s: Snapshot) => Plan<R>,
  origine: (r: R) => string,
): Plan<R> {
  const plan = decider(snapshot);
  const contexte = { ...CTX, origine: origine(plan.resultat) };
  const consigner = estImport(contexte.origine) ? consignerImport(snapshot) : null;
  return { ...plan, changements: journaliser(plan.changements, 'essai', contexte, consigner) };
}

const carre = (table: CleTable, lignes: Iterable<readonly CelluleBrute[]>): CelluleBrute[][] =>
  Array.from(lignes, (l) =>
    Array.from({ length: largeurDe(table) }, (_, i) => (l[i] === '' ? null : (l[i] ?? null))),
  );

export function supportXlsx(chemin: string): Support {
  const ouvrir = (): ClasseurXlsx => ClasseurXlsx.ouvrir(readFileSync(chemin), chemin);
  const snapshotDe = (classeur: ClasseurXlsx): Snapshot => {
    const { snapshot, problemes } = construireSnapshot(classeur.source());
    if (!snapshot) throw new Error(problemes.map(messageDe).join('\n'));
    return snapshot;
  };
  const grille: Support['grille'] = (table) => {
    const lignes: CelluleBrute[][] = [];
    for (const { ligne, cellules } of ouvrir().source().lignes(TABLES[table].onglet)) {
      while (lignes.length < ligne - 2) lignes.push([]);
      lignes.push([...cellules]);
    }
    return carre(table, lignes);
  };
  return {
    lire: () => snapshotDe(ouvrir()),
    modifier(decider, origine) {
      const classeur = ouvrir();
      const plan = journalise(snapshotDe(classeur), decider, origine);
      const annotees = lignesAnnotees(classeur, plan.changements);
      if (annotees.length > 0) return { ...plan, changements: [], problemes: annotees };
      if (plan.changements.length > 0) {
        writeFileSync(chemin, Buffer.concat(appliquerChangements(classeur, plan.changements)));
      }
      return plan;
    },
    grille,
    retaper(table, lignes) {
      const actuelles = grille(table).length;
      const cellules = Array.from({ length: Math.max(actuelles, lignes.length) }, (_, i) =>
        Array.from({ length: largeurDe(table) }, (_, rang) => ({
          ...{ ligne: i + 2, rang, genre: 'texte' as const },
          contenu: { valeur: simple(lignes[i]?.[rang]) },
        })),
      ).flat();
      const onglet = TABLES[table].onglet;
      writeFileSync(chemin, Buffer.concat(poserCellules(ouvrir(), [{ onglet, cellules }])));
    },
  };
}

export function supportGoogle(classeur: ClasseurGoogle): Support {
  const grille: Support['grille'] = (table) => carre(table, lireGrille(classeur, table));
  return {
    lire: () => classeur.lire(),
    modifier: (decider, origine) => classeur.modifier((s) => journalise(s, decider, origine)),
    grille,
    retaper(table, lignes) {
      const actuelles = grille(table).length;
      for (let i = 0; i < Math.max(actuelles, lignes.length); i++) {
        const ligne = Array.from({ length: largeurDe(table) }, (_, r) => lignes[i]?.[r]);
        const valeurs = ligne.map((v) => (typeof v === 'boolean' ? String(v) : simple(v)));
        classeur.taper(TABLES[table].onglet, i + 2, 0, ...(valeurs as (string | number | null)[]));
      }
    },
  };
}

function lireGrille(classeur: ClasseurGoogle, table: CleTable): CelluleBrute[][] {
  const lignes = classeur.contenu(table).slice(1) as CelluleBrute[][];
  const pleines = [...lignes];
  while (pleines.at(-1)?.every((c) => (c ?? null) === null)) pleines.pop();
  return pleines;
}

const simple = (v: CelluleBrute): string | number | boolean | null =>
  typeof v === 'object' || v === undefined ? null : v;
