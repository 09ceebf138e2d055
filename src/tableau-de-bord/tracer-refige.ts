import { ajouter, type Changement } from '../classeur/changements';
import type { Colonne } from '../classeur/colonne';
import { montrerValeur } from '../classeur/montrer-valeur';
import type { ValeursDe } from '../classeur/tables';
import { HISTORIQUE, type LigneHistorique } from '../classeur/tables/historique';
import type { Contexte } from '../commun/contexte';
import type { Mois } from '../commun/date-civile';
import { formatMois } from '../messages/formats';
import { PHRASES_CLOTURE } from '../messages/cloture';

/** Ce que Journal garde d'une ligne figée de nouveau : chaque chiffre qui a changé, avant et après. */
export function tracerRefige(
  mois: Mois,
  ligne: LigneHistorique,
  apres: Partial<ValeursDe<'historique'>>,
  contexte: Contexte,
): Changement {
  const colonnes: Readonly<Record<string, Colonne>> = HISTORIQUE.colonnes;
  const avant: Readonly<Record<string, unknown>> = ligne;
  const changees = Object.entries(apres).filter(([cle, v]) => estFigure(cle) && avant[cle] !== v);
  const decrire = (valeur: (cle: string, apres: unknown) => unknown): string =>
    changees
      .flatMap(([cle, v]) => {
        const colonne = colonnes[cle];
        return colonne ? `${colonne.entete} : ${montrerValeur(colonne, valeur(cle, v))}` : [];
      })
      .join('\n');
  return ajouter('journal', {
    le: contexte.maintenant,
    par: contexte.utilisateur,
    origine: contexte.origine,
    action: 'clôture refaite',
    onglet: HISTORIQUE.onglet,
    objet: [formatMois(mois), ligne.responsable].filter((t) => t !== null).join(' · '),
    avant: decrire((cle) => avant[cle]) || PHRASES_CLOTURE.inchange,
    apres: decrire((_, v) => v) || PHRASES_CLOTURE.inchange,
  });
}

const HORS_FIGURES: ReadonlySet<string> = new Set([
  'mois',
  'responsable',
  'closLe',
  'closPar',
  'rouvertLe',
  'rouvertPar',
  'motifReouverture',
  'reouvertures',
]);

function estFigure(cle: string): boolean {
  return !HORS_FIGURES.has(cle);
}
