import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import type { FichierChoisi } from '../../apps-script/panneau/contrat';
import { decoder as decoderCommande } from '../../cli/fichiers/encodage';
import { champ, CSV, formulaire, IMPORT } from './modeles';
import { avecPanneau, reponse } from './ouvrir';

const ouvrirPanneau = avecPanneau();
const PLAN = formulaire(
  [champ('fichier', '', { genre: 'garde', requis: false })],
  { action: 'importer.ecrire', cible: '{"table":"devis"}', bouton: 'Importer' },
  'Importer',
);
const SUITE = reponse({ ok: true, panneau: PLAN });
const muet = (): Promise<string> => new Promise(() => undefined);

describe('un fichier choisi dans le panneau', () => {
  it('est lu, décodé, envoyé ; puis envoyé à nouveau par le panneau suivant, sans y paraître', async () => {
    const { page, envois } = await ouvrirPanneau(IMPORT, (_, rang) =>
      rang === 0 ? SUITE : muet(),
    );
    const octets = iconv.encode('Client;Montant\r\nÉté;12 €\r\n', 'windows-1252');
    await page.getByLabel('Un fichier').setInputFiles({ ...CSV, buffer: octets });
    await page.getByText('« devis — été.csv » est lu : 2 lignes.').first().waitFor();
    await page.getByRole('button', { name: 'Voir le plan' }).click();
    await page.getByRole('button', { name: 'Importer' }).waitFor();
    expect(await page.locator('label:visible').count()).toBe(0);
    expect(await page.locator(':focus').textContent()).toBe('Importer');
    await page.keyboard.press('Enter');
    await expect.poll(() => envois().length).toBe(2);
    const [premier, second] = envois();
    expect(JSON.parse(premier?.valeurs['fichier'] ?? '') as FichierChoisi).toEqual({
      nom: 'devis — été.csv',
      encodage: 'windows-1252',
      doute: null,
      texte: 'Client;Montant\r\nÉté;12 €\r\n',
      lignesAutres: 0,
      abime: false,
    });
    expect(second?.valeurs).toEqual({ fichier: premier?.valeurs['fichier'] });
    expect(second?.cible).toBe('{"table":"devis"}');
  });

  it.each([
    ['un classeur Excel', Buffer.from('PK\u0003\u0004'), 'C’est un classeur Excel.'],
    ['un vieux classeur Excel', Buffer.from([0xd0, 0xcf, 0x11, 0xe0]), 'C’est un classeur Excel.'],
    ['une image', Buffer.from([0x89, 0x50, 0, 0, 1, 2]), 'n’est pas du texte'],
    ['un fichier vide', Buffer.alloc(0), 'Ce fichier est vide.'],
    ['un fichier trop gros', Buffer.alloc(4_000_001, 'a'), 'Ce fichier dépasse 4 Mo.'],
  ])('%s : dit pourquoi il ne se lit pas, et n’envoie rien de lui', async (_, buffer, phrase) => {
    const { page, envois } = await ouvrirPanneau(IMPORT, muet);
    await page.getByLabel('Un fichier').setInputFiles(CSV);
    await page.getByText('est lu').first().waitFor();
    await page.getByLabel('Un fichier').setInputFiles({ ...CSV, buffer });
    await page.getByText(phrase.replace(/ Mo/, '\u00a0Mo')).first().waitFor();
    await page.getByRole('button', { name: 'Voir le plan' }).click();
    expect(envois()[0]?.valeurs['fichier']).toBe('');
  });

  it.each([['Collé'], ['Collé', 'B', 'C', 'D']])(
    'un fichier ou un onglet (%s…) : la dernière réponse efface l’autre',
    async (...choix) => {
      const deux = formulaire(
        [
          champ('fichier', 'Un fichier', { genre: 'fichier', requis: false }),
          champ('onglet', 'Un onglet', {
            genre: 'choix',
            requis: false,
            choix,
            valeur: 'Collé',
            ouBien: 'fichier',
          }),
        ],
        { action: 'importer', bouton: 'Voir le plan' },
        'Importer',
      );
      const { page, envois } = await ouvrirPanneau(deux, muet);
      await page.getByLabel('Un fichier').setInputFiles(CSV);
      await page.getByText('est lu').first().waitFor();
      const liste = page.getByRole('combobox');
      if (choix.length > 3) {
        expect(await liste.inputValue()).toBe('');
        await liste.selectOption('Collé');
      } else {
        expect(await page.getByLabel('Collé').isChecked()).toBe(false);
        await page.getByLabel('Collé').check();
      }
      await page.getByRole('button', { name: 'Voir le plan' }).click();
      expect(envois()[0]?.valeurs).toEqual({ fichier: '', onglet: 'Collé' });
    },
  );

  it('s’ouvre au clavier, et se dit à un lecteur d’écran', async () => {
    const { page } = await ouvrirPanneau(IMPORT);
    // Guetté d'avance : le navigateur n'est prévenu qu'après coup qu'on attend son choix.
    const attente = page.waitForEvent('filechooser', { timeout: 15_000 });
    await page.getByLabel('Importer vers').focus();
    await page.keyboard.press('Tab');
    const choix = page.getByLabel('Un fichier');
    expect(await choix.evaluate((e) => e === e.ownerDocument.activeElement)).toBe(true);
    await page.keyboard.press('Enter');
    await (await attente).setFiles(CSV);
    await page.locator('#annonces', { hasText: 'est lu' }).waitFor({ state: 'attached' });
    const decrit = (await choix.getAttribute('aria-describedby'))?.split(' ') ?? [];
    const textes = await Promise.all(decrit.map((id) => page.locator(`#${id}`).textContent()));
    expect(textes.join(' ')).toContain('est lu');
    expect(textes.join(' ')).toContain('CSV, TXT ou JSON.');
  });
});

describe('décodé comme le fait la commande', () => {
  const TEXTE = 'Œuvre — « été » ; 12 € ; ’ ; Ÿ\r\nñ\tfin';
  it.each([
    ['UTF-8', Buffer.from(TEXTE)],
    ['UTF-8 avec marque', Buffer.from(`\uFEFF${TEXTE}`)],
    ['UTF-16 LE', iconv.encode(TEXTE, 'utf-16le', { addBOM: true })],
    ['UTF-16 BE', iconv.encode(TEXTE, 'utf-16be', { addBOM: true })],
    ['windows-1252', iconv.encode('Œuvre — « été » ; 12 € ; ’ ; Ÿ', 'windows-1252')],
    ['UTF-16 sans marque', iconv.encode('Société;Été\n', 'utf-16le')],
    ['ancien Mac', iconv.encode('Société;Élévation à Fès, déjà reçue', 'macintosh')],
    ['ancien DOS', iconv.encode('Société;Élévation à Fès, déjà reçue', 'cp850')],
    [
      'deux encodages mêlés',
      Buffer.concat([Buffer.from('Créée;Fès\n'), iconv.encode('L’été;12 €\n', 'windows-1252')]),
    ],
    ['ASCII', Buffer.from('a;b\n')],
  ])('%s', async (_, buffer) => {
    const { page, envois } = await ouvrirPanneau(IMPORT, muet);
    await page.getByLabel('Un fichier').setInputFiles({ ...CSV, buffer });
    await page.getByText('est lu').first().waitFor();
    await page.getByRole('button', { name: 'Voir le plan' }).click();
    const lu = JSON.parse(envois()[0]?.valeurs['fichier'] ?? '') as FichierChoisi;
    expect(lu).toEqual({ nom: CSV.name, ...decoderCommande(buffer) });
  });
});
