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
  // Une colonne à la fois, par son nom : par une clé, chaque lecture coûte cinq fois plus.
  if ((patch['montantTtc'] ?? null) === null) {
    const ttc = ttcDe(
      patch['montantHt'] ?? actuel['montantHt'],
      patch['tauxTva'] ?? actuel['tauxTva'],
    );
    const ancien = actuel['montantTtc'] ?? null;
    if (
      ttc !== null &&
      (ancien === null || ancien === ttcDe(actuel['montantHt'], actuel['tauxTva']))
    )
      derivees['montantTtc'] = ttc;
  }
  const envoyeLe = patch['envoyeLe'] ?? actuel['envoyeLe'];
  const premierEnvoi = patch['premierEnvoi'] ?? actuel['premierEnvoi'] ?? null;
  if (typeof envoyeLe === 'string' && premierEnvoi === null) derivees['premierEnvoi'] = envoyeLe;
  return derivees;
}

function ttcDe(montantHt: unknown, tauxTva: unknown): number | null {
  if (typeof montantHt !== 'number' || typeof tauxTva !== 'number') return null;
  return montantHt + appliquerTaux(montantHt as Centimes, tauxTva);
}
