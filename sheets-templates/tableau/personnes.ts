import { lettreColonne } from '../../src/classeur/source';
import { TABLES } from '../../src/classeur/tables';
import { objectifEcrit } from '../../src/tableau-de-bord/calculs/objectifs';
import { SANS_RESPONSABLE } from '../../src/tableau-de-bord/calculs/bloc';
import { FORMATS } from '../formats';
import { citer, lettreDe } from '../references';
import {
  CADRE,
  calcul,
  ENTETE,
  LIGNE_PERSONNES,
  PERSONNES,
  plage,
  texte,
  TITRE,
} from './cadre-chiffres';
import type { CelluleLibre } from './page-libre';
import { COLONNE_REPARTITION, partDe, poidsDuMois } from './repartition';
import { COLONNE_MOIS } from './series';

/** La ligne, dans « Chiffres », de la k-ième personne de l'équipe. */
export const lignePersonne = (k: number): number => LIGNE_PERSONNES + 2 + k;
/** La colonne de chaque chiffre d'une personne. */
export const COLONNES_PERSONNE = {
  qui: COLONNE_MOIS,
  nom: COLONNE_MOIS + 1,
  emis: COLONNE_MOIS + 2,
  signes: COLONNE_MOIS + 3,
  signeHt: COLONNE_MOIS + 4,
  emisSignes: COLONNE_MOIS + 5,
  factureHt: COLONNE_MOIS + 6,
  portefeuilleHt: COLONNE_MOIS + 7,
  objectifHt: COLONNE_MOIS + 8,
  actif: COLONNE_MOIS + 9,
} as const;

const equipe = (colonne: string, rang: number): string =>
  `INDEX(${citer(TABLES.equipe.onglet)}!$${lettreDe('equipe', colonne)}:$${lettreDe('equipe', colonne)},${rang})`;

/** Les douze mois de l'année regardée : leurs titres et leurs poids, au-dessus des objectifs de chacun. */
const MOIS = Array.from({ length: 12 }, (_, i) => ({
  rang: i,
  colonne: COLONNE_REPARTITION + i,
  lettre: lettreColonne(COLONNE_REPARTITION + i - 1),
}));
const JANVIER = lettreColonne(COLONNE_REPARTITION - 1);
const DECEMBRE = lettreColonne(COLONNE_REPARTITION + 10);
const ANNUEL = COLONNE_REPARTITION + 12;

const titresDesObjectifs = (): CelluleLibre[] =>
  MOIS.flatMap(({ rang, colonne }) => [
    calcul(LIGNE_PERSONNES, colonne, poidsDuMois(rang), { ...CADRE, format: 'General' }),
    calcul(LIGNE_PERSONNES + 1, colonne, `EDATE(<janvier>,${rang})`, {
      ...ENTETE,
      format: FORMATS.mois,
    }),
  ]);

/** L'objectif de CA signé d'une personne : ses lignes de l'année, puis sa part du mois regardé. */
function objectifDe(l: number, qui: string): (readonly [colonne: number, formule: string])[] {
  const ecrits = `$${JANVIER}$${l}:$${DECEMBRE}$${l}`;
  const duMois = `INDEX(${ecrits},MONTH(<mois>))`;
  const total = `SUMPRODUCT((${ecrits}="")*$${JANVIER}$${LIGNE_PERSONNES}:$${DECEMBRE}$${LIGNE_PERSONNES})`;
  const jusquA = (borne: string): string =>
    `SUMPRODUCT((${ecrits}="")*($${JANVIER}$${LIGNE_PERSONNES + 1}:$${DECEMBRE}$${LIGNE_PERSONNES + 1}${borne}<mois>)*$${JANVIER}$${LIGNE_PERSONNES}:$${DECEMBRE}$${LIGNE_PERSONNES})`;
  const part = partDe({
    annuel: `$${lettreColonne(ANNUEL - 1)}$${l}`,
    ecrits,
    cumul: jusquA('<='),
    avant: jusquA('<'),
    total,
    finesse: 100,
  });
  const ecrit = (periode: string): string =>
    `IF(${qui}="","",${objectifEcrit('caSigne', periode, qui)})`;
  return [
    ...MOIS.map(
      ({ colonne, lettre }) => [colonne, ecrit(`${lettre}$${LIGNE_PERSONNES + 1}`)] as const,
    ),
    [ANNUEL, ecrit('YEAR(<mois>)')],
    [COLONNES_PERSONNE.objectifHt, `IF(ISNUMBER(${duMois}),${duMois},${part})`],
  ];
}

/** Chacun ce mois-ci : les personnes de l'équipe, puis ce que personne ne porte, puis les autres. */
export function personnes(): CelluleLibre[] {
  const c = COLONNES_PERSONNE;
  // `q` : sa cellule ; `null` : le total de tous.
  const mesures = (q: string | null): ReadonlyArray<readonly [number, string]> => {
    const [sien, facture] = q === null ? ['', ''] : [`,{devis.qui^},${q}`, `,{factures.qui^},${q}`];
    const enCours = '{portefeuille.montant^}';
    const signes = `{devis.decideMois^},<mois>,{devis.statut^},"Signé"${sien}`;
    return [
      [c.emis, `COUNTIFS({devis.emisMois^},<mois>${sien})`],
      [c.signes, `COUNTIFS(${signes})`],
      [c.signeHt, `SUMIFS({devis.montant^},${signes})`],
      [c.emisSignes, `COUNTIFS({devis.emisMois^},<mois>,{devis.statut^},"Signé"${sien})`],
      [c.factureHt, `SUMIFS({factures.ht^},{factures.emiseMois^},<mois>${facture})`],
      [
        c.portefeuilleHt,
        q === null ? `SUM(${enCours})` : `SUMIF({portefeuille.qui^},${q},${enCours})`,
      ],
    ];
  };
  // « Autres » : le total moins chacun.
  const ligne = (k: number): CelluleLibre[] => {
    const l = lignePersonne(k);
    const qui = `$${lettreColonne(c.qui - 1)}$${l}`;
    const cellule = (colonne: number, f: string): CelluleLibre =>
      calcul(l, colonne, f, { ...CADRE, format: 'General' });
    const autres = k === PERSONNES - 1;
    const sansPersonne = k === PERSONNES - 2;
    const nommee = autres
      ? '"Autres"'
      : sansPersonne
        ? `"${SANS_RESPONSABLE}"`
        : `LOWER(TRIM(${equipe('email', k + 2)}&""))`;
    const nom =
      autres || sansPersonne
        ? qui
        : `IF(${equipe('nom', k + 2)}="",${qui},${equipe('nom', k + 2)})`;
    const valeurs = mesures(autres ? null : qui).map(([colonne, f]) => {
      const lettre = lettreColonne(colonne - 1);
      const moinsLesAutres = `-SUM($${lettre}$${lignePersonne(0)}:$${lettre}$${l - 1})`;
      return cellule(colonne, autres ? `ROUND(${f}${moinsLesAutres},2)` : `IF(${qui}="",0,${f})`);
    });
    return [
      cellule(c.qui, nommee),
      cellule(c.nom, nom),
      ...valeurs,
      ...(autres || sansPersonne
        ? [cellule(c.objectifHt, '""')]
        : objectifDe(l, qui).map(([colonne, f]) => cellule(colonne, f))),
      // Son rang parmi ceux qui ont un chiffre ou un objectif ce mois-ci.
      cellule(
        c.actif,
        `N($${lettreColonne(c.actif - 1)}$${l - 1})+IF(OR(${valeurs
          .map((v) => `$${lettreColonne(v.colonne - 1)}$${l}<>0`)
          .join(',')},ISNUMBER($${lettreColonne(c.objectifHt - 1)}$${l})),1,0)`,
      ),
    ];
  };
  return [
    texte(LIGNE_PERSONNES, COLONNE_MOIS, 'Chacun, ce mois-ci', TITRE),
    ...titresDesObjectifs(),
    texte(LIGNE_PERSONNES + 1, ANNUEL, 'CA signé : année', ENTETE),
    ...Object.entries(c).map(([cle, colonne]) => texte(LIGNE_PERSONNES + 1, colonne, cle, ENTETE)),
    ...Array.from({ length: PERSONNES }, (_, k) => ligne(k)).flat(),
  ];
}

/** Le chiffre du k-ième actif (à partir de 1) ; vide s'il n'y en a pas tant. */
export function deLActif(k: number, cle: keyof typeof COLONNES_PERSONNE): string {
  const [de, a] = [lignePersonne(0), lignePersonne(PERSONNES - 1)];
  return `IFERROR(INDEX(${plage(COLONNES_PERSONNE[cle], de, a)},MATCH(${k},${plage(COLONNES_PERSONNE.actif, de, a)},0)),"")`;
}
