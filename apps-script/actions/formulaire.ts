import type { Plan } from '../../src/classeur/plan';
import type { Contexte } from '../../src/commun/contexte';
import { estAvertissement } from '../../src/messages/avertissements';
import { accord, typographier } from '../../src/messages/formats';
import type { Probleme } from '../../src/messages/probleme';
import type { Champs, Valeurs } from '../formulaire/champ';
import { lireChamps, type Fautes } from '../formulaire/lire';
import { phrase } from '../formulaire/phrase';
import { poserChamps, type Contenu } from '../formulaire/poser';
import type { VueFormulaire, VueResultat } from '../panneau/contrat';
import type { ActionFormulaire, Monde, Refus } from './action';
import type { Depose, Message } from './messages-gmail';

/** Ce qu'un formulaire montre à l'ouverture ; ce qui n'est pas dit est vide. */
interface FormulaireOuvert<F extends Champs> {
  readonly intro?: readonly string[];
  readonly contenu?: Contenu<F>;
  /** Champs que ce cas ne demande pas. */
  readonly omis?: readonly (keyof F & string)[];
  /** Ce que le clic va faire. */
  readonly annonce?: string | null;
  readonly bouton?: string;
  readonly elements?: VueFormulaire['elements'];
  readonly suites?: VueFormulaire['suites'];
}

/** Le champ qu'un problème du plan concerne, et sa phrase si celle du catalogue n'y convient pas. */
export type Rattachement<F extends Champs> = (
  p: Probleme,
) => (keyof F & string) | readonly [cle: keyof F & string, message: string] | null;

/** Un formulaire, tout entier : ses champs, ce qu'il montre, la décision qu'il prend, ce qu'il en dit. */
export interface FormulaireDeclare<F extends Champs, R> {
  readonly action: string;
  readonly titre: string;
  readonly bouton: string;
  readonly journal: (valeurs: Valeurs<F>) => string;
  readonly champs: F;
  readonly ouvrir: (monde: Monde, cible: string | null) => FormulaireOuvert<F> | VueResultat;
  readonly decider: (monde: Monde, valeurs: Valeurs<F>, cible: string | null) => Plan<R>;
  readonly rattacher?: Rattachement<F>;
  readonly messages?: (plan: Plan<R>) => readonly Message[];
  readonly conclure: (
    monde: Monde,
    plan: Plan<R>,
    valeurs: Valeurs<F>,
    cible: string | null,
    deposes: readonly Depose[] | null,
  ) => VueResultat;
}

export function formulaire<F extends Champs, R>(d: FormulaireDeclare<F, R>): ActionFormulaire {
  return {
    sorte: 'formulaire',
    titre: d.titre,
    ouvrir(monde, cible) {
      const ouvert = d.ouvrir(monde, cible);
      return 'sorte' in ouvert ? ouvert : poser(d, ouvert, cible);
    },
    preparer(tapees, cible, contexte: Contexte) {
      const { valeurs, fautes } = lireChamps(d.champs, tapees, contexte.aujourdHui);
      if (Object.keys(fautes).length > 0) return { ok: false, fautes };
      return {
        ok: true,
        travail: {
          journal: d.journal(valeurs),
          decider: (monde) => d.decider(monde, valeurs, cible),
          messages: (plan) => d.messages?.(plan as Plan<R>) ?? [],
          conclure: (monde, plan, deposes) =>
            d.conclure(monde, plan as Plan<R>, valeurs, cible, deposes),
        },
        refuser: (plan) => expliquerRefus(plan.problemes, d.rattacher),
      };
    },
  };
}

function poser<F extends Champs, R>(
  d: FormulaireDeclare<F, R>,
  o: FormulaireOuvert<F>,
  cible: string | null,
): VueFormulaire {
  return {
    sorte: 'formulaire',
    action: d.action,
    cible,
    intro: (o.intro ?? []).map(typographier),
    champs: poserChamps(d.champs, o.contenu ?? {}, o.omis),
    annonce: o.annonce ? typographier(o.annonce) : null,
    bouton: o.bouton ?? d.bouton,
    elements: o.elements ?? [],
    suites: o.suites ?? [],
  };
}

/** « 2 champs sont à corriger. Rien n’a été écrit. » */
export function messageFautes(fautes: Fautes): string {
  const nombre = accord(Object.keys(fautes).length, 'champ est', 'champs sont');
  return `${nombre} à corriger. Rien n’a été écrit.`;
}

/** Chaque problème sous le champ qu'il concerne ; les autres au-dessus. */
export function expliquerRefus<F extends Champs>(
  problemes: readonly Probleme[],
  rattacher: Rattachement<F> = () => null,
): Refus {
  const champs: Record<string, string> = {};
  const generaux: string[] = [];
  for (const p of problemes) {
    if (estAvertissement(p)) continue;
    const trouve = rattacher(p);
    if (trouve === null) {
      generaux.push(phrase(p));
      continue;
    }
    const [cle, message] =
      typeof trouve === 'string' ? [trouve, phrase(p)] : [trouve[0], typographier(trouve[1])];
    champs[cle] = champs[cle] === undefined ? message : `${champs[cle]} ${message}`;
  }
  const message =
    generaux.length > 0 ? [...generaux, 'Rien n’a été écrit.'].join('\n') : messageFautes(champs);
  return { message, champs };
}

/** Ce qui empêche d'avance, quoi que l'on tape : ni un avertissement, ni l'affaire d'un champ. */
export function empechements<F extends Champs>(
  problemes: readonly Probleme[],
  rattacher: Rattachement<F>,
): Probleme[] {
  return problemes.filter((p) => !estAvertissement(p) && rattacher(p) === null);
}
