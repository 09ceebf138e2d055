import { parseDesignation } from '../../src/devis/designation';
import { planGeste } from '../../src/devis/plan-geste';
import { GESTES, type Geste } from '../../src/devis/transitions';
import { phraseGesteFait } from '../../src/messages/gestes';
import type { Executer } from '../declaration';
import { dateOption, montantOption, texteOption } from '../lire-options';
import { rendreDecision } from '../rendu';

/** Le geste qui vient après, prêt à copier. */
const SUITE: Readonly<Partial<Record<Geste, (nom: string) => string>>> = {
  soumettre: (nom) => `suivi devis valider ${nom}`,
  renvoyer: (nom) => `suivi devis soumettre ${nom}`,
  valider: (nom) => `suivi devis envoyer ${nom} --a ADRESSE`,
  envoyer: () => 'suivi relances',
};

/** Fait avancer un devis : `suivi devis soumettre|valider|envoyer|signer|… N°`. */
export const executer: Executer = async (args, session) => {
  const geste = GESTES.find((g) => g === args.action) ?? 'soumettre';
  const commande = {
    reference: args.positionnels['N°'] ?? '',
    a: texteOption(args, 'a'),
    forme: texteOption(args, 'forme'),
    motif: texteOption(args, 'motif'),
    concurrent: texteOption(args, 'concurrent'),
    recontacterLe: dateOption(args, 'recontacter'),
    montantHt: montantOption(args, 'montant'),
  };
  const plan = await session
    .classeur()
    .modifier(`devis ${geste}`, (snapshot) =>
      planGeste(snapshot, geste, commande, session.contexte),
    );
  return rendreDecision(session, plan, () => {
    const { numero, version } = plan.resultat;
    const nom = (version ?? 1) > 1 ? `${numero}-V${version}` : numero;
    const avant = parseDesignation(commande.reference).numero;
    const numerote = geste === 'valider' && (version ?? 1) === 1 ? avant : null;
    session.sortie.succes(phraseGesteFait(geste, nom, numerote));
    const suite = SUITE[geste]?.(nom);
    if (suite !== undefined) session.sortie.ligne(`Ensuite : ${suite}`);
  });
};
