import { RIEN } from '../../../src/tableau-de-bord/calculs/mesures';
import { INSECABLE } from '../../../src/messages/formats';
import { LIBELLES_OBJECTIF } from '../../../src/messages/tableau';
import { REGLE_ECART } from '../../../src/tableau-de-bord/ecart';
import { COLONNES_OBJECTIF } from '../../../src/tableau-de-bord/objectifs';
import { nomDe } from '../chiffres';
import { BEAUX_CONTRATS } from '../chiffres-detail';
import {
  DECIMAL,
  DEFINITION,
  DEUX_CARTES,
  ENTIER,
  EUROS,
  LIGNE,
  LIGNES,
  POURCENT,
  aDroite,
  bloc,
  calcul,
  tableau,
  texte,
} from '../grille';
import type { CelluleLibre } from '../page-libre';
import { DISCRET, GRAS, de, rangs } from './commun';

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
