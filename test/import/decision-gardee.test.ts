import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ajouter } from '../../src/classeur/changements';
import { ETAPES, type Etape } from '../../src/classeur/tables/affaires';
import { STATUTS_DEVIS, type Devis, type StatutDevis } from '../../src/classeur/tables/devis';
import { planImport } from '../../src/import/plan';
import { ClasseurEnMemoire } from '../support/classeur-en-memoire';
import { sourceCsv } from '../support/source-csv';
import { contexte, euros, jour } from '../support/valeurs';

/** Un vieux fichier, importé à nouveau, ne revient pas sur ce qui a été décidé dans le classeur. */

const AVANT = ['Brouillon', 'En validation', 'Validé', 'Envoyé'] as const;
const DECIDES = ['Signé', 'Refusé', 'Sans suite', 'Remplacé', 'Annulé'] as const;
const estAvant = (s: StatutDevis): boolean => (AVANT as readonly string[]).includes(s);

function importerSur(valeurs: Partial<Devis>, csv: string) {
  const classeur = new ClasseurEnMemoire();
  const base = { numero: 'R1', version: 1, client: 'A', montantHt: euros(100) } as const;
  classeur.appliquer([ajouter('clients', { organisation: 'A' })]);
  classeur.appliquer([ajouter('devis', { ...base, statut: 'Signé', ...valeurs })]);
  const ctx = contexte('2026-11-26');
  const p = planImport(classeur.snapshot(), 'devis', sourceCsv(csv), null, ctx);
  classeur.appliquer(p.changements);
  const [devis] = classeur.snapshot().tables.devis;
  if (!devis) throw new Error('devis perdu');
  const gardes = p.resultat.anomalies.filter((a) => a.code === 'IMPORT_DECISION_GARDEE');
  return { ...p, devis, gardes };
}

const PAIRES = STATUTS_DEVIS.flatMap((avant) => STATUTS_DEVIS.map((lu) => [avant, lu] as const));

it.each(PAIRES)('« %s » dans le classeur, « %s » dans le fichier', (avant, lu) => {
  const { devis, gardes, resultat } = importerSur(
    { statut: avant },
    `N°;Client;Objet;Statut\nR1;A;Neuf;${lu}`,
  );
  const garde = !estAvant(avant) && estAvant(lu);
  expect(devis.statut).toBe(garde ? avant : lu);
  expect(devis.objet).toBe('Neuf');
  expect(gardes).toHaveLength(garde ? 1 : 0);
  expect(resultat).toMatchObject({ modifiees: 1, rejetees: 0 });
});

describe('une affaire', () => {
  function importerAffaire(etape: Etape | null, csv: string) {
    const classeur = new ClasseurEnMemoire();
    classeur.appliquer([ajouter('affaires', { numero: 'AF1', client: 'A', objet: 'x', etape })]);
    const ctx = contexte('2026-11-26');
    const p = planImport(classeur.snapshot(), 'affaires', sourceCsv(csv), null, ctx);
    classeur.appliquer(p.changements);
    const [affaire] = classeur.snapshot().tables.affaires;
    const gardes = p.resultat.anomalies.filter((a) => a.code === 'IMPORT_ETAPE_GARDEE');
    return { ...p, affaire, gardes };
  }

  const A_GAGNER = new Set<Etape>(['Détectée', 'Qualifiée', 'Go', 'Devis en cours']);
  const COMMANDEES = ['Commande à vérifier', 'En réalisation', 'Livrée', 'Facturée', 'Close'];
  const gardee = (avant: Etape, lue: Etape): boolean =>
    COMMANDEES.includes(avant)
      ? A_GAGNER.has(lue) ||
        (COMMANDEES.includes(lue) && COMMANDEES.indexOf(lue) < COMMANDEES.indexOf(avant))
      : ['Perdue', 'Abandonnée'].includes(avant) && A_GAGNER.has(lue);

  it.each(ETAPES.flatMap((avant) => ETAPES.map((lue) => [avant, lue] as const)))(
    '« %s » dans le classeur, « %s » dans le fichier',
    (avant, lue) => {
      const csv = `N°;Client;Objet;Étape;Besoin\nAF1;A;x;${lue};Neuf`;
      const { affaire, gardes } = importerAffaire(avant, csv);
      expect(affaire).toMatchObject({ besoin: 'Neuf', etape: gardee(avant, lue) ? avant : lue });
      expect(gardes).toHaveLength(gardee(avant, lue) ? 1 : 0);
    },
  );

  it('sans étape dans le classeur, celle du fichier est prise ; vide dans le fichier, rien ne change', () => {
    const entete = 'N°;Client;Objet;Étape\n';
    expect(importerAffaire(null, `${entete}AF1;A;x;Go`).affaire?.etape).toBe('Go');
    expect(importerAffaire('Livrée', `${entete}AF1;A;x;`).changements).toEqual([]);
  });

  it('la ligne, la valeur, ce qui est gardé avec elle, que faire', () => {
    const { gardes, affaire } = importerAffaire(
      'Perdue',
      'N°;Client;Objet;Étape;À recontacter le\nAF1;A;x;Devis en cours;01/12/2026',
    );
    expect(affaire?.recontacterLe).toBeNull();
    expect(gardes).toMatchObject([
      {
        ligne: 2,
        colonne: 'Étape',
        valeur: 'Devis en cours',
        message:
          '« Devis en cours » ferait reculer AF1\u00a0: dans le classeur (ligne 2), l’affaire reste « Perdue », et « À recontacter le » ne change pas. Les autres colonnes sont importées. Si c’est voulu, changez son étape dans « Affaires ».',
      },
    ]);
  });
});

describe('un client', () => {
  const STATUTS = ['Prospect', 'Client', 'Ancien'] as const;

  function importerClient(statut: (typeof STATUTS)[number] | null, lu: string) {
    const classeur = new ClasseurEnMemoire();
    classeur.appliquer([ajouter('clients', { organisation: 'A', statut })]);
    const csv = `Organisation;Statut;Ville\nA;${lu};Lyon`;
    const ctx = contexte('2026-11-26');
    const p = planImport(classeur.snapshot(), 'clients', sourceCsv(csv), null, ctx);
    classeur.appliquer(p.changements);
    const [client] = classeur.snapshot().tables.clients;
    const gardes = p.resultat.anomalies.filter((a) => a.code === 'IMPORT_CLIENT_GARDE');
    return { client, gardes };
  }

  it.each(STATUTS.flatMap((avant) => STATUTS.map((lu) => [avant, lu] as const)))(
    '« %s » dans le classeur, « %s » dans le fichier',
    (avant, lu) => {
      const garde = avant !== 'Prospect' && lu === 'Prospect';
      const { client, gardes } = importerClient(avant, lu);
      expect(client).toMatchObject({ statut: garde ? avant : lu, ville: 'Lyon' });
      expect(gardes).toHaveLength(garde ? 1 : 0);
    },
  );

  it('sans statut dans le classeur, celui du fichier est pris', () => {
    expect(importerClient(null, 'Prospect').client?.statut).toBe('Prospect');
  });

  it('la ligne, la valeur, ce qui est gardé, que faire', () => {
    expect(importerClient('Client', 'Piste').gardes).toMatchObject([
      {
        ligne: 2,
        colonne: 'Statut',
        valeur: 'Piste',
        message:
          '« Prospect » ferait reculer A\u00a0: dans le classeur (ligne 2), il reste « Client ». Les autres colonnes sont importées. Si c’est voulu, changez son statut dans « Clients ».',
      },
    ]);
  });
});

describe('ce qui est dit', () => {
  it('la ligne, la valeur, ce qui est gardé, que faire', () => {
    const { gardes, resultat, changements } = importerSur(
      { statut: 'Signé' },
      'N°;Client;Statut;Relance\nR1;A;Envoyé;',
    );
    expect(changements).toEqual([]);
    expect(resultat).toMatchObject({ inchangees: 1, modifiees: 0 });
    expect(gardes).toEqual([
      {
        ligne: 2,
        colonne: 'Statut',
        valeur: 'Envoyé',
        code: 'IMPORT_DECISION_GARDEE',
        message:
          '« Envoyé » ramènerait R1 avant sa décision\u00a0: dans le classeur (ligne 2), il reste « Signé ». Les autres colonnes sont importées. Si la décision ne tient plus, rouvrez-le (suivi devis rouvrir R1), puis réimportez.',
      },
    ]);
  });

  it.each([
    ['Annulé', 'ne se rouvre pas'],
    ['Remplacé', 'Une version plus récente le remplace'],
    ['Refusé', 'suivi devis rouvrir R1'],
    ['Sans suite', 'suivi devis rouvrir R1'],
  ] as const)('%s : « %s »', (statut, suite) => {
    const { gardes } = importerSur({ statut }, 'N°;Client;Statut\nR1;A;Validé');
    expect(gardes[0]?.message).toContain(suite);
  });
});

describe('les dates et la décision vont ensemble', () => {
  const DECIDE = {
    statut: 'Refusé',
    envoyeLe: jour('2026-10-14'),
    decideLe: jour('2026-10-20'),
    motif: 'Prix',
    concurrent: 'Zed',
  } as const;

  it('la décision, son motif et la relance d’un vieux fichier n’entrent pas ; le reste, si', () => {
    const { devis, gardes } = importerSur(
      DECIDE,
      'N°;Client;Statut;Date de décision;Motif;Concurrent;Prochaine relance;Objet;Validité\n' +
        'R1;A;Envoyé;02/10/2026;Délai;Yak;30/10/2026;Neuf;31/12/2026',
    );
    expect(devis).toMatchObject({ ...DECIDE, prochaineRelance: null });
    expect(devis).toMatchObject({ objet: 'Neuf', validite: '2026-12-31' });
    expect(gardes[0]?.message).toContain(
      'il reste « Refusé », et « Date de décision », « Motif », « Concurrent », « Prochaine relance » ne changent pas.',
    );
  });

  it.each([
    ['15/10/2026', '2026-10-15', false],
    ['20/10/2026', '2026-10-20', false],
    ['21/10/2026', '2026-10-14', true],
  ])('envoyé le %s, décidé le 20 : %s', (texte, attendu, garde) => {
    const { devis, gardes } = importerSur(
      DECIDE,
      `N°;Client;Statut;Envoyé le\nR1;A;Envoyé;${texte}`,
    );
    expect(devis.envoyeLe).toBe(attendu);
    expect(gardes[0]?.message.includes('« Envoyé le » ne change pas')).toBe(garde);
  });

  it('sans date de décision, une date d’envoi ne contredit rien', () => {
    const { devis } = importerSur(
      { ...DECIDE, decideLe: null },
      'N°;Client;Statut;Envoyé le\nR1;A;Envoyé;21/10/2026',
    );
    expect(devis.envoyeLe).toBe('2026-10-21');
  });
});

it('loi : un fichier d’un état d’avant laisse la décision, et l’ordre de ses dates', () => {
  const dates = fc
    .integer({ min: 1, max: 28 })
    .map((n) => ({ le: jour(`2026-10-${String(n).padStart(2, '0')}`), texte: `${n}/10/2026` }));
  fc.assert(
    fc.property(
      fc.record({
        statut: fc.constantFrom(...DECIDES),
        lu: fc.constantFrom(...AVANT),
        decideLe: dates,
        envoi: dates,
        decision: fc.option(dates),
        relance: fc.option(dates),
      }),
      ({ statut, lu, decideLe, envoi, decision, relance }) => {
        const csv =
          'N°;Client;Statut;Envoyé le;Date de décision;Prochaine relance\n' +
          `R1;A;${lu};${envoi.texte};${decision?.texte ?? ''};${relance?.texte ?? ''}`;
        const { devis } = importerSur({ statut, decideLe: decideLe.le }, csv);
        expect(devis).toMatchObject({ statut, decideLe: decideLe.le, prochaineRelance: null });
        expect((devis.envoyeLe ?? '') <= decideLe.le).toBe(true);
        expect(devis.envoyeLe).toBe(envoi.le <= decideLe.le ? envoi.le : null);
      },
    ),
    { numRuns: 40 },
  );
});
