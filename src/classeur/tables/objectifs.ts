import { personne, entier, mois, montant, taux } from '../colonne';
import { table, type Enregistrement } from '../table';

/** Objectifs du mois, pour l'entreprise ou pour une personne (S3-2, S4-19). */
export const OBJECTIFS = table({
  onglet: 'Objectifs',
  famille: 'suivi',
  nature: 'saisie',
  objet: 'Ce que l’on vise chaque mois, ensemble et chacun.',
  identite: ['mois', 'responsable'],
  colonnes: {
    mois: mois('Mois', { requis: true }),
    responsable: personne('Responsable', { aide: 'Vide : toute l’entreprise.' }),
    caSigne: montant('CA signé'),
    caFacture: montant('CA facturé'),
    devisEmis: entier('Devis émis', { largeur: 12 }),
    tauxTransformation: taux('Taux de transformation', { largeur: 22 }),
    satisfaction: taux('Satisfaction', { largeur: 13, aide: 'Part des notes au-dessus du seuil.' }),
    visites: entier('Visites'),
  },
});

export type Objectif = Enregistrement<typeof OBJECTIFS>;
