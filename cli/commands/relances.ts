import { dirname, join } from 'node:path';
import { accord } from '../../src/messages/formats';
import { messageDe } from '../../src/messages/probleme';
import { nomFichierBrouillon } from '../../src/relances/nom-fichier';
import { planRelances, type RelanceRefusee } from '../../src/relances/plan-relances';
import type { Executer } from '../declaration';
import { texteOption } from '../lire-options';
import { ecrireBrouillons } from '../outbox/eml';
import { direProblemes, montrerSimulation } from '../rendu';
import { ErreurClasseur } from '../workbooks/xlsx/erreur-classeur';

/** Une raison commune (un modèle à corriger) est dite une fois, après les devis qu'elle arrête. */
function refus(refusees: readonly RelanceRefusee[]): string[] {
  const parRaison = new Map<string, string[]>();
  for (const { devis, message } of refusees)
    parRaison.set(message, [...(parRaison.get(message) ?? []), devis]);
  return [...parRaison].map(([message, devis]) =>
    devis.every((d) => message.includes(d)) ? message : `${devis.join(', ')} : ${message}`,
  );
}

/** `suivi relances` : un brouillon `.eml` par relance due. Rien n'est envoyé. */
export const executer: Executer = async (args, session) => {
  const { sortie } = session;
  const classeur = session.classeur();
  const dossier = texteOption(args, 'sortie') ?? join(dirname(classeur.chemin), 'brouillons');
  const plan = await classeur.modifier('relances', async (snapshot) => {
    const prepare = planRelances(snapshot, session.contexte);
    if (session.simulation) return prepare;
    // Le brouillon d'abord : interrompu ici, le classeur l'ignore, et la prochaine fois le même
    // fichier est retrouvé et inscrit, jamais doublé.
    const { problemes } = await ecrireBrouillons(dossier, prepare.brouillons);
    if (problemes.length > 0) throw new ErreurClasseur(problemes);
    return prepare;
  });
  const { resultat } = plan;
  const brouillons = resultat.brouillons.map(({ reference, ...b }) => ({
    ...b,
    fichier: join(dossier, nomFichierBrouillon(reference)),
  }));
  sortie.rendre({ ...resultat, brouillons }, () => {
    if (brouillons.length > 0) {
      sortie.tableau(
        [
          { titre: 'Devis' },
          { titre: 'Relance', aDroite: true },
          { titre: 'À', souple: true },
          { titre: 'Objet', souple: true },
        ],
        brouillons.map((b) => [b.devis, String(b.rang), b.destinataire, b.objet]),
      );
    }
    for (const ligne of refus(resultat.refusees)) sortie.ligne(sortie.attention(ligne));
    if (resultat.dues > 0) sortie.ligne();
    sortie.succes(
      `${accord(resultat.dues, 'relance due', 'relances dues')} : ${accord(brouillons.length, 'brouillon prêt', 'brouillons prêts')}, ${accord(resultat.refusees.length, 'écartée', 'écartées')}.`,
    );
    if (brouillons.length > 0 && !session.simulation) {
      sortie.ligne(`Les brouillons sont dans ${dossier} : ouvrez-les, relisez-les, envoyez-les.`);
    }
    montrerSimulation(session, plan);
  });
  if (!sortie.json) {
    const dits = resultat.refusees.map((r) => r.message);
    const autres = plan.problemes.filter((p) => !dits.some((d) => d.includes(messageDe(p))));
    direProblemes(session, autres);
  }
  return plan.problemes.length > 0 ? 1 : 0;
};
