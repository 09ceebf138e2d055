import { estPage } from '../../sheets-templates/pages';
import type { Snapshot } from '../../src/classeur/snapshot';

const noms = (liste: readonly string[]): string => liste.map((n) => `« ${n} »`).join(', ');

/** Ce que des personnes ont ajouté à un classeur et qu'une copie ne prend pas, dit ; rien s'il n'y a rien. */
export function nonCopies({ ajouts }: Snapshot): string[] {
  const onglets = ajouts.onglets.filter((o) => !estPage(o));
  const colonnes = ajouts.colonnes.map(({ onglet, entete }) => `${onglet} : ${entete}`);
  return [
    ...(onglets.length > 0 ? [`Onglets à vous, non copiés : ${noms(onglets)}.`] : []),
    ...(colonnes.length > 0 ? [`Colonnes à vous, non copiées : ${noms(colonnes)}.`] : []),
  ];
}
