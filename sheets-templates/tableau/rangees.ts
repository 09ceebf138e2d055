import { lettreColonne } from '../../src/classeur/source';
import { RIEN } from '../../src/tableau-de-bord/calculs/mesures';
import {
  CADRE,
  calcul,
  GRIS,
  LIGNE_MOTIFS,
  LIGNE_SEGMENTS,
  plage,
  SEGMENTS,
  texte,
  TITRE,
} from './cadre-chiffres';
import { MOTIFS_COMPTES } from './chiffre';
import type { CelluleLibre } from './page-libre';
import { COLONNE_MOIS } from './series';

const lettre = (c: number): string => lettreColonne(c - 1);

/** La colonne de chaque cellule d'un petit tableau rangé. */
export const COLONNES_RANGEE = {
  libelle: COLONNE_MOIS,
  nombre: COLONNE_MOIS + 1,
  valeur: COLONNE_MOIS + 2,
  cle: COLONNE_MOIS + 3,
} as const;
type Quoi = Exclude<keyof typeof COLONNES_RANGEE, 'cle'>;

/** Un petit tableau rangé : libellé, nombre, montant, rang. */
function rangee(
  titre: string,
  premiere: number,
  lignes: ReadonlyArray<{ libelle: string; nombre: string; valeur: string; cle: string }>,
): CelluleLibre[] {
  const { libelle: cl, nombre: cn, valeur: cv, cle: cc } = COLONNES_RANGEE;
  return [
    texte(premiere, cl, titre, TITRE),
    ...lignes.flatMap(({ libelle, nombre, valeur: v, cle }, i) => {
      const l = premiere + 1 + i;
      const ici = (f: string): string =>
        f
          .replaceAll('@libelle', `$${lettre(cl)}$${l}`)
          .replaceAll('@nombre', `$${lettre(cn)}$${l}`)
          .replaceAll('@valeur', `$${lettre(cv)}$${l}`)
          .replaceAll('@ligne', String(l));
      return [
        calcul(l, cl, libelle, CADRE),
        calcul(l, cn, ici(nombre), CADRE),
        calcul(l, cv, ici(v), CADRE),
        calcul(l, cc, ici(cle), GRIS),
      ];
    }),
  ];
}

export const motifs = (): CelluleLibre[] =>
  rangee(
    'Motifs de perte depuis janvier',
    LIGNE_MOTIFS,
    MOTIFS_COMPTES.map((motif) => ({
      libelle: `"${motif}"`,
      nombre: 'COUNTIF({devis.motif^},@libelle)',
      valeur: 'SUMIF({devis.motif^},@libelle,{devis.montant^})',
      // Le plus fréquent d'abord, puis le plus cher, puis l'ordre de la liste.
      cle: 'IF(@nombre=0,"",@nombre*10^10+@valeur-@ligne/10^3)',
    })),
  );

export const segments = (): CelluleLibre[] =>
  rangee(
    'Satisfaction par segment, ce mois-ci',
    LIGNE_SEGMENTS,
    Array.from({ length: SEGMENTS }, (_, k) => ({
      libelle: `IFERROR(INDEX({satisfaction.segment^},MATCH(${k + 1},{satisfaction.rangSegment^},0)),"")`,
      nombre: 'IF(@libelle="",0,SUMIF({satisfaction.segment^},@libelle,{satisfaction.notes^}))',
      valeur: `IF(@nombre=0,"${RIEN}",SUMIF({satisfaction.segment^},@libelle,{satisfaction.satisfaites^})/@nombre)`,
      // Le plus faible d'abord.
      cle: 'IF(@nombre=0,"",1-@valeur-@ligne/10^9)',
    })),
  );

function duRang(premiere: number, combien: number, k: number, quoi: Quoi): string {
  const [de, a] = [premiere + 1, premiere + combien];
  const cle = plage(COLONNES_RANGEE.cle, de, a);
  return `IFERROR(INDEX(${plage(COLONNES_RANGEE[quoi], de, a)},MATCH(LARGE(${cle},${k}),${cle},0)),"")`;
}

export const motifDeRang = (k: number, quoi: Quoi): string =>
  duRang(LIGNE_MOTIFS, MOTIFS_COMPTES.length, k, quoi);
export const segmentDeRang = (k: number, quoi: Quoi): string =>
  duRang(LIGNE_SEGMENTS, SEGMENTS, k, quoi);
