import type * as Importation from '../parties/importation';
import type * as Installation from '../parties/installation';
import type * as Pilotage from '../parties/pilotage';
import type * as Relances from '../parties/relances';

/** Ce que chaque partie exporte. Le script n'en connaît que les types : leur code n'y entre pas. */
interface Parties {
  readonly importation: typeof Importation;
  readonly installation: typeof Installation;
  readonly pilotage: typeof Pilotage;
  readonly relances: typeof Relances;
}

export type NomPartie = keyof Parties;

const chargees = new Map<NomPartie, unknown>();

/**
 * Google évalue tout le script à chaque clic et à chaque ouverture du classeur. Ce qui ne sert qu'à
 * certains moments est rangé dans une page statique du module, évaluée au premier besoin
 * (docs/decisions/010-parties-du-module.md). Rien de ce qu'une personne a tapé n'y entre.
 */
export function partie<N extends NomPartie>(nom: N): Parties[N] {
  let chargee = chargees.get(nom);
  if (chargee === undefined) {
    const page = HtmlService.createHtmlOutputFromFile(nom).getContent();
    const source = page.slice(page.indexOf('>') + 1, page.lastIndexOf('<'));
    chargee = new Function(`${source};return Partie;`)();
    chargees.set(nom, chargee);
  }
  return chargee as Parties[N];
}
