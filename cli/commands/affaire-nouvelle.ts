import { planAffaireNouvelle } from '../../src/affaires/nouvelle';
import type { Executer } from '../declaration';
import { texteOption } from '../lire-options';
import { rendreDecision } from '../rendu';

/** `suivi affaire nouvelle` : une demande arrive (S2-2, S2-7). */
export const executer: Executer = async (args, session) => {
  const commande = {
    client: texteOption(args, 'client') ?? '',
    objet: texteOption(args, 'objet') ?? '',
    origine: texteOption(args, 'origine'),
    responsable: texteOption(args, 'responsable'),
  };
  const plan = await session
    .classeur()
    .modifier('affaire nouvelle', (s) => planAffaireNouvelle(s, commande, session.contexte));
  return rendreDecision(session, plan, () => {
    const { numero, client } = plan.resultat;
    session.sortie.succes(`L’affaire ${numero} est ouverte pour ${client}.`);
    session.sortie.ligne(
      `Ensuite : suivi affaire gonogo ${numero} --decision go --delai oui --competence oui`,
    );
  });
};
