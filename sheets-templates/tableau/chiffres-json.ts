import { THEMES } from '../../src/classeur/tables/satisfaction';
import type { Indicateur } from '../../src/tableau-de-bord/indicateur';
import { FORMULES_PREVISION } from '../../src/tableau-de-bord/calculs/prevision';
import { RIEN, type LireMesure } from '../../src/tableau-de-bord/calculs/mesures';
import { DELAI_REFUS, DELAI_SIGNATURE } from '../../src/tableau-de-bord/indicateurs/delai-decision';
import { DEVIS_EMIS, MONTANT_EMIS } from '../../src/tableau-de-bord/indicateurs/devis-emis';
import { CA_SIGNE, DEVIS_SIGNES } from '../../src/tableau-de-bord/indicateurs/devis-signes';
import { CA_FACTURE, ENCAISSE } from '../../src/tableau-de-bord/indicateurs/factures';
import {
  EXPIRANT_SOUS_7_JOURS,
  PORTEFEUILLE_HT,
  PORTEFEUILLE_NOMBRE,
  PORTEFEUILLE_PONDERE,
} from '../../src/tableau-de-bord/indicateurs/portefeuille';
import {
  NPS,
  REPONSES,
  SATISFACTION_MOYENNE,
  SATISFACTION_TAUX,
} from '../../src/tableau-de-bord/indicateurs/satisfaction';
import {
  COHORTE_OUVERTE,
  TAUX_COHORTE,
  TAUX_DECIDES,
  TAUX_MONTANT,
} from '../../src/tableau-de-bord/indicateurs/taux-transformation';
import {
  COLONNES_OBJECTIF,
  INDICATEURS_A_OBJECTIF,
  type ColonneObjectif,
} from '../../src/tableau-de-bord/objectifs';
import { HORIZONS } from '../../src/tableau-de-bord/prevision';
import { MOIS_DE_SUITE, REGLE_ECART } from '../../src/tableau-de-bord/ecart';
import { LIBELLES_OBJECTIF, REGLE_REPARTITION } from '../../src/messages/tableau';
import { chiffre, type Chiffre } from './chiffre';
import { alertes } from './chiffres-alertes';
import { contrats, entonnoir, theme } from './chiffres-detail';
import { modeleInverse } from './chiffres-inverse';
import { mesureObjectif, moisDeSuite } from './retards';
import { douzeMois, lAnnee, leMoisMoins } from './series';

const ICI = leMoisMoins(0);

function deIndicateur(chemin: string, i: Indicateur): Chiffre {
  if (i.formule === null) throw new RangeError(`${i.cle} n’a pas de formule`);
  return chiffre(chemin, i.libelle, i.unite, i.formule(ICI), i.definition);
}

const nombreDeCas = (chemin: string, i: Indicateur): Chiffre =>
  chiffre(chemin, `${i.libelle} : nombre de cas`, 'nombre', i.formuleN?.(ICI) ?? '0');

const natureDe = (n: string): string =>
  `IF(${n}=0,"${RIEN}",IF(${n}>=${MOIS_DE_SUITE},"structurel","ponctuel"))`;
const ouRien = (valeur: string): string => `IF(ISNUMBER(${valeur}),${valeur},"${RIEN}")`;

function objectif(colonne: ColonneObjectif): Chiffre[] {
  const i = INDICATEURS_A_OBJECTIF[colonne];
  const nom = LIBELLES_OBJECTIF[colonne];
  const chemin = (suite: string): string => `objectifs_${colonne}_${suite}`;
  const [o, r] = [`TB_${chemin('objectif')}`, `TB_${chemin('realise')}`];
  const formule = (m: LireMesure): string => i.formule?.(m) ?? '""';
  const lignes: ReadonlyArray<readonly [string, string, Chiffre['unite'], string]> = [
    ['objectif', 'objectif', i.unite, ouRien(ICI(mesureObjectif(colonne)))],
    ['realise', 'réalisé', i.unite, formule(ICI)],
    ['ecart', 'écart', i.unite, `IF(AND(ISNUMBER(${o}),ISNUMBER(${r})),${r}-${o},"${RIEN}")`],
    [
      'atteinte',
      'part atteinte',
      'taux',
      `IF(AND(ISNUMBER(${o}),ISNUMBER(${r})),IF(${o}>0,${r}/${o},"${RIEN}"),"${RIEN}")`,
    ],
    ['moisPrecedent', 'mois précédent', i.unite, formule(leMoisMoins(1))],
    ['anPrecedent', 'même mois, an passé', i.unite, formule(leMoisMoins(12))],
    ['cumulAnnuel', 'depuis janvier', i.unite, formule(lAnnee)],
    ['moisDeSuiteEnRetard', 'mois de suite sous l’objectif', 'nombre', moisDeSuite(colonne)],
    ['nature', 'écart', 'texte', natureDe(`TB_${chemin('moisDeSuiteEnRetard')}`)],
  ];
  const definitions: Readonly<Record<string, string>> = {
    objectif: REGLE_REPARTITION,
    realise: i.definition,
    nature: REGLE_ECART,
  };
  return lignes.map(([suite, dit, unite, f]) =>
    chiffre(chemin(suite), `${nom} : ${dit}`, unite, f, definitions[suite] ?? ''),
  );
}

const AGES = ['0 à 30 jours', '31 à 60 jours', '61 à 90 jours', 'Plus de 90 jours', 'Âge inconnu'];

/** Tous les chiffres de la page, dans l'ordre de « Chiffres ». */
export function chiffres(): Chiffre[] {
  return [
    deIndicateur('devisEmis_nombre', DEVIS_EMIS),
    deIndicateur('devisEmis_montantHt', MONTANT_EMIS),
    deIndicateur('devisSignes_nombre', DEVIS_SIGNES),
    deIndicateur('devisSignes_montantHt', CA_SIGNE),
    deIndicateur('tauxTransformation_cohorte_taux', TAUX_COHORTE),
    nombreDeCas('tauxTransformation_cohorte_n', TAUX_COHORTE),
    deIndicateur('tauxTransformation_cohorte_ouverts', COHORTE_OUVERTE),
    deIndicateur('tauxTransformation_decides_taux', TAUX_DECIDES),
    nombreDeCas('tauxTransformation_decides_n', TAUX_DECIDES),
    deIndicateur('tauxTransformation_montant_taux', TAUX_MONTANT),
    deIndicateur('caFactureHt', CA_FACTURE),
    deIndicateur('encaisseTtc', ENCAISSE),
    deIndicateur('satisfaction_taux', SATISFACTION_TAUX),
    deIndicateur('satisfaction_moyenne', SATISFACTION_MOYENNE),
    deIndicateur('satisfaction_nps', NPS),
    deIndicateur('satisfaction_n', REPONSES),
    deIndicateur('delaiDecisionJours_signes', DELAI_SIGNATURE),
    deIndicateur('delaiDecisionJours_refuses', DELAI_REFUS),
    deIndicateur('portefeuille_nombre', PORTEFEUILLE_NOMBRE),
    deIndicateur('portefeuille_montantHt', PORTEFEUILLE_HT),
    deIndicateur('portefeuille_pondereHt', PORTEFEUILLE_PONDERE),
    deIndicateur('portefeuille_expirantSous7Jours', EXPIRANT_SOUS_7_JOURS),
    chiffre(
      'portefeuille_pondereMoisPrecedent',
      'Portefeuille pondéré, mois précédent',
      'montant',
      ouRien(leMoisMoins(1)('figePortefeuillePondere')),
      'Lu dans Historique : le passé d’un portefeuille ne se recalcule pas.',
    ),
    chiffre(
      'portefeuille_pondereAnPrecedent',
      'Portefeuille pondéré, même mois, an passé',
      'montant',
      ouRien(leMoisMoins(12)('figePortefeuillePondere')),
    ),
    ...HORIZONS.flatMap((h) =>
      (
        [
          [
            'pessimisteHt',
            'pessimiste',
            'Commandes à facturer, et devis sûrs à 80 % ou plus, pondérés.',
          ],
          ['pondereHt', 'pondérée', 'Commandes à facturer, et devis en cours × leur probabilité.'],
          [
            'optimisteHt',
            'optimiste',
            'Commandes à facturer, et tous les devis en cours qui ont une chance, en entier.',
          ],
        ] as const
      ).map(([scenario, dit, definition]) =>
        chiffre(
          `previsions_${h}_${scenario}`,
          `Prévision à ${h} mois, ${dit}`,
          'montant',
          FORMULES_PREVISION[h][scenario],
          h === 1 ? definition : '',
        ),
      ),
    ),
    ...COLONNES_OBJECTIF.flatMap(objectif),
    ...AGES.flatMap((age, i) => [
      chiffre(
        `portefeuilleParAge_${i}_nombre`,
        `Devis en cours, ${age.toLowerCase()}`,
        'nombre',
        `COUNTIF({portefeuille.age^},${i + 1})`,
        i === 0 ? 'Âge depuis le premier envoi, sinon la création.' : '',
      ),
      chiffre(
        `portefeuilleParAge_${i}_montantHt`,
        `Portefeuille, ${age.toLowerCase()}`,
        'montant',
        `SUMIF({portefeuille.age^},${i + 1},{portefeuille.montant^})`,
      ),
    ]),
    ...entonnoir(),
    chiffre('entonnoir_montantSigneHt', 'Signé en douze mois', 'montant', douzeMois('signesHt')),
    ...THEMES.flatMap(theme),
    ...contrats(),
    ...modeleInverse(),
    ...alertes(),
  ];
}
