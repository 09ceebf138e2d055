import type { Browser, Page } from 'playwright-core';

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
