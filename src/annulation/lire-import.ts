import { estSuite } from '../classeur/journaliser';
import type { Snapshot } from '../classeur/snapshot';
import { probleme, type Probleme } from '../messages/probleme';
import { numeroDansOrigine, origineAnnulation, origineImport } from '../import/origines';
import { lireEcrits, type Ecrits } from './ecrits';
import { rappeler } from './rappels';
import { lireRetours, type RetourCreations, type RetourModification } from './retour';

/** Ce qu'un import a fait, d'après le Journal. */
export interface ImportConsigne {
  readonly numero: number;
  readonly creations: readonly RetourCreations[];
  readonly modifications: readonly RetourModification[];
  /** Les valeurs des créations que le Journal montre. */
  readonly ecrits: Ecrits;
}

/** Imports rappelés à qui se trompe de numéro. */
const RAPPELES = 5;

type Lecture =
  | { readonly consigne: ImportConsigne; readonly problemes: readonly [] }
  | { readonly consigne: null; readonly problemes: readonly Probleme[] };

const refuser = (p: Probleme): Lecture => ({ consigne: null, problemes: [p] });

/** Lit tout ce que le Journal dit d'un import, écrit en une fois ou en plusieurs. */
export function lireImport(snapshot: Snapshot, numero: number): Lecture {
  const { journal, registre } = snapshot.tables;
  const annulation = journal.find((l) => l.origine === origineAnnulation(numero));
  if (annulation) {
    const { le, par } = annulation;
    return refuser(probleme('IMPORT_DEJA_ANNULE', { numero, le, par }));
  }
  const lignes = journal.filter((l) => numeroDansOrigine(l.origine) === numero);
  const inscrits = registre.some((r) => r.pour === origineImport(numero));
  if (lignes.length === 0 && !inscrits) {
    return refuser(
      probleme('IMPORT_INCONNU', { numero, derniers: rappeler(snapshot).slice(0, RAPPELES) }),
    );
  }
  const retours = lignes.map((l) => l.retour).filter((r) => r !== null);
  const sans = lignes.some((l) => l.retour === null && !estSuite(l.objet));
  if (sans || lignes.length === 0) {
    return refuser(probleme('IMPORT_SANS_RETOUR', { numero }));
  }
  const lus = lireRetours(retours);
  if (lus === null) return refuser(probleme('IMPORT_RETOUR_ABIME', { numero }));
  return {
    problemes: [],
    consigne: {
      numero,
      creations: lus.filter((r) => r.sorte === 'creations'),
      modifications: lus.filter((r) => r.sorte === 'modification'),
      ecrits: lireEcrits(lignes),
    },
  };
}
