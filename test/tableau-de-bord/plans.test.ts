import { describe, expect, it } from 'vitest';
import { ClasseurEnMemoire, snapshotDe } from '../support/classeur-en-memoire';
import { contexte, euros, jour, mois } from '../support/valeurs';
import { messageDe } from '../../src/messages/probleme';
import { planCloturer } from '../../src/tableau-de-bord/plan-cloturer';
import { planTableau } from '../../src/tableau-de-bord/plan-tableau';
import { tableauJson } from '../../src/tableau-de-bord/tableau-json';
import { calculerTableau } from '../../src/tableau-de-bord/calculer-tableau';
import { FIRME } from './firme';

const MARS = mois('2026-03');

it('montrer un mois n’écrit rien : l’onglet est vivant', () => {
  const { changements, resultat } = planTableau(
    snapshotDe(FIRME),
    { mois: MARS },
    contexte('2026-03-31'),
  );
  expect(changements).toEqual([]);
  expect(resultat.devisSignes.montantHt).toBe(1_200_000);
});

describe('le JSON est en euros', () => {
  it('montants et objectifs de montant ; taux et nombres inchangés', () => {
    const json = tableauJson(
      calculerTableau(snapshotDe(FIRME), { mois: MARS, aujourdHui: jour('2026-03-31') }),
    );
    expect(json).toMatchObject({
      mois: '2026-03',
      devisEmis: { nombre: 4, montantHt: 23_000 },
      caFactureHt: 2_500,
      encaisseTtc: 3_000,
      delaiDecisionJours: { signes: 15 },
      modeleInverse: { resteHt: 3_000, signatures: null },
    });
    expect((json['objectifs'] as { realise: number }[]).map((o) => o.realise)).toEqual([
      12_000, 2_500, 0.25, 0.5, 4, 1,
    ]);
    expect(Object.keys(json).slice(0, 13)).toEqual([
      'mois',
      'devisEmis',
      'devisSignes',
      'tauxTransformation',
      'caFactureHt',
      'encaisseTtc',
      'satisfaction',
      'delaiDecisionJours',
      'portefeuille',
      'previsions',
      'objectifs',
      'parResponsable',
      'alertes',
    ]);
  });
});

const cloturer = (classeur: ClasseurEnMemoire, le = '2026-04-02') =>
  planCloturer(classeur.snapshot(), MARS, contexte(le));

describe('la clôture d’un mois', () => {
  it('fige l’entreprise puis chacun', () => {
    const classeur = new ClasseurEnMemoire(FIRME);
    const { changements, resultat, problemes } = cloturer(classeur);
    expect(problemes).toEqual([]);
    expect(resultat?.figes).toEqual([null, 'camille@exemple.fr', 'denis@exemple.fr']);
    const [entreprise, camille] = classeur.appliquer(changements).snapshot().tables.historique;
    expect(entreprise).toMatchObject({
      mois: '2026-03',
      responsable: null,
      devisEmis: 4,
      montantEmis: 2_300_000,
      caSigne: 1_200_000,
      tauxCohorte: 0.25,
      caFacture: 250_000,
      encaisse: 300_000,
      satisfaction: 0.5,
      reponses: 3,
      nps: 0,
      portefeuille: 700_000,
      portefeuillePondere: 320_000,
      prevision1: 1_050_000,
      closLe: '2026-04-02T09:00',
      closPar: 'gerant@exemple.fr',
    });
    expect(camille).toMatchObject({ devisSignes: 1, caSigne: 1_000_000, tauxCohorte: 1 });
  });

  it('dit les objectifs atteints', () => {
    const { resultat } = cloturer(new ClasseurEnMemoire(FIRME));
    expect(resultat?.objectifs.map((o) => [o.responsable, o.suivi.indicateur, o.atteint])).toEqual([
      [null, 'caSigne', false],
      [null, 'visites', true],
      ['camille@exemple.fr', 'caSigne', true],
    ]);
  });

  it('une seconde fois : refusé, rien ne change', () => {
    const classeur = new ClasseurEnMemoire(FIRME);
    classeur.appliquer(cloturer(classeur).changements);
    const { changements, problemes } = cloturer(classeur, '2026-06-01');
    expect(changements).toEqual([]);
    expect(problemes.map(messageDe)).toEqual([
      'Mars 2026 est déjà clos\u00a0: ses chiffres sont dans l’onglet « Historique », qui ne se réécrit pas. Pour le corriger, le gérant peut le rouvrir, avec un motif.',
    ]);
  });

  it('refaite plus tard, un nouveau venu et ses devis n’entrent pas dans le mois clos', () => {
    const classeur = new ClasseurEnMemoire(FIRME);
    classeur.appliquer(cloturer(classeur).changements);
    classeur.appliquer([
      {
        type: 'ajouter',
        table: 'devis',
        valeurs: {
          numero: 'D20',
          version: 1,
          statut: 'Brouillon',
          responsable: 'zoe@exemple.fr',
          creeLe: jour('2026-05-01'),
        },
      },
    ]);
    expect(cloturer(classeur, '2026-06-01').problemes.map((p) => p.code)).toEqual([
      'MOIS_DEJA_CLOS',
    ]);
  });

  it('interrompue, elle se complète', () => {
    const classeur = new ClasseurEnMemoire(FIRME);
    classeur.appliquer(cloturer(classeur).changements.slice(0, 2));
    expect(cloturer(classeur).resultat?.figes).toEqual(['denis@exemple.fr']);
  });

  it.each([
    ['2026-03-31', 'MOIS_NON_FINI'],
    ['2026-02-10', 'MOIS_NON_FINI'],
  ])('le %s, mars n’est pas fini', (le, code) => {
    const p = cloturer(new ClasseurEnMemoire(FIRME), le);
    expect([p.changements, p.problemes.map((x) => x.code)]).toEqual([[], [code]]);
    expect(messageDe(p.problemes[0] as never)).toContain('31/03/2026');
  });

  it('un mois illisible dans Historique : on ne sait pas ce qui est clos, on ne clôt pas', () => {
    const classeur = new ClasseurEnMemoire({
      ...FIRME,
      historique: [{ mois: MARS, devisEmis: 1 }],
    }).ecrire('historique', 2, 'mois', 'mars ?');
    const p = cloturer(classeur);
    expect(p.changements).toEqual([]);
    expect(p.problemes.map(messageDe)[0]).toContain('Historique!A2');
  });

  it('les mois clos donnent au tableau son passé, et ce qui est venu des prévisions', () => {
    const historique = [
      { mois: mois('2026-02'), portefeuille: euros(900), prevision1: euros(2_000) },
      { mois: mois('2026-01'), prevision2: euros(3_000) },
    ];
    const classeur = new ClasseurEnMemoire({ ...FIRME, historique });
    const { resultat } = planTableau(classeur.snapshot(), { mois: MARS }, contexte('2026-03-31'));
    expect(resultat.previsionsPassees).toEqual([
      {
        horizonMois: 1,
        annonceeEn: '2026-02',
        prevueHt: 200_000,
        factureeHt: 250_000,
        ecartHt: 50_000,
      },
      {
        horizonMois: 2,
        annonceeEn: '2026-01',
        prevueHt: 300_000,
        factureeHt: 250_000,
        ecartHt: -50_000,
      },
    ]);
  });
});
