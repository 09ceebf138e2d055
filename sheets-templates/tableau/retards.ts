import { ONGLET_CHIFFRES } from '../../src/tableau-de-bord/onglets';
import { lettreColonne } from '../../src/classeur/source';
import {
  COLONNES_OBJECTIF,
  INDICATEURS_A_OBJECTIF,
  type ColonneObjectif,
} from '../../src/tableau-de-bord/objectifs';
import { LIBELLES_OBJECTIF } from '../../src/messages/tableau';
import { COLONNE_APRES_REPARTITION } from './repartition';
import { aLaLigne, DERNIERE_LIGNE, type CelluleSerie } from './series';

export const COLONNE_RETARDS = COLONNE_APRES_REPARTITION;
/** Douze mois au plus : au-delà, un écart est structurel depuis longtemps. */
const PREMIERE_LIGNE = DERNIERE_LIGNE - 11;

const MESURE_OBJECTIF = {
  caSigne: 'objectifCaSigne',
  caFacture: 'objectifCaFacture',
  devisEmis: 'objectifDevisEmis',
  tauxTransformation: 'objectifTauxTransformation',
  satisfaction: 'objectifSatisfaction',
  visites: 'objectifVisites',
} as const;

export const mesureObjectif = (colonne: ColonneObjectif) => MESURE_OBJECTIF[colonne];

const lettreDe = (colonne: ColonneObjectif): string =>
  lettreColonne(COLONNE_RETARDS + COLONNES_OBJECTIF.indexOf(colonne) - 1);

/** Les mois de suite sous l'objectif, celui que l'on regarde compris. */
export const moisDeSuite = (colonne: ColonneObjectif): string =>
  `${ONGLET_CHIFFRES}!$${lettreDe(colonne)}$${DERNIERE_LIGNE}`;

/** Un mois sous l'objectif ajoute un à la suite ; tout autre la rompt. */
export function cellulesDesRetards(): CelluleSerie[] {
  const lignes = Array.from({ length: 12 }, (_, i) => PREMIERE_LIGNE + i);
  return COLONNES_OBJECTIF.flatMap((cle, i): CelluleSerie[] => {
    const colonne = COLONNE_RETARDS + i;
    const titre: CelluleSerie = { ligne: 2, colonne, entete: LIBELLES_OBJECTIF[cle] };
    return [titre].concat(
      lignes.map((ligne) => {
        const objectif = aLaLigne(ligne)(MESURE_OBJECTIF[cle]);
        const realise = INDICATEURS_A_OBJECTIF[cle].formule?.(aLaLigne(ligne)) ?? '""';
        const avant = ligne === PREMIERE_LIGNE ? '0' : `$${lettreDe(cle)}$${ligne - 1}`;
        // Neuf décimales : l'erreur de virgule flottante n'est pas un écart.
        return {
          ligne,
          colonne,
          formule: `IF(AND(ISNUMBER(${objectif}),ISNUMBER(${realise})),IF(ROUND(${realise}-${objectif},9)<0,${avant}+1,0),0)`,
        };
      }),
    );
  });
}
