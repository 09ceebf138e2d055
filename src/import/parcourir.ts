import type { Changement } from '../classeur/changements';
import type { Snapshot } from '../classeur/snapshot';
import type { TableEchangeable } from '../classeur/tables';
import type { Contexte } from '../commun/contexte';
import { chercheurDeRaisons } from './autres-raisons';
import { DECIDES } from '../devis/decides';
import { lireMasque } from '../devis/numerotation';
import { inscripteur } from '../devis/registre';
import { messageDe, type Probleme } from '../messages/probleme';
import { tableProposee } from './autre-table';
import { clientsCites } from './clients-cites';
import type { Correspondance } from './correspondance';
import { creerDecideur, type Decision } from './decider';
import { reunir } from './documents';
import { chercheurDeDoublons, type Doublon } from './doublons';
import type { EcritureRejets } from './ecriture-rejets';
import type { TableSource } from './entete';
import { direIdentiques, surPlusieursLignes } from './lignes-identiques';
import { origineImport } from './origines';
import { numeroImport } from './numero-import';
import { sansDonnees } from './sans-donnees';
import { preparer, type Preparation } from './preparer';
import type { Profil } from './profil';
import { rassembler } from './rassembler';
import type { Remarque, ResultatImport } from './resultat';
import type { LigneSource, SourceTabulaire } from './source';
import { compterValeurs } from './valeurs-comprises';
import { avertissementsDe, manquesDe } from './verifier';

/** Reçoit un import à mesure qu'il se décide, dans l'ordre de la source. */
export interface SuiteImport {
  /** L'en-tête et les colonnes reconnues, avant tout le reste ; jamais si le fichier est refusé. */
  debut?(decoupe: TableSource, correspondance: Correspondance, ecriture: EcritureRejets): void;
  changement(c: Changement): void;
  /** Une ligne rejetée, et toutes ses raisons. */
  rejet(ligne: LigneSource, remarques: readonly Remarque[]): void;
  /** Valeurs importées d'une ligne, mais douteuses ou illisibles. */
  anomalies(remarques: readonly Remarque[]): void;
  /** Un client à créer qui en est peut-être un autre. */
  doublon(d: Doublon): void;
}

/** Le résultat d'un import, ses remarques mises à part. */
export type BilanImport = Omit<ResultatImport, 'rejets' | 'anomalies' | 'doublons'>;

export interface ImportParcouru {
  readonly bilan: BilanImport;
  readonly problemes: readonly Probleme[];
  /** Ce qu'un profil peut retenir de l'écriture du fichier. */
  format(): ReturnType<Preparation['format']>;
}

/**
 * Décide d'un import en livrant chaque écriture et chaque rejet à mesure : rien n'en est gardé ici, la
 * mémoire ne dépend pas du nombre de lignes. Les clients à créer viennent en dernier. Des problèmes :
 * le fichier est refusé, ce qui a été livré ne vaut rien.
 */
export function parcourirImport(
  snapshot: Snapshot,
  table: TableEchangeable,
  source: SourceTabulaire,
  profil: Profil | null,
  contexte: Contexte,
  suite: SuiteImport,
): ImportParcouru {
  const numero = numeroImport(snapshot, contexte);
  if (estSansLigne(source)) {
    const avertissements = direAvertissements([sansDonnees(source, null)]);
    return {
      bilan: { import: numero, ...VIDE, avertissements },
      problemes: [],
      format: () => ({}),
    };
  }
  const origine = origineImport(numero);
  const clients = clientsCites(snapshot);
  const preparation = preparer(snapshot, table, source, profil, clients);
  if (preparation.problemes !== null) {
    return {
      bilan: { import: numero, ...VIDE },
      problemes: preparation.problemes,
      format: () => ({}),
    };
  }
  const { lecture, regle, contact, format } = preparation;
  const lots = () => rassembler(snapshot, table, preparation, clients);
  const manques = manquesDe(table, preparation, lots);
  if (manques.length > 0) {
    // Le refus dit quand même ce qui a été reconnu : un profil enregistré part de là.
    for (const ligne of preparation.decoupe.lignes) lecture.lire(ligne);
    const bilan = { import: numero, ...VIDE, ...descriptionDe(preparation) };
    const proposee = profil === null ? tableProposee(table, source) : [];
    return { bilan, problemes: [...manques, ...proposee], format };
  }

  suite.debut?.(preparation.decoupe, preparation.correspondance, preparation.ecritureRejets);
  const decideur = creerDecideur(snapshot, table, preparation, clients, origine, contexte);
  const inscrire = numerosInscrits(snapshot, table, contexte, origine);
  const sorts = { creee: 0, modifiee: 0, inchangee: 0, rejetee: 0 };
  const constats = { documents: 0, decidesRepris: 0, plusieursLignes: 0, objetsDifferents: 0 };
  const doublons = chercheurDeDoublons(snapshot);
  const valeurs = compterValeurs(table, preparation);
  const autresRaisons = chercheurDeRaisons(snapshot, table, lecture);
  let lues = 0;
  for (const { lignes, groupes, seule } of lots()) {
    for (const groupe of groupes) {
      const { document, objetDiffere } = reunir(groupe.lignes, groupe.identite, lecture, regle);
      if (groupe.dejaLa) {
        sorts.inchangee += 1;
        constats.documents += 1;
        continue;
      }
      if (!document) continue; // ses lignes portent leur rejet
      contact?.completer(document);
      const decision = groupe.existant
        ? decideur.rapprocher(document, groupe.existant)
        : decideur.creer(document);
      if (decision.sort === 'rejetee') continue;
      constats.documents += 1;
      sorts[decision.sort] += 1;
      sorts.inchangee += groupe.lignes.length - 1;
      if (surPlusieursLignes(groupe.lignes)) constats.plusieursLignes += 1;
      else direIdentiques(groupe.lignes, regle !== null);
      if (objetDiffere) constats.objetsDifferents += 1;
      if (repris(decision)) constats.decidesRepris += 1;
      const { numero: porte } = decision.apres;
      if (decision.sort === 'creee' && typeof porte === 'string') inscrire(porte, seule, suite);
      for (const c of decision.changements) suite.changement(c);
      if (table === 'clients' && decision.sort === 'creee') {
        const doublon = doublons.chercher(groupe.lignes[0]?.ligne ?? null, decision.apres);
        if (doublon) suite.doublon(doublon);
      }
    }
    for (const lue of lignes) {
      lues += 1;
      if (lue.rejets.length > 0) {
        sorts.rejetee += 1;
        suite.rejet(lue.source, [...lue.rejets, ...autresRaisons(lue)]);
        continue;
      }
      valeurs.compter(lue);
      if (lue.anomalies.length > 0) suite.anomalies(lue.anomalies);
    }
  }
  const creations = table === 'clients' ? [] : clients.creations();
  for (const c of creations) {
    suite.changement(c);
    const doublon = c.type === 'ajouter' ? doublons.chercher(null, c.valeurs) : null;
    if (doublon) suite.doublon(doublon);
  }
  const avertissements = [
    ...(lues === 0 ? [sansDonnees(source, preparation.decoupe)] : []),
    ...(source.description.constats ?? []),
    ...avertissementsDe(preparation, constats),
    ...valeurs.avertissements(),
    ...clients.rattaches(),
    ...preparation.personnes.inconnues(),
    ...doublons.avertissements(),
  ];
  return {
    bilan: {
      import: numero,
      lues,
      creees: sorts.creee,
      modifiees: sorts.modifiee,
      inchangees: sorts.inchangee,
      rejetees: sorts.rejetee,
      documents: constats.documents,
      decidesRepris: constats.decidesRepris,
      clientsCrees: creations.length,
      avertissements: direAvertissements(avertissements),
      ...descriptionDe(preparation),
    },
    problemes: [],
    format,
  };
}

const direAvertissements = (problemes: readonly Probleme[]): ResultatImport['avertissements'] =>
  problemes.map((p) => ({ code: p.code, message: messageDe(p) }));

function estSansLigne({ lignes }: SourceTabulaire): boolean {
  for (const ligne of lignes) if (ligne) return false;
  return true;
}

/** Inscrit au Registre les numéros des devis et des affaires créés, une fois chacun. */
function numerosInscrits(
  snapshot: Snapshot,
  table: TableEchangeable,
  contexte: Contexte,
  origine: string,
): (numero: string, seul: boolean, suite: SuiteImport) => void {
  if (table !== 'devis' && table !== 'affaires') return () => {};
  const inscrire = inscripteur(snapshot, contexte, lireMasque(snapshot, table).masque);
  return (numero, seul, suite) => {
    const changement = inscrire({ numero, pour: origine }, seul);
    if (changement) suite.changement(changement);
  };
}

function repris({ sort, apres }: Decision): boolean {
  return sort === 'creee' && DECIDES.has(apres['statut']);
}

function descriptionDe({ correspondance, decoupe, lecture, contact }: Preparation) {
  const reconnues: Record<string, string> = {};
  for (const [cle, colonne] of correspondance.colonnes) {
    reconnues[colonne.entete] = lecture.nomDe(cle);
  }
  for (const { entete } of contact?.colonnes ?? []) reconnues[entete] = lecture.nomDe('contact');
  const lues = new Set(Object.keys(reconnues));
  return {
    colonnes: {
      reconnues,
      ignorees: correspondance.ignorees.filter((entete) => !lues.has(entete)),
    },
    valeurs: lecture.traductions,
    ignorees: decoupe.ignorees,
  };
}

const VIDE: Omit<BilanImport, 'import'> = {
  lues: 0,
  creees: 0,
  modifiees: 0,
  inchangees: 0,
  rejetees: 0,
  documents: 0,
  decidesRepris: 0,
  clientsCrees: 0,
  avertissements: [],
  colonnes: { reconnues: {}, ignorees: [] },
  valeurs: {},
  ignorees: [],
};
