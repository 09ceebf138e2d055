import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';
import { lireClasseur } from '../../cli/workbooks/xlsx/modifier-classeur';
import { comptesAttendus, jourDeLaMachine, lireAccueil } from '../modele/comptes';
import { convertir } from '../support/libreoffice';
import { pagesDuPdf } from '../support/programmes';
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

    const pages = pagesDuPdf(convertir(classeur, 'pdf', dossier));
    expect(pages.filter((p) => p.includes('###'))).toEqual([]);
    const pagesDe = (onglet: string) => pages.filter((p) => p.includes(`commercial – ${onglet} `));
    expect(pagesDe('Revue hebdo')).toHaveLength(1);
    expect(pagesDe('Revue hebdo')[0]).toMatch(/Décision +Date +Motif/);
    expect(pagesDe('Tableau de bord').length).toBeLessThanOrEqual(2);
    expect(existsSync(join(dossier, 'demo/suivi.xlsx.lock'))).toBe(false);
  },
);
