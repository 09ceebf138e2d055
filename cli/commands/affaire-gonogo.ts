import { planGoNoGo } from '../../src/affaires/gonogo';
import type { Arguments, Executer } from '../declaration';
import { texteOption } from '../lire-options';
import { rendreDecision } from '../rendu';

function ouiNon(args: Arguments, nom: string): boolean | null {
  const valeur = texteOption(args, nom);
  return valeur === null ? null : valeur === 'oui';
}

/** `suivi affaire gonogo` : la revue de contrat (S2-3, S0-10 à S0-13). */
export const executer: Executer = async (args, session) => {
  const commande = {
    affaire: args.positionnels['AFFAIRE'] ?? '',
    decision: texteOption(args, 'decision') ?? '',
    delai: ouiNon(args, 'delai'),
    competence: ouiNon(args, 'competence'),
    conditions: texteOption(args, 'conditions'),
  };
  const plan = await session
    .classeur()
    .modifier('affaire gonogo', (s) => planGoNoGo(s, commande, session.contexte));
  return rendreDecision(session, plan, () => {
    const { numero, decision } = plan.resultat;
    session.sortie.succes(`Revue de contrat de l’affaire ${numero} : ${decision}.`);
  });
};
