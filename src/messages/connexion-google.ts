/** Se connecter à Google depuis la commande : fichier du client, autorisation, réseau. */

const RIEN = 'Rien n’a été écrit.';
const GUIDE = 'docs/google.md';

export const MESSAGES_CONNEXION_GOOGLE = {
  GOOGLE_NON_CONNECTE: (a: { chemin: string }) =>
    `La commande n’est pas encore reliée à Google : le fichier « ${a.chemin} » n’existe pas. Créez un client OAuth « Application de bureau » dans la console Google Cloud, téléchargez son fichier JSON et placez-le là (ou désignez-le par SUIVI_GOOGLE_CLIENT). Les étapes sont dans ${GUIDE}. ${RIEN}`,
  GOOGLE_CLIENT_INVALIDE: (a: { chemin: string; cause: string }) =>
    `« ${a.chemin} » ne peut pas servir à se connecter à Google (${a.cause}). Téléchargez le fichier JSON d’un client OAuth « Application de bureau » (${GUIDE}). ${RIEN}`,
  GOOGLE_CLIENT_EST_UN_COMPTE: (a: { chemin: string }) =>
    `« ${a.chemin} » est la clé d’un compte de service, pas un client OAuth. Désignez-la par GOOGLE_APPLICATION_CREDENTIALS, et partagez le classeur avec l’adresse de ce compte. ${RIEN}`,
  GOOGLE_IDENTIFIANTS_INVALIDES: (a: { chemin: string; cause: string }) =>
    `GOOGLE_APPLICATION_CREDENTIALS désigne « ${a.chemin} », qui ne peut pas servir (${a.cause}). Corrigez ce chemin, ou supprimez cette variable pour vous connecter avec votre compte (${GUIDE}). ${RIEN}`,
  GOOGLE_AUTORISATION_A_DONNER: (a: { droit: string }) =>
    `Google n’a pas encore donné à la commande l’autorisation de ${a.droit}. Lancez-la une fois dans un terminal : elle affichera l’adresse où l’accorder. ${RIEN}`,
  GOOGLE_AUTORISATION_PERIMEE: (a: { cause: string }) =>
    `L’autorisation donnée à Google n’est plus valable (${a.cause}) : elle a été retirée, ou elle a expiré. Lancez la commande dans un terminal pour l’accorder à nouveau. ${RIEN}`,
  GOOGLE_CONNEXION_REFUSEE: (a: { cause: string }) =>
    `Google n’a pas accordé l’accès (${a.cause === 'access_denied' ? 'refusé dans le navigateur' : a.cause}). Relancez la commande et acceptez, ou demandez à l’administrateur de votre domaine d’autoriser ce client. ${RIEN}`,
  GOOGLE_CONNEXION_ABANDONNEE: (a: { minutes: number }) =>
    `Aucune réponse du navigateur en ${a.minutes} minutes. Relancez la commande, puis ouvrez l’adresse affichée sur cette même machine. ${RIEN}`,
  GOOGLE_DROIT_REFUSE: (a: { droit: string }) =>
    `L’accès a été accordé sans l’autorisation de ${a.droit}. Relancez la commande et laissez cette case cochée. ${RIEN}`,
  GOOGLE_CLIENT_REFUSE: (a: { cause: string }) =>
    `Google ne reconnaît pas le client OAuth de la commande (${a.cause}). Téléchargez à nouveau son fichier JSON depuis la console Google Cloud (${GUIDE}). ${RIEN}`,
  GOOGLE_CONNEXION_IMPOSSIBLE: (a: { cause: string }) =>
    `La connexion à Google a échoué (${a.cause}). Vérifiez le réseau, puis recommencez. ${RIEN}`,
} as const;
