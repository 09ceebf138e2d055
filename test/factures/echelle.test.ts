import { describe, expect, it } from 'vitest';
import type { Facture } from '../../src/classeur/tables/factures';
import { echelle, prochaineEtape, type ReglesEchelle } from '../../src/factures/echelle';
import { resteDu } from '../../src/factures/reste-du';
import { euros, jour } from '../support/valeurs';

const REGLES: ReglesEchelle = { joursBl: 8, alsaceMoselle: false, proformaVautBl: false };

function facture(valeurs: Partial<Facture> = {}): Facture {
  return {
    ligne: 2,
    numero: 'FACT-2026-0007',
    affaire: 'AFF-2026-0001',
    client: 'Ville d’Exemple',
    type: 'Solde',
    blLe: null,
    blConteste: null,
    montantHt: euros(1000),
    montantTtc: euros(1200),
    emiseLe: jour('2026-03-02'),
    echeance: jour('2026-04-15'), // un mercredi
    paye: null,
    payeLe: null,
    prochaineEtape: null,
    prochaineEtapeLe: null,
    ...valeurs,
  };
}
const etape = (valeurs: Partial<Facture>, le: string, regles: Partial<ReglesEchelle> = {}) => {
  const e = prochaineEtape(facture(valeurs), jour(le), { ...REGLES, ...regles });
  return e && `${e.le ?? '–'} ${e.libelle}`;
};

describe('avant la facture', () => {
  const avant = { emiseLe: null, echeance: null, numero: null };
  it.each([
    // « durée de 8 jours pour retourner le BL … déclencher la facturation »
    [
      'BL du lundi 2 : contestable jusqu’au mardi 10, facturé le 11',
      { blLe: jour('2026-03-02') },
      {},
      '2026-03-11 À facturer',
    ],
    ['BL du 4 : le 13', { blLe: jour('2026-03-04') }, {}, '2026-03-13 À facturer'],
    [
      'délai fini un jeudi, facturé le vendredi',
      { blLe: jour('2026-03-05') },
      { joursBl: 7 },
      '2026-03-13 À facturer',
    ],
    ['délai fini un vendredi : lundi', { blLe: jour('2026-03-05') }, {}, '2026-03-16 À facturer'],
    // « chez BT, la facture Proforma fait office de BL »
    [
      'proforma signée : tout de suite',
      { blLe: jour('2026-03-02') },
      { proformaVautBl: true },
      '2026-03-02 À facturer',
    ],
    [
      'BL contesté : tout est suspendu',
      { blLe: jour('2026-03-02'), blConteste: true },
      {},
      '– BL contesté : lever la contestation',
    ],
    [
      'contesté, même avec une proforma',
      { blLe: jour('2026-03-02'), blConteste: true },
      { proformaVautBl: true },
      '– BL contesté : lever la contestation',
    ],
    [
      'contestation levée',
      { blLe: jour('2026-03-02'), blConteste: false },
      {},
      '2026-03-11 À facturer',
    ],
    ['pas de BL', {}, {}, null],
  ])('%s', (_, valeurs, regles, attendu) => {
    expect(etape({ ...avant, ...valeurs }, '2026-03-05', regles)).toBe(attendu);
  });
});

describe('l’échelle d’une facture émise', () => {
  it('J−15, J, J+8 puis tous les 8 jours, J+45', () => {
    const dates = echelle(jour('2026-03-02'), jour('2026-04-15'), false).map((e) => [e.code, e.le]);
    expect(dates).toEqual([
      ['APPEL_RECEPTION', '2026-03-31'], // « 15 jours avant l'échéance … par téléphone »
      ['APPEL_RETARD', '2026-04-15'],
      ['COURRIER', '2026-04-23'], // J+8
      ['COURRIER', '2026-05-04'], // J+16 : vendredi 1er mai → lundi
      ['COURRIER', '2026-05-11'], // J+24 : samedi 9 → lundi
      ['COURRIER', '2026-05-18'], // J+32 : dimanche 17 → lundi
      ['COURRIER', '2026-05-26'], // J+40 : lundi de Pentecôte → mardi
      ['CONTENTIEUX', '2026-05-29'], // « 45 jours » : samedi 30 → vendredi, jamais après
    ]);
  });

  it.each([
    ['émise après J−15 : appel dès l’émission', '2026-04-08', '2026-04-15', '2026-04-08'],
    ['émise un samedi : appel le lundi', '2026-04-11', '2026-04-15', '2026-04-13'],
  ])('%s', (_, emise, echeance, attendu) => {
    expect(echelle(jour(emise), jour(echeance), false)[0]).toMatchObject({
      code: 'APPEL_RECEPTION',
      le: attendu,
    });
  });

  it('payable à réception : pas d’appel préalable', () => {
    const [premiere] = echelle(jour('2026-04-15'), jour('2026-04-15'), false);
    expect(premiere?.code).toBe('APPEL_RETARD');
  });

  it.each([
    ['dès l’émission', '2026-03-02', '2026-03-31 Appeler : la facture est-elle bien reçue ?'],
    [
      'l’appel reste à faire jusqu’à l’échéance',
      '2026-04-14',
      '2026-03-31 Appeler : la facture est-elle bien reçue ?',
    ],
    [
      'le jour de l’échéance',
      '2026-04-15',
      '2026-04-15 Appeler, puis confirmer par e-mail (chargé d’affaires en copie)',
    ],
    [
      'J+7',
      '2026-04-22',
      '2026-04-15 Appeler, puis confirmer par e-mail (chargé d’affaires en copie)',
    ],
    ['J+8', '2026-04-23', '2026-04-23 Courrier de rappel n° 1'],
    ['J+20', '2026-05-05', '2026-05-04 Courrier de rappel n° 2'],
    ['J+44', '2026-05-29', '2026-05-29 Transmettre le dossier à l’assureur-crédit'],
    ['un an après', '2027-05-29', '2026-05-29 Transmettre le dossier à l’assureur-crédit'],
  ])('%s', (_, le, attendu) => {
    expect(etape({}, le)).toBe(attendu);
  });

  it.each<[string, Partial<Facture>]>([
    ['un avoir', { type: 'Avoir' }],
    ['payée', { paye: euros(1200), payeLe: jour('2026-04-10') }],
    ['payée, montant non noté', { payeLe: jour('2026-04-10') }],
    ['trop payée', { paye: euros(1300) }],
    ['sans échéance (signalée ailleurs)', { echeance: null }],
  ])('rien à faire : %s', (_, valeurs) => {
    expect(etape(valeurs, '2026-05-01')).toBeNull();
  });

  it('payée en partie : l’échelle continue', () => {
    const partiel = { paye: euros(500), payeLe: jour('2026-04-10') };
    expect(etape(partiel, '2026-04-23')).toContain('n° 1');
    expect(resteDu(facture(partiel))).toBe(euros(700));
  });

  it.each([
    ['montant absent', { montantTtc: null }, null],
    ['rien payé', {}, euros(1200)],
    ['trop payé', { paye: euros(1300) }, 0],
    ['avoir', { type: 'Avoir' as const }, 0],
  ])('reste dû : %s', (_, valeurs, attendu) => {
    expect(resteDu(facture(valeurs))).toBe(attendu);
  });
});

const suite = (le: string, parTelephone: boolean, faitLe: string) =>
  prochaineEtape(facture(), jour(le), REGLES, [{ parTelephone, le: jour(faitLe) }])?.le;

describe('une étape notée faite laisse place à la suivante', () => {
  it.each([
    ['appel de réception fait', '2026-04-02', true, '2026-04-01', '2026-04-15'],
    ['appel trop ancien', '2026-04-02', true, '2026-03-20', '2026-03-31'],
    ['un courrier n’est pas un appel', '2026-04-02', false, '2026-04-01', '2026-03-31'],
    ['appel de retard fait', '2026-04-17', true, '2026-04-16', '2026-04-23'],
    ['courrier 1 envoyé', '2026-04-24', false, '2026-04-23', '2026-05-04'],
    ['un appel ne vaut pas un courrier', '2026-04-24', true, '2026-04-23', '2026-04-23'],
    ['le contentieux reste jusqu’au règlement', '2026-06-10', false, '2026-06-01', '2026-05-29'],
  ])('%s', (_, le, parTelephone, faitLe, attendu) => {
    expect(suite(le, parTelephone, faitLe)).toBe(attendu);
  });
});
