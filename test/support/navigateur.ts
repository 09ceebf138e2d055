import { chromium, type Browser, type Page } from 'playwright-core';
import { trouver } from './programmes';

const OPTIONS = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-background-networking'];

export const lancerNavigateur = (): Promise<Browser> =>
  chromium.launch({ executablePath: trouver('chromium', 'chromium'), args: OPTIONS });

/** Ouvre l'aperçu et attend qu'il soit prêt ; une erreur de la page fait échouer l'essai qui suit. */
export async function ouvrirApercu(
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
