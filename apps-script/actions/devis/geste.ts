import type { Plan } from '../../../src/classeur/plan';
import type { Options } from '../../../src/devis/cas';
import { designer, type DevisNomme } from '../../../src/devis/designation';
import { planGeste, type ResultatDevis } from '../../../src/devis/plan-geste';
import { TRANSITIONS, type Geste } from '../../../src/devis/transitions';
import { trouverDevis } from '../../../src/devis/trouver-devis';
import { phraseGesteFait } from '../../../src/messages/gestes';
import type { CodeProbleme } from '../../../src/messages/probleme';
import type { Champs, Valeurs } from '../../formulaire/champ';
import type { Contenu } from '../../formulaire/poser';
import type { Suite, VueResultat } from '../../panneau/contrat';
import type { ActionFormulaire, Monde } from '../action';
import { empechements, formulaire, type Rattachement } from '../formulaire';
import { referenceExacte } from '../listes';
import { conclusion, element, lienVers, lienVersAjout } from '../vues';
import { decrireDevis } from './decrire';
import { autreDevis, refusDevis } from './refus';

/** Le devis devant le formulaire, et ce que le geste lui ferait aujourd'hui. */
export interface Essai {
  readonly devis: DevisNomme;
  readonly plan: Plan<ResultatDevis>;
}

/** Un geste sur un devis existant, tel que le panneau le demande. */
export interface GesteDeclare<F extends Champs> {
  readonly titre: string;
  readonly bouton: string;
  readonly champs: F;
  /** Le geste du cœur ; il peut dépendre de ce qui est répondu (« Refusé », « Sans suite »). */
  readonly geste: (valeurs: Valeurs<F> | null) => Geste;
  readonly options: (valeurs: Valeurs<F>) => Options;
  /** Des réponses plausibles, pour dire d'avance ce que le geste fera. */
  readonly essai: (monde: Monde, devis: DevisNomme) => Options;
  readonly contenu?: (monde: Monde, essai: Essai) => Contenu<F>;
  readonly omis?: (devis: DevisNomme) => readonly (keyof F & string)[];
  readonly annonce: (monde: Monde, essai: Essai) => string | null;
  /** Le champ que chaque problème concerne. */
  readonly fautes: Partial<Readonly<Record<CodeProbleme, keyof F & string>>>;
  readonly autres?: (cible: string) => readonly Suite[];
  readonly suites: (cible: string, devis: DevisNomme) => readonly Suite[];
}

export function formulaireGeste<F extends Champs>(
  action: string,
  d: GesteDeclare<F>,
): ActionFormulaire {
  const rattacher: Rattachement<F> = (p) => d.fautes[p.code] ?? null;
  return formulaire<F, ResultatDevis>({
    action,
    titre: d.titre,
    bouton: d.bouton,
    journal: (valeurs) => `devis ${d.geste(valeurs)}`,
    champs: d.champs,
    rattacher,
    ouvrir(monde, cible) {
      const { snapshot, contexte } = monde;
      const reference = cible ?? '';
      const trouve = trouverDevis(snapshot, reference);
      if (!trouve.devis) return refusDevis(snapshot, trouve.problemes, action, null);
      const { devis } = trouve;
      const commande = { ...d.essai(monde, devis), reference };
      const plan = planGeste(snapshot, d.geste(null), commande, contexte);
      const bloquants = empechements(plan.problemes, rattacher);
      if (bloquants.length > 0) return refusDevis(snapshot, bloquants, action, devis);
      const essai = { devis, plan };
      return {
        intro: decrireDevis(snapshot, devis),
        contenu: d.contenu?.(monde, essai) ?? {},
        omis: d.omis?.(devis) ?? [],
        annonce: d.annonce(monde, essai),
        suites: [...(d.autres?.(reference) ?? []), autreDevis(action)],
      };
    },
    decider: ({ snapshot, contexte }, valeurs, cible) =>
      planGeste(
        snapshot,
        d.geste(valeurs),
        { ...d.options(valeurs), reference: cible ?? '' },
        contexte,
      ),
    conclure: (monde, plan, valeurs, cible) => conclure(d, monde, plan, d.geste(valeurs), cible),
  });
}

function conclure<F extends Champs>(
  d: GesteDeclare<F>,
  { snapshot }: Monde,
  plan: Plan<ResultatDevis>,
  geste: Geste,
  cible: string | null,
): VueResultat {
  const { devis } = trouverDevis(snapshot, cible ?? '');
  if (!devis) return conclusion(plan, phraseGesteFait(geste, plan.resultat.numero), {});
  const { numero, version, statut } = plan.resultat;
  const apres = { ...devis, numero, version, statut };
  const nouvelle = TRANSITIONS[geste].vers === null;
  const nom = designer(apres);
  const lien = nouvelle ? lienVersAjout(snapshot, 'devis') : lienVers('devis', devis.ligne);
  const avant = numero === devis.numero ? null : devis.numero;
  return conclusion(plan, phraseGesteFait(geste, nom, avant), {
    elements: [
      element(nom, {
        detail: [apres.client, apres.objet, apres.statut].filter((t) => t).join(' · '),
        ton: geste === 'signer' ? 'gagne' : 'neutre',
        lien,
      }),
    ],
    suites: d.suites(referenceExacte(apres), apres),
  });
}

/** Ce qu'un essai écrirait sur la ligne du devis. */
export function ecritSurLeDevis({ devis, plan }: Essai): Readonly<Record<string, unknown>> {
  const change = plan.changements.find(
    (c) => c.type === 'modifier' && c.table === 'devis' && c.ligne === devis.ligne,
  );
  return change?.type === 'modifier' ? change.apres : {};
}
