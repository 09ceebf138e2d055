import type { Snapshot } from '../classeur/snapshot';
import type { Horodatage } from '../commun/date-civile';
import { probleme, type Probleme } from '../messages/probleme';
import { numeroDansOrigine, origineAnnulation, origineImport } from '../import/origines';
import { lireRetours, type RetourCreations, type RetourModification } from './retour';

/** Ce qu'un import a fait, d'après le Journal. */
export interface ImportConsigne {
  readonly numero: number;
  readonly creations: readonly RetourCreations[];
  readonly modifications: readonly RetourModification[];
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
    return refuser(probleme('IMPORT_INCONNU', { numero, derniers: derniersImports(snapshot) }));
  }
  const retours = lignes.map((l) => l.retour).filter((r) => r !== null);
  if (retours.length < lignes.length || lignes.length === 0) {
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
    },
  };
}

/** Un import, pour le rappeler : son numéro, son jour, les onglets qu'il a touchés. */
interface ImportRappele {
  readonly numero: number;
  readonly le: Horodatage | null;
  readonly onglets: readonly string[];
}

/** Les derniers imports du Journal qui n'ont pas été annulés, le plus récent d'abord. */
function derniersImports({ tables }: Snapshot): ImportRappele[] {
  const annules = new Set(tables.journal.map((l) => l.origine));
  const imports = new Map<number, { le: Horodatage | null; onglets: Set<string> }>();
  for (const { origine, le, onglet } of tables.journal) {
    const numero = numeroDansOrigine(origine);
    if (numero === null || annules.has(origineAnnulation(numero))) continue;
    const connu = imports.get(numero) ?? { le, onglets: new Set<string>() };
    imports.set(numero, connu);
    if (onglet !== null) connu.onglets.add(onglet);
  }
  return [...imports]
    .sort(([a], [b]) => b - a)
    .slice(0, RAPPELES)
    .map(([numero, { le, onglets }]) => ({ numero, le, onglets: [...onglets] }));
}
