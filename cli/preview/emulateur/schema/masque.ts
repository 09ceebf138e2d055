import { champsDe, estListe, estType } from './types';
import type { Genre, NomType } from './types';

/** Les champs désignés par un masque ; `null` : tout ce qui est dessous. */
export type Masque = ReadonlyMap<string, Masque> | null;
type MasqueEcrit = Map<string, MasqueEcrit | null>;

/** Ce qui n'est pas dans le masque n'est pas désigné ; `*` désigne tout. */
export class MasqueInvalide extends Error {}

/**
 * Lit `a,b.c,d(e,f.g)` ou `*`, et vérifie chaque champ contre le type. Lève `MasqueInvalide`, dont le
 * message est le chemin fautif (vide : masque mal formé).
 */
export function lireMasque(texte: string, type: NomType): Masque {
  const jetons = texte.match(/[A-Za-z0-9_*]+|[(),.]|\S/g) ?? [];
  let i = 0;
  const liste = (genre: Genre, chemin: string): MasqueEcrit | null => {
    const masque: MasqueEcrit = new Map();
    let tout = false;
    for (;;) {
      if (jetons[i] === '*') {
        i += 1;
        tout = true;
      } else {
        chemin1(masque, genre, chemin);
      }
      if (jetons[i] !== ',') return tout ? null : masque;
      i += 1;
    }
  };
  const chemin1 = (masque: MasqueEcrit, genre: Genre, prefixe: string): void => {
    const nom = jetons[i] ?? '';
    const chemin = prefixe === '' ? nom : `${prefixe}.${nom}`;
    const interieur = estListe(genre) ? genre[0] : genre;
    const champs = estType(interieur) ? champsDe(interieur) : {};
    const suivant = Object.hasOwn(champs, nom) ? champs[nom] : undefined;
    if (!suivant) throw new MasqueInvalide(/^\w+$/.test(nom) ? chemin : '');
    i += 1;
    poser(masque, nom, suite(suivant, chemin));
  };
  const suite = (genre: Genre, chemin: string): MasqueEcrit | null => {
    if (jetons[i] === '.') {
      i += 1;
      if (jetons[i] === '*') {
        i += 1;
        return null;
      }
      const masque: MasqueEcrit = new Map();
      chemin1(masque, genre, chemin);
      return masque;
    }
    if (jetons[i] !== '(') return null;
    i += 1;
    const masque = liste(genre, chemin);
    if (jetons[i] !== ')') throw new MasqueInvalide('');
    i += 1;
    return masque;
  };
  const masque = liste(type, '');
  if (i !== jetons.length) throw new MasqueInvalide('');
  return masque;
}

/** Deux mentions d'un même champ s'ajoutent. */
function poser(masque: MasqueEcrit, nom: string, ajout: MasqueEcrit | null): void {
  const ancien = masque.get(nom);
  if (ancien === undefined) masque.set(nom, ajout);
  else if (ancien === null || ajout === null) masque.set(nom, null);
  else for (const [cle, m] of ajout) poser(ancien, cle, m);
}

/** Vrai si le masque désigne ce chemin, ce qui le contient, ou une partie de lui. */
export function designe(masque: Masque, ...chemin: readonly string[]): boolean {
  let m: Masque | undefined = masque;
  for (const cle of chemin) {
    if (m === null) return true;
    m = m.get(cle);
    if (m === undefined) return false;
  }
  return true;
}

/** Ne garde d'un JSON que les champs désignés. */
export function projeter(valeur: unknown, masque: Masque): unknown {
  if (masque === null || typeof valeur !== 'object' || valeur === null) return valeur;
  if (Array.isArray(valeur)) return valeur.map((v) => projeter(v, masque));
  const entrees = Object.entries(valeur).flatMap(([cle, v]) => {
    const dessous = masque.get(cle);
    return dessous === undefined ? [] : [[cle, projeter(v, dessous)] as const];
  });
  return Object.fromEntries(entrees);
}

type Objet = Readonly<Record<string, unknown>>;

/** L'objet après une mise à jour : les champs désignés viennent de `neuf` (absents : effacés). */
export function fusionner<T extends object>(ancien: T, neuf: T, masque: Masque): T {
  return masque === null ? neuf : (fusionnerChamps(ancien as Objet, neuf as Objet, masque) as T);
}

function fusionnerChamps(ancien: Objet, neuf: Objet, masque: NonNullable<Masque>): Objet {
  const resultat = { ...ancien };
  for (const [cle, dessous] of masque) {
    const apport = neuf[cle];
    const fusion =
      dessous === null || Array.isArray(apport)
        ? apport
        : ouRien(fusionnerChamps(objet(resultat[cle]), objet(apport), dessous));
    if (fusion === undefined) delete resultat[cle];
    else resultat[cle] = fusion;
  }
  return resultat;
}

const objet = (v: unknown): Objet => (typeof v === 'object' && v !== null ? (v as Objet) : {});
/** Un message vidé de tous ses champs disparaît. */
const ouRien = (o: Objet): Objet | undefined => (Object.keys(o).length > 0 ? o : undefined);
