import { describe, expect, it } from 'vitest';
import { AVEC_LISTE, champ, formulaire, resultat } from './modeles';
import { avecPanneau, reponse } from './ouvrir';

const ouvrirPanneau = avecPanneau();

const FORMULAIRE = formulaire(
  [
    champ('objet', 'Objet'),
    champ('montant', 'Montant HT', { genre: 'montant' }),
    champ('note', 'Note', { genre: 'long', requis: false }),
  ],
  { annonce: 'Le numéro DEV-2026-0043 sera attribué.' },
);
const FAIT = reponse({ ok: true, panneau: resultat('L’affaire AFF-2026-0012 est créée.') });
const REFUS = reponse({
  ok: false,
  message: 'Le devis n’a pas été créé.',
  champs: { montant: 'Le montant doit dépasser zéro.', inconnu: 'Le client manque.' },
});
const ENVOYER = { name: 'Créer l’affaire' };

/** Une réponse que l'essai donne quand il veut. */
function attendre(): { promesse: Promise<string>; repondre: (texte: string) => void } {
  let repondre: (texte: string) => void = () => undefined;
  const promesse = new Promise<string>((resolve) => (repondre = resolve));
  return { promesse, repondre };
}

describe('envoi', () => {
  it('un double clic et une double Entrée n’envoient qu’une fois', async () => {
    const { promesse, repondre } = attendre();
    const { page, appels } = await ouvrirPanneau(FORMULAIRE, () => promesse);
    await page.getByLabel('Objet').fill('Audit');
    await page.getByLabel('Montant HT').fill('100');
    await page.getByRole('button', ENVOYER).dblclick();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    expect(appels).toHaveLength(1);
    expect(await page.getByRole('main').getAttribute('aria-busy')).toBe('true');
    expect(await page.getByRole('button', ENVOYER).isDisabled()).toBe(true);
    expect(await page.getByRole('button', { name: 'Annuler' }).isDisabled()).toBe(true);
    expect(await page.getByRole('status').allTextContents()).toContain('Envoi en cours…');
    await page.getByLabel('Objet').focus();
    await page.keyboard.type('trop tard');
    expect(await page.getByLabel('Objet').inputValue()).toBe('Audit');
    await page.keyboard.press('Escape');
    repondre(FAIT);
    await page.getByText('AFF-2026-0012 est créée').waitFor();
    expect(appels).toHaveLength(1);
    expect(await page.getByRole('main').getAttribute('aria-busy')).not.toBe('true');
  });

  it('le second clic, ou Entrée gardée enfoncée, ne valide pas le panneau suivant', async () => {
    const suivant = reponse({
      ok: true,
      panneau: formulaire([], { bouton: 'Confirmer' }, 'Suite'),
    });
    const { page, appels } = await ouvrirPanneau(formulaire([]), () => suivant);
    await page.getByRole('button', ENVOYER).click();
    await page.getByRole('heading', { name: 'Suite' }).waitFor();
    await page.mouse.down({ clickCount: 2 });
    await page.mouse.up({ clickCount: 2 });
    expect(appels).toHaveLength(1);
    await page.keyboard.down('Enter');
    await expect.poll(() => appels.length).toBe(2);
    await page.getByRole('button', { name: 'Confirmer', disabled: false }).waitFor();
    await page.keyboard.down('Enter');
    await page.waitForTimeout(50);
    expect(appels).toHaveLength(2);
    await page.keyboard.up('Enter');
  });

  it('refusé puis corrigé : résumé en tête, erreurs sous les champs, même jeton', async () => {
    const { page, envois } = await ouvrirPanneau(FORMULAIRE, (_, rang) =>
      rang === 0 ? REFUS : FAIT,
    );
    await page.getByLabel('Objet').fill('Audit');
    await page.getByLabel('Montant HT').fill('0');
    await page.keyboard.press('Enter');
    const alerte = page.getByRole('alert');
    await alerte.waitFor();
    expect(await alerte.innerText()).toMatch(/pas été créé\. Le client manque\.\s+Montant HT/);
    expect(await alerte.evaluate((e) => e === e.ownerDocument.activeElement)).toBe(true);
    const montant = page.getByLabel('Montant HT');
    expect(await montant.getAttribute('aria-invalid')).toBe('true');
    expect(await page.getByLabel('Objet').getAttribute('aria-invalid')).toBeNull();
    const premier = ((await montant.getAttribute('aria-describedby')) ?? '').split(' ')[1];
    expect(await page.locator(`#${premier}`).textContent()).toBe('Le montant doit dépasser zéro.');

    await alerte.getByRole('button', { name: 'Montant HT' }).click();
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.type('12,5');
    expect(await montant.getAttribute('aria-invalid')).toBeNull();
    await page.keyboard.press('Enter');
    await page.getByText('AFF-2026-0012 est créée').waitFor();
    expect(envois().map((e) => [e.jeton, e.valeurs['montant']])).toEqual([
      ['J1', '0'],
      ['J1', '12,5'],
    ]);
  });

  it('ce qui manque est dit avant d’envoyer', async () => {
    const { page, appels } = await ouvrirPanneau(FORMULAIRE);
    await page.getByLabel('Objet').fill('   ');
    await page.keyboard.press('Enter');
    expect(await page.getByRole('alert').innerText()).toMatch(/2 champs sont à remplir/);
    expect(await page.getByText('À remplir.', { exact: true }).count()).toBe(2);
    expect(appels).toEqual([]);
  });

  it('dans une saisie longue, Entrée va à la ligne et Ctrl+Entrée envoie', async () => {
    const { page, envois } = await ouvrirPanneau(FORMULAIRE);
    await page.getByLabel('Objet').fill('Audit');
    await page.getByLabel('Montant HT').fill('1');
    await page.getByLabel('Note').focus();
    await page.keyboard.type('a\nb');
    expect(envois()).toEqual([]);
    await page.keyboard.press('Control+Enter');
    await expect.poll(envois).toHaveLength(1);
    expect(envois()[0]?.valeurs['note']).toBe('a\nb');
  });

  it('Échap ferme ; après une saisie, il prévient d’abord', async () => {
    const vierge = await ouvrirPanneau(FORMULAIRE);
    await vierge.page.keyboard.press('Escape');
    expect(await vierge.estFerme()).toBe(true);
    const { page, estFerme } = await ouvrirPanneau(FORMULAIRE);
    await page.getByLabel('Objet').fill('Audit');
    await page.keyboard.press('Escape');
    expect(await estFerme()).toBe(false);
    expect(await page.getByText('encore sur Échap').isVisible()).toBe(true);
    await page.keyboard.press('Escape');
    expect(await estFerme()).toBe(true);
  });

  it('un autre chemin s’ouvre ; après une saisie, il prévient d’abord', async () => {
    const { page, appels } = await ouvrirPanneau(AVEC_LISTE, ({ fonction }) =>
      fonction === 'allerA' ? '{"message":null}' : JSON.stringify(FORMULAIRE),
    );
    await page.getByRole('button', { name: 'Voir la ligne 12' }).click();
    await expect.poll(() => appels).toHaveLength(1);
    await page.getByLabel('Message').fill('Bonsoir');
    const autre = page.getByRole('button', { name: 'Choisir un autre devis…' });
    await autre.click();
    expect(await page.getByText('Cliquez encore').isVisible()).toBe(true);
    expect(appels).toHaveLength(1);
    await autre.click();
    await page.getByRole('heading', { name: 'Nouvelle affaire' }).waitFor();
    expect(appels[1]?.texte).toBe('{"action":"choisir.devis","cible":"devis.x"}');
  });

  it('Annuler ferme', async () => {
    const { page, estFerme, appels } = await ouvrirPanneau(FORMULAIRE);
    await page.getByRole('button', { name: 'Annuler' }).click();
    expect(await estFerme()).toBe(true);
    expect(appels).toEqual([]);
  });

  it('sans champ, Entrée suffit', async () => {
    const { page, appels } = await ouvrirPanneau(formulaire([]));
    await page.keyboard.press('Enter');
    await expect.poll(() => appels.length).toBe(1);
  });
});

describe('envoi : quand Google ne répond pas', () => {
  it.each([
    ['ScriptError: Authorization is required to perform that action.', 'fenêtre privée'],
    ['NetworkError: Connection failure due to HTTP 0', 'ne comptera qu’une fois'],
    ['Quelque chose', 'Google a dit : « Quelque chose »'],
  ])('%s', async (message, attendu) => {
    const { page, envois } = await ouvrirPanneau(FORMULAIRE, (_, rang) => {
      if (rang === 0) throw new Error(message);
      return FAIT;
    });
    await page.getByLabel('Objet').fill('Audit');
    await page.getByLabel('Montant HT').fill('1');
    await page.keyboard.press('Enter');
    const alerte = page.getByRole('alert');
    await alerte.waitFor();
    expect((await alerte.innerText()).replaceAll('\u00a0', ' ')).toContain(attendu);
    expect(await page.getByLabel('Objet').inputValue()).toBe('Audit');
    await page.getByRole('button', ENVOYER).click();
    await page.getByText('AFF-2026-0012 est créée').waitFor();
    expect(new Set(envois().map((e) => e.jeton))).toEqual(new Set(['J1']));
  });

  it('une minute de silence est dite ; la réponse tardive est encore reçue', async () => {
    const { promesse, repondre } = attendre();
    const { page, appels } = await ouvrirPanneau(formulaire([]), () => promesse);
    await page.clock.install();
    await page.getByRole('button', ENVOYER).click();
    await page.clock.runFor(9000);
    expect(await page.getByText('Google travaille encore').isVisible()).toBe(true);
    await page.clock.runFor(52_000);
    expect(await page.getByRole('alert').innerText()).toMatch(/depuis une minute.*qu’une fois/s);
    expect(await page.getByRole('button', ENVOYER).isEnabled()).toBe(true);
    expect(appels).toHaveLength(1);
    repondre(FAIT);
    await page.getByText('AFF-2026-0012 est créée').waitFor();
    await page.clock.resume();
  });

  it.each(['', 'null', '{}', '{"ok":true}', '<html>'])('réponse « %s » : dite', async (texte) => {
    const { page } = await ouvrirPanneau(formulaire([]), () => texte);
    await page.keyboard.press('Enter');
    const alerte = page.getByRole('alert');
    await alerte.waitFor();
    expect(await alerte.textContent()).toContain('n’a pas été comprise');
  });
});
