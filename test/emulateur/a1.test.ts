import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lettres, lireA1, nommerOnglet } from '../../cli/preview/emulateur/a1';

const rien = { ligne0: null, ligne1: null, colonne0: null, colonne1: null };

describe('notation A1', () => {
  it.each([
    ['A1', { onglet: null, ligne0: 0, ligne1: 1, colonne0: 0, colonne1: 1 }],
    ['Devis!B2:D4', { onglet: 'Devis', ligne0: 1, ligne1: 4, colonne0: 1, colonne1: 4 }],
    ['Devis!D4:B2', { onglet: 'Devis', ligne0: 1, ligne1: 4, colonne0: 1, colonne1: 4 }],
    ['Devis!$A$1', { onglet: 'Devis', ligne0: 0, ligne1: 1, colonne0: 0, colonne1: 1 }],
    ['Devis!A:C', { onglet: 'Devis', ...rien, ligne0: 0, colonne0: 0, colonne1: 3 }],
    ['Devis!2:5', { onglet: 'Devis', ...rien, ligne0: 1, ligne1: 5, colonne0: 0 }],
    ['Devis!A2:C', { onglet: 'Devis', ligne0: 1, ligne1: null, colonne0: 0, colonne1: 3 }],
    ["'Revue hebdo'", { onglet: 'Revue hebdo', ...rien }],
    [
      "'L''été'!A1",
      { onglet: 'L’été'.replace('’', "'"), ligne0: 0, ligne1: 1, colonne0: 0, colonne1: 1 },
    ],
    ["'A1'", { onglet: 'A1', ...rien }],
    ['Devis', { onglet: 'Devis', ...rien }],
    ['Devis!', null],
    ['Devis!A0', null],
    ['Devis!A1:B2:C3', null],
    ["'Devis", null],
    ['', null],
  ])('%s', (texte, attendu) => {
    expect(lireA1(texte)).toEqual(attendu);
  });

  it.each([
    ['Devis', 'Devis'],
    ['Revue hebdo', "'Revue hebdo'"],
    ["L'été", "'L''été'"],
    ['A1', "'A1'"],
    ['2026', "'2026'"],
  ])('Google écrit l’onglet %s : %s', (titre, ecrit) => {
    expect(nommerOnglet(titre)).toBe(ecrit);
  });

  it('tout titre d’onglet se relit', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (titre) => {
        expect(lireA1(nommerOnglet(titre))).toEqual({ onglet: titre, ...rien });
      }),
    );
  });

  it('toute cellule se relit', () => {
    fc.assert(
      fc.property(fc.nat(18_277), fc.nat(9_999_998), (colonne, ligne) => {
        expect(lireA1(`Devis!${lettres(colonne)}${ligne + 1}`)).toMatchObject({
          colonne0: colonne,
          ligne0: ligne,
        });
      }),
    );
  });
});
