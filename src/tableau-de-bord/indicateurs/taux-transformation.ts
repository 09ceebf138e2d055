import { quotient } from '../calculs/mesures';
import { dansTranche, taux, valeur, type Indicateur } from '../indicateur';
import { montantHtDe, signes } from './montant-devis';

export const TAUX_COHORTE: Indicateur = {
  cle: 'tauxTransformation',
  libelle: 'Taux de transformation (devis émis dans le mois)',
  definition:
    'Parmi les devis émis dans le mois, part de ceux signés à ce jour. Il monte encore tant que des devis restent ouverts.',
  unite: 'taux',
  calculer(index, tranche) {
    const emis = dansTranche(index.emis, tranche);
    return taux(signes(emis).length, emis.length);
  },
  formule: (m) => quotient(m('emisSignes'), m('emis')),
  formuleN: (m) => m('emis'),
};

export const COHORTE_OUVERTE: Indicateur = {
  cle: 'cohorteOuverte',
  libelle: 'dont encore sans réponse',
  definition: 'Devis émis dans le mois dont le client n’a pas encore décidé.',
  unite: 'nombre',
  calculer: (index, tranche) =>
    valeur(dansTranche(index.emis, tranche).filter((d) => d.ligne.statut === 'Envoyé').length),
  formule: (m) => m('emisOuverts'),
};

export const TAUX_DECIDES: Indicateur = {
  cle: 'tauxDecides',
  libelle: 'Taux sur devis décidés, en nombre',
  definition:
    'Parmi les devis décidés dans le mois (signés, refusés, sans suite), part des devis signés.',
  unite: 'taux',
  calculer(index, tranche) {
    const decides = dansTranche(index.decides, tranche);
    return taux(signes(decides).length, decides.length);
  },
  formule: (m) => quotient(m('signes'), m('decides')),
  formuleN: (m) => m('decides'),
};

export const TAUX_MONTANT: Indicateur = {
  cle: 'tauxMontant',
  libelle: 'Taux sur devis décidés, en montant',
  definition: 'Montant hors taxes signé ÷ montant hors taxes décidé dans le mois.',
  unite: 'taux',
  calculer(index, tranche) {
    const decides = dansTranche(index.decides, tranche);
    return taux(montantHtDe(signes(decides)), montantHtDe(decides), decides.length);
  },
  formule: (m) => quotient(m('signesHt'), m('decidesHt')),
  formuleN: (m) => m('decides'),
};
