import { describe, expect, it } from 'vitest';
import type { TableEchangeable } from '../../src/classeur/tables';
import { planImport } from '../../src/import/plan';
import { ClasseurEnMemoire } from '../support/classeur-en-memoire';
import { sourceCsv } from '../support/source-csv';
import { contexte } from '../support/valeurs';

/** Un guillemet laissé ouvert, refermé des lignes plus loin par un autre : rien n'est avalé en silence. */

function importer(csv: string, table: TableEchangeable = 'devis') {
  const snapshot = new ClasseurEnMemoire().snapshot();
  return planImport(snapshot, table, sourceCsv(csv), null, contexte('2026-11-26')).resultat;
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

  it.each<[string, TableEchangeable, string, [number, number][]]>([
    [
      'tout cité, un guillemet oublié sur sa ligne',
      'clients',
      'Téléphone;Notes;Organisation;Contact\n"01";"a";"Alpha";"M. D"\n"02;"b";"Beta";"M. M"\n"03";"c";"Gamma";"M. G"',
      [[3, 3]],
    ],
    [
      'tout cité, un autre au milieu',
      'clients',
      'Organisation;Contact;Ville;Notes\n"Alpha";"M. A";"Nice";"x"\n"Beta";"M. B;"Lyon";"y"',
      [[3, 3]],
    ],
    [
      'deux lignes perdent le leur, l’un referme l’autre',
      'clients',
      'Téléphone;Organisation;Ville\n01;Alpha;Lyon\n"02;Beta;Nice\n"03";Gamma;Paris\n04;Delta;Pau',
      [[3, 4]],
    ],
    [
      'au milieu des colonnes',
      'clients',
      'Organisation;Ville;Contact;Notes\nAlpha;Paris;A;ok\nBeta;Lyon;"M. B;x\nGamma;Nice;"M. C;y\nDelta;Lille;D;ok',
      [[3, 4]],
    ],
    [
      'refermé par un texte cité',
      'clients',
      'Organisation;Ville;Notes\nAlpha;Paris;ok\nBeta;Lyon;"tube 12\nGamma;Nice;"vu; rappeler"\nDelta;Lille;ok',
      [[3, 4]],
    ],
    [
      'deux colonnes, la première',
      'clients',
      'Organisation;Ville\nA;Paris\n"B;Lyon\nC;Nice\nD";Metz\nE;Pau',
      [[3, 5]],
    ],
    [
      'deux colonnes, une seule ligne',
      'clients',
      'Téléphone;Organisation\n01;Alpha\n02;"Beta\n03";Gamma\n04;Delta',
      [[3, 4]],
    ],
    [
      'deux colonnes, la dernière',
      'clients',
      'Organisation;Notes\nAlpha;"tube\nBeta;x\nGamma;y"\nEps;ok',
      [[2, 4]],
    ],
  ])('rien n’est décalé ni avalé en silence : %s', (_, table, csv, attendus) => {
    const resultat = importer(csv, table);
    expect(resultat.rejets.map((r) => r.code)).toEqual(
      attendus.map(() => 'IMPORT_GUILLEMET_PERDU'),
    );
    for (const [i, [ouvert, referme]] of attendus.entries()) {
      const { ligne, message } = resultat.rejets[i] ?? {};
      expect(ligne).toBe(ouvert);
      expect(message).toContain(
        ouvert === referme ? 'avant qu’un autre ne s’ouvre' : `n’est refermé que ligne ${referme}`,
      );
    }
  });

  it.each([
    ['un point-virgule suivi d’une espace', 'Beta;"3 rue\nCedex; 9";ok\nC;D;e'],
    ['une énumération', 'Beta;ok;"chauffage\nventilation ; eau ; gaz"\nC;D;e'],
    ['des guillemets mal doublés', 'Beta;"il dit "non"";ok\nC;D;e'],
    ['une adresse de quatre lignes', 'Beta;"A\nB\nC\nD";ok\nC;D;e'],
  ])('n’en est pas un : %s', (_, lignes) => {
    const csv = `Organisation;Adresse;Notes\n${lignes}`;
    const resultat = importer(csv, 'clients');
    expect(resultat).toMatchObject({ creees: 2, rejets: [] });
  });

  it('un nom de client sur plusieurs lignes est gardé, et douteux', () => {
    const csv = 'Organisation;Ville\n"Mairie de\nLyon";Lyon';
    const resultat = importer(csv, 'clients');
    expect(resultat.creees).toBe(1);
    expect(resultat.anomalies.map((a) => a.code)).toEqual(['IMPORT_NOM_SUR_PLUSIEURS_LIGNES']);
  });
});
