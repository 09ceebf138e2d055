import { plusProche } from '../commun/texte';

/** Sait si un nom existe, et propose le plus proche sinon. */
export interface Chercheur {
  existe(nom: string): boolean;
  proche(nom: string): string | null;
}

/** Propositions cherchées au plus : au-delà, un fichier entier de noms inconnus prendrait des minutes. */
const PROPOSITIONS = 40;

const initiale = (nom: string): string => nom.charAt(0).toLowerCase();

/**
 * `comparable` dit quand deux noms sont le même. La proposition se cherche une fois par nom, parmi
 * ceux de même initiale et de longueur voisine.
 */
export function chercheur(
  noms: readonly (string | null)[],
  comparable: (nom: string) => string,
): Chercheur {
  // Les noms écrits à l'identique, les plus nombreux, ne se normalisent qu'une fois.
  const exacts = new Set<string>();
  const connus = new Set<string>();
  const parInitiale = new Map<string, string[]>();
  for (const nom of noms) {
    if (nom === null) continue;
    if (exacts.has(nom)) continue;
    exacts.add(nom);
    connus.add(comparable(nom));
    const voisins = parInitiale.get(initiale(nom));
    if (voisins) voisins.push(nom);
    else parInitiale.set(initiale(nom), [nom]);
  }
  const proposes = new Map<string, string | null>();
  return {
    existe: (nom) => exacts.has(nom) || connus.has(comparable(nom)),
    proche(nom) {
      const deja = proposes.get(nom);
      if (deja !== undefined || proposes.size >= PROPOSITIONS) return deja ?? null;
      const candidats = (parInitiale.get(initiale(nom)) ?? []).filter(
        (c) => Math.abs(c.length - nom.length) <= 3,
      );
      const trouve = plusProche(nom, candidats);
      proposes.set(nom, trouve);
      return trouve;
    },
  };
}
