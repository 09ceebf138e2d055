import {
  CHAMPS_RELANCES,
  conclureRelances,
  LES_MIENNES,
  ouvrirRelances,
} from '../actions/relances';
import { messageFautes } from '../actions/formulaire';
import { lireChamps } from '../formulaire/lire';
import type { ActionServeur } from './action-serveur';
import { lireClasseur } from './classeur';
import { contexteGoogle } from './identite';
import { panneauDe } from './panneau';
import { preparerRelances } from './relances';

const TITRE = 'Relances';

/** Ce qui est dû, puis un brouillon par relance. */
export const relancesAction: ActionServeur = {
  titre: TITRE,
  ouvrir: (_, lu = lireClasseur()) =>
    panneauDe(TITRE, ouvrirRelances({ snapshot: lu.snapshot, contexte: contexteGoogle() })),
  envoi: {
    ecrit: true,
    traiter({ valeurs }, contexte) {
      const lue = lireChamps(CHAMPS_RELANCES, valeurs, contexte.aujourdHui);
      if (Object.keys(lue.fautes).length > 0) {
        return { ok: false, message: messageFautes(lue.fautes), champs: lue.fautes };
      }
      const miennes = lue.valeurs.pour === LES_MIENNES;
      const passage = preparerRelances(contexte, { pour: miennes ? contexte.utilisateur : null });
      return { ok: true, panneau: panneauDe(TITRE, conclureRelances(passage)) };
    },
  },
};
