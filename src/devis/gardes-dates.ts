import { illisible } from '../classeur/illisible';
import { probleme } from '../messages/probleme';
import { designer } from './designation';
import type { Garde } from './gardes';

/** L'envoi ne précède pas la validation. */
export const pasAvantValidation: Garde = ({ snapshot, devis, le }) => {
  const incompris = illisible(snapshot, 'devis', devis.ligne, 'valideLe', 'validite');
  if (devis.valideLe === null || le >= devis.valideLe) return incompris;
  const args = { numero: designer(devis), le, valideLe: devis.valideLe };
  return [...incompris, probleme('ENVOI_AVANT_VALIDATION', args)];
};

/** La décision du client ne précède pas l'envoi. */
export const pasAvantEnvoi: Garde = ({ snapshot, devis, le }) => {
  const incompris = illisible(snapshot, 'devis', devis.ligne, 'envoyeLe');
  if (devis.envoyeLe === null || le >= devis.envoyeLe) return incompris;
  const args = { numero: designer(devis), le, envoyeLe: devis.envoyeLe };
  return [...incompris, probleme('DECISION_AVANT_ENVOI', args)];
};

/** Ce qui n'est pas encore arrivé ne s'enregistre pas. */
export const pasDansLeFutur: Garde = ({ contexte, le }) =>
  le <= contexte.aujourdHui ? [] : [probleme('DATE_FUTURE', { le })];

/** « À recontacter le » est à venir, et il y a une affaire pour le porter. */
export const recontactPossible: Garde = ({ devis, affaire, options, le }) => {
  const { recontacterLe } = options;
  if (!recontacterLe) return [];
  const numero = designer(devis);
  if (!affaire) return [probleme('DEVIS_SANS_AFFAIRE', { numero, affaire: devis.affaire })];
  return recontacterLe > le ? [] : [probleme('RECONTACT_PASSE', { numero, recontacterLe })];
};

/** « Attendre » dit jusqu'à quand. */
export const attenteDatee: Garde = ({ devis, contexte, options }) => {
  const { le } = options;
  const numero = designer(devis);
  if (!le) return [probleme('ATTENTE_SANS_DATE', { numero })];
  return le > contexte.aujourdHui ? [] : [probleme('DATE_PASSEE', { numero, le })];
};

/** Une relance se prévoit pour aujourd'hui ou plus tard. */
export const relancePasPassee: Garde = ({ devis, contexte, le }) =>
  le >= contexte.aujourdHui ? [] : [probleme('DATE_PASSEE', { numero: designer(devis), le })];
