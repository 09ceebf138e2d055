import { describe, expect, it } from 'vitest';
import type { Contenu } from '../support/classeur-en-memoire';
import { ClasseurEnMemoire, snapshotDe } from '../support/classeur-en-memoire';
import { euros, jour, mois } from '../support/valeurs';
import type { CodeAlerte } from '../../src/messages/tableau';
import { calculerTableau } from '../../src/tableau-de-bord/calculer-tableau';

const ENVOYE = {
  numero: 'D1',
  version: 1,
  client: 'Mairie',
  affaire: 'A1',
  statut: 'Envoyé',
  montantHt: euros(1_000),
  envoyeLe: jour('2026-03-01'),
  validite: jour('2026-06-30'),
  prochaineRelance: jour('2026-03-25'),
} as const;
const GO = {
  numero: 'A1',
  client: 'Mairie',
  objet: 'x',
  decision: 'Go',
  signaturePrevue: jour('2026-04-10'),
} as const;
const FACTURE = {
  numero: 'F1',
  client: 'Mairie',
  type: 'Solde',
  montantTtc: euros(120),
  emiseLe: jour('2026-01-10'),
  echeance: jour('2026-03-19'),
} as const;

/** Un devis en règle : aucune alerte, sauf celle que chaque cas provoque. */
const EN_REGLE: Contenu = { devis: [ENVOYE], affaires: [GO] };

const alertesDe = (contenu: Contenu) =>
  calculerTableau(snapshotDe(contenu), { mois: mois('2026-03'), aujourdHui: jour('2026-03-20') })
    .alertes;
const codes = (contenu: Contenu): CodeAlerte[] => alertesDe(contenu).map((a) => a.code);

const devis = (champs: object): Contenu => ({ ...EN_REGLE, devis: [{ ...ENVOYE, ...champs }] });
const affaire = (champs: object): Contenu => ({ ...EN_REGLE, affaires: [{ ...GO, ...champs }] });
const facture = (champs: object): Contenu => ({
  ...EN_REGLE,
  factures: [{ ...FACTURE, ...champs }],
});
const seul = { prochaineRelance: null } as const;

const decides = (combien: number, gagnes: number, decideLe: string, nom: string) =>
  Array.from({ length: combien }, (_, i) => ({
    numero: `${nom}${i}`,
    version: 1,
    client: 'Mairie',
    statut: i < gagnes ? ('Signé' as const) : ('Refusé' as const),
    montantHt: euros(1),
    envoyeLe: jour('2025-12-01'),
    decideLe: jour(decideLe),
  }));

describe('alertes', () => {
  it.each<[string, Contenu, CodeAlerte[]]>([
    ['en règle', EN_REGLE, []],
    ['classeur vide', {}, []],
    [
      'envoyé sans numéro : il ne compte nulle part, on le dit',
      { ...EN_REGLE, devis: [ENVOYE, { ...ENVOYE, numero: null }] },
      ['DEVIS_SANS_NUMERO'],
    ],
    ['envoyé sous une référence provisoire', devis({ numero: 'PROV-3' }), ['DEVIS_SANS_NUMERO']],
    [
      'brouillon sans date de signature prévue',
      {
        ...EN_REGLE,
        devis: [
          ENVOYE,
          { ...ENVOYE, numero: 'PROV-1', affaire: 'A2', statut: 'Brouillon', envoyeLe: null },
        ],
        affaires: [GO, { ...GO, numero: 'A2', signaturePrevue: null }],
      },
      ['SIGNATURE_NON_PREVUE'],
    ],
    ['validité passée hier', devis({ validite: jour('2026-03-19') }), ['DEVIS_EXPIRE']],
    ['validité aujourd’hui', devis({ validite: jour('2026-03-20') }), []],
    ['rien de prévu, dernier geste il y a 19 jours', devis(seul), ['DEVIS_SANS_SUITE_PREVUE']],
    [
      'relance prévue dans le passé',
      devis({ prochaineRelance: jour('2026-03-19') }),
      ['DEVIS_SANS_SUITE_PREVUE'],
    ],
    [
      'relancé il y a 14 jours : pas encore',
      devis({ ...seul, derniereRelance: jour('2026-03-06') }),
      [],
    ],
    [
      'relancé il y a 15 jours',
      devis({ ...seul, derniereRelance: jour('2026-03-05') }),
      ['DEVIS_SANS_SUITE_PREVUE'],
    ],
    ['mis en attente', devis({ ...seul, pasDeRelanceAvant: jour('2026-04-01') }), []],
    [
      'une action récente sur l’affaire',
      { ...devis(seul), actions: [{ date: jour('2026-03-18'), type: 'Appel', affaire: 'A1' }] },
      [],
    ],
    [
      'une action à venir, notée il y a longtemps',
      {
        ...devis(seul),
        actions: [
          { date: jour('2026-01-05'), type: 'Appel', devis: 'D1', echeance: jour('2026-03-20') },
        ],
      },
      [],
    ],
    [
      'cette action est déjà faite',
      {
        ...devis(seul),
        actions: [
          {
            date: jour('2026-01-05'),
            type: 'Appel',
            devis: 'D1',
            echeance: jour('2026-03-20'),
            fait: true,
          },
        ],
      },
      ['DEVIS_SANS_SUITE_PREVUE'],
    ],
    ['envoyé sans aucune date : rien à compter', devis({ ...seul, envoyeLe: null }), []],
    ['brouillon : pas de relance attendue', devis({ ...seul, statut: 'Brouillon' }), []],
    ['Go à revoir', affaire({ decision: 'À revoir' }), ['GO_MANQUANT']],
    ['Go sous conditions', affaire({ decision: 'Go sous conditions' }), []],
    [
      'devis sans affaire',
      devis({ affaire: null }),
      ['CARNET_VIDE', 'GO_MANQUANT', 'SIGNATURE_NON_PREVUE'],
    ],
    [
      'signature prévue hier',
      affaire({ signaturePrevue: jour('2026-03-19') }),
      ['CARNET_VIDE', 'SIGNATURE_PREVUE_PASSEE'],
    ],
    ['signature prévue aujourd’hui', affaire({ signaturePrevue: jour('2026-03-20') }), []],
    [
      'aucune signature prévue',
      affaire({ signaturePrevue: null }),
      ['CARNET_VIDE', 'SIGNATURE_NON_PREVUE'],
    ],
    [
      'affaire NoGo : zéro, et pas de date à corriger',
      affaire({ decision: 'NoGo', signaturePrevue: jour('2026-03-19') }),
      ['CARNET_VIDE', 'GO_MANQUANT'],
    ],
    ['facture échue hier', facture({}), ['FACTURE_EN_RETARD']],
    ['échue aujourd’hui', facture({ echeance: jour('2026-03-20') }), []],
    ['sans échéance', facture({ echeance: null }), []],
    ['payée', facture({ paye: euros(120), payeLe: jour('2026-03-01') }), []],
    ['payée en partie', facture({ paye: euros(100) }), ['FACTURE_EN_RETARD']],
    ['payée à une date, sans montant', facture({ payeLe: jour('2026-03-01') }), []],
    ['sans TTC, un règlement noté', facture({ montantTtc: null, paye: euros(5) }), []],
    ['sans TTC ni règlement', facture({ montantTtc: null }), ['FACTURE_EN_RETARD']],
    ['un avoir n’est jamais en retard', facture({ type: 'Avoir' }), []],
    [
      // 20 mars : 20 jours sur 31, donc 645,16 € attendus sur 1 000.
      'objectif en retard au prorata',
      { ...EN_REGLE, objectifs: [{ mois: mois('2026-03'), caSigne: euros(1_000) }] },
      ['OBJECTIF_EN_RETARD'],
    ],
    [
      'objectif nul : rien à atteindre',
      { ...EN_REGLE, objectifs: [{ mois: mois('2026-03'), caSigne: euros(0) }] },
      [],
    ],
    [
      'prévision à deux mois (500) sous l’objectif facturé d’avril et mai',
      {
        ...EN_REGLE,
        objectifs: [
          { mois: mois('2026-04'), caFacture: euros(300) },
          { mois: mois('2026-05'), caFacture: euros(201) },
        ],
      },
      ['CARNET_VIDE'],
    ],
  ])('%s', (_, contenu, attendus) => {
    expect(codes(contenu)).toEqual(attendus);
  });

  it('une alerte mène à sa cellule et dit que faire', () => {
    expect(alertesDe(facture({}))[0]).toEqual({
      code: 'FACTURE_EN_RETARD',
      lien: 'Factures!K2',
      message:
        'Facture F1 (Mairie)\u00a0: échue le 19/03/2026 (1 jour de retard), reste dû 120,00\u00a0€. À faire\u00a0: Appeler, puis confirmer par e-mail (chargé d’affaires en copie).',
    });
    expect(alertesDe(affaire({ decision: null }))[0]?.lien).toBe('Affaires!S2');
  });

  it.each([
    ['2026-03-19', 'À faire : Appeler, puis confirmer par e-mail'],
    ['2026-03-12', 'À faire : Courrier de rappel n° 1.'],
    ['2026-02-03', 'À faire : Transmettre le dossier à l’assureur-crédit.'],
  ])('échue le %s, l’alerte dit le pas de l’échelle : %s', (echeance, pas) => {
    const [alerte] = alertesDe(facture({ echeance: jour(echeance) }));
    expect(alerte?.message.replace(/\u00a0/g, ' ')).toContain(pas);
  });

  it('l’appel noté fait, l’alerte dit quand vient le courrier', () => {
    const [alerte] = alertesDe({
      ...facture({}),
      actions: [{ date: jour('2026-03-19'), type: 'Appel', compteRendu: 'F1 : paiement promis' }],
    });
    expect(alerte?.message.replace(/\u00a0/g, ' ')).toContain(
      'À faire le 27/03/2026 : Courrier de rappel n° 1.',
    );
  });

  it('trois mois sous l’objectif : l’écart est dit structurel', () => {
    const objectifs = ['2026-01', '2026-02', '2026-03'].map((m) => ({
      mois: mois(m),
      caSigne: euros(1_000),
    }));
    const message = (n: number) =>
      alertesDe({ ...EN_REGLE, objectifs: objectifs.slice(n) })[0]?.message;
    expect(message(0)).toContain('3e mois de suite');
    expect(message(1)).toContain('ponctuel');
  });

  it('un règlement illisible n’accuse pas le client', () => {
    const s = new ClasseurEnMemoire(facture({}))
      .ecrire('factures', 2, 'paye', 'réglée ?')
      .snapshot();
    const t = calculerTableau(s, { mois: mois('2026-03'), aujourdHui: jour('2026-03-20') });
    expect(t.alertes.map((a) => a.code)).toEqual(['DONNEES_ILLISIBLES']);
  });

  it.each([
    [10, 10, 4, true],
    [9, 10, 4, false],
    [10, 9, 4, false],
    [10, 10, 6, false],
  ])(
    'taux en baisse : %i décidés ce mois, %i avant, %i signés ce mois → %s',
    (n, avant, signes, alerte) => {
      const contenu = {
        devis: [...decides(n, signes, '2026-03-05', 'M'), ...decides(avant, 5, '2026-01-05', 'A')],
      };
      expect(codes(contenu).includes('TAUX_EN_BAISSE')).toBe(alerte);
    },
  );
});
