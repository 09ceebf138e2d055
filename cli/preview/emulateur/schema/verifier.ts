import { invalide } from '../erreur-api';
import { champsDe, estListe, estType, EXCLUSIFS, valeursEnum } from './types';
import type { Genre, NomType } from './types';

/** `updateCells` → `update_cells` : Google montre les chemins sous cette forme. */
const enSerpent = (nom: string) => nom.replace(/[A-Z]/g, (c) => `_${c.toLowerCase()}`);
const montrer = (v: unknown) => JSON.stringify(v) ?? 'undefined';

const SIMPLES: Readonly<Record<string, readonly [string, (v: unknown) => boolean]>> = {
  texte: ['TYPE_STRING', (v) => typeof v === 'string'],
  nombre: ['TYPE_DOUBLE', (v) => typeof v === 'number'],
  entier: ['TYPE_INT32', (v) => Number.isInteger(v) && Math.abs(v as number) < 2 ** 31],
  booleen: ['TYPE_BOOL', (v) => typeof v === 'boolean'],
};

const refuserValeur = (chemin: string, type: string, v: unknown): never => {
  throw invalide(`Invalid value at '${chemin}' (${type}), ${montrer(v)}`);
};

/**
 * Refuse, avec les mots de Google, un JSON qui n'est pas du type annoncé : champ inconnu, type faux,
 * énumération inconnue, deux champs qui s'excluent. Plus strict que Google sur deux points : un nombre
 * écrit en texte et un `null` sont refusés aussi.
 */
export function verifier(valeur: unknown, genre: Genre, chemin: string): void {
  if (estListe(genre)) {
    if (!Array.isArray(valeur)) return refuserValeur(chemin, 'list', valeur);
    valeur.forEach((v, i) => verifier(v, genre[0], `${chemin}[${i}]`));
    return;
  }
  if (estType(genre)) return verifierObjet(valeur, genre, chemin);
  const permis = valeursEnum(genre);
  if (permis) {
    if (!permis.includes(valeur as string)) {
      refuserValeur(chemin, `type.googleapis.com/google.apps.sheets.v4.${genre}`, valeur);
    }
    return;
  }
  const [type, estBon] = SIMPLES[genre] ?? [genre, () => false];
  if (!estBon(valeur)) refuserValeur(chemin, type, valeur);
}

function verifierObjet(valeur: unknown, nom: NomType, chemin: string): void {
  if (typeof valeur !== 'object' || valeur === null || Array.isArray(valeur)) {
    return refuserValeur(chemin, `type.googleapis.com/google.apps.sheets.v4.${nom}`, valeur);
  }
  const champs = champsDe(nom);
  for (const [cle, v] of Object.entries(valeur)) {
    const genre = Object.hasOwn(champs, cle) ? champs[cle] : undefined;
    if (!genre) {
      const ou = chemin === '' ? '' : ` at '${chemin}'`;
      throw invalide(
        `Invalid JSON payload received. Unknown name "${cle}"${ou}: Cannot find field.`,
      );
    }
    verifier(v, genre, chemin === '' ? enSerpent(cle) : `${chemin}.${enSerpent(cle)}`);
  }
  const donnes = EXCLUSIFS[nom]?.filter((c) => Object.hasOwn(valeur, c)) ?? [];
  if (donnes.length > 1) {
    throw invalide(
      `Invalid value at '${chemin}' (oneof), oneof field is already set. Cannot set '${donnes[1]}'`,
    );
  }
}
