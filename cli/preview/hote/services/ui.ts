import type { EntreeMenu, Message, Page } from '../contrat';
import { RefusService } from '../erreurs';
import { enumeration, garder } from '../garde';
import type { Membres } from '../garde';
import type { Seance } from '../session';
import type { Pages } from './html-service';

/** Un menu en construction, et ce qu'il contient déjà. */
class Menus {
  readonly #entrees = new WeakMap<object, { libelle: string; entrees: EntreeMenu[] }>();

  constructor(private readonly seance: Seance) {}

  creer(libelle: string): object {
    const entrees: EntreeMenu[] = [];
    const ajouter = (entree: EntreeMenu) => {
      entrees.push(entree);
      return menu;
    };
    const membres = {
      addItem: (texte: string, fonction: string) => {
        if (!this.seance.aFonction(fonction)) {
          throw new RefusService(`Le menu « ${texte} » appelle ${fonction}, qui n’existe pas.`);
        }
        return ajouter({ sorte: 'action', libelle: texte, fonction });
      },
      addSeparator: () => ajouter({ sorte: 'separateur' }),
      addSubMenu: (sous: object) => {
        const contenu = this.#entrees.get(sous);
        if (!contenu) throw new RefusService('Menu.addSubMenu attend un menu.');
        return ajouter({ sorte: 'menu', ...contenu });
      },
      addToUi: () => {
        const { menu: poses } = this.seance.ecran;
        const autres = poses.filter((m) => m.sorte !== 'menu' || m.libelle !== libelle);
        this.seance.ecran.menu = [...autres, { sorte: 'menu', libelle, entrees }];
      },
    } satisfies Membres<GoogleAppsScript.Base.Menu>;
    const menu: object = garder('Menu', membres, this.seance.passer);
    this.#entrees.set(menu, { libelle, entrees });
    return menu;
  }
}

/** Les deux ou trois formes de `alert` ; rien d'autre que « OK » n'est proposé. */
function lireAlerte(args: readonly string[]): Message {
  const [a = '', b, boutons = 'OK'] = args;
  if (boutons !== 'OK') throw new RefusService('Ui.alert ne propose que OK dans l’hôte local.');
  return args.length >= 3
    ? { sorte: 'alerte', titre: a, texte: b ?? '' }
    : { sorte: 'alerte', titre: '', texte: a };
}

export function creerUi(s: Seance, pages: Pages): object {
  const menus = new Menus(s);
  const montrer = (sorte: Page['sorte'], page: object, titre?: string): Page => {
    const { html, titre: propre, largeur, hauteur } = pages.contenu(page);
    return { sorte, titre: titre ?? propre, html, largeur, hauteur };
  };
  const membres = {
    ButtonSet: enumeration('ButtonSet', ['OK'], s.passer),
    Button: enumeration('Button', ['OK', 'CLOSE'], s.passer),
    createMenu: (libelle: string) => menus.creer(libelle),
    alert: (...args: readonly string[]) => {
      s.ecran.messages = [...s.ecran.messages, lireAlerte(args)];
      return 'OK';
    },
    showSidebar: (page: object) => {
      s.ecran.panneau = montrer('panneau', page);
    },
    showModalDialog: (page: object, titre: string) => {
      s.ecran.fenetre = montrer('modale', page, titre);
    },
    showModelessDialog: (page: object, titre: string) => {
      s.ecran.fenetre = montrer('libre', page, titre);
    },
  } satisfies Membres<GoogleAppsScript.Base.Ui>;
  return garder('Ui', membres, s.passer);
}
