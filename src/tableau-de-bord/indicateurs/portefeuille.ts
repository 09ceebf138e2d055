import { ajouterJours } from '../../commun/date-civile';
import { estDe, valeur, type Indicateur, type Tranche } from '../indicateur';
import type { DevisCompte, Index } from '../index-commercial';
import { ponderes } from '../probabilite';
import { montantHtDe } from './montant-devis';

export function ouvertsDe(
  index: Index,
  tranche: Pick<Tranche, 'responsable'>,
): readonly DevisCompte[] {
  return tranche.responsable === null
    ? index.ouverts
    : index.ouverts.filter((d) => estDe(d, tranche));
}

export const PORTEFEUILLE_NOMBRE: Indicateur = {
  cle: 'portefeuilleNombre',
  libelle: 'Devis en cours',
  definition:
    'À ce jour, quel que soit le mois regardé : devis en préparation, validés, ou envoyés sans réponse. Les versions d’un même devis comptent une fois.',
  unite: 'nombre',
  photo: { historique: null },
  calculer: (index, tranche) => valeur(ouvertsDe(index, tranche).length),
  formule: () => 'COUNTIF({portefeuille.ouvert^},">1")',
};

export const PORTEFEUILLE_HT: Indicateur = {
  cle: 'portefeuille',
  libelle: 'Portefeuille (HT)',
  definition: 'Somme hors taxes des devis en cours, à ce jour.',
  unite: 'montant',
  photo: { historique: 'portefeuille' },
  calculer: (index, tranche) => valeur(montantHtDe(ouvertsDe(index, tranche))),
  formule: () => 'SUMIF({portefeuille.ouvert^},">1",{portefeuille.montant^})',
};

export const PORTEFEUILLE_PONDERE: Indicateur = {
  cle: 'portefeuillePondere',
  libelle: 'Portefeuille pondéré (HT)',
  definition:
    'Chaque devis en cours × sa probabilité : celle écrite sur l’affaire, sinon celle de l’état du devis (onglet Paramètres), et votre propre taux pour les devis envoyés quand assez de cas sont connus. Zéro pour une affaire NoGo, perdue ou abandonnée.',
  unite: 'montant',
  photo: { historique: 'portefeuillePondere' },
  calculer(index, tranche) {
    let total = 0;
    for (const { devis, pondereHt } of ponderes(index)) {
      if (estDe(devis, tranche)) total += pondereHt;
    }
    return valeur(total);
  },
  formule: () => 'SUMIF({portefeuille.ouvert^},">1",{portefeuille.pondere^})',
};

export const EXPIRANT_SOUS_7_JOURS: Indicateur = {
  cle: 'expirantSous7Jours',
  libelle: 'Devis qui expirent sous 7 jours',
  definition: 'Devis envoyés, sans réponse, dont la validité finit dans les 7 jours qui viennent.',
  unite: 'nombre',
  photo: { historique: null },
  calculer(index, tranche) {
    const limite = ajouterJours(index.aujourdHui, 7);
    return valeur(
      ouvertsDe(index, tranche).filter(
        ({ ligne: d }) =>
          d.statut === 'Envoyé' &&
          d.validite !== null &&
          d.validite >= index.aujourdHui &&
          d.validite <= limite,
      ).length,
    );
  },
  formule: () =>
    'COUNTIFS({portefeuille.validite^},">="&<aujourdHui>,{portefeuille.validite^},"<="&<aujourdHui>+7)',
};
