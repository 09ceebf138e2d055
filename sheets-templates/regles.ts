import type { CleTable } from '../src/classeur/tables';
import { DATE_EN_RETARD } from './formats';
import { PALETTE } from './palette';

/** Une mise en valeur : la formule vise la ligne 2, `[cle]` y désigne une cellule de la ligne. */
export interface Regle {
  readonly formule: string;
  /** Colonnes touchées ; absentes : toute la ligne. */
  readonly colonnes?: readonly string[];
  readonly couleur?: string;
  readonly gras?: boolean;
  readonly barre?: boolean;
  readonly format?: string;
}

const cetteSemaine = (cle: string): string =>
  `[${cle}]>=TODAY()-WEEKDAY(TODAY(),2)+1,[${cle}]<=TODAY()-WEEKDAY(TODAY(),2)+7`;

const enRetard = (formule: string, cle: string): Regle[] => [
  { formule, colonnes: [cle], couleur: PALETTE.attention, gras: true, format: DATE_EN_RETARD },
  { formule, couleur: PALETTE.attention },
];
const discret = (formule: string): Regle => ({ formule, couleur: PALETTE.discret });
const dansLaSemaine = (formule: string): Regle => ({ formule, gras: true });
const mot = (cle: string, valeur: string, couleur: string): Regle => ({
  formule: `[${cle}]="${valeur}"`,
  colonnes: [cle],
  couleur,
  gras: true,
});

const OUVERTE = 'OR([etape]="Détectée",[etape]="Qualifiée",[etape]="Go",[etape]="Devis en cours")';
const IMPAYEE = '[emiseLe]<>"",[payeLe]="",[type]<>"Avoir"';

/** Par onglet, de la règle la plus forte à la plus faible. */
export const REGLES: Partial<Record<CleTable, readonly Regle[]>> = {
  clients: [
    mot('npai', 'Oui', PALETTE.perdu),
    mot('nePasRelancer', 'Oui', PALETTE.attention),
    mot('temperature', 'Chaud', PALETTE.attention),
    discret('OR([statut]="Ancien",[npai]="Oui")'),
  ],
  affaires: [
    mot('decision', 'NoGo', PALETTE.perdu),
    mot('decision', 'À revoir', PALETTE.attention),
    mot('etape', 'Perdue', PALETTE.perdu),
    ...enRetard(
      `AND([signaturePrevue]<>"",[signaturePrevue]<TODAY(),${OUVERTE})`,
      'signaturePrevue',
    ),
    {
      formule: 'AND([recontacterLe]<>"",[recontacterLe]<=TODAY())',
      colonnes: ['recontacterLe'],
      couleur: PALETTE.attention,
      gras: true,
      format: DATE_EN_RETARD,
    },
    discret('OR([etape]="Close",[etape]="Perdue",[etape]="Abandonnée")'),
    dansLaSemaine(`AND(${OUVERTE},${cetteSemaine('signaturePrevue')})`),
  ],
  devis: [
    mot('statut', 'Signé', PALETTE.gagne),
    mot('statut', 'Refusé', PALETTE.perdu),
    mot('statut', 'Sans suite', PALETTE.perdu),
    ...enRetard('AND([statut]="Envoyé",[validite]<>"",[validite]<TODAY())', 'validite'),
    {
      formule: 'AND([statut]="Envoyé",[prochaineRelance]<>"",[prochaineRelance]<=TODAY())',
      colonnes: ['prochaineRelance'],
      couleur: PALETTE.attention,
      gras: true,
      format: DATE_EN_RETARD,
    },
    discret(
      'OR([statut]="Signé",[statut]="Refusé",[statut]="Sans suite",[statut]="Remplacé",[statut]="Annulé")',
    ),
    dansLaSemaine(`AND([statut]="Envoyé",${cetteSemaine('prochaineRelance')})`),
  ],
  actions: [
    ...enRetard('AND([echeance]<>"",[echeance]<TODAY(),[fait]<>"Oui")', 'echeance'),
    discret('[fait]="Oui"'),
    dansLaSemaine(`AND([fait]<>"Oui",${cetteSemaine('echeance')})`),
  ],
  factures: [
    mot('blConteste', 'Oui', PALETTE.perdu),
    ...enRetard(`AND(${IMPAYEE},[echeance]<>"",[echeance]<TODAY())`, 'echeance'),
    discret('OR([payeLe]<>"",[type]="Avoir")'),
    dansLaSemaine(`AND(${IMPAYEE},${cetteSemaine('prochaineEtapeLe')})`),
  ],
  satisfaction: [
    {
      formule: 'AND(ISNUMBER([recommandation]),[recommandation]<=6)',
      colonnes: ['recommandation'],
      couleur: PALETTE.attention,
      gras: true,
    },
  ],
  objectifs: [
    // Un objectif annuel est d'actualité toute son année.
    dansLaSemaine('AND([vautPour]<>"Année",[mois]=TODAY()-DAY(TODAY())+1)'),
    discret('IF([vautPour]="Année",YEAR([mois])<YEAR(TODAY()),[mois]<TODAY()-DAY(TODAY()))'),
  ],
  revueHebdo: [
    mot('decision', 'Signé', PALETTE.gagne),
    mot('decision', 'Refusé', PALETTE.perdu),
    mot('decision', 'Sans suite', PALETTE.perdu),
    discret('AND([decision]<>"",[resultat]<>"")'),
    ...enRetard('AND([prochaineRelance]<>"",[prochaineRelance]<TODAY())', 'prochaineRelance'),
    dansLaSemaine(`AND([decision]="",${cetteSemaine('prochaineRelance')})`),
  ],
  modeles: [discret('[actif]="Non"')],
  equipe: [discret('[actif]="Non"')],
  registre: [{ formule: '[annuleLe]<>""', couleur: PALETTE.discret, barre: true }],
};
