import { consignerImport } from '../annulation/consigner';
import { origineImport } from '../import/origines';
import { ErreurClasseur, refus } from '../classeur/erreur-classeur';
import type { Plan } from '../classeur/plan';
import type { Snapshot } from '../classeur/snapshot';
import type { CleTable } from '../classeur/tables';
import type { Contexte } from '../commun/contexte';
import { actionEnvoi, envoisFaits } from '../import/envois';
import { estRefuse } from '../messages/avertissements';
import { probleme, type Probleme } from '../messages/probleme';
import type { Dialogue } from './appel';
import { apresEcriture } from './apres-ecriture';
import { ecrire } from './ecrire';
import { encoreTel } from './encore-tel';
import {
  OCTETS_PAR_ENVOI,
  preparerEnvoi,
  type Annexe,
  type Envoi,
  type Reste,
} from './envoi-import';
import { attendre } from './insister';
import { lireEtatGoogle, snapshotDe } from './lire-classeur-google';
import type { EtatGoogle, OngletEnPlus } from './lire-etat';
import { exigerInscriptible, nommerDans, verifier } from './modifier-classeur-google';
import { exigerPlace } from './place-import';
import { enGroupes } from './tranches';
import { ongletDe } from './traduire';

/** Fois de suite où l'on accepte d'être devancé : plus d'une minute d'attente. */
const TOURS = 10;
const ATTENTE_LA_PLUS_LONGUE = 4;

export interface OptionsImportGoogle<R> {
  readonly jeton: () => string;
  /** Qui, quand ; l'origine annonce le numéro d'un import que l'on reprend. */
  readonly contexte: Contexte;
  /** Ce que l'on importe (le nom du fichier), que le Journal retient d'un import en plusieurs envois. */
  readonly source: string;
  /** Un onglet du classeur à lire dans le même appel que les nôtres ; ses lignes vont à `planifier`. */
  readonly onglet?: string;
  readonly planifier: (snapshot: Snapshot, contexte: Contexte, enPlus: OngletEnPlus) => Plan<R>;
  /** Ce qui accompagne l'import, d'après son premier plan. */
  readonly annexes?: (plan: Plan<R>, etat: EtatGoogle) => readonly Annexe[];
  readonly octets?: number;
  readonly progression?: (restants: number) => void;
  /** Vrai : s'arrêter après cet envoi (le temps d'un script est compté). */
  readonly arreter?: () => boolean;
}

export interface Importe<R> {
  /** Le plan de tout l'import, tel qu'il a été décidé d'abord. */
  readonly plan: Plan<R>;
  /** Enregistrements encore à écrire ; 0, sauf si l'on a demandé l'arrêt. */
  readonly restants: number;
}

/**
 * Écrit un import, en plusieurs envois sous le même numéro s'il est grand. Chaque envoi part sous le
 * jeton : il a lieu une fois ou pas du tout. Entre deux, le classeur n'est pas relu : une petite lecture
 * suffit à savoir qu'il n'a pas changé ; s'il a changé, on relit et l'on décide à nouveau, et ce qui
 * est déjà écrit est reconnu.
 * @throws ErreurClasseur, avec IMPORT_INTERROMPU si une partie est écrite.
 */
export function* importerDansGoogle<R extends { readonly import: number }>(
  id: string,
  options: OptionsImportGoogle<R>,
): Dialogue<Importe<R>> {
  const cours: Cours<R> = { premier: null, envois: 0, annexes: null, problemes: [], restants: 0 };
  for (let devance = 0; ;) {
    const avant = cours.envois;
    let fini: boolean;
    try {
      fini = yield* unTour(id, options, cours);
    } catch (erreur) {
      throw cours.envois > 0 && cours.premier && erreur instanceof ErreurClasseur
        ? interrompu(erreur, cours.premier.resultat.import, cours.restants)
        : erreur;
    }
    if (fini && cours.premier) {
      const { premier, problemes, restants } = cours;
      return { plan: { ...premier, problemes: [...premier.problemes, ...problemes] }, restants };
    }
    devance = cours.envois > avant ? 1 : devance + 1;
    if (devance === TOURS) throw refus('CLASSEUR_DISPUTE', undefined);
    yield* attendre(Math.min(devance - 1, ATTENTE_LA_PLUS_LONGUE));
  }
}

interface Cours<R> {
  premier: Plan<R> | null;
  /** Envois faits. */
  envois: number;
  /** Ce qui accompagne l'import et n'est pas encore parti ; `null` : pas encore su. */
  annexes: readonly Annexe[] | null;
  problemes: readonly Probleme[];
  restants: number;
}

const interrompu = ({ problemes }: ErreurClasseur, numero: number, restants: number) =>
  new ErreurClasseur([...problemes, probleme('IMPORT_INTERROMPU', { import: numero, restants })]);

/** Lit, décide, envoie tout ; faux : quelqu'un a écrit entre-temps. */
function* unTour<R extends { readonly import: number }>(
  id: string,
  options: OptionsImportGoogle<R>,
  cours: Cours<R>,
): Dialogue<boolean> {
  const { contexte, jeton, source, octets = OCTETS_PAR_ENVOI } = options;
  let etat = yield* lireEtatGoogle(id, options.onglet);
  const snapshot = snapshotDe(etat);
  exigerInscriptible(etat);
  const numero = cours.envois > 0 ? cours.premier?.resultat.import : undefined;
  const plan = options.planifier(
    snapshot,
    numero === undefined ? contexte : { ...contexte, origine: origineImport(numero) },
    etat.enPlus,
  );
  if (cours.envois > 0 && estRefuse(plan)) throw new ErreurClasseur([...plan.problemes]);
  if (cours.envois === 0) {
    cours.premier = plan;
    cours.annexes = options.annexes?.(plan, etat) ?? [];
  }
  const auJournal = { ...contexte, origine: origineImport(plan.resultat.import) };
  const rang = envoisFaits(snapshot, plan.resultat.import) + 1;
  exigerPlace(etat, plan.changements);
  let reste: Reste = { groupes: enGroupes(plan.changements), annexes: cours.annexes ?? [] };
  const ajoutees = new Map<CleTable, number>();
  let passe: string | null = null;
  for (let envois = 0; reste.groupes.length + reste.annexes.length > 0; envois++) {
    const action = (fin: boolean): string => actionEnvoi(source, rang + envois, fin);
    const envoi = preparerEnvoi(
      etat,
      reste,
      auJournal,
      action,
      consignerImport(snapshot, ajoutees),
      octets,
    );
    if (passe !== null) {
      const tel: EtatGoogle | null = yield* encoreTel(etat, passe, envoi.tables);
      if (tel === null) return false;
      etat = tel;
    }
    passe = jeton();
    if (!(yield* envoyer(etat, envoi, passe, cours, jeton))) return false;
    etat = apresEcriture(etat, envoi.parTable);
    for (const [table, { ajoutees: lignes }] of envoi.parTable) {
      ajoutees.set(table, (ajoutees.get(table) ?? 0) + lignes.length);
    }
    reste = {
      groupes: reste.groupes.slice(envoi.groupes),
      annexes: reste.annexes.slice(envoi.annexes),
    };
    cours.annexes = reste.annexes;
    cours.restants = reste.groupes.length;
    options.progression?.(reste.groupes.length);
    if (reste.groupes.length > 0 && options.arreter?.()) return true;
  }
  return true;
}

/** Un envoi sous le jeton ; faux : quelqu'un a écrit depuis la lecture. */
function* envoyer<R>(
  etat: EtatGoogle,
  { requetes, plages, ecrites, changements }: Envoi,
  passe: string,
  cours: Cours<R>,
  jeton: () => string,
): Dialogue<boolean> {
  const registre = ongletDe(etat, 'registre').sheetId;
  const lot = { id: etat.id, jeton: etat.jeton, registre, requetes, plages };
  const issue = yield* ecrire(lot, passe);
  if (issue.sorte === 'perime') return false;
  cours.envois += 1;
  const problemes = yield* verifier(etat, ecrites, issue.json, nommerDans(changements), jeton);
  cours.problemes = [...cours.problemes, ...problemes];
  return true;
}
