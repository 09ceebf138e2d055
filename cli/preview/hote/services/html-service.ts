import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { RefusService } from '../erreurs';
import { garder } from '../garde';
import type { Membres } from '../garde';
import type { Seance } from '../session';

/** Ce qu'une page contient, lu par `Ui` quand elle est montrée. */
export interface ContenuPage {
  html: string;
  titre: string;
  largeur: number | null;
  hauteur: number | null;
}

/** Les pages créées : l'objet remis au script n'expose que les membres de Google. */
export class Pages {
  readonly #contenus = new WeakMap<object, ContenuPage>();

  constructor(private readonly seance: Seance) {}

  contenu(page: object): ContenuPage {
    const contenu = this.#contenus.get(page);
    if (!contenu) throw new RefusService('Une page de HtmlService est attendue.');
    return contenu;
  }

  creer(html: string): object {
    const contenu: ContenuPage = { html, titre: '', largeur: null, hauteur: null };
    const changer = (modifier: () => void) => {
      modifier();
      return page;
    };
    const membres = {
      getContent: () => contenu.html,
      getTitle: () => contenu.titre,
      setTitle: (titre: string) => changer(() => (contenu.titre = titre)),
      setWidth: (n: number) => changer(() => (contenu.largeur = n)),
      setHeight: (n: number) => changer(() => (contenu.hauteur = n)),
    } satisfies Membres<GoogleAppsScript.HTML.HtmlOutput>;
    const page: object = garder('HtmlOutput', membres, this.seance.passer);
    this.#contenus.set(page, contenu);
    return page;
  }
}

export function htmlService(s: Seance, pages: Pages): object {
  const membres = {
    createHtmlOutput: (html: string) => pages.creer(html),
    createHtmlOutputFromFile: (nom: string) => {
      if (!/^[\w-]+$/.test(nom)) throw new RefusService(`Nom de page incorrect : ${nom}`);
      try {
        return pages.creer(readFileSync(join(s.module, `${nom}.html`), 'utf8'));
      } catch {
        throw new RefusService(`No HTML file named ${nom} was found.`);
      }
    },
  } satisfies Membres<GoogleAppsScript.HTML.HtmlService>;
  return garder('HtmlService', membres, s.passer);
}
