import type { ActionFormulaire } from '../action';
import { annuler, refuser, reviser, rouvrir, signer } from './gestes-apres';
import { envoyer, renvoyer, soumettre, valider } from './gestes-avant';

/** Toute la vie d'un devis dans le panneau. */
export const GESTES_DEVIS = {
  'devis.soumettre': soumettre,
  'devis.renvoyer': renvoyer,
  'devis.valider': valider,
  'devis.envoyer': envoyer,
  'devis.signer': signer,
  'devis.refuser': refuser,
  'devis.reviser': reviser,
  'devis.annuler': annuler,
  'devis.rouvrir': rouvrir,
} as const satisfies Readonly<Record<string, ActionFormulaire>>;
