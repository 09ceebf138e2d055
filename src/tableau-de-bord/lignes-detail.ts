import type { ValeurLibre } from '../classeur/colonne';
import {
  accord,
  formatDate,
  formatMois,
  formatMontant,
  formatNombre,
  formatTaux,
} from '../messages/formats';
import { NATURES_ALERTES } from '../messages/tableau';
import type { Tableau } from './calculer-tableau';
import type { LigneAEcrire } from './lignes-tableau';
import type { TableauResponsable } from './responsables';
import { afficher, afficherEcart } from './valeur-affichee';

/** Au-delà, les alertes de même nature se comptent : l'onglet reste lisible. */
const ALERTES_MONTREES = 3;

function ligne(
  rubrique: string,
  indicateur: string,
  valeur: ValeurLibre | null,
  definition: string,
): LigneAEcrire {
  return { rubrique, indicateur, valeur, definition };
}

/** La nature d'une alerte dans « Indicateur », sa cellule dans « Valeur », sa phrase là où elle a la place. */
export function lignesAlertes({ alertes }: Tableau): LigneAEcrire[] {
  const parCode = new Map<string, number>();
  return alertes.flatMap((a) => {
    const rang = (parCode.get(a.code) ?? 0) + 1;
    parCode.set(a.code, rang);
    if (rang <= ALERTES_MONTREES)
      return [ligne('Alertes', NATURES_ALERTES[a.code], a.lien, a.message)];
    if (rang > ALERTES_MONTREES + 1) return [];
    const autres = alertes.filter((autre) => autre.code === a.code).length - ALERTES_MONTREES;
    return [
      ligne('Alertes', NATURES_ALERTES[a.code], null, `… et ${accord(autres, 'autre', 'autres')}.`),
    ];
  });
}

export function lignesResponsables({ parResponsable }: Tableau): LigneAEcrire[] {
  return parResponsable.map((r) => ({
    ...ligne(
      'Par responsable',
      r.nom ?? r.responsable ?? 'Sans responsable',
      afficher(r.devisSignes.montantHt, 'montant'),
      detail(r),
    ),
    objectif: afficher(r.objectifCaSigneHt, 'montant'),
    ecart: afficherEcart(
      r.objectifCaSigneHt === null ? null : r.devisSignes.montantHt - r.objectifCaSigneHt,
      'montant',
    ),
  }));
}

function detail(r: TableauResponsable): string {
  const { cohorte } = r.tauxTransformation;
  const { resultatHt, heures } = r.rentabilite;
  return [
    'CA signé (HT)',
    accord(r.devisEmis.nombre, 'devis émis', 'devis émis'),
    accord(r.devisSignes.nombre, 'signé', 'signés'),
    cohorte.taux === null ? 'taux –' : `taux ${formatTaux(cohorte.taux)} (n = ${cohorte.n})`,
    `facturé ${formatMontant(r.caFactureHt)}`,
    `portefeuille ${formatMontant(r.portefeuille.montantHt)}`,
    accord(heures, 'heure d’actions', 'heures d’actions'),
    resultatHt === null ? 'rentabilité –' : `marge − temps commercial ${formatMontant(resultatHt)}`,
  ].join(' · ');
}

const MARCHES = {
  contactes: 'Clients contactés',
  qualifies: 'Clients qualifiés',
  rencontres: 'Clients rencontrés',
  devis: 'Clients avec devis',
  signes: 'Clients signés',
} as const;

/** Âges, prévisions comparées, entonnoir, modèle inverse, pertes, beaux contrats, secteurs, thèmes. */
export function lignesDetail(t: Tableau): LigneAEcrire[] {
  return [
    ...t.portefeuilleParAge.map(({ age, nombre, montantHt }) =>
      ligne(
        'Portefeuille par âge',
        age === null
          ? 'Âge inconnu'
          : age.a === null
            ? `Plus de ${age.de - 1} jours`
            : `${age.de} à ${age.a} jours`,
        afficher(montantHt, 'montant'),
        `${accord(nombre, 'devis', 'devis')}, depuis le premier envoi, sinon la création.`,
      ),
    ),
    ...t.previsionsPassees.map((p) =>
      ligne(
        'Prévisions passées',
        `Facturé, prévu fin ${formatMois(p.annonceeEn)} (${p.horizonMois} mois)`,
        afficher(p.factureeHt, 'montant'),
        `Prévision d’alors : ${formatMontant(p.prevueHt)}.`,
      ),
    ),
    ...t.entonnoir.marches.map((m) =>
      ligne(
        'Entonnoir (12 mois)',
        MARCHES[m.etape],
        afficher(m.clients, 'nombre'),
        m.tauxEtape === null
          ? 'Clients distincts ; un client compte à chaque marche qu’il a atteinte ou dépassée.'
          : `${formatTaux(m.tauxEtape)} de la marche précédente, ${formatTaux(m.tauxTotal ?? 0)} du début.`,
      ),
    ),
    ...t.modeleInverse.etapes.map((pas, i) =>
      ligne('De l’objectif aux appels', `Pas ${i + 1}`, null, pas),
    ),
    ...t.motifsDePerte.map((p) =>
      ligne(
        'Motifs de perte (année)',
        p.motif ?? 'Motif non dit',
        afficher(p.nombre, 'nombre'),
        formatMontant(p.montantHt),
      ),
    ),
    ...t.plusBeauxContrats.map((c) =>
      ligne(
        'Plus beaux contrats (année)',
        `${c.client ?? '?'} – ${c.objet ?? c.numero}`,
        afficher(c.montantHt, 'montant'),
        `${c.numero}${c.decideLe === null ? '' : `, signé le ${formatDate(c.decideLe)}`}`,
      ),
    ),
    ...t.caParSecteur.map((s) =>
      ligne(
        'CA facturé par secteur',
        s.secteur ?? 'Secteur non renseigné',
        afficher(s.caFactureHt, 'montant'),
        s.part === null ? '' : `${formatTaux(s.part)} du CA facturé de l’année.`,
      ),
    ),
    ...[...t.satisfactionDetaillee.parTheme, ...t.satisfactionDetaillee.parSegment].map((p) =>
      ligne(
        'Satisfaction détaillée',
        `${p.libelle} (n = ${p.n})`,
        afficher(p.taux, 'taux'),
        p.moyenne === null ? '' : `Moyenne ${formatNombre(p.moyenne, 1)} sur 10.`,
      ),
    ),
  ];
}
