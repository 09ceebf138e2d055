import { ajouterMois, type Mois } from '../../commun/date-civile';
import { cas, type Indicateur } from '../indicateur';
import type { Index } from '../index-commercial';
import { CA_SIGNE } from '../indicateurs/devis-signes';
import { TAUX_COHORTE, TAUX_DECIDES, TAUX_MONTANT } from '../indicateurs/taux-transformation';
import { parIndex } from '../memo';
import { objectifDe } from '../objectifs';
import { leMois } from '../periode';

/** Douze mois d'un taux ; `null` : aucun cas ce mois-là. */
export interface SerieTaux {
  readonly libelle: string;
  readonly valeurs: readonly (number | null)[];
  readonly n: readonly number[];
}

/** Ce que les graphiques du bilan montrent : les douze mois qui finissent par le mois clos. */
export interface SeriesBilan {
  readonly mois: readonly Mois[];
  /** CA signé HT, centimes ; `null` : le classeur ne remonte pas si loin. */
  readonly caSigne: readonly (number | null)[];
  readonly objectif: readonly (number | null)[];
  readonly anPrecedent: readonly (number | null)[];
  readonly taux: readonly SerieTaux[];
}

const MOIS_MONTRES = 12;

/** Le premier mois dont le classeur sait quelque chose ; avant lui, rien n'est connu, pas même zéro. */
export const premierMois = parIndex((index): Mois | null => {
  const connus = [index.emis, index.decides, index.facturesEmises].flatMap((m) =>
    Array.from(m.keys()),
  );
  return connus.reduce<Mois | null>((min, m) => (min === null || m < min ? m : min), null);
});

export function seriesBilan(index: Index, fin: Mois, responsable: string | null): SeriesBilan {
  const mois = Array.from({ length: MOIS_MONTRES }, (_, i) =>
    ajouterMois(fin, i + 1 - MOIS_MONTRES),
  );
  const debut = premierMois(index);
  const signe = (m: Mois): number | null =>
    debut === null || m < debut ? null : CA_SIGNE.calculer(index, leMois(m, responsable)).valeur;
  const taux = (libelle: string, indicateur: Indicateur): SerieTaux => {
    const mesures = mois.map((m) => indicateur.calculer(index, leMois(m, responsable)));
    return { libelle, valeurs: mesures.map((m) => m.valeur), n: mesures.map(cas) };
  };
  return {
    mois,
    caSigne: mois.map(signe),
    objectif: mois.map((m) => objectifDe(index, 'caSigne', m, responsable)),
    anPrecedent: mois.map((m) => signe(ajouterMois(m, -12))),
    taux: [
      taux('Émis du mois, signés à ce jour', TAUX_COHORTE),
      taux('Décidés, en nombre', TAUX_DECIDES),
      taux('Décidés, en montant', TAUX_MONTANT),
    ],
  };
}
