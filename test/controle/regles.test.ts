import { describe, expect, it } from 'vitest';
import type { Contenu } from '../support/classeur-en-memoire';
import { euros, jour, mois } from '../support/valeurs';
import type { CodeAnomalie } from '../../src/messages/controle';
import {
  DEVIS,
  CLIENT,
  FACTURE,
  SAIN,
  controler,
  devis,
  signe,
  affaire,
  client,
  facture,
  commandee,
} from './classeur-sain';

describe('chaque règle du contrôle', () => {
  it.each<[string, Contenu, [CodeAnomalie, string][]]>([
    [
      'un compte de machine n’est pas une adresse, et Équipe est vide',
      { ...devis({ auteur: 'root', responsable: 'root', validePar: 'root' }), equipe: [] },
      [],
    ],
    [
      'un compte que l’Équipe, remplie, ne connaît pas',
      devis({ auteur: 'root' }),
      [['PERSONNE_INCONNUE', 'Devis!J2']],
    ],
    [
      'envoyé sans numéro',
      { ...devis({ numero: null }), actions: [] },
      [['DEVIS_SANS_NUMERO', 'Devis!A2']],
    ],
    [
      'signé sous une référence provisoire',
      {
        ...devis({ ...signe, numero: 'PROV-3' }),
        affaires: [commandee],
        actions: [],
      },
      [['DEVIS_SANS_NUMERO', 'Devis!A2']],
    ],
    [
      'brouillon sans numéro',
      { ...devis({ numero: null, statut: 'Brouillon' }), actions: [] },
      [['VALEUR_REQUISE', 'Devis!A2']],
    ],
    [
      'brouillon sous une référence provisoire',
      { ...devis({ numero: 'PROV-3', statut: 'Brouillon' }), actions: [] },
      [],
    ],
    [
      'Registre effacé : une anomalie par série',
      {
        ...SAIN,
        registre: [],
        devis: [
          { ...DEVIS, numero: 'DEV-2026-0003' },
          DEVIS,
          { ...DEVIS, version: 2, statut: 'Brouillon' },
          { ...DEVIS, numero: 'dev-2026-0002' },
          { ...DEVIS, numero: 'PROV-4', statut: 'Brouillon' },
          { ...DEVIS, numero: 'VIEUX 7' },
        ],
      },
      [
        ['REGISTRE_INCOMPLET', 'Affaires!A2'],
        ['REGISTRE_INCOMPLET', 'Devis!A2'],
        ['REGISTRE_INCOMPLET', 'Devis!A7'],
      ],
    ],
    ['client vide', devis({ client: null }), [['VALEUR_REQUISE', 'Devis!D2']]],
    [
      'organisation en double, accents et casse à part',
      { ...SAIN, clients: [CLIENT, { organisation: 'MAIRIE  de Lyon' }] },
      [['IDENTITE_EN_DOUBLE', 'Clients!A3']],
    ],
    [
      'numéro et version en double',
      { ...SAIN, devis: [DEVIS, DEVIS] },
      [
        ['IDENTITE_EN_DOUBLE', 'Devis!A3'],
        ['DEUX_VERSIONS_ENVOYEES', 'Devis!L3'],
      ],
    ],
    [
      'facture en double',
      { ...SAIN, factures: [FACTURE, FACTURE] },
      [['IDENTITE_EN_DOUBLE', 'Factures!A3']],
    ],
    [
      'factures sans numéro : ce ne sont pas des doubles',
      {
        ...SAIN,
        factures: [
          { ...FACTURE, numero: null },
          { ...FACTURE, numero: null },
        ],
      },
      [],
    ],
    [
      'deux objectifs du même mois : « Mois » et vide, c’est pareil',
      {
        ...SAIN,
        objectifs: [
          { mois: mois('2026-03'), caSigne: euros(1) },
          { mois: mois('2026-03'), vautPour: 'Mois' as const, caSigne: euros(2) },
        ],
      },
      [['IDENTITE_EN_DOUBLE', 'Objectifs!A3']],
    ],
    [
      'deux objectifs de la même année, quel que soit leur mois ; celui du mois est à part',
      {
        ...SAIN,
        objectifs: [
          { mois: mois('2026-01'), vautPour: 'Année' as const, caSigne: euros(100) },
          { mois: mois('2026-01'), caSigne: euros(2) },
          { mois: mois('2026-06'), vautPour: 'Année' as const, caSigne: euros(100) },
        ],
      },
      [['IDENTITE_EN_DOUBLE', 'Objectifs!A4']],
    ],
    [
      'un objectif de mois plus grand que celui de l’année',
      {
        ...SAIN,
        objectifs: [
          { mois: mois('2026-01'), vautPour: 'Année' as const, caSigne: euros(100), visites: 5 },
          { mois: mois('2026-08'), caSigne: euros(101), visites: 5 },
        ],
      },
      [['OBJECTIF_ANNUEL_CONTREDIT', 'Objectifs!D2']],
    ],
    [
      'douze objectifs de mois dont la somme n’est pas celui de l’année ; ceux d’une personne sont à part',
      {
        ...SAIN,
        objectifs: [
          { mois: mois('2026-01'), vautPour: 'Année' as const, devisEmis: 13 },
          ...Array.from({ length: 12 }, (_, i) => ({
            mois: mois(`2026-${String(i + 1).padStart(2, '0')}`),
            devisEmis: 1,
          })),
          { mois: mois('2026-01'), responsable: 'camille@exemple.fr', devisEmis: 99 },
        ],
      },
      [['OBJECTIF_ANNUEL_CONTREDIT', 'Objectifs!F2']],
    ],
    [
      'onze objectifs de mois qui tiennent dans l’année',
      {
        ...SAIN,
        objectifs: [
          { mois: mois('2026-01'), vautPour: 'Année' as const, devisEmis: 13 },
          ...Array.from({ length: 11 }, (_, i) => ({
            mois: mois(`2026-${String(i + 1).padStart(2, '0')}`),
            devisEmis: 1,
          })),
        ],
      },
      [],
    ],
    [
      'un mois clos deux fois',
      { ...SAIN, historique: [{ mois: mois('2026-01') }, { mois: mois('2026-01') }] },
      [['IDENTITE_EN_DOUBLE', 'Historique!A3']],
    ],
    [
      'un mois clos, entreprise et personne',
      {
        ...SAIN,
        historique: [
          { mois: mois('2026-01') },
          { mois: mois('2026-01'), responsable: 'camille@exemple.fr' },
        ],
      },
      [],
    ],
    ['client inconnu', devis({ client: 'Mairie de Lion' }), [['CLIENT_INCONNU', 'Devis!D2']]],
    ['affaire inconnue', devis({ affaire: 'AFF-2026-0009' }), [['AFFAIRE_INCONNUE', 'Devis!C2']]],
    [
      'devis inconnu',
      { ...SAIN, actions: [{ date: jour('2026-03-10'), type: 'Appel', devis: 'DEV-2025-0001' }] },
      [['DEVIS_INCONNU', 'Actions!E2']],
    ],
    [
      'une version qui manque d’un devis connu',
      {
        ...SAIN,
        actions: [{ date: jour('2026-03-10'), type: 'Appel', devis: 'DEV-2026-0001-V2' }],
      },
      [],
    ],
    [
      'responsable hors de l’équipe',
      devis({ responsable: 'cam@exemple.fr' }),
      [['PERSONNE_INCONNUE', 'Devis!K2']],
    ],
    ['équipe vide : chacun y est', { ...devis({ responsable: 'cam@exemple.fr' }), equipe: [] }, []],
    [
      'adresse e-mail incomplète',
      devis({ envoyeA: 'contact@client' }),
      [['EMAIL_INVALIDE', 'Devis!R2']],
    ],
    [
      'un taux de TVA négatif',
      devis({ tauxTva: -0.2, montantTtc: null }),
      [['TAUX_HORS_BORNES', 'Devis!G2']],
    ],
    [
      'un taux de 150 %, que rien ne compte',
      devis({ tauxTva: 1.5 }),
      [['TAUX_HORS_BORNES', 'Devis!G2']],
    ],
    ['un taux de 100 %', devis({ tauxTva: 1, montantTtc: null }), []],
    [
      'deux adresses dans une cellule',
      devis({ envoyeA: 'a@b.example, c@d.example' }),
      [['EMAIL_INVALIDE', 'Devis!R2']],
    ],
    [
      'SIRET à la clé fausse',
      client({ siret: '73282932000075' }),
      [['SIRET_INVALIDE', 'Clients!B2']],
    ],
    ['zéro perdu', client({ siret: '3282932000074' }), [['SIRET_INVALIDE', 'Clients!B2']]],
    [
      'validé avant d’être créé',
      devis({ valideLe: jour('2026-02-28') }),
      [['DATES_EN_DESORDRE', 'Devis!P2']],
    ],
    [
      'envoyé avant d’être validé',
      devis({ valideLe: jour('2026-03-03') }),
      [['DATES_EN_DESORDRE', 'Devis!Q2']],
    ],
    [
      'validité avant l’envoi',
      devis({ validite: jour('2026-03-01') }),
      [['DATES_EN_DESORDRE', 'Devis!T2']],
    ],
    [
      'décidé avant l’envoi',
      { ...devis({ ...signe, decideLe: jour('2026-03-01') }), affaires: [commandee] },
      [['DATES_EN_DESORDRE', 'Devis!Y2']],
    ],
    [
      'décidé le jour de l’envoi',
      { ...devis({ ...signe, decideLe: jour('2026-03-02') }), affaires: [commandee] },
      [],
    ],
    [
      'décidé sans date',
      { ...devis({ statut: 'Signé' }), affaires: [commandee] },
      [['DECISION_SANS_DATE', 'Devis!Y2']],
    ],
    [
      'décidé demain',
      { ...devis({ ...signe, decideLe: jour('2026-03-21') }), affaires: [commandee] },
      [['DECISION_FUTURE', 'Devis!Y2']],
    ],
    [
      'envoyé sans date ni adresse',
      devis({ envoyeLe: null, envoyeA: null }),
      [
        ['ENVOI_SANS_DATE', 'Devis!Q2'],
        ['ENVOI_SANS_ADRESSE', 'Devis!R2'],
      ],
    ],
    [
      'montant absent d’un devis parti',
      devis({ montantHt: null }),
      [['MONTANT_NON_POSITIF', 'Devis!F2']],
    ],
    [
      'montant nul',
      devis({ montantHt: euros(0), montantTtc: euros(0) }),
      [['MONTANT_NON_POSITIF', 'Devis!F2']],
    ],
    ['montant absent d’un brouillon', devis({ montantHt: null, statut: 'Brouillon' }), []],
    [
      'TTC faux de deux centimes',
      devis({ montantTtc: euros(120.02) }),
      [['TTC_INCOHERENT', 'Devis!H2']],
    ],
    ['TTC à un centime près', devis({ montantTtc: euros(119.99) }), []],
    [
      'relance prévue sur un devis signé',
      { ...devis({ ...signe, prochaineRelance: jour('2026-03-25') }), affaires: [commandee] },
      [['RELANCE_SUR_DECIDE', 'Devis!W2']],
    ],
    [
      'deux versions envoyées : l’ancienne est en faute',
      { ...SAIN, devis: [{ ...DEVIS, version: 2 }, DEVIS] },
      [['DEUX_VERSIONS_ENVOYEES', 'Devis!L3']],
    ],
    ['signé sans commande', devis(signe), [['SIGNE_SANS_COMMANDE', 'Affaires!X2']]],
    [
      'signé sans affaire',
      devis({ ...signe, affaire: null }),
      [['SIGNE_SANS_COMMANDE', 'Devis!C2']],
    ],
    [
      'note de 11, recommandation de −1',
      {
        ...SAIN,
        satisfaction: [
          { date: jour('2026-03-10'), client: 'Mairie de Lyon', services: 11, recommandation: -1 },
        ],
      },
      [
        ['NOTE_HORS_BORNES', 'Satisfaction!F2'],
        ['NOTE_HORS_BORNES', 'Satisfaction!K2'],
      ],
    ],
    [
      'facture négative',
      facture({ montantHt: euros(-100) }),
      [['FACTURE_NEGATIVE', 'Factures!G2']],
    ],
    [
      'avoir négatif : admis',
      facture({ type: 'Avoir', montantHt: euros(-100), montantTtc: euros(-120) }),
      [],
    ],
    [
      'avoir aux signes contraires',
      facture({ type: 'Avoir', montantHt: euros(-100) }),
      [['AVOIR_SIGNES_CONTRAIRES', 'Factures!H2']],
    ],
    [
      'facture sans échéance',
      facture({ echeance: null }),
      [['FACTURE_SANS_ECHEANCE', 'Factures!J2']],
    ],
    ['avoir sans échéance', facture({ type: 'Avoir', echeance: null }), []],
    [
      'payée avant d’être émise',
      facture({ payeLe: jour('2026-03-04') }),
      [['DATES_EN_DESORDRE', 'Factures!L2']],
    ],
    [
      'signature prévue hier',
      affaire({ signaturePrevue: jour('2026-03-19') }),
      [['SIGNATURE_PASSEE', 'Affaires!L2']],
    ],
    ['signature prévue aujourd’hui', affaire({ signaturePrevue: jour('2026-03-20') }), []],
    [
      'signature passée d’une affaire en réalisation',
      affaire({ signaturePrevue: jour('2026-03-19'), etape: 'En réalisation' }),
      [],
    ],
    [
      'signature passée d’une affaire NoGo',
      affaire({ signaturePrevue: jour('2026-03-19'), decision: 'NoGo' }),
      [],
    ],
  ])('%s', (_, contenu, attendues) => {
    const trouvees = controler(contenu);
    expect(trouvees.map((a) => [a.code, `${a.onglet}!${a.cellule}`])).toEqual(attendues);
    for (const a of trouvees) expect(a.message).toContain(`${a.onglet}!${a.cellule}`);
  });
});

it.each([
  [
    { tauxTva: -0.2, montantTtc: null },
    'Devis!G2 : « -20 % » n’est pas entre 0 et 100 %, dans « TVA ». Écrivez le bon taux avec son signe, par exemple 20 %.',
  ],
  [
    { tauxTva: 1.5 },
    'Devis!G2 : « 1.5 » se lirait 150 % dans « TVA », qui va de 0 à 100 % : il n’est pas compté. Écrivez le bon taux avec son signe, par exemple 20 %.',
  ],
])('un taux hors de toute mesure, %j : %s', (champs, message) => {
  const a = controler(devis(champs)).find(({ code }) => code === 'TAUX_HORS_BORNES');
  expect(a?.message.replace(/[\u00a0\u202f]/g, ' ')).toBe(message);
});
