import { ajouter } from '../../src/classeur/changements';
import { plan } from '../../src/classeur/plan';
import type { Contexte } from '../../src/commun/contexte';
import { ajouterMois, moisDe } from '../../src/commun/date-civile';
import { estOuvre } from '../../src/commun/jours-ouvres';
import { estRefuse } from '../../src/messages/avertissements';
import { accord, formatDate, formatMois } from '../../src/messages/formats';
import { planRevue } from '../../src/revue/preparer';
import { noterAutomatisme, type Automatisme } from '../../src/sheets-api/automatismes';
import { contexteAutomatique, estLePorteur } from './automatismes';
import { idClasseur, modifierClasseur } from './classeur';
import { oterLesMiens } from './declencheurs';
import { direErreur } from './erreurs';
import { partie } from './partie';
import { piloter } from './piloter';
import { preparerRelances } from './relances';
import { sousVerrou } from './verrou';

/** Personne n'attend devant l'écran : mieux vaut patienter qu'échouer. */
const ATTENTE_MS = 120_000;

/** Ce qu'un passage a fait, en quelques mots ; `null` : rien à dire (jour chômé). */
type Passage = (contexte: Contexte) => string | null;

/** Un refus des règles est un échec du passage : ses raisons vont au Journal et sur l'Accueil. */
class Refuse extends Error {}

const revue: Passage = (contexte) => {
  const { plan: fait } = modifierClasseur(
    { journal: 'revue', decider: ({ snapshot }) => planRevue(snapshot, contexte) },
    contexte,
  );
  return accord(fait.resultat.devis.length, 'ligne à examiner', 'lignes à examiner');
};

const relances: Passage = (contexte) => {
  let chome = false;
  const { plan: fait, deposes } = preparerRelances(contexte, {
    pour: null,
    passer({ parametres }) {
      chome = !estOuvre(contexte.aujourdHui, parametres.alsaceMoselle);
      return chome;
    },
  });
  if (chome) return null;
  const { brouillons, refusees } = fait.resultat;
  const prets =
    deposes === null
      ? `${accord(brouillons.length, 'lien', 'liens')} dans Actions, Gmail n’étant pas autorisé`
      : accord(deposes.length, 'brouillon prêt', 'brouillons prêts');
  const restent = deposes === null ? 0 : brouillons.length - deposes.length;
  return [
    prets,
    refusees.length > 0 && accord(refusees.length, 'relance écartée', 'relances écartées'),
    restent > 0 && `${accord(restent, 'brouillon', 'brouillons')} à déposer au prochain passage`,
  ]
    .filter((t) => t)
    .join(', ');
};

const cloture: Passage = (contexte) => {
  const mois = ajouterMois(moisDe(contexte.aujourdHui), -1);
  const { planCloturer, messagesDe, phrases, estDejaClos } = partie('pilotage');
  const { plan: fait, deposes } = modifierClasseur(
    {
      journal: 'clôture',
      decider: ({ snapshot }) => planCloturer(snapshot, mois, contexte),
      messages: ({ brouillons }) => messagesDe(brouillons),
    },
    contexte,
  );
  if (estDejaClos(fait)) {
    return `${formatMois(mois)} était déjà clos`;
  }
  if (estRefuse(fait)) throw new Refuse(phrases(fait.problemes));
  const bilans =
    deposes === null
      ? 'bilans non déposés, Gmail n’étant pas autorisé'
      : accord(deposes.length, 'bilan prêt', 'bilans prêts');
  return `${formatMois(mois)} est clos, ${bilans}`;
};

const PASSAGES: Readonly<Record<Automatisme, Passage>> = { revue, relances, cloture };

/** `12/03/2026 07:04 : 3 brouillons prêts`. */
function dater({ aujourdHui, maintenant }: Contexte, texte: string): string {
  return `${formatDate(aujourdHui)} ${maintenant.slice(11)} : ${texte}`;
}

/**
 * Un passage programmé. Qui n'est plus le porteur n'y fait rien et s'efface. Un échec laisse sa raison
 * dans Journal et sur l'Accueil ; s'il ne peut même pas l'y laisser, Google l'écrit au porteur.
 */
export function passer(automatisme: Automatisme): void {
  const contexte = contexteAutomatique();
  if (!estLePorteur(contexte)) {
    oterLesMiens();
    return;
  }
  try {
    const fait = sousVerrou(() => PASSAGES[automatisme](contexte), ATTENTE_MS);
    if (fait !== null) noter(automatisme, dater(contexte, fait));
  } catch (erreur) {
    const raison = erreur instanceof Refuse ? erreur.message : direErreur(erreur);
    laisserRaison(automatisme, contexte, raison);
  }
}

function noter(automatisme: Automatisme, dernier: string): void {
  piloter(noterAutomatisme(idClasseur(), automatisme, { dernier }));
}

const NOMS: Readonly<Record<Automatisme, string>> = {
  revue: 'revue automatique',
  relances: 'relances automatiques',
  cloture: 'clôture automatique',
};

function laisserRaison(automatisme: Automatisme, contexte: Contexte, raison: string): void {
  const { maintenant, utilisateur, origine } = contexte;
  noter(automatisme, dater(contexte, `échec. ${raison}`));
  const ligne = ajouter('journal', {
    le: maintenant,
    par: utilisateur,
    origine,
    action: NOMS[automatisme],
    onglet: null,
    objet: 'échec',
    avant: null,
    apres: raison,
  });
  modifierClasseur(
    { journal: NOMS[automatisme], decider: () => plan(null, { changements: [ligne] }) },
    contexte,
  );
}
