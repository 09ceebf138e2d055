import { describe, expect, it } from 'vitest';
import type { Panneau } from '../../apps-script/panneau/contrat';
import { HOSTILES } from './hostiles';
import { champ, element, formulaire, resultat } from './modeles';
import { avecPanneau, reponse, type PanneauOuvert } from './ouvrir';

const ouvrirPanneau = avecPanneau();

const partout = (t: string): Panneau =>
  formulaire(
    [
      champ('a', t, { valeur: t, aide: t, suggestions: [t, `${t} bis`] }),
      champ(t, t, { genre: 'choix', choix: [t, 'b', 'c', 'd'], valeur: t }),
      champ('__proto__', t, { genre: 'choix', choix: [t], valeur: t }),
      champ('long', t, { genre: 'long', valeur: t }),
    ],
    {
      intro: [t],
      annonce: t,
      bouton: t,
      action: t,
      cible: t,
      elements: [element(t, { detail: t })],
      suites: [{ libelle: t, action: t, cible: t }],
    },
    t,
  );

const resultatPartout = (t: string): Panneau =>
  resultat(t, {
    elements: [
      element(t, { detail: t, adresse: t, lien: { texte: t, onglet: t, ligne: 2 } }),
      element(t, { ton: 'perdu' }),
    ],
    suites: [{ libelle: t, action: t, cible: t }],
  });

/** Rien n'a tourné, rien n'est sorti, et la page n'a que ses propres éléments. */
async function rienNEstPasse({ page, reseau }: PanneauOuvert): Promise<void> {
  expect(await page.evaluate('globalThis.pirate')).toBeUndefined();
  expect(reseau).toHaveLength(1);
  expect(await page.locator('script').count()).toBe(2);
  expect(await page.locator('img, iframe, b').count()).toBe(0);
}

describe('contenu hostile : du texte, partout', () => {
  it.each(Object.entries(HOSTILES))('%s', async (_, texte) => {
    const ouvert = await ouvrirPanneau(partout(texte), (appel) =>
      appel.fonction === 'envoyer'
        ? reponse({ ok: false, message: texte, champs: { a: texte } })
        : JSON.stringify(resultatPartout(texte)),
    );
    const { page, envois } = ouvert;
    expect(await page.getByRole('heading').textContent()).toBe(texte);
    expect(await page.locator('.intro').textContent()).toBe(texte);
    await page.locator('input[role=combobox]').press('ArrowDown');
    await page.keyboard.press('Escape');
    await page.locator('button[type=submit]').click();
    await page.getByRole('alert').waitFor();
    expect(await page.locator('.erreur').first().textContent()).toBe(texte);
    const envoi = envois()[0];
    expect([envoi?.action, envoi?.cible, envoi?.valeurs['long']]).toEqual([texte, texte, texte]);
    expect(Object.entries(envoi?.valeurs ?? {})).toContainEqual(['__proto__', texte]);
    await rienNEstPasse(ouvert);
  });

  it.each(Object.entries(HOSTILES))('résultat : %s', async (_, texte) => {
    const ouvert = await ouvrirPanneau(resultatPartout(texte), () =>
      JSON.stringify(resultatPartout(texte)),
    );
    const { page } = ouvert;
    expect(await page.locator('.bandeau p').textContent()).toBe(texte);
    expect(await page.locator('.titre').allTextContents()).toEqual([texte, texte]);
    expect(await page.getByRole('link').count()).toBe(0);
    await page.locator('.pied button').first().click();
    await rienNEstPasse(ouvert);
  });

  it('50 000 caractères se replient, s’ouvrent d’un bouton, et reviennent entiers', async () => {
    const texte = `${'é'.repeat(299)}👩🏽‍🚀${'mot '.repeat(12_500)}fin`;
    const ouvert = await ouvrirPanneau(partout(texte));
    const { page, envois } = ouvert;
    const intro = page.locator('.intro');
    expect((await intro.textContent())?.length).toBeLessThan(400);
    expect(await intro.locator('span').textContent()).not.toMatch(/\p{Surrogate}/u);
    const bouton = intro.getByRole('button', { name: 'Lire la suite' });
    await bouton.click();
    expect(await intro.textContent()).toBe(`${texte} Replier`);
    await intro.getByRole('button', { name: 'Replier' }).click();
    expect(await bouton.getAttribute('aria-expanded')).toBe('false');
    await page.locator('button[type=submit]').click();
    await expect.poll(envois).toHaveLength(1);
    expect(envois()[0]?.valeurs['long']).toBe(texte);
    await rienNEstPasse(ouvert);
  });
});
