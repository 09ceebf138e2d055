import { enEuros } from '../../src/commun/montant';
import { aDesRefus } from '../../src/messages/avertissements';
import { accord, formatMontant, formatNombre } from '../../src/messages/formats';
import { planAppliquerRevue } from '../../src/revue/appliquer';
import { planRevue } from '../../src/revue/preparer';
import type { Executer } from '../declaration';
import { dateOuTiret, direProblemes, montrerSimulation, TIRET } from '../rendu';
import type { Session } from '../session';

type Resultat = ReturnType<typeof planRevue>['resultat'];

function tableau(session: Session, revue: Resultat): void {
  const { sortie } = session;
  sortie.titre(`Revue de la semaine ${revue.semaine}`);
  if (revue.devis.length === 0) {
    sortie.ligne('Aucun devis en cours.');
    return;
  }
  sortie.tableau(
    [
      { titre: 'N°' },
      { titre: 'Client', souple: 14 },
      { titre: 'Montant HT', aDroite: true },
      { titre: 'Âge (j)', aDroite: true },
      { titre: 'Relance' },
      { titre: 'Suggestion', souple: 28 },
      { titre: 'Dernière action', souple: 18 },
    ],
    revue.devis.map((d) => [
      d.numero,
      d.client ?? TIRET,
      d.montantHt === null ? TIRET : formatMontant(d.montantHt),
      d.ageJours === null ? TIRET : formatNombre(d.ageJours, 0),
      dateOuTiret(d.prochaineRelance),
      d.suggestion,
      d.derniereAction ?? TIRET,
    ]),
  );
}

/** `suivi revue` prépare l'onglet Revue hebdo ; `--appliquer` applique les décisions qu'on y a prises. */
export const executer: Executer = async (args, session) => {
  const { sortie, contexte } = session;
  const appliquer = args.options['appliquer'] === true;
  const plan = await session
    .classeur()
    .modifier(appliquer ? 'revue : décisions' : 'revue', (snapshot) =>
      appliquer ? planAppliquerRevue(snapshot, contexte) : planRevue(snapshot, contexte),
    );
  const { resultat } = plan;
  const json = {
    ...resultat,
    devis: resultat.devis.map((d) => ({
      ...d,
      montantHt: d.montantHt === null ? null : enEuros(d.montantHt),
    })),
  };
  sortie.rendre(json, () => {
    tableau(session, resultat);
    sortie.ligne();
    if (appliquer) {
      sortie.succes(
        `${accord(resultat.appliquees, 'décision appliquée', 'décisions appliquées')}, ${accord(resultat.refusees, 'refusée', 'refusées')}.`,
      );
    } else {
      sortie.ligne(
        `${accord(resultat.devis.length, 'ligne', 'lignes')} dans l’onglet « Revue hebdo » : choisissez une décision sur la ligne, puis « suivi revue --appliquer ».`,
      );
    }
    montrerSimulation(session, plan);
  });
  if (!sortie.json) direProblemes(session, plan.problemes);
  return aDesRefus(plan) ? 1 : 0;
};
