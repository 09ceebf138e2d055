import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TYPES_FACTURE } from '../../src/classeur/tables/factures';
import type { ValeursDe } from '../../src/classeur/tables';
import { ajouterJours } from '../../src/commun/date-civile';
import { estOuvre } from '../../src/commun/jours-ouvres';
import { planEcheancier } from '../../src/factures/plan-echeancier';
import { facturesEnRetard } from '../../src/factures/suivi';
import { messageDe } from '../../src/messages/probleme';
import { ClasseurEnMemoire, type Contenu } from '../support/classeur-en-memoire';
import { contexte, euros, jour } from '../support/valeurs';

const emise: Partial<ValeursDe<'factures'>> = {
  numero: 'FACT-2026-0007',
  affaire: 'AFF-2026-0001',
  client: 'Ville d’Exemple',
  type: 'Solde',
  montantHt: euros(1000),
  montantTtc: euros(1200),
  emiseLe: jour('2026-03-02'),
  echeance: jour('2026-04-15'),
};
const classeurDe = (contenu: Contenu = {}) =>
  new ClasseurEnMemoire({
    clients: [{ organisation: 'Ville d’Exemple' }],
    factures: [emise],
    ...contenu,
  });
const plan = (classeur: ClasseurEnMemoire, le = '2026-04-24') =>
  planEcheancier(classeur.snapshot(), contexte(le));

describe('planEcheancier', () => {
  it('écrit l’étape et sa date, puis plus rien tant que rien ne change', () => {
    const classeur = classeurDe();
    const p = plan(classeur);
    expect(p.changements).toMatchObject([
      {
        table: 'factures',
        nom: 'FACT-2026-0007',
        apres: { prochaineEtape: 'Courrier de rappel n° 1', prochaineEtapeLe: '2026-04-23' },
      },
    ]);
    expect(p.resultat).toEqual({
      modifiees: 1,
      aFaire: [
        {
          numero: 'FACT-2026-0007',
          client: 'Ville d’Exemple',
          etape: 'Courrier de rappel n° 1',
          le: '2026-04-23',
          resteDuTtc: euros(1200),
          joursRetard: 9,
        },
      ],
    });
    classeur.appliquer(p.changements);
    expect(plan(classeur).changements).toEqual([]);
  });

  it('soldée : l’étape s’efface', () => {
    const factures = [
      {
        ...emise,
        paye: euros(1200),
        prochaineEtape: 'Courrier',
        prochaineEtapeLe: jour('2026-04-23'),
      },
    ];
    expect(plan(classeurDe({ factures })).changements).toMatchObject([
      { apres: { prochaineEtape: null, prochaineEtapeLe: null } },
    ]);
  });

  it('« Proforma = BL » vient de la fiche du client, au nom près', () => {
    const factures = [{ client: 'VILLE d’exemple', blLe: jour('2026-04-20') }];
    const clients = [{ organisation: 'Ville d’Exemple', proformaVautBl: true }];
    expect(plan(classeurDe({ factures, clients })).resultat.aFaire).toMatchObject([
      { numero: 'ligne 2', etape: 'À facturer', le: '2026-04-20', joursRetard: 0 },
    ]);
    expect(plan(classeurDe({ factures })).resultat.aFaire).toEqual([]);
  });

  it.each<[string, Partial<ValeursDe<'actions'>>, string]>([
    [
      'le compte rendu la nomme',
      { compteRendu: 'Rappel de FACT-2026-0007, promis lundi' },
      '2026-05-04',
    ],
    ['la suite la nomme', { suite: 'voir fact-2026-0007' }, '2026-05-04'],
    ['rien ne la nomme', { compteRendu: 'Point sur le projet' }, '2026-04-23'],
    ['une autre est nommée', { compteRendu: 'FACT-2026-00071' }, '2026-04-23'],
    ['la relance d’un devis', { compteRendu: 'FACT-2026-0007', devis: 'DEV-1' }, '2026-04-23'],
    ['sans date', { compteRendu: 'FACT-2026-0007', date: null }, '2026-04-23'],
  ])('courrier noté dans Actions : %s', (_, action, attendu) => {
    const actions = [{ type: 'E-mail' as const, date: jour('2026-04-23'), ...action }];
    const p = plan(classeurDe({ actions }));
    expect(p.changements).toMatchObject([{ apres: { prochaineEtapeLe: attendu } }]);
  });

  it('sans numéro, aucune action ne la nomme', () => {
    const actions = [{ type: 'E-mail' as const, date: jour('2026-04-23'), compteRendu: 'relance' }];
    const p = plan(classeurDe({ actions, factures: [{ ...emise, numero: null }] }));
    expect(p.changements).toMatchObject([{ apres: { prochaineEtapeLe: '2026-04-23' } }]);
  });
});

describe('ce qui est douteux est signalé et n’est pas écrasé', () => {
  it.each<[string, ClasseurEnMemoire, string, string]>([
    [
      'échéance illisible',
      classeurDe().ecrire('factures', 2, 'echeance', '30 jours'),
      'FACTURE_CELLULE_ILLISIBLE',
      '« 30 jours »',
    ],
    [
      'payé illisible',
      classeurDe().ecrire('factures', 2, 'paye', 'chèque'),
      'FACTURE_CELLULE_ILLISIBLE',
      '(Payé)',
    ],
    [
      'type illisible',
      classeurDe().ecrire('factures', 2, 'type', 'acomte ?'),
      'FACTURE_CELLULE_ILLISIBLE',
      '(Type)',
    ],
    [
      'sans échéance',
      classeurDe({ factures: [{ ...emise, echeance: null }] }),
      'FACTURE_SANS_ECHEANCE',
      'J2',
    ],
    [
      'sans échéance, payée en partie',
      classeurDe({ factures: [{ ...emise, echeance: null, paye: euros(10) }] }),
      'FACTURE_SANS_ECHEANCE',
      'conditions générales',
    ],
    [
      'règlement sans montant',
      classeurDe({ factures: [{ ...emise, montantTtc: null, paye: euros(10) }] }),
      'FACTURE_SANS_MONTANT',
      'FACT-2026-0007',
    ],
    [
      'BL d’un client inconnu',
      classeurDe({ factures: [{ client: 'Ville d’Exemples', blLe: jour('2026-04-01') }] }),
      'FACTURE_CLIENT_INCONNU',
      'Vouliez-vous dire « Ville d’Exemple »',
    ],
    [
      'BL sans client',
      classeurDe({ factures: [{ blLe: jour('2026-04-01') }] }),
      'FACTURE_CLIENT_INCONNU',
      'ligne 2',
    ],
    [
      '« Proforma = BL » illisible',
      classeurDe({ factures: [{ client: 'Ville d’Exemple', blLe: jour('2026-04-01') }] }).ecrire(
        'clients',
        2,
        'proformaVautBl',
        'parfois',
      ),
      'FACTURE_CELLULE_ILLISIBLE',
      'Onglet « Clients »',
    ],
  ])('%s', (_, classeur, code, extrait) => {
    const p = plan(classeur.ecrire('factures', 2, 'prochaineEtape', 'Ancienne étape'));
    expect([p.problemes.map((x) => x.code), p.changements]).toEqual([[code], []]);
    expect(p.problemes.map(messageDe).join()).toContain(extrait);
    expect(facturesEnRetard(classeur.snapshot(), jour('2027-01-01'))).toEqual([]);
  });

  it.each<[string, Partial<ValeursDe<'factures'>>]>([
    ['un avoir sans échéance', { type: 'Avoir', echeance: null }],
    ['une facture soldée sans échéance', { echeance: null, paye: euros(1200) }],
    [
      'une facture payée sans montant noté',
      { echeance: null, montantTtc: null, payeLe: jour('2026-04-01') },
    ],
    ['une facture émise d’un client inconnu', { client: 'Autre' }],
    ['une ébauche sans BL', { emiseLe: null, echeance: null, client: 'Autre' }],
  ])('n’est pas un problème : %s', (_, valeurs) => {
    expect(plan(classeurDe({ factures: [{ ...emise, ...valeurs }] })).problemes).toEqual([]);
  });
});

const f = (numero: string, valeurs: Partial<ValeursDe<'factures'>>) => ({
  ...emise,
  numero,
  ...valeurs,
});

describe('facturesEnRetard', () => {
  it('échues et pas soldées, la plus en retard d’abord', () => {
    const classeur = classeurDe({
      factures: [
        f('A', { echeance: jour('2026-04-14') }),
        f('B', { echeance: jour('2026-03-15'), paye: euros(200) }),
        f('C', { echeance: jour('2026-04-15') }),
        f('D', { echeance: jour('2026-03-01'), paye: euros(1200) }),
        f('E', { echeance: jour('2026-03-01'), type: 'Avoir' }),
        f('F', { echeance: jour('2026-03-01'), emiseLe: null }),
        f('G', { echeance: jour('2026-04-14'), montantTtc: null }),
      ],
    });
    const retards = facturesEnRetard(classeur.snapshot(), jour('2026-04-15'));
    expect(retards.map((r) => [r.facture.numero, r.joursRetard, r.resteDu, r.etape?.code])).toEqual(
      [
        ['B', 31, euros(1000), 'COURRIER'],
        ['A', 1, euros(1200), 'APPEL_RETARD'],
        ['G', 1, null, 'APPEL_RETARD'],
      ],
    );
  });
});

describe('loi : jour après jour', () => {
  const factures = fc.record({
    type: fc.constantFrom(null, ...TYPES_FACTURE),
    emise: fc.integer({ min: 0, max: 40 }),
    delai: fc.integer({ min: -5, max: 60 }),
    paye: fc.constantFrom(null, euros(100), euros(1200)),
  });
  it('la date d’une étape est ouvrée, ne recule jamais, et le second passage ne change rien', () => {
    fc.assert(
      fc.property(factures, (tiree) => {
        const emiseLe = ajouterJours(jour('2026-03-01'), tiree.emise);
        const echeance = ajouterJours(emiseLe, tiree.delai);
        const classeur = classeurDe({ factures: [{ ...emise, ...tiree, emiseLe, echeance }] });
        let precedente = '';
        for (let j = 0; j < 120; j += 3) {
          const le = ajouterJours(emiseLe, j);
          classeur.appliquer(plan(classeur, le).changements);
          expect(plan(classeur, le).changements).toEqual([]);
          const date = classeur.snapshot().tables.factures[0]?.prochaineEtapeLe;
          const rienADire = tiree.type === 'Avoir' || tiree.paye === euros(1200);
          expect(date === null).toBe(rienADire);
          if (!date) continue;
          expect(estOuvre(date) && date >= precedente).toBe(true);
          precedente = date;
        }
      }),
      { numRuns: 40 },
    );
  });
});
