import { createContext, Script } from 'node:vm';
import type { Context } from 'node:vm';

/** Les fabriques d'un contexte nu : ce qu'elles créent appartient au script, pas à Node. */
export interface Royaume {
  readonly contexte: Context;
  /** Un texte JSON, devenu valeur du script. */
  readonly lire: (texte: string) => unknown;
  readonly ecrire: (valeur: unknown) => string | undefined;
  readonly liste: <T>(...elements: readonly T[]) => readonly T[];
  readonly erreur: (nom: string, message: string, details: string | null) => Error;
  readonly estDate: (valeur: unknown) => boolean;
}

/**
 * Exécuté dans le contexte : `Date` suit l'horloge donnée, `console` écrit dans le journal, comme dans
 * Apps Script ; tout le reste est ce que le langage offre.
 */
const AMORCE = new Script(`(function (maintenant, journaliser) {
  const Vraie = Date;
  globalThis.Date = new Proxy(Vraie, {
    construct: (cible, args, neuf) =>
      Reflect.construct(cible, args.length === 0 ? [maintenant()] : args, neuf),
    apply: () => new Vraie(maintenant()).toString(),
    get: (cible, cle) => (cle === 'now' ? maintenant : cible[cle]),
  });
  Vraie.prototype.constructor = globalThis.Date;
  const ecrire = (niveau) => (...args) => journaliser(niveau + args.map(String).join(' '));
  globalThis.console = Object.freeze({
    log: ecrire(''), info: ecrire(''), warn: ecrire('! '), error: ecrire('!! '),
  });
  return {
    lire: JSON.parse,
    ecrire: JSON.stringify,
    liste: (...elements) => elements,
    estDate: (valeur) => valeur instanceof Vraie,
    erreur: (nom, message, details) => {
      const e = new Error(message);
      e.name = nom;
      if (details !== null) e.details = JSON.parse(details);
      return e;
    },
  };
})`);

export function ouvrirRoyaume(
  maintenant: () => number,
  journaliser: (texte: string) => void,
): Royaume {
  const contexte = createContext({});
  const amorcer = AMORCE.runInContext(contexte) as (
    m: () => number,
    j: (texte: string) => void,
  ) => Omit<Royaume, 'contexte'>;
  return { contexte, ...amorcer(maintenant, journaliser) };
}
