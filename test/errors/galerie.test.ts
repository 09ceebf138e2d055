import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { strFromU8 } from 'fflate';
import { describe, expect, it } from 'vitest';
import { rapporterErreur } from '../../cli/erreurs';
import { dossierTemporaire, suiviAvec, type Sortie } from '../support/suivi';
import { fichier } from './atelier';
import { parties, vuParOpenpyxl } from '../xlsx/outils';
import { CAS, type CasErreur } from './cas';

/** Chaque erreur, telle qu'on la lit : `attendus/NOM.txt`, et tous ensemble dans docs/erreurs.md. */
describe('galerie d’erreurs', () => {
  const page = new Map<string, string>();

  it.each(CAS.map((c) => [c.nom, c] as const))('%s', { timeout: 120_000 }, async (nom, cas) => {
    const dossier = await dossierTemporaire();
    await cas.preparer(dossier);
    const avant = existsSync(fichier(dossier)) ? readFileSync(fichier(dossier)) : null;
    const sortie = cas.panne ? await provoquer(cas, dossier) : await jouer(cas, dossier);
    const texte = mettreEnPage(cas, sortie, dossier);
    page.set(nom, texte);
    await expect(texte).toMatchFileSnapshot(`attendus/${nom}.txt`);
    const peutEcrire = cas.commande[0] === 'controler' || cas.commande[0] === 'importer';
    if (avant && !peutEcrire && nom !== 'change-pendant-l-ecriture') {
      expect(readFileSync(fichier(dossier)).equals(avant)).toBe(true);
    }
    if (nom === 'import-formule') resteDuTexte(dossier);
  });

  it('la page les réunit toutes', async () => {
    expect([...page.keys()]).toEqual(CAS.map((c) => c.nom));
    await expect(pageDe(page)).toMatchFileSnapshot(resolve('docs/erreurs.md'));
  });
});

/** Les chemins de la commande sont ceux du dossier ; la sortie n'en garde pas trace. */
function jouer(cas: CasErreur, dossier: string): Promise<Sortie> {
  const argv = cas.commande.map((mot) =>
    /\.(xlsx|csv)$/.test(mot) || existsSync(join(dossier, mot)) ? join(dossier, mot) : mot,
  );
  return suiviAvec({ env: cas.env?.(dossier) ?? {} }, ...argv, '--le', '2026-03-02');
}

async function provoquer({ panne }: CasErreur, dossier: string): Promise<Sortie> {
  let [stdout, stderr] = ['', ''];
  const flux = {
    stdout: { write: (t: string) => (stdout += t) },
    stderr: { write: (t: string) => (stderr += t) },
    env: {},
  };
  try {
    await panne?.(dossier);
    return { code: 0, stdout, stderr };
  } catch (erreur) {
    return { code: rapporterErreur(erreur, false, flux), stdout, stderr };
  }
}

function mettreEnPage(cas: CasErreur, { code, stdout, stderr }: Sortie, dossier: string): string {
  const mots = cas.commande.map((mot) => (/[\s"]/.test(mot) ? `"${mot}"` : mot));
  const texte = `${stdout}${stderr}`.replaceAll(`${dossier}/`, '').replaceAll(dossier, '.');
  return `$ suivi ${mots.join(' ')}\n${texte}(sortie ${code})\n`;
}

/** L'onglet relu par un autre lecteur : du texte, pas une formule. */
function resteDuTexte(dossier: string): void {
  const { cellules } = vuParOpenpyxl(fichier(dossier));
  expect(Object.values(cellules['Clients'] ?? {})).toContain(
    '=HYPERLINK("http://piege.example";"cliquez")',
  );
  const xml = strFromU8(
    parties(readFileSync(fichier(dossier)))['xl/worksheets/sheet3.xml'] ?? new Uint8Array(),
  );
  expect(xml).toContain('=HYPERLINK(');
  expect(xml).not.toContain('<f>=HYPERLINK');
}

function pageDe(textes: ReadonlyMap<string, string>): string {
  const sections = CAS.map(
    (c) => `## ${c.titre}\n\n${c.provoque}\n\n\`\`\`\n${textes.get(c.nom) ?? ''}\`\`\`\n`,
  );
  return `# Galerie d’erreurs\n\nCe que dit le produit quand quelque chose ne va pas : où, la valeur, ce qui ne va pas, que faire. Page faite par \`test/errors/galerie.test.ts\`, à partir des cas de \`test/errors/cas.ts\`.\n\n${sections.join('\n')}`;
}
