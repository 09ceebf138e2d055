import { ONGLET_TABLEAU } from '../../src/tableau-de-bord/onglets';
import { THEMES } from '../../src/classeur/tables/satisfaction';
import { lettreColonne } from '../../src/classeur/source';
import { CAS_SUFFISANTS } from '../../src/tableau-de-bord/indicateur';
import { COULEURS_ONGLETS } from '../couleurs-onglets';
import { PALETTE } from '../palette';
import { FICHIER, type Support } from '../support';
import { alertes, COMPTES_ALERTES } from './alertes-page';
import { bandeA } from './bandes/cap';
import { bandeB } from './bandes/a-venir';
import { bandeC, RESPONSABLES, SEGMENTS_MONTRES } from './bandes/mois';
import { bandeD, piedDePage } from './bandes/suites';
import { CARTES, cartes, enTete } from './cartes';
import { nomDe } from './chiffres';
import { CARTES_EN_LARGEUR, colonneDeCarte, LARGEUR_CARTE, LIGNES } from './grille';
import type { PageLibre, RegleLibre } from './page-libre';

const a = (colonne: number, ligne: number): string => `${lettreColonne(colonne - 1)}${ligne}`;

const peuDeCas = (plage: string, n: string): RegleLibre => ({
  plage,
  condition: `${n}<${CAS_SUFFISANTS}`,
  couleur: PALETTE.discret,
});

/** Un taux sur peu de cas est gris ; un écart a sa couleur, que son signe double. */
function regles(): RegleLibre[] {
  const figure = (carte: number): string => a(colonneDeCarte(carte), LIGNES.cartes + 1);
  const premiere = LIGNES.bandeC + 3;
  const colonneGrisee = (colonne: number, n: number, lignes: number): RegleLibre =>
    peuDeCas(`${a(colonne, premiere)}:${a(colonne, premiere + lignes - 1)}`, `$${a(n, premiere)}`);
  const ecarts = CARTES.map((_, i) => a(colonneDeCarte(i) + 1, LIGNES.cartes + 3));
  const { colonne, ligne, lignes } = COMPTES_ALERTES;
  const comptes = `${a(colonne, ligne)}:${a(colonne, ligne + lignes - 1)}`;
  const avertissement = a(colonneDeCarte(0), LIGNES.sousTitre);
  return [
    peuDeCas(figure(2), nomDe('tauxTransformation_cohorte_n')),
    peuDeCas(figure(3), nomDe('satisfaction_n')),
    ...ecarts.flatMap((cellule): RegleLibre[] => [
      {
        plage: cellule,
        condition: `AND(ISNUMBER(${cellule}),${cellule}<0)`,
        couleur: PALETTE.perdu,
        gras: true,
      },
      {
        plage: cellule,
        condition: `AND(ISNUMBER(${cellule}),${cellule}>0)`,
        couleur: PALETTE.gagne,
        gras: true,
      },
    ]),
    colonneGrisee(colonneDeCarte(0) + 6, colonneDeCarte(0) + 4, RESPONSABLES),
    colonneGrisee(colonneDeCarte(2) + 2, colonneDeCarte(2) + 3, THEMES.length),
    colonneGrisee(colonneDeCarte(3) + 2, colonneDeCarte(3) + 3, SEGMENTS_MONTRES),
    { plage: comptes, condition: `${a(colonne, ligne)}>0`, couleur: PALETTE.attention },
    { plage: comptes, condition: `${a(colonne, ligne)}=0`, couleur: PALETTE.discret },
    {
      plage: avertissement,
      condition: `LEFT(${avertissement},1)="!"`,
      couleur: PALETTE.attention,
      gras: true,
    },
  ];
}

/** En points ; la page entière tient sur une feuille A4 en paysage sans devenir illisible. */
function hauteurs(): Record<number, number> {
  const h: Record<number, number> = { 1: 4, 2: 28, 3: 14, 4: 6 };
  [15, 30, 12, 14, 32, 34].forEach((hauteur, i) => (h[LIGNES.cartes + i] = hauteur));
  const bandes = [LIGNES.bandeA, LIGNES.bandeB, LIGNES.bandeC, LIGNES.bandeD, LIGNES.fin + 1];
  bandes.slice(0, -1).forEach((bande, i) => {
    h[bande - 1] = 7;
    h[bande] = 18;
    h[bande + 1] = bande === LIGNES.bandeB ? 21 : 12;
    const contenu = bande === LIGNES.bandeA ? 15.5 : 13.5;
    for (let l = bande + 2; l < (bandes[i + 1] ?? 0) - 1; l++) h[l] = contenu;
  });
  return h;
}

/** L'onglet « Tableau de bord » : vivant, une page A4 en paysage (S3-1 à S3-4, S4-16 à S4-22). */
export function pageTableau(support: Pick<Support, 'dire'> = FICHIER): PageLibre {
  const carte = Array.from({ length: LARGEUR_CARTE }, () => 9.8);
  return {
    nom: ONGLET_TABLEAU,
    couleur: COULEURS_ONGLETS.quotidien,
    largeurs: [
      1.5,
      ...Array.from({ length: CARTES_EN_LARGEUR }, (_, i) =>
        i < CARTES_EN_LARGEUR - 1 ? [...carte, 2] : carte,
      ).flat(),
    ],
    hauteurs: hauteurs(),
    cellules: [
      ...enTete(support),
      ...cartes(),
      ...bandeA(),
      ...bandeB(),
      ...bandeC(),
      ...bandeD(),
      ...alertes(),
      ...piedDePage(),
    ],
    regles: regles(),
    protegee: false,
    impression: 'page',
  };
}
