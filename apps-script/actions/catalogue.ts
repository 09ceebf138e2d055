import type { Action } from './action';
import { actionNouvelle } from './action-nouvelle';
import { affaireGonogo } from './affaire-gonogo';
import { affaireNouvelle } from './affaire-nouvelle';
import { aide } from './aide';
import { choisirAffaire, choisirDevis } from './choisir';
import { devisNouveau } from './devis/nouveau';
import { GESTES_DEVIS } from './devis/gestes';
import { revueAppliquer, revuePreparer } from './revue';

/** Les actions du script même, par leur nom dans le panneau ; celles des parties sont dans `serveur/registre`. */
export const ACTIONS_DU_CLASSEUR: Readonly<Record<string, Action>> = {
  'affaire.nouvelle': affaireNouvelle,
  'affaire.gonogo': affaireGonogo,
  'devis.nouveau': devisNouveau,
  ...GESTES_DEVIS,
  'choisir.devis': choisirDevis,
  'choisir.affaire': choisirAffaire,
  'action.nouvelle': actionNouvelle,
  'revue.preparer': revuePreparer,
  'revue.appliquer': revueAppliquer,
  aide,
};
