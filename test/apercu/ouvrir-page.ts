import type { Browser, Page } from 'playwright-core';
import { vi } from 'vitest';

/** Ouvre l'aperçu et attend qu'il soit prêt ; les erreurs de la page sont recueillies. */
export async function ouvrirPage(
  navigateur: Browser,
  adresse: string,
): Promise<{ page: Page; erreurs: string[] }> {
  const page = await navigateur.newPage({ viewport: { width: 1400, height: 850 } });
  const erreurs: string[] = [];
  page.on('pageerror', (e) => erreurs.push(e.message));
  page.on('console', (m) => m.type() === 'error' && erreurs.push(m.text()));
  await page.goto(adresse);
  await page.locator('body[data-pret]').waitFor({ timeout: 60_000 });
  return { page, erreurs };
}

/**
 * Va à une cellule par la boîte des noms, comme dans un tableur. Le classeur peut se remontrer au même
 * instant, et la boîte avec lui : alors, comme une personne, on recommence ; pas avant qu'une machine
 * chargée ait pu répondre.
 */
export async function allerA(page: Page, adresse: string): Promise<void> {
  const boite = page.locator('#grille input').first();
  const choisie = page.locator('#cellule').getByText(` ${adresse} :`);
  await vi.waitFor(
    async () => {
      await boite.fill(adresse);
      await boite.press('Enter');
      await choisie.waitFor({ timeout: 8000 });
      // Le clavier revient à la grille un peu après : taper plus tôt irait dans la boîte.
      await page.locator('#grille input:focus').waitFor({ state: 'detached', timeout: 2000 });
    },
    { timeout: 60_000 },
  );
}
