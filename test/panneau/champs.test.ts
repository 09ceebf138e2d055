import { describe, expect, it } from 'vitest';
import { champ, CLIENTS, formulaire, TOUS_GENRES } from './modeles';
import { avecPanneau } from './ouvrir';

const ouvrirPanneau = avecPanneau();
const ENVOYER = { name: 'Créer l’affaire' };

describe('champs du panneau', () => {
  it('chaque genre se remplit comme on l’écrit, et part tel que tapé', async () => {
    const { page, envois } = await ouvrirPanneau(formulaire(TOUS_GENRES));
    await page.getByLabel('Client').fill('Mairie neuve');
    await page.getByLabel('Objet').fill('Audit « énergie »');
    await page.getByLabel('Besoin').fill('Deux\nlignes');
    await page.getByLabel('Montant HT').fill('1 234,5');
    await page.getByLabel('Visites prévues').fill('3');
    await page.getByLabel('Signature prévue').fill('12/3');
    await page.getByLabel('Origine').selectOption('Salon');
    await page.getByRole('radio', { name: 'Stratégique' }).check();
    await page.getByLabel('E-mail du contact').fill('hélène@lunel.example');
    await page.getByRole('radiogroup', { name: 'Délai' }).getByLabel('Oui').check();
    await page.getByRole('button', ENVOYER).click();
    await expect.poll(envois).toHaveLength(1);
    expect(envois()[0]).toEqual({
      jeton: 'J1',
      action: 'affaire.nouvelle',
      cible: null,
      valeurs: {
        client: 'Mairie neuve',
        objet: 'Audit « énergie »',
        besoin: 'Deux\nlignes',
        montant: '1 234,5',
        tva: '20',
        visites: '3',
        signature: '12/3',
        origine: 'Salon',
        classe: 'Stratégique',
        contact: 'hélène@lunel.example',
        delai: 'Oui',
        salon: '',
      },
    });
  });

  it('les valeurs reçues sont montrées et rendues sans rien perdre', async () => {
    const valeurs = {
      texte: 'une ligne\nune autre',
      long: 'a\n\nb ',
      montant: '1 234,50 €',
      date: '02/03/2026',
      choix: 'Ancienne valeur',
      ouiNon: 'Non',
    } as const;
    const genres = Object.keys(valeurs) as (keyof typeof valeurs)[];
    const { page, envois } = await ouvrirPanneau(
      formulaire(
        genres.map((genre) =>
          champ(genre, genre, { genre, valeur: valeurs[genre], choix: ['a', 'b', 'c', 'd'] }),
        ),
        { cible: 'AFF-1' },
      ),
    );
    await page.getByRole('button', ENVOYER).click();
    await expect.poll(envois).toHaveLength(1);
    expect(envois()[0]?.cible).toBe('AFF-1');
    expect(envois()[0]?.valeurs).toEqual({ ...valeurs, montant: '1 234,50' });
  });

  it('jusqu’à trois réponses, des boutons radio ; au-delà, une liste', async () => {
    const { page } = await ouvrirPanneau(
      formulaire([
        champ('trois', 'Trois', { genre: 'choix', choix: ['a', 'b', 'c'] }),
        champ('quatre', 'Quatre', { genre: 'choix', choix: ['a', 'b', 'c', 'd'] }),
        champ('libre', 'Libre', { genre: 'choix', choix: ['a', 'b'], requis: false }),
      ]),
    );
    expect(await page.getByRole('radiogroup', { name: 'Trois' }).getByRole('radio').count()).toBe(
      3,
    );
    const options = page.getByRole('combobox', { name: 'Quatre' }).getByRole('option');
    expect(await options.allTextContents()).toEqual(['Choisir…', 'a', 'b', 'c', 'd']);
    const libre = page.getByRole('radiogroup', { name: 'Libre' });
    expect(await libre.getByRole('radio', { name: 'Non précisé' }).isChecked()).toBe(true);
  });

  it('une saisie longue grandit avec son texte, jusqu’à une limite', async () => {
    const { page } = await ouvrirPanneau(formulaire([champ('note', 'Note', { genre: 'long' })]));
    const hauteur = async (): Promise<number> =>
      (await page.getByLabel('Note').boundingBox())?.height ?? 0;
    const vide = await hauteur();
    await page.getByLabel('Note').fill('ligne\n'.repeat(8));
    const pleine = await hauteur();
    expect(pleine).toBeGreaterThan(vide * 2);
    await page.getByLabel('Note').fill('ligne\n'.repeat(500));
    expect(await hauteur()).toBeLessThan(400);
    await page.getByLabel('Note').fill('');
    expect(await hauteur()).toBe(vide);
  });

  it('le calendrier écrit la date à la française et rend le curseur à la saisie', async () => {
    const { page } = await ouvrirPanneau(
      formulaire([champ('date', 'Date', { genre: 'date', valeur: '1er mars 2026' })]),
    );
    const calendrier = page.locator('input[type=date]');
    await calendrier.dispatchEvent('pointerdown');
    expect(await calendrier.inputValue()).toBe('2026-03-01');
    await calendrier.fill('2026-03-12');
    await calendrier.dispatchEvent('change');
    expect(await page.getByLabel('Date').inputValue()).toBe('12/03/2026');
    expect(await page.locator(':focus').getAttribute('type')).toBe('text');
  });

  it('l’aide, l’unité et l’obligation sont dites au lecteur d’écran', async () => {
    const { page } = await ouvrirPanneau(
      formulaire([
        champ('montant', 'Montant HT', { genre: 'montant', aide: 'Hors taxes.' }),
        champ('client', 'Client', { suggestions: CLIENTS, requis: false }),
      ]),
    );
    const montant = page.getByLabel('Montant HT');
    const decrit = (await montant.getAttribute('aria-describedby')) ?? '';
    const textes = await Promise.all(
      decrit.split(' ').map((id) => page.locator(`#${id}`).textContent()),
    );
    expect(textes).toEqual(['€', 'Hors taxes.']);
    expect(await montant.getAttribute('aria-required')).toBe('true');
    expect(await page.getByLabel('Client').getAttribute('aria-required')).toBeNull();
  });
});
