import { describe, expect, it } from 'vitest';
import { ajouter } from '../../src/classeur/changements';
import { planImport } from '../../src/import/plan';
import { ClasseurEnMemoire } from '../support/classeur-en-memoire';
import { sourceCsv } from '../support/source-csv';
import { contexte, euros } from '../support/valeurs';

/** Une ligne rejetée, une date impossible ne décident de rien pour les autres lignes de leur colonne. */

const ENTETE = 'Number;Account Name;Amount;Status;Sent Date';

function importer(lignes: readonly string[], entete = ENTETE) {
  const classeur = new ClasseurEnMemoire();
  const connu = { numero: 'K1', version: 1, client: 'A', montantHt: euros(1) } as const;
  classeur.appliquer([ajouter('devis', { ...connu, statut: 'Envoyé' })]);
  const csv = [entete, ...lignes].join('\n');
  const ctx = contexte('2026-11-26');
  const p = planImport(classeur.snapshot(), 'devis', sourceCsv(csv), null, ctx);
  classeur.appliquer(p.changements);
  const { devis } = classeur.snapshot().tables;
  const dit = (code: string) =>
    p.resultat.avertissements.filter((a) => a.code === code).map((a) => a.message);
  return {
    envois: Object.fromEntries(devis.map((d) => [d.numero, d.envoyeLe])),
    montants: Object.fromEntries(devis.map((d) => [d.numero, d.montantHt])),
    aVerifier: p.resultat.anomalies.filter((a) => a.colonne === 'Sent Date'),
    rejets: [...new Set(p.resultat.rejets.map((r) => r.ligne))],
    dit,
  };
}

const JOUR_D_ABORD = 'D9;B;1;Sent;25/06/2026';
const AMBIGUE = 'D1;A;1;Sent;03/04/2026';

describe('l’ordre du jour et du mois', () => {
  it.each([
    ['sans client', 'D2;;1;Sent;04/25/2026', [4]],
    ['sans numéro', ';A;1;Sent;04/25/2026', [4]],
    ['de statut inconnu', 'D2;A;1;Zorglub;04/25/2026', [4]],
    ['de trop de cellules', 'D2;A;1;Sent;04/25/2026;de trop', [4]],
    ['au jour impossible', 'D2;A;1;Sent;02/30/2026', []],
    ['au mois impossible', 'D2;A;1;Sent;45/06/2026', []],
    ['en toutes lettres', 'D2;A;1;Sent;demain', []],
  ])('une ligne %s : « %s »', (_, ligne, rejets) => {
    const vu = importer([JOUR_D_ABORD, AMBIGUE, ligne]);
    expect(vu.rejets).toEqual(rejets);
    expect(vu.envois).toMatchObject({ D1: '2026-04-03', D9: '2026-06-25' });
    expect(vu.dit('IMPORT_DATES_CONTRADICTOIRES')).toEqual([]);
    expect(vu.aVerifier.map((a) => a.ligne)).toEqual(rejets.length > 0 ? [] : [4]);
  });

  it.each([
    ['une date impossible n’est la preuve de rien', 'D2;A;1;Sent;31/02/2026'],
    ['ni une date d’une ligne rejetée', 'D2;;1;Sent;25/02/2026'],
  ])('%s', (_, ligne) => {
    const vu = importer([AMBIGUE, ligne]);
    expect(vu.envois['D1']).toBeNull();
    expect(vu.dit('IMPORT_DATES_INDECISES')).toHaveLength(1);
  });

  it('deux lignes gardées qui se contredisent sont citées, et la date ambiguë dit ses deux lectures', () => {
    const vu = importer([JOUR_D_ABORD, AMBIGUE, 'D2;A;1;Sent;04/25/2026']);
    expect(vu.dit('IMPORT_DATES_CONTRADICTOIRES')).toEqual([
      'Colonne « Sent Date »\u00a0: certaines dates commencent par le jour (« 25/06/2026 »), d’autres par le mois (« 04/25/2026 »). Celles qui peuvent se lire des deux façons ne sont pas lues\u00a0: corrigez le fichier, ou précisez « format.date » dans un profil.',
    ]);
    expect(vu.aVerifier).toMatchObject([
      {
        ligne: 3,
        code: 'IMPORT_DATE_AMBIGUE',
        message:
          '« 03/04/2026 », dans « Envoyé le », peut être le 3 avril 2026 ou le 4 mars 2026\u00a0: rien n’en décide. Le texte est gardé, suivi d’un «\u00a0?\u00a0» pour ne pas passer pour une valeur. Écrivez le mois en lettres, ou précisez « format.date » dans un profil.',
      },
    ]);
  });

  it.each([
    ['qui complète un devis du classeur', 'K1;;1;Sent;25/06/2026'],
    ['d’un document commencé à la ligne d’avant', 'D1;;1;Sent;03/04/2026\nD3;A;1;Sent;25/06/2026'],
  ])('une ligne sans client, mais %s, n’est pas rejetée et compte', (_, ligne) => {
    expect(importer([AMBIGUE, ligne]).envois['D1']).toBe('2026-04-03');
  });
});

it('des numéros de jour se lisent, un texte parmi eux non', () => {
  const vu = importer(['D1;A;1;Sent;46083', 'D2;A;1;Sent;à voir', 'D3;A;1;Sent;45/06/2026']);
  expect(vu.envois).toMatchObject({ D1: '2026-03-02', D2: null, D3: null });
});

it('le séparateur décimal non plus ne vient pas d’une ligne rejetée', () => {
  const vu = importer(['D1;A;1,234;Sent;', 'D2;;12.50;Sent;', 'D3;A;12,50;Sent;']);
  expect(vu.montants).toMatchObject({ D1: euros(1.23), D3: euros(12.5) });
});
