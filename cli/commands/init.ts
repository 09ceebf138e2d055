import { genererExemple } from '../../sheets-templates/exemple/generer-exemple';
import type { Executer } from '../declaration';
import { creerClasseur } from '../workbooks/xlsx/creer-classeur';

/** `suivi init` : un classeur neuf. Un fichier qui existe déjà n'est jamais écrasé. */
export const executer: Executer = async (args, session) => {
  const { sortie, contexte, simulation } = session;
  const chemin = args.positionnels['CLASSEUR'] ?? '';
  const exemple = args.options['exemple'] === true;
  const contenu = exemple ? genererExemple(contexte.aujourdHui) : [];
  if (!simulation) await creerClasseur(chemin, contenu);
  sortie.rendre({ classeur: chemin, exemple, simulation }, () => {
    sortie.succes(
      simulation ? `Le classeur ${chemin} serait créé.` : `Le classeur ${chemin} est prêt.`,
    );
    if (!simulation && !exemple) {
      sortie.ligne('Ouvrez-le : l’onglet « Accueil » dit par où commencer.');
      sortie.ligne(`Ou importez vos clients : suivi importer clients FICHIER -c ${chemin}`);
    }
  });
  return 0;
};
