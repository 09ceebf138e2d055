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

export function alertes(): CelluleLibre[] {
  const c = colonneDeCarte(CARTE);
  return [
    ...bloc(
      LIGNES.bandeD,
      CARTE,
      1,
      'Que faut-il corriger ?',
      'À ce jour ; « voir » mène à la première ligne.',
    ),
    ...NATURES_ALERTES.flatMap(({ court, cle, table, ligne }, i): CelluleLibre[] => [
      texte(PREMIERE + i, c, court, LIGNE, { colonnes: 2 }),
      calcul(
        PREMIERE + i,
        c + 2,
        nomDe(`alertes_${cle}`),
        aDroite({ ...LIGNE, gras: true }, ENTIER),
      ),
      {
        ligne: PREMIERE + i,
        colonne: c + 3,
        style: aDroite({ ...LIGNE, couleur: PALETTE.accent, souligne: true }),
        lien: {
          onglet: TABLES[table].onglet,
          ligne: resoudre(`IF(${nomDe(`alertes_${cle}`)}=0,"",${ligne})`, REPERES),
          texte: 'voir',
        },
      },
    ]),
  ];
}
