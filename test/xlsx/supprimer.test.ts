import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8 } from 'fflate';
import { describe, expect, it } from 'vitest';
import { appliquerChangements } from '../../cli/workbooks/xlsx/appliquer-changements';
import { ClasseurXlsx } from '../../cli/workbooks/xlsx/classeur-xlsx';
import { creerModele } from '../../cli/workbooks/xlsx/creer-modele';
import { modifierClasseur } from '../../cli/workbooks/xlsx/modifier-classeur';
import { poserCellules } from '../../cli/workbooks/xlsx/poser-cellules';
import { ajouter, supprimer, type Changement } from '../../src/classeur/changements';
import { plan } from '../../src/classeur/plan';
import { lettreColonne } from '../../src/classeur/source';
import { DEVIS } from '../../src/classeur/tables/devis';
import { probleme } from '../../src/messages/probleme';
import { unDevis } from '../support/monde';
import { classeurALaMain } from './a-la-main';
import { classeurNeuf, differences, dossierNeuf, ouvrir, parties, snapshotDe } from './outils';

const appliquer = (octets: Uint8Array, changements: readonly Changement[]): Buffer =>
  Buffer.concat(
    appliquerChangements(ClasseurXlsx.ouvrir(Buffer.from(octets), 'c.xlsx'), changements),
  );
const sans = (octets: Uint8Array, ...numeros: string[]): Changement[] =>
  snapshotDe(ClasseurXlsx.ouvrir(Buffer.from(octets), 'c.xlsx'))
    .tables.devis.filter((d) => numeros.includes(d.numero ?? ''))
    .map((d) => supprimer('devis', d, d.numero ?? ''));
const devis = (numero: string): Changement => ajouter('devis', unDevis('Envoyé', { numero }));

describe('supprimer', () => {
  it('ce qui vient d’être ajouté : le fichier redevient celui d’avant, à l’octet près', async () => {
    const avant = appliquer(await creerModele(), [devis('D1'), devis('D2')]);
    const apres = appliquer(avant, [devis('D3'), devis('D4'), devis('D5')]);
    expect(differences(avant, apres)).not.toEqual([]);
    expect(differences(avant, appliquer(apres, sans(apres, 'D3', 'D4', 'D5')))).toEqual([]);
  });

  it('au milieu : la ligne reste, vide ; ses voisines et leurs styles ne bougent pas', async () => {
    const avant = appliquer(await creerModele(), [devis('D1'), devis('D2'), devis('D3')]);
    const apres = appliquer(avant, sans(avant, 'D2'));
    const { devis: restants } = snapshotDe(ClasseurXlsx.ouvrir(apres, 'c.xlsx')).tables;
    expect(restants.map((d) => [d.numero, d.ligne])).toEqual([
      ['D1', 2],
      ['D3', 4],
    ]);
    const ligne = (octets: Buffer, n: number): string | undefined =>
      Object.entries(parties(octets))
        .filter(([nom]) => nom.includes('worksheets/sheet'))
        .map(([, xml]) => new RegExp(`<row r="${n}"[\\s\\S]*?</row>`).exec(strFromU8(xml))?.[0])
        .find((xml) => xml?.includes('D'));
    expect(ligne(apres, 4)).toBe(ligne(avant, 4));
    expect(ligne(apres, 2)).toBe(ligne(avant, 2));
  });

  const entete = Object.values(DEVIS.colonnes)
    .map((c, i) => `<c r="${lettreColonne(i)}1" t="inlineStr"><is><t>${c.entete}</t></is></c>`)
    .join('');
  const numero = (l: number, s = ''): string =>
    `<c r="A${l}"${s} t="inlineStr"><is><t>D${l}</t></is></c>`;
  const feuille = (lignes: string, changes: readonly Changement[]): string => {
    const octets = classeurALaMain({ feuille: `<row r="1">${entete}</row>${lignes}` });
    const xml = parties(appliquer(octets, changes))['xl/worksheets/sheet1.xml'] as Uint8Array;
    return strFromU8(xml)
      .replace(/^[\s\S]*?<\/row>/, '')
      .replace(/<\/sheetData>[\s\S]*/, '');
  };
  const oter = (ligne: number): Changement =>
    ({ type: 'supprimer', table: 'devis', ligne, nom: 'D', avant: {} }) as Changement;

  it.each<[string, string, string]>([
    ['comme un ajout l’aurait faite : elle s’en va', `<row r="3">${numero(3)}</row>`, ''],
    [
      'un style à elle : il reste',
      `<row r="3">${numero(3, ' s="2"')}</row>`,
      '<row r="3"><c r="A3" s="2"/></row>',
    ],
    [
      'une formule dans une colonne personnelle : elle reste',
      `<row r="3">${numero(3)}<c r="ZZ3"><f>A3&amp;1</f><v>1</v></c></row>`,
      '<row r="3"><c r="A3"/><c r="ZZ3"><f>A3&amp;1</f><v>1</v></c></row>',
    ],
    [
      'un style de rangée : il reste',
      `<row r="3" s="2" customFormat="1">${numero(3)}</row>`,
      '<row r="3" s="2" customFormat="1"><c r="A3"/></row>',
    ],
  ])('la dernière rangée, %s', (_, rangee, attendue) => {
    const premiere = `<row r="2">${numero(2)}</row>`;
    expect(feuille(premiere + rangee, [oter(3)])).toBe(premiere + attendue);
  });

  it('tout supprimer, puis ajouter : la première ligne revient sous l’en-tête', () => {
    const lignes = `<row r="2">${numero(2)}</row><row r="3">${numero(3)}</row>`;
    expect(feuille(lignes, [oter(2), oter(3)])).toBe('');
    expect(feuille(lignes, [oter(3), ajouter('devis', { numero: 'N' })])).toContain('r="A4"');
  });

  it('une ligne annotée par quelqu’un : refusé en entier, et nommé, même en simulation', async () => {
    const chemin = await classeurNeuf(join(dossierNeuf(), 'c.xlsx'), {
      devis: [unDevis('Envoyé', { numero: 'D1' }), unDevis('Envoyé', { numero: 'D2' })],
    });
    const rang = Object.keys(DEVIS.colonnes).length;
    const cellule = (ligne: number, contenu: { valeur: string } | { formule: string }) =>
      ({ ligne, rang, contenu, genre: 'texte' }) as const;
    writeFileSync(
      chemin,
      Buffer.concat(
        poserCellules(ouvrir(chemin), [
          {
            onglet: 'Devis',
            cellules: [
              cellule(1, { valeur: 'Mémo' }),
              cellule(2, { valeur: 'à revoir' }),
              cellule(3, { formule: 'A3' }),
            ],
          },
        ]),
      ),
    );
    const avant = readFileSync(chemin);
    const tout = (s: ReturnType<typeof snapshotDe>) =>
      plan(null, { changements: s.tables.devis.map((d) => supprimer('devis', d, d.numero ?? '')) });
    for (const simulation of [true, false]) {
      const { problemes, changements } = await modifierClasseur(chemin, tout, { simulation });
      expect(changements).toEqual([]);
      expect(problemes).toEqual([
        {
          code: 'ANNULATION_NOTE_PERSONNELLE',
          args: {
            ...{ nom: 'D1', onglet: 'Devis', entete: 'Mémo', valeur: 'à revoir' },
            cellule: `${lettreColonne(rang)}2`,
          },
        },
      ]);
    }
    // Déjà refusé pour autre chose : la note est dite aussi, et rien n'est écrit de ce qui était retenu.
    const motif = probleme('IMPORT_INCONNU', { numero: 9, derniers: [] });
    const refuse = await modifierClasseur(chemin, (s) =>
      plan(null, { problemes: [motif], retenus: tout(s).changements }),
    );
    expect(refuse.changements).toEqual([]);
    expect(refuse.problemes.map((p) => p.code)).toEqual([
      'IMPORT_INCONNU',
      'ANNULATION_NOTE_PERSONNELLE',
    ]);
    expect(readFileSync(chemin)).toEqual(avant);
    const seul = await modifierClasseur(chemin, (s) =>
      plan(null, { changements: s.tables.devis.slice(1).map((d) => supprimer('devis', d, 'D2')) }),
    );
    expect(seul.problemes).toEqual([]);
    expect(snapshotDe(ouvrir(chemin)).tables.devis.map((d) => d.numero)).toEqual(['D1']);
  });
});
