import type { Droit } from '../equipe/droits';

/** Qui peut faire quoi. */

const GESTES: Readonly<Record<Droit, string>> = {
  affaire: 'ouvrir une affaire',
  gonogo: 'décider d’un Go ou d’un NoGo',
  creer: 'créer un devis',
  soumettre: 'soumettre un devis',
  renvoyer: 'renvoyer un devis à son auteur',
  valider: 'valider un devis',
  envoyer: 'enregistrer l’envoi d’un devis',
  signer: 'enregistrer une signature',
  refuser: 'enregistrer un refus',
  classer: 'classer un devis sans suite',
  reviser: 'préparer une nouvelle version',
  annuler: 'annuler un devis',
  rouvrir: 'rouvrir un devis',
  relance: 'relancer',
  action: 'noter une action',
  cloturer: 'clôturer un mois',
  rouvrirMois: 'rouvrir un mois clos',
};

export const MESSAGES_EQUIPE = {
  UTILISATEUR_INCONNU: (a: { utilisateur: string; proche: string | null }) =>
    `« ${a.utilisateur} » n’est pas dans l’onglet « Équipe ».` +
    (a.proche ? ` Est-ce « ${a.proche} » ?` : '') +
    ' Ajoutez cette adresse à l’équipe, ou agissez sous la vôtre.',
  UTILISATEUR_INACTIF: (a: { utilisateur: string }) =>
    `« ${a.utilisateur} » n’est plus actif (onglet « Équipe »). Écrivez « Oui » dans « Actif » si cette personne est revenue.`,
  MEMBRE_MAL_DECRIT: (a: { utilisateur: string; cellule: string; colonne: 'role' | 'actif' }) =>
    `Onglet « Équipe », cellule ${a.cellule} : ` +
    (a.colonne === 'role'
      ? `le rôle de « ${a.utilisateur} » manque ou n’est pas connu. Choisissez-le dans la liste.`
      : `« Actif » n’est pas compris pour « ${a.utilisateur} ». Écrivez Oui ou Non.`),
  DROIT_REFUSE: (a: { role: string; droit: Droit; a: readonly string[] }) =>
    `Le rôle « ${a.role} » ne permet pas de ${GESTES[a.droit]}. Demandez à : ${a.a.join(', ')}.`,
  DEVIS_D_UN_AUTRE: (a: { numero: string; responsable: string | null }) =>
    `Le devis ${a.numero} est suivi par ${a.responsable ?? 'une autre personne'}, et vous n’en êtes ni l’auteur ni le responsable. Demandez à cette personne, ou à un responsable.`,
} as const;
