import { formatMontant, accord } from '../../src/messages/formats';
import { estDeCode, messageDe, type Probleme } from '../../src/messages/probleme';
import { planAppliquerRevue } from '../../src/revue/appliquer';
import { planRevue, type ResultatRevue } from '../../src/revue/preparer';
import type { Element } from '../panneau/contrat';
import type { ActionCommande, Monde, Travail } from './action';
import { conclusion, element, lienVers, resultat, suite } from './vues';
import type { Plan } from '../../src/classeur/plan';

/** Les premières lignes de la revue ; toutes sont dans l'onglet. */
const MONTREES = 10;

function lignes({ devis }: ResultatRevue): Element[] {
  return devis.slice(0, MONTREES).map((d, i) =>
    element(d.numero, {
      detail: [
        d.client,
        d.montantHt !== null && `${formatMontant(d.montantHt)} HT`,
        d.suggestion,
        d.decision && `décision : ${d.decision}`,
      ]
        .filter((t) => t)
        .join(' · '),
      lien: lienVers('revueHebdo', i + 2),
    }),
  );
}

const preparerTravail: Travail<ResultatRevue> = {
  journal: 'revue',
  decider: ({ snapshot, contexte }) => planRevue(snapshot, contexte),
  conclure(_, plan) {
    const { devis, semaine } = plan.resultat;
    const enTout = accord(
      devis.length,
      'devis ou affaire à examiner',
      'devis et affaires à examiner',
    );
    const reste = devis.length - MONTREES;
    return conclusion(
      plan,
      devis.length === 0
        ? `Revue ${semaine} : aucun devis en cours.`
        : `Revue ${semaine} : ${enTout}, du plus pressant au moins pressant. Choisissez une décision sur chaque ligne de l’onglet « Revue hebdo », puis appliquez-les.`,
      {
        elements: [
          ...lignes(plan.resultat),
          ...(reste > 0
            ? [
                element(accord(reste, 'autre ligne', 'autres lignes'), {
                  detail: 'Elles sont dans l’onglet « Revue hebdo ».',
                  lien: lienVers('revueHebdo', MONTREES + 2),
                }),
              ]
            : []),
        ],
        suites: devis.length > 0 ? [suite('Appliquer les décisions', 'revue.appliquer')] : [],
      },
    );
  },
};

export const revuePreparer: ActionCommande = {
  sorte: 'commande',
  titre: 'Revue hebdo',
  travail: () => preparerTravail,
};

/** La ligne de la revue, refaite, où une décision refusée est restée avec sa raison. */
function ligneDe(plan: Plan<ResultatRevue>, numero: string): number | null {
  const refaite = plan.changements.find((c) => c.type === 'remplacer' && c.table === 'revueHebdo');
  if (refaite?.type !== 'remplacer') return null;
  const rang = refaite.lignes.findIndex((l) => 'numero' in l && l.numero === numero);
  return rang < 0 ? null : rang + 2;
}

function refusee(plan: Plan<ResultatRevue>, p: Probleme): Element | null {
  if (!estDeCode(p, 'REVUE_LIGNE_REFUSEE')) return null;
  const { numero, decision, raisons } = p.args;
  const ligne = ligneDe(plan, numero);
  return element(decision === null ? numero : `${numero} : ${decision}`, {
    detail: raisons.join(' '),
    ton: 'attention',
    lien: ligne === null ? null : lienVers('revueHebdo', ligne),
  });
}

function conclureApplication(_: Monde, plan: Plan<ResultatRevue>) {
  const { appliquees, refusees } = plan.resultat;
  if (appliquees + refusees === 0) {
    return resultat(
      'attention',
      'Aucune décision à appliquer. Choisissez-en dans la colonne « Décision » de l’onglet « Revue hebdo », puis revenez ici.',
      { suites: [suite('Préparer la revue', 'revue.preparer')] },
    );
  }
  const elements = plan.problemes.map(
    (p) => refusee(plan, p) ?? element(messageDe(p), { ton: 'attention' }),
  );
  const faites = accord(appliquees, 'décision appliquée', 'décisions appliquées');
  const restees = accord(refusees, 'refusée', 'refusées');
  const suiteDuTexte =
    refusees === 0
      ? 'Le compte rendu est dans Actions.'
      : 'Chaque décision refusée reste sur sa ligne, avec sa raison : corrigez, puis appliquez à nouveau.';
  return resultat(refusees > 0 ? 'attention' : 'gagne', `${faites}, ${restees}. ${suiteDuTexte}`, {
    elements,
    suites: refusees > 0 ? [suite('Appliquer à nouveau', 'revue.appliquer')] : [],
  });
}

const appliquerTravail: Travail<ResultatRevue> = {
  journal: 'revue : décisions',
  decider: ({ snapshot, contexte }) => planAppliquerRevue(snapshot, contexte),
  conclure: conclureApplication,
};

export const revueAppliquer: ActionCommande = {
  sorte: 'commande',
  titre: 'Décisions de la revue',
  travail: () => appliquerTravail,
};
