import { detacher } from '../commun/detacher';
import { normaliser } from '../commun/texte';

/** Deux formes juridiques différentes font deux organisations (`Dupont SARL`, `Dupont SA`). */
const FORMES = new Set(
  'sa sas sasu sarl eurl sci scp scm scop scic snc selarl selas gie ei eirl gmbh ltd inc llc bv srl'.split(
    ' ',
  ),
);
/** Ne distinguent rien : `Ets Dupont` et `Dupont SARL` sont peut-être la même. */
const TITRES = new Set('ste societe ets etablissements'.split(' '));

/** Un nom d'organisation, prêt à être comparé. */
export interface NomOrganisation {
  /** Accents, casse et ponctuation à part. */
  readonly exact: string;
  /** Le même, sa forme juridique ôtée. */
  readonly base: string;
  readonly forme: string | null;
}

const connus = new Map<string, NomOrganisation>();

/** Lit un nom d'organisation ; la lecture de chacun est retenue, un classeur les répète. */
export function lireNomOrganisation(nom: string): NomOrganisation {
  let lu = connus.get(nom);
  if (!lu) {
    lu = analyser(nom);
    if (connus.size < 100_000) connus.set(detacher(nom), lu);
  }
  return lu;
}

const estForme = (mot = ''): boolean => FORMES.has(mot) || TITRES.has(mot);

/** La forme juridique s'écrit au début ou à la fin ; un nom qui n'est qu'une forme reste tel quel. */
function analyser(nom: string): NomOrganisation {
  const sansPoints = nom.replace(/\b(?:\p{L}\.){2,}/gu, (sigle) => sigle.replace(/\./g, ''));
  const mots = normaliser(sansPoints)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .split(' ');
  const exact = mots.join(' ');
  if (exact === '') return { exact: nom.trim(), base: nom.trim(), forme: null }; // « ! »
  let forme: string | null = null;
  const oter = (mot: string | undefined): void => {
    if (mot !== undefined && FORMES.has(mot)) forme = mot;
  };
  while (mots.length > 1 && estForme(mots[0])) oter(mots.shift());
  while (mots.length > 1 && estForme(mots[mots.length - 1])) oter(mots.pop());
  return { exact, base: mots.join(' '), forme };
}

/** Le même nom, à la casse, aux accents et à la forme juridique près. */
export function memeOrganisation(a: string, b: string): boolean {
  return lireNomOrganisation(a).base === lireNomOrganisation(b).base;
}

/** Le même nom, forme juridique comprise, à la casse, aux accents et à la ponctuation près. */
export function memeNomExact(a: string, b: string): boolean {
  return lireNomOrganisation(a).exact === lireNomOrganisation(b).exact;
}

/** Les deux peuvent nommer la même organisation : leurs formes juridiques ne se contredisent pas. */
export function seConcilient(a: NomOrganisation, b: NomOrganisation): boolean {
  return a.base === b.base && (a.forme === null || b.forme === null || a.forme === b.forme);
}

/** De deux noms d'une organisation, celui qui en dit le plus : sa forme juridique, puis le plus de mots. */
export function plusComplet(a: NomOrganisation, b: NomOrganisation): boolean {
  if ((a.forme === null) !== (b.forme === null)) return a.forme !== null;
  if (a.exact.length !== b.exact.length) return a.exact.length > b.exact.length;
  return a.exact < b.exact;
}
