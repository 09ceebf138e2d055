import { FORMES_COMMANDE } from '../../src/classeur/tables/affaires';
import { MOTIFS } from '../../src/classeur/tables/devis';
import type { ArgumentDeclare, CommandeDeclaree, OptionDeclaree } from '../declaration';
import { RESPONSABLE } from './options';

const NUMERO: ArgumentDeclare = {
  nom: 'N°',
  aide: 'Numéro du devis (DEV-2026-0042, DEV-2026-0042-V2 pour une version) ou référence provisoire (PROV-7)',
};
const MOTIF: OptionDeclaree = {
  nom: 'motif',
  valeur: 'MOTIF',
  aide: `Pourquoi : ${MOTIFS.join(', ')}`,
};
const RECONTACTER: OptionDeclaree = {
  nom: 'recontacter',
  valeur: 'AAAA-MM-JJ',
  aide: 'Jour où l’affaire revient dans la revue',
};
const CONCURRENT: OptionDeclaree = { nom: 'concurrent', valeur: 'NOM', aide: 'Qui a été retenu' };
const STATUT: OptionDeclaree = {
  nom: 'statut',
  valeur: 'STATUT',
  aide: 'Seulement les devis dans cet état (« Expiré » compris)',
};

const devis = (
  action: string,
  resume: string,
  options: readonly OptionDeclaree[],
  exemple: string,
  charger?: CommandeDeclaree['charger'],
): CommandeDeclaree => ({
  chemin: ['devis', action],
  resume,
  arguments: action === 'nouveau' || action === 'lister' ? [] : [NUMERO],
  options,
  exemples: [`suivi devis ${action} ${exemple}`.trim()],
  charger: charger ?? (() => import('../commands/devis-geste')),
});

/** La vie d'un devis, dans l'ordre. */
export const DEVIS: readonly CommandeDeclaree[] = [
  devis(
    'nouveau',
    'Prépare un devis (brouillon) dans une affaire',
    [
      { nom: 'affaire', valeur: 'AFFAIRE', requise: true, aide: 'Numéro de l’affaire' },
      { nom: 'objet', valeur: 'TEXTE', requise: true, aide: 'Objet du devis' },
      { nom: 'montant', valeur: 'HT', requise: true, aide: 'Montant hors taxes, en euros' },
      { nom: 'tva', valeur: 'TAUX', aide: 'Taux de TVA en pour cent (par défaut, le réglage)' },
      RESPONSABLE,
    ],
    '--affaire AFF-2026-0012 --objet "Audit énergétique" --montant 12500 -c suivi.xlsx',
    () => import('../commands/devis-nouveau'),
  ),
  devis('soumettre', 'Soumet un brouillon à la validation', [], 'PROV-7 -c suivi.xlsx'),
  devis(
    'renvoyer',
    'Renvoie un devis soumis à son auteur',
    [{ nom: 'motif', valeur: 'TEXTE', aide: 'Ce qu’il faut reprendre' }],
    'PROV-7 --motif "Revoir le délai" -c suivi.xlsx',
  ),
  devis(
    'valider',
    'Valide un devis et lui attribue son numéro',
    [],
    'PROV-7 --utilisateur gerant@exemple.fr -c suivi.xlsx',
  ),
  devis(
    'envoyer',
    'Marque un devis comme envoyé',
    [{ nom: 'a', valeur: 'E-MAIL', aide: 'Destinataire ; ses relances iront à cette adresse' }],
    'DEV-2026-0042 --a contact@client.fr -c suivi.xlsx',
  ),
  devis(
    'signer',
    'Enregistre la commande du client',
    [
      {
        nom: 'forme',
        valeur: 'FORME',
        aide: `Forme de la commande : ${FORMES_COMMANDE.join(', ')}`,
      },
    ],
    'DEV-2026-0042 --forme "bon de commande" -c suivi.xlsx',
  ),
  devis(
    'refuser',
    'Enregistre le refus du client',
    [MOTIF, CONCURRENT, RECONTACTER],
    'DEV-2026-0042 --motif prix --concurrent "Bureau Durand" -c suivi.xlsx',
  ),
  devis(
    'classer',
    'Classe un devis sans suite',
    [MOTIF, CONCURRENT, RECONTACTER],
    'DEV-2026-0042 --motif "sans réponse" --recontacter 2026-09-01 -c suivi.xlsx',
  ),
  devis(
    'reviser',
    'Prépare une nouvelle version',
    [
      {
        nom: 'montant',
        valeur: 'HT',
        aide: 'Nouveau montant hors taxes ; sans lui, celui de la version précédente',
      },
    ],
    'DEV-2026-0042 --montant 11800 -c suivi.xlsx',
  ),
  devis(
    'annuler',
    'Annule un devis ; son numéro n’est jamais réutilisé',
    [{ nom: 'motif', valeur: 'TEXTE', aide: 'Obligatoire dès qu’un numéro est attribué' }],
    'DEV-2026-0042 --motif "Erreur de client" -c suivi.xlsx',
  ),
  devis(
    'rouvrir',
    'Rouvre un devis décidé (gérant)',
    [],
    'DEV-2026-0042 --utilisateur gerant@exemple.fr -c suivi.xlsx',
  ),
  devis(
    'lister',
    'Liste les devis',
    [STATUT, { ...RESPONSABLE, aide: 'Seulement ceux de cette personne' }],
    '--statut Envoyé -c suivi.xlsx',
    () => import('../commands/devis-lister'),
  ),
];
