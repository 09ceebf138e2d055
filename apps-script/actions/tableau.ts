import { moisDe } from '../../src/commun/date-civile';
import { accord, formatMois, formatMontant, formatTaux } from '../../src/messages/formats';
import type { Tableau } from '../../src/tableau-de-bord/calculer-tableau';
import { ONGLET_TABLEAU } from '../../src/tableau-de-bord/onglets';
import { planTableau } from '../../src/tableau-de-bord/plan-tableau';
import type { Element, LienLigne } from '../panneau/contrat';
import type { ActionCommande, Travail } from './action';
import { lienDeCellule } from './lien-cellule';
import { conclusion, element, suite } from './vues';

const ALERTES_MONTREES = 8;
const VOIR_LA_PAGE: LienLigne = { texte: 'Voir la page', onglet: ONGLET_TABLEAU, ligne: 1 };

/** Les figures que l'on regarde d'abord ; tout le reste est dans l'onglet. */
function figures(t: Tableau): Element[] {
  const { cohorte } = t.tauxTransformation;
  return [
    element('Devis émis', {
      detail: `${t.devisEmis.nombre}, ${formatMontant(t.devisEmis.montantHt)} HT`,
    }),
    element('CA signé', {
      detail: `${formatMontant(t.devisSignes.montantHt)} (${t.devisSignes.nombre})`,
    }),
    element('Taux de transformation', {
      detail:
        cohorte.taux === null
          ? 'Aucun devis émis ce mois.'
          : `${formatTaux(cohorte.taux)} des ${cohorte.n} devis émis ce mois, ${cohorte.ouverts} en cours`,
    }),
    element('Portefeuille', {
      detail: `${accord(t.portefeuille.nombre, 'devis', 'devis')}, ${formatMontant(t.portefeuille.montantHt)} HT`,
    }),
  ];
}

function alertes({ alertes: toutes }: Tableau): Element[] {
  const reste = toutes.length - ALERTES_MONTREES;
  return [
    ...toutes
      .slice(0, ALERTES_MONTREES)
      .map((a) => element(a.message, { ton: 'attention', lien: lienDeCellule(a.lien) })),
    ...(reste > 0
      ? [
          element(accord(reste, 'autre alerte', 'autres alertes'), {
            ton: 'attention',
            detail: 'Elles sont dans l’onglet « Tableau de bord ».',
            lien: VOIR_LA_PAGE,
          }),
        ]
      : []),
  ];
}

const travail: Travail<Tableau> = {
  journal: 'tableau',
  decider: ({ snapshot, contexte }) =>
    planTableau(snapshot, { mois: moisDe(contexte.aujourdHui) }, contexte),
  conclure(_, plan) {
    const { resultat } = plan;
    return conclusion(
      plan,
      `Le tableau de bord montre ${formatMois(resultat.mois)}, toute l’entreprise.`,
      {
        elements: [
          element('La page', {
            detail: 'Elle se recalcule seule ; le mois et le responsable s’y choisissent en haut.',
            lien: VOIR_LA_PAGE,
          }),
          ...figures(resultat),
          ...alertes(resultat),
        ],
        suites: [suite('Clôturer un mois…', 'tableau.cloturer')],
      },
    );
  },
};

export const tableauActualiser: ActionCommande = {
  sorte: 'commande',
  titre: 'Tableau de bord',
  travail: () => travail,
};
