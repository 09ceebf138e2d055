import { describe, expect, it } from 'vitest';
import { ajouter } from '../../src/classeur/changements';
import { doublonsPossibles, type Fiche } from '../../src/import/doublons';
import { planImport } from '../../src/import/plan';
import { ClasseurEnMemoire } from '../support/classeur-en-memoire';
import { sourceCsv } from '../support/source-csv';
import { contexte } from '../support/valeurs';

const fiche = (organisation: string, autres: Partial<Fiche> = {}): Fiche => ({
  ligne: 2,
  organisation,
  ...autres,
});

function comparer(connue: Fiche, nouvelle: Fiche) {
  const vide = new ClasseurEnMemoire().snapshot();
  return doublonsPossibles(vide, [connue, nouvelle])[0];
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
    const vide = new ClasseurEnMemoire().snapshot();
    const lettres = 'abcdefghijklmnopqrstuvwxyz';
    const fiches = Array.from({ length: 50 }, (_, i) =>
      fiche(`${lettres[i % 26]}${lettres[Math.floor(i / 26)]}x`, { email: 'contact@groupe.fr' }),
    );
    const vus = doublonsPossibles(vide, fiches);
    expect(vus.length).toBeLessThan(45);
  });
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
