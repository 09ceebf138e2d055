import { TABLES_ECHANGEABLES } from '../src/classeur/tables';
import { FORMES_COMMANDE } from '../src/classeur/tables/affaires';
import { MOTIFS } from '../src/classeur/tables/devis';
import type { ArgumentDeclare, CommandeDeclaree, OptionDeclaree } from './declaration';

/** Les options que toutes les commandes comprennent. */
export const OPTIONS_GLOBALES: readonly OptionDeclaree[] = [
  {
    nom: 'classeur',
    court: 'c',
    valeur: 'CLASSEUR',
    aide: 'Le classeur : chemin d’un .xlsx (ou variable SUIVI_CLASSEUR)',
  },
  { nom: 'json', aide: 'Rend le résultat en JSON sur la sortie standard, et rien d’autre' },
  {
    nom: 'le',
    valeur: 'AAAA-MM-JJ',
    aide: 'Agit comme si l’on était ce jour-là (par défaut aujourd’hui, à Paris)',
  },
  {
    nom: 'utilisateur',
    valeur: 'E-MAIL',
    aide: 'Qui agit (ou variable SUIVI_UTILISATEUR ; à défaut, le compte de la machine)',
  },
  { nom: 'simulation', aide: 'Montre ce qui serait écrit, n’écrit rien' },
  { nom: 'oui', aide: 'Ne demande pas de confirmation' },
  { nom: 'help', court: 'h', aide: 'Cette aide' },
];

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
const RESPONSABLE: OptionDeclaree = {
  nom: 'responsable',
  valeur: 'E-MAIL',
  aide: 'Qui suit et porte le chiffre',
};
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
  charger: charger ?? (() => import('./commands/devis-geste')),
});

/** Toutes les commandes, dans l'ordre de l'aide. */
export const COMMANDES: readonly CommandeDeclaree[] = [
  {
    chemin: ['init'],
    resume: 'Crée un classeur',
    arguments: [{ nom: 'CLASSEUR', aide: 'Chemin du .xlsx à créer' }],
    options: [{ nom: 'exemple', aide: 'Le remplit de 18 mois d’une entreprise plausible' }],
    exemples: ['suivi init suivi.xlsx', 'suivi init demo.xlsx --exemple --le 2026-03-02'],
    charger: () => import('./commands/init'),
  },
  {
    chemin: ['importer'],
    resume: 'Importe un fichier CSV, TXT, XLSX ou JSON dans un onglet',
    arguments: [
      { nom: 'TABLE', aide: TABLES_ECHANGEABLES.join(', '), choix: TABLES_ECHANGEABLES },
      { nom: 'SOURCE', aide: 'Le fichier à importer' },
    ],
    options: [
      { nom: 'profil', valeur: 'FICHIER', aide: 'Correspondance des colonnes déjà enregistrée' },
      {
        nom: 'enregistrer-profil',
        valeur: 'FICHIER',
        aide: 'Enregistre la correspondance trouvée, pour la corriger ou la réutiliser',
      },
      { nom: 'rejets', valeur: 'FICHIER', aide: 'Écrit les lignes rejetées, avec leur motif' },
      { nom: 'feuille', valeur: 'NOM', aide: 'Feuille à lire dans un classeur Excel' },
    ],
    exemples: [
      'suivi importer clients anciens-clients.csv -c suivi.xlsx --simulation',
      'suivi importer devis export.csv -c suivi.xlsx --profil devis.json --rejets rejets.csv',
    ],
    charger: () => import('./commands/importer'),
  },
  {
    chemin: ['exporter'],
    resume: 'Exporte un onglet, ou tous',
    arguments: [
      {
        nom: 'TABLE',
        aide: [...TABLES_ECHANGEABLES, 'tout'].join(', '),
        choix: [...TABLES_ECHANGEABLES, 'tout'],
      },
    ],
    options: [
      {
        nom: 'sortie',
        court: 'o',
        valeur: 'SORTIE',
        requise: true,
        aide: 'Fichier .csv (Excel français), .json, .ndjson ou .xlsx ; pour « tout », .json, .xlsx ou un dossier de .csv',
      },
    ],
    exemples: [
      'suivi exporter devis -o devis.csv -c suivi.xlsx',
      'suivi exporter tout -o sauvegarde.json -c suivi.xlsx',
    ],
    charger: () => import('./commands/exporter'),
  },
  {
    chemin: ['affaire', 'nouvelle'],
    resume: 'Ouvre une affaire ; le client est retrouvé ou créé',
    arguments: [],
    options: [
      { nom: 'client', valeur: 'NOM', requise: true, aide: 'Nom du client' },
      { nom: 'objet', valeur: 'TEXTE', requise: true, aide: 'Ce qui est demandé' },
      {
        nom: 'origine',
        valeur: 'ORIGINE',
        aide: 'D’où vient la demande : bouche à oreille, réseau, salon…',
      },
      RESPONSABLE,
    ],
    exemples: [
      'suivi affaire nouvelle --client "Mairie de Lunel" --objet "Audit énergétique" -c suivi.xlsx',
    ],
    charger: () => import('./commands/affaire-nouvelle'),
  },
  {
    chemin: ['affaire', 'gonogo'],
    resume: 'Consigne la revue de contrat : aucun devis ne part sans un Go',
    arguments: [{ nom: 'AFFAIRE', aide: 'Numéro de l’affaire' }],
    options: [
      {
        nom: 'decision',
        valeur: 'DÉCISION',
        requise: true,
        choix: ['go', 'go-sous-conditions', 'nogo', 'a-completer', 'a-revoir'],
        aide: 'go, go-sous-conditions, nogo, a-completer ou a-revoir',
      },
      {
        nom: 'delai',
        valeur: 'oui|non',
        choix: ['oui', 'non'],
        aide: 'Le délai peut-il être tenu ?',
      },
      {
        nom: 'competence',
        valeur: 'oui|non',
        choix: ['oui', 'non'],
        aide: 'Avons-nous la compétence ?',
      },
      { nom: 'conditions', valeur: 'TEXTE', aide: 'Obligatoire pour un Go sous conditions' },
    ],
    exemples: [
      'suivi affaire gonogo AFF-2026-0012 --decision go --delai oui --competence oui -c suivi.xlsx',
    ],
    charger: () => import('./commands/affaire-gonogo'),
  },
  {
    chemin: ['affaire', 'lister'],
    resume: 'Liste les affaires',
    arguments: [],
    options: [{ ...RESPONSABLE, aide: 'Seulement celles de cette personne' }],
    exemples: ['suivi affaire lister -c suivi.xlsx'],
    charger: () => import('./commands/affaire-lister'),
  },
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
    () => import('./commands/devis-nouveau'),
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
    () => import('./commands/devis-lister'),
  ),
  {
    chemin: ['revue'],
    resume: 'Prépare la revue hebdomadaire, ou applique les décisions qui y sont choisies',
    arguments: [],
    options: [{ nom: 'appliquer', aide: 'Applique les décisions de l’onglet Revue hebdo' }],
    exemples: ['suivi revue -c suivi.xlsx', 'suivi revue --appliquer -c suivi.xlsx'],
    charger: () => import('./commands/revue'),
  },
  {
    chemin: ['relances'],
    resume: 'Prépare les brouillons des relances dues ; une personne les relit et les envoie',
    arguments: [],
    options: [
      {
        nom: 'sortie',
        court: 'o',
        valeur: 'DOSSIER',
        aide: 'Dossier des brouillons .eml (par défaut « brouillons », à côté du classeur)',
      },
    ],
    exemples: ['suivi relances -c suivi.xlsx -o brouillons'],
    charger: () => import('./commands/relances'),
  },
  {
    chemin: ['tableau'],
    resume: 'Calcule les indicateurs du mois et refait le tableau de bord',
    arguments: [],
    options: [
      { nom: 'mois', valeur: 'AAAA-MM', aide: 'Le mois (par défaut, celui du jour)' },
      {
        ...RESPONSABLE,
        aide: 'Seulement les chiffres de cette personne (l’onglet n’est pas refait)',
      },
      { nom: 'cloturer', aide: 'Fige le mois dans l’onglet Historique' },
    ],
    exemples: [
      'suivi tableau --mois 2026-02 -c suivi.xlsx',
      'suivi tableau --mois 2026-02 --cloturer -c suivi.xlsx',
    ],
    charger: () => import('./commands/tableau'),
  },
  {
    chemin: ['controler'],
    resume: 'Signale les cellules douteuses, les trous et les doublons de numéros',
    arguments: [],
    options: [],
    exemples: ['suivi controler -c suivi.xlsx'],
    charger: () => import('./commands/controler'),
  },
];
