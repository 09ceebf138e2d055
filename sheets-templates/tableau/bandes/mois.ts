import { SATISFACTION, THEMES } from '../../../src/classeur/tables/satisfaction';
import { RIEN } from '../../../src/tableau-de-bord/calculs/mesures';
import { nomDe } from '../chiffres';
import { ENTIER, EUROS, LIGNES, POURCENT, bloc, tableau } from '../grille';
import type { CelluleLibre } from '../page-libre';
import { deLActif } from '../personnes';
import { motifDeRang, segmentDeRang } from '../rangees';
import { DISCRET, GRAS, de, rangs } from './commun';

/** Lignes montrées dans la bande C. */
export const RESPONSABLES = 8;
export const SEGMENTS_MONTRES = 8;
const MOTIFS_MONTRES = 8;

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
