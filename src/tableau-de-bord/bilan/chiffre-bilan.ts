import type { Chiffre, Detail } from '../../courrier/message';
import { formatFigure, PHRASES_BILAN as P } from '../../messages/bilan';
import { CAS_SUFFISANTS } from '../indicateur';
import type { FigureBilan } from './figures-bilan';

/** Un chiffre du bilan : sa valeur en grand, puis objectif, écart, mois précédent, un an avant. */
export function chiffreBilan(f: FigureBilan): Chiffre {
  const details: Detail[] = [];
  const neutre = (texte: string): void => void details.push({ texte, ton: 'neutre' });
  if (f.n !== null) neutre(P.cas({ n: f.n, suffisants: CAS_SUFFISANTS }));
  if (f.objectif !== undefined) neutre(P.objectif({ objectif: f.objectif, unite: f.unite }));
  if (f.ecart !== null) {
    const { ecart, unite, nature, moisDeSuite } = f;
    details.push({
      texte: P.ecart({ ecart, unite, nature, moisDeSuite }),
      ton: ecart < 0 ? 'attention' : 'bon',
    });
  }
  neutre(P.passe(f));
  return { libelle: f.libelle, valeur: formatFigure(f.valeur, f.unite), details };
}
