import type { DateCivile, Mois } from '../commun/date-civile';
import type { Centimes } from '../commun/montant';
import {
  accord,
  formatDate,
  formatMois,
  formatMontant,
  formatNombre,
  formatTaux,
  INSECABLE,
} from './formats';

export const LIBELLES_OBJECTIF = {
  caSigne: 'CA signé',
  caFacture: 'CA facturé',
  devisEmis: 'Devis émis',
  tauxTransformation: 'Taux de transformation',
  satisfaction: 'Satisfaction',
  visites: 'Visites',
} as const;

/** Ce qui peut encore changer le mois en cours. */
const RATTRAPER = {
  caSigne: 'voyez quels devis peuvent encore se décider',
  caFacture: 'voyez ce qui peut encore être facturé',
  devisEmis: 'voyez quels devis peuvent encore partir',
  tauxTransformation: 'voyez quels devis peuvent encore se décider',
  satisfaction: 'relisez les dernières réponses',
  visites: 'voyez quelles visites peuvent encore se prendre',
} as const;

/** La règle qui sépare l'écart de circonstance de l'écart de fond, en toutes lettres (S3-3). */
export function phraseRegleEcart(moisDeSuite: number): string {
  return `Un écart est ponctuel tant que l’objectif n’est pas manqué ${moisDeSuite} mois de suite${INSECABLE}; à partir du ${moisDeSuite}e, il est structurel. Un mois sans objectif ou sans chiffre rompt la suite.`;
}

/** Comment l'objectif d'une année se répartit sur ses mois. */
export const REGLE_REPARTITION = `L’objectif d’un mois est celui de sa ligne${INSECABLE}; sinon sa part de celui de l’année${INSECABLE}: les mois sans ligne se partagent ce qui reste, à la mesure du réalisé de l’entreprise les mêmes mois de l’année précédente si chacun des douze a un chiffre, sinon à parts égales. Un taux annuel vaut pour chaque mois.`;

function chiffre(valeur: number, unite: 'montant' | 'taux' | 'nombre' | 'jours'): string {
  if (unite === 'montant') return formatMontant(Math.round(valeur) as Centimes);
  return unite === 'taux' ? formatTaux(valeur) : formatNombre(valeur);
}

/** Les alertes du tableau de bord (S4-16) : ce qui se passe, et que faire. */
export const ALERTES = {
  DONNEES_ILLISIBLES: (a: { nombre: number; onglet: string; exemple: string; valeur: string }) =>
    `Onglet « ${a.onglet} »${INSECABLE}: ${accord(a.nombre, 'cellule illisible n’est', 'cellules illisibles ne sont')} pas dans les chiffres, par exemple ${a.exemple} (« ${a.valeur} »). Corrigez-les : l’onglet « Anomalies » les liste.`,
  OBJECTIF_EN_RETARD: (a: {
    indicateur: keyof typeof LIBELLES_OBJECTIF;
    unite: 'montant' | 'taux' | 'nombre' | 'jours';
    mois: Mois;
    realise: number;
    attendu: number;
    moisDeSuite: number;
    nature: 'ponctuel' | 'structurel' | null;
  }) =>
    `${LIBELLES_OBJECTIF[a.indicateur]}, ${formatMois(a.mois)}${INSECABLE}: ${chiffre(a.realise, a.unite)} pour ${chiffre(a.attendu, a.unite)} attendus à cette date. ` +
    (a.nature === 'structurel'
      ? `C’est le ${a.moisDeSuite}e mois de suite${INSECABLE}: l’écart devient structurel, revoyez l’action ou l’objectif.`
      : `Écart ponctuel à ce jour${INSECABLE}: ${RATTRAPER[a.indicateur]}.`),
  TAUX_EN_BAISSE: (a: { taux: number; n: number; avant: number; nAvant: number; mois: Mois }) =>
    `Taux de transformation sur décidés, ${formatMois(a.mois)}${INSECABLE}: ${formatTaux(a.taux)} (n = ${a.n}), contre ${formatTaux(a.avant)} (n = ${a.nAvant}) les trois mois d’avant. Regardez les motifs de perte.`,
  CARNET_VIDE: (a: { prevu: Centimes; objectif: Centimes | null }) =>
    `Prévision à 2 mois${INSECABLE}: ${formatMontant(a.prevu)}` +
    (a.objectif === null ? '. ' : `, pour ${formatMontant(a.objectif)} d’objectif. `) +
    'Le carnet se vide : relancez les devis en cours et prospectez.',
  FACTURE_EN_RETARD: (a: {
    numero: string;
    client: string;
    echeance: DateCivile;
    joursRetard: number;
    reste: Centimes | null;
    /** Le pas de l'échelle, et son jour s'il est à venir. */
    etape: string;
    le: DateCivile | null;
  }) =>
    `Facture ${a.numero} (${a.client})${INSECABLE}: échue le ${formatDate(a.echeance)} (${accord(a.joursRetard, 'jour', 'jours')} de retard)` +
    (a.reste === null ? '' : `, reste dû ${formatMontant(a.reste)}`) +
    `. ${a.le === null ? 'À faire' : `À faire le ${formatDate(a.le)}`}${INSECABLE}: ${a.etape}.`,
  DEVIS_SANS_NUMERO: (a: { numero: string | null; client: string; statut: string }) =>
    a.numero === null
      ? `Un devis « ${a.statut} » (${a.client}) n’a pas de N°. Il ne compte nulle part tant qu’il n’en a pas${INSECABLE}: écrivez celui du document.`
      : `Devis ${a.numero} (${a.client})${INSECABLE}: il est « ${a.statut} » sous une référence provisoire. Remplacez-la par le numéro du document.`,
  DEVIS_EXPIRE: (a: { numero: string; client: string; validite: DateCivile }) =>
    `Devis ${a.numero} (${a.client})${INSECABLE}: sa validité est passée le ${formatDate(a.validite)}. Prolongez-le, révisez-le ou classez-le.`,
  DEVIS_SANS_SUITE_PREVUE: (a: { numero: string; client: string; jours: number }) =>
    `Devis ${a.numero} (${a.client})${INSECABLE}: rien depuis ${accord(a.jours, 'jour', 'jours')} et rien de prévu. Relancez, ou notez la prochaine action.`,
  GO_MANQUANT: (a: { numero: string; client: string; affaire: string | null }) =>
    `Devis ${a.numero} (${a.client})${INSECABLE}: ` +
    (a.affaire === null
      ? 'il n’a pas d’affaire, donc pas de Go. Rattachez-le à une affaire et faites la revue de contrat.'
      : `l’affaire ${a.affaire} n’a pas de Go. Faites la revue de contrat (Go/NoGo).`),
  SIGNATURE_PREVUE_PASSEE: (a: { numero: string; client: string; prevue: DateCivile }) =>
    `Devis ${a.numero} (${a.client})${INSECABLE}: signature prévue le ${formatDate(a.prevue)}, passée. Il n’est dans aucune prévision : corrigez « Signature prévue le » sur l’affaire.`,
  SIGNATURE_NON_PREVUE: (a: { nombre: number; montantHt: Centimes }) =>
    `${accord(a.nombre, 'devis en cours', 'devis en cours')} sans date de signature prévue (${formatMontant(a.montantHt)} HT)${INSECABLE}: hors de toute prévision. Remplissez « Signature prévue le » dans l’onglet « Affaires ».`,
} as const;

export type CodeAlerte = keyof typeof ALERTES;

/** Ce dont parle chaque alerte, en peu de mots. */
export const NATURES_ALERTES: Readonly<Record<CodeAlerte, string>> = {
  DONNEES_ILLISIBLES: 'Cellules illisibles',
  OBJECTIF_EN_RETARD: 'Objectif en retard',
  TAUX_EN_BAISSE: 'Taux de transformation en baisse',
  CARNET_VIDE: 'Carnet qui se vide',
  FACTURE_EN_RETARD: 'Facture en retard',
  DEVIS_SANS_NUMERO: 'Devis sans numéro',
  DEVIS_EXPIRE: 'Devis expiré',
  DEVIS_SANS_SUITE_PREVUE: 'Devis sans suite prévue',
  GO_MANQUANT: 'Devis sans Go',
  SIGNATURE_PREVUE_PASSEE: 'Signature prévue passée',
  SIGNATURE_NON_PREVUE: 'Devis sans signature prévue',
};

/** Un rapport observé : sa valeur, son effectif, et de qui il vient. */
interface Observe<V extends number = number> {
  readonly mesure: V | null;
  readonly valeur: V | null;
  readonly n: number;
  readonly entreprise: boolean;
}

function observe<V extends number>(o: Observe<V>, montrer: (v: V) => string): string {
  const effectif = `n${INSECABLE}=${INSECABLE}${o.n}`;
  if (o.mesure === null) return `inconnu (${effectif})`;
  const reserve = o.valeur === null ? ', pas assez de cas' : o.entreprise ? ', entreprise' : '';
  return `${montrer(o.mesure)} (${effectif}${reserve})`;
}

/** Les pas du modèle inverse (S4-8). */
export const PHRASES_MODELE = {
  reste: (a: { objectif: Centimes | null; signe: Centimes; reste: Centimes | null }) =>
    a.objectif === null || a.reste === null
      ? 'Aucun objectif de CA signé cette année : remplissez l’onglet « Objectifs ».'
      : `Objectif de l’année ${formatMontant(a.objectif)} − déjà signé ${formatMontant(a.signe)} = reste à signer ${formatMontant(a.reste)}`,
  signatures: (a: { observe: Observe<Centimes>; valeur: number | null }) =>
    `÷ panier moyen ${observe(a.observe, formatMontant)} = ${resultat(a.valeur, 'signature', 'signatures')}`,
  devis: (a: { observe: Observe; valeur: number | null }) =>
    `÷ taux de transformation ${observe(a.observe, (v) => formatTaux(v))} = ${resultat(a.valeur, 'devis à émettre', 'devis à émettre')}`,
  rendezVous: (a: { observe: Observe; valeur: number | null }) =>
    `× rendez-vous par devis ${observe(a.observe, (v) => formatNombre(v))} = ${resultat(a.valeur, 'rendez-vous', 'rendez-vous')}`,
  appels: (a: { observe: Observe; valeur: number | null }) =>
    `× appels par rendez-vous ${observe(a.observe, (v) => formatNombre(v))} = ${resultat(a.valeur, 'appel', 'appels')}`,
} as const;

function resultat(valeur: number | null, singulier: string, pluriel: string): string {
  return valeur === null ? '–' : accord(valeur, singulier, pluriel);
}
