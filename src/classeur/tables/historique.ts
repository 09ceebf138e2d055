import { personne, entier, horodatage, mois, montant, nombre, taux, texte } from '../colonne';
import { table, type Enregistrement } from '../table';

const ecart = (mois: number) =>
  montant(`Écart prévision ${mois} mois`, { par: 'produit', largeur: 22 });
const ecartMoyen = (mois: number) =>
  montant(`Écart moyen ${mois} mois`, { par: 'produit', largeur: 19 });

/**
 * Une ligne figée par mois clos et par responsable (S3-1, S3-3). Responsable vide : l'entreprise.
 * Une ligne rouverte garde ses chiffres et porte la date et le motif, jusqu'à être figée de nouveau.
 */
export const HISTORIQUE = table({
  onglet: 'Historique',
  famille: 'technique',
  nature: 'registre',
  objet: 'Les mois clos, figés.',
  identite: ['mois', 'responsable'],
  colonnes: {
    mois: mois('Mois', { requis: true, par: 'produit' }),
    responsable: personne('Responsable', { par: 'produit' }),
    devisEmis: entier('Devis émis', { par: 'produit', largeur: 12 }),
    montantEmis: montant('Montant émis', { par: 'produit' }),
    devisSignes: entier('Devis signés', { par: 'produit', largeur: 13 }),
    caSigne: montant('CA signé', { par: 'produit' }),
    tauxCohorte: taux('Taux (cohorte)', { par: 'produit', largeur: 15 }),
    tauxDecides: taux('Taux (décidés)', { par: 'produit', largeur: 15 }),
    tauxMontant: taux('Taux (montant)', { par: 'produit', largeur: 15 }),
    caFacture: montant('CA facturé', { par: 'produit' }),
    encaisse: montant('Encaissé TTC', { par: 'produit' }),
    satisfaction: taux('Satisfaction', { par: 'produit', largeur: 13 }),
    reponses: entier('Réponses', { par: 'produit', largeur: 11 }),
    nps: nombre('NPS', { par: 'produit' }),
    portefeuille: montant('Portefeuille HT', { par: 'produit', largeur: 16 }),
    portefeuillePondere: montant('Portefeuille pondéré', { par: 'produit', largeur: 20 }),
    prevision1: montant('Prévision 1 mois', { par: 'produit', largeur: 17 }),
    prevision2: montant('Prévision 2 mois', { par: 'produit', largeur: 17 }),
    prevision6: montant('Prévision 6 mois', { par: 'produit', largeur: 17 }),
    prevision12: montant('Prévision 12 mois', { par: 'produit', largeur: 17 }),
    ecartPrevision1: ecart(1),
    ecartPrevision2: ecart(2),
    ecartPrevision6: ecart(6),
    ecartPrevision12: ecart(12),
    ecartMoyen1: ecartMoyen(1),
    ecartMoyen2: ecartMoyen(2),
    ecartMoyen6: ecartMoyen(6),
    ecartMoyen12: ecartMoyen(12),
    closLe: horodatage('Clos le', { par: 'produit' }),
    closPar: texte('Clos par', { par: 'produit' }),
    rouvertLe: horodatage('Rouvert le', {
      par: 'produit',
      aide: 'Rempli : le mois est rouvert, cette ligne attend d’être figée de nouveau.',
    }),
    rouvertPar: texte('Rouvert par', { par: 'produit' }),
    motifReouverture: texte('Motif de réouverture', { par: 'produit', largeur: 30 }),
    reouvertures: entier('Réouvertures', { par: 'produit', largeur: 13 }),
  },
});

export type LigneHistorique = Enregistrement<typeof HISTORIQUE>;
