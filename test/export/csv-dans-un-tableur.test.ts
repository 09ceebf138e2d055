import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ecrireExport } from '../../cli/fichiers/ecrire-export';
import { ClasseurXlsx } from '../../cli/workbooks/xlsx/classeur-xlsx';
import { deproteger, garderTexte } from '../../src/export/protection';
import { ClasseurEnMemoire } from '../support/classeur-en-memoire';
import { convertir } from '../support/libreoffice';
import { euros, jour } from '../support/valeurs';

/** Point-virgule, guillemets, UTF-8, français, nombres et dates reconnus : ce que fait un double clic. */
const DOUBLE_CLIC = 'CSV:59,34,76,1,,1036,false,true';

describe('un CSV ouvert par un tableur français', () => {
  it('montants et dates sont des nombres ; codes et formules restent le texte qu’ils sont', async () => {
    const dossier = mkdtempSync(join(tmpdir(), 'suivi-csv-'));
    try {
      const snapshot = new ClasseurEnMemoire({
        devis: [
          {
            ...{ numero: '2026-0001', version: 1, client: '00123456789012', statut: 'Envoyé' },
            ...{ objet: '=1+1', montantHt: euros(-1234.5), tauxTva: 0.055 },
            ...{ envoyeLe: jour('2026-03-04'), concurrent: '1/2', document: '06 12 34 56 78' },
          },
        ],
      }).snapshot();
      const chemin = join(dossier, 'devis.csv');
      await ecrireExport(snapshot, 'devis', chemin);
      const octets = readFileSync(chemin);
      expect([...octets.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
      const lu = convertir(chemin, 'xlsx', dossier, DOUBLE_CLIC);
      const source = ClasseurXlsx.ouvrir(readFileSync(lu), lu).source();
      const [onglet = ''] = source.onglets;
      const entete = source.entete(onglet).map(String);
      const [ligne] = [...source.lignes(onglet)];
      const valeur = (nom: string) => {
        const brut = ligne?.cellules[entete.indexOf(nom)];
        return typeof brut === 'string' ? brut.trim() : brut;
      };
      expect(entete[0]).toBe('N°');
      expect([valeur('N°'), valeur('Client'), valeur('Concurrent'), valeur('Document')]).toEqual([
        ...['2026-0001', '00123456789012', '1/2', '06 12 34 56 78'],
      ]);
      expect(valeur('Objet')).toBe("'=1+1");
      expect([valeur('Montant HT'), valeur('TVA'), valeur('Envoyé le')]).toEqual([
        ...[-1234.5, 0.055, 46_085],
      ]);
    } finally {
      rmSync(dossier, { recursive: true, force: true });
    }
  });

  it.each([
    ['00123456789012', '\t00123456789012'],
    ['123 456 789 00012', '\t123 456 789 00012'],
    ['01000', '\t01000'],
    ['2026-0001', '\t2026-0001'],
    ['1E5', '\t1E5'],
    ['12,50 €', '\t12,50 €'],
    ['Mars 2026', '\tMars 2026'],
    ['3 avril', '\t3 avril'],
    ['mai-26', '\tmai-26'],
    ['lundi 3 mars 2025', '\tlundi 3 mars 2025'],
    ['1er févr. 2026', '\t1er févr. 2026'],
    ['(12)', '\t(12)'],
    ['VRAI', '\tVRAI'],
    ['faux', '\tfaux'],
    ['2026-04-03T10:00', '\t2026-04-03T10:00'],
    ['Mars', 'Mars'],
    ['Avril et mai 2026', 'Avril et mai 2026'],
    ['Société Mai 12 bis', 'Société Mai 12 bis'],
    ['75011', '75011'],
    ['0', '0'],
    ['DEV-2026-0001', 'DEV-2026-0001'],
    ['', ''],
    ['-5', "'-5"],
    ['\t01000', "'\t01000"],
    ["'=b", "''=b"],
  ])('%j s’écrit %j, et se relit tel quel', (texte, ecrit) => {
    expect(garderTexte(texte)).toBe(ecrit);
    expect(deproteger(ecrit)).toBe(texte);
  });
});
