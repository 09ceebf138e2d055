import { describe, expect, it } from 'vitest';
import type { Modele } from '../../src/classeur/tables/modeles';
import {
  etapesRelance,
  prochaineRelanceApres,
  prochaineRelanceEspacee,
} from '../../src/relances/calendrier';
import { jour, snapshotDeModeles } from './support';

const rien: readonly Modele[] = [];

describe('prochaineRelanceApres', () => {
  it.each([
    // « par défaut J+7, J+15, J+30 après l'envoi, reportées au jour ouvré suivant »
    ['J+7', '2026-03-02', 0, '2026-03-09'],
    ['J+15', '2026-03-02', 1, '2026-03-17'],
    ['J+30', '2026-03-02', 2, '2026-04-01'],
    ['puis plus rien', '2026-03-02', 3, null],
    ['J+7 un samedi → lundi', '2026-03-07', 0, '2026-03-16'],
    ['J+7 le lundi de Pâques → mardi', '2026-03-30', 0, '2026-04-07'],
    ['un compteur négatif vaut zéro', '2026-03-02', -2, '2026-03-09'],
  ])('%s', (_, envoyeLe, faites, attendu) => {
    expect(prochaineRelanceApres(jour(envoyeLe), faites, rien, false)).toBe(attendu);
  });

  it('le Vendredi saint compte en Alsace-Moselle', () => {
    const dates = [false, true].map((alsace) =>
      prochaineRelanceApres(jour('2026-03-27'), 0, rien, alsace),
    );
    expect(dates).toEqual(['2026-04-03', '2026-04-07']);
  });

  it('suit l’onglet Modèles, par rang puis délai, sans les lignes inactives ni celles des factures', () => {
    const modeles = snapshotDeModeles([
      { code: 'B', rang: 2, delaiJours: 10 },
      { code: 'Z', rang: null, delaiJours: 60 },
      { code: 'A', rang: 1, delaiJours: 3, actif: true },
      { code: 'C', rang: 3, delaiJours: 5, actif: false },
      { code: 'D', rang: 4, delaiJours: null },
      { code: 'F', usage: 'Relance facture', rang: 1, delaiJours: 1 },
    ]).tables.modeles;
    expect(etapesRelance(modeles).map((e) => [e.modele.code, e.delaiJours])).toEqual([
      ['A', 3],
      ['B', 10],
      ['Z', 60],
    ]);
  });

  it('toutes désactivées : aucune relance, et non celles de départ', () => {
    const { modeles } = snapshotDeModeles([
      { code: 'A', rang: 1, delaiJours: 3, actif: false },
    ]).tables;
    expect(prochaineRelanceApres(jour('2026-03-02'), 0, modeles, false)).toBeNull();
  });
});

describe('prochaineRelanceEspacee', () => {
  const reglages = { alsaceMoselle: false, joursEntreRelances: 5 };
  it.each([
    ['à l’heure : le calendrier', '2026-03-09', '2026-03-17'],
    ['en retard : pas avant cinq jours', '2026-03-16', '2026-03-23'],
    ['étape déjà passée', '2026-04-10', '2026-04-15'],
  ])('%s', (_, faiteLe, attendu) => {
    expect(prochaineRelanceEspacee(jour('2026-03-02'), 1, jour(faiteLe), rien, reglages)).toBe(
      attendu,
    );
  });

  it('jamais le même jour, même si le réglage est à zéro', () => {
    const sansDelai = { alsaceMoselle: false, joursEntreRelances: 0 };
    const le = jour('2026-06-10');
    expect(prochaineRelanceEspacee(jour('2026-03-02'), 1, le, rien, sansDelai)).toBe('2026-06-11');
  });
});
