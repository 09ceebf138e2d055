import { dansTranche, valeur, type Indicateur } from '../indicateur';
import { montantHtDe, signes } from './montant-devis';

export const DEVIS_SIGNES: Indicateur = {
  cle: 'devisSignes',
  libelle: 'Devis signés',
  definition:
    'Nombre de devis dont la signature est datée du mois, quel que soit le mois de leur envoi.',
  unite: 'nombre',
  calculer: (index, tranche) => valeur(signes(dansTranche(index.decides, tranche)).length),
  formule: (m) => m('signes'),
};

export const CA_SIGNE: Indicateur = {
  cle: 'caSigne',
  libelle: 'CA signé (HT)',
  definition:
    'Somme hors taxes des devis dont la signature est datée du mois. Un devis signé sans date n’est dans aucun mois.',
  unite: 'montant',
  calculer: (index, tranche) => valeur(montantHtDe(signes(dansTranche(index.decides, tranche)))),
  formule: (m) => m('signesHt'),
};
