import { adresseCellule, decrireIllisibles } from '../classeur/cellule';
import type { Snapshot } from '../classeur/snapshot';
import type { Client } from '../classeur/tables/clients';
import type { Facture } from '../classeur/tables/factures';
import { plusProche } from '../commun/texte';
import { probleme, type Probleme } from '../messages/probleme';
import { resteDu } from './reste-du';

const DECISIVES = [
  'type',
  'blLe',
  'blConteste',
  'montantTtc',
  'emiseLe',
  'echeance',
  'paye',
  'payeLe',
] as const;

/** `FACT-2026-0007`, ou `ligne 12` tant que la facture n'a pas de numéro. */
export function nommerFacture(facture: Facture): string {
  return facture.numero ?? `ligne ${facture.ligne}`;
}

function illisibles(
  snapshot: Snapshot,
  table: 'factures' | 'clients',
  ligne: number,
  colonnes: readonly string[],
): Probleme[] {
  return decrireIllisibles(snapshot, table, ligne, colonnes).map((c) =>
    probleme('FACTURE_CELLULE_ILLISIBLE', c),
  );
}

/** Avant l'émission, le client dit si sa proforma vaut BL : il faut le connaître. */
function controlerClient(
  snapshot: Snapshot,
  facture: Facture,
  fiches: readonly Client[],
): Probleme[] {
  if (facture.emiseLe !== null || facture.blLe === null) return [];
  if (fiches.length > 0) {
    return fiches.flatMap((f) => illisibles(snapshot, 'clients', f.ligne, ['proformaVautBl']));
  }
  const client = facture.client ?? '';
  const noms = snapshot.tables.clients.flatMap((c) => c.organisation ?? []);
  const proche = plusProche(client, noms);
  return [probleme('FACTURE_CLIENT_INCONNU', { facture: nommerFacture(facture), client, proche })];
}

/** Tout ce qui empêche de connaître la prochaine étape d'une facture. */
export function controlerFacture(
  snapshot: Snapshot,
  facture: Facture,
  fiches: readonly Client[],
): Probleme[] {
  const problemes = illisibles(snapshot, 'factures', facture.ligne, DECISIVES);
  if (problemes.length > 0 || facture.type === 'Avoir') return problemes;
  problemes.push(...controlerClient(snapshot, facture, fiches));
  const cellule = (colonne: string): string =>
    adresseCellule(snapshot, 'factures', facture.ligne, colonne);
  const { emiseLe, echeance, montantTtc, paye } = facture;
  const nom = nommerFacture(facture);
  if (montantTtc === null && paye !== null && paye !== 0) {
    const args = { facture: nom, cellule: cellule('montantTtc') };
    problemes.push(probleme('FACTURE_SANS_MONTANT', args));
  } else if (emiseLe !== null && echeance === null && resteDu(facture) !== 0) {
    problemes.push(
      probleme('FACTURE_SANS_ECHEANCE', { facture: nom, cellule: cellule('echeance') }),
    );
  }
  return problemes;
}
