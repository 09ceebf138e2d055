import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { Apercu } from '../../cli/preview/apercu';
import { servicesDe } from '../../cli/preview/demandes';
import { horlogeDu } from '../../cli/preview/horloge-apercu';
import { ouvrirServeur, type Ouvert } from '../../cli/preview/serveur/serveur';
import { modifierClasseur } from '../../cli/workbooks/xlsx/modifier-classeur';
import { creerModele } from '../../cli/workbooks/xlsx/creer-modele';
import { lignesAccueil, ONGLET_ACCUEIL } from '../../sheets-templates/accueil';
import { CARTES } from '../../sheets-templates/tableau/cartes';
import { GRAPHIQUES } from '../../sheets-templates/tableau/graphiques';
import { colonneDeCarte, LIGNES } from '../../sheets-templates/tableau/grille';
import { modifier } from '../../src/classeur/changements';
import { plan } from '../../src/classeur/plan';
import { TABLES } from '../../src/classeur/tables';
import { lettreColonne } from '../../src/classeur/source';
import { ONGLET_TABLEAU } from '../../src/tableau-de-bord/onglets';
import { avecNavigateur } from '../support/navigateur';
import { euros, jour } from '../support/valeurs';
import { dossierNeuf } from '../xlsx/outils';
import { moduleFactice } from './module-factice';
import { allerA, ouvrirPage } from './ouvrir-page';

/** Le tableau de bord dans l'aperçu : ses chiffres, ses graphiques, et ce qu'une frappe y change. */
const DELAI = 90_000;
const navigateur = avecNavigateur();
const chemin = join(dossierNeuf(), 'suivi.xlsx');
let apercu: Apercu;
let serveur: Ouvert;
let page: Page;
let erreurs: string[];

beforeAll(async () => {
  const devis = {
    version: 1,
    client: 'Mairie',
    statut: 'Envoyé',
    envoyeLe: jour('2026-02-20'),
  } as const;
  const octets = await creerModele({
    clients: [{ organisation: 'Mairie' }],
    devis: [
      { ...devis, numero: 'DEV-2026-0001', montantHt: euros(12_000), premierEnvoi: devis.envoyeLe },
      { ...devis, numero: 'DEV-2026-0002', montantHt: euros(5000), premierEnvoi: devis.envoyeLe },
    ],
  });
  writeFileSync(chemin, octets);
  const horloge = horlogeDu(jour('2026-03-02'));
  const utilisateur = 'camille@exemple.fr';
  apercu = new Apercu({ chemin, module: moduleFactice(), utilisateur, horloge });
  serveur = await ouvrirServeur(servicesDe(apercu), 'dist/cli/apercu');
  ({ page, erreurs } = await ouvrirPage(navigateur(), serveur.adresse));
}, DELAI);

afterAll(async () => {
  await serveur.fermer();
});

const onglet = (nom: string) => page.locator('#grille').getByText(nom, { exact: true }).click();

/** Tape et attend l'enregistrement ; la page, qui calcule, peut ne pas encore écouter : on retape. */
async function taper(adresse: string, texte: string): Promise<void> {
  const etat = page.locator('#etat');
  await vi.waitFor(
    async () => {
      await page.keyboard.press('Escape');
      await allerA(page, adresse);
      await etat.evaluate((e) => {
        e.textContent = '';
      });
      await page.keyboard.type(texte);
      await page.keyboard.press('Enter');
      await etat.getByText('Enregistré dans le fichier').waitFor({ timeout: 10_000 });
      await allerA(page, adresse);
      expect(await page.locator('#cellule').textContent()).toContain(texte);
    },
    { timeout: 60_000 },
  );
}

const devis = (colonne: string, ligne: number): string =>
  `${lettreColonne(Object.keys(TABLES.devis.colonnes).indexOf(colonne))}${ligne}`;
const FIGURE = `${lettreColonne(colonneDeCarte(0) - 1)}${LIGNES.cartes + 1}`;

/** Le premier compteur de l'Accueil : les devis à relancer. */
const A_RELANCER = `B${lignesAccueil().findIndex((l) => l.sorte === 'compteur') + 1}`;

/** Ce que montre la grande figure de la première carte, le CA signé. */
async function caSigne(): Promise<string> {
  await allerA(page, FIGURE);
  return (await page.locator('#cellule').textContent()) ?? '';
}

it('montre aussitôt les figures du mois et leurs graphiques', { timeout: DELAI }, async () => {
  expect(CARTES[0]?.titre).toBe('CA signé (HT)');
  await onglet(ONGLET_TABLEAU);
  await expect.poll(caSigne, { timeout: 5000 }).toBe(`${ONGLET_TABLEAU} ${FIGURE} : 0 €`);
  const dessins = page.locator('.graphiques svg');
  await expect.poll(() => dessins.count()).toBe(GRAPHIQUES.length);
  const noms = await dessins.evaluateAll((svgs) => svgs.map((s) => s.getAttribute('aria-label')));
  expect(noms).toEqual(GRAPHIQUES.map((g) => g.description));
});

it('un devis signé change le CA du mois, et le dessin', { timeout: DELAI }, async () => {
  const barres = page.locator(
    '.graphiques svg[aria-label^="CA signé des douze"] rect[height]:not([height="0"])',
  );
  const avant = await barres.count();
  await onglet('Devis');
  await taper(devis('statut', 2), 'Signé');
  await taper(devis('decideLe', 2), '02/03/2026');
  await onglet(ONGLET_TABLEAU);
  await expect
    .poll(caSigne, { timeout: 60_000 })
    .toBe(`${ONGLET_TABLEAU} ${FIGURE} : 12\u202f000 €`);
  await expect.poll(() => barres.count(), { timeout: 20_000 }).toBeGreaterThan(avant);
  expect(erreurs).toEqual([]);
});

it(
  'le fichier changé par un autre programme, l’Accueil se recompte',
  { timeout: DELAI },
  async () => {
    await modifierClasseur(chemin, ({ tables }) =>
      plan(null, {
        changements: tables.devis
          .filter((d) => d.statut === 'Envoyé')
          .flatMap((d) =>
            modifier('devis', d, d.numero ?? '', { prochaineRelance: jour('2026-02-27') }),
          ),
      }),
    );
    await onglet(ONGLET_ACCUEIL);
    await allerA(page, A_RELANCER);
    const cellule = page.locator('#cellule');
    await expect.poll(() => cellule.textContent()).toBe(`${ONGLET_ACCUEIL} ${A_RELANCER} : 0`);
    await apercu.veiller();
    await expect
      .poll(() => cellule.textContent(), { timeout: 60_000 })
      .toBe(`${ONGLET_ACCUEIL} ${A_RELANCER} : 1`);
  },
);
