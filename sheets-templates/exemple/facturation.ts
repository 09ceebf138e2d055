import { ajouterJours, joursEntre, type DateCivile } from '../../src/commun/date-civile';
import { jourOuvrePrecedent, prochainJourOuvre } from '../../src/commun/jours-ouvres';
import { centimes, repartir, type Centimes } from '../../src/commun/montant';
import type { TypeFacture } from '../../src/classeur/tables/factures';
import { ajouterOuvres } from './calendrier';
import { estSigne, versionPorteuse, type Dossier } from './dossier';
import type { Hasard } from './hasard';

/** Une facture ou, tant qu'elle n'est pas émise, un bon de livraison à facturer. */
export interface FactureBrute {
  readonly dossier: Dossier;
  readonly type: TypeFacture;
  readonly montantHt: Centimes;
  readonly blLe: DateCivile | null;
  readonly blConteste: boolean;
  readonly emiseLe: DateCivile | null;
  readonly echeance: DateCivile | null;
  readonly payeLe: DateCivile | null;
  /** Part déjà reçue d'une facture non soldée. */
  readonly partRecue: number;
}

const DELAI_REGLEMENT = 30;
const JOURS_BL = 8;
/** Jours depuis l'échéance des factures impayées à montrer : avant J−15, puis chaque degré de l'échelle. */
const RETARDS = [-20, -14, -6, 1, 4, 8, 10, 17, 25, 33, 41, 46, 71];
/** Âge des BL sans facture : dans les huit jours, puis au-delà. */
const BL_EN_COURS = [2, 4, 6, 10, 13, 21];
const RETARDS_DE_PAIEMENT = [-4, 0, 0, 0, 1, 1, 2, 3, 5, 9, 14, 26];

/** Clients dont la proforma signée tient lieu de BL. */
export const PROFORMA_VAUT_BL: ReadonlySet<number> = new Set([3, 9]);

type FinImposee =
  { readonly impayeeDepuis: number } | { readonly blDepuis: number; readonly conteste: boolean };

/** Choisit, parmi les affaires signées d'âge convenable, celles qui montreront chaque cas. */
function imposer(signes: readonly Dossier[], aujourdHui: DateCivile): Map<Dossier, FinImposee> {
  const fins = new Map<Dossier, FinImposee>();
  const age = (d: Dossier): number =>
    joursEntre(versionPorteuse(d)?.decideLe ?? aujourdHui, aujourdHui);
  const anciennes = signes.filter((d) => age(d) >= 140 && age(d) < 330);
  RETARDS.forEach((impayeeDepuis, i) => {
    const dossier = anciennes[i];
    if (dossier) fins.set(dossier, { impayeeDepuis });
  });
  const recentes = signes.filter((d) => age(d) >= 35 && !fins.has(d));
  BL_EN_COURS.forEach((blDepuis, i) => {
    const dossier = recentes[recentes.length - 1 - i];
    if (dossier) fins.set(dossier, { blDepuis, conteste: i === 2 });
  });
  return fins;
}

/** Parts d'une affaire selon son montant : solde seul, acompte et solde, ou mensualités. */
function decouper(montant: Centimes): { type: TypeFacture; part: number }[] {
  if (montant < 600_000) return [{ type: 'Solde', part: 100 }];
  if (montant < 2_800_000)
    return [
      { type: 'Acompte', part: 30 },
      { type: 'Solde', part: 70 },
    ];
  return [
    { type: 'Acompte', part: 20 },
    { type: 'Mensuelle', part: 25 },
    { type: 'Mensuelle', part: 25 },
    { type: 'Solde', part: 30 },
  ];
}

/** La vie des factures d'une affaire signée, jusqu'à aujourd'hui. */
function facturer(
  dossier: Dossier,
  fin: FinImposee | undefined,
  hasard: Hasard,
  aujourdHui: DateCivile,
): FactureBrute[] {
  const version = versionPorteuse(dossier);
  if (!version?.decideLe || joursEntre(version.decideLe, aujourdHui) < 7) return [];
  const commande = version.decideLe;
  const decoupe = decouper(version.montantHt);
  const montants = repartir(
    version.montantHt,
    decoupe.map((d) => d.part),
  );
  const duree = hasard.entier(22, 45) + decoupe.length * hasard.entier(8, 18);
  const livraison = fin
    ? livraisonImposee(fin, aujourdHui)
    : prochainJourOuvre(ajouterJours(commande, duree));
  const total = Math.max(10, joursEntre(commande, livraison));
  return decoupe.flatMap(({ type }, i): FactureBrute[] => {
    const dernier = i === decoupe.length - 1;
    const avancee = Math.round((total * i) / Math.max(1, decoupe.length - 1));
    const blLe =
      type === 'Acompte'
        ? null
        : dernier
          ? livraison
          : prochainJourOuvre(ajouterJours(commande, avancee));
    if (blLe !== null && blLe > aujourdHui) return [];
    const emiseLe = emission(dossier, commande, blLe, dernier ? fin : undefined, hasard);
    const base = { dossier, type, montantHt: montants[i] ?? centimes(0), blLe, partRecue: 0 };
    const blConteste = dernier && fin !== undefined && 'conteste' in fin && fin.conteste;
    if (emiseLe === null || emiseLe > aujourdHui) {
      if (blLe === null) return [];
      return [{ ...base, blConteste, emiseLe: null, echeance: null, payeLe: null }];
    }
    const impose = dernier && fin && 'impayeeDepuis' in fin ? fin.impayeeDepuis : null;
    const echeance =
      impose === null ? ajouterJours(emiseLe, DELAI_REGLEMENT) : ajouterJours(aujourdHui, -impose);
    const regle = prochainJourOuvre(ajouterJours(echeance, hasard.choisir(RETARDS_DE_PAIEMENT)));
    const payeLe = impose === null && regle <= aujourdHui ? regle : null;
    return [
      { ...base, blConteste: false, emiseLe, echeance, payeLe, partRecue: impose === 17 ? 0.4 : 0 },
    ];
  });
}

function livraisonImposee(fin: FinImposee, aujourdHui: DateCivile): DateCivile {
  if ('blDepuis' in fin) return jourOuvrePrecedent(ajouterJours(aujourdHui, -fin.blDepuis));
  const emise = ajouterJours(aujourdHui, -fin.impayeeDepuis - DELAI_REGLEMENT);
  return jourOuvrePrecedent(ajouterJours(emise, -JOURS_BL - 4));
}

function emission(
  dossier: Dossier,
  commande: DateCivile,
  blLe: DateCivile | null,
  fin: FinImposee | undefined,
  hasard: Hasard,
): DateCivile | null {
  if (blLe === null) return ajouterOuvres(commande, hasard.entier(2, 5));
  if (fin && 'blDepuis' in fin) return null;
  if (PROFORMA_VAUT_BL.has(dossier.client)) return ajouterOuvres(blLe, 1);
  return prochainJourOuvre(ajouterJours(blLe, JOURS_BL + 1));
}

/** Un geste commercial de 5 % sur une affaire soldée. */
function avoirSur(facture: FactureBrute, aujourdHui: DateCivile): FactureBrute {
  return {
    ...facture,
    type: 'Avoir',
    montantHt: centimes(-Math.round(facture.montantHt / 20)),
    blLe: null,
    emiseLe: ajouterOuvres(facture.payeLe ?? aujourdHui, 4),
    echeance: null,
    payeLe: null,
  };
}

function avoirs(factures: readonly FactureBrute[], aujourdHui: DateCivile): FactureBrute[] {
  const soldees = factures.filter(
    (f) => f.type === 'Solde' && f.payeLe !== null && joursEntre(f.payeLe, aujourdHui) > 20,
  );
  return soldees
    .filter((_, i) => i % 12 === 3)
    .slice(0, 4)
    .map((f) => avoirSur(f, aujourdHui));
}

/** Toutes les factures de l'exemple, dans l'ordre de leur émission ; les BL à facturer à la fin. */
export function facturation(
  dossiers: readonly Dossier[],
  hasard: Hasard,
  aujourdHui: DateCivile,
): FactureBrute[] {
  const signes = dossiers
    .filter(estSigne)
    .sort((a, b) =>
      (versionPorteuse(a)?.decideLe ?? '') < (versionPorteuse(b)?.decideLe ?? '') ? -1 : 1,
    );
  const fins = imposer(signes, aujourdHui);
  const factures = signes.flatMap((d) => facturer(d, fins.get(d), hasard, aujourdHui));
  const cle = (f: FactureBrute): string => f.emiseLe ?? `9999${f.blLe ?? ''}`;
  return [...factures, ...avoirs(factures, aujourdHui)].sort((a, b) => (cle(a) < cle(b) ? -1 : 1));
}
