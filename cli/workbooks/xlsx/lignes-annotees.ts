import type { Changement } from '../../../src/classeur/changements';
import { annoteesParmi, type CelluleAnnotee } from '../../../src/classeur/lignes-annotees';
import { resoudreEntetes } from '../../../src/classeur/entetes';
import { TABLES } from '../../../src/classeur/tables';
import { normaliser } from '../../../src/commun/texte';
import type { Probleme } from '../../../src/messages/probleme';
import type { ClasseurXlsx } from './classeur-xlsx';
import { inspecterFeuille } from './inspecter-feuille';
import { lireNotes } from './lire-notes';

/** Les lignes à supprimer où quelqu'un a tapé quelque chose dans ses propres colonnes ; une formule n'y compte pas. */
export function lignesAnnotees(
  classeur: ClasseurXlsx,
  changements: readonly Changement[],
): Probleme[] {
  return annoteesParmi(changements, (table): CelluleAnnotee[] => {
    const { onglet } = TABLES[table];
    const feuille = classeur.paquet.feuilles.find((f) => normaliser(f.nom) === normaliser(onglet));
    if (!feuille) return [];
    const entete = classeur.entete(feuille.nom);
    const declares = new Set(resoudreEntetes(TABLES[table], entete).positions.values());
    const inspectee = inspecterFeuille(classeur.paquet.exiger(feuille.partie), declares);
    if (!inspectee.notes) return [];
    return lireNotes(inspectee, declares, [], classeur).notees.flatMap(({ ligne, notes }) =>
      [...notes].map(([rang, { brut }]) => ({
        ligne,
        rang,
        entete: String(entete[rang] ?? ''),
        valeur: String(brut),
      })),
    );
  });
}
