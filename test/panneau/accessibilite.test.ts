import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import type { Panneau } from '../../apps-script/panneau/contrat';
import {
  AVEC_LISTE,
  CSV,
  IMPORT,
  champ,
  element,
  formulaire,
  resultat,
  RESULTATS,
  TOUS_GENRES,
} from './modeles';
import { avecPanneau, reponse, type PanneauOuvert } from './ouvrir';

const ouvrirPanneau = avecPanneau();
const ENVOYER = { name: 'Créer l’affaire' };
const COMPLET = formulaire(TOUS_GENRES, {
  intro: ['PROV-7 · Mairie de Lunel', 'Audit énergétique'],
  annonce: 'L’affaire AFF-2026-0012 sera créée.',
});
/** Hauteur d'une ligne, en pixels : ce qu'il faut en voir au moins. */
const UNE_LIGNE = 16;
const LONG = `${'x'.repeat(400)} ${'mot '.repeat(400)}`;

/** Les manquements, un par ligne : la règle et l'élément. */
async function manquements(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe.source);
  return page.evaluate<string[]>(
    `axe.run({ resultTypes: ['violations'] }).then((r) => r.violations.flatMap((v) =>
       v.nodes.map((n) => v.id + ' : ' + n.html + ' ' + n.failureSummary)))`,
  );
}

/** Rien ne dépasse de la largeur, et rien n'y est coupé. */
const deborde = (page: Page): Promise<number> =>
  page.evaluate<number>('document.documentElement.scrollWidth - innerWidth');

interface Etat {
  readonly panneau: Panneau;
  readonly reponse?: string | Error;
  readonly faire?: (page: Page) => Promise<void>;
}

const cliquer = (page: Page): Promise<void> => page.locator('.pied button').first().click();

const ETATS: Readonly<Record<string, Etat>> = {
  formulaire: { panneau: COMPLET },
  complétion: {
    panneau: COMPLET,
    faire: async (page) => {
      await page.getByLabel('Client').fill('mai');
      await page.keyboard.press('ArrowDown');
    },
  },
  'champs vides': { panneau: COMPLET, faire: cliquer },
  'envoi en cours': { panneau: formulaire([champ('a', 'Objet', { valeur: 'x' })]), faire: cliquer },
  refus: {
    panneau: formulaire([champ('a', 'Objet', { valeur: 'x' })]),
    reponse: reponse({ ok: false, message: 'Non.', champs: { a: 'Trop court.' } }),
    faire: cliquer,
  },
  échec: {
    panneau: formulaire([]),
    reponse: new Error('PERMISSION_DENIED'),
    faire: cliquer,
  },
  'avertissement d’Échap': {
    panneau: COMPLET,
    faire: async (page) => {
      await page.getByLabel('Objet').fill('a');
      await page.keyboard.press('Escape');
    },
  },
  'formulaire avec sa liste et ses autres chemins': { panneau: AVEC_LISTE },
  'fichier à choisir': { panneau: IMPORT },
  'fichier choisi': {
    panneau: IMPORT,
    faire: async (page) => {
      await page.getByLabel('Un fichier').setInputFiles(CSV);
      await page.getByText('est lu').first().waitFor();
    },
  },
  'fichier refusé': {
    panneau: IMPORT,
    faire: async (page) => {
      await page
        .getByLabel('Un fichier')
        .setInputFiles({ ...CSV, buffer: Buffer.from('PK\u0003\u0004') });
      await page.getByText('classeur Excel. Ouvrez').first().waitFor();
    },
  },
  résultat: { panneau: RESULTATS },
  attention: { panneau: resultat('À voir.', { ton: 'attention' }) },
  'rien n’a été fait': { panneau: resultat('Le devis est déjà signé.', { ton: 'perdu' }) },
  'textes très longs': {
    panneau: formulaire(
      [
        champ('a', LONG, { aide: LONG, valeur: LONG }),
        champ('b', LONG, { genre: 'choix', choix: [LONG, 'non'] }),
        champ('c', LONG, { genre: 'choix', choix: [LONG, 'b', 'c', 'd'] }),
        champ('d', LONG, { genre: 'ouiNon' }),
      ],
      { intro: [LONG], annonce: LONG, bouton: LONG.slice(0, 80) },
      LONG.slice(0, 100),
    ),
  },
  'résultats très longs': {
    panneau: resultat(LONG, {
      elements: [
        element(LONG, {
          ton: 'perdu',
          detail: LONG,
          adresse: `https://${'y'.repeat(60)}.example/`,
          lien: { texte: LONG, onglet: 'Devis', ligne: 3 },
        }),
      ],
      suites: [{ libelle: LONG.slice(0, 80), action: 'a', cible: null }],
    }),
  },
};

function ouvrirEtat({ panneau, reponse: r }: Etat): Promise<PanneauOuvert> {
  return ouvrirPanneau(panneau, () => {
    if (r instanceof Error) throw r;
    return r ?? new Promise(() => undefined);
  });
}

describe('accessibilité', () => {
  it.each(Object.entries(ETATS))('%s : aucun manquement, rien ne dépasse', async (nom, etat) => {
    const { page } = await ouvrirEtat(etat);
    await etat.faire?.(page);
    if (nom === 'refus' || nom === 'échec') await page.getByRole('alert').waitFor();
    expect(await manquements(page)).toEqual([]);
    expect(await deborde(page)).toBe(0);
    await page.evaluate('document.documentElement.style.fontSize = "200%"');
    expect(await deborde(page)).toBe(0);
  });

  it('toute l’affaire au clavier seul', async () => {
    const fait = reponse({ ok: true, panneau: RESULTATS });
    const { page, envois, appels, estFerme } = await ouvrirPanneau(COMPLET, ({ fonction }) =>
      fonction === 'envoyer' ? fait : '{"message":null}',
    );
    const { keyboard } = page;
    const suivre = async (...touches: string[]): Promise<void> => {
      for (const touche of touches) await keyboard.press(touche);
    };
    await keyboard.type('bez');
    await suivre('ArrowDown', 'Enter', 'Tab');
    await keyboard.type('Audit');
    await suivre('Tab');
    await keyboard.type('Un besoin');
    await suivre('Tab', 'Tab', 'Tab');
    await keyboard.type('2');
    await suivre('Tab');
    await keyboard.type('12/3');
    await suivre('Tab');
    await keyboard.type('Salon');
    await suivre('Tab', 'ArrowDown', 'Tab');
    await keyboard.type('a@b.fr');
    await suivre('Tab', 'Space', 'Tab', 'ArrowLeft', 'Tab', 'Enter');
    await page.getByText('3 brouillons').waitFor();
    expect(envois()[0]?.valeurs).toEqual({
      client: 'Mairie de Béziers',
      objet: 'Audit',
      besoin: 'Un besoin',
      montant: '12 500,00',
      tva: '20',
      visites: '2',
      signature: '12/3',
      origine: 'Salon',
      classe: 'Stratégique',
      contact: 'a@b.fr',
      delai: 'Oui',
      salon: 'Non',
    });
    await suivre('Tab', 'Enter');
    await expect.poll(() => appels.at(-1)?.fonction).toBe('allerA');
    await suivre('Escape');
    expect(await estFerme()).toBe(true);
  });

  it('le curseur se voit partout où il passe', async () => {
    const { page } = await ouvrirPanneau(COMPLET);
    const sansContour: string[] = [];
    for (let i = 0; i < 16; i++) {
      const vu = await page.locator(':focus').evaluate((e) => {
        const style = e.ownerDocument.defaultView;
        const cadre =
          e.closest('.cadre') ?? (e.matches('.segments input') ? e.nextElementSibling : e);
        const contour = cadre && style?.getComputedStyle(cadre);
        return contour?.outlineStyle !== 'none' && parseFloat(contour?.outlineWidth ?? '0') >= 2;
      });
      if (!vu) sansContour.push(await page.locator(':focus').evaluate((e) => e.outerHTML));
      await page.keyboard.press('Tab');
      if ((await page.locator(':focus').count()) === 0) break;
    }
    expect(sansContour).toEqual([]);
  });

  it.each(['100%', '200%'])('le bas du panneau ne cache pas où l’on écrit : %s', async (taille) => {
    const { page } = await ouvrirPanneau(COMPLET);
    await page.evaluate(`document.documentElement.style.fontSize = '${taille}'`);
    // La place du pied se mesure une image après qu'il a grandi.
    const ecart = `parseFloat(document.documentElement.style.scrollPaddingBottom) -
      document.querySelector('.pied').offsetHeight`;
    await expect.poll(() => page.evaluate(ecart)).toBe(16);
    await page.evaluate('document.activeElement.blur()');
    await page.keyboard.press('Tab');
    const caches: string[] = [];
    for (let i = 0; i < 14; i++) {
      const vise = page.locator('.contenu :focus');
      if ((await vise.count()) === 0) break;
      const haut = (await vise.boundingBox())?.y ?? 0;
      const pied = (await page.locator('.pied').boundingBox())?.y ?? 0;
      if (haut + UNE_LIGNE > pied) caches.push(await vise.evaluate((e) => e.outerHTML));
      await page.keyboard.press('Tab');
    }
    expect(caches).toEqual([]);
  });

  it('sans animation pour qui n’en veut pas', async () => {
    const { page } = await ouvrirPanneau(formulaire([]));
    const animation = (): Promise<unknown> =>
      page.evaluate("getComputedStyle(document.querySelector('.barre'), '::after').animationName");
    await page.getByRole('button', ENVOYER).click();
    expect(await animation()).toBe('avance');
    await page.emulateMedia({ reducedMotion: 'reduce' });
    expect(await animation()).toBe('none');
    await page.emulateMedia({ reducedMotion: null });
  });
});
