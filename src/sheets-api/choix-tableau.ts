import { refus } from '../classeur/erreur-classeur';
import { NOM_MOIS, NOM_RESPONSABLE } from '../tableau-de-bord/onglets';
import type { Dialogue } from './appel';
import { erreurDe } from './echecs';
import { insister } from './insister';
import type { Reperage } from './reperer';
import type { Cellule, Requete } from './rest';

/** Ce que la page montre d'elle-même : le mois du jour, toute l'entreprise. */
const DEPART: Readonly<Record<string, Cellule>> = {
  [NOM_MOIS]: { userEnteredValue: { formulaValue: '=DATE(YEAR(TODAY());MONTH(TODAY());1)' } },
  [NOM_RESPONSABLE]: {},
};

/**
 * Remet les deux choix de la page « Tableau de bord » à leur départ, dans le classeur que l'on vient de
 * lire. Ne change pas le jeton : aucune décision ne dépend de ces cellules.
 * @throws ErreurClasseur si la page n'est pas posée, ou si Google refuse.
 */
export function* remettreLesChoix({ id, plages }: Pick<Reperage, 'id' | 'plages'>): Dialogue<void> {
  const requetes = Object.entries(DEPART).map(([nom, cellule]): Requete => {
    const range = plages.get(nom)?.range;
    if (!range) throw refus('CLASSEUR_NON_INSTALLE', undefined);
    return { updateCells: { range, rows: [{ values: [cellule] }], fields: 'userEnteredValue' } };
  });
  const reponse = yield* insister({ methode: 'batchUpdate', id, requetes });
  if (!reponse.ok) throw erreurDe(reponse, id);
}
