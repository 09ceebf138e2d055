import { booleen, choix, date, montant, texte } from '../colonne';
import { table, type Enregistrement } from '../table';

export const TYPES_FACTURE = ['Acompte', 'Mensuelle', 'Solde', 'Avoir'] as const;

/** Factures, BL et règlements (S0-27 à S0-35). Un avoir porte des montants négatifs ou positifs : il se retranche. */
export const FACTURES = table({
  onglet: 'Factures',
  famille: 'suivi',
  nature: 'saisie',
  objet: 'De la livraison au règlement : BL, facture, échéance, relances de paiement.',
  identite: ['numero'],
  colonnes: {
    numero: texte('N°', { largeur: 16, aide: 'Vide tant que la facture n’est pas émise.' }),
    affaire: texte('Affaire', { largeur: 15 }),
    client: texte('Client', { requis: true, largeur: 28 }),
    type: choix('Type', TYPES_FACTURE, { largeur: 12 }),
    blLe: date('BL le', {
      aide: 'Envoi du bon de livraison : le client a 8 jours pour le contester.',
    }),
    blConteste: booleen('BL contesté', { largeur: 12 }),
    montantHt: montant('Montant HT'),
    montantTtc: montant('Montant TTC'),
    emiseLe: date('Émise le'),
    echeance: date('Échéance'),
    paye: montant('Payé', { aide: 'Montant TTC reçu à ce jour.' }),
    payeLe: date('Payé le'),
    prochaineEtape: texte('Prochaine étape', { par: 'produit', largeur: 40 }),
    prochaineEtapeLe: date('À faire le', { par: 'produit' }),
  },
});

export type Facture = Enregistrement<typeof FACTURES>;
export type TypeFacture = (typeof TYPES_FACTURE)[number];
