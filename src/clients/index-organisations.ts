import { normaliser } from '../commun/texte';

/** Reconnaître une organisation malgré la casse, les accents et la forme juridique. */

const FORMES = new Set([
  'sarl',
  'sas',
  'sasu',
  'sa',
  'eurl',
  'sci',
  'snc',
  'selarl',
  'scop',
  'ei',
  'eirl',
  'gie',
  'gmbh',
  'ltd',
  'inc',
  'llc',
  'bv',
  'spa',
  'srl',
]);

interface Nom {
  readonly exact: string;
  readonly base: string;
  readonly forme: string | null;
}

function analyser(nom: string): Nom {
  const mots = normaliser(nom.replace(/\./g, '').replace(/[,;()&"]/g, ' ')).split(' ');
  const exact = mots.join(' ');
  const dernier = mots[mots.length - 1] ?? '';
  const premier = mots[0] ?? '';
  if (mots.length > 1 && FORMES.has(dernier))
    return { exact, base: mots.slice(0, -1).join(' '), forme: dernier };
  if (mots.length > 1 && FORMES.has(premier))
    return { exact, base: mots.slice(1).join(' '), forme: premier };
  return { exact, base: exact, forme: null };
}

/** Les 9 ou 14 chiffres d'un SIREN ou SIRET ; `null` si ce n'en est pas un. */
export function chiffresSiret(texte: string | null): string | null {
  const chiffres = (texte ?? '').replace(/\D/g, '');
  return chiffres.length === 9 || chiffres.length === 14 ? chiffres : null;
}

/** Le même nom, à la casse, aux accents et à la forme juridique près. */
export function memeOrganisation(a: string, b: string): boolean {
  return analyser(a).base === analyser(b).base;
}

/** `nouveau` ne dit rien de plus que `connu` : les mêmes chiffres, ou le SIREN de ce SIRET. */
export function siretDejaDit(connu: string | null, nouveau: string): boolean {
  const chiffres = chiffresSiret(nouveau);
  return chiffres !== null && (chiffresSiret(connu) ?? '').startsWith(chiffres);
}

/** Une organisation trouvée ; `conflit` : même nom, mais deux SIREN/SIRET différents. */
interface Trouve<T> {
  readonly valeur: T;
  readonly nom: string;
  readonly conflit: boolean;
}

interface Entree<T> {
  readonly nom: string;
  readonly analyse: Nom;
  readonly siret: string | null;
  readonly valeur: T;
}

/** Index d'organisations, cherchées par SIREN/SIRET puis par nom. Un doute n'est pas une réponse. */
interface IndexClients<T> {
  ajouter(nom: string, siret: string | null, valeur: T): void;
  trouver(nom: string, siret: string | null): Trouve<T> | null;
}

export function creerIndexClients<T>(): IndexClients<T> {
  const parBase = new Map<string, Entree<T>[]>();
  const parSiren = new Map<string, Entree<T>[]>();
  const ranger = (index: Map<string, Entree<T>[]>, cle: string, entree: Entree<T>): void => {
    const liste = index.get(cle);
    if (liste) liste.push(entree);
    else index.set(cle, [entree]);
  };
  return {
    ajouter(nom, siret, valeur) {
      const chiffres = chiffresSiret(siret);
      const entree = { nom, analyse: analyser(nom), siret: chiffres, valeur };
      ranger(parBase, entree.analyse.base, entree);
      if (chiffres) ranger(parSiren, chiffres.slice(0, 9), entree);
    },
    trouver(nom, siret) {
      const chiffres = chiffresSiret(siret);
      const parNumero = chiffres
        ? memeSiret(parSiren.get(chiffres.slice(0, 9)) ?? [], chiffres)
        : null;
      if (parNumero) return { valeur: parNumero.valeur, nom: parNumero.nom, conflit: false };
      const parNom = memeNom(parBase.get(analyser(nom).base) ?? [], analyser(nom));
      if (!parNom) return null;
      const conflit = chiffres !== null && parNom.siret !== null && parNom.siret !== chiffres;
      return { valeur: parNom.valeur, nom: parNom.nom, conflit };
    },
  };
}

function memeSiret<T>(entrees: readonly Entree<T>[], siret: string): Entree<T> | null {
  const exact = entrees.find((e) => e.siret === siret);
  if (exact) return exact;
  const possibles = entrees.filter((e) => siret.length === 9 || e.siret?.length === 9);
  return (possibles.length === 1 && possibles[0]) || null;
}

/** Le même nom écrit pareil, sinon le seul dont la forme juridique ne contredit pas. */
function memeNom<T>(entrees: readonly Entree<T>[], nom: Nom): Entree<T> | null {
  const exact = entrees.find((e) => e.analyse.exact === nom.exact);
  if (exact) return exact;
  const possibles = entrees.filter(
    (e) => nom.forme === null || e.analyse.forme === null || nom.forme === e.analyse.forme,
  );
  return (possibles.length === 1 && possibles[0]) || null;
}
