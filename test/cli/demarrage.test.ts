import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { EXECUTABLE } from '../support/suivi';

/** Tout ce qu'un module charge dès qu'on l'importe. */
function chargesAvec(fichier: string, vus = new Map<string, string>()): Map<string, string> {
  if (vus.has(fichier)) return vus;
  const code = readFileSync(fichier, 'utf8');
  vus.set(fichier, code);
  for (const [, chemin = ''] of code.matchAll(/(?:from|import)\s*"(\.[^"]+\.mjs)"/g)) {
    chargesAvec(join(dirname(fichier), chemin), vus);
  }
  return vus;
}

/** Les modules qu'un code importe à la demande. */
function aLaDemande(fichier: string): string[] {
  const code = readFileSync(fichier, 'utf8');
  return [...code.matchAll(/import\("(\.[^"]+\.mjs)"\)/g)].map(([, c = '']) =>
    join(dirname(fichier), c),
  );
}

const GOOGLE = /sheets\.googleapis\.com|GaxiosError|google-auth-library/;

it('« suivi --help » ne charge ni Google, ni exceljs, ni le moteur du classeur', () => {
  const charges = chargesAvec(EXECUTABLE);
  const octets = [...charges.values()].reduce((somme, code) => somme + code.length, 0);
  expect(octets).toBeLessThan(60_000);
  expect([...charges.values()].some((code) => GOOGLE.test(code))).toBe(false);
});

it('une commande sur un .xlsx ne charge pas Google', () => {
  const dossier = join(dirname(EXECUTABLE), 'morceaux');
  const tous = readdirSync(dossier).map((nom) => readFileSync(join(dossier, nom), 'utf8'));
  expect(tous.filter((code) => GOOGLE.test(code)).length).toBeGreaterThan(0);
  const commandes = [...chargesAvec(EXECUTABLE).keys()].flatMap(aLaDemande);
  expect(commandes.length).toBeGreaterThan(10);
  for (const commande of commandes) {
    const charges = [...chargesAvec(commande)];
    expect(charges.filter(([, code]) => GOOGLE.test(code)).map(([nom]) => nom)).toEqual([]);
  }
});
