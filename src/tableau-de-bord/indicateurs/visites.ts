import { dansTranche, valeur, type Indicateur } from '../indicateur';

export const VISITES: Indicateur = {
  cle: 'visites',
  libelle: 'Visites',
  definition: 'Nombre de visites du mois dans l’onglet Actions, par auteur.',
  unite: 'nombre',
  calculer: (index, tranche) =>
    valeur(dansTranche(index.actions, tranche).filter((a) => a.ligne.type === 'Visite').length),
  formule: (m) => m('visites'),
};
