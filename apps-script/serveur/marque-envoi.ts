import { TABLES } from '../../src/classeur/tables';
import type { Monde } from '../actions/action';
import { element, lienVers, resultat } from '../actions/vues';
import type { VueResultat } from '../panneau/contrat';

/**
 * La marque d'un envoi dans la colonne « Origine » de Journal. Elle s'écrit dans le même bloc que ce
 * qu'il change : si elle y est, tout y est ; sinon rien. Un envoi renvoyé, même des jours plus tard et
 * le cache vidé, est reconnu (docs/decisions/009-envois.md).
 */
export const origineDe = (jeton: string): string => `module, envoi ${jeton.slice(0, 12)}`;

/** Ce que cet envoi a déjà écrit ; `null` s'il n'a rien écrit. */
export function dejaInscrit({ snapshot, contexte }: Monde): VueResultat | null {
  const lignes = snapshot.tables.journal.filter((l) => l.origine === contexte.origine);
  if (lignes.length === 0) return null;
  return resultat('gagne', 'Cet envoi était déjà enregistré : il n’a compté qu’une fois.', {
    elements: lignes.map((l) =>
      element([l.onglet, l.objet].filter((t) => t).join(' : '), {
        detail: l.apres ?? '',
        lien: lienVers('journal', l.ligne, `Voir l’onglet « ${TABLES.journal.onglet} »`),
      }),
    ),
  });
}
