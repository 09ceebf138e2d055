import { appliquerTaux, type Centimes } from '../commun/montant';
import type { TableEchangeable } from '../classeur/tables';

type Valeurs = Readonly<Record<string, unknown>>;

/**
 * Les seules valeurs que l'import calcule, quand la source ne les donne pas : le TTC (HT et TVA
 * connus), le premier envoi d'un devis (sa date d'envoi), et le contact d'un client (`nomContact`). Un TTC tapé à la main n'est pas refait.
 * @param actuel l'enregistrement du classeur, s'il existe
 * @param patch les valeurs de la source, non vides
 */
export function deriver(
  table: TableEchangeable,
  actuel: Valeurs,
  patch: Valeurs,
): Record<string, unknown> {
  const derivees: Record<string, unknown> = {};
  if (table !== 'devis') return derivees;
  const apres = { ...actuel, ...patch };
  const ttc = ttcDe(apres);
  const suivait = actuel['montantTtc'] === ttcDe(actuel);
  if (
    ttc !== null &&
    patch['montantTtc'] === undefined &&
    (apres['montantTtc'] === null || apres['montantTtc'] === undefined || suivait)
  ) {
    derivees['montantTtc'] = ttc;
  }
  if (typeof apres['envoyeLe'] === 'string' && (apres['premierEnvoi'] ?? null) === null) {
    derivees['premierEnvoi'] = apres['envoyeLe'];
  }
  return derivees;
}

function ttcDe(valeurs: Valeurs): number | null {
  const { montantHt, tauxTva } = valeurs;
  if (typeof montantHt !== 'number' || typeof tauxTva !== 'number') return null;
  return montantHt + appliquerTaux(montantHt as Centimes, tauxTva);
}
