import type { Plan } from '../../src/classeur/plan';
import { TABLES } from '../../src/classeur/tables';
import { planControle, type Controle } from '../../src/controle/plan-controle';
import { analyserNumeros, type AnalyseNumeros } from '../../src/devis/analyser-numeros';
import { accord, INSECABLE } from '../../src/messages/formats';
import type { Element } from '../panneau/contrat';
import type { ActionCommande, Travail } from './action';
import { conclusion, element, lienVers } from './vues';

/** Les premières de chaque sorte ; les anomalies sont toutes dans leur onglet. */
const MONTREES = 30;

type Resultat = Controle<AnalyseNumeros>;

/** Le titre dit déjà où : la phrase ne garde que ce qui ne va pas. */
function sansAdresse(message: string, onglet: string, cellule: string): string {
  const adresse = `${onglet}!${cellule}${INSECABLE}: `;
  return message.startsWith(adresse) ? message.slice(adresse.length) : message;
}

function elements({ anomalies, numeros }: Resultat): Element[] {
  const reste = anomalies.length - MONTREES;
  return [
    ...anomalies.slice(0, MONTREES).map(({ onglet, cellule, message }) =>
      element(`${onglet}, cellule ${cellule}`, {
        detail: sansAdresse(message, onglet, cellule),
        ton: 'attention',
        lien: { texte: 'Voir la cellule', onglet, ligne: Number(/\d+$/.exec(cellule)?.[0] ?? 1) },
      }),
    ),
    ...(reste > 0
      ? [
          element(accord(reste, 'autre anomalie', 'autres anomalies'), {
            ton: 'attention',
            lien: lienVers(
              'anomalies',
              MONTREES + 2,
              `Voir l’onglet « ${TABLES.anomalies.onglet} »`,
            ),
          }),
        ]
      : []),
    ...numeros.doublons.slice(0, MONTREES).map(({ numero, lignes }) =>
      element(numero, {
        detail: `Numéro en double, lignes ${lignes.join(', ')}.`,
        ton: 'attention',
      }),
    ),
    ...numeros.trous
      .slice(0, MONTREES)
      .map(({ numero, explication }) =>
        element(numero, { detail: `Numéro absent. ${explication ?? 'Sans explication.'}` }),
      ),
  ];
}

const travail: Travail<Resultat> = {
  journal: 'controle',
  decider: ({ snapshot, contexte }) => planControle(snapshot, analyserNumeros(snapshot), contexte),
  conclure(_, plan: Plan<Resultat>) {
    const { anomalies, numeros } = plan.resultat;
    const numerotation = [
      accord(numeros.trous.length, 'trou', 'trous'),
      accord(numeros.doublons.length, 'doublon', 'doublons'),
    ].join(', ');
    const compte = accord(anomalies.length, 'anomalie', 'anomalies');
    const vue = conclusion(plan, `${compte} ; numérotation : ${numerotation}.`, {
      elements: elements(plan.resultat),
    });
    const net = anomalies.length + numeros.doublons.length === 0;
    return { ...vue, ton: net ? 'gagne' : 'attention' };
  },
};

/** Ce qui ne va pas dans le classeur, et où ; l'onglet Anomalies est refait. */
export const controler: ActionCommande = {
  sorte: 'commande',
  titre: 'Contrôle du classeur',
  travail: () => travail,
};
