import type { Page } from 'playwright-core';
import { beforeAll } from 'vitest';
import { assemblerPanneau } from '../../apps-script/panneau/assembler.mjs';
import type { Envoi, Panneau, ReponseEnvoi } from '../../apps-script/panneau/contrat';
import { pagePanneau } from '../../apps-script/panneau/incruster';
import { avecNavigateur } from '../support/navigateur';
import { installerFauxGoogle } from './faux-google';

/** La vraie page assemblée, dans un cadre de 300 px, devant un faux `google.script`. */

const ADRESSE = 'https://panneau.example/';
const TAILLE = { width: 300, height: 620 };

interface Appel {
  readonly fonction: string;
  readonly texte: string;
}

export interface PanneauOuvert {
  readonly page: Page;
  /** Ce que la page a demandé au serveur, dans l'ordre. */
  readonly appels: readonly Appel[];
  /** Adresses demandées au réseau, page comprise. */
  readonly reseau: readonly string[];
  /** Les envois, relus. */
  envois(): readonly Envoi[];
  estFerme(): Promise<boolean>;
}

/** Répond à la page ; par défaut, jamais. Ce qu'il jette est un échec de Google. */
type Serveur = (appel: Appel, rang: number) => string | Promise<string>;
const muet: Serveur = () => new Promise(() => undefined);

type Ouvrir = (panneau: Panneau, serveur?: Serveur) => Promise<PanneauOuvert>;

/** Une page pour tout un fichier d'essais ; chaque ouverture la recharge. */
export function avecPanneau(): Ouvrir {
  const navigateur = avecNavigateur();
  let gabarit = '';
  let page: Page;
  let html = '';
  let reseau: string[] = [];
  let repondre: (fonction: string, texte: string | null) => Promise<object>;

  beforeAll(async () => {
    gabarit = await assemblerPanneau();
    page = await navigateur().newPage({ viewport: TAILLE });
    page.setDefaultTimeout(5000);
    await page.route('**/*', (route) => {
      reseau.push(route.request().url());
      return route.fulfill({ contentType: 'text/html; charset=utf-8', body: html });
    });
    await page.exposeFunction('serveur', (fonction: string, texte: string | null) =>
      repondre(fonction, texte),
    );
    await page.addInitScript(installerFauxGoogle);
  });

  return async (panneau, serveur = muet) => {
    const appels: Appel[] = [];
    reseau = [];
    html = pagePanneau(gabarit, panneau);
    repondre = async (fonction, texte) => {
      if (texte === null) return { erreur: 'Il ne doit passer qu’un texte.' };
      appels.push({ fonction, texte });
      try {
        return { texte: await serveur({ fonction, texte }, appels.length - 1) };
      } catch (erreur) {
        return { erreur: erreur instanceof Error ? erreur.message : String(erreur) };
      }
    };
    await page.goto(ADRESSE);
    return {
      page,
      appels,
      reseau,
      envois: () =>
        appels.filter((a) => a.fonction === 'envoyer').map((a) => JSON.parse(a.texte) as Envoi),
      estFerme: () => page.evaluate<boolean>('globalThis.ferme === true'),
    };
  };
}

export const reponse = (r: ReponseEnvoi): string => JSON.stringify(r);
