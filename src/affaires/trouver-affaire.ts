import type { Snapshot } from '../classeur/snapshot';
import type { Affaire } from '../classeur/tables/affaires';
import { normaliser, plusProche } from '../commun/texte';
import { probleme, type Probleme } from '../messages/probleme';

/** L'affaire d'un numéro, casse et séparateurs à part ; deux lignes du même numéro se refusent. */
export function trouverAffaire(
  snapshot: Snapshot,
  reference: string,
): { affaire: Affaire; problemes: [] } | { affaire: null; problemes: Probleme[] } {
  const { affaires } = snapshot.tables;
  const cherche = normaliser(reference);
  const [affaire, ...doubles] = affaires.filter(
    (a) => a.numero !== null && normaliser(a.numero) === cherche,
  );
  if (!affaire) {
    const numeros = affaires.flatMap((a) => a.numero ?? []);
    const proche = plusProche(reference, numeros);
    return { affaire: null, problemes: [probleme('AFFAIRE_INCONNUE', { reference, proche })] };
  }
  if (doubles.length > 0) {
    const lignes = [affaire, ...doubles].map((a) => a.ligne);
    const double = probleme('AFFAIRE_EN_DOUBLE', { numero: affaire.numero ?? '', lignes });
    return { affaire: null, problemes: [double] };
  }
  return { affaire, problemes: [] };
}
