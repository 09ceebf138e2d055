import { describe, expect, it } from 'vitest';
import { analyserNumeros } from '../../src/devis/analyser-numeros';
import { provisoireDe, referenceProvisoire, tirerNumero } from '../../src/devis/numerotation';
import { messageDe } from '../../src/messages/probleme';
import { planValider } from '../../src/devis/gestes';
import { trouverDevis } from '../../src/devis/trouver-devis';
import { apres, unDevis, unMonde } from '../support/monde';
import { snapshotDe, type Contenu } from '../support/classeur-en-memoire';
import { contexte, jour } from '../support/valeurs';

const DEMANDE = { client: 'Mairie', objet: 'Étude', personne: 'lea@exemple.fr', provisoire: null };
const tirer = (contenu: Contenu, le = '2026-03-20') =>
  tirerNumero(snapshotDe(contenu), contexte(le), 'devis', DEMANDE);
const masque = (valeur: string): Contenu['parametres'] => [
  { reglage: 'Masque des numéros de devis', valeur },
];

describe('tirer un numéro', () => {
  it.each<[string, Contenu, string]>([
    ['le premier', {}, 'DEV-2026-0001'],
    ['après Registre', { registre: [{ numero: 'DEV-2026-0007' }] }, 'DEV-2026-0008'],
    ['après une ligne importée', { devis: [{ numero: 'DEV-2026-0120' }] }, 'DEV-2026-0121'],
    ['ligne importée sans zéros', { devis: [{ numero: 'dev-2026-12' }] }, 'DEV-2026-0013'],
    [
      'le plus grand des deux',
      { devis: [{ numero: 'DEV-2026-0002' }], registre: [{ numero: 'DEV-2026-0009' }] },
      'DEV-2026-0010',
    ],
    ['la série d’une autre année', { registre: [{ numero: 'DEV-2025-0099' }] }, 'DEV-2026-0001'],
    [
      'un numéro de Registre retouché, sa série reste',
      { registre: [{ numero: 'X', serie: 'DEV-2026-', compteur: 4 }] },
      'DEV-2026-0005',
    ],
    [
      'une affaire du même masque compte aussi',
      { affaires: [{ numero: 'DEV-2026-0003' }] },
      'DEV-2026-0004',
    ],
    [
      'le mois fait repartir',
      {
        parametres: masque('{AA}{MM}-{N:2}'),
        registre: [{ numero: '2602-09' }],
      },
      '2603-01',
    ],
    [
      'la date après le compteur ne le fait pas repartir',
      {
        parametres: masque('{N:3}/{AA}'),
        registre: [{ numero: '041/25' }],
      },
      '042/26',
    ],
    [
      'initiales',
      {
        parametres: masque('{INITIALES}-{N:2}'),
        equipe: [{ email: 'lea@exemple.fr', initiales: 'LM', role: 'Consultant' }],
      },
      'LM-01',
    ],
    ['client', { parametres: masque('{CLIENT}-{N:2}') }, 'MAIRIE-01'],
  ])('%s', (_, contenu, numero) => {
    expect(tirer(contenu).numero).toBe(numero);
  });

  it('la série pleine refuse', () => {
    const t = tirer({ registre: [{ numero: 'DEV-2026-9999' }] });
    expect(t.problemes.map(messageDe)).toEqual([
      'La série « DEV-2026- » est pleine : son compteur n’a que 4 chiffres. Élargissez-le dans le réglage « Masque des numéros de devis », par exemple {N:5}.',
    ]);
    expect(t.changements).toEqual([]);
    const un = tirer({ parametres: masque('D{N:1}'), registre: [{ numero: 'D9' }] });
    expect(un.problemes.map(messageDe)[0]).toContain('que 1 chiffre.');
  });

  it.each([
    ['{INITIALES}-{N:2}', 'lea@exemple.fr n’en a pas'],
    ['{CLIENT}-{N:2}', 'demande le client'],
  ])('%s sans valeur refuse', (m, dit) => {
    const t = tirerNumero(snapshotDe({ parametres: masque(m) }), contexte('2026-03-20'), 'devis', {
      ...DEMANDE,
      client: '…',
    });
    expect(t.numero).toBeNull();
    expect(t.problemes.map(messageDe).join()).toContain(dit);
  });

  it('les numéros que Registre ignore y sont d’abord inscrits, une fois', () => {
    const t = tirer({
      devis: [
        { numero: 'DEV-2026-0001', version: 1, client: 'A', objet: 'B' },
        { numero: 'DEV-2026-0001', version: 2 },
        { numero: 'PROV-3' },
        { client: 'sans numéro' },
        { numero: 'D/77' },
        { numero: 'DEV-2026-0002' },
      ],
      registre: [{ numero: 'dev-2026-0002' }],
    });
    expect(t.changements).toMatchObject([
      { valeurs: { numero: 'DEV-2026-0001', serie: 'DEV-2026-', compteur: 1, pour: 'A · B' } },
      { valeurs: { numero: 'D/77', serie: null, compteur: null } },
      { valeurs: { numero: 'DEV-2026-0003' } },
    ]);
  });
});

describe('un arrêt entre Registre et la ligne', () => {
  it('le numéro perdu n’est pas repris, son trou s’explique, PROV-1 mène au bon', () => {
    const monde = unMonde({
      devis: [unDevis('En validation')],
      registre: [
        { numero: 'DEV-2026-0001', pour: 'PROV-1 · Mairie' },
        { numero: 'DEV-2026-0002', pour: 'PROV-12 · Autre' },
      ],
    });
    const p = planValider(monde.snapshot(), { reference: 'PROV-1' }, contexte('2026-03-20'));
    const s = apres(monde, p);
    expect(trouverDevis(s, 'PROV-1').devis?.numero).toBe('DEV-2026-0003');
    expect(analyserNumeros(s).trous.map((t) => t.explication)).toEqual([
      'annulé le 20/03/2026 : Tirage interrompu, remplacé par DEV-2026-0003',
      null,
    ]);
  });
});

describe('références provisoires', () => {
  it.each<[Contenu, string]>([
    [{}, 'PROV-1'],
    [{ devis: [{ numero: 'PROV-4' }, { numero: 'prov-2' }, { version: 1 }] }, 'PROV-5'],
    [
      {
        devis: [
          { numero: 'PROV-1', statut: 'Brouillon' },
          { numero: 'PROV-2', statut: 'Envoyé' },
        ],
      },
      'PROV-3',
    ],
    [{ devis: [{ numero: 'PROV-9', statut: 'Envoyé' }] }, 'PROV-1'],
    [{ devis: [{ numero: 'PROV-9', statut: 'Annulé' }] }, 'PROV-10'],
    [{ registre: [{ numero: 'D', pour: 'PROV-9 · A' }, { numero: 'E' }] }, 'PROV-10'],
  ])('%j → %s', (contenu, reference) => {
    expect(referenceProvisoire(snapshotDe(contenu))).toBe(reference);
  });

  it('provisoireDe ne lit que le début', () => {
    expect(['PROV-7 · A', 'PROV-7', 'A · PROV-7', 'PROV-7b · A', null].map(provisoireDe)).toEqual([
      'PROV-7',
      'PROV-7',
      null,
      null,
      null,
    ]);
  });
});

describe('trous et doublons', () => {
  it('chaque trou avec ce que Registre en dit', () => {
    const { trous, doublons } = analyserNumeros(
      snapshotDe({
        devis: [
          { numero: 'DEV-2026-0002', version: 1 },
          { numero: 'DEV-2026-0006', version: 1 },
          { numero: 'dev-2026-0006', version: 1 },
          { numero: 'DEV-2026-0006', version: 2 },
          { numero: 'DEV-2026-0006', version: 2 },
          { numero: 'PROV-1' },
          { numero: 'libre' },
          { version: 1 },
        ],
        affaires: [{ numero: 'AFF-2026-0001' }, { numero: 'AFF-2026-0001' }],
        registre: [
          { numero: 'DEV-2026-0002', annuleLe: jour('2026-02-01'), motif: 'sa ligne est là' },
          { numero: 'DEV-2026-0003', annuleLe: jour('2026-03-12'), motif: 'Doublon' },
          { numero: 'DEV-2026-0005' },
          { numero: 'DEV-2026-0007', motif: 'Essai' },
          { motif: 'ligne sans numéro' },
        ],
      }),
    );
    expect(trous).toEqual([
      {
        numero: 'DEV-2026-0003',
        serie: 'DEV-2026-',
        explication: 'annulé le 12/03/2026 : Doublon',
      },
      { numero: 'DEV-2026-0004', serie: 'DEV-2026-', explication: null },
      { numero: 'DEV-2026-0005', serie: 'DEV-2026-', explication: null },
      { numero: 'DEV-2026-0007', serie: 'DEV-2026-', explication: 'Essai' },
    ]);
    expect(doublons).toEqual([
      { numero: 'DEV-2026-0006', lignes: [3, 4] },
      { numero: 'DEV-2026-0006-V2', lignes: [5, 6] },
      { numero: 'AFF-2026-0001', lignes: [2, 3] },
    ]);
  });

  it('les séries d’un masque d’avant, par Registre', () => {
    const { trous } = analyserNumeros(
      snapshotDe({
        devis: [{ numero: 'Q-07' }, { numero: 'Q-09' }],
        registre: [
          { numero: 'Q-07', serie: 'Q-', compteur: 7 },
          { numero: 'Q-09', serie: 'Q-', compteur: 9 },
          { numero: 'Z', serie: 'Q-', compteur: 9 },
        ],
      }),
    );
    expect(trous).toEqual([{ numero: 'Q-08', serie: 'Q-', explication: null }]);
  });

  it('une longue suite inconnue tient en une plage', () => {
    const { trous } = analyserNumeros(
      snapshotDe({ devis: [{ numero: 'DEV-2026-0001' }, { numero: 'DEV-2026-9000' }] }),
    );
    expect(trous.map((t) => t.numero)).toEqual(['DEV-2026-0002 à DEV-2026-8999']);
  });

  it('un masque invalide n’empêche pas de voir les doublons', () => {
    const s = snapshotDe({
      parametres: masque('DEV'),
      devis: [{ numero: 'D1' }, { numero: 'D1' }],
    });
    expect(analyserNumeros(s)).toEqual({ trous: [], doublons: [{ numero: 'D1', lignes: [2, 3] }] });
  });
});
