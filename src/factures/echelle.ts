import type { Facture } from '../classeur/tables/factures';
import { ajouterJours, type DateCivile } from '../commun/date-civile';
import { jourOuvrePrecedent, prochainJourOuvre } from '../commun/jours-ouvres';
import { resteDu } from './reste-du';

/** L'échelle d'une facture, du BL au contentieux (S0-27 à S0-35 ; PRODUCT « Payment ladder »). */
type CodeEtape =
  'BL_CONTESTE' | 'A_FACTURER' | 'APPEL_RECEPTION' | 'APPEL_RETARD' | 'COURRIER' | 'CONTENTIEUX';

export interface EtapeFacture {
  readonly code: CodeEtape;
  /** Ce que montre « Prochaine étape ». */
  readonly libelle: string;
  /** « À faire le », un jour ouvré ; `null` quand la date ne dépend pas de nous. */
  readonly le: DateCivile | null;
}

type EtapeDatee = EtapeFacture & { readonly le: DateCivile };

/** Jours avant l'échéance, après elle, et entre deux courriers : la règle de PRODUCT, en un seul lieu. */
const APPEL_RECEPTION_AVANT = 15;
const PREMIER_COURRIER_APRES = 8;
const ENTRE_COURRIERS = 8;
const CONTENTIEUX_APRES = 45;

export interface ReglesEchelle {
  /** Délai de contestation d'un BL (réglage). */
  readonly joursBl: number;
  readonly alsaceMoselle: boolean;
  /** La proforma signée du client tient lieu de BL, sans délai. */
  readonly proformaVautBl: boolean;
}

/**
 * Avant l'émission (S0-28, S0-29). Le jour du BL ne compte pas et le client a jusqu'au soir du dernier :
 * un BL du 1er avec huit jours se facture le 10. Une contestation suspend tout.
 */
function etapeAvantEmission(facture: Facture, regles: ReglesEchelle): EtapeFacture | null {
  const { blLe, blConteste } = facture;
  if (blConteste === true)
    return { code: 'BL_CONTESTE', libelle: 'BL contesté : lever la contestation', le: null };
  if (blLe === null) return null;
  const des = regles.proformaVautBl ? blLe : ajouterJours(blLe, regles.joursBl + 1);
  const le = prochainJourOuvre(des, regles.alsaceMoselle);
  return { code: 'A_FACTURER', libelle: 'À facturer', le };
}

/**
 * Les étapes d'une facture émise, dans l'ordre (S0-31 à S0-34). Appels et courriers se reportent au
 * jour ouvré suivant ; le contentieux recule au précédent : l'assureur-crédit n'attend pas au-delà.
 */
export function echelle(
  emiseLe: DateCivile,
  echeance: DateCivile,
  alsaceMoselle: boolean,
): EtapeDatee[] {
  const ouvre = (le: DateCivile): DateCivile => prochainJourOuvre(le, alsaceMoselle);
  const aPartir = (jours: number): DateCivile => ouvre(ajouterJours(echeance, jours));
  const etapes: EtapeDatee[] = [];
  const quinzeAvant = ajouterJours(echeance, -APPEL_RECEPTION_AVANT);
  const appel = ouvre(quinzeAvant > emiseLe ? quinzeAvant : emiseLe);
  if (appel < echeance) {
    const libelle = 'Appeler : la facture est-elle bien reçue ?';
    etapes.push({ code: 'APPEL_RECEPTION', libelle, le: appel });
  }
  etapes.push({
    code: 'APPEL_RETARD',
    libelle: 'Appeler, puis confirmer par e-mail (chargé d’affaires en copie)',
    le: aPartir(0),
  });
  for (
    let jours = PREMIER_COURRIER_APRES, n = 1;
    jours < CONTENTIEUX_APRES;
    jours += ENTRE_COURRIERS, n++
  ) {
    etapes.push({ code: 'COURRIER', libelle: `Courrier de rappel n° ${n}`, le: aPartir(jours) });
  }
  const limite = ajouterJours(echeance, CONTENTIEUX_APRES);
  etapes.push({
    code: 'CONTENTIEUX',
    libelle: 'Transmettre le dossier à l’assureur-crédit',
    le: jourOuvrePrecedent(limite, alsaceMoselle),
  });
  return etapes;
}

/** Ce qui a été noté d'une facture dans Actions : sa nature et son jour. */
export interface FaitFacture {
  readonly parTelephone: boolean;
  readonly le: DateCivile;
}

const estAppel = (code: CodeEtape): boolean =>
  code === 'APPEL_RECEPTION' || code === 'APPEL_RETARD';

function estFaite(etape: EtapeDatee, faits: readonly FaitFacture[]): boolean {
  if (etape.code === 'CONTENTIEUX') return false;
  return faits.some((f) => f.le >= etape.le && f.parTelephone === estAppel(etape.code));
}

/**
 * La prochaine étape d'une facture à `aujourdHui` : la dernière dont le jour est venu, tant qu'elle
 * n'est pas notée faite, sinon la suivante. `null` : rien à faire (avoir, soldée, BL pas envoyé, ou
 * échéance absente, que `controlerFacture` signale).
 */
export function prochaineEtape(
  facture: Facture,
  aujourdHui: DateCivile,
  regles: ReglesEchelle,
  faits: readonly FaitFacture[] = [],
): EtapeFacture | null {
  if (facture.type === 'Avoir' || resteDu(facture) === 0) return null;
  if (facture.emiseLe === null) return etapeAvantEmission(facture, regles);
  if (facture.echeance === null) return null;
  const etapes = echelle(facture.emiseLe, facture.echeance, regles.alsaceMoselle);
  const rang = etapes.reduce((dernier, e, i) => (e.le <= aujourdHui ? i : dernier), -1);
  const courante = etapes[rang];
  if (courante && !estFaite(courante, faits)) return courante;
  return etapes[rang + 1] ?? null;
}
