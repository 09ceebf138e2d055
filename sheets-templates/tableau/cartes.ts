import { NOM_MOIS, NOM_RESPONSABLE, ONGLET_TABLEAU } from '../../src/tableau-de-bord/onglets';
import { TABLES } from '../../src/classeur/tables';
import { RIEN } from '../../src/tableau-de-bord/calculs/mesures';
import { CA_SIGNE } from '../../src/tableau-de-bord/indicateurs/devis-signes';
import { CA_FACTURE } from '../../src/tableau-de-bord/indicateurs/factures';
import { PORTEFEUILLE_PONDERE } from '../../src/tableau-de-bord/indicateurs/portefeuille';
import { SATISFACTION_TAUX } from '../../src/tableau-de-bord/indicateurs/satisfaction';
import { TAUX_COHORTE } from '../../src/tableau-de-bord/indicateurs/taux-transformation';
import { PALETTE } from '../palette';
import { citer } from '../references';
import { FICHIER, type Support } from '../support';
import { NOM_LISTE_MOIS } from './cadre-chiffres';
import { nomDe } from './chiffres';
import {
  aDroite,
  calcul,
  colonneDeCarte,
  DEFINITION,
  DEUX_CARTES,
  EUROS,
  GRIS,
  LARGEUR_CARTE,
  LIGNES,
  POURCENT,
  TEXTE,
  texte,
} from './grille';
import type { CelluleLibre, StyleLibre } from './page-libre';

const EUROS_SIGNES = '+#,##0\\ "€";\\-#,##0\\ "€";0\\ "€"';
/** Un écart entre deux taux se dit en points. */
const POINTS_SIGNES = '+0\\ "pts";\\-0\\ "pts";0\\ "pt"';

const CHOIX: StyleLibre = {
  ...TEXTE,
  taille: 11,
  gras: true,
  couleur: PALETTE.accent,
  fond: PALETTE.accentPale,
  alignement: 'left',
};

/** Le titre, et les deux cellules où l'on choisit le mois et le responsable. */
export function enTete({ dire }: Pick<Support, 'dire'> = FICHIER): CelluleLibre[] {
  const l = LIGNES.titre;
  const entreprise = `${citer(TABLES.parametres.onglet)}!$B$2`;
  const [mois, qui] = [colonneDeCarte(3), colonneDeCarte(4)];
  return [
    texte(
      l,
      colonneDeCarte(0),
      ONGLET_TABLEAU,
      { ...TEXTE, taille: 20, gras: true, couleur: PALETTE.accent },
      { colonnes: LARGEUR_CARTE },
    ),
    calcul(
      l,
      colonneDeCarte(1),
      `IF(${entreprise}="","",${entreprise})`,
      { ...TEXTE, taille: 12, couleur: PALETTE.discret },
      { colonnes: LARGEUR_CARTE },
    ),
    texte(l, mois - 3, 'Mois ', aDroite(GRIS), { colonnes: 2 }),
    calcul(
      l,
      mois,
      'DATE(YEAR(TODAY()),MONTH(TODAY()),1)',
      { ...CHOIX, format: '[$-40C]mmmm\\ yyyy' },
      {
        colonnes: 2,
        nom: NOM_MOIS,
        liste: NOM_LISTE_MOIS,
        aide: 'Choisissez un mois de la liste, ou écrivez son premier jour, par exemple 01/03/2026.',
      },
    ),
    texte(l, mois + 2, 'Responsable ', aDroite(GRIS), { colonnes: 2 }),
    texte(l, qui, '', CHOIX, {
      colonnes: LARGEUR_CARTE,
      nom: NOM_RESPONSABLE,
      liste: 'ListeEquipe',
      aide: 'Choisissez une adresse de l’onglet Équipe ; vide : toute l’entreprise.',
    }),
    calcul(
      LIGNES.sousTitre,
      colonneDeCarte(0),
      `IF(<nonCalculees>>0,"! "&<nonCalculees>&" lignes ne sont pas encore comptées : ${dire(
        'lancez une commande qui écrit, par exemple « suivi controler »',
        'menu « Suivi commercial », « Installer / Réparer »',
      )}.",` +
        '"Devis, chiffre d’affaires et satisfaction sont ceux du mois choisi ; portefeuille et prévisions, ceux d’aujourd’hui.")',
      GRIS,
      { colonnes: DEUX_CARTES + 3 },
    ),
    texte(
      LIGNES.sousTitre,
      mois - 1,
      'Choisissez le mois, et un responsable (vide : toute l’entreprise).',
      aDroite(GRIS),
      { colonnes: DEUX_CARTES + 1 },
    ),
  ];
}

interface Carte {
  readonly titre: string;
  /** Le nombre de cas d'un taux. */
  readonly n?: string;
  readonly valeur: string;
  readonly objectif?: string;
  readonly ecart?: string;
  readonly avant: string;
  readonly an: string;
  readonly format: string;
  readonly formatEcart: string;
  readonly definition: string;
}

const parObjectif = (cle: string) => ({
  valeur: nomDe(`objectifs_${cle}_realise`),
  objectif: nomDe(`objectifs_${cle}_objectif`),
  ecart: nomDe(`objectifs_${cle}_ecart`),
  avant: nomDe(`objectifs_${cle}_moisPrecedent`),
  an: nomDe(`objectifs_${cle}_anPrecedent`),
});
const enPoints = (ecart: string): string => `IF(ISNUMBER(${ecart}),${ecart}*100,"${RIEN}")`;
const enEuros = (cle: string) => ({
  ...parObjectif(cle),
  format: EUROS,
  formatEcart: EUROS_SIGNES,
});
const enPourcent = (cle: string) => ({
  ...parObjectif(cle),
  ecart: enPoints(nomDe(`objectifs_${cle}_ecart`)),
  format: POURCENT,
  formatEcart: POINTS_SIGNES,
});

/** Les cinq figures qui se lisent en cinq secondes. */
export const CARTES: readonly Carte[] = [
  { titre: 'CA signé (HT)', ...enEuros('caSigne'), definition: CA_SIGNE.definition },
  { titre: 'CA facturé (HT)', ...enEuros('caFacture'), definition: CA_FACTURE.definition },
  {
    titre: 'Taux de transformation',
    n: nomDe('tauxTransformation_cohorte_n'),
    ...enPourcent('tauxTransformation'),
    definition: TAUX_COHORTE.definition,
  },
  {
    titre: 'Satisfaction',
    n: nomDe('satisfaction_n'),
    ...enPourcent('satisfaction'),
    definition: SATISFACTION_TAUX.definition,
  },
  {
    titre: 'Portefeuille pondéré (HT)',
    valeur: nomDe('portefeuille_pondereHt'),
    avant: nomDe('portefeuille_pondereMoisPrecedent'),
    an: nomDe('portefeuille_pondereAnPrecedent'),
    format: EUROS,
    formatEcart: EUROS_SIGNES,
    definition: PORTEFEUILLE_PONDERE.definition,
  },
];

const TITRE: StyleLibre = {
  ...TEXTE,
  gras: true,
  couleur: PALETTE.discret,
  filetHaut: PALETTE.accent,
};
const FIGURE: StyleLibre = {
  ...TEXTE,
  taille: 22,
  gras: true,
  couleur: PALETTE.accent,
  alignement: 'left',
};

function carte(c: Carte, i: number): CelluleLibre[] {
  const colonne = colonneDeCarte(i);
  const l = LIGNES.cartes;
  const large = { colonnes: LARGEUR_CARTE };
  const petits = [c.objectif, c.ecart, c.avant, c.an];
  return [
    c.n === undefined
      ? texte(l, colonne, c.titre, TITRE, large)
      : calcul(l, colonne, `"${c.titre} (n = "&${c.n}&")"`, TITRE, large),
    calcul(l + 1, colonne, c.valeur, { ...FIGURE, format: c.format }, large),
    ...['Objectif', 'Écart', 'Mois préc.', 'An passé'].map((t, k) =>
      texte(l + 2, colonne + k, t, GRIS),
    ),
    ...petits.map((formule, k) =>
      formule === undefined
        ? texte(l + 3, colonne + k, RIEN, TEXTE)
        : calcul(l + 3, colonne + k, formule, {
            ...TEXTE,
            alignement: 'left',
            format: k === 1 ? c.formatEcart : c.format,
          }),
    ),
    texte(l + 5, colonne, c.definition, DEFINITION, large),
  ];
}

export const cartes = (): CelluleLibre[] => CARTES.flatMap(carte);
