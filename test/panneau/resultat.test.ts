import { describe, expect, it } from 'vitest';
import { champ, element, formulaire, resultat, RESULTATS } from './modeles';
import { avecPanneau } from './ouvrir';

const ouvrirPanneau = avecPanneau();
const LIEN = { texte: 'Voir la ligne 12', onglet: 'Devis', ligne: 12 };

describe('résultat', () => {
  it('dit ce qui a été fait, avec un mot et un signe autant qu’une couleur', async () => {
    const { page } = await ouvrirPanneau(RESULTATS);
    const message = page.locator('.bandeau');
    expect(await message.textContent()).toMatch(/^Fait : 3 brouillons/);
    expect(await message.locator('svg').count()).toBe(1);
    expect(await page.locator(':focus').textContent()).toMatch(/^3 brouillons/);
    const lignes = page.locator('.elements > li');
    expect(await lignes.count()).toBe(4);
    expect(await lignes.nth(1).textContent()).toMatch(/^Attention : DEV-2026-0038/);
    expect(await lignes.nth(2).textContent()).toMatch(/^Refus : DEV-2026-0031/);
    expect(await lignes.nth(3).textContent()).toMatch(/^DEV-2026-0029/);
  });

  it('un lien mène à la ligne, et le curseur y reste', async () => {
    const { page, appels } = await ouvrirPanneau(RESULTATS, () => '{"message":null}');
    const lien = page.getByRole('button', { name: 'Voir la ligne 12' });
    await lien.press('Enter');
    await expect
      .poll(() => appels)
      .toEqual([{ fonction: 'allerA', texte: '{"onglet":"Devis","ligne":12}' }]);
    expect(await lien.evaluate((e) => e === e.ownerDocument.activeElement)).toBe(true);
    expect(await page.getByRole('alert').isVisible()).toBe(false);
  });

  it('une ligne que l’on ne peut rejoindre : on dit pourquoi', async () => {
    const { page } = await ouvrirPanneau(RESULTATS, () => '{"message":"L’onglet manque."}');
    await page.getByRole('button', { name: 'Voir la ligne 8' }).click();
    const alerte = page.getByRole('alert');
    await alerte.waitFor();
    expect(await alerte.innerText()).toBe('L’onglet manque.');
  });

  it('la première suite est en bas, les autres à la fin de la liste', async () => {
    const { page, appels } = await ouvrirPanneau(RESULTATS);
    const pied = page.locator('.pied').getByRole('button');
    expect(await pied.allTextContents()).toEqual(['Préparer la revue', 'Fermer']);
    await page.locator('.suites').getByRole('button', { name: 'Tableau de bord' }).click();
    await expect.poll(() => appels).toHaveLength(1);
    expect(appels[0]?.texte).toBe('{"action":"tableau.actualiser","cible":null}');
  });

  it('une suite ouvre le panneau suivant, une seule fois', async () => {
    const suivant = formulaire([champ('objet', 'Objet')], {}, 'Nouveau devis');
    const { page, appels } = await ouvrirPanneau(RESULTATS, () => JSON.stringify(suivant));
    await page.getByRole('button', { name: 'Préparer la revue' }).dblclick();
    await page.getByRole('heading', { name: 'Nouveau devis' }).waitFor();
    expect(appels).toEqual([
      { fonction: 'ouvrir', texte: '{"action":"revue.preparer","cible":null}' },
    ]);
    expect(
      await page.getByLabel('Objet').evaluate((e) => e === e.ownerDocument.activeElement),
    ).toBe(true);
    expect(await page.title()).toBe('Nouveau devis');
  });

  it('un échec est dit, et rien ne prétend avoir été écrit', async () => {
    const { page } = await ouvrirPanneau(RESULTATS, () => {
      throw new Error('NetworkError');
    });
    await page.getByRole('button', { name: 'Voir la ligne 8' }).click();
    const alerte = page.getByRole('alert');
    await alerte.getByText('connexion').waitFor();
    expect(await alerte.innerText()).not.toContain('prise en compte');
    expect(await page.getByRole('button', { name: 'Fermer' }).isEnabled()).toBe(true);
  });

  it('« Fermer » et Échap ferment', async () => {
    for (const touche of ['Enter', 'Escape']) {
      const { page, estFerme } = await ouvrirPanneau(RESULTATS);
      await page.getByRole('button', { name: 'Fermer' }).focus();
      await page.keyboard.press(touche);
      expect(await estFerme()).toBe(true);
    }
  });

  it.each([
    ['https://mail.google.com/mail/?view=cm&to=a%40b.fr', 'Ouvrir dans Gmail'],
    ['https://drive.example/dossier', 'Ouvrir drive.example'],
  ])('%s s’ouvre à part', async (adresse, nom) => {
    const { page } = await ouvrirPanneau(
      resultat('Fait.', { elements: [element('Un', { adresse })] }),
    );
    const lien = page.getByRole('link', { name: nom });
    expect(await lien.getAttribute('href')).toBe(adresse);
    expect(await lien.getAttribute('target')).toBe('_blank');
    expect(await lien.getAttribute('rel')).toBe('noopener noreferrer');
  });

  it('toute autre adresse n’est qu’un texte', async () => {
    const adresses = [
      'javascript:globalThis.pirate = 1',
      'JaVaScRiPt:alert(1)',
      'data:text/html,<script>1</script>',
      'http://exemple.fr',
      'file:///etc/passwd',
      'https://google.com@pirate.example/',
      'contact@lunel.example',
    ];
    const { page } = await ouvrirPanneau(
      resultat('Fait.', { elements: adresses.map((adresse) => element('Un', { adresse })) }),
    );
    expect(await page.getByRole('link').count()).toBe(0);
    expect(await page.locator('.detail').allTextContents()).toEqual(adresses);
  });

  it('mille éléments : cinquante d’abord, la suite à la demande', async () => {
    const elements = Array.from({ length: 1000 }, (_, i) => element(`N° ${i}`, { lien: LIEN }));
    const { page } = await ouvrirPanneau(resultat('Vu.', { elements }));
    const lignes = page.getByRole('listitem');
    expect(await lignes.count()).toBe(50);
    await page.getByRole('button', { name: '950 autres' }).press('Enter');
    expect(await lignes.count()).toBe(100);
    expect(await page.locator(':focus').textContent()).toContain('N° 50');
  });
});
