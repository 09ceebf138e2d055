import type { StatutDevis } from '../classeur/tables/devis';
import type { Droit } from '../equipe/droits';
import * as effets from './effets';
import * as fin from './effets-fin';
import { reviser } from './effet-reviser';
import * as g from './gardes';
import * as d from './gardes-dates';

/** Un geste sur un devis : d'où, vers où, à quelles conditions, avec quelles écritures. */
export interface Transition {
  readonly droit: Droit;
  readonly de: readonly StatutDevis[];
  /** `null` : le statut de cette ligne ne change pas. */
  readonly vers: StatutDevis | null;
  readonly gardes: readonly g.Garde[];
  readonly effet: effets.Effet;
}

export const GESTES = [
  'soumettre',
  'renvoyer',
  'valider',
  'envoyer',
  'signer',
  'refuser',
  'classer',
  'reviser',
  'annuler',
  'rouvrir',
  'relancer',
  'attendre',
] as const;
export type Geste = (typeof GESTES)[number];

/** La vie d'un devis, tout entière (PRODUCT, « Devis: states and guards »). */
export const TRANSITIONS: Readonly<Record<Geste, Transition>> = {
  soumettre: {
    droit: 'soumettre',
    de: ['Brouillon'],
    vers: 'En validation',
    gardes: [g.devisComplet],
    effet: effets.soumettre,
  },
  renvoyer: {
    droit: 'renvoyer',
    de: ['En validation'],
    vers: 'Brouillon',
    gardes: [g.motifEcrit],
    effet: effets.renvoyer,
  },
  valider: {
    droit: 'valider',
    de: ['En validation'],
    vers: 'Validé',
    gardes: [g.devisComplet, g.goDeLAffaire, g.validateurAutreQueLAuteur],
    effet: effets.valider,
  },
  envoyer: {
    droit: 'envoyer',
    de: ['Validé'],
    vers: 'Envoyé',
    gardes: [
      g.destinataireValable,
      d.pasAvantValidation,
      d.pasDansLeFutur,
      g.goDeLAffaire,
      g.aucuneAutreSignee,
      g.etapeLisible,
    ],
    effet: effets.envoyer,
  },
  signer: {
    droit: 'signer',
    de: ['Envoyé'],
    vers: 'Signé',
    gardes: [g.formeDeLaListe, d.pasAvantEnvoi, d.pasDansLeFutur, g.etapeLisible, g.clientLisible],
    effet: effets.signer,
  },
  refuser: {
    droit: 'refuser',
    de: ['Envoyé'],
    vers: 'Refusé',
    gardes: [
      g.motifDeLaListe,
      d.pasAvantEnvoi,
      d.pasDansLeFutur,
      d.recontactPossible,
      g.etapeLisible,
    ],
    effet: fin.decliner,
  },
  classer: {
    droit: 'classer',
    de: ['Envoyé'],
    vers: 'Sans suite',
    gardes: [
      g.motifDeLaListe,
      d.pasAvantEnvoi,
      d.pasDansLeFutur,
      d.recontactPossible,
      g.etapeLisible,
    ],
    effet: fin.decliner,
  },
  reviser: {
    droit: 'reviser',
    de: ['Envoyé', 'Refusé', 'Sans suite'],
    vers: null,
    gardes: [g.aucunePlusRecente, g.montantDeVersion],
    effet: reviser,
  },
  annuler: {
    droit: 'annuler',
    de: ['Brouillon', 'En validation', 'Validé', 'Envoyé'],
    vers: 'Annulé',
    gardes: [g.motifSiNumerote],
    effet: fin.annuler,
  },
  rouvrir: {
    droit: 'rouvrir',
    de: ['Signé', 'Refusé', 'Sans suite'],
    vers: 'Envoyé',
    gardes: [g.aucuneAutreEnvoyee, g.aucuneAutreSignee, g.etapeLisible],
    effet: fin.rouvrir,
  },
  relancer: {
    droit: 'relance',
    de: ['Envoyé'],
    vers: null,
    gardes: [d.relancePasPassee, g.attenteLisible],
    effet: fin.relancer,
  },
  attendre: {
    droit: 'relance',
    de: ['Envoyé'],
    vers: null,
    gardes: [d.attenteDatee, g.attenteLisible],
    effet: fin.attendre,
  },
};

/** Ce que l'on peut faire d'un devis dans cet état. */
export function gestesDepuis(statut: StatutDevis): Geste[] {
  return GESTES.filter((geste) => TRANSITIONS[geste].de.includes(statut));
}
