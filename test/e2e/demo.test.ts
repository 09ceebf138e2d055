import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';
import { lireClasseur } from '../../cli/workbooks/xlsx/lire-classeur';
import { comptesAttendus, jourDeLaMachine, lireAccueil } from '../modele/comptes';
import { convertir } from '../support/libreoffice';
import { pagesDuPdf, python } from '../support/programmes';
import { dossierTemporaire } from '../support/suivi';

const DELAI = 300_000;

it(
  'la démonstration va au bout, et LibreOffice montre son classeur',
  { timeout: DELAI },
  async () => {
    const dossier = await dossierTemporaire();
    const { status, stdout } = spawnSync(process.execPath, [resolve('cli/semaine-demo.mjs')], {
      cwd: dossier,
      encoding: 'utf8',
      timeout: DELAI,
    });
    // Une commande qui rend autre chose que 0 arrête la démonstration.
    expect([status, stdout.includes('6. Le contrôle')]).toEqual([0, true]);
    const brouillons = readdirSync(join(dossier, 'demo/brouillons'));
    expect(brouillons.filter((f) => f.endsWith('.eml')).length).toBeGreaterThan(0);

    const classeur = join(dossier, 'demo/suivi.xlsx');
    const { tables } = lireClasseur(classeur);
    const attendus = comptesAttendus(tables, jourDeLaMachine());
    expect(lireAccueil(classeur, dossier).comptes).toEqual(attendus);
    expect(attendus['revue']).toBeGreaterThan(0);

    // Après les écritures du moteur, un autre lecteur retrouve volets, filtres, listes et notes.
    const script = `
import sys, json, openpyxl
print(json.dumps({ws.title: [ws.freeze_panes, ws.auto_filter.ref, len(ws.data_validations.dataValidation) > 0, all(c.comment for c in ws[1])] for ws in openpyxl.load_workbook(sys.argv[1])}))`;
    const vu = JSON.parse(python('-c', script, classeur)) as Record<string, unknown>;
    for (const onglet of ['Revue hebdo', 'Devis', 'Affaires', 'Actions', 'Journal']) {
      const listes = onglet !== 'Journal';
      expect([onglet, vu[onglet]]).toEqual([
        onglet,
        ['B2', expect.stringMatching(/^A1:[A-Z]+\d+$/), listes, true],
      ]);
    }

    const pages = pagesDuPdf(convertir(classeur, 'pdf', dossier));
    expect(pages.filter((p) => p.includes('###'))).toEqual([]);
    const pagesDe = (onglet: string) => pages.filter((p) => p.includes(`commercial – ${onglet} `));
    expect(pagesDe('Revue hebdo')).toHaveLength(1);
    expect(pagesDe('Revue hebdo')[0]).toMatch(/Décision +Date +Motif/);
    expect(pagesDe('Tableau de bord')).toHaveLength(1);
    expect(existsSync(join(dossier, 'demo/suivi.xlsx.lock'))).toBe(false);
  },
);
