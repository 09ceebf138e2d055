import { ONGLET_CHIFFRES } from '../../src/tableau-de-bord/onglets';
import { COULEURS_ONGLETS } from '../couleurs-onglets';
import { FORMATS } from '../formats';
import {
  CADRE,
  calcul,
  COLONNE_LISTES,
  COLONNE_PARAMETRES,
  ENTETE,
  GRIS,
  MOIS_PROPOSES,
  NOM_LISTE_MOIS,
  plage,
  texte,
  TITRE,
  valeur,
} from './cadre-chiffres';
import { chiffres } from './chiffres-json';
import type { CelluleLibre, PageLibre } from './page-libre';
import { PARAMETRES_VIVANTS, SUSPECTS } from './parametres';
import { personnes } from './personnes';
import { motifs, segments } from './rangees';
import { cellulesDeRepartition, COLONNE_REPARTITION, COLONNES_DE_MOIS } from './repartition';
import { cellulesDesRetards, COLONNE_RETARDS } from './retards';
import { cellulesDesSeries, COLONNE_MOIS } from './series';

const LISTE = chiffres();
const LIGNE_DU_CHIFFRE = new Map(LISTE.map((c, i) => [c.chemin, i + 3]));

/** `TB_devisEmis_nombre` : le nom d'un chiffre de la page. */
export function nomDe(chemin: string): string {
  if (!LIGNE_DU_CHIFFRE.has(chemin)) throw new RangeError(`Chiffre inconnu : ${chemin}`);
  return `TB_${chemin}`;
}

function lignesDesChiffres(): CelluleLibre[] {
  return [
    texte(1, 1, 'Les chiffres de la page, et leur nom', TITRE),
    ...['Nom', 'Chiffre', 'Valeur', 'Définition'].map((t, i) => texte(2, i + 1, t, ENTETE)),
    ...LISTE.flatMap(({ chemin, libelle, unite, formule, definition }, i) => [
      texte(i + 3, 1, `TB_${chemin}`, GRIS),
      texte(i + 3, 2, libelle, CADRE),
      calcul(i + 3, 3, formule, valeur(unite), `TB_${chemin}`),
      texte(i + 3, 4, definition, GRIS),
    ]),
  ];
}

function parametres(): CelluleLibre[] {
  const dates = /^(aujourdHui|mois|janvier|debut|finSuivi|finAVenir|limite)/;
  return [
    texte(1, COLONNE_PARAMETRES, 'Ce que les formules partagent', TITRE),
    ...PARAMETRES_VIVANTS.flatMap(([repere, libelle, formule], i) => [
      texte(i + 3, COLONNE_PARAMETRES, libelle, CADRE),
      calcul(
        i + 3,
        COLONNE_PARAMETRES + 1,
        formule,
        { ...CADRE, alignement: 'right', format: dates.test(repere) ? FORMATS.date : 'General' },
        repere === 'aujourdHui' ? 'TB_aujourdHui' : undefined,
      ),
    ]),
    texte(2, COLONNE_LISTES, 'Chaînes parties deux fois', ENTETE),
    ...Array.from({ length: SUSPECTS }, (_, k) =>
      calcul(
        k + 3,
        COLONNE_LISTES,
        `IF(${k + 1}><nbSuspects>,"",INDEX({suites.cle},LARGE({suites.suspect^},${k + 1})))`,
        GRIS,
      ),
    ),
    texte(2, COLONNE_LISTES + 1, 'Mois proposés', ENTETE),
    ...Array.from({ length: MOIS_PROPOSES }, (_, k) =>
      calcul(
        k + 3,
        COLONNE_LISTES + 1,
        `EDATE(DATE(YEAR(<aujourdHui>),MONTH(<aujourdHui>),1),${12 - k})`,
        { ...GRIS, format: FORMATS.mois },
      ),
    ),
  ];
}

function series(): CelluleLibre[] {
  const mois: ReadonlySet<number> = new Set([COLONNE_MOIS, ...COLONNES_DE_MOIS]);
  return [
    texte(1, COLONNE_MOIS, 'Mois par mois (#N/A : rien à tracer)', TITRE),
    texte(1, COLONNE_REPARTITION, 'Objectifs, mois par mois', TITRE),
    texte(1, COLONNE_RETARDS, 'Mois de suite sous l’objectif', TITRE),
    ...[...cellulesDesSeries(), ...cellulesDeRepartition(), ...cellulesDesRetards()].map(
      ({ ligne, colonne, entete, formule }) =>
        formule === undefined
          ? texte(ligne, colonne, entete ?? '', ENTETE)
          : calcul(ligne, colonne, formule, {
              ...CADRE,
              alignement: 'right',
              format: mois.has(colonne) ? FORMATS.mois : 'General',
            }),
    ),
  ];
}

/** L'onglet « Chiffres » : tous les chiffres nommés, leurs définitions, et ce dont ils sont faits. */
export function pageChiffres(): PageLibre {
  return {
    nom: ONGLET_CHIFFRES,
    couleur: COULEURS_ONGLETS.technique,
    largeurs: [42, 44, 16, 60, 3, 3, 3, 3, 34, 14, 3, ...Array.from({ length: 80 }, () => 14)],
    hauteurs: {},
    cellules: [
      ...lignesDesChiffres(),
      ...parametres(),
      ...series(),
      ...personnes(),
      ...motifs(),
      ...segments(),
    ],
    regles: [],
    protegee: true,
    impression: { colonnes: 4 },
  };
}

/** Les noms du classeur, et leur plage. */
export function nomsDesChiffres(): [nom: string, plage: string][] {
  return [[NOM_LISTE_MOIS, plage(COLONNE_LISTES + 1, 3, 2 + MOIS_PROPOSES)]];
}
