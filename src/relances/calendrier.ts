import type { Modele } from '../classeur/tables/modeles';
import { ajouterJours, type DateCivile } from '../commun/date-civile';
import { prochainJourOuvre } from '../commun/jours-ouvres';
import { RELANCES_DE_DEPART, type TexteModele } from './modeles-de-depart';

/** Une étape du calendrier : son délai depuis l'envoi, et le texte à employer. */
export interface EtapeRelance {
  readonly delaiJours: number;
  readonly modele: TexteModele;
}

/** Une ligne « Relance devis » est active tant qu'on n'y a pas écrit « Non ». */
export function estRelanceDevisActive(modele: Modele): boolean {
  return modele.usage === 'Relance devis' && modele.actif !== false;
}

const dernier = Number.MAX_SAFE_INTEGER;

/**
 * Les étapes de l'onglet Modèles par rang puis délai ; J+7, J+15, J+30 si l'onglet n'a aucune
 * relance de devis. Toutes désactivées : aucune relance. Une ligne sans délai d'au moins un jour
 * n'est pas une étape (`controlerModeles` la signale).
 */
export function etapesRelance(modeles: readonly Modele[]): EtapeRelance[] {
  const definies = modeles.filter((m) => m.usage === 'Relance devis');
  const textes: readonly TexteModele[] =
    definies.length > 0 ? definies.filter(estRelanceDevisActive) : RELANCES_DE_DEPART;
  return textes
    .flatMap((modele) => {
      const { delaiJours } = modele;
      return delaiJours !== null && delaiJours >= 1 ? [{ delaiJours, modele }] : [];
    })
    .sort(
      (a, b) =>
        (a.modele.rang ?? dernier) - (b.modele.rang ?? dernier) || a.delaiJours - b.delaiJours,
    );
}

/**
 * Jour de la relance qui suit `relancesFaites`, compté depuis l'envoi et reporté au jour ouvré
 * suivant ; `null` quand toutes les étapes sont faites (S1-8).
 */
export function prochaineRelanceApres(
  envoyeLe: DateCivile,
  relancesFaites: number,
  modeles: readonly Modele[],
  alsaceMoselle: boolean,
): DateCivile | null {
  const etape = etapesRelance(modeles)[Math.max(0, relancesFaites)];
  return etape ? prochainJourOuvre(ajouterJours(envoyeLe, etape.delaiJours), alsaceMoselle) : null;
}

/**
 * Comme `prochaineRelanceApres`, une relance venant d'être faite `faiteLe` : jamais à moins de
 * `joursEntre` jours d'elle, pour qu'un retard n'entraîne pas deux messages coup sur coup.
 */
export function prochaineRelanceEspacee(
  envoyeLe: DateCivile,
  relancesFaites: number,
  faiteLe: DateCivile,
  modeles: readonly Modele[],
  reglages: { readonly alsaceMoselle: boolean; readonly joursEntreRelances: number },
): DateCivile | null {
  const { alsaceMoselle, joursEntreRelances } = reglages;
  const prevue = prochaineRelanceApres(envoyeLe, relancesFaites, modeles, alsaceMoselle);
  if (prevue === null) return null;
  const auPlusTot = prochainJourOuvre(
    ajouterJours(faiteLe, Math.max(1, joursEntreRelances)),
    alsaceMoselle,
  );
  return prevue > auPlusTot ? prevue : auPlusTot;
}
