import type { Snapshot } from '../classeur/snapshot';
import type { Affaire } from '../classeur/tables/affaires';
import type { Action } from '../classeur/tables/actions';
import type { Devis } from '../classeur/tables/devis';
import type { Facture } from '../classeur/tables/factures';
import type { ReponseSatisfaction } from '../classeur/tables/satisfaction';
import { moisDe, type DateCivile, type Mois } from '../commun/date-civile';
import { grouperEnChaines, type Chaine } from '../devis/chaines';
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
  /** Chaînes parties chez un client, Annulé et Remplacé exclus. */
  readonly partis: readonly DevisCompte[];
  readonly emis: ReadonlyMap<Mois, readonly DevisCompte[]>;
  readonly decides: ReadonlyMap<Mois, readonly DevisCompte[]>;
  /** Une chaîne en cours : envoyée et sans réponse, ou pas encore envoyée. */
  readonly ouverts: readonly DevisCompte[];
  readonly facturesEmises: ParMois<Facture>;
  readonly facturesPayees: ParMois<Facture>;
  readonly reponses: ParMois<ReponseSatisfaction>;
  readonly actions: ParMois<Action>;
  affaire(numero: string | null): Affaire | null;
}

const AVANT_ENVOI: ReadonlySet<string | null> = new Set(['Brouillon', 'En validation', 'Validé']);

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
    get partis() {
      return devis().partis;
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

/** Range par mois ; les lignes se suivent souvent par date, le dernier mois se retrouve sans recherche. */
class Calendrier<T> {
  readonly mois = new Map<Mois, T[]>();
  private courant = '?';
  private page: T[] = [];

  ranger(jour: DateCivile, valeur: T): void {
    if (!jour.startsWith(this.courant)) {
      const mois = moisDe(jour);
      this.page = this.mois.get(mois) ?? [];
      this.mois.set(mois, this.page);
      this.courant = mois;
    }
    this.page.push(valeur);
  }
}

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
  const partis: DevisCompte[] = [];
  const ouverts: DevisCompte[] = [];
  const emis = new Calendrier<DevisCompte>();
  const decides = new Calendrier<DevisCompte>();
  for (const chaine of grouperEnChaines(lignes)) {
    const { envoyee, premierEnvoi: emisLe } = chaine;
    if (envoyee !== null) {
      const compte = new DevisRange(envoyee, emisLe, attribution);
      partis.push(compte);
      if (emisLe !== null) emis.ranger(emisLe, compte);
      if (envoyee.statut === 'Envoyé') {
        ouverts.push(compte);
        continue;
      }
      if (envoyee.decideLe !== null) decides.ranger(envoyee.decideLe, compte);
      if (envoyee.statut === 'Signé') continue;
    }
    const ouvert = versionEnPreparation(chaine);
    if (ouvert !== null) {
      ouverts.push(new DevisRange(ouvert, emisLe, attribution));
    }
  }
  return { partis, ouverts, emis: emis.mois, decides: decides.mois };
}

/** La version qui se prépare, après la dernière envoyée ; `null` s'il n'y en a pas. */
function versionEnPreparation({ versions, envoyee }: Chaine): Devis | null {
  for (let i = versions.length - 1; i >= 0; i--) {
    const version = versions[i];
    if (version === envoyee || !version) return null;
    if (AVANT_ENVOI.has(version.statut)) return version;
  }
  return null;
}
