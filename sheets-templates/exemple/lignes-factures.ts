import { ajouterJours, type DateCivile } from '../../src/commun/date-civile';
import { jourOuvrePrecedent, prochainJourOuvre } from '../../src/commun/jours-ouvres';
import { appliquerTaux, centimes } from '../../src/commun/montant';
import type { ValeursDe } from '../../src/classeur/tables';
import type { FactureBrute } from './facturation';
import { PROFORMA_VAUT_BL } from './facturation';
import { ORGANISATIONS } from './noms-clients';
import type { Numeros } from './numeros';

const TVA = 0.2;
const JOURS_BL = 8;

/** L'échelle de paiement : jours après l'échéance, et ce qui est à faire. */
const ECHELLE: ReadonlyArray<readonly [number, string]> = [
  [-15, 'Appeler : la facture est-elle bien reçue ?'],
  [0, 'Appeler, puis confirmer par e-mail (chargé d’affaires en copie)'],
  ...[1, 2, 3, 4, 5].map((n) => [8 * n, `Courrier de rappel n° ${n}`] as const),
  [45, 'Transmettre le dossier à l’assureur-crédit'],
];

type Etape = Pick<ValeursDe<'factures'>, 'prochaineEtape' | 'prochaineEtapeLe'>;

/** Ce qui reste à faire : l'étape dont le jour est venu, à défaut la suivante. */
function prochaineEtape(f: FactureBrute, aujourdHui: DateCivile): Etape {
  const rien = { prochaineEtape: null, prochaineEtapeLe: null };
  if (f.blLe !== null && f.emiseLe === null) {
    if (f.blConteste)
      return { prochaineEtape: 'BL contesté : lever la contestation', prochaineEtapeLe: null };
    const delai = PROFORMA_VAUT_BL.has(f.dossier.client) ? 0 : JOURS_BL + 1;
    const le = prochainJourOuvre(ajouterJours(f.blLe, delai));
    return { prochaineEtape: 'À facturer', prochaineEtapeLe: le };
  }
  if (f.echeance === null || f.payeLe !== null) return rien;
  let etape: Etape = rien;
  for (const [jours, libelle] of ECHELLE) {
    const jour = ajouterJours(f.echeance, jours);
    const le = jours === 45 ? jourOuvrePrecedent(jour) : prochainJourOuvre(jour);
    if (le > aujourdHui && etape !== rien) return etape;
    etape = { prochaineEtape: libelle, prochaineEtapeLe: le };
    if (le > aujourdHui) return etape;
  }
  return etape;
}

/** L'onglet Factures ; le numéro suit l'ordre d'émission. */
export function lignesFactures(
  factures: readonly FactureBrute[],
  numeros: Numeros,
  aujourdHui: DateCivile,
): ValeursDe<'factures'>[] {
  const compteurs = new Map<string, number>();
  return factures.map((f) => {
    const annee = f.emiseLe?.slice(0, 4) ?? '';
    const rang = (compteurs.get(annee) ?? 0) + 1;
    compteurs.set(annee, rang);
    const ttc = centimes(f.montantHt + appliquerTaux(f.montantHt, TVA));
    return {
      numero: f.emiseLe ? `FA-${annee}-${String(rang).padStart(4, '0')}` : null,
      affaire: numeros.affaires.get(f.dossier) ?? null,
      client: ORGANISATIONS[f.dossier.client]?.nom ?? null,
      type: f.type,
      blLe: f.blLe,
      blConteste: f.blConteste ? true : null,
      montantHt: f.montantHt,
      montantTtc: ttc,
      emiseLe: f.emiseLe,
      echeance: f.echeance,
      paye: f.payeLe ? ttc : f.partRecue > 0 ? appliquerTaux(ttc, f.partRecue) : null,
      payeLe: f.payeLe,
      ...prochaineEtape(f, aujourdHui),
    };
  });
}
