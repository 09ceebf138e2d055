import { describe, expect, it } from 'vitest';
import { premierTemps, secondTemps } from '../../cli/preview/page/deux-temps';
import type { ClasseurVu, OngletVu, RangeeVue } from '../../cli/preview/protocole';

const onglet = (nom: string, rangees: readonly RangeeVue[]): OngletVu => ({
  ...{ nom, masque: false, couleur: null, quadrillage: false, hauteur: 20, lignes: 9 },
  ...{ figees: { lignes: 0, colonnes: 0 }, hauteurs: [], fusions: [], liens: [] },
  ...{ listes: [], regles: [], rangees },
  colonnes: [0, 1].map(() => ({ largeur: 64, style: 0, masquee: false })),
});
const vu = (...onglets: OngletVu[]): ClasseurVu => ({
  ...{ nom: 'suivi.xlsx', version: 1, aujourdHui: 46083, utilisateur: 'a@b.fr', brouillons: 0 },
  ...{ styles: [], noms: [], menu: [], onglets },
});
const CLASSEUR = vu(
  onglet('Accueil', [[2, [1, 0, null, '=COUNTIFS(Devis!$A:$A,"Envoyé")']]]),
  onglet('Calculs', [
    [1, [0, 0, 'En-tête']],
    [2, [0, 0, 4, '=1+3'], [1, 0, null, '=A2*2']],
  ]),
);

describe('un classeur se montre en deux temps', () => {
  it('d’abord l’Accueil avec ses formules, et les valeurs du tableau de bord sans les siennes', () => {
    const [accueil, calculs] = premierTemps(CLASSEUR).onglets;
    expect(accueil).toBe(CLASSEUR.onglets[0]);
    expect(calculs?.rangees).toEqual([
      [1, [0, 0, 'En-tête']],
      [2, [0, 0, 4], [1, 0, null]],
    ]);
  });

  it('ensuite les formules du tableau de bord, et elles seules, sur la valeur déjà montrée', () => {
    const [mutation, ...autres] = secondTemps(CLASSEUR, 'classeur');
    expect(autres).toEqual([]);
    expect(mutation?.params).toMatchObject({
      unitId: 'classeur',
      cellValue: { 1: { 0: { v: 4, f: '=1+3' }, 1: { v: null, f: '=A2*2' } } },
    });
  });

  it('sans tableau de bord, rien n’attend', () => {
    const [accueil] = CLASSEUR.onglets;
    expect(secondTemps(vu(...(accueil ? [accueil] : [])), 'classeur')).toEqual([]);
  });
});
