import type { StatutDevis } from '../../classeur/tables/devis';
import { AVANT_ENVOI } from '../../devis/decides';
import { placeDe, type Formule } from './bloc';

/** Parti chez le client. */
const PARTI: readonly StatutDevis[] = ['Envoyé', 'Signé', 'Refusé', 'Sans suite'];

/**
 * Le stade d'un devis est la place de son statut dans cette liste ; zéro s'il est vide ou inconnu, et
 * l'opposé s'il n'a pas de numéro : aucune somme ne le compte, l'alerte le voit.
 */
export const STATUTS: readonly StatutDevis[] = [...AVANT_ENVOI, ...PARTI, 'Remplacé', 'Annulé'];
const stadeDe = (statut: StatutDevis): number => placeDe(statut, STATUTS);
const VALIDE = stadeDe('Validé');
export const ENVOYE = stadeDe('Envoyé');
export const SIGNE = stadeDe('Signé');
export const REMPLACE = stadeDe('Remplacé');
export const ANNULE = stadeDe('Annulé');

export const estParti = (stade: Formule): Formule =>
  `AND(${stade}>=${ENVOYE},${stade}<${REMPLACE})`;
/** 2 : parti chez le client ; 1 : pas encore ; 0 : remplacé, annulé, vide. */
export const phaseDe = (stade: Formule): Formule =>
  `IF(${stade}<=0,0,IF(${stade}<${ENVOYE},1,IF(${stade}<${REMPLACE},2,0)))`;
/** Un état où le numéro est tiré ; d'un stade sans son signe. */
export const estNumerote = (stade: Formule): Formule =>
  `AND(${stade}>=${VALIDE},${stade}<${ANNULE})`;
/** Critères de COUNTIFS : les lignes de l'onglet parties chez le client, ou décidées. */
const entre = (bas: number): Formule =>
  `{devisLus.stade},">=${bas}",{devisLus.stade},"<${REMPLACE}"`;
export const PARTIES = entre(ENVOYE);
export const DECIDEES = entre(SIGNE);
