import { invalide } from '../erreur-api';
import { champsDe, estListe, estType, EXCLUSIFS, valeursEnum } from './types';
import type { Genre, NomType } from './types';

/** Où l'on est dans le JSON : un champ ou un rang de liste, puis ce qui le contient. */
interface Chemin {
  readonly dans: Chemin | null;
  readonly pas: string | number;
}

/** `updateCells` → `update_cells` : Google montre les chemins sous cette forme. */
const enSerpent = (nom: string) => nom.replaceAll(/[A-Z]/g, (c) => `_${c.toLowerCase()}`);

function montrerChemin(chemin: Chemin | null): string {
  if (!chemin) return '';
  const debut = montrerChemin(chemin.dans);
  if (typeof chemin.pas === 'number') return `${debut}[${chemin.pas}]`;
  return debut === '' ? enSerpent(chemin.pas) : `${debut}.${enSerpent(chemin.pas)}`;
}

const PAQUET = 'type.googleapis.com/google.apps.sheets.v4.';

const SIMPLES: Readonly<Record<string, readonly [string, (v: unknown) => boolean]>> = {
  texte: ['TYPE_STRING', (v) => typeof v === 'string'],
  nombre: ['TYPE_DOUBLE', (v) => typeof v === 'number'],
  entier: ['TYPE_INT32', (v) => Number.isInteger(v) && Math.abs(v as number) < 2 ** 31],
  booleen: ['TYPE_BOOL', (v) => typeof v === 'boolean'],
};

const refuserValeur = (chemin: Chemin | null, type: string, v: unknown): never => {
  throw invalide(
    `Invalid value at '${montrerChemin(chemin)}' (${type}), ${JSON.stringify(v) ?? 'undefined'}`,
  );
};

/**
 * Refuse, avec les mots de Google, un JSON qui n'est pas du type annoncé : champ inconnu, type faux,
 * énumération inconnue, deux champs qui s'excluent. Plus strict que Google sur deux points : un nombre
 * écrit en texte et un `null` sont refusés aussi. `racine` : le nom sous lequel Google montre ce JSON.
 */
export function verifier(valeur: unknown, genre: Genre, racine: string): void {
  verifierValeur(valeur, genre, racine === '' ? null : { dans: null, pas: racine });
}

function verifierValeur(valeur: unknown, genre: Genre, chemin: Chemin | null): void {
  if (estListe(genre)) {
    if (!Array.isArray(valeur)) return refuserValeur(chemin, 'list', valeur);
    const [element] = genre;
    valeur.forEach((v, i) => verifierValeur(v, element, { dans: chemin, pas: i }));
    return;
  }
  if (estType(genre)) return verifierObjet(valeur, genre, chemin);
  const permis = valeursEnum(genre);
  if (permis) {
    if (!permis.includes(valeur as string)) refuserValeur(chemin, `${PAQUET}${genre}`, valeur);
    return;
  }
  const [type, estBon] = SIMPLES[genre] ?? [genre, () => false];
  if (!estBon(valeur)) refuserValeur(chemin, type, valeur);
}

function verifierObjet(valeur: unknown, nom: NomType, chemin: Chemin | null): void {
  if (typeof valeur !== 'object' || valeur === null || Array.isArray(valeur)) {
    return refuserValeur(chemin, `${PAQUET}${nom}`, valeur);
  }
  const champs = champsDe(nom);
  const cles = Object.keys(valeur);
  for (const cle of cles) {
    const genre = Object.hasOwn(champs, cle) ? champs[cle] : undefined;
    if (!genre) {
      const ou = chemin ? ` at '${montrerChemin(chemin)}'` : '';
      throw invalide(
        `Invalid JSON payload received. Unknown name "${cle}"${ou}: Cannot find field.`,
      );
    }
    verifierValeur((valeur as Record<string, unknown>)[cle], genre, { dans: chemin, pas: cle });
  }
  const exclusifs = EXCLUSIFS[nom];
  if (!exclusifs || cles.length < 2) return;
  const donnes = cles.filter((c) => exclusifs.includes(c));
  if (donnes.length > 1) {
    throw invalide(
      `Invalid value at '${montrerChemin(chemin)}' (oneof), oneof field is already set. Cannot set '${donnes[1]}'`,
    );
  }
}
