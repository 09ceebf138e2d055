import type { Plan } from '../../src/classeur/plan';
import type { Snapshot } from '../../src/classeur/snapshot';
import { HISTORIQUE } from '../../src/classeur/tables/historique';
import { ajouterMois, moisDe, type Mois } from '../../src/commun/date-civile';
import { lireMois } from '../../src/commun/lire-texte';
import { peut } from '../../src/equipe/droits';
import { PHRASES_BILAN } from '../../src/messages/bilan';
import { accord, formatDuMois, formatMois } from '../../src/messages/formats';
import { probleme } from '../../src/messages/probleme';
import { LIBELLES_OBJECTIF } from '../../src/messages/tableau';
import { estRouverte, lignesDuMois } from '../../src/tableau-de-bord/lignes-closes';
import { planCloturer, type Cloture } from '../../src/tableau-de-bord/plan-cloturer';
import { champRequis } from '../formulaire/champ';
import { phrases } from '../formulaire/phrase';
import type { Element } from '../panneau/contrat';
import type { Monde } from './action';
import { formulaire } from './formulaire';
import { adresseDe, messagesDe, type Depose } from './messages-gmail';
import { conclusion, element, lienVers, lienVersAjout, resultat, suite } from './vues';

/** On ne remonte pas plus loin dans la liste ; un mois plus ancien se clôt par la commande. */
const MOIS_PROPOSES = 12;

/** Un mois de la liste, tel qu'il s'y lit. */
export const champMois = (aide: string) =>
  champRequis(HISTORIQUE.colonnes.mois, {
    aide,
    lire: (valeur) => lireMois(valeur) ?? probleme('SAISIE_MOIS', { valeur }),
  });

const CHAMPS = { mois: champMois('Un mois fini, pas encore clos.') };

/** Les douze derniers mois finis, le plus récent d'abord. */
export function moisFinis({ contexte }: Monde): Mois[] {
  const courant = moisDe(contexte.aujourdHui);
  return Array.from({ length: MOIS_PROPOSES }, (_, i) => ajouterMois(courant, -1 - i));
}

/** L'entreprise a clos ce mois, et personne ne l'a rouvert. */
export function estClos(snapshot: Snapshot, mois: Mois): boolean {
  const ligne = lignesDuMois(snapshot, mois).get('');
  return ligne !== undefined && !estRouverte(ligne);
}

/** Le mois est déjà clos : il n'y avait rien à faire. */
export function estDejaClos({ problemes }: Plan<unknown>): boolean {
  return problemes.some((p) => p.code === 'MOIS_DEJA_CLOS');
}

function ligneHistorique(snapshot: Snapshot, { mois, figes, refiges }: Cloture): Element {
  const rouverte = lignesDuMois(snapshot, mois).get('');
  return element('Historique', {
    detail: accord(figes.length + refiges.length, 'ligne figée', 'lignes figées'),
    lien: rouverte ? lienVers('historique', rouverte.ligne) : lienVersAjout(snapshot, 'historique'),
  });
}

function objectifs({ objectifs: tous }: Cloture): Element[] {
  return tous
    .filter((o) => o.responsable === null)
    .map(({ suivi, atteint }) =>
      element(LIBELLES_OBJECTIF[suivi.indicateur], {
        detail: atteint ? 'Objectif atteint.' : 'Objectif non atteint.',
        ton: atteint ? 'gagne' : 'attention',
      }),
    );
}

/** Les bilans à relire et à envoyer, et ceux qui ne se préparent pas. */
function bilans(
  { brouillons, resultat: cloture }: Plan<Cloture | null>,
  deposes: readonly Depose[] | null,
): Element[] {
  return [
    ...brouillons.map((b) =>
      element(b.objet, {
        detail: [b.destinataire, ...(b.aussi ?? [])].join(', '),
        ton: 'gagne',
        adresse: adresseDe(b, deposes),
      }),
    ),
    ...(cloture?.ecartes ?? []).map(({ responsable, raison }) =>
      element(responsable, { detail: PHRASES_BILAN.ecarte({ responsable, raison }) }),
    ),
  ];
}

function direBilans(nombre: number, deposes: readonly Depose[] | null): string {
  if (nombre === 0) return '';
  if (deposes === null) {
    return ' Gmail n’est pas autorisé : ouvrez chaque bilan par son lien, relisez-le, envoyez-le.';
  }
  return ` ${accord(nombre, 'bilan est prêt', 'bilans sont prêts')} dans vos brouillons Gmail : relisez, envoyez.`;
}

/** Le premier du mois : les chiffres du mois fini sont figés (S3-1, S3-3), et les bilans préparés. */
export const tableauCloturer = formulaire<typeof CHAMPS, Cloture | null>({
  action: 'tableau.cloturer',
  titre: 'Clôturer le mois',
  bouton: 'Clôturer',
  journal: () => 'clôture',
  champs: CHAMPS,
  rattacher: ({ code }) => (code === 'MOIS_DEJA_CLOS' || code === 'MOIS_NON_FINI' ? 'mois' : null),
  ouvrir(monde) {
    const refus = peut(monde.snapshot, monde.contexte, 'cloturer');
    if (refus.length > 0) return resultat('perdu', phrases(refus));
    const autres = [suite('Rouvrir un mois clos…', 'tableau.rouvrir')];
    const mois = moisFinis(monde).filter((m) => !estClos(monde.snapshot, m));
    if (mois.length === 0) {
      const message = 'Les douze derniers mois sont clos : il n’y a rien à clôturer.';
      return resultat('gagne', message, { suites: autres });
    }
    return {
      contenu: { mois: { valeur: mois[0], choix: mois.map(formatMois) } },
      annonce:
        'Ses chiffres seront figés dans l’onglet « Historique », et le bilan de l’équipe sera dans vos brouillons Gmail. Rien ne part seul.',
      suites: autres,
    };
  },
  decider: ({ snapshot, contexte }, { mois }) => planCloturer(snapshot, mois, contexte),
  messages: ({ brouillons }) => messagesDe(brouillons),
  conclure({ snapshot }, plan, { mois }, _, deposes) {
    const { resultat: cloture } = plan;
    const bilansDits = direBilans(plan.brouillons.length, deposes);
    return conclusion(plan, `Le mois ${formatDuMois(mois)} est clos.${bilansDits}`, {
      elements: cloture
        ? [ligneHistorique(snapshot, cloture), ...bilans(plan, deposes), ...objectifs(cloture)]
        : [],
    });
  },
});
