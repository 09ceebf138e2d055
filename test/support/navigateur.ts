import { chromium, type Browser } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { trouver } from './programmes';

const OPTIONS = ['--no-sandbox', '--disable-gpu', '--disable-background-networking'];

/** Un Chromium pour tout un fichier d'essais, fermé à la fin. S'il manque, les essais échouent. */
export function avecNavigateur(): () => Browser {
  let navigateur: Browser | null = null;
  beforeAll(async () => {
    navigateur = await chromium.launch({
      executablePath: trouver('chromium', 'chromium'),
      args: OPTIONS,
    });
  });
  afterAll(async () => {
    await navigateur?.close();
  });
  return () => {
    if (!navigateur) throw new Error('Le navigateur n’est pas encore ouvert.');
    return navigateur;
  };
}
