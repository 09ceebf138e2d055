import type { Horodatage, DateCivile } from '../commun/date-civile';
import { accord, formatDate, INSECABLE } from './formats';

/** Défaire un import : ce qui l'empêche, ce qui a été fait. */

const jourDe = (le: Horodatage): string => formatDate(le.slice(0, 10) as DateCivile);

export interface Rappel {
  numero: number;
  le: Horodatage | null;
  onglets: readonly string[];
}

const rappeler = ({ numero, le, onglets }: Rappel): string =>
  `n°${INSECABLE}${numero} (${[...onglets, ...(le === null ? [] : [`le ${jourDe(le)}`])].join(', ')})`;

export const MESSAGES_ANNULATION = {
  IMPORT_INCONNU: (a: { numero: number; derniers: readonly Rappel[] }) =>
    `Le Journal ne connaît pas d’import n°${INSECABLE}${a.numero}. ` +
    (a.derniers.length === 0
      ? 'Aucun import ne peut être annulé dans ce classeur.'
      : `Les derniers${INSECABLE}: ${a.derniers.map(rappeler).join(' ; ')}.`),
  IMPORT_DEJA_ANNULE: (a: { numero: number; le: Horodatage | null; par: string | null }) =>
    `L’import n°${INSECABLE}${a.numero} est déjà annulé${a.le === null ? '' : `, le ${jourDe(a.le)}`}${a.par === null ? '' : `, par ${a.par}`}. Il n’y a plus rien à défaire.`,
  IMPORT_SANS_RETOUR: (a: { numero: number }) =>
    `Le Journal ne dit pas assez de l’import n°${INSECABLE}${a.numero} pour l’annuler${INSECABLE}: il date d’avant la colonne « Retour », ou l’onglet ne l’a pas. Défaites-le à la main. Pour que les prochains puissent l’être, ajoutez « Retour » à la suite des en-têtes du Journal (chez Google, « Installer / Réparer » le fait).`,
  IMPORT_RETOUR_ABIME: (a: { numero: number }) =>
    `Dans le Journal, la colonne « Retour » de l’import n°${INSECABLE}${a.numero} a été modifiée, ou il lui manque une ligne${INSECABLE}: l’annuler ne serait plus sûr. Reprenez le Journal d’une sauvegarde.`,
  ANNULATION_VALEUR_CHANGEE: (a: {
    nom: string;
    colonne: string;
    valeur: string;
    ecrite: string | null;
  }) =>
    `${a.nom}, colonne ${a.colonne}${INSECABLE}: ${a.valeur === '' ? 'vidée' : `« ${a.valeur} »`} depuis, ` +
    (a.ecrite === null
      ? 'l’import avait écrit une autre valeur (le Journal n’en garde pas le texte au-delà de dix fiches ; elle est dans le fichier importé).'
      : a.ecrite === ''
        ? 'l’import l’avait laissée vide.'
        : `l’import avait écrit « ${a.ecrite} ».`),
  ANNULATION_RENOMMEE: (a: { onglet: string; nom: string | null; candidates: readonly string[] }) =>
    `Une fiche de « ${a.onglet} » créée par l’import${a.nom === null ? '' : `, « ${a.nom} »,`} a été renommée depuis${INSECABLE}: ${a.candidates.join(' ou ')}, le Journal ne permet pas de dire laquelle. Rendez-lui son nom, ou supprimez-la à la main.`,
  ANNULATION_IMPORT_ULTERIEUR: (a: { numero: number; imports: readonly Rappel[] }) =>
    `${a.imports.length > 1 ? 'Des imports faits depuis en dépendent' : 'Un import fait depuis en dépend'}${INSECABLE}: annulez d’abord ${a.imports.map((i) => `l’import ${rappeler(i)}${INSECABLE}: suivi annuler ${i.numero}`).join(', puis ')}. Ensuite${INSECABLE}: suivi annuler ${a.numero}.`,
  ANNULATION_LIGNE_CHANGEE: (a: { nom: string; onglet: string; ligne: number }) =>
    `${a.nom} (${a.onglet}, ligne ${a.ligne}) a changé depuis l’import.`,
  ANNULATION_INTROUVABLE: (a: { nom: string }) =>
    `${a.nom}, que l’import avait modifié, n’est plus dans le classeur${INSECABLE}: supprimé ou renommé depuis. Rendez-lui son nom, ou corrigez à la main${INSECABLE}: le Journal garde ses valeurs d’avant.`,
  ANNULATION_FORMULE_PERDUE: (a: { nom: string; colonne: string; erreur: string }) =>
    `${a.nom}, colonne ${a.colonne}${INSECABLE}: l’import avait remplacé une formule (${a.erreur}), que le Journal n’a pas gardée. Remettez-la à la main.`,
  ANNULATION_CITE: (a: { nom: string; par: string; ligne: number }) =>
    `${a.nom}, créé par l’import, est cité par ${a.par}${a.par.endsWith(`ligne ${a.ligne}`) ? '' : ` (ligne ${a.ligne})`}.`,
  ANNULATION_NUMERO_TIRE: (a: { tire: string; importe: string }) =>
    `${a.tire} a été attribué depuis, à la suite de ${a.importe}${INSECABLE}: sans les numéros importés, la série aurait un trou que rien n’explique.`,
  ANNULATION_NUMERO_ANNULE: (a: { numero: string }) =>
    `${a.numero}, importé, a été annulé depuis dans Registre.`,
  ANNULATION_NOTE_PERSONNELLE: (a: {
    nom: string;
    onglet: string;
    cellule: string;
    entete: string;
    valeur: string;
  }) =>
    `${a.nom}${INSECABLE}: quelqu’un a écrit « ${a.valeur} » dans ${a.entete === '' ? 'une colonne à lui' : `sa colonne « ${a.entete} »`} (${a.onglet}, ${a.cellule}). Déplacez ou effacez ce texte d’abord.`,
} as const;

/** Ce qu'une annulation a fait, en une phrase. */
export function direAnnulation(r: {
  readonly supprimes: number;
  readonly retablis: number;
  readonly clientsSupprimes: number;
  readonly numerosOtes: number;
  readonly absents: number;
}): string {
  const faits = [
    accord(r.supprimes, 'enregistrement supprimé', 'enregistrements supprimés'),
    accord(r.retablis, 'rétabli', 'rétablis'),
    ...(r.clientsSupprimes > 0
      ? [accord(r.clientsSupprimes, 'client supprimé', 'clients supprimés')]
      : []),
    ...(r.numerosOtes > 0
      ? [accord(r.numerosOtes, 'numéro ôté de Registre', 'numéros ôtés de Registre')]
      : []),
    ...(r.absents > 0 ? [accord(r.absents, 'déjà supprimé', 'déjà supprimés')] : []),
  ];
  return `${faits.join(', ')}.`;
}
