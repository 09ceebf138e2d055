import { spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, FrameLocator, Page } from 'playwright-core';
import { allerA, ouvrirPage } from '../apercu/ouvrir-page';
import { EXECUTABLE } from './suivi';

/** Les images du guide ne sont refaites que sur demande : `SUIVI_IMAGES=1`. */
const IMAGES = process.env['SUIVI_IMAGES'] ? 'docs/images/guide' : null;

/** Au-delà, ce qu'on attend ne viendra pas. */
const ATTENTE_MS = 30_000;

/** Une personne devant l'aperçu : elle clique, elle tape, elle lit. Comme elle, aucun autre accès. */
export class Devant {
  private constructor(
    readonly page: Page,
    readonly erreurs: readonly string[],
    private readonly arreter: () => Promise<number | null>,
  ) {}

  /** Lance la commande et ouvre la page qu'elle donne. */
  static async ouvrir(
    navigateur: Browser,
    classeur: string,
    options: { readonly le: string; readonly utilisateur: string },
  ): Promise<Devant> {
    const { le, utilisateur } = options;
    const args = ['apercu', classeur, '--le', le, '--utilisateur', utilisateur, '--json'];
    const commande = spawn(process.execPath, [EXECUTABLE, ...args], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const fin = new Promise<number | null>((fini) => commande.on('close', fini));
    const adresse = await new Promise<string>((trouvee, echec) => {
      let sortie = '';
      commande.stdout.on('data', (d) => {
        sortie += String(d);
        const m = /"adresse": "([^"]+)"/.exec(sortie);
        if (m?.[1] !== undefined) trouvee(m[1]);
      });
      void fin.then((code) => echec(new Error(`suivi apercu s’est arrêté (${code}) : ${sortie}`)));
    });
    const { page, erreurs } = await ouvrirPage(navigateur, adresse);
    page.setDefaultTimeout(ATTENTE_MS);
    return new Devant(page, erreurs, () => {
      commande.kill('SIGINT');
      return fin;
    });
  }

  /** Ctrl+C ; rend le code de sortie de la commande. */
  async fermer(): Promise<number | null> {
    await this.page.close();
    return this.arreter();
  }

  get panneau(): FrameLocator {
    return this.page.frameLocator('#cadre iframe');
  }

  /** Un choix du menu ; attend le panneau qu'il ouvre. */
  async menu(titre: string | RegExp, ...noms: string[]): Promise<void> {
    await this.page.getByRole('menuitem', { name: 'Suivi commercial' }).click();
    for (const nom of noms) {
      await this.page.getByRole('menuitem', { name: nom, exact: true }).click();
    }
    await this.titre(titre);
  }

  /** Attend le titre du panneau. */
  async titre(titre: string | RegExp): Promise<void> {
    await this.panneau.getByRole('heading', { name: titre }).first().waitFor();
  }

  async remplir(champs: Readonly<Record<string, string>>): Promise<void> {
    for (const [libelle, valeur] of Object.entries(champs)) {
      await this.panneau.getByLabel(libelle, { exact: true }).fill(valeur);
    }
  }

  async choisir(libelle: string, valeur: string): Promise<void> {
    await this.panneau.getByLabel(libelle, { exact: true }).selectOption(valeur);
  }

  async repondre(question: string, reponse: string): Promise<void> {
    const groupe = this.panneau.getByRole('radiogroup', { name: question });
    await groupe.getByRole('radio', { name: reponse, exact: true }).check();
  }

  async bouton(nom: string | RegExp): Promise<void> {
    await this.panneau.getByRole('button', { name: nom }).click();
  }

  /** Attend une phrase dans le panneau. */
  async lire(phrase: string | RegExp): Promise<string> {
    const trouvee = this.panneau.getByText(phrase).first();
    await trouvee.waitFor();
    return (await trouvee.textContent()) ?? '';
  }

  async onglet(nom: string): Promise<void> {
    await this.page.locator('#grille').getByText(nom, { exact: true }).click();
  }

  /** Choisit une cellule. */
  async aller(adresse: string): Promise<void> {
    await allerA(this.page, adresse);
  }

  /** Ce que montre la cellule choisie, précédée de son adresse. */
  async cellule(): Promise<string> {
    return (await this.page.locator('#cellule').textContent()) ?? '';
  }

  /** Tape dans une cellule et attend l'enregistrement. */
  async taper(adresse: string, texte: string): Promise<void> {
    await this.aller(adresse);
    const etat = this.page.locator('#etat');
    await etat.evaluate((e) => {
      e.textContent = '';
    });
    await this.page.keyboard.type(texte);
    await this.page.keyboard.press('Enter');
    await etat.getByText('Enregistré dans le fichier').waitFor();
  }

  /** Une image du guide, si on les refait. */
  async image(nom: string): Promise<void> {
    if (!IMAGES) return;
    mkdirSync(IMAGES, { recursive: true });
    await this.page.waitForTimeout(800);
    await this.page.screenshot({ path: join(IMAGES, `${nom}.png`) });
  }
}
