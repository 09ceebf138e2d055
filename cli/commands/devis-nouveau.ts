import { formatMontant } from '../../src/messages/formats';
import { planNouveau } from '../../src/devis/nouveau';
import type { Executer } from '../declaration';
import { montantOption, tauxOption, texteOption } from '../lire-options';
import { rendreDecision } from '../rendu';

/** `suivi devis nouveau` : un brouillon, sous une référence provisoire. */
export const executer: Executer = async (args, session) => {
  const montantHt = montantOption(args, 'montant');
  const commande = {
    affaire: texteOption(args, 'affaire') ?? '',
    objet: texteOption(args, 'objet'),
    montantHt,
    tauxTva: tauxOption(args, 'tva'),
    responsable: texteOption(args, 'responsable'),
  };
  const plan = await session
    .classeur()
    .modifier('devis nouveau', (snapshot) => planNouveau(snapshot, commande, session.contexte));
  return rendreDecision(session, plan, () => {
    const montant = montantHt === null ? '' : `, ${formatMontant(montantHt)} HT`;
    session.sortie.succes(`Le devis ${plan.resultat.numero} est prêt à relire${montant}.`);
    session.sortie.ligne(`Ensuite : suivi devis soumettre ${plan.resultat.numero}`);
  });
};
