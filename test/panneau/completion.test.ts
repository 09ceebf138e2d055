import { describe, expect, it } from 'vitest';
import { champ, CLIENTS, formulaire } from './modeles';
import { avecPanneau, type PanneauOuvert } from './ouvrir';

const ouvrirPanneau = avecPanneau();

const ouvrir = (suggestions: readonly string[] = CLIENTS): Promise<PanneauOuvert> =>
  ouvrirPanneau(formulaire([champ('client', 'Client', { suggestions }), champ('objet', 'Objet')]));

describe('complétion au clavier', () => {
  it('suit le motif « combobox » : liste annoncée, option active, choix par Entrée', async () => {
    const { page, appels } = await ouvrir();
    const client = page.getByRole('combobox', { name: 'Client' });
    expect(await client.getAttribute('aria-expanded')).toBe('false');
    await client.pressSequentially('mairie');
    expect(await client.getAttribute('aria-expanded')).toBe('true');
    expect(await page.getByRole('option').allTextContents()).toEqual([
      'Mairie de Lunel',
      'Mairie de Béziers',
    ]);
    expect(await page.locator('#annonces').textContent()).toBe('2 suggestions');
    expect(await client.getAttribute('aria-activedescendant')).toBeNull();
    await client.press('ArrowDown');
    await client.press('ArrowDown');
    const active = page.getByRole('option', { selected: true });
    expect(await active.textContent()).toBe('Mairie de Béziers');
    expect(await client.getAttribute('aria-activedescendant')).toBe(
      await active.getAttribute('id'),
    );
    await client.press('Enter');
    expect(await client.inputValue()).toBe('Mairie de Béziers');
    expect(await client.getAttribute('aria-expanded')).toBe('false');
    expect(await client.getAttribute('aria-activedescendant')).toBeNull();
    expect(appels).toEqual([]);
  });

  it.each([
    ['ArrowDown', ['ArrowDown'], 'Mairie de Lunel'],
    ['ArrowUp, depuis la saisie', ['ArrowUp'], 'Mairie de Béziers'],
    ['le tour', ['ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowDown'], 'Mairie de Lunel'],
  ])('%s', async (_, touches, attendu) => {
    const { page } = await ouvrir();
    await page.getByLabel('Client').fill('mairie');
    for (const touche of touches) await page.keyboard.press(touche);
    await page.keyboard.press('Tab');
    expect(await page.getByLabel('Client').inputValue()).toBe(attendu);
    expect(
      await page.getByLabel('Objet').evaluate((e) => e === e.ownerDocument.activeElement),
    ).toBe(true);
  });

  it('Échap ferme la liste d’abord, sans toucher à ce qui est tapé ni au panneau', async () => {
    const { page, estFerme } = await ouvrir();
    await page.getByLabel('Client').fill('mairie');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Escape');
    expect(await page.getByRole('listbox').isVisible()).toBe(false);
    expect(await page.getByLabel('Client').inputValue()).toBe('mairie');
    expect(await estFerme()).toBe(false);
  });

  it('Entrée sans choix ferme la liste, garde la frappe et n’envoie rien', async () => {
    const { page, appels } = await ouvrir();
    await page.getByLabel('Objet').fill('Audit');
    await page.getByLabel('Client').fill('mairie');
    await page.keyboard.press('Enter');
    expect(await page.getByRole('listbox').isVisible()).toBe(false);
    expect(appels).toEqual([]);
    await page.keyboard.press('Enter');
    await expect.poll(() => appels.length).toBe(1);
  });

  it('à la souris : un clic montre les premières, un clic choisit', async () => {
    const { page } = await ouvrir();
    await page.getByLabel('Client').click();
    await page.getByRole('option', { name: 'Lycée Jean Moulin' }).click();
    expect(await page.getByLabel('Client').inputValue()).toBe('Lycée Jean Moulin');
    expect(await page.getByRole('listbox').isVisible()).toBe(false);
    await page.getByLabel('Client').fill('lun');
    await page.getByRole('heading').click();
    expect(await page.getByRole('listbox').isVisible()).toBe(false);
    expect(await page.getByLabel('Client').inputValue()).toBe('lun');
  });

  it('des milliers de noms : huit montrés, les autres comptés, une autre valeur permise', async () => {
    const { page } = await ouvrir(Array.from({ length: 5000 }, (_, i) => `Société n° ${i}`));
    await page.getByLabel('Client').fill('societe');
    expect(await page.getByRole('option').count()).toBe(8);
    expect(await page.getByText('4\u202f992 autres').isVisible()).toBe(true);
    await page.getByLabel('Client').fill('Toute nouvelle');
    expect(await page.getByRole('listbox').isVisible()).toBe(false);
  });

  it('en bas du panneau, la liste s’ouvre vers le haut et reste visible', async () => {
    const long = champ('long', 'Compte rendu', { genre: 'long', valeur: 'ligne\n'.repeat(18) });
    const { page } = await ouvrirPanneau(
      formulaire([long, champ('client', 'Client', { suggestions: CLIENTS })]),
    );
    await page.getByLabel('Client').click();
    const liste = await page.getByRole('listbox').boundingBox();
    const saisie = await page.getByLabel('Client').boundingBox();
    expect((liste?.y ?? 0) + (liste?.height ?? 0)).toBeLessThanOrEqual(saisie?.y ?? 0);
    expect(liste?.y).toBeGreaterThanOrEqual(0);
  });
});
