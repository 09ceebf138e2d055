import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { Apercu } from '../../cli/preview/apercu';
import { servicesDe } from '../../cli/preview/demandes';
import { horlogeDu } from '../../cli/preview/horloge-apercu';
import { ouvrirServeur, type Ouvert } from '../../cli/preview/serveur/serveur';
import { lireClasseur } from '../../cli/workbooks/xlsx/lire-classeur';
import { modifierClasseur } from '../../cli/workbooks/xlsx/modifier-classeur';
import { adresse } from '../../cli/workbooks/xlsx/plages';
import { modifier } from '../../src/classeur/changements';
import { plan } from '../../src/classeur/plan';
import { avecNavigateur } from '../support/navigateur';
import { euros, jour } from '../support/valeurs';
import { classeurNeuf, dossierNeuf } from '../xlsx/outils';
import { moduleFactice } from './module-factice';
import { allerA, ouvrirPage } from './ouvrir-page';

/** La page dans un vrai navigateur : ce qu'une personne y voit et y fait. */
const DELAI = 120_000;
const chemin = join(dossierNeuf(), 'suivi.xlsx');
const navigateur = avecNavigateur();
let serveur: Ouvert;
let apercu: Apercu;
let page: Page;
let erreurs: string[];

beforeAll(async () => {
  await classeurNeuf(chemin, {
    clients: [{ organisation: 'Mairie' }, { organisation: '<b>Lycée</b>' }],
    devis: [{ numero: 'DEV-2026-0001', version: 1, client: 'Mairie', montantHt: euros(1234.5) }],
  });
  apercu = new Apercu({
    chemin,
    module: moduleFactice(),
    utilisateur: 'camille@exemple.fr',
    horloge: horlogeDu(jour('2026-03-02')),
  });
  serveur = await ouvrirServeur(servicesDe(apercu), 'dist/cli/apercu');
  ({ page, erreurs } = await ouvrirPage(navigateur(), serveur.adresse));
}, DELAI);

afterAll(async () => {
  await serveur.fermer();
});

const cellule = () => page.locator('#cellule').textContent();
/** Ce que la cellule choisie montre peut venir après un calcul. */
const CALCUL = { timeout: 20_000 };
const onglet = (nom: string) => page.locator('#grille').getByText(nom, { exact: true }).click();
const menu = async (...noms: string[]): Promise<void> => {
  await page.getByRole('menuitem', { name: 'Suivi commercial' }).click();
  for (const nom of noms) await page.getByRole('menuitem', { name: nom, exact: true }).click();
};
const aller = (adresse: string) => allerA(page, adresse);
const cadre = () => page.frameLocator('#cadre iframe');

it('montre le nom du fichier, le menu du module et les cellules', { timeout: DELAI }, async () => {
  expect(await page.title()).toBe('suivi.xlsx – Aperçu local');
  await onglet('Devis');
  await aller('F2');
  await expect.poll(cellule, CALCUL).toBe('Devis F2 : 1\u202f234,50 €');
  await onglet('Clients');
  await aller('A3');
  await expect.poll(cellule, CALCUL).toBe('Clients A3 : <b>Lycée</b>');
  expect(erreurs).toEqual([]);
});

it('une frappe va dans le fichier, comprise à la française', { timeout: DELAI }, async () => {
  await onglet('Devis');
  await aller('F2');
  await page.keyboard.type('999,5');
  await page.keyboard.press('Enter');
  await page.getByText('Enregistré dans le fichier').waitFor();
  expect(lireClasseur(chemin).tables.devis[0]?.montantHt).toBe(99_950);
  await aller('F2');
  await expect.poll(cellule, CALCUL).toBe('Devis F2 : 999,50 €');
});

it('une frappe refusée le dit, et la cellule revient', { timeout: DELAI }, async () => {
  await aller('F2');
  await page.keyboard.type('beaucoup');
  await page.keyboard.press('Enter');
  const refus = page.getByRole('alert').filter({ hasText: '« beaucoup » n’est pas accepté' });
  await refus.waitFor();
  await refus.getByRole('button').click();
  await aller('F2');
  await expect.poll(cellule, CALCUL).toBe('Devis F2 : 999,50 €');
  expect(lireClasseur(chemin).tables.devis[0]?.montantHt).toBe(99_950);
});

it('Ctrl+Z rétablit aussi le fichier', { timeout: DELAI }, async () => {
  await onglet('Clients');
  await aller('A2');
  await page.keyboard.press('Delete');
  const organisations = () => lireClasseur(chemin).tables.clients.map((c) => c.organisation);
  await expect.poll(organisations).toEqual([null, '<b>Lycée</b>'].filter(Boolean));
  await page.keyboard.press('Control+z');
  await expect.poll(organisations).toEqual(['Mairie', '<b>Lycée</b>']);
});

it('la mise en forme n’est pas à changer ici', { timeout: DELAI }, async () => {
  await aller('A2');
  await page.keyboard.press('Control+b');
  const avis = page.getByText('L’aperçu ne change que le contenu des cellules.').first();
  await expect.poll(() => avis.isVisible()).toBe(true);
});

it('le menu se parcourt au clavier', { timeout: DELAI }, async () => {
  await page.getByRole('menuitem', { name: 'Suivi commercial' }).focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowRight');
  expect(await page.locator(':focus').textContent()).toBe('Écrire');
  await page.keyboard.press('ArrowUp');
  expect(await page.locator(':focus').textContent()).toBe('Dire la ligne');
  await page.keyboard.press('ArrowLeft');
  expect(await page.locator(':focus').textContent()).toBe('Devis');
  await page.keyboard.press('Escape');
  expect(await page.locator(':focus').textContent()).toBe('Suivi commercial');
  expect(await page.getByRole('menu').count()).toBe(0);
});

it(
  'un clic du menu agit sur la ligne choisie, et l’alerte se ferme',
  { timeout: DELAI },
  async () => {
    await onglet('Clients');
    await aller('A3');
    await menu('Devis', 'Dire la ligne');
    const alerte = page.getByRole('dialog');
    await alerte.getByText('Clients 3').waitFor();
    await alerte.getByRole('button', { name: 'OK' }).click();
    await expect.poll(() => alerte.count()).toBe(0);
  },
);

it('le panneau parle au module, et la grille suit', { timeout: DELAI }, async () => {
  await menu('Panneau…');
  await cadre().getByRole('button', { name: 'Appeler' }).click();
  await cadre().getByText('Depuis le panneau').waitFor();
  await onglet('Clients');
  await aller('A2');
  await expect.poll(cellule, CALCUL).toBe('Clients A2 : Depuis le panneau');
  expect(await page.locator('#cadre iframe').getAttribute('sandbox')).toBe(
    'allow-scripts allow-forms',
  );
});

it('le panneau n’a accès ni au réseau, ni à la page, ni au jeton', { timeout: DELAI }, async () => {
  const [, panneau] = page.frames();
  const essais = await panneau?.evaluate(`(async () => {
    const tenter = async (f) => {
      try { await f(); return 'permis'; } catch { return 'refusé'; }
    };
    return {
      reseau: await tenter(() => fetch('/api/classeur', { method: 'POST' })),
      parent: await tenter(() => parent.location.href),
      stockage: await tenter(() => localStorage.length),
      jeton: /jeton/.test(location.href + document.referrer),
    };
  })()`);
  expect(essais).toEqual({ reseau: 'refusé', parent: 'refusé', stockage: 'refusé', jeton: false });
});

it('ce qu’un autre programme écrit s’affiche', { timeout: DELAI }, async () => {
  await modifierClasseur(chemin, ({ tables }) => {
    const [, lycee] = tables.clients;
    return plan(null, {
      changements: lycee
        ? modifier('clients', lycee, 'Lycée', { organisation: 'Lycée Ampère' })
        : [],
    });
  });
  await apercu.veiller();
  await aller('A3');
  await expect.poll(cellule, CALCUL).toBe('Clients A3 : Lycée Ampère');
});

it('une frappe en cours survit à un changement du fichier', { timeout: DELAI }, async () => {
  const changerClient = (rang: number, organisation: string) =>
    modifierClasseur(chemin, ({ tables }) => {
      const client = tables.clients[rang];
      return plan(null, {
        changements: client
          ? modifier('clients', client, client.organisation ?? '', { organisation })
          : [],
      });
    });
  const organisations = () => lireClasseur(chemin).tables.clients.map((c) => c.organisation);
  await aller('A3');
  await page.keyboard.type('Lycée ');
  await changerClient(0, 'Mairie changée');
  await apercu.veiller();
  await page.waitForTimeout(1500);
  await page.keyboard.type('Monge');
  await page.keyboard.press('Enter');
  await expect.poll(organisations).toEqual(['Mairie changée', 'Lycée Monge']);
  await aller('A2');
  await expect.poll(cellule, CALCUL).toBe('Clients A2 : Mairie changée');
  await page.keyboard.type('Perdue');
  await changerClient(0, 'Mairie bis');
  await apercu.veiller();
  await page.keyboard.press('Enter');
  const refus = page.getByRole('alert').filter({ hasText: 'Le classeur a changé pendant' });
  await refus.waitFor();
  await refus.getByRole('button').click();
  expect(organisations()).toEqual(['Mairie bis', 'Lycée Monge']);
  await aller('A2');
  await expect.poll(cellule, CALCUL).toBe('Clients A2 : Mairie bis');
});

it('une formule suit ce que le menu écrit', { timeout: DELAI }, async () => {
  const { colonnes } = apercu.vue().onglets.find((o) => o.nom === 'Clients') ?? { colonnes: [] };
  const libre = adresse(2, colonnes.length - 1);
  await aller(libre);
  await page.keyboard.type('=LEN(A2)');
  await page.keyboard.press('Enter');
  await aller(libre);
  await expect.poll(cellule, CALCUL).toBe(`Clients ${libre} : ${'Mairie bis'.length}`);
  await menu('Devis', 'Écrire');
  await aller('A2');
  await expect.poll(cellule, CALCUL).toBe('Clients A2 : Écrit par le module');
  await aller(libre);
  await expect.poll(cellule, CALCUL).toBe(`Clients ${libre} : ${'Écrit par le module'.length}`);
});

it('trop long pour une cellule, un texte est refusé d’emblée', { timeout: DELAI }, async () => {
  await aller('A3');
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.evaluate(`navigator.clipboard.writeText('x'.repeat(33000))`);
  await page.keyboard.press('Control+v');
  const refus = page.getByRole('alert').filter({ hasText: '33\u202f000 caractères' });
  await refus.waitFor();
  await refus.getByRole('button').click();
  await page.keyboard.press('F2');
  await page.keyboard.press('Control+v');
  await refus.waitFor();
  await refus.getByRole('button').click();
  await page.keyboard.press('Escape');
  await aller('A3');
  await expect.poll(cellule, CALCUL).toBe('Clients A3 : Lycée Monge');
});

it('les refus ne s’empilent pas, et rien n’y renverse la lecture', { timeout: DELAI }, async () => {
  await onglet('Devis');
  for (const n of [1, 2, 3, 4]) {
    await aller('F2');
    await page.keyboard.type(`\u202Erien${n}`);
    await page.keyboard.press('Enter');
    await page
      .getByRole('alert')
      .filter({ hasText: `rien${n}` })
      .waitFor();
  }
  const refus = page.locator('.toast');
  expect(await refus.count()).toBe(3);
  expect(await refus.locator('bdi').filter({ hasText: 'rien' }).count()).toBe(3);
  for (let reste = 3; reste > 0; reste--) await refus.first().getByRole('button').click();
});

it('un brouillon s’ouvre en texte', { timeout: DELAI }, async () => {
  const mime =
    'To: e@exemple.fr\r\nSubject: Relance\r\nDate: Mon, 02 Mar 2026 12:00:00 +0000\r\n\r\nBonjour <i>vous</i>';
  await apercu.appeler({
    fonction: 'deposer',
    args: [mime],
    selection: null,
    version: apercu.version,
  });
  const boite = page.locator('#brouillons');
  await page.getByRole('button', { name: 'Brouillons' }).click();
  await boite.getByRole('button', { name: /e@exemple\.fr/ }).click();
  await boite.getByRole('heading', { name: 'Relance' }).waitFor();
  await boite.getByRole('button', { name: 'Fermer les brouillons' }).click();
  // Le lien que le panneau donne vers Gmail mène au même brouillon, ici.
  await cadre().getByRole('link', { name: 'Ouvrir dans Gmail' }).click();
  await boite.getByRole('heading', { name: 'Relance' }).waitFor();
  expect(await boite.locator('.corps').textContent()).toBe('Bonjour <i>vous</i>');
  const telecharge = page.waitForEvent('download');
  await boite.getByRole('link', { name: /Télécharger/ }).click();
  expect((await telecharge).suggestedFilename()).toBe('r-1.eml');
});

it('la page est accessible, la grille dessinée mise à part', { timeout: DELAI }, async () => {
  const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
  // Le navigateur n'exécute pas un script étranger à la page : celui-ci passe par le débogueur.
  await page.evaluate(readFileSync(axe, 'utf8'));
  await page.getByRole('menuitem', { name: 'Suivi commercial' }).click();
  const violations = await page.evaluate(`axe
    .run({ exclude: [['#grille'], ['#cadre']] })
    .then(({ violations }) => violations.map((v) => [v.id, v.nodes.map((n) => n.html)]))`);
  expect(violations).toEqual([]);
});

it('l’aperçu arrêté le dit aussitôt, et ne laisse plus taper', { timeout: DELAI }, async () => {
  await serveur.fermer();
  await page.getByText('L’aperçu est arrêté : relancez « suivi apercu ».').waitFor();
  expect(await page.evaluate("document.querySelector('#travail').inert")).toBe(true);
});
