import type { Plan } from '../classeur/plan';
import type { Snapshot } from '../classeur/snapshot';
import type { Contexte } from '../commun/contexte';
import type { CommandeDevis } from './cas';
import { planGeste, type ResultatDevis } from './plan-geste';
import type { Geste } from './transitions';

/** Les commandes sur un devis existant, chacune par son nom ; leurs règles sont dans `transitions`. */
type PlanDeGeste = (
  snapshot: Snapshot,
  commande: CommandeDevis,
  contexte: Contexte,
) => Plan<ResultatDevis>;

const geste =
  (nom: Geste): PlanDeGeste =>
  (snapshot, commande, contexte) =>
    planGeste(snapshot, nom, commande, contexte);

export const planSoumettre = geste('soumettre');
export const planRenvoyer = geste('renvoyer');
export const planValider = geste('valider');
export const planEnvoyer = geste('envoyer');
export const planSigner = geste('signer');
export const planRefuser = geste('refuser');
export const planClasser = geste('classer');
export const planReviser = geste('reviser');
export const planAnnuler = geste('annuler');
export const planRouvrir = geste('rouvrir');
export const planRelancer = geste('relancer');
export const planAttendre = geste('attendre');
