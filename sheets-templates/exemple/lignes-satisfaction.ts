import { ajouterJours, type DateCivile } from '../../src/commun/date-civile';
import { prochainJourOuvre } from '../../src/commun/jours-ouvres';
import type { ValeursDe } from '../../src/classeur/tables';
import type { FactureBrute } from './facturation';
import type { Hasard } from './hasard';
import { ORGANISATIONS } from './noms-clients';
import type { Numeros } from './numeros';

const REPONSES = 60;
const COMMENTAIRES = [
  'Équipe disponible et claire. Nous recommencerons.',
  'Rapport précis, remis dans les temps.',
  'Bon travail, mais le planning a glissé d’une semaine.',
  'Prix élevé, qualité au rendez-vous.',
  'Nous aurions aimé un point d’avancement chaque semaine.',
];

/** L'onglet Satisfaction : une réponse après la plupart des affaires livrées, parfois deux. */
export function lignesSatisfaction(
  factures: readonly FactureBrute[],
  numeros: Numeros,
  hasard: Hasard,
  aujourdHui: DateCivile,
): ValeursDe<'satisfaction'>[] {
  const finies = factures.filter((f) => f.type === 'Solde' && f.emiseLe !== null);
  const reponses: ValeursDe<'satisfaction'>[] = [];
  for (let i = 0; finies.length > 0 && i < REPONSES * 3 && reponses.length < REPONSES; i += 1) {
    const f = finies[i % finies.length];
    if (!f?.emiseLe) continue;
    const tour = Math.floor(i / finies.length);
    const date = prochainJourOuvre(ajouterJours(f.emiseLe, hasard.entier(8, 20) + tour * 25));
    if (date > aujourdHui) continue;
    const humeur = hasard.chance(0.16) ? hasard.entier(4, 6) : hasard.entier(7, 9);
    const note = (ecart: number): number =>
      Math.max(0, Math.min(10, humeur + ecart + hasard.entier(-1, 1)));
    reponses.push({
      date,
      client: ORGANISATIONS[f.dossier.client]?.nom ?? null,
      affaire: numeros.affaires.get(f.dossier) ?? null,
      segment: ORGANISATIONS[f.dossier.client]?.secteur ?? null,
      relationClient: note(1),
      services: note(0),
      information: note(0),
      competences: note(1),
      securiteEnvironnement: hasard.chance(0.2) ? null : note(0),
      prix: note(-1),
      recommandation: note(1),
      commentaire: hasard.chance(0.35) ? hasard.choisir(COMMENTAIRES) : null,
    });
  }
  return reponses.sort((a, b) => ((a.date ?? '') < (b.date ?? '') ? -1 : 1));
}
