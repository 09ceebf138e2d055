import { grouperPar } from '../src/commun/grouper';
import type { RaisonIgnoree, ResultatImport } from '../src/import/resultat';
import { accord, INSECABLE } from '../src/messages/formats';

/** Ce qu'on dit des lignes mises à part ; les lignes vides vont sans dire. */
const DITES: Partial<Record<RaisonIgnoree, readonly [string, string]>> = {
  preambule: ['ligne avant l’en-tête, non importée', 'lignes avant l’en-tête, non importées'],
  'en-tete-suite': ['seconde ligne d’en-tête, lue avec la première', 'secondes lignes d’en-tête'],
  'en-tete-repete': ['en-tête répété, non importé', 'en-têtes répétés, non importés'],
  total: ['ligne de total, non importée', 'lignes de totaux, non importées'],
  pied: ['note ou pied de page, non importé', 'notes ou pieds de page, non importés'],
};

const LIGNES_CITEES = 10;

/** Une phrase par sorte de lignes mises à part : combien, et lesquelles. */
export function texteIgnorees(ignorees: ResultatImport['ignorees']): string[] {
  return grouperPar(ignorees, (i) => i.raison).flatMap((groupe) => {
    const mots = DITES[groupe[0].raison];
    if (!mots) return [];
    const numeros = groupe.map((i) => i.ligne);
    const fin = numeros.length > LIGNES_CITEES ? '…' : '.';
    const citees = numeros.slice(0, LIGNES_CITEES).join(', ');
    return [`${accord(groupe.length, ...mots)}${INSECABLE}: n°${INSECABLE}${citees}${fin}`];
  });
}
