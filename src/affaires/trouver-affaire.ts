import type { Snapshot } from '../classeur/snapshot';
import type { Affaire } from '../classeur/tables/affaires';
import { normaliser, plusProche } from '../commun/texte';
import { probleme, type Probleme } from '../messages/probleme';

/** Une affaire dont on connaît le N°. */
export type AffaireNommee = Affaire & { readonly numero: string };

/** L'affaire qui porte ce numéro, ou la première si plusieurs le portent ; `null` sinon. */
export function affaireNommee(snapshot: Snapshot, numero: string): AffaireNommee | null {
  const { affaires } = snapshot.tables;
  const exacte = affaires.find((a): a is AffaireNommee => a.numero === numero);
  return exacte ?? affairesNommees(snapshot, numero)[0] ?? null;
}

function affairesNommees({ tables }: Snapshot, numero: string): AffaireNommee[] {
  const cherche = normaliser(numero);
  return tables.affaires.filter(
    (a): a is AffaireNommee => a.numero !== null && normaliser(a.numero) === cherche,
  );
}

/** L'affaire d'un numéro, casse et séparateurs à part ; deux lignes du même numéro se refusent. */
export function trouverAffaire(
  snapshot: Snapshot,
  reference: string,
): { affaire: AffaireNommee; problemes: [] } | { affaire: null; problemes: Probleme[] } {
  const { affaires } = snapshot.tables;
  const [affaire, ...doubles] = affairesNommees(snapshot, reference);
  if (!affaire) {
    const numeros = affaires.flatMap((a) => a.numero ?? []);
    const proche = plusProche(reference, numeros);
    return { affaire: null, problemes: [probleme('AFFAIRE_INCONNUE', { reference, proche })] };
  }
  if (doubles.length > 0) {
    const lignes = [affaire, ...doubles].map((a) => a.ligne);
    const double = probleme('AFFAIRE_EN_DOUBLE', { numero: affaire.numero, lignes });
    return { affaire: null, problemes: [double] };
  }
  return { affaire, problemes: [] };
}
