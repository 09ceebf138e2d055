import {
  ONGLET_CALCULS,
  ONGLET_CHIFFRES,
  ONGLET_TABLEAU,
} from '../../../src/tableau-de-bord/onglets';
import type { CelluleVue, ClasseurVu, OngletVu } from '../protocole';
import { mutationsDe, type Mutation } from './mutations';

/**
 * Le tableau de bord a des milliers de formules, et ses chiffres sont déjà là : elles ne se calculent
 * que si on l'ouvre, et ni l'Accueil ni les devis ne les attendent.
 */
const LOURDS: ReadonlySet<string> = new Set([ONGLET_TABLEAU, ONGLET_CHIFFRES, ONGLET_CALCULS]);
export const estLourd = (onglet: string | undefined): boolean =>
  onglet !== undefined && LOURDS.has(onglet);

const enValeur = ([rang, style, valeur]: CelluleVue): CelluleVue => [rang, style, valeur];

/** Le classeur tel qu'il se montre d'abord : les onglets lourds y ont leurs valeurs, sans leurs formules. */
export function premierTemps(vu: ClasseurVu): ClasseurVu {
  const onglets = vu.onglets.map((o): OngletVu => {
    if (!estLourd(o.nom)) return o;
    const rangees = o.rangees.map(
      ([ligne, ...cellules]) => [ligne, ...cellules.map(enValeur)] as const,
    );
    return { ...o, rangees };
  });
  return { ...vu, onglets };
}

/** Les formules des onglets lourds, à poser sur leurs valeurs. */
export function secondTemps({ onglets }: ClasseurVu, unitId: string): Mutation[] {
  return onglets
    .filter(({ nom }) => estLourd(nom))
    .flatMap((o) => {
      const cellules = o.rangees.flatMap(([ligne, ...rangee]) =>
        rangee.flatMap(([rang, , valeur, formule]) =>
          formule === undefined ? [] : [[ligne, rang, valeur, formule, null] as const],
        ),
      );
      return mutationsDe({ onglet: o.nom, cellules, hauteurs: [] }, onglets, unitId) ?? [];
    });
}
