import type { Plan } from '../../src/classeur/plan';
import { HISTORIQUE } from '../../src/classeur/tables/historique';
import { ajouterMois, moisDe, type Mois } from '../../src/commun/date-civile';
import { lireMois } from '../../src/commun/lire-texte';
import { peut } from '../../src/equipe/droits';
import { accord, formatMois } from '../../src/messages/formats';
import { probleme } from '../../src/messages/probleme';
import { LIBELLES_OBJECTIF } from '../../src/messages/tableau';
import { planCloturer, type Cloture } from '../../src/tableau-de-bord/plan-cloturer';
import { champRequis } from '../formulaire/champ';
import { phrases } from '../formulaire/phrase';
import type { Monde } from './action';
import { formulaire } from './formulaire';
import { conclusion, element, lienVersAjout, resultat } from './vues';

/** On ne remonte pas plus loin dans la liste ; un mois plus ancien se clôt par la commande. */
const MOIS_PROPOSES = 12;

const CHAMPS = {
  mois: champRequis(HISTORIQUE.colonnes.mois, {
    aide: 'Un mois fini, pas encore clos.',
    lire: (valeur) => lireMois(valeur) ?? probleme('SAISIE_MOIS', { valeur }),
  }),
};

/** Les mois finis que l'entreprise n'a pas clos, le plus récent d'abord. */
function moisACloturer({ snapshot, contexte }: Monde): Mois[] {
  const clos = new Set(
    snapshot.tables.historique.filter((h) => h.responsable === null).map((h) => h.mois),
  );
  const courant = moisDe(contexte.aujourdHui);
  return Array.from({ length: MOIS_PROPOSES }, (_, i) => ajouterMois(courant, -1 - i)).filter(
    (mois) => !clos.has(mois),
  );
}

/** Le mois est déjà clos : il n'y avait rien à faire. */
export function estDejaClos({ problemes }: Plan<unknown>): boolean {
  return problemes.some((p) => p.code === 'MOIS_DEJA_CLOS');
}

/** Le premier du mois : les chiffres du mois fini sont figés (S3-1, S3-3). */
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
    const mois = moisACloturer(monde);
    if (mois.length === 0) {
      return resultat('gagne', 'Les douze derniers mois sont clos : il n’y a rien à clôturer.');
    }
    return {
      contenu: { mois: { valeur: mois[0], choix: mois.map(formatMois) } },
      annonce: 'Ses chiffres seront figés dans l’onglet « Historique » ; ils ne se réécrivent pas.',
    };
  },
  decider: ({ snapshot, contexte }, { mois }) => planCloturer(snapshot, mois, contexte),
  conclure({ snapshot }, plan, { mois }) {
    const { figes = [], objectifs = [] } = plan.resultat ?? {};
    return conclusion(plan, `Le mois de ${formatMois(mois)} est clos.`, {
      elements: [
        element('Historique', {
          detail: accord(figes.length, 'ligne ajoutée', 'lignes ajoutées'),
          lien: lienVersAjout(snapshot, 'historique'),
        }),
        ...objectifs
          .filter((o) => o.responsable === null)
          .map(({ suivi, atteint }) =>
            element(LIBELLES_OBJECTIF[suivi.indicateur], {
              detail: atteint ? 'Objectif atteint.' : 'Objectif non atteint.',
              ton: atteint ? 'gagne' : 'attention',
            }),
          ),
      ],
    });
  },
});
