import { INSECABLE } from './formats';
import { formatListe } from './liste';

export interface DecisionGardee {
  nom: string;
  /** Dans le classeur. */
  ligne: number;
  /** Le statut, ou l'étape, du fichier. */
  statut: string;
  garde: string;
  /** Les autres colonnes laissées telles quelles, avec le statut. */
  avec: readonly string[];
}

/** Comment un devis décidé change d'état, puisque l'import ne le fait pas. */
function revenirSur({ nom, garde }: DecisionGardee): string {
  if (garde === 'Annulé')
    return 'Un devis annulé ne se rouvre pas : s’il revit, créez-en un autre.';
  if (garde === 'Remplacé')
    return 'Une version plus récente le remplace : c’est elle qu’il faut mettre à jour.';
  return `Si la décision ne tient plus, rouvrez-le (suivi devis rouvrir ${nom}), puis réimportez.`;
}

function inchangees({ avec }: DecisionGardee): string {
  const suite =
    avec.length > 0 ? `, et ${formatListe(avec)} ne change${avec.length > 1 ? 'nt' : ''} pas` : '';
  return `${suite}. Les autres colonnes sont importées.`;
}

/** Ce qu'un import ne fait pas de ce qui est décidé dans le classeur. */
export const MESSAGES_IMPORT_DECISION = {
  IMPORT_LIGNE_IDENTIQUE: (a: {
    premiere: number;
    /** Le montant du document est la somme de ses lignes. */
    sommees: boolean;
  }) =>
    `Cette ligne est identique à la ligne n°${INSECABLE}${a.premiere}${INSECABLE}: ` +
    (a.sommees
      ? 'elle compte aussi dans le montant. Si elle est répétée par erreur, ôtez-la et importez de nouveau.'
      : 'elle n’ajoute rien.'),
  IMPORT_DECISION_GARDEE: (a: DecisionGardee) =>
    `« ${a.statut} » ramènerait ${a.nom} avant sa décision${INSECABLE}: dans le classeur (ligne ${a.ligne}), il reste « ${a.garde} »${inchangees(a)} ${revenirSur(a)}`,
  IMPORT_ETAPE_GARDEE: (a: DecisionGardee) =>
    `« ${a.statut} » ferait reculer ${a.nom}${INSECABLE}: dans le classeur (ligne ${a.ligne}), l’affaire reste « ${a.garde} »${inchangees(a)} Si c’est voulu, changez son étape dans « Affaires ».`,
  IMPORT_CLIENT_GARDE: (a: DecisionGardee) =>
    `« ${a.statut} » ferait reculer ${a.nom}${INSECABLE}: dans le classeur (ligne ${a.ligne}), il reste « ${a.garde} »${inchangees(a)} Si c’est voulu, changez son statut dans « Clients ».`,
} as const;

export type CodeGarde = keyof typeof MESSAGES_IMPORT_DECISION;
