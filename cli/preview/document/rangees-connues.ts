import {
  LIGNE_MOTIFS,
  LIGNE_SEGMENTS,
  SEGMENTS,
} from '../../../sheets-templates/tableau/cadre-chiffres';
import { MOTIFS_COMPTES } from '../../../sheets-templates/tableau/chiffre';
import { COLONNES_RANGEE } from '../../../sheets-templates/tableau/rangees';
import { RIEN } from '../../../src/tableau-de-bord/calculs/mesures';
import type { Tableau } from '../../../src/tableau-de-bord/calculer-tableau';
import type { Place } from './pages-vivantes';

type Valeur = number | string;
type Cellule = readonly [Place, Valeur];

/** Une ligne d'un petit tableau rangé ; `rang` : sa place dans la page, à partir de zéro. */
const rangee = (
  ligne: number,
  libelle: string,
  connue: { readonly rang: number; readonly nombre: number; readonly valeur: number } | null,
): Cellule[] => {
  const en = (cle: keyof typeof COLONNES_RANGEE): Place => ({
    ligne,
    rang: COLONNES_RANGEE[cle] - 1,
  });
  return [
    [en('libelle'), libelle],
    [en('nombre'), connue?.nombre ?? 0],
    [en('valeur'), connue?.valeur ?? RIEN],
    // La page montre la plus grande d'abord.
    [en('cle'), connue ? -connue.rang : ''],
  ];
};

/** Les motifs de perte et les segments, à leur place dans « Chiffres », dans l'ordre où la page les montre. */
export function rangeesConnues({ motifsDePerte, satisfactionDetaillee }: Tableau): Cellule[] {
  const motifs = MOTIFS_COMPTES.flatMap((libelle, i) => {
    const rang = motifsDePerte.findIndex(({ motif }) => (motif ?? 'Motif non dit') === libelle);
    const perte = motifsDePerte[rang];
    return rangee(
      LIGNE_MOTIFS + 1 + i,
      libelle,
      perte ? { rang, nombre: perte.nombre, valeur: perte.montantHt / 100 } : null,
    );
  });
  const segments = Array.from({ length: SEGMENTS }, (_, rang) => {
    const segment = satisfactionDetaillee.parSegment[rang];
    return rangee(
      LIGNE_SEGMENTS + 1 + rang,
      segment?.libelle ?? '',
      segment ? { rang, nombre: segment.n, valeur: segment.taux ?? 0 } : null,
    );
  });
  return [...motifs, ...segments.flat()];
}
