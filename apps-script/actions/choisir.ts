import { trouverAffaire } from '../../src/affaires/trouver-affaire';
import type { StatutDevis } from '../../src/classeur/tables/devis';
import { AFFAIRES } from '../../src/classeur/tables/affaires';
import { DEVIS } from '../../src/classeur/tables/devis';
import { GESTES, TRANSITIONS } from '../../src/devis/transitions';
import { trouverDevis } from '../../src/devis/trouver-devis';
import { typographier } from '../../src/messages/formats';
import { champRequis, type ChampDeclare } from '../formulaire/champ';
import { lireChamps } from '../formulaire/lire';
import { poserChamps } from '../formulaire/poser';
import type { VueFormulaire } from '../panneau/contrat';
import type { ActionChoix, Monde } from './action';
import { expliquerRefus, messageFautes } from './formulaire';
import { affairesEnCours, devisEnEtat, referenceDe, referenceExacte } from './listes';

/** La ligne choisie ne convient pas : on le dit, et l'on choisit dans une liste. */
interface ChoixDeclare {
  readonly action: string;
  readonly titre: string;
  readonly phrase: string;
  readonly champ: ChampDeclare<string>;
  readonly suggestions: (monde: Monde, pour: string) => string[];
  /** La cible exacte d'une réponse, ou pourquoi elle n'en désigne aucune. */
  readonly trouver: (
    monde: Monde,
    reference: string,
  ) => string | Parameters<typeof expliquerRefus>[0];
}

function choix(d: ChoixDeclare): ActionChoix {
  const champs = { reponse: d.champ };
  return {
    sorte: 'choix',
    titre: d.titre,
    ouvrir(monde, pour): VueFormulaire {
      return {
        sorte: 'formulaire',
        action: d.action,
        cible: pour,
        intro: [typographier(d.phrase)],
        champs: poserChamps(champs, { reponse: { suggestions: d.suggestions(monde, pour ?? '') } }),
        annonce: null,
        bouton: 'Continuer',
        elements: [],
        suites: [],
      };
    },
    choisir(monde, tapees, pour) {
      const { valeurs, fautes } = lireChamps(champs, tapees, monde.contexte.aujourdHui);
      if (Object.keys(fautes).length > 0) return { message: messageFautes(fautes), champs: fautes };
      const trouve = d.trouver(monde, referenceDe(valeurs.reponse));
      if (typeof trouve === 'string') return { action: pour ?? '', cible: trouve };
      return expliquerRefus(trouve, () => 'reponse');
    },
  };
}

/** Les états d'où part le geste que l'on veut faire. */
function etatsPour(action: string): readonly StatutDevis[] {
  const geste = GESTES.find((g) => action === `devis.${g}`);
  return geste ? TRANSITIONS[geste].de : [];
}

export const choisirDevis = choix({
  action: 'choisir.devis',
  titre: 'Quel devis ?',
  phrase:
    'La ligne sélectionnée n’est pas un devis. Choisissez-le ici, ou sélectionnez sa ligne dans « Devis » ou « Revue hebdo », puis reprenez le menu.',
  champ: champRequis(DEVIS.colonnes.numero, {
    libelle: 'Devis',
    aide: 'Tapez le numéro, le client ou l’objet.',
  }),
  suggestions: ({ snapshot }, pour) => devisEnEtat(snapshot, etatsPour(pour)),
  trouver: ({ snapshot }, reference) => {
    const { devis, problemes } = trouverDevis(snapshot, reference);
    return devis ? referenceExacte(devis) : problemes;
  },
});

export const choisirAffaire = choix({
  action: 'choisir.affaire',
  titre: 'Quelle affaire ?',
  phrase:
    'La ligne sélectionnée n’est pas celle d’une affaire. Choisissez-la ici, ou sélectionnez sa ligne dans « Affaires », puis reprenez le menu.',
  champ: champRequis(AFFAIRES.colonnes.numero, {
    libelle: 'Affaire',
    aide: 'Tapez le numéro, le client ou l’objet.',
  }),
  suggestions: ({ snapshot }) => affairesEnCours(snapshot),
  trouver: ({ snapshot }, reference) => {
    const { affaire, problemes } = trouverAffaire(snapshot, reference);
    return affaire ? affaire.numero : problemes;
  },
});
