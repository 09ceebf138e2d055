import { lireBooleen, lireNombre } from '../commun/lire-texte';
import { normaliser } from '../commun/texte';
import { probleme, type Probleme } from '../messages/probleme';
import type { ValeurLibre } from './colonne';
import type { LigneParametre } from './tables/parametres';

interface Reglage<V> {
  /** Tel qu'il est écrit dans l'onglet Paramètres. */
  readonly libelle: string;
  readonly defaut: V;
  readonly genre: 'texte' | 'entier' | 'nombre' | 'taux' | 'booleen';
  readonly signification: string;
}

const texte = (libelle: string, defaut: string, signification: string): Reglage<string> => ({
  libelle,
  defaut,
  genre: 'texte',
  signification,
});
const entier = (libelle: string, defaut: number, signification: string): Reglage<number> => ({
  libelle,
  defaut,
  genre: 'entier',
  signification,
});
const nombre = (libelle: string, defaut: number, signification: string): Reglage<number> => ({
  libelle,
  defaut,
  genre: 'nombre',
  signification,
});
const taux = (libelle: string, defaut: number, signification: string): Reglage<number> => ({
  libelle,
  defaut,
  genre: 'taux',
  signification,
});
const booleen = (libelle: string, defaut: boolean, signification: string): Reglage<boolean> => ({
  libelle,
  defaut,
  genre: 'booleen',
  signification,
});

/** Les réglages, déclarés une fois : libellé, valeur de départ, nature, signification montrée. */
export const REGLAGES = {
  entreprise: texte('Nom de l’entreprise', '', 'Signe les messages et les documents.'),
  masqueDevis: texte(
    'Masque des numéros de devis',
    'DEV-{AAAA}-{N:4}',
    'Jetons : {AAAA} {AA} {MM} {JJ} {N:4} {INITIALES} {CLIENT}. Le compteur repart quand la partie datée change.',
  ),
  masqueAffaire: texte(
    'Masque des numéros d’affaire',
    'AFF-{AAAA}-{N:4}',
    'Mêmes jetons que pour les devis.',
  ),
  validiteJours: entier('Validité d’un devis (jours)', 30, 'Comptés depuis l’envoi.'),
  tauxTva: taux('Taux de TVA habituel', 0.2, 'Repris sur un nouveau devis.'),
  entrepriseUnipersonnelle: booleen(
    'Entreprise d’une seule personne',
    false,
    'Oui : l’auteur d’un devis peut le valider lui-même.',
  ),
  hausseARevoir: taux(
    'Hausse qui remet le Go en cause',
    0.2,
    'Une version plus chère que cela de la précédente remet l’affaire « À revoir ».',
  ),
  probabiliteBrouillon: taux('Probabilité : Brouillon', 0.2, 'Pondère le portefeuille.'),
  probabiliteEnValidation: taux('Probabilité : En validation', 0.3, 'Pondère le portefeuille.'),
  probabiliteValide: taux('Probabilité : Validé', 0.4, 'Pondère le portefeuille.'),
  probabiliteEnvoye: taux('Probabilité : Envoyé', 0.5, 'Pondère le portefeuille.'),
  casPourTauxPropre: entier(
    'Cas avant d’utiliser vos propres taux',
    20,
    'À partir de ce nombre de devis décidés, votre taux observé remplace les probabilités ci-dessus.',
  ),
  seuilSatisfaction: nombre(
    'Seuil de satisfaction',
    7,
    'Une note égale ou supérieure compte comme satisfaite (sur 10).',
  ),
  joursEntreRelances: entier(
    'Jours entre deux relances au même contact',
    5,
    'Un contact relancé depuis moins de jours que cela ne l’est pas à nouveau.',
  ),
  joursBl: entier(
    'Délai de contestation d’un BL (jours)',
    8,
    'Passé ce délai, le BL est à facturer.',
  ),
  joursSansAction: entier(
    'Alerte : devis sans suite depuis (jours)',
    14,
    'Un devis envoyé sans action ni relance depuis plus longtemps est signalé.',
  ),
  alsaceMoselle: booleen(
    'Jours fériés d’Alsace-Moselle',
    false,
    'Oui : le Vendredi saint et le 26 décembre sont fériés.',
  ),
} as const;

export type CleReglage = keyof typeof REGLAGES;
/** Les réglages en vigueur : ceux de l'onglet, et la valeur de départ de ceux qui n'y sont pas. */
export type Parametres = {
  readonly [K in CleReglage]: (typeof REGLAGES)[K] extends Reglage<infer V> ? V : never;
};

const PARAMETRES_PAR_DEFAUT = Object.fromEntries(
  Object.entries(REGLAGES).map(([cle, reglage]) => [cle, reglage.defaut]),
) as Parametres;

const PAR_LIBELLE = new Map(
  (Object.keys(REGLAGES) as CleReglage[]).map((cle) => [normaliser(REGLAGES[cle].libelle), cle]),
);

function lireValeur(genre: Reglage<unknown>['genre'], valeur: ValeurLibre): unknown {
  if (typeof valeur === 'object') return null;
  if (genre === 'texte') return String(valeur);
  if (genre === 'booleen')
    return typeof valeur === 'boolean' ? valeur : lireBooleen(String(valeur));
  const pourcent = typeof valeur === 'string' && /%\s*$/.test(valeur);
  const n =
    typeof valeur === 'number'
      ? valeur
      : lireNombre(String(valeur).replace(/%\s*$/, ''), { decimal: ',' });
  if (n === null || n < 0) return null;
  if (genre === 'taux') return pourcent ? n / 100 : n <= 1 ? n : null;
  return genre === 'entier' && !Number.isSafeInteger(n) ? null : n;
}

/**
 * Lit l'onglet Paramètres. Un réglage absent ou vide garde sa valeur de départ ; un réglage
 * illisible est un problème, jamais un défaut. Les lignes inconnues appartiennent à l'utilisateur.
 */
export function lireParametres(
  lignes: readonly LigneParametre[],
  adresse: (ligne: number) => string | null,
): { parametres: Parametres; problemes: Probleme[] } {
  const lus: Record<string, unknown> = { ...PARAMETRES_PAR_DEFAUT };
  const problemes: Probleme[] = [];
  for (const { reglage, valeur, ligne } of lignes) {
    const cle = reglage === null ? undefined : PAR_LIBELLE.get(normaliser(reglage));
    if (cle === undefined || valeur === null) continue;
    const lu = lireValeur(REGLAGES[cle].genre, valeur);
    if (lu === null) {
      problemes.push(
        probleme('REGLAGE_ILLISIBLE', {
          reglage: REGLAGES[cle].libelle,
          cellule: adresse(ligne) ?? '',
          valeur: String(valeur),
          genre: REGLAGES[cle].genre,
        }),
      );
    } else lus[cle] = lu;
  }
  return { parametres: lus as Parametres, problemes };
}
