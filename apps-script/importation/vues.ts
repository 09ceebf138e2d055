import type { Plan } from '../../src/classeur/plan';
import { TABLES, TABLES_ECHANGEABLES } from '../../src/classeur/tables';
import { empreinteDuPlan } from '../../src/import/empreinte-plan';
import type { ResultatImport } from '../../src/import/resultat';
import { accord, typographier } from '../../src/messages/formats';
import { conclusion, element, lienVers, resultat, suite } from '../actions/vues';
import type { Champ, VueFormulaire, VueResultat } from '../panneau/contrat';
import type { CibleImport, Demande } from './demande';
import { compter, montrerPlan } from './montrer-plan';

/** Les panneaux d'un import : la question, le plan, ce qui a été écrit. */

const CHAMP: Champ = {
  cle: '',
  libelle: '',
  genre: 'choix',
  requis: false,
  valeur: '',
  aide: '',
  choix: [],
  suggestions: [],
};

/** Le fichier lu par la page, rendu sans avoir été montré. */
const GARDE: Champ = { ...CHAMP, cle: 'fichier', genre: 'garde' };

/** `actif` : l'onglet que l'on regarde ; si ce n'est pas l'un des nôtres, c'est sans doute lui. */
export function ouvrirImport(onglets: readonly string[], actif: string | null): VueFormulaire {
  const ongletsDeLUtilisateur: Champ[] =
    onglets.length === 0
      ? []
      : [
          {
            ...CHAMP,
            cle: 'onglet',
            libelle: 'ou un onglet de ce classeur',
            ouBien: 'fichier',
            choix: onglets,
            valeur: actif !== null && onglets.includes(actif) ? actif : '',
            aide: 'Celui où vous avez collé des lignes, ou vos rejets corrigés.',
          },
        ];
  return {
    sorte: 'formulaire',
    action: 'importer',
    cible: null,
    intro: [],
    champs: [
      {
        ...CHAMP,
        cle: 'table',
        libelle: 'Importer vers',
        requis: true,
        choix: TABLES_ECHANGEABLES.map((t) => TABLES[t].onglet),
      },
      {
        ...CHAMP,
        cle: 'fichier',
        libelle: 'Un fichier',
        genre: 'fichier',
        aide: typographier(
          'CSV, TXT ou JSON. Un classeur Excel : ouvrez-le dans Google Sheets et copiez son onglet ici.',
        ),
      },
      ...ongletsDeLUtilisateur,
    ],
    annonce: typographier('Le plan sera montré d’abord : rien n’est écrit avant votre accord.'),
    bouton: 'Voir le plan',
    elements: [],
    suites: [],
  };
}

const cibleDe = (
  { table, onglet }: Demande,
  numero: number | null,
  empreinte: number | null,
): string => JSON.stringify({ table, onglet, numero, empreinte } satisfies CibleImport);

const nomDe = ({ fichier, onglet }: Demande): string => fichier?.nom ?? onglet ?? '';

const REJETS_DANS_UN_ONGLET = (n: number): string =>
  n === 0
    ? ''
    : ` ${accord(n, 'ligne rejetée ira', 'lignes rejetées iront')} dans un nouvel onglet, avec le motif, à corriger et à importer à nouveau.`;

const ECRIT_DEPUIS = 'Quelqu’un a écrit depuis que ce plan était affiché : rien n’a été écrit.';

/** Ce qui sera écrit ; s'il n'y a rien à écrire, on le dit. `refait` : ce n'est plus le plan qui était montré. */
export function vuePlan(
  plan: Plan<ResultatImport>,
  demande: Demande,
  refait = false,
): VueFormulaire | VueResultat {
  const { resultat: r, changements } = plan;
  const { onglet } = TABLES[demande.table];
  const elements = montrerPlan(plan, demande.table);
  if (changements.length === 0 && r.rejetees === 0) {
    if (r.lues === 0) return resultat('attention', 'Aucune ligne à importer.', { elements });
    const entretemps = refait ? `${ECRIT_DEPUIS} ` : '';
    const message = `${entretemps}Rien à importer : tout est déjà dans « ${onglet} ».`;
    return resultat('gagne', message, { elements });
  }
  return {
    sorte: 'formulaire',
    action: 'importer.ecrire',
    cible: cibleDe(demande, null, empreinteDuPlan(plan)),
    intro: [
      ...(refait ? [typographier(`${ECRIT_DEPUIS} Le voici refait.`)] : []),
      typographier(`« ${nomDe(demande)} » vers « ${onglet} »`),
      `${accord(r.lues, 'ligne lue', 'lignes lues')} : ${compter(r, 'faire')}`,
    ],
    champs: demande.fichier ? [GARDE] : [],
    annonce: typographier(
      `${changements.length === 0 ? 'Rien ne sera écrit dans vos tables.' : `Import n° ${r.import}.`}${REJETS_DANS_UN_ONGLET(r.rejetees)}`,
    ),
    bouton: changements.length === 0 ? 'Mettre les rejets dans un onglet' : 'Importer',
    elements,
    suites: [suite('Autre fichier…', 'importer')],
  };
}

/** Une partie est écrite, le temps d'un script est passé : on continue d'un clic. */
export function vueSuite(demande: Demande, numero: number, restants: number): VueFormulaire {
  return {
    sorte: 'formulaire',
    action: 'importer.ecrire',
    cible: cibleDe(demande, numero, null),
    intro: [
      typographier(`Import n° ${numero} de « ${nomDe(demande)} »`),
      `${accord(restants, 'enregistrement reste', 'enregistrements restent')} à écrire. Ce qui est écrit est entier.`,
    ],
    champs: demande.fichier ? [GARDE] : [],
    annonce:
      'Google arrête un script après six minutes : un grand import se fait en plusieurs fois.',
    bouton: 'Continuer',
    elements: [],
    suites: [],
  };
}

export function vueFaite(
  plan: Plan<ResultatImport>,
  demande: Demande,
  rejets: string | null,
  premiere: number | null,
): VueResultat {
  const { resultat: r, changements } = plan;
  const ecrit = changements.length > 0;
  const message = ecrit
    ? `Import n° ${r.import} écrit : ${compter(r, 'fait')}.`
    : `Rien de nouveau à écrire : ${compter(r, 'fait')}.`;
  const { table } = demande;
  const vue = conclusion(plan, message, {
    elements: [
      ...(premiere === null
        ? []
        : [
            element(TABLES[table].onglet, {
              detail: accord(r.creees, 'ligne créée', 'lignes créées'),
              ton: 'gagne',
              lien: lienVers(table, premiere, 'Voir la première'),
            }),
          ]),
      ...(rejets === null
        ? []
        : [
            element(rejets, {
              detail: `${accord(r.rejetees, 'ligne', 'lignes')}, avec ce qui est à corriger : corrigez, puis importez cet onglet.`,
              ton: 'attention',
              lien: { texte: 'Voir les rejets', onglet: rejets, ligne: 2 },
            }),
          ]),
    ],
    suites: [suite('Autre import…', 'importer')],
  });
  return r.rejetees > 0 ? { ...vue, ton: 'attention' } : vue;
}
