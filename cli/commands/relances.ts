import { dirname, join } from 'node:path';
import { grouperPar } from '../../src/commun/grouper';
import { enEuros } from '../../src/commun/montant';
import type { EtapeDue } from '../../src/factures/plan-echeancier';
import { accord } from '../../src/messages/formats';
import { aDesRefus } from '../../src/messages/avertissements';
import { messageDe } from '../../src/messages/probleme';
import { nomFichierBrouillon } from '../../src/relances/nom-fichier';
import { planDuJour, type ResultatDuJour } from '../../src/relances/plan-du-jour';
import type { Executer } from '../declaration';
import { texteOption } from '../lire-options';
import { ecrireBrouillons } from '../outbox/eml';
import { direProblemes, montantOuTiret, montrerSimulation, TIRET } from '../rendu';
import type { Session } from '../session';
import { ErreurClasseur } from '../../src/classeur/erreur-classeur';

const FACTURES_MONTREES = 10;

/** Une raison commune (un modèle à corriger) est dite une fois, après les devis qu'elle arrête. */
function refus(refusees: ResultatDuJour['refusees']): string[] {
  return grouperPar(refusees, (r) => r.message).map((memes) => {
    const [{ message }] = memes;
    const devis = memes.map((r) => r.devis);
    return devis.every((d) => message.includes(d)) ? message : `${devis.join(', ')} : ${message}`;
  });
}

/** Les brouillons préparés, les relances écartées et pourquoi. */
function montrerRelances({ sortie, simulation }: Session, r: ResultatDuJour, ou: string): void {
  const { brouillons, refusees } = r;
  if (brouillons.length > 0) {
    sortie.tableau(
      [
        { titre: 'Devis' },
        { titre: 'Relance', aDroite: true },
        { titre: 'À', souple: 18 },
        { titre: 'Objet', souple: 18 },
      ],
      brouillons.map((b) => [b.devis, String(b.rang), b.destinataire, b.objet]),
    );
  }
  for (const ligne of refus(refusees)) sortie.ligne(sortie.attention(ligne));
  if (r.dues > 0) sortie.ligne();
  sortie.succes(
    `${accord(r.dues, 'relance due', 'relances dues')} : ${accord(brouillons.length, 'brouillon prêt', 'brouillons prêts')}, ${accord(refusees.length, 'écartée', 'écartées')}.`,
  );
  if (brouillons.length > 0 && !simulation) {
    sortie.ligne(`Les brouillons sont dans ${ou} : ouvrez-les, relisez-les, envoyez-les.`);
  }
}

/** Les étapes de règlement dont le jour est venu : appels, courriers, dossiers à transmettre. */
function montrerFactures({ sortie }: Session, dues: readonly EtapeDue[]): void {
  if (dues.length === 0) return;
  sortie.ligne();
  sortie.titre(`${accord(dues.length, 'facture', 'factures')} à suivre :`);
  sortie.tableau(
    [
      { titre: 'Facture' },
      { titre: 'Client', souple: 14 },
      { titre: 'À faire', souple: 18 },
      { titre: 'Retard', aDroite: true },
      { titre: 'Reste dû', aDroite: true },
    ],
    dues
      .slice(0, FACTURES_MONTREES)
      .map((f) => [
        f.numero,
        f.client ?? TIRET,
        f.etape,
        f.joursRetard === 0 ? TIRET : accord(f.joursRetard, 'jour', 'jours'),
        montantOuTiret(f.resteDuTtc),
      ]),
  );
  const reste = dues.length - FACTURES_MONTREES;
  if (reste > 0) {
    sortie.ligne(`… et ${accord(reste, 'autre', 'autres')} (onglet « Factures », « À faire le »).`);
  }
}

/**
 * `suivi relances` : un brouillon `.eml` par relance due, et la prochaine étape des factures. Rien
 * n'est envoyé.
 */
export const executer: Executer = async (args, session) => {
  const { sortie } = session;
  const classeur = session.classeur();
  const dossier = texteOption(args, 'sortie') ?? join(dirname(classeur.chemin), 'brouillons');
  const plan = await classeur.modifier('relances', async (snapshot) => {
    const prepare = planDuJour(snapshot, session.contexte);
    if (session.simulation) return prepare;
    // Le brouillon d'abord : interrompu ici, le classeur l'ignore, et la prochaine fois le même
    // fichier est retrouvé et inscrit, jamais doublé.
    const { problemes } = await ecrireBrouillons(dossier, prepare.brouillons);
    if (problemes.length > 0) throw new ErreurClasseur(problemes);
    return prepare;
  });
  const { dues, brouillons, refusees, factures } = plan.resultat;
  const json = {
    dues,
    brouillons: brouillons.map(({ devis, rang, destinataire, objet, reference }) => ({
      devis,
      rang,
      destinataire,
      objet,
      fichier: join(dossier, nomFichierBrouillon(reference)),
    })),
    refusees,
    factures: factures.map(({ resteDuTtc, joursRetard, ...f }) => ({
      ...f,
      resteDuTtc: resteDuTtc === null ? null : enEuros(resteDuTtc),
      joursRetard,
    })),
  };
  sortie.rendre(json, () => {
    montrerRelances(session, plan.resultat, dossier);
    montrerFactures(session, factures);
    montrerSimulation(session, plan);
  });
  if (!sortie.json) {
    const dits = refusees.map((r) => r.message);
    const autres = plan.problemes.filter((p) => !dits.some((d) => d.includes(messageDe(p))));
    direProblemes(session, autres);
  }
  return aDesRefus(plan) ? 1 : 0;
};
