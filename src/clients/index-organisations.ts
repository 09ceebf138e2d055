import { lireNomOrganisation, seConcilient, type NomOrganisation } from './nom-organisation';
import { chiffresSiret } from './siret';

/** Une organisation trouvée ; `conflit` : même nom, mais deux SIREN/SIRET différents. */
interface Trouve<T> {
  readonly valeur: T;
  readonly nom: string;
  readonly par: 'numero' | 'nom';
  readonly conflit: boolean;
}

interface Entree<T> {
  readonly nom: string;
  readonly lu: NomOrganisation;
  readonly siret: string | null;
  readonly valeur: T;
}

/** Index d'organisations, cherchées par SIREN/SIRET puis par nom. Un doute n'est pas une réponse. */
export interface IndexOrganisations<T> {
  ajouter(nom: string, siret: string | null, valeur: T): void;
  trouver(nom: string, siret: string | null): Trouve<T> | null;
  /** Toutes celles que ce nom désigne : une seule organisation, peut-être saisie plusieurs fois. */
  toutes(nom: string): readonly T[];
}

export function creerIndexOrganisations<T>(): IndexOrganisations<T> {
  const parBase = new Map<string, Entree<T>[]>();
  const parSiren = new Map<string, Entree<T>[]>();
  const ranger = (index: Map<string, Entree<T>[]>, cle: string, entree: Entree<T>): void => {
    const liste = index.get(cle);
    if (liste) liste.push(entree);
    else index.set(cle, [entree]);
  };
  const parNom = (nom: string): readonly Entree<T>[] => {
    const lu = lireNomOrganisation(nom);
    return lu.exact === '' ? [] : memeNom(parBase.get(lu.base) ?? [], lu);
  };
  return {
    ajouter(nom, siret, valeur) {
      const chiffres = chiffresSiret(siret);
      const entree = { nom, lu: lireNomOrganisation(nom), siret: chiffres, valeur };
      ranger(parBase, entree.lu.base, entree);
      if (chiffres) ranger(parSiren, chiffres.slice(0, 9), entree);
    },
    trouver(nom, siret) {
      const chiffres = chiffresSiret(siret);
      const parNumero = chiffres
        ? memeSiret(parSiren.get(chiffres.slice(0, 9)) ?? [], chiffres)
        : null;
      if (parNumero) {
        const { valeur, nom: sien } = parNumero;
        return { valeur, nom: sien, par: 'numero', conflit: false };
      }
      const [trouve] = parNom(nom);
      if (!trouve) return null;
      const conflit = chiffres !== null && trouve.siret !== null && trouve.siret !== chiffres;
      return { valeur: trouve.valeur, nom: trouve.nom, par: 'nom', conflit };
    },
    toutes: (nom) => parNom(nom).map((e) => e.valeur),
  };
}

function memeSiret<T>(entrees: readonly Entree<T>[], siret: string): Entree<T> | null {
  const exact = entrees.find((e) => e.siret === siret);
  if (exact) return exact;
  const possibles = entrees.filter((e) => siret.length === 9 || e.siret?.length === 9);
  return (possibles.length === 1 && possibles[0]) || null;
}

/** Celles du même nom écrit pareil, sinon celles d'un seul nom dont la forme ne contredit pas. */
function memeNom<T>(entrees: readonly Entree<T>[], nom: NomOrganisation): readonly Entree<T>[] {
  const exactes = entrees.filter((e) => e.lu.exact === nom.exact);
  if (exactes.length > 0) return exactes;
  const possibles = entrees.filter((e) => seConcilient(e.lu, nom));
  return possibles.every((e) => e.lu.exact === possibles[0]?.lu.exact) ? possibles : [];
}
