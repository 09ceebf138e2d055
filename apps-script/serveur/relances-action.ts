import { messageFautes } from '../actions/formulaire';
import { lireChamps } from '../formulaire/lire';
import type { ActionServeur } from './action-serveur';
import { lireClasseur } from './classeur';
import { contexteGoogle } from './identite';
import { panneauDe } from './panneau';
import { partie } from './partie';
import { preparerRelances } from './relances';

const TITRE = 'Relances';

/** Ce qui est dû, puis un brouillon par relance. */
export const relancesAction: ActionServeur = {
  titre: TITRE,
  ouvrir(_, lu = lireClasseur()) {
    const monde = { snapshot: lu.snapshot, contexte: contexteGoogle() };
    return panneauDe(TITRE, partie('relances').ouvrirRelances(monde));
  },
  envoi: {
    ecrit: true,
    traiter({ valeurs }, contexte) {
      const { CHAMPS_RELANCES, LES_MIENNES, conclureRelances } = partie('relances');
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
