import type { Alerte, Situation, Veille } from './alerte';
import {
  devisExpires,
  devisSansNumero,
  devisSansSuite,
  goManquants,
  signaturesNonPrevues,
  signaturesPassees,
} from './devis';
import { donneesIllisibles } from './donnees';
import { reglementsEnRetard } from './factures';
import { carnetVide, objectifsEnRetard, tauxEnBaisse } from './resultats';

/** Toutes les alertes, de la plus générale à la plus particulière (S4-16). */
const VEILLES: readonly Veille[] = [
  donneesIllisibles,
  objectifsEnRetard,
  tauxEnBaisse,
  carnetVide,
  reglementsEnRetard,
  devisSansNumero,
  devisExpires,
  devisSansSuite,
  goManquants,
  signaturesPassees,
  signaturesNonPrevues,
];

export function alertes(situation: Situation): Alerte[] {
  return VEILLES.flatMap((veille) => veille(situation));
}
