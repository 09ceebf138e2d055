import { booleen, choix, entier, long, texte } from '../colonne';
import { table, type Enregistrement } from '../table';

const USAGES_MODELE = ['Relance devis', 'Relance facture', 'Remerciement'] as const;

/** Modèles de messages : les étapes de relance et leur texte (S1-8, S0-8, S0-33). */
export const MODELES = table({
  onglet: 'Modèles',
  famille: 'reglages',
  nature: 'saisie',
  objet: 'Les textes des messages préparés, et le délai de chaque relance.',
  identite: ['code'],
  colonnes: {
    code: texte('Code', { requis: true, largeur: 14 }),
    usage: choix('Usage', USAGES_MODELE, { requis: true, largeur: 17 }),
    rang: entier('Rang', { aide: '1 pour la première relance, 2 pour la deuxième…' }),
    delaiJours: entier('Délai (jours)', {
      largeur: 13,
      aide: 'Relance devis : jours après l’envoi. Relance facture : jours après l’échéance (négatif : avant).',
    }),
    objet: texte('Objet', { largeur: 48 }),
    corps: long('Corps', {
      largeur: 90,
      aide: 'Variables entre accolades : {contact}, {client}, {numero}, {objet}, {montantHt}, {envoyeLe}, {validite}, {signature}…',
    }),
    actif: booleen('Actif'),
  },
});

export type Modele = Enregistrement<typeof MODELES>;
