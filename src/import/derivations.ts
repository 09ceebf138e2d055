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
  if (table !== 'devis') return {};
  const derivees: Record<string, unknown> = {};
  const apres = (cle: string): unknown => patch[cle] ?? actuel[cle] ?? null;
  if ((patch['montantTtc'] ?? null) === null) {
    const ttc = ttcDe(apres('montantHt'), apres('tauxTva'));
    const suivait = actuel['montantTtc'] === ttcDe(actuel['montantHt'], actuel['tauxTva']);
    if (ttc !== null && (apres('montantTtc') === null || suivait)) derivees['montantTtc'] = ttc;
  }
  const envoyeLe = apres('envoyeLe');
  if (typeof envoyeLe === 'string' && apres('premierEnvoi') === null) {
    derivees['premierEnvoi'] = envoyeLe;
  }
  return derivees;
}

function ttcDe(montantHt: unknown, tauxTva: unknown): number | null {
  if (typeof montantHt !== 'number' || typeof tauxTva !== 'number') return null;
  return montantHt + appliquerTaux(montantHt as Centimes, tauxTva);
}
