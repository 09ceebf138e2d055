import { describe, expect, it } from 'vitest';
import type { Contenu } from '../support/classeur-en-memoire';
import { snapshotDe } from '../support/classeur-en-memoire';
import { euros, jour } from '../support/valeurs';
import { indexer } from '../../src/tableau-de-bord/index-commercial';
import { versReglages } from './firme';
import { LE, OUVERT, calculer } from './mars';

const PREVUE = { numero: 'A1', signaturePrevue: jour('2026-03-25') } as const;

/** `n` devis décidés, dont `signes` signés, sans date : ils comptent dans le taux propre. */
const decides = (n: number, signes: number): NonNullable<Contenu['devis']> =>
  Array.from({ length: n }, (_, i) => ({
    numero: `X${i}`,
    version: 1,
    statut: i < signes ? ('Signé' as const) : ('Sans suite' as const),
    montantHt: euros(1),
  }));

describe('probabilité d’un devis en cours : 1 000 € HT', () => {
  it.each<[string, object, object, NonNullable<Contenu['devis']>, number]>([
    ['Brouillon : 20 %', { statut: 'Brouillon' }, {}, [], 200],
    ['En validation : 30 %', { statut: 'En validation' }, {}, [], 300],
    ['Validé : 40 %', { statut: 'Validé' }, {}, [], 400],
    ['Envoyé : 50 %', {}, {}, [], 500],
    ['19 cas décidés : encore 50 %', {}, {}, decides(19, 19), 500],
    ['20 cas décidés, 5 signés : le taux propre, 25 %', {}, {}, decides(20, 5), 250],
    ['le taux propre ne vaut que pour Envoyé', { statut: 'Validé' }, {}, decides(20, 5), 400],
    ['celle de l’affaire prévaut', {}, { probabilite: 0.9 }, decides(20, 5), 900],
    ['zéro écrit sur l’affaire', {}, { probabilite: 0 }, [], 0],
    ['NoGo', {}, { probabilite: 0.9, decision: 'NoGo' }, [], 0],
    ['affaire perdue', {}, { etape: 'Perdue' }, [], 0],
    ['affaire abandonnée', {}, { etape: 'Abandonnée' }, [], 0],
    ['sans affaire', { affaire: null }, {}, [], 500],
  ])('%s', (_, devis, affaire, autres, attendu) => {
    const t = calculer({
      devis: [{ ...OUVERT, ...devis }, ...autres],
      affaires: [{ ...PREVUE, ...affaire }],
    });
    expect(t.portefeuille.pondereHt).toBe(euros(attendu));
  });

  it('les probabilités viennent de Paramètres', () => {
    const t = calculer({
      devis: [OUVERT],
      parametres: versReglages({ probabiliteEnvoye: 0.6 }),
    });
    expect(t.portefeuille.pondereHt).toBe(euros(600));
  });
});

const v = (version: number, statut: string) => ({ ...OUVERT, version, statut }) as typeof OUVERT;

describe('ce qui est ouvert dans une chaîne', () => {
  it.each([
    ['V1 envoyée, V2 en préparation : V1', [v(1, 'Envoyé'), v(2, 'Brouillon')], 1, 'Envoyé'],
    ['V1 refusée, V2 en préparation : V2', [v(1, 'Refusé'), v(2, 'Brouillon')], 1, 'Brouillon'],
    ['V1 refusée, V2 annulée : rien', [v(1, 'Refusé'), v(2, 'Annulé')], 0, undefined],
    ['V1 signée, V2 en préparation : rien', [v(1, 'Signé'), v(2, 'Brouillon')], 0, undefined],
    ['V1 remplacée, V2 envoyée, dans le désordre', [v(2, 'Envoyé'), v(1, 'Remplacé')], 1, 'Envoyé'],
    ['tout est annulé', [v(1, 'Annulé')], 0, undefined],
  ])('%s', (_, devis, nombre, statut) => {
    const { ouverts } = indexer(snapshotDe({ devis }), LE.aujourdHui);
    expect([ouverts.length, ouverts[0]?.ligne.statut]).toEqual([nombre, statut]);
  });
});
