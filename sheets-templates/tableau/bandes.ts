import { SATISFACTION, THEMES } from '../../src/classeur/tables/satisfaction';
import { RIEN } from '../../src/tableau-de-bord/calculs/mesures';
import { HORIZONS } from '../../src/tableau-de-bord/prevision';
import { INSECABLE } from '../../src/messages/formats';
import { LIBELLES_OBJECTIF } from '../../src/messages/tableau';
import { REGLE_ECART } from '../../src/tableau-de-bord/ecart';
import { COLONNES_OBJECTIF } from '../../src/tableau-de-bord/objectifs';
import { PALETTE } from '../palette';
import { nomDe } from './chiffres';
import { BEAUX_CONTRATS } from './chiffres-detail';
import {
  aDroite,
  bloc,
  calcul,
  colonneDeCarte,
  DECIMAL,
  DEFINITION,
  DEUX_CARTES,
  ENTIER,
  EUROS,
  LIGNE,
  LIGNES,
  POURCENT,
  tableau,
  TABLE_AGES,
  TABLE_PREVISIONS,
  texte,
} from './grille';
import type { CelluleLibre } from './page-libre';
import { deLActif } from './personnes';
import { motifDeRang, segmentDeRang } from './rangees';

/** Lignes montrées dans la bande C. */
export const RESPONSABLES = 8;
export const SEGMENTS_MONTRES = 8;
const MOTIFS_MONTRES = 8;

const DISCRET = { couleur: PALETTE.discret };
const GRAS = { gras: true };
const de = (i: number): number => colonneDeCarte(i);
const rangs = (n: number): number[] => Array.from({ length: n }, (_, i) => i + 1);

/** Trois graphiques : le cap, les taux, la satisfaction. */
export function bandeA(): CelluleLibre[] {
  const l = LIGNES.bandeA;
  return [
    ...bloc(
      l,
      0,
      2,
      'Tenons-nous le cap ?',
      'CA signé des douze derniers mois (HT), contre l’an passé et l’objectif.',
    ),
    ...bloc(
      l,
      2,
      2,
      'Que deviennent nos devis ?',
      'Part signée à ce jour des devis émis dans le mois ; part signée des devis décidés dans le mois, en nombre et en montant.',
    ),
    ...bloc(l, 4, 1, 'Nos clients sont-ils satisfaits ?', 'Part des notes au-dessus du seuil.'),
  ];
}

const AGES = ['0 à 30 jours', '31 à 60 jours', '61 à 90 jours', 'Plus de 90 jours', 'Âge inconnu'];
const MARCHES = [
  ['contactes', 'Contactés'],
  ['qualifies', 'Qualifiés'],
  ['rencontres', 'Rencontrés'],
  ['devis', 'Avec un devis'],
  ['signes', 'Signés'],
] as const;

/** Ce qui vient : prévision, portefeuille par âge, entonnoir. */
export function bandeB(): CelluleLibre[] {
  const l = LIGNES.bandeB;
  return [
    ...bloc(
      l,
      0,
      2,
      'Que va-t-il se signer ?',
      'À ce jour : reste à facturer des commandes, plus les devis dont la signature est prévue d’ici là. Pessimiste : devis sûrs à 80 % ou plus ; pondérée : × probabilité ; optimiste : en entier.',
    ),
    ...tableau(
      TABLE_PREVISIONS.ligne - 1,
      TABLE_PREVISIONS.colonne,
      [
        { titre: 'Horizon' },
        { titre: 'Pessimiste', format: EUROS },
        { titre: 'Pondérée', format: EUROS, style: GRAS },
        { titre: 'Optimiste', format: EUROS },
      ],
      HORIZONS.map((h) => [
        `"à ${h} mois"`,
        nomDe(`previsions_${h}_pessimisteHt`),
        nomDe(`previsions_${h}_pondereHt`),
        nomDe(`previsions_${h}_optimisteHt`),
      ]),
    ),
    ...bloc(
      l,
      2,
      2,
      'De quand datent nos devis en cours ?',
      'À ce jour : jours depuis le premier envoi, sinon la création. Un devis qui vieillit se signe moins.',
    ),
    ...tableau(
      TABLE_AGES.ligne - 1,
      TABLE_AGES.colonne,
      [
        { titre: 'Âge', largeur: 2 },
        { titre: 'Devis', format: ENTIER },
        { titre: 'Montant HT', format: EUROS },
      ],
      AGES.map((age, i) => [
        `"${age}"`,
        nomDe(`portefeuilleParAge_${i}_nombre`),
        nomDe(`portefeuilleParAge_${i}_montantHt`),
      ]),
    ),
    ...bloc(
      l,
      4,
      1,
      'Où nos clients s’arrêtent-ils ?',
      'Clients distincts, douze mois ; part de la marche d’avant.',
    ),
    ...tableau(
      l + 2,
      de(4),
      [
        { titre: 'Marche', largeur: 2 },
        { titre: 'Clients', format: ENTIER },
        { titre: 'Part', format: POURCENT },
      ],
      MARCHES.map(([cle, dit], i) => [
        `"${dit}"`,
        nomDe(`entonnoir_${cle}_clients`),
        i === 0 ? '""' : nomDe(`entonnoir_${cle}_tauxEtape`),
      ]),
    ),
  ];
}

const COURTS: Readonly<Record<string, string>> = {
  securiteEnvironnement: 'Sécurité, envir.',
};

function ligneDeResponsable(k: number): string[] {
  const si = (cle: 'objectifHt' | 'emis', alors: string): string =>
    `IF(${deLActif(k, 'nom')}="","",IF(${cle === 'emis' ? `N(${deLActif(k, cle)})>0` : `ISNUMBER(${deLActif(k, cle)})`},${alors},"${RIEN}"))`;
  return [
    deLActif(k, 'nom'),
    deLActif(k, 'signeHt'),
    si('objectifHt', deLActif(k, 'objectifHt')),
    deLActif(k, 'emis'),
    si('emis', `${deLActif(k, 'emisSignes')}/${deLActif(k, 'emis')}`),
    deLActif(k, 'factureHt'),
    deLActif(k, 'portefeuilleHt'),
  ];
}

/** Chacun, la satisfaction en détail, les pertes. */
export function bandeC(): CelluleLibre[] {
  const l = LIGNES.bandeC;
  return [
    ...bloc(
      l,
      0,
      2,
      'Qui porte quoi, ce mois-ci ?',
      'Toute l’entreprise, quel que soit le responsable choisi. Taux : signés à ce jour parmi les devis émis dans le mois.',
    ),
    ...tableau(
      l + 2,
      de(0),
      [
        { titre: 'Responsable', largeur: 2 },
        { titre: 'CA signé', format: EUROS, style: GRAS },
        { titre: 'Objectif', format: EUROS },
        { titre: 'Devis émis', format: ENTIER, largeur: 2 },
        { titre: 'Taux', format: POURCENT },
        { titre: 'CA facturé', format: EUROS },
        { titre: 'Portefeuille', format: EUROS },
      ],
      rangs(RESPONSABLES).map(ligneDeResponsable),
    ),
    ...bloc(
      l,
      2,
      1,
      'Qu’est-ce qui leur plaît ?',
      'Part des notes au-dessus du seuil, thème par thème, ce mois-ci.',
    ),
    ...tableau(
      l + 2,
      de(2),
      [
        { titre: 'Thème', largeur: 2 },
        { titre: 'Satisfaits', format: POURCENT },
        { titre: 'n', format: ENTIER, style: DISCRET },
      ],
      THEMES.map((t) => [
        `"${COURTS[t] ?? SATISFACTION.colonnes[t].entete}"`,
        nomDe(`satisfactionDetaillee_parTheme_${t}_taux`),
        nomDe(`satisfactionDetaillee_parTheme_${t}_n`),
      ]),
    ),
    ...bloc(
      l,
      3,
      1,
      'Et selon le segment ?',
      'Du plus faible au plus fort, ce mois-ci ; n : notes.',
    ),
    ...tableau(
      l + 2,
      de(3),
      [
        { titre: 'Segment', largeur: 2 },
        { titre: 'Satisfaits', format: POURCENT },
        { titre: 'n', format: ENTIER, style: DISCRET },
      ],
      rangs(SEGMENTS_MONTRES).map((k) => [
        segmentDeRang(k, 'libelle'),
        segmentDeRang(k, 'valeur'),
        segmentDeRang(k, 'nombre'),
      ]),
    ),
    ...bloc(l, 4, 1, 'Pourquoi perdons-nous ?', 'Devis refusés ou sans suite depuis janvier.'),
    ...tableau(
      l + 2,
      de(4),
      [
        { titre: 'Motif', largeur: 2 },
        { titre: 'Devis', format: ENTIER },
        { titre: 'Montant HT', format: EUROS },
      ],
      rangs(MOTIFS_MONTRES).map((k) => [
        motifDeRang(k, 'libelle'),
        motifDeRang(k, 'nombre'),
        motifDeRang(k, 'valeur'),
      ]),
    ),
  ];
}

const nom = (cle: string): string => nomDe(`modeleInverse_${cle}`);

/** De l'objectif aux appels : ce que l'on divise ou multiplie, et ce qu'il en vient. */
function modeleInverse(ligne: number): CelluleLibre[] {
  const c = de(2);
  const pas: ReadonlyArray<readonly [string, string, string, (readonly [string, string])?]> = [
    ['Objectif de CA signé de l’année', 'objectifHt', EUROS],
    ['− déjà signé depuis janvier', 'signeHt', EUROS, ['resteHt', 'à signer']],
    ['÷ panier moyen', 'panierHt', EUROS, ['signatures', 'à obtenir']],
    ['÷ taux sur décidés', 'taux', POURCENT, ['devis', 'devis à émettre']],
    ['× rendez-vous par devis', 'rendezVousParDevis', DECIMAL, ['rendezVous', 'rendez-vous']],
    ['× appels par rendez-vous', 'appelsParRendezVous', DECIMAL, ['appels', 'appels']],
  ];
  return pas.flatMap(([dit, taux, format, resultat], i) => [
    texte(ligne + i, c, dit, LIGNE, { colonnes: 3 }),
    calcul(ligne + i, c + 3, nom(taux), aDroite(LIGNE, format)),
    texte(
      ligne + i,
      c + 4,
      resultat ? '=' : '',
      { ...LIGNE, alignement: 'center' },
      { colonnes: 2 },
    ),
    resultat
      ? calcul(
          ligne + i,
          c + 6,
          nom(resultat[0]),
          aDroite({ ...LIGNE, ...GRAS }, i === 1 ? EUROS : ENTIER),
        )
      : texte(ligne + i, c + 6, '', LIGNE),
    texte(
      ligne + i,
      c + 7,
      resultat ? `${INSECABLE}${resultat[1]}` : '',
      { ...LIGNE, ...DISCRET },
      { colonnes: 2 },
    ),
  ]);
}

/** La règle qui sépare les écarts, et ceux du mois : là où les alertes sont plus longues que le reste. */
export function piedDePage(): CelluleLibre[] {
  const dire = COLONNES_OBJECTIF.map((c) => {
    const nature = nomDe(`objectifs_${c}_nature`);
    return `IF(${nature}="${RIEN}",""," ${LIBELLES_OBJECTIF[c]}${INSECABLE}: "&${nature}&".")`;
  }).join('&');
  const place = { colonnes: DEUX_CARTES, lignes: 2 };
  return [
    texte(LIGNES.fin - 1, de(0), REGLE_ECART, DEFINITION, place),
    calcul(LIGNES.fin - 1, de(2), dire, DEFINITION, place),
  ];
}

/** Les contrats, le modèle inverse ; les alertes ont leur fichier. */
export function bandeD(): CelluleLibre[] {
  const l = LIGNES.bandeD;
  return [
    ...bloc(
      l,
      0,
      2,
      'Quels sont nos plus beaux contrats ?',
      'Les plus gros devis signés depuis janvier.',
    ),
    ...tableau(
      l + 2,
      de(0),
      [
        { titre: '', largeur: 2 },
        { titre: '', largeur: 5 },
        { titre: '', largeur: 2, format: EUROS },
      ],
      rangs(BEAUX_CONTRATS).map((k) => [
        nomDe(`plusBeauxContrats_${k - 1}_numero`),
        nomDe(`plusBeauxContrats_${k - 1}_client`),
        nomDe(`plusBeauxContrats_${k - 1}_montantHt`),
      ]),
    ),
    ...bloc(
      l,
      2,
      2,
      'Que faut-il faire d’ici décembre ?',
      'De l’objectif de CA signé de l’année aux appels à passer, aux taux observés sur nos douze derniers mois.',
    ),
    ...modeleInverse(l + 2),
  ];
}
