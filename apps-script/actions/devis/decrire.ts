import type { Snapshot } from '../../../src/classeur/snapshot';
import type { Devis } from '../../../src/classeur/tables/devis';
import { designer } from '../../../src/devis/designation';
import { trouverMembre } from '../../../src/equipe/membre';
import { formatMontant } from '../../../src/messages/formats';

const joindre = (morceaux: readonly (string | null | false)[]): string =>
  morceaux.filter((m) => m).join(' · ');

/** De quel devis il s'agit : son nom et son client, son objet, son montant et son état. */
export function decrireDevis(snapshot: Snapshot, devis: Devis): string[] {
  const qui = devis.responsable ?? devis.auteur;
  return [
    joindre([designer(devis), devis.client]),
    devis.objet ?? '',
    joindre([
      devis.montantHt !== null && `${formatMontant(devis.montantHt)} HT`,
      devis.statut,
      qui && `suivi par ${trouverMembre(snapshot, qui)?.nom ?? qui}`,
    ]),
  ].filter((t) => t !== '');
}
