import { ajouterJours, type DateCivile } from '../../src/commun/date-civile';
import { prochainJourOuvre } from '../../src/commun/jours-ouvres';
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
  [-15, 'Appel de réception'],
  [1, 'Appel, confirmé par courriel'],
  [8, 'Première lettre de rappel'],
  [16, 'Deuxième lettre de rappel'],
  [24, 'Troisième lettre de rappel'],
  [32, 'Quatrième lettre de rappel'],
  [40, 'Cinquième lettre de rappel'],
  [45, 'Dossier contentieux (assureur-crédit)'],
];

function prochaineEtape(
  f: FactureBrute,
  aujourdHui: DateCivile,
): Pick<ValeursDe<'factures'>, 'prochaineEtape' | 'prochaineEtapeLe'> {
  const rien = { prochaineEtape: null, prochaineEtapeLe: null };
  if (f.blLe !== null && f.emiseLe === null) {
    if (f.blConteste)
      return { prochaineEtape: 'BL contesté : à régler', prochaineEtapeLe: aujourdHui };
    const delai = PROFORMA_VAUT_BL.has(f.dossier.client) ? 0 : JOURS_BL;
    return {
      prochaineEtape: 'À facturer',
      prochaineEtapeLe: prochainJourOuvre(ajouterJours(f.blLe, delai)),
    };
  }
  if (f.echeance === null || f.payeLe !== null) return rien;
  for (const [jours, etape] of ECHELLE) {
    const le = prochainJourOuvre(ajouterJours(f.echeance, jours));
    if (le >= aujourdHui || jours === 45) return { prochaineEtape: etape, prochaineEtapeLe: le };
  }
  return rien;
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
