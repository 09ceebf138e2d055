import { ONGLET_ACCUEIL } from '../../sheets-templates/accueil';
import type { Snapshot } from '../../src/classeur/snapshot';
import { normaliser } from '../../src/commun/texte';
import { ONGLET_CALCULS, ONGLET_CHIFFRES, ONGLET_TABLEAU } from '../../src/tableau-de-bord/onglets';

/** Les pages du produit, que la copie a de naissance. */
const PAGES = new Set(
  [ONGLET_ACCUEIL, ONGLET_TABLEAU, ONGLET_CHIFFRES, ONGLET_CALCULS].map(normaliser),
);

const noms = (liste: readonly string[]): string => liste.map((n) => `« ${n} »`).join(', ');

/** Ce que des personnes ont ajouté à un classeur et qu'une copie ne prend pas, dit ; rien s'il n'y a rien. */
export function nonCopies({ ajouts }: Snapshot): string[] {
  const onglets = ajouts.onglets.filter((o) => !PAGES.has(normaliser(o)));
  const colonnes = ajouts.colonnes.map(({ onglet, entete }) => `${onglet} : ${entete}`);
  return [
    ...(onglets.length > 0 ? [`Onglets à vous, non copiés : ${noms(onglets)}.`] : []),
    ...(colonnes.length > 0 ? [`Colonnes à vous, non copiées : ${noms(colonnes)}.`] : []),
  ];
}
