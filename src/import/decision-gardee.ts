import { recule } from '../affaires/etapes';
import type { TableEchangeable } from '../classeur/tables';
import type { StatutDevis } from '../classeur/tables/devis';
import { CLOS } from '../devis/decides';

type Valeurs = Readonly<Record<string, unknown>>;

const AVANT_DECISION: ReadonlySet<unknown> = new Set<StatutDevis>([
  'Brouillon',
  'En validation',
  'Validé',
  'Envoyé',
]);

/** Ce qui va avec une décision : rouvrir un devis efface le reste, et en refait la relance. */
const DECISION = ['decideLe', 'motif', 'concurrent', 'prochaineRelance'];
/** Ce qui s'est fait avant elle, et ne peut pas lui être postérieur. */
const FAITS_AVANT = ['creeLe', 'soumisLe', 'valideLe', 'envoyeLe', 'premierEnvoi'];

/**
 * Les colonnes qu'un vieux fichier ne change pas : un devis décidé dans le classeur, une affaire
 * commandée, perdue ou abandonnée n'y reviennent pas à un état d'avant, un client ne redevient pas
 * prospect. L'état d'abord, puis ce que la décision tient. Vide : rien à garder.
 * @param patch ce que la source changerait
 */
export function decisionGardee(
  table: TableEchangeable,
  existant: Valeurs,
  patch: Valeurs,
): readonly string[] {
  if (table === 'affaires') return etapeGardee(existant, patch);
  if (table === 'clients') return statutGarde(existant, patch);
  if (table !== 'devis') return [];
  if (!AVANT_DECISION.has(patch['statut']) || !CLOS.has(existant['statut'])) return [];
  const { decideLe } = existant;
  const apresElle = (cle: string): boolean => {
    const jour = patch[cle];
    return typeof jour === 'string' && typeof decideLe === 'string' && jour > decideLe;
  };
  return ['statut', ...DECISION.filter((cle) => cle in patch), ...FAITS_AVANT.filter(apresElle)];
}

/** Sa date de reprise ferait revenir dans la revue une affaire qui n'y est plus. */
function etapeGardee(existant: Valeurs, patch: Valeurs): readonly string[] {
  if (!recule(existant['etape'], patch['etape'])) return [];
  return ['etape', ...['recontacterLe'].filter((cle) => cle in patch)];
}

/** Un prospect devient client à sa première commande ; il ne le redevient pas ensuite. */
function statutGarde(existant: Valeurs, patch: Valeurs): readonly string[] {
  const { statut } = existant;
  return patch['statut'] === 'Prospect' && (statut === 'Client' || statut === 'Ancien')
    ? ['statut']
    : [];
}
