import type { DateCivile, Mois } from '../commun/date-civile';
import type { Centimes } from '../commun/montant';
import {
  accord,
  formatDate,
  formatDuMois,
  formatMois,
  formatNombre,
  formatTaux,
  INSECABLE,
} from './formats';

/** Le bilan du mois, envoyé à l'équipe et à chacun : ses phrases (S3-4, S3-6). */

const TIRET = '–';
type Unite = 'montant' | 'taux' | 'nombre' | 'jours';

/** Un message se lit à l'euro ; le classeur garde les centimes. */
export function formatEuros(montant: number): string {
  return `${formatNombre(Math.round(montant / 100), 0).replace('-', '−')}${INSECABLE}€`;
}

export function formatFigure(valeur: number | null, unite: Unite): string {
  if (valeur === null) return TIRET;
  if (unite === 'montant') return formatEuros(valeur);
  return unite === 'taux' ? formatTaux(valeur, 0) : formatNombre(valeur, 0);
}

/** Un écart montre son signe ; celui d'un taux se compte en points. */
export function formatEcart(ecart: number, unite: Unite): string {
  const signe = ecart > 0 ? '+' : ecart < 0 ? '−' : '';
  const absolu = Math.abs(ecart);
  if (unite !== 'taux') return `${signe}${formatFigure(absolu, unite)}`;
  return `${signe}${accord(Math.round(absolu * 100), 'point', 'points').replace(' ', INSECABLE)}`;
}

const formatEcartEuros = (ecart: Centimes): string => formatEcart(ecart, 'montant');

export const SECTIONS_BILAN = {
  comment: 'Comment s’est passé le mois ?',
  pourquoi: 'Pourquoi ?',
  avenir: 'Qu’est-ce qui vient ?',
  contrats: 'Les plus beaux contrats du mois',
  alertes: 'À surveiller',
} as const;

export const PHRASES_BILAN = {
  objet: (a: { mois: Mois; entreprise: string; nom: string | null; rang: number }) =>
    [
      `Bilan ${formatDuMois(a.mois)}${a.nom === null ? '' : ` – ${a.nom}`}`,
      a.rang > 0 ? `(rectifié)` : '',
      a.entreprise === '' ? '' : `– ${a.entreprise}`,
    ]
      .filter((t) => t !== '')
      .join(' '),
  titre: (a: { mois: Mois }) => `Bilan ${formatDuMois(a.mois)}`,
  portee: (a: { entreprise: string; nom: string | null; le: DateCivile }) =>
    [a.entreprise, a.nom ?? 'Toute l’équipe', `chiffres au ${formatDate(a.le)}`]
      .filter((t) => t !== '')
      .join(' · '),
  salutation: (a: { nom: string | null; personnel: boolean }) =>
    !a.personnel ? 'Bonjour à tous,' : a.nom === null ? 'Bonjour,' : `Bonjour ${a.nom},`,
  resume: (a: {
    mois: Mois;
    signe: number | null;
    objectif: number | null;
    facture: number | null;
    personnel: boolean;
  }) => {
    const part =
      a.objectif === null || a.objectif <= 0
        ? ''
        : ` pour ${formatEuros(a.objectif)} visés (${formatTaux((a.signe ?? 0) / a.objectif, 0)})`;
    return `${a.personnel ? 'Vos affaires' : 'L’équipe'} en ${formatMois(a.mois)}${INSECABLE}: ${formatFigure(a.signe, 'montant')} signés${part}, ${formatFigure(a.facture, 'montant')} facturés.`;
  },
  objectif: (a: { objectif: number | null; unite: Unite }) =>
    a.objectif === null ? 'sans objectif' : `objectif ${formatFigure(a.objectif, a.unite)}`,
  ecart: (a: { ecart: number; unite: Unite; nature: string | null; moisDeSuite: number }) =>
    `${a.ecart < 0 ? '▼' : '▲'} ${formatEcart(a.ecart, a.unite)}` +
    (a.nature === null
      ? ''
      : a.nature === 'structurel'
        ? ` (structurel, ${a.moisDeSuite}e mois de suite)`
        : ` (${a.nature})`),
  passe: (a: { moisPrecedent: number | null; anPrecedent: number | null; unite: Unite }) =>
    `mois précédent ${formatFigure(a.moisPrecedent, a.unite)} · un an avant ${formatFigure(a.anPrecedent, a.unite)}`,
  cas: (a: { n: number; suffisants: number }) =>
    a.n === 0
      ? 'aucun cas'
      : `n${INSECABLE}=${INSECABLE}${a.n}${a.n < a.suffisants ? ', peu de cas' : ''}`,
  individuels: (a: { entreprise: number | null; individuels: number; personnes: number }) =>
    a.entreprise === null
      ? `Objectifs individuels de CA signé${INSECABLE}: ${formatEuros(a.individuels)} à ${accord(a.personnes, 'personne', 'personnes')}${INSECABLE}; l’entreprise n’a pas le sien.`
      : a.individuels === a.entreprise
        ? `Les objectifs individuels de CA signé (${accord(a.personnes, 'personne', 'personnes')}) font celui de l’entreprise.`
        : `Objectifs individuels de CA signé${INSECABLE}: ${formatEuros(a.individuels)} à ${accord(a.personnes, 'personne', 'personnes')}, soit ${formatEcart(a.individuels - a.entreprise, 'montant')} par rapport à celui de l’entreprise.`,
  ecarte: (a: { responsable: string; raison: 'SANS_ADRESSE' | 'SANS_CHIFFRE' }) =>
    a.raison === 'SANS_CHIFFRE'
      ? `${a.responsable}${INSECABLE}: ni chiffre ni objectif ce mois-ci, pas de bilan personnel.`
      : `${a.responsable}${INSECABLE}: pas de bilan personnel, cette personne n’est pas active dans l’onglet « Équipe » avec une adresse e-mail.`,
  sansPerte: 'Aucun devis perdu ce mois-ci.',
  sansRetard: 'Aucune facture en retard de paiement.',
  retards: (a: { nombre: number; totalTtc: Centimes }) =>
    `Paiements en retard${INSECABLE}: ${accord(a.nombre, 'facture', 'factures')}, ${formatEuros(a.totalTtc)} TTC`,
  sansContrat: 'Aucun contrat signé ce mois-ci.',
  sansAlerte: 'Rien à signaler.',
  alerte: (a: { nature: string; nombre: number; premiere: string }) =>
    a.nombre === 1
      ? a.premiere
      : `${a.nature} (${formatNombre(a.nombre)}). Par exemple${INSECABLE}: ${a.premiere}`,
  previsionPassee: (a: {
    horizonMois: number;
    annonceeEn: Mois;
    prevueHt: Centimes;
    factureeHt: Centimes;
    ecartHt: Centimes;
  }) =>
    `Fin ${formatMois(a.annonceeEn)}, nous prévoyions ${formatEuros(a.prevueHt)} à ${a.horizonMois} mois${INSECABLE}; ${formatEuros(a.factureeHt)} ont été facturés (${formatEcartEuros(a.ecartHt)}).`,
  ecartMoyen: (a: { horizonMois: number; ecartMoyenHt: Centimes; n: number }) =>
    `En moyenne, l’écart à ${a.horizonMois} mois est de ${formatEcartEuros(a.ecartMoyenHt)} (n${INSECABLE}=${INSECABLE}${a.n}).`,
  sansPrevision: 'Pas encore de prévision passée à comparer à ce qui est venu.',
  altCa: (a: { detail: string }) => `CA signé HT sur douze mois. ${a.detail}`,
  altMois: (a: {
    mois: Mois;
    signe: number | null;
    objectif: number | null;
    anPrecedent: number | null;
  }) =>
    `${formatMois(a.mois)}${INSECABLE}: ${formatFigure(a.signe, 'montant')} (objectif ${formatFigure(a.objectif, 'montant')}, un an avant ${formatFigure(a.anPrecedent, 'montant')})`,
  altTaux: (a: { detail: string }) => `Taux de transformation sur douze mois. ${a.detail}`,
  altSerie: (a: { libelle: string; points: readonly string[] }) =>
    `${a.libelle}${INSECABLE}: ${a.points.length === 0 ? TIRET : a.points.join(', ')}`,
  altPoint: (a: { mois: Mois; valeur: number; n: number }) =>
    `${formatMois(a.mois)} ${formatFigure(a.valeur, 'taux')} (n${INSECABLE}=${INSECABLE}${a.n})`,
  regleTaux: (a: { suffisants: number }) =>
    `Taux de transformation${INSECABLE}: parmi les devis émis dans le mois, part de ceux signés à ce jour${INSECABLE}; il monte encore tant que des devis restent ouverts. Sous ${a.suffisants} cas (n), un taux est fragile.`,
  reglePrevision: `Prévision${INSECABLE}: commandes à facturer, plus les devis en cours dont la signature est prévue à temps. Pessimiste${INSECABLE}: ceux sûrs à 80${INSECABLE}% au moins${INSECABLE}; pondérée${INSECABLE}: chacun selon sa probabilité${INSECABLE}; optimiste${INSECABLE}: tous en entier.`,
  provenance: `Montants hors taxes sauf mention contraire. Le détail et chaque ligne sont dans le classeur, onglets « Tableau de bord » et « Historique ».`,
} as const;
