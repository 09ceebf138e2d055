import {
  colonnesDeCalcul,
  LIGNES_DE_DEPART,
  type ColonneDeCalcul,
} from '../../../../sheets-templates/tableau/calculs';
import type { ColonneSource } from '../../../../sheets-templates/tableau/resoudre';
import { lettreColonne } from '../../../../src/classeur/source';
import type { CleTable } from '../../../../src/classeur/tables';
import { echapperXml } from '../xml-texte';

/** Lignes de calcul d'une colonne : celles d'un bloc ont la même hauteur. */
export type Couverture = (colonne: Pick<ColonneDeCalcul, 'bloc' | 'source' | 'serre'>) => number;
/** Combien de lignes un bloc serré aura à tenir. */
export type Gardees = (bloc: string) => number;

/**
 * De quoi couvrir `lignes` et en voir venir d'autres, tapées à la main ; nos écritures allongent. Un bloc
 * serré n'a besoin que de celles qui ont encore à dire (`gardees`) : chaque cellule se paie à chaque calcul.
 */
export const couvrir =
  (lignes: (table: CleTable) => number, gardees: Gardees): Couverture =>
  ({ bloc, source, serre }) =>
    serre ? Math.min(aVenir(gardees(bloc)), aVenir(lignes(source))) : aVenir(lignes(source));
const PAR = 250;
export const aVenir = (lignes: number): number =>
  Math.max(LIGNES_DE_DEPART, Math.ceil((lignes * 21) / 20 / PAR) * PAR + PAR);

const COLONNE_DE_CALCULS = /(Calculs!\$([A-Z]+))(?::\$\2|\$1:\$\2\$\d+)(?![\w$])/g;

/**
 * Les colonnes de « Calculs » que citent des formules, bornées à ses lignes : LibreOffice réserve
 * quatre octets par ligne, vide ou non, à chaque SOMME.SI.ENS d'une colonne entière.
 */
export function borner(couverture: Couverture): (xml: string) => string {
  const fins = new Map(
    colonnesDeCalcul().map((c, i) => [lettreColonne(i), couverture(c) + 1] as const),
  );
  return (xml) =>
    xml.replace(COLONNE_DE_CALCULS, (tout, debut: string, lettre: string) => {
      const fin = fins.get(lettre);
      return fin === undefined ? tout : `${debut}$1:$${lettre}$${fin}`;
    });
}

/** Les lignes de « Calculs », en XML, une à une : une formule par colonne, partagée par toutes ses lignes. */
export function* lignesDeCalcul(couverture: Couverture, source?: ColonneSource): Generator<string> {
  const borne = borner(couverture);
  const colonnes = colonnesDeCalcul(source).map((c, i) => ({
    lettre: lettreColonne(i),
    lignes: couverture(c),
    formule: echapperXml(borne(c.formule)),
    rang: i,
  }));
  const plusLongue = Math.max(...colonnes.map((c) => c.lignes));
  for (let ligne = 2; ligne <= plusLongue + 1; ligne++) {
    const cellules = colonnes
      .filter((c) => ligne <= c.lignes + 1)
      .map(({ lettre, lignes, formule, rang }) =>
        ligne === 2
          ? `<c r="${lettre}2"><f t="shared" ref="${lettre}2:${lettre}${lignes + 1}" si="${rang}">${formule}</f></c>`
          : `<c r="${lettre}${ligne}"><f t="shared" si="${rang}"/></c>`,
      );
    yield `<row r="${ligne}">${cellules.join('')}</row>`;
  }
}
