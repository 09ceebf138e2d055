import { HISTORIQUE } from '../../src/classeur/tables/historique';
import { peut } from '../../src/equipe/droits';
import { formatDuMois, formatMois } from '../../src/messages/formats';
import { lignesDuMois } from '../../src/tableau-de-bord/lignes-closes';
import { planRouvrir, type Reouverture } from '../../src/tableau-de-bord/plan-rouvrir';
import { champRequis } from '../formulaire/champ';
import { phrases } from '../formulaire/phrase';
import { champMois, estClos, moisFinis } from './cloturer';
import { formulaire } from './formulaire';
import { conclusion, element, lienVers, resultat, suite } from './vues';

const CHAMPS = {
  mois: champMois('Un mois clos.'),
  motif: champRequis(HISTORIQUE.colonnes.motifReouverture, {
    libelle: 'Motif',
    aide: 'Pourquoi ses chiffres étaient faux : le Journal le gardera.',
  }),
};

const FAUTES = { MOTIF_REQUIS: 'motif', MOIS_NON_CLOS: 'mois', MOIS_DEJA_ROUVERT: 'mois' } as const;

/** Un mois clos à tort : il attend d'être figé de nouveau, sa trace gardée. */
export const tableauRouvrir = formulaire<typeof CHAMPS, Reouverture | null>({
  action: 'tableau.rouvrir',
  titre: 'Rouvrir un mois clos',
  bouton: 'Rouvrir',
  journal: () => 'réouverture',
  champs: CHAMPS,
  rattacher: ({ code }) => (code in FAUTES ? FAUTES[code as keyof typeof FAUTES] : null),
  ouvrir(monde) {
    const refus = peut(monde.snapshot, monde.contexte, 'rouvrirMois');
    if (refus.length > 0) return resultat('perdu', phrases(refus));
    const mois = moisFinis(monde).filter((m) => estClos(monde.snapshot, m));
    if (mois.length === 0) {
      return resultat(
        'attention',
        'Aucun des douze derniers mois n’est clos : il n’y a rien à rouvrir.',
      );
    }
    return {
      contenu: { mois: { valeur: mois[0], choix: mois.map(formatMois) } },
      annonce:
        'Ses lignes restent dans « Historique » jusqu’à ce que vous le clôturiez de nouveau.',
    };
  },
  decider: ({ snapshot, contexte }, { mois, motif }) =>
    planRouvrir(snapshot, mois, motif, contexte),
  conclure({ snapshot }, plan, { mois }) {
    const ligne = lignesDuMois(snapshot, mois).get('');
    return conclusion(
      plan,
      `Le mois ${formatDuMois(mois)} est rouvert : corrigez, puis clôturez-le de nouveau.`,
      {
        elements: ligne
          ? [
              element('Historique', {
                detail: formatMois(mois),
                lien: lienVers('historique', ligne.ligne),
              }),
            ]
          : [],
        suites: [suite('Clôturer le mois…', 'tableau.cloturer')],
      },
    );
  },
});
