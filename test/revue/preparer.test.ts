import { describe, expect, it } from 'vitest';
import { planRevue } from '../../src/revue/preparer';
import { semaineIso } from '../../src/revue/semaine';
import type { Contenu } from '../support/classeur-en-memoire';
import { apres, uneAffaire, unDevis, unMonde } from '../support/monde';
import { contexte, euros, jour } from '../support/valeurs';

const LE = contexte('2026-03-10');
const loin = { prochaineRelance: jour('2026-03-30'), validite: jour('2026-04-30') };

const d = (numero: string, champs: Parameters<typeof unDevis>[1] = {}) =>
  unDevis('Envoyé', { numero, ...loin, ...champs });

function revue(contenu: Contenu, le = LE) {
  const monde = unMonde(contenu);
  const p = planRevue(monde.snapshot(), le);
  return { p, monde, s: apres(monde, p) };
}

describe('préparer la revue', () => {
  it.each([
    ['2026-03-02', '2026-S10'],
    ['2026-01-01', '2026-S01'],
    ['2027-01-01', '2026-S53'],
    ['2024-12-30', '2025-S01'],
    ['2026-12-31', '2026-S53'],
  ])('%s est en %s', (date, semaine) => {
    expect(semaineIso(jour(date))).toBe(semaine);
  });

  it('une ligne porte l’âge depuis le premier envoi, la dernière action, la relance', () => {
    const { p, s } = revue({
      devis: [
        unDevis('Remplacé', { premierEnvoi: jour('2026-02-08'), envoyeLe: jour('2026-02-08') }),
        unDevis('Envoyé', { version: 2, premierEnvoi: jour('2026-02-08') }),
      ],
      actions: [
        { date: jour('2026-03-06'), type: 'Appel', devis: 'DEV-2026-0001-V2' },
        { date: jour('2026-03-01'), type: 'Visite', affaire: 'AFF-2026-0001' },
        { date: jour('2026-04-01'), type: 'Salon', affaire: 'AFF-2026-0001' },
        { type: 'E-mail', devis: 'DEV-2026-0001-V2' },
      ],
    });
    expect(p.resultat).toEqual({
      semaine: '2026-S11',
      devis: [
        {
          numero: 'DEV-2026-0001-V2',
          client: 'Mairie de Lyon',
          montantHt: 1_000_000,
          ageJours: 30,
          derniereAction: '06/03/2026 Appel',
          prochaineRelance: '2026-03-12',
          suggestion: 'Attendre la prochaine relance',
          decision: null,
        },
      ],
      appliquees: 0,
      refusees: 0,
    });
    expect(s.tables.revueHebdo[0]).toMatchObject({
      objet: 'Étude de sol',
      responsable: 'camille@exemple.fr',
      statut: 'Envoyé',
    });
  });

  it.each([
    ['le numéro sans version', { devis: 'DEV-2026-0001' }, '01/03/2026 Appel'],
    ['l’affaire', { affaire: 'aff-2026-0001' }, '01/03/2026 Appel'],
    ['un autre devis de l’affaire', { affaire: 'AFF-2026-0001', devis: 'D9' }, null],
    ['rien', {}, null],
  ])('dernière action notée sur %s', (_, ou, attendue) => {
    const { p } = revue({
      devis: [unDevis('Envoyé', { version: 2 })],
      actions: [{ date: jour('2026-03-01'), type: 'Appel', ...ou }],
    });
    expect(p.resultat.devis[0]?.derniereAction).toBe(attendue);
  });

  it('range du plus pressant au moins pressant', () => {
    const { p } = revue({
      devis: [
        d('PETIT', { montantHt: euros(10) }),
        d('GROS-B'),
        d('GROS-A'),
        d('ANCIEN', { premierEnvoi: jour('2025-01-01') }),
        unDevis('Validé', { numero: 'VALIDE' }),
        unDevis('En validation', {
          numero: 'PROV-3',
          creeLe: null,
          soumisLe: null,
          montantHt: null,
        }),
        d('BIENTOT', { validite: jour('2026-03-17') }),
        d('PAS-SI-TOT', { validite: jour('2026-03-18'), montantHt: euros(1) }),
        d('EXPIRE', { validite: jour('2026-03-09') }),
        d('DUE', { prochaineRelance: jour('2026-03-10'), montantHt: euros(1) }),
        d('SUSPENDU', {
          prochaineRelance: jour('2026-03-10'),
          pasDeRelanceAvant: jour('2026-06-01'),
          montantHt: euros(2),
        }),
        unDevis('Brouillon', { numero: 'PROV-4' }),
        unDevis('Signé', { numero: 'SIGNE' }),
        d('SANS-DATE', { prochaineRelance: null, validite: null, montantHt: null }),
      ],
      affaires: [
        uneAffaire(),
        uneAffaire({
          numero: 'A-PERDUE',
          etape: 'Perdue',
          recontacterLe: jour('2026-03-01'),
          montantEstime: euros(3000),
        }),
        uneAffaire({ numero: 'A-PLUS-TARD', etape: 'Perdue', recontacterLe: jour('2026-03-11') }),
        uneAffaire({ numero: 'A-COMMANDEE', etape: 'Livrée', recontacterLe: jour('2026-03-01') }),
        uneAffaire({ numero: null, etape: 'Perdue', recontacterLe: jour('2026-03-01') }),
      ],
    });
    expect(p.resultat.devis.map((l) => [l.numero, l.suggestion])).toEqual([
      ['A-PERDUE', 'Recontacter le client'],
      ['DUE', 'Relancer aujourd’hui'],
      ['EXPIRE', 'Proposer une nouvelle version ou classer'],
      ['BIENTOT', 'Appeler avant la fin de la validité'],
      ['VALIDE', 'Envoyer au client'],
      ['PROV-3', 'Valider, ou renvoyer à l’auteur'],
      ['ANCIEN', 'Attendre la prochaine relance'],
      ['GROS-A', 'Attendre la prochaine relance'],
      ['GROS-B', 'Attendre la prochaine relance'],
      ['PETIT', 'Attendre la prochaine relance'],
      ['SUSPENDU', 'Attendre la prochaine relance'],
      ['PAS-SI-TOT', 'Attendre la prochaine relance'],
      ['SANS-DATE', 'Prévoir une prochaine action'],
    ]);
    expect(p.resultat.devis.find((l) => l.numero === 'SUSPENDU')?.prochaineRelance).toBe(
      '2026-06-01',
    );
    expect(p.resultat.devis.find((l) => l.numero === 'PROV-3')?.ageJours).toBeNull();
  });

  it.each([
    [2, 'Relancer aujourd’hui'],
    [3, 'Appeler, puis décider'],
  ])('après %s relances : %s', (relancesFaites, suggestion) => {
    const { p } = revue({
      devis: [unDevis('Envoyé', { relancesFaites, prochaineRelance: jour('2026-03-10') })],
    });
    expect(p.resultat.devis[0]?.suggestion).toBe(suggestion);
  });

  it('refaire garde ce qui est tapé, et efface les résultats périmés', () => {
    const tape = {
      decision: 'Refusé' as const,
      dateDecision: jour('2026-03-09'),
      motif: 'Prix' as const,
      commentaire: 'trop cher',
      resultat: 'raison du refus',
    };
    const { s } = revue({
      devis: [unDevis(), unDevis('Envoyé', { numero: 'D2' })],
      revueHebdo: [
        { numero: 'dev-2026-0001', ...tape },
        { numero: 'D2', commentaire: 'à voir', resultat: 'Relancer : appliqué le 03/03/2026' },
        { numero: 'PARTI', decision: 'Signé', client: 'Géo' },
        { numero: 'OUBLIÉ' },
        { client: 'vide' },
      ],
    });
    expect(s.tables.revueHebdo).toMatchObject(
      [
        { numero: 'D2', commentaire: 'à voir', decision: null, resultat: null },
        { numero: 'DEV-2026-0001', ...tape },
        {
          numero: 'PARTI',
          decision: 'Signé',
          client: 'Géo',
          resultat: expect.stringContaining('N’est plus'),
        },
      ].sort((a, b) => ordre(a.numero) - ordre(b.numero)),
    );
    expect(s.tables.revueHebdo).toHaveLength(3);
  });

  it('une décision illisible se dit sur sa ligne', () => {
    const monde = unMonde({ devis: [unDevis()], revueHebdo: [{ numero: 'DEV-2026-0001' }] });
    monde.ecrire('revueHebdo', 2, 'decision', 'peut-être');
    const s = apres(monde, planRevue(monde.snapshot(), LE));
    expect(s.tables.revueHebdo[0]?.resultat).toContain('« peut-être » n’est pas compris');
    expect(s.illisibles).toMatchObject([{ colonne: 'decision', valeur: 'peut-être' }]);
  });

  it.each([
    ['decision', 'Relanser', 'Vouliez-vous dire « Relancer » ?'],
    ['decision', 'Sans suites', 'Vouliez-vous dire « Sans suite » ?'],
    ['decision', 'peut-être', 'Choisissez parmi : Relancer, Attendre, Signé'],
    ['motif', 'Pris', 'Vouliez-vous dire « Prix » ?'],
    ['dateDecision', 'bientôt', '« Date ». Corrigez-le'],
  ] as const)('%s, « %s » : %s', (colonne, tape, attendu) => {
    const monde = unMonde({ devis: [unDevis()], revueHebdo: [{ numero: 'DEV-2026-0001' }] });
    monde.ecrire('revueHebdo', 2, colonne, tape);
    const s = apres(monde, planRevue(monde.snapshot(), LE));
    expect(s.tables.revueHebdo[0]?.resultat).toContain(attendu);
  });

  it('préparer n’est pas décider : aucun droit n’est demandé', () => {
    const { p } = revue({ equipe: [{ email: 'gerant@exemple.fr', role: 'RAF' }] });
    expect(p.problemes).toEqual([]);
    expect(p.changements.map((c) => c.type)).toEqual(['remplacer']);
  });
});

/** À poids égal, l'ordre est celui des numéros : D2 vient avant DEV-…, les orphelines à la fin. */
function ordre(numero: string): number {
  return ['D2', 'DEV-2026-0001', 'PARTI'].indexOf(numero);
}
