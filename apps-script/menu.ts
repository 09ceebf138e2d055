/** Le menu « Suivi commercial », comme donnée : ce qui se lit, et ce que cela ouvre. */

export const TITRE_MENU = 'Suivi commercial';

interface EntreeMenu {
  readonly libelle: string;
  /** La fonction de `main.ts` que Google appelle. */
  readonly fonction: string;
  /** L'action ouverte. */
  readonly action: string;
  /** Elle porte sur la ligne sélectionnée, si celle-ci convient. */
  readonly surLaLigne: boolean;
}

interface SousMenu {
  readonly libelle: string;
  readonly entrees: readonly EntreeMenu[];
}

export type LigneMenu = EntreeMenu | SousMenu | 'separateur';

const entree = (libelle: string, fonction: string, action: string): EntreeMenu => ({
  libelle,
  fonction,
  action,
  surLaLigne: false,
});

const surLaLigne = (libelle: string, fonction: string, action: string): EntreeMenu => ({
  ...entree(libelle, fonction, action),
  surLaLigne: true,
});

export const MENU: readonly LigneMenu[] = [
  surLaLigne('Nouvelle affaire…', 'nouvelleAffaire', 'affaire.nouvelle'),
  surLaLigne('Nouveau devis…', 'nouveauDevis', 'devis.nouveau'),
  surLaLigne('Go/NoGo…', 'goNoGo', 'affaire.gonogo'),
  {
    libelle: 'Devis sélectionné',
    entrees: [
      surLaLigne('Soumettre', 'soumettreDevis', 'devis.soumettre'),
      surLaLigne('Valider et numéroter', 'validerDevis', 'devis.valider'),
      surLaLigne('Marquer envoyé', 'envoyerDevis', 'devis.envoyer'),
      surLaLigne('Signer…', 'signerDevis', 'devis.signer'),
      surLaLigne('Refuser…', 'refuserDevis', 'devis.refuser'),
      surLaLigne('Nouvelle version', 'reviserDevis', 'devis.reviser'),
      surLaLigne('Annuler…', 'annulerDevis', 'devis.annuler'),
      surLaLigne('Réouvrir', 'rouvrirDevis', 'devis.rouvrir'),
    ],
  },
  surLaLigne('Action commerciale…', 'actionCommerciale', 'action.nouvelle'),
  'separateur',
  {
    libelle: 'Revue hebdo',
    entrees: [
      entree('Préparer', 'preparerRevue', 'revue.preparer'),
      entree('Appliquer les décisions', 'appliquerRevue', 'revue.appliquer'),
    ],
  },
  {
    libelle: 'Relances',
    entrees: [entree('Préparer les brouillons', 'preparerRelances', 'relances.preparer')],
  },
  {
    libelle: 'Tableau de bord',
    entrees: [
      entree('Actualiser', 'actualiserTableau', 'tableau.actualiser'),
      entree('Clôturer le mois', 'cloturerMois', 'tableau.cloturer'),
    ],
  },
  'separateur',
  entree('Importer…', 'importer', 'importer'),
  entree('Contrôler', 'controler', 'controler'),
  entree('Installer / Réparer', 'installer', 'installer'),
  entree('Aide', 'aide', 'aide'),
];

function aPlat(ligne: LigneMenu): readonly EntreeMenu[] {
  if (ligne === 'separateur') return [];
  return 'entrees' in ligne ? ligne.entrees : [ligne];
}

/** Toutes les entrées, sous-menus ouverts. */
export const ENTREES_MENU: readonly EntreeMenu[] = MENU.flatMap(aPlat);
