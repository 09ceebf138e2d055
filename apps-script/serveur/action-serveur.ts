import { ACTIONS_DU_CLASSEUR } from '../actions/catalogue';
import type { Action, ActionChoix, ActionFormulaire, Travail } from '../actions/action';
import { messageFautes } from '../actions/formulaire';
import { plan } from '../../src/classeur/plan';
import type { Contexte } from '../../src/commun/contexte';
import { estRefuse } from '../../src/messages/avertissements';
import type { Envoi, Panneau, ReponseEnvoi, VueResultat } from '../panneau/contrat';
import { lireClasseur, modifierClasseur, modifierSousVerrou, type ClasseurLu } from './classeur';
import { contexteGoogle } from './identite';
import { dejaInscrit } from './marque-envoi';
import { panneauDe } from './panneau';

/** Une action telle que le serveur la conduit, avec les services de Google. */
export interface ActionServeur {
  readonly titre: string;
  /** `lu` : le classeur, s'il l'a déjà été (le menu regarde la ligne choisie). */
  ouvrir(cible: string | null, lu?: ClasseurLu): Panneau;
  /** Absent : ce panneau ne s'envoie pas. */
  readonly envoi?: Traitement | undefined;
}

export interface Traitement {
  /** Ce que l'envoi écrit doit n'être écrit qu'une fois. */
  readonly ecrit: boolean;
  /** Appelé sous le verrou si `ecrit` ; l'origine du contexte porte la marque de l'envoi. */
  traiter(envoi: Envoi, contexte: Contexte): ReponseEnvoi;
}

const refuser = (message: string, champs: Readonly<Record<string, string>> = {}): ReponseEnvoi => ({
  ok: false,
  message,
  champs,
});

/** Fait un travail et en montre le résultat, ou pourquoi rien n'a été fait. */
function mener(travail: Travail, contexte: Contexte): VueResultat {
  const { plan, monde, deposes } = modifierSousVerrou(travail, contexte);
  return travail.conclure(monde, plan, deposes);
}

function envoiFormulaire(action: ActionFormulaire): Traitement {
  return {
    ecrit: true,
    traiter({ cible, valeurs }, contexte) {
      const prepare = action.preparer(valeurs, cible, contexte);
      if (!prepare.ok) return refuser(messageFautes(prepare.fautes), prepare.fautes);
      const { travail } = prepare;
      let deja: VueResultat | null = null;
      const fait = modifierClasseur(
        {
          journal: travail.journal,
          messages: (decide) => travail.messages?.(decide) ?? [],
          decider(monde) {
            deja = dejaInscrit(monde);
            return deja ? plan<unknown>(null) : travail.decider(monde);
          },
        },
        contexte,
      );
      if (deja) return { ok: true, panneau: panneauDe(action.titre, deja) };
      if (estRefuse(fait.plan)) {
        const { message, champs } = prepare.refuser(fait.plan);
        return refuser(message, champs);
      }
      const vue = travail.conclure(fait.monde, fait.plan, fait.deposes);
      return { ok: true, panneau: panneauDe(action.titre, vue) };
    },
  };
}

function envoiChoix(action: ActionChoix): Traitement {
  return {
    ecrit: false,
    traiter({ cible, valeurs }, contexte) {
      const lu = lireClasseur();
      const choisi = action.choisir({ snapshot: lu.snapshot, contexte }, valeurs, cible);
      if ('message' in choisi) return refuser(choisi.message, choisi.champs);
      const suivante = ACTIONS.get(choisi.action);
      if (!suivante) return refuser('Cette action n’existe plus. Reprenez par le menu.');
      return { ok: true, panneau: suivante.ouvrir(choisi.cible, lu) };
    },
  };
}

export function servir(action: Action): ActionServeur {
  const { titre } = action;
  switch (action.sorte) {
    case 'texte':
      return { titre, ouvrir: () => panneauDe(titre, action.dire()) };
    case 'commande':
      return {
        titre,
        ouvrir() {
          const contexte = contexteGoogle();
          return panneauDe(titre, mener(action.travail(contexte), contexte));
        },
      };
    default:
      return {
        titre,
        ouvrir(cible, lu = lireClasseur()) {
          const monde = { snapshot: lu.snapshot, contexte: contexteGoogle() };
          return panneauDe(titre, action.ouvrir(monde, cible));
        },
        envoi: action.sorte === 'formulaire' ? envoiFormulaire(action) : envoiChoix(action),
      };
  }
}

/** Toutes les actions du panneau, par leur nom ; celles qui parlent à d'autres services s'y ajoutent. */
export const ACTIONS: ReadonlyMap<string, ActionServeur> = new Map(
  Object.entries(ACTIONS_DU_CLASSEUR).map(([cle, action]) => [cle, servir(action)]),
);
