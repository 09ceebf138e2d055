import type { Plan } from '../../src/classeur/plan';
import type { Snapshot } from '../../src/classeur/snapshot';
import { texte } from '../../src/classeur/colonne';
import { accord, formatMontant } from '../../src/messages/formats';
import { messageDe } from '../../src/messages/probleme';
import { planDuJour, type ResultatDuJour } from '../../src/relances/plan-du-jour';
import { trouverDevis } from '../../src/devis/trouver-devis';
import { champRequis } from '../formulaire/champ';
import { poserChamps } from '../formulaire/poser';
import type { Element, LienLigne, VueFormulaire, VueResultat } from '../panneau/contrat';
import type { Monde, Vue } from './action';
import { adresseDe, type Depose } from './messages-gmail';
import { element, lienVers, resultat } from './vues';

/** Les relances du jour : ce qui est dû, puis ce qui a été préparé. */

export const LES_MIENNES = 'Celles que je suis';
const TOUTES = 'Celles de toute l’équipe';
const FACTURES_MONTREES = 10;

export const CHAMPS_RELANCES = {
  pour: champRequis(texte('Lesquelles'), {
    genre: 'choix',
    choix: [LES_MIENNES, TOUTES],
    aide: 'Les brouillons seront dans votre Gmail, à votre nom.',
  }),
};

function lienDevis(snapshot: Snapshot, reference: string): LienLigne | null {
  const { devis } = trouverDevis(snapshot, reference);
  return devis ? lienVers('devis', devis.ligne) : null;
}

/** Les relances écartées, et pourquoi. */
function ecartees(snapshot: Snapshot, { refusees }: ResultatDuJour): Element[] {
  return refusees.map(({ devis, message }) =>
    element(devis, { detail: message, ton: 'attention', lien: lienDevis(snapshot, devis) }),
  );
}

function factures({ factures: dues }: ResultatDuJour): Element[] {
  return dues.slice(0, FACTURES_MONTREES).map((f) =>
    element([f.numero, f.client].filter((t) => t).join(' · '), {
      detail: [
        f.etape,
        f.joursRetard > 0 && `${accord(f.joursRetard, 'jour', 'jours')} de retard`,
        f.resteDuTtc !== null && `reste dû ${formatMontant(f.resteDuTtc)}`,
      ]
        .filter((t) => t)
        .join(' · '),
    }),
  );
}

/** Avant le clic : ce qui est dû aujourd'hui, et pour qui. */
export function ouvrirRelances({ snapshot, contexte }: Monde): Vue {
  const { utilisateur } = contexte;
  const depot = { depot: 'gmail', boite: utilisateur } as const;
  const toutes = planDuJour(snapshot, contexte, depot).resultat;
  const miennes = planDuJour(snapshot, contexte, { ...depot, pour: utilisateur }).resultat;
  const pretes = toutes.brouillons.length;
  if (pretes === 0) {
    return resultat(
      toutes.dues > 0 ? 'attention' : 'gagne',
      toutes.dues > 0
        ? `Aucun brouillon à préparer aujourd’hui : ${accord(toutes.dues, 'relance est écartée', 'relances sont écartées')}, voici pourquoi.`
        : 'Aucune relance n’est due aujourd’hui.',
      { elements: [...ecartees(snapshot, toutes), ...factures(toutes)] },
    );
  }
  const seules = miennes.brouillons.length;
  const propres = new Set(miennes.brouillons.map((b) => b.reference));
  const vue: VueFormulaire = {
    sorte: 'formulaire',
    action: 'relances.preparer',
    cible: null,
    intro: [
      seules === pretes
        ? `${accord(pretes, 'relance due', 'relances dues')} aujourd’hui.`
        : `${accord(pretes, 'relance due', 'relances dues')} aujourd’hui, dont ${seules} à vous.`,
    ],
    champs: poserChamps(CHAMPS_RELANCES, {
      pour: { valeur: seules > 0 && seules < pretes ? LES_MIENNES : TOUTES },
    }),
    annonce:
      'Un brouillon par relance, dans votre Gmail. Rien ne part seul : vous relisez, vous envoyez.',
    bouton: 'Préparer les brouillons',
    elements: [
      ...toutes.brouillons.map((b) =>
        element(`${b.devis} · relance ${b.rang}`, {
          detail: [b.destinataire, b.objet, propres.has(b.reference) && 'à vous']
            .filter((t) => t)
            .join(' · '),
          lien: lienDevis(snapshot, b.devis),
        }),
      ),
      ...ecartees(snapshot, toutes),
    ],
    suites: [],
  };
  return vue;
}

interface ApresDepot {
  readonly plan: Plan<ResultatDuJour>;
  readonly snapshot: Snapshot;
  /** Ceux qui sont dans Gmail ; `null` : Gmail n'est pas autorisé, il y a des liens. */
  readonly deposes: readonly Depose[] | null;
}

function relancePreparee(
  snapshot: Snapshot,
  { devis, rang, destinataire, objet }: ResultatDuJour['brouillons'][number],
  adresse: string | null,
): Element {
  const prete = adresse !== null;
  return element(`${devis} · relance ${rang}`, {
    detail: [destinataire, objet, !prete && 'sera déposée au prochain passage']
      .filter((t) => t)
      .join(' · '),
    ton: prete ? 'gagne' : 'attention',
    lien: lienDevis(snapshot, devis),
    adresse,
  });
}

/** Après le clic : chaque brouillon et où l'ouvrir, ceux qui manquent et pourquoi. */
export function conclureRelances({ plan, snapshot, deposes }: ApresDepot): VueResultat {
  const { resultat: r, brouillons } = plan;
  const adresses = new Map(brouillons.map((b) => [b.reference, adresseDe(b, deposes)]));
  const poses = deposes?.length ?? 0;
  const dits = r.refusees.map((x) => x.message);
  const autres = plan.problemes.map(messageDe).filter((m) => !dits.some((d) => d.includes(m)));
  const restent = deposes === null ? 0 : r.brouillons.length - poses;
  const phrases = [
    deposes === null
      ? `Gmail n’est pas autorisé pour ce classeur. ${accord(r.brouillons.length, 'message est prêt', 'messages sont prêts')} : ouvrez chacun par son lien, relisez-le, envoyez-le. Pour avoir des brouillons, choisissez « Installer / Réparer » et acceptez Gmail.`
      : `${accord(poses, 'brouillon prêt', 'brouillons prêts')} dans votre Gmail : relisez, envoyez.`,
    ...(r.refusees.length > 0
      ? [`${accord(r.refusees.length, 'relance écartée', 'relances écartées')}.`]
      : []),
    ...(restent > 0
      ? [
          `${accord(restent, 'brouillon n’a pas pu être déposé', 'brouillons n’ont pas pu être déposés')} : préparez à nouveau les relances, aucun ne sera fait deux fois.`,
        ]
      : []),
    ...(r.enAttente.length > 0
      ? [
          `${accord(r.enAttente.length, 'brouillon attend', 'brouillons attendent')} dans une autre boîte que la vôtre.`,
        ]
      : []),
  ];
  const souci = deposes === null || restent > 0 || r.refusees.length > 0;
  return resultat(souci ? 'attention' : 'gagne', phrases.join(' '), {
    elements: [
      ...r.brouillons.map((b) => relancePreparee(snapshot, b, adresses.get(b.reference) ?? null)),
      ...ecartees(snapshot, r),
      ...autres.map((m) => element(m, { ton: 'attention' })),
      ...factures(r),
    ],
  });
}
