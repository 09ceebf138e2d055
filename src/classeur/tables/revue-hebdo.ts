import { choix, date, entier, long, montant, texte } from '../colonne';
import { table, type Enregistrement } from '../table';
import { FORMES_COMMANDE } from './affaires';
import { MOTIFS, STATUTS_DEVIS } from './devis';

/** Ce que l'on peut décider d'un devis le lundi. */
const DECISIONS_REVUE = [
  'Relancer',
  'Attendre',
  'Signé',
  'Refusé',
  'Sans suite',
  'Nouvelle version',
  'Annuler',
] as const;

/** La revue hebdomadaire des devis en cours (S2-4, S0-9). */
export const REVUE_HEBDO = table({
  onglet: 'Revue hebdo',
  famille: 'quotidien',
  nature: 'genere',
  objet:
    'Les devis en cours, du plus pressant au moins pressant ; la décision se choisit sur la ligne.',
  identite: ['numero'],
  colonnes: {
    numero: texte('N°', { par: 'produit', largeur: 16 }),
    client: texte('Client', { par: 'produit', largeur: 22 }),
    objet: texte('Objet', { par: 'produit', largeur: 24 }),
    montantHt: montant('Montant HT', { par: 'produit', largeur: 13 }),
    responsable: texte('Responsable', { par: 'produit', largeur: 16 }),
    statut: choix('Statut', STATUTS_DEVIS, { par: 'produit', largeur: 12 }),
    ageJours: entier('Âge (jours)', { par: 'produit', largeur: 8 }),
    derniereAction: texte('Dernière action', { par: 'produit', largeur: 17 }),
    prochaineRelance: date('Prochaine relance', { par: 'produit', largeur: 13 }),
    suggestion: texte('Suggestion', { par: 'produit', largeur: 20 }),
    decision: choix('Décision', DECISIONS_REVUE, {
      largeur: 16,
      aide: 'Choisissez, puis appliquez la revue (menu ou « suivi revue --appliquer »).',
    }),
    dateDecision: date('Date', {
      largeur: 11,
      aide: 'Date de la décision du client ; pour « Attendre », pas de relance avant ce jour. Vide : aujourd’hui.',
    }),
    motif: choix('Motif', MOTIFS, { largeur: 16, aide: 'Pour « Refusé » et « Sans suite ».' }),
    formeCommande: choix('Forme de la commande', FORMES_COMMANDE, {
      largeur: 16,
      aide: 'Pour « Signé ».',
    }),
    commentaire: long('Commentaire', { largeur: 26 }),
    resultat: texte('Résultat', { par: 'produit', largeur: 24 }),
  },
});

export type LigneRevue = Enregistrement<typeof REVUE_HEBDO>;
export type DecisionRevue = (typeof DECISIONS_REVUE)[number];
