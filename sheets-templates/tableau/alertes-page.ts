import { TABLES, type CleTable } from '../../src/classeur/tables';
import { PALETTE } from '../palette';
import { REPERES } from './cadre-chiffres';
import { nomDe } from './chiffres';
import { aDroite, bloc, calcul, colonneDeCarte, ENTIER, LIGNE, LIGNES, texte } from './grille';
import type { CelluleLibre } from './page-libre';
import { resoudre } from './resoudre';

interface Nature {
  readonly libelle: string;
  readonly nombre: string;
  readonly table: CleTable;
  /** La colonne de « Calculs » qui vaut 1 sur les lignes visées. */
  readonly colonne: string;
}

/** Ce qui demande une action, et l'onglet où la faire ; la première ligne touchée est au bout du lien. */
const NATURES: readonly Nature[] = [
  {
    libelle: 'Factures en retard',
    nombre: 'facturesEnRetard',
    table: 'factures',
    colonne: 'factures.alerteRetard',
  },
  { libelle: 'Devis expirés', nombre: 'expires', table: 'devis', colonne: 'devis.alerteExpire' },
  { libelle: 'Devis sans Go', nombre: 'sansGo', table: 'devis', colonne: 'devis.alerteGo' },
  {
    libelle: 'Signature passée',
    nombre: 'signaturePassee',
    table: 'devis',
    colonne: 'devis.alertePassee',
  },
  {
    libelle: 'Sans date prévue',
    nombre: 'sansSignature',
    table: 'devis',
    colonne: 'devis.alerteSansDate',
  },
  {
    libelle: 'Devis sans numéro',
    nombre: 'sansNumero',
    table: 'devis',
    colonne: 'devis.alerteNumero',
  },
];

const CARTE = 4;
const PREMIERE = LIGNES.bandeD + 2;
/** Où sont les comptes : les mises en valeur les cherchent. */
export const COMPTES_ALERTES = {
  colonne: colonneDeCarte(CARTE) + 2,
  ligne: PREMIERE,
  lignes: NATURES.length,
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
    ...NATURES.flatMap(({ libelle, nombre, table, colonne }, i): CelluleLibre[] => [
      texte(PREMIERE + i, c, libelle, LIGNE, { colonnes: 2 }),
      calcul(
        PREMIERE + i,
        c + 2,
        nomDe(`alertes_${nombre}`),
        aDroite({ ...LIGNE, gras: true }, ENTIER),
      ),
      {
        ligne: PREMIERE + i,
        colonne: c + 3,
        style: aDroite({ ...LIGNE, couleur: PALETTE.accent, souligne: true }),
        lien: {
          onglet: TABLES[table].onglet,
          ligne: resoudre(`IFERROR(MATCH(1,{${colonne}},0),"")`, REPERES),
          texte: 'voir',
        },
      },
    ]),
  ];
}
