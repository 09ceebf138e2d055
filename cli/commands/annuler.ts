import { origineAnnulation } from '../../src/import/origines';
import type { ResultatAnnulation } from '../../src/annulation/defaire';
import { planAnnuler } from '../../src/annulation/plan-annuler';
import type { Plan } from '../../src/classeur/plan';
import { direAnnulation } from '../../src/messages/annulation';
import { estRefuse } from '../../src/messages/avertissements';
import { accord } from '../../src/messages/formats';
import { messageDe } from '../../src/messages/probleme';
import { ErreurUsage } from '../arguments';
import type { CodeSortie, Executer } from '../declaration';
import { erreurJson, problemesJson } from '../erreurs';
import { guetter } from '../interruption';
import { montrerSimulation } from '../rendu';
import type { Session } from '../session';
import type { Classeur } from '../workbooks/classeur';

/** Raisons montrées une par une dans le terminal ; `--json` les donne toutes. */
const MONTRES = 30;

/** `suivi annuler IMPORT` : lire, montrer, confirmer, défaire tout ou rien (S2-12). */
export const executer: Executer = async (args, session): Promise<CodeSortie> => {
  const { sortie, contexte } = session;
  const numero = lireNumeroImport(args.positionnels['IMPORT'] ?? '');
  const modifier = (classeur: Classeur, avantEcriture = async () => {}) =>
    classeur.modifier(
      'annuler',
      async (snapshot) => {
        const plan = planAnnuler(snapshot, numero, contexte);
        await avantEcriture();
        return plan;
      },
      () => origineAnnulation(numero),
    );
  sortie.progression('Comparaison avec le classeur…');
  // Comme pour l'écrire : le classeur dit aussi ce que des personnes ont noté sur les lignes.
  const prevu = await modifier(session.classeur({ simule: true }));
  if (session.simulation || estRefuse(prevu)) return rendre(session, prevu);
  if (!sortie.json) {
    sortie.titre(`Annulation de l’import n° ${numero}`);
    sortie.ligne(`À défaire : ${direAnnulation(prevu.resultat)}`);
  }
  if (!(await session.confirmer('Défaire cet import ?'))) {
    sortie.message('Rien n’a été écrit.');
    return 1;
  }
  sortie.progression('Écriture…');
  return rendre(session, await guetter((guet) => modifier(session.classeur(), guet.avantEcriture)));
};

function lireNumeroImport(texte: string): number {
  const m = /^(?:n°\s*)?(\d{1,9})$/i.exec(texte.trim());
  if (m && Number(m[1]) > 0) return Number(m[1]);
  throw new ErreurUsage([
    `IMPORT : « ${texte} » n’est pas un numéro d’import. Il est donné à la fin de chaque import, et dans le Journal : suivi annuler 12.`,
  ]);
}

function rendre(session: Session, plan: Plan<ResultatAnnulation>): CodeSortie {
  const { sortie } = session;
  const refus = problemesJson(plan.problemes);
  const json = { ...plan.resultat, refus };
  if (!estRefuse(plan)) {
    sortie.rendre(json, () => {
      if (!session.simulation) {
        sortie.succes(
          `Import n° ${plan.resultat.import} annulé : ${direAnnulation(plan.resultat)}`,
        );
      }
      montrerSimulation(session, plan);
    });
    if (!sortie.json) for (const p of plan.problemes) sortie.message(messageDe(p));
    return 0;
  }
  sortie.rendre({ ...json, ...erreurJson(refus) }, () => {});
  if (sortie.json) return 1;
  // Ce qu'il faut faire d'abord est toujours dit, si long que soit le reste.
  const suite = plan.problemes.filter((p) => p.code === 'ANNULATION_IMPORT_ULTERIEUR');
  const raisons = plan.problemes.filter((p) => !suite.includes(p));
  for (const p of raisons.slice(0, MONTRES)) sortie.message(messageDe(p));
  const reste = raisons.length - MONTRES;
  if (reste > 0) sortie.message(`… et ${accord(reste, 'autre', 'autres')}.`);
  for (const p of suite) sortie.message(messageDe(p));
  sortie.message('L’import n’est pas annulé, rien n’a été écrit.');
  return 1;
}
