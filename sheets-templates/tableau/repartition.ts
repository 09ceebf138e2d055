import { ONGLET_CHIFFRES } from '../../src/tableau-de-bord/onglets';
import { lettreColonne } from '../../src/classeur/source';
import { COLONNES_OBJECTIF } from '../../src/tableau-de-bord/objectifs';
import { DE_L_ENTREPRISE } from '../../src/tableau-de-bord/calculs/mesures';
import { objectifEcrit } from '../../src/tableau-de-bord/calculs/objectifs';

/** Un étalage a deux années, mois par mois. */
const PREMIERE_LIGNE = 3;
const MOIS_PAR_AN = 12;
const DERNIERE_LIGNE = PREMIERE_LIGNE + 2 * MOIS_PAR_AN - 1;
export const COLONNE_REPARTITION = 53;

/**
 * Le réalisé de l'entreprise au mois m : en centimes pour un montant, pour que la part se calcule au
 * centime comme dans la commande.
 */
const REALISES = {
  caSigne: (m: string) => `ROUND(100*(${DE_L_ENTREPRISE.signesHt(m)}),0)`,
  caFacture: (m: string) => `ROUND(100*SUMIFS({factures.ht^},{factures.emiseMois^},${m}),0)`,
  devisEmis: DE_L_ENTREPRISE.emis,
  visites: DE_L_ENTREPRISE.visites,
} as const;
type Repartie = keyof typeof REALISES;
const REPARTIES = Object.keys(REALISES) as Repartie[];
/** Unités par unité affichée : des centimes, ou des choses que l'on compte. */
const FINESSE: Readonly<Record<Repartie, number>> = {
  caSigne: 100,
  caFacture: 100,
  devisEmis: 1,
  visites: 1,
};

const COLONNES = ['ecrit', 'annuel', 'realise', 'saison', 'part'] as const;
type Colonne = (typeof COLONNES)[number];
const TITRES: Readonly<Record<Colonne, string>> = {
  ecrit: 'ligne du mois',
  annuel: 'ligne de l’année',
  realise: 'réalisé un an avant',
  saison: 'poids',
  part: 'objectif',
};

const lettre = (c: number): string => lettreColonne(c - 1);

/** Des objectifs étalés sur les mois de deux années : un tableau de « Chiffres ». */
interface Etalage {
  readonly colonne: number;
  readonly objectifs: readonly Repartie[];
  /** Le mois d'une ligne, la première étant 0. */
  readonly mois: (rang: number) => string;
}

/** L'année regardée, après la précédente. */
const REGARDEES: Etalage = {
  colonne: COLONNE_REPARTITION,
  objectifs: REPARTIES,
  mois: (rang) => `EDATE(<janvier>,${rang - MOIS_PAR_AN})`,
};
export const COLONNE_APRES_REPARTITION =
  COLONNE_REPARTITION + REPARTIES.length * COLONNES.length + 2;

/** Les années des deux mois qui viennent, quel que soit le mois regardé : le carnet s'y compare. */
const A_VENIR: Etalage = {
  colonne: COLONNE_APRES_REPARTITION + COLONNES_OBJECTIF.length + 1,
  objectifs: ['caFacture'],
  mois: (rang) =>
    `DATE(YEAR(EDATE(<aujourdHui>,${Math.floor(rang / MOIS_PAR_AN) + 1})),${(rang % MOIS_PAR_AN) + 1},1)`,
};
/** Les colonnes qui montrent des mois. */
export const COLONNES_DE_MOIS = [REGARDEES.colonne, A_VENIR.colonne] as const;

const lettreDe = (e: Etalage, quoi: Repartie, colonne: Colonne): string =>
  lettre(e.colonne + 1 + e.objectifs.indexOf(quoi) * COLONNES.length + COLONNES.indexOf(colonne));

const surChiffres = (l: string, de: number, a: number): string =>
  `${ONGLET_CHIFFRES}!$${l}$${de}:$${l}$${a}`;

/** Le premier des mois de l'année regardée. */
const JANVIER = PREMIERE_LIGNE + MOIS_PAR_AN;
/** Les douze objectifs de CA signé de l'année regardée. */
export const OBJECTIFS_DE_L_ANNEE = surChiffres(
  lettreDe(REGARDEES, 'caSigne', 'part'),
  JANVIER,
  DERNIERE_LIGNE,
);
/** Le poids du mois i (0 : janvier) de l'année regardée, pour le CA signé. */
export const poidsDuMois = (i: number): string =>
  `$${lettreDe(REGARDEES, 'caSigne', 'saison')}$${JANVIER + i}`;

/** L'objectif de CA facturé du n-ième mois qui vient (1 ou 2) : vide s'il n'y en a pas. */
export const caFactureAVenir = (n: 1 | 2): string => {
  const debut = PREMIERE_LIGNE + (n - 1) * MOIS_PAR_AN;
  const parts = surChiffres(lettreDe(A_VENIR, 'caFacture', 'part'), debut, debut + MOIS_PAR_AN - 1);
  return `INDEX(${parts},MONTH(EDATE(<aujourdHui>,${n})))`;
};

export const REPERES_REPARTITION: ReadonlyArray<readonly [string, string]> = [
  ['moisRepartis', surChiffres(lettre(COLONNE_REPARTITION), PREMIERE_LIGNE, DERNIERE_LIGNE)],
  ...REPARTIES.map(
    (c) =>
      [
        `reparti_${c}`,
        surChiffres(lettreDe(REGARDEES, c, 'part'), PREMIERE_LIGNE, DERNIERE_LIGNE),
      ] as const,
  ),
];

/**
 * La part d'un mois sans ligne dans l'objectif de l'année : le cumul des poids, arrondi, moins celui
 * des mois d'avant (`src/tableau-de-bord/repartition.ts`). `ecrits`, `poids` : les douze mois ;
 * `jusquA`, `poidsJusquA` : ceux d'avant et lui-même ; `poidsDuMois` : le sien.
 */
export function partDe(f: {
  readonly annuel: string;
  readonly ecrits: string;
  readonly cumul: string;
  readonly avant: string;
  readonly total: string;
  readonly finesse: number;
}): string {
  const reste = `MAX(0,ROUND(${f.finesse}*${f.annuel},0)-ROUND(${f.finesse}*SUM(${f.ecrits}),0))`;
  const place = (cumul: string): string => `ROUND(${reste}*${cumul}/${f.total},0)`;
  return `IF(ISNUMBER(${f.annuel}),(${place(f.cumul)}-${place(f.avant)})/${f.finesse},"")`;
}

/** Le premier des douze mois dont une ligne partage l'année. */
const debutDeLAnnee = (ligne: number): number =>
  ligne < PREMIERE_LIGNE + MOIS_PAR_AN ? PREMIERE_LIGNE : PREMIERE_LIGNE + MOIS_PAR_AN;

function part(e: Etalage, quoi: Repartie, ligne: number): string {
  const debut = debutDeLAnnee(ligne);
  const plage = (c: Colonne, de: number, a: number): string =>
    `$${lettreDe(e, quoi, c)}$${de}:$${lettreDe(e, quoi, c)}$${a}`;
  const poids = (a: number): string =>
    a < debut ? '0' : `SUMPRODUCT((${plage('ecrit', debut, a)}="")*${plage('saison', debut, a)})`;
  const fin = debut + MOIS_PAR_AN - 1;
  const ici = (c: Colonne): string => `$${lettreDe(e, quoi, c)}$${ligne}`;
  const repartie = partDe({
    annuel: ici('annuel'),
    ecrits: plage('ecrit', debut, fin),
    cumul: poids(ligne),
    avant: poids(ligne - 1),
    total: poids(fin),
    finesse: FINESSE[quoi],
  });
  return `IF(ISNUMBER(${ici('ecrit')}),${ici('ecrit')},${repartie})`;
}

/** Une cellule du tableau de répartition. */
interface CelluleRepartition {
  readonly ligne: number;
  readonly colonne: number;
  readonly entete?: string;
  readonly formule?: string;
}

function formuleDe(e: Etalage, quoi: Repartie, c: Colonne, ligne: number): string {
  const m = `$${lettre(e.colonne)}$${ligne}`;
  const debut = debutDeLAnnee(ligne);
  const realise = lettreDe(e, quoi, 'realise');
  switch (c) {
    case 'ecrit':
      return objectifEcrit(quoi, m, '<qui>');
    case 'annuel':
      return objectifEcrit(quoi, `YEAR(${m})`, '<qui>');
    case 'realise':
      return REALISES[quoi](`EDATE(${m},-12)`);
    case 'saison':
      return `IF(COUNTIF($${realise}$${debut}:$${realise}$${debut + MOIS_PAR_AN - 1},">0")=${MOIS_PAR_AN},$${realise}$${ligne},1)`;
    case 'part':
      return part(e, quoi, ligne);
  }
}

function etaler(e: Etalage): CelluleRepartition[] {
  const lignes = Array.from({ length: 2 * MOIS_PAR_AN }, (_, i) => PREMIERE_LIGNE + i);
  return [
    { ligne: 2, colonne: e.colonne, entete: 'Mois' },
    ...lignes.map((ligne, rang) => ({ ligne, colonne: e.colonne, formule: e.mois(rang) })),
    ...e.objectifs.flatMap((quoi, k) =>
      COLONNES.flatMap((c, j): CelluleRepartition[] => {
        const colonne = e.colonne + 1 + k * COLONNES.length + j;
        const titre: CelluleRepartition = { ligne: 2, colonne, entete: `${quoi} : ${TITRES[c]}` };
        return [titre].concat(
          lignes.map((ligne) => ({ ligne, colonne, formule: formuleDe(e, quoi, c, ligne) })),
        );
      }),
    ),
  ];
}

/** Les objectifs de l'année répartis sur ses mois, pour le responsable choisi. */
export const cellulesDeRepartition = (): CelluleRepartition[] =>
  [REGARDEES, A_VENIR].flatMap(etaler);
