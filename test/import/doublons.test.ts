import { describe, expect, it } from 'vitest';
import { ajouter } from '../../src/classeur/changements';
import { chercheurDeDoublons } from '../../src/import/doublons';
import { planImport } from '../../src/import/plan';
import { messageDe } from '../../src/messages/probleme';
import { ClasseurEnMemoire } from '../support/classeur-en-memoire';
import { sourceCsv } from '../support/source-csv';
import { contexte } from '../support/valeurs';

type Fiche = Readonly<Record<string, unknown>>;
const fiche = (organisation: string, autres: Fiche = {}): Fiche => ({ organisation, ...autres });

function doublonsDe(fiches: readonly Fiche[]) {
  const chercheur = chercheurDeDoublons(new ClasseurEnMemoire().snapshot());
  return fiches.map((f) => chercheur.chercher(2, f)).filter((d) => d !== null);
}

function comparer(connue: Fiche, nouvelle: Fiche) {
  return doublonsDe([connue, nouvelle])[0];
}

describe('deux clients qui n’en font peut-être qu’un', () => {
  it.each<[string, Fiche, Fiche, number | null, string[]]>([
    [
      'une lettre',
      fiche('Durand Ingénierie'),
      fiche('Durant Ingenierie'),
      0.5,
      ['noms à une ou deux lettres près'],
    ],
    [
      'forme juridique',
      fiche('Dupont SARL'),
      fiche('DUPONT SA'),
      0.6,
      ['même nom, autre forme juridique'],
    ],
    ['« & » et « et »', fiche('Dupont & Fils'), fiche('DUPONT ET FILS SARL'), 0.8, ['même nom']],
    ['« et » au début est un nom', fiche('ET Conseil'), fiche('Conseil'), null, []],
    [
      'e-mail',
      fiche('Alpha', { email: 'A@b.fr' }),
      fiche('Bêta', { email: 'a@b.fr' }),
      0.6,
      ['même e-mail'],
    ],
    [
      'téléphone',
      fiche('Alpha', { telephone: '04 00 00 00 01' }),
      fiche('Bêta', { telephone: '+33 4 00 00 00 01' }),
      0.5,
      ['même téléphone'],
    ],
    [
      'SIREN',
      fiche('Alpha', { siret: '73282932000074' }),
      fiche('Bêta', { siret: '732829320' }),
      0.8,
      ['même SIREN'],
    ],
    [
      'plusieurs indices',
      fiche('Durand Conseil', { email: 'a@b.fr', ville: 'Lyon' }),
      fiche('Durant Conseil', { email: 'a@b.fr', ville: 'LYON' }),
      0.84,
      ['noms à une ou deux lettres près', 'même e-mail', 'même ville'],
    ],
    [
      'deux SIREN',
      fiche('Dupont', { siret: '732829320' }),
      fiche('Dupont', { siret: '552100554' }),
      null,
      [],
    ],
    [
      'une ville ne suffit pas',
      fiche('Alpha', { ville: 'Lyon' }),
      fiche('Bêta', { ville: 'Lyon' }),
      null,
      [],
    ],
    ['des numéros', fiche('Résidence 12'), fiche('Résidence 13'), null, []],
    ['noms courts', fiche('Anco'), fiche('Ancy'), null, []],
  ])('%s', (_, connue, nouvelle, score, raisons) => {
    const vu = comparer(connue, nouvelle);
    expect(vu === undefined ? null : vu.score).toBe(score);
    expect(vu?.raisons ?? []).toEqual(raisons);
  });

  it('un indice que tous partagent n’en est pas un', () => {
    const lettres = 'abcdefghijklmnopqrstuvwxyz';
    const fiches = Array.from({ length: 50 }, (_, i) =>
      fiche(`${lettres[i % 26]}${lettres[Math.floor(i / 26)]}x`, { email: 'contact@groupe.fr' }),
    );
    const vus = doublonsDe(fiches);
    expect(vus.length).toBeLessThan(45);
  });
});

it('au-delà d’une limite, ils ne sont plus cherchés, et c’est dit', () => {
  const chercheur = chercheurDeDoublons(new ClasseurEnMemoire().snapshot(), 2);
  const chercher = (organisation: string) => chercheur.chercher(null, { organisation });
  expect(chercher('Durand Conseil')).toBeNull();
  expect(chercher('Durant Conseil')).toMatchObject({ autre: 'Durand Conseil' });
  expect(chercheur.avertissements()).toEqual([]);
  expect(chercher('Durans Conseil')).toBeNull();
  expect(chercheur.avertissements().map(messageDe)).toEqual([
    expect.stringContaining('les 2 premiers clients à créer\u00a0: 1 n’a pas été comparé.'),
  ]);
  chercher('Durang Conseil');
  expect(chercheur.avertissements().map(messageDe)[0]).toContain('2 n’ont pas été comparés');
  expect(chercheur.chercher(null, { organisation: null })).toBeNull();
});

describe('à l’import', () => {
  it('le classeur d’abord, puis les lignes du fichier ; rien n’est fusionné', () => {
    const classeur = new ClasseurEnMemoire();
    classeur.appliquer([
      ajouter('clients', { organisation: 'Durand Ingénierie', statut: 'Client' }),
    ]);
    const source = sourceCsv(
      'Nom;Tél\nDurant Ingénierie;\nMairie de Fès;0400000001\nVille de Fès;0400000001\n',
    );
    const p = planImport(classeur.snapshot(), 'clients', source, null, contexte('2026-03-02'));
    expect(p.resultat).toMatchObject({ lues: 3, creees: 3 });
    expect(p.resultat.doublons.map((d) => [d.ligne, d.organisation, d.autre, d.score])).toEqual([
      [2, 'Durant Ingénierie', 'Durand Ingénierie', 0.5],
      [4, 'Ville de Fès', 'Mairie de Fès', 0.5],
    ]);
    expect(p.resultat.doublons[0]?.message).toContain('50\u00a0%');
  });

  it('un client seulement cité est comparé aussi', () => {
    const classeur = new ClasseurEnMemoire();
    classeur.appliquer([
      ajouter('clients', { organisation: 'Durand Ingénierie', statut: 'Client' }),
    ]);
    const source = sourceCsv('N°;Client;Montant HT;Statut\n1;Durant Ingénierie;12;Envoyé\n');
    const p = planImport(classeur.snapshot(), 'devis', source, null, contexte('2026-03-02'));
    expect(p.resultat.doublons).toMatchObject([{ ligne: null, autre: 'Durand Ingénierie' }]);
  });
});
