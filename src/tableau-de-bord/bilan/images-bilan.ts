import { PHRASES_BILAN } from '../../messages/bilan';
import type { ImageJointe } from '../../relances/brouillon';
import type { Bilan } from './bilan';
import type { SeriesBilan } from './series';

/** Les graphiques d'un bilan, en PNG (base64) ; chacun peut manquer. */
export interface ImagesBilan {
  /** Douze mois de CA signé, contre l'objectif et l'année précédente. */
  readonly ca?: string;
  /** Les trois taux de transformation, sur douze mois. */
  readonly taux?: string;
}

/**
 * Ce qui dessine les graphiques : la commande les trace, le module passe ceux de la feuille. Le
 * bilan s'en passe.
 */
export type Illustrer = (bilan: Bilan) => ImagesBilan;

/** Les images d'un bilan, avec le texte qui dit leurs chiffres à qui ne les voit pas. */
export function imagesJointes({ mois, series }: Bilan, images: ImagesBilan) {
  const jointe = (nom: string, base64: string | undefined, alt: string): ImageJointe | null =>
    base64 === undefined ? null : { cid: `${nom}-${mois}`, base64, alt };
  return {
    ca: jointe('ca', images.ca, altCa(series)),
    taux: jointe('taux', images.taux, altTaux(series)),
  };
}

/** Les mois dont on ne sait rien ne se disent pas. */
function altCa(s: SeriesBilan): string {
  const detail = s.mois.flatMap((mois, i) => {
    const signe = s.caSigne[i] ?? null;
    const objectif = s.objectif[i] ?? null;
    const anPrecedent = s.anPrecedent[i] ?? null;
    if (signe === null && objectif === null && anPrecedent === null) return [];
    return [PHRASES_BILAN.altMois({ mois, signe, objectif, anPrecedent })];
  });
  return PHRASES_BILAN.altCa({ detail: `${detail.join(' ; ')}.` });
}

function altTaux(s: SeriesBilan): string {
  const detail = s.taux.map(({ libelle, valeurs, n }) => {
    const points = s.mois.flatMap((mois, i) => {
      const valeur = valeurs[i] ?? null;
      return valeur === null ? [] : [PHRASES_BILAN.altPoint({ mois, valeur, n: n[i] ?? 0 })];
    });
    return PHRASES_BILAN.altSerie({ libelle, points });
  });
  return PHRASES_BILAN.altTaux({ detail: `${detail.join('. ')}.` });
}
