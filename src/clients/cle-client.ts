import { normaliser } from '../commun/texte';

const FORMES_JURIDIQUES = new Set(
  'sa sas sasu sarl eurl sci scp scm scop scic snc selarl selas gie ei eirl ste societe ets etablissements'.split(
    ' ',
  ),
);

/**
 * Ce qui distingue deux organisations : accents, casse, ponctuation et forme juridique à part
 * (`SARL Dupont & Fils` et `Dupont & fils` sont la même). Un nom qui n'est qu'une forme reste tel quel.
 */
export function cleClient(nom: string): string {
  const mots = normaliser(nom.replace(/\b(?:[A-Za-z]\.){2,}/g, (s) => s.replace(/\./g, '')))
    .replace(/[^a-z0-9&]+/g, ' ')
    .trim()
    .split(' ');
  const utiles = mots.filter((mot) => !FORMES_JURIDIQUES.has(mot));
  return (utiles.length > 0 ? utiles : mots).join(' ');
}
