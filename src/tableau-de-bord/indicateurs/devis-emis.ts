import { dansTranche, valeur, type Indicateur } from '../indicateur';
import { montantHtDe } from './montant-devis';

export const DEVIS_EMIS: Indicateur = {
  cle: 'devisEmis',
  libelle: 'Devis émis',
  definition:
    'Nombre de devis envoyés pour la première fois dans le mois. Les versions d’un même devis comptent une fois ; les devis annulés ou remplacés ne comptent pas.',
  unite: 'nombre',
  calculer: (index, tranche) => valeur(dansTranche(index.emis, tranche).length),
  formule: (m) => m('emis'),
};

export const MONTANT_EMIS: Indicateur = {
  cle: 'montantEmis',
  libelle: 'Montant des devis émis (HT)',
  definition:
    'Somme hors taxes des devis émis dans le mois, au montant de la dernière version envoyée.',
  unite: 'montant',
  calculer: (index, tranche) => valeur(montantHtDe(dansTranche(index.emis, tranche))),
  formule: (m) => m('emisHt'),
};
