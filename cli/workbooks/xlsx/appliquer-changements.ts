import type { Changement } from '../../../src/classeur/changements';
import { Ecritures } from '../../../src/classeur/ecritures';
import { resoudreEntetes } from '../../../src/classeur/entetes';
import { lignesApres } from '../../../src/classeur/lignes-apres';
import type { TablesLues } from '../../../src/classeur/snapshot';
import { suivreNotes } from '../../../src/classeur/suivre-notes';
import { TABLES, type CleTable } from '../../../src/classeur/tables';
import { normaliser } from '../../../src/commun/texte';
import { probleme } from '../../../src/messages/probleme';
import { ErreurClasseur } from '../../../src/classeur/erreur-classeur';
import { lignesGardees } from '../../../src/tableau-de-bord/lignes-gardees';
import type { ClasseurXlsx } from './classeur-xlsx';
import { VIDEE, type Deplacee } from './ecriture-xlsx';
import { lireNotes } from './lire-notes';
import { reecrire, type Reecriture } from './reecriture';

interface OptionsApplication {
  /** Les tables avant les changements ; sans elles, on ne sait pas combien de lignes ont encore à dire. */
  readonly avant?: Partial<TablesLues> | null;
  /** Octets d'une partie, décompressée. */
  readonly limite?: number;
}

/**
 * Applique un lot de changements et rend le nouveau fichier, en morceaux (S1-1).
 * @throws ErreurClasseur si un changement ne peut pas être écrit ; le classeur ouvert reste intact.
 */
export function appliquerChangements(
  classeur: ClasseurXlsx,
  changements: readonly Changement[],
  { avant = null, limite }: OptionsApplication = {},
): Uint8Array[] {
  const ecrire = (reecriture: Reecriture): void => {
    const parTable = new Map<CleTable, Changement[]>();
    for (const c of changements) {
      const deTable = parTable.get(c.table);
      if (deTable) deTable.push(c);
      else parTable.set(c.table, [c]);
    }
    for (const [cle, deTable] of parTable) ecrireTable(classeur, cle, deTable, reecriture);
  };
  const lues = avant && {
    derniere: (table: CleTable) =>
      (avant[table] ?? []).reduce((fin, { ligne }) => Math.max(fin, ligne), 1),
    gardees: lignesGardees((table) => lignesApres(table, avant, changements)),
  };
  return reecrire(classeur, ecrire, { limite, lues });
}

function ecrireTable(
  classeur: ClasseurXlsx,
  cle: CleTable,
  changements: readonly Changement[],
  reecriture: Reecriture,
): void {
  const table = TABLES[cle];
  const voulu = normaliser(table.onglet);
  const feuille = classeur.paquet.feuilles.find((f) => normaliser(f.nom) === voulu);
  if (!feuille) {
    const args = { onglet: table.onglet, proche: null };
    throw new ErreurClasseur([probleme('ONGLET_MANQUANT', args)]);
  }
  const { positions, problemes } = resoudreEntetes(table, classeur.entete(feuille.nom));
  if (problemes.length > 0) throw new ErreurClasseur(problemes);
  const ecritures = new Ecritures<Deplacee>(table.colonnes, positions);
  for (const c of changements) ecritures.noter(c);

  const inspectee = reecriture.inspecter(feuille, ecritures.declares);
  if (ecritures.refaites && table.identite.length > 0 && inspectee.notes) {
    const identite = table.identite.map((cle) => ecritures.rangDe(cle));
    const notes = lireNotes(inspectee, ecritures.declares, identite, classeur);
    suivreNotes(ecritures, identite, notes, VIDEE);
  }
  reecriture.ecrireFeuille(feuille, inspectee, ecritures);
}
