import { AVANT_ENVOI } from '../devis/decides';
import type { Snapshot } from '../classeur/snapshot';
import type { Affaire } from '../classeur/tables/affaires';
import type { Action } from '../classeur/tables/actions';
import type { Devis } from '../classeur/tables/devis';
import type { Facture } from '../classeur/tables/factures';
import type { ReponseSatisfaction } from '../classeur/tables/satisfaction';
import { moisDe, type DateCivile, type Mois } from '../commun/date-civile';
import {
  envoiDe,
  estParti,
  grouperEnChaines,
  numerosARegrouper,
  type Chaine,
} from '../devis/chaines';
import { manqueDeNumero } from '../devis/sans-numero';
import { attribuer, type Attribution } from './attribution';

/** Une ligne et la personne qui en porte le chiffre (`''` : personne). */
export interface Porte<T> {
  readonly ligne: T;
  readonly responsable: string;
}

/** Une chaîne de versions, comptée une fois : la version qui porte montant et décision. */
export interface DevisCompte extends Porte<Devis> {
  /** Premier envoi de la chaîne. */
  readonly emisLe: DateCivile | null;
}

type ParMois<T> = ReadonlyMap<Mois, readonly Porte<T>[]>;

/**
 * Le classeur rangé pour les indicateurs : chaque ligne au mois et à la personne où elle compte.
 * Chaque partie se construit à la première demande, en un passage.
 */
export interface Index {
  readonly snapshot: Snapshot;
  readonly aujourdHui: DateCivile;
  /** Chaînes qui ont reçu une réponse (signées, refusées, sans suite), datée ou non. */
  readonly nombreDecides: number;
  /** Parmi elles, les signées. */
  readonly signes: readonly DevisCompte[];
  readonly emis: ReadonlyMap<Mois, readonly DevisCompte[]>;
  readonly decides: ReadonlyMap<Mois, readonly DevisCompte[]>;
  /** Une chaîne en cours : envoyée et sans réponse, ou pas encore envoyée. */
  readonly ouverts: readonly DevisCompte[];
  /** Envoyés (ou plus loin) sans numéro, ou encore sous une référence provisoire. */
  readonly sansNumero: readonly DevisCompte[];
  readonly facturesEmises: ParMois<Facture>;
  readonly facturesPayees: ParMois<Facture>;
  readonly reponses: ParMois<ReponseSatisfaction>;
  readonly actions: ParMois<Action>;
  affaire(numero: string | null): Affaire | null;
}

const PAS_PARTIS: ReadonlySet<string | null> = new Set(AVANT_ENVOI);

/** Prépare les indicateurs (S2-5, S2-6, S3-1) ; `aujourdHui` date le portefeuille et les prévisions. */
export function indexer(snapshot: Snapshot, aujourdHui: DateCivile): Index {
  const { tables } = snapshot;
  const attribution = paresseux(() => attribuer(snapshot));
  const devis = paresseux(() => rangerDevis(tables.devis, attribution()));
  const parAffaire = <T extends { affaire: string | null; client: string | null }>(l: T) =>
    attribution().parAffaire(l.affaire);
  const emises = paresseux(() => parMois(tables.factures, (f) => f.emiseLe, parAffaire));
  const payees = paresseux(() => parMois(tables.factures, (f) => f.payeLe, parAffaire));
  const reponses = paresseux(() =>
    parMois(
      tables.satisfaction,
      (r) => r.date,
      (r) => attribution().parAffaire(r.affaire) || attribution().parClient(r.client),
    ),
  );
  const actions = paresseux(() =>
    parMois(
      tables.actions,
      (a) => a.date,
      (a) => attribution().personne(a.auteur),
    ),
  );
  return {
    snapshot,
    aujourdHui,
    get nombreDecides() {
      return devis().nombreDecides;
    },
    get signes() {
      return devis().signes;
    },
    get emis() {
      return devis().emis;
    },
    get decides() {
      return devis().decides;
    },
    get ouverts() {
      return devis().ouverts;
    },
    get sansNumero() {
      return devis().sansNumero;
    },
    get facturesEmises() {
      return emises();
    },
    get facturesPayees() {
      return payees();
    },
    get reponses() {
      return reponses();
    },
    get actions() {
      return actions();
    },
    affaire: (numero) => attribution().affaire(numero),
  };
}

function paresseux<T>(construire: () => T): () => T {
  let fait: { valeur: T } | null = null;
  return () => (fait ??= { valeur: construire() }).valeur;
}

function parMois<T>(
  lignes: readonly T[],
  jour: (ligne: T) => DateCivile | null,
  responsable: (ligne: T) => string,
): ParMois<T> {
  const rangees = new Calendrier<Porte<T>>();
  for (const ligne of lignes) {
    const le = jour(ligne);
    if (le !== null) rangees.ranger(le, { ligne, responsable: responsable(ligne) });
  }
  return rangees.mois;
}

/** Range par mois ; le mois se retrouve par un entier, plus vite que par son texte. */
class Calendrier<T> {
  private readonly pages = new Map<number, { mois: Mois; lignes: T[] }>();

  ranger(jour: DateCivile, valeur: T): void {
    const rang = rangDuMois(jour);
    const page = this.pages.get(rang);
    if (page) page.lignes.push(valeur);
    else this.pages.set(rang, { mois: moisDe(jour), lignes: [valeur] });
  }

  get mois(): Map<Mois, T[]> {
    return new Map(Array.from(this.pages.values(), ({ mois, lignes }) => [mois, lignes]));
  }
}

/** Un entier propre au mois d'un jour `AAAA-MM-JJ`, sans découper son texte. */
function rangDuMois(jour: DateCivile): number {
  let rang = 0;
  for (const i of CHIFFRES_DU_MOIS) rang = rang * 10 + jour.charCodeAt(i) - 48;
  return rang;
}
const CHIFFRES_DU_MOIS = [0, 1, 2, 3, 5, 6] as const;

/** La personne ne se cherche que si on la demande : les chiffres de l'entreprise s'en passent. */
class DevisRange implements DevisCompte {
  private qui: string | null = null;

  constructor(
    readonly ligne: Devis,
    readonly emisLe: DateCivile | null,
    private readonly attribution: Attribution,
  ) {}

  get responsable(): string {
    return (this.qui ??= this.attribution.parDevis(this.ligne));
  }
}

function rangerDevis(lignes: readonly Devis[], attribution: Attribution) {
  let nombreDecides = 0;
  const ouverts: DevisCompte[] = [];
  const signes: DevisCompte[] = [];
  const sansNumero: DevisCompte[] = [];
  const emis = new Calendrier<DevisCompte>();
  const decides = new Calendrier<DevisCompte>();
  const compter = (
    envoyee: Devis | null,
    emisLe: DateCivile | null,
    enPreparation: Devis | null,
  ): void => {
    if (envoyee !== null) {
      const compte = new DevisRange(envoyee, emisLe, attribution);
      if (emisLe !== null) emis.ranger(emisLe, compte);
      if (envoyee.statut === 'Envoyé') {
        ouverts.push(compte);
        return;
      }
      nombreDecides += 1;
      if (envoyee.decideLe !== null) decides.ranger(envoyee.decideLe, compte);
      if (envoyee.statut === 'Signé') {
        signes.push(compte);
        return;
      }
    }
    if (enPreparation !== null) ouverts.push(new DevisRange(enPreparation, emisLe, attribution));
  };

  const aRegrouper = numerosARegrouper(lignes);
  const chaines = new Map(
    grouperEnChaines(lignes.filter(({ numero }) => numero !== null && aRegrouper.has(numero))).map(
      (chaine) => [chaine.numero, chaine],
    ),
  );
  for (const devis of lignes) {
    if (manqueDeNumero(devis)) {
      sansNumero.push(new DevisRange(devis, envoiDe(devis), attribution));
    }
    if (devis.numero === null) continue;
    if (!aRegrouper.has(devis.numero)) {
      const parti = estParti(devis);
      compter(parti ? devis : null, envoiDe(devis), PAS_PARTIS.has(devis.statut) ? devis : null);
      continue;
    }
    const chaine = chaines.get(devis.numero);
    if (!chaine) continue;
    chaines.delete(devis.numero);
    compter(chaine.envoyee, chaine.premierEnvoi, versionEnPreparation(chaine));
  }
  return { nombreDecides, ouverts, signes, sansNumero, emis: emis.mois, decides: decides.mois };
}

/** La version qui se prépare, après la dernière envoyée ; `null` s'il n'y en a pas. */
function versionEnPreparation({ versions, envoyee }: Chaine): Devis | null {
  for (let i = versions.length - 1; i >= 0; i--) {
    const version = versions[i];
    if (version === envoyee || !version) return null;
    if (PAS_PARTIS.has(version.statut)) return version;
  }
  return null;
}
