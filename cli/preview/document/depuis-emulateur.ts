import type { CelluleData, Classeur, Rangee as RangeeEmulee } from '../emulateur/modele';
import { natureDe } from './formats-sheets';
import { versFichier } from './formules';
import type { ContenuOuVide, Grille, Rangee } from './grille';

const VIDE: Rangee = [];

/**
 * Une rangée de l'émulateur n'est jamais modifiée sur place : celle qui n'a pas changé donne la même
 * rangée qu'avant, que la comparaison reconnaît aussitôt.
 */
const lues = new WeakMap<RangeeEmulee, Rangee>();

/** Le contenu du classeur émulé, onglet par onglet. */
export function depuisEmulateur(etat: Classeur): Grille {
  return new Map(
    etat.feuilles.map((f) => [f.proprietes.title ?? '', f.rangees.map((r) => r && rangee(r))]),
  );
}

function rangee(emulee: RangeeEmulee): Rangee {
  const connue = lues.get(emulee);
  if (connue) return connue;
  const contenus = Array.from(emulee, contenu);
  while (contenus.length > 0 && contenus.at(-1) === undefined) contenus.pop();
  const lue = contenus.length > 0 ? contenus : VIDE;
  lues.set(emulee, lue);
  return lue;
}

function contenu(cellule: CelluleData | undefined): ContenuOuVide {
  const saisie = cellule?.userEnteredValue;
  if (!cellule || !saisie) return undefined;
  const { numberValue, stringValue, boolValue, formulaValue } = saisie;
  if (formulaValue !== undefined) {
    const effet = cellule.effectiveValue;
    const valeur = effet?.numberValue ?? effet?.stringValue ?? effet?.boolValue ?? '';
    return { valeur, formule: versFichier(formulaValue) };
  }
  if (numberValue !== undefined) {
    return { valeur: numberValue, ...natureDe(cellule.userEnteredFormat?.numberFormat) };
  }
  if (boolValue !== undefined) return { valeur: boolValue };
  return stringValue === undefined || stringValue === '' ? undefined : { valeur: stringValue };
}
