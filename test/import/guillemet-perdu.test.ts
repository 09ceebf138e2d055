import { describe, expect, it } from 'vitest';
import { planImport } from '../../src/import/plan';
import { ClasseurEnMemoire } from '../support/classeur-en-memoire';
import { sourceCsv } from '../support/source-csv';
import { contexte } from '../support/valeurs';

/** Un guillemet laissé ouvert, refermé des lignes plus loin par un autre : rien n'est avalé en silence. */

function importer(csv: string) {
  const snapshot = new ClasseurEnMemoire().snapshot();
  const source = sourceCsv(csv);
  return planImport(snapshot, 'devis', source, null, contexte('2026-11-26')).resultat;
}

const ENTETE = 'N°;Client;Statut;Objet;Notes';
const ligne = (n: number, notes = 'rien'): string => `D${n};Mairie;Envoyé;Étude ${n};${notes}`;
const suite = (de: number, a: number): string[] =>
  Array.from({ length: a - de + 1 }, (_, i) => ligne(de + i));

describe('un guillemet perdu', () => {
  it.each([
    ['une ligne', 3],
    ['deux lignes', 4],
    ['cent lignes', 102],
  ])('enferme %s : rejetée, avec les lignes qu’elle enferme', (_, fin) => {
    const lignes = [
      ENTETE,
      ligne(2, '"urgent'),
      ...suite(3, fin - 1),
      ligne(fin, 'écran 12"'),
      ...suite(fin + 1, fin + 2),
    ];
    const { lues, creees, rejetees, rejets } = importer(lignes.join('\n'));
    expect({ lues, creees, rejetees }).toEqual({ lues: 3, creees: 2, rejetees: 1 });
    expect(rejets).toMatchObject([
      { ligne: 2, colonne: 'Notes', valeur: 'urgent', code: 'IMPORT_GUILLEMET_PERDU' },
    ]);
    expect(rejets[0]?.message).toContain(
      `ligne 2, devant « urgent », n’est refermé que ligne ${fin}`,
    );
  });

  it('d’une autre colonne que celle qui le referme, ou suivi d’un texte cité', () => {
    const autre = [ENTETE, 'D2;Mairie;Envoyé;"Étude;x', ...suite(3, 8), 'D9;Mairie;Envoyé;12";x'];
    expect(importer(autre.join('\n')).rejets).toMatchObject([
      { ligne: 2, colonne: 'Objet', code: 'IMPORT_GUILLEMET_PERDU' },
    ]);
    const cite = [ENTETE, ligne(2, '"urgent'), ...suite(3, 8), ligne(9, '"oui; non"'), ligne(10)];
    expect(importer(cite.join('\n'))).toMatchObject({
      creees: 1,
      rejets: [{ ligne: 2, code: 'IMPORT_GUILLEMET_PERDU' }],
    });
  });

  it('sur la dernière ligne du fichier, en deuxième cellule citée, ou dans un fichier à virgules', () => {
    const lignes = [
      ENTETE,
      'D2;"Mairie\nde Lyon";Envoyé;"Étude;x',
      ...suite(4, 5),
      ligne(6, '12"'),
    ];
    const { rejets } = importer(lignes.join('\n'));
    expect(rejets[0]?.message).toContain('ouvert ligne 3, devant « Étude;x »');
    const virgules = lignes.slice(1).join('\n').replaceAll(';', ',');
    expect(importer(`${ENTETE.replaceAll(';', ',')}\n${virgules}`).rejets).toMatchObject([
      { ligne: 2, code: 'IMPORT_GUILLEMET_PERDU' },
    ]);
  });

  it.each([
    ['une adresse', '"12 rue du Port\nBâtiment B; porte 3\n69001 Lyon"'],
    ['une liste', '"À prévoir :\n- relevé; plans; devis; visite\n- rendu"'],
    ['une signature', '"Cordialement\n\nJ. D.\n04 72 00 00 00"'],
  ])('un texte de plusieurs lignes n’en est pas un : %s', (_, notes) => {
    expect(importer([ENTETE, ligne(2, notes), ligne(3)].join('\n'))).toMatchObject({
      lues: 2,
      creees: 2,
      rejets: [],
    });
  });

  it('deux colonnes : trois lignes bien coupées le disent, une seule peut être une phrase', () => {
    const csv = (n: number): string =>
      ['Organisation;Ville', 'A;"un', ...suite(1, n).map((_, i) => `B${i};deux`), 'C;12"'].join(
        '\n',
      );
    const source = (n: number) =>
      planImport(
        new ClasseurEnMemoire().snapshot(),
        'clients',
        sourceCsv(csv(n)),
        null,
        contexte('2026-11-26'),
      ).resultat.rejets.map((r) => r.code);
    expect(source(3)).toEqual(['IMPORT_GUILLEMET_PERDU']);
    expect(source(1)).toEqual([]);
  });
});
