import { ONGLET_CHIFFRES } from '../../src/tableau-de-bord/onglets';
import { lettreColonne } from '../../src/classeur/source';
import { objectifEcrit } from '../../src/tableau-de-bord/calculs/objectifs';

/** Deux années, mois par mois : celle du mois regardé, et la précédente. */
const PREMIERE_LIGNE = 3;
const MOIS_PAR_AN = 12;
const DERNIERE_LIGNE = PREMIERE_LIGNE + 2 * MOIS_PAR_AN - 1;
export const COLONNE_REPARTITION = 53;

/**
 * Le réalisé de l'entreprise au mois m : en centimes pour un montant, pour que la part se calcule au
 * centime comme dans la commande.
 */
const REALISES = {
  caSigne: (m: string) =>
    `ROUND(100*SUMIFS({devis.montant},{devis.statut},"Signé",{devis.decideMois},${m}),0)`,
  caFacture: (m: string) => `ROUND(100*SUMIFS({factures.ht},{factures.emiseMois},${m}),0)`,
  devisEmis: (m: string) => `COUNTIF({devis.emisMois},${m})`,
  visites: (m: string) =>
    `COUNTIFS({actions.mois},${m},{actions.genre},3)+COUNTIFS({actions.mois},${m},{actions.genre},13)`,
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
const lettreDe = (quoi: Repartie, colonne: Colonne): string =>
  lettre(
    COLONNE_REPARTITION + 1 + REPARTIES.indexOf(quoi) * COLONNES.length + COLONNES.indexOf(colonne),
  );
export const COLONNE_APRES_REPARTITION =
  COLONNE_REPARTITION + REPARTIES.length * COLONNES.length + 2;

const surChiffres = (l: string, de: number, a: number): string =>
  `${ONGLET_CHIFFRES}!$${l}$${de}:$${l}$${a}`;

/** Le premier des mois de l'année regardée. */
const JANVIER = PREMIERE_LIGNE + MOIS_PAR_AN;
/** Les douze objectifs de CA signé de l'année regardée. */
export const OBJECTIFS_DE_L_ANNEE = surChiffres(
  lettreDe('caSigne', 'part'),
  JANVIER,
  DERNIERE_LIGNE,
);
/** Le poids du mois i (0 : janvier) de l'année regardée, pour le CA signé. */
export const poidsDuMois = (i: number): string =>
  `$${lettreDe('caSigne', 'saison')}$${JANVIER + i}`;

export const REPERES_REPARTITION: ReadonlyArray<readonly [string, string]> = [
  ['moisRepartis', surChiffres(lettre(COLONNE_REPARTITION), PREMIERE_LIGNE, DERNIERE_LIGNE)],
  ...REPARTIES.map(
    (c) =>
      [`reparti_${c}`, surChiffres(lettreDe(c, 'part'), PREMIERE_LIGNE, DERNIERE_LIGNE)] as const,
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

function part(quoi: Repartie, ligne: number): string {
  const debut = ligne < JANVIER ? PREMIERE_LIGNE : JANVIER;
  const plage = (c: Colonne, de: number, a: number): string =>
    `$${lettreDe(quoi, c)}$${de}:$${lettreDe(quoi, c)}$${a}`;
  const poids = (a: number): string =>
    a < debut ? '0' : `SUMPRODUCT((${plage('ecrit', debut, a)}="")*${plage('saison', debut, a)})`;
  const fin = debut + MOIS_PAR_AN - 1;
  const ici = (c: Colonne): string => `$${lettreDe(quoi, c)}$${ligne}`;
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

/** Les objectifs de l'année répartis sur ses mois, pour le responsable choisi. */
export function cellulesDeRepartition(): CelluleRepartition[] {
  const lignes = Array.from({ length: 2 * MOIS_PAR_AN }, (_, i) => PREMIERE_LIGNE + i);
  const mois = (ligne: number): string => `$${lettre(COLONNE_REPARTITION)}$${ligne}`;
  return [
    { ligne: 2, colonne: COLONNE_REPARTITION, entete: 'Mois' },
    ...lignes.map((ligne) => ({
      ligne,
      colonne: COLONNE_REPARTITION,
      formule: `EDATE(<janvier>,${ligne - JANVIER})`,
    })),
    ...REPARTIES.flatMap((quoi, k) =>
      COLONNES.flatMap((c, j): CelluleRepartition[] => {
        const colonne = COLONNE_REPARTITION + 1 + k * COLONNES.length + j;
        const formule = (ligne: number): string => {
          const m = mois(ligne);
          const debut = ligne < JANVIER ? PREMIERE_LIGNE : JANVIER;
          const realise = lettreDe(quoi, 'realise');
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
              return part(quoi, ligne);
          }
        };
        const titre: CelluleRepartition = { ligne: 2, colonne, entete: `${quoi} : ${TITRES[c]}` };
        return [titre].concat(lignes.map((ligne) => ({ ligne, colonne, formule: formule(ligne) })));
      }),
    ),
  ];
}
