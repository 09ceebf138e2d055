import { TABLES } from '../../src/classeur/tables';
import { PALETTE } from '../palette';
import { REPERES } from './cadre-chiffres';
import { nomDe } from './chiffres';
import { NATURES_ALERTES } from './chiffres-alertes';
import { aDroite, bloc, calcul, colonneDeCarte, ENTIER, LIGNE, LIGNES, texte } from './grille';
import type { CelluleLibre } from './page-libre';
import { resoudre } from './resoudre';

const CARTE = 4;
const PREMIERE = LIGNES.bandeD + 2;
/** Où sont les comptes : les mises en valeur les cherchent. */
export const COMPTES_ALERTES = {
  colonne: colonneDeCarte(CARTE) + 2,
  ligne: PREMIERE,
  lignes: NATURES_ALERTES.length,
} as const;

const VOIR = aDroite({ ...LIGNE, couleur: PALETTE.accent, souligne: true });

export function alertes(): CelluleLibre[] {
  const c = colonneDeCarte(CARTE);
  return [
    ...bloc(
      LIGNES.bandeD,
      CARTE,
      1,
      'Que faut-il surveiller ?',
      'À ce jour ; « voir » mène à la première ligne.',
    ),
    ...NATURES_ALERTES.flatMap(({ court, cle, lien }, i): CelluleLibre[] => {
      const nombre = nomDe(`alertes_${cle}`);
      const voir = { ligne: PREMIERE + i, colonne: c + 3, style: VOIR };
      return [
        texte(PREMIERE + i, c, court, LIGNE, { colonnes: 2 }),
        calcul(PREMIERE + i, c + 2, nombre, aDroite({ ...LIGNE, gras: true }, ENTIER)),
        lien
          ? {
              ...voir,
              lien: {
                onglet: TABLES[lien.table].onglet,
                ligne: resoudre(`IF(${nombre}=0,"",${lien.ligne})`, REPERES),
                texte: 'voir',
              },
            }
          : { ...voir, texte: '' },
      ];
    }),
  ];
}
