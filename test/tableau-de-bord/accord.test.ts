import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { lignesExemple } from '../../sheets-templates/exemple/generer-exemple';
import { VENDEURS } from '../../sheets-templates/exemple/personnes';
import { colonnesDeCalcul } from '../../sheets-templates/tableau/calculs';
import { lettreColonne } from '../../src/classeur/source';
import { TABLES } from '../../src/classeur/tables';
import { recalculer, type Recalcul } from '../support/recalculer';
import { euros, jour, mois } from '../support/valeurs';
import { calculDe, changements, classeurDe, desaccords, ecrireDans, type Essai } from './accord';
import { firmes } from './firmes';

const DELAI = 600_000;
const dossier = mkdtempSync(join(tmpdir(), 'accord-'));
afterAll(() => rmSync(dossier, { recursive: true, force: true }));

const aujourdHui = jour('2026-11-26');
const contenu = lignesExemple(aujourdHui);
const exemple: Essai = {
  nom: 'exemple',
  contenu,
  aujourdHui,
  cas: [null, VENDEURS[0] ?? null].map((responsable) => ({ mois: mois('2026-10'), responsable })),
};
/** Les cas les plus durs ; tous, sur dix-huit mois : `npm run soak`. */
const DURS = [
  'un seul devis',
  'deux versions',
  'premier envoi',
  'avoirs',
  'sans responsable',
  'réglages',
  'mains pressées',
];
/** Le même nom à deux lettres près : tous les clients ont la même empreinte. */
const noms = new Map(
  contenu.clients.map(({ organisation }, i) => [
    organisation,
    `Cli${String.fromCodePoint(97 + (i % 26), 97 + Math.floor(i / 26))} de la vallée du Rhône`,
  ]),
);
const renommer = <L extends { readonly client?: string | null }>(lignes: readonly L[]): L[] =>
  lignes.map((l) => Object.assign({}, l, { client: noms.get(l.client ?? null) ?? l.client }));
const semblables = {
  clients: contenu.clients.map((c) =>
    Object.assign({}, c, { organisation: noms.get(c.organisation) ?? null }),
  ),
  affaires: renommer(contenu.affaires),
  devis: renommer(contenu.devis),
  satisfaction: renommer(contenu.satisfaction),
  actions: renommer(contenu.actions),
};
/** De vieux devis partis sans numéro, d'une affaire close : dans aucun mois montré, et pourtant à voir. */
const vieuxSansNumero = ['PROV-901', null].map((numero) => ({
  numero,
  version: 1,
  statut: 'Signé' as const,
  affaire: contenu.affaires.find(({ etape }) => etape === 'Close')?.numero ?? null,
  montantHt: euros(1000),
  envoyeLe: jour('2015-01-05'),
  decideLe: jour('2015-02-05'),
}));
/** L'objectif de l'année, réparti sur les mois sans ligne de l'entreprise et de la dernière personne. */
const reparti: Essai = {
  ...exemple,
  nom: 'objectifs répartis, clients de noms semblables',
  contenu: {
    ...contenu,
    ...semblables,
    devis: [...semblables.devis, ...vieuxSansNumero],
    objectifs: contenu.objectifs.filter(
      (o) =>
        o.responsable !== null ||
        o.vautPour === 'Année' ||
        ['02', '07'].includes(o.mois?.slice(5) ?? ''),
    ),
  },
  cas: [null, VENDEURS[VENDEURS.length - 1] ?? null].map((responsable) => ({
    mois: mois('2026-11'),
    responsable,
  })),
};
const durs = [
  ...firmes(11, 1)
    .filter(({ nom }) => DURS.some((dur) => nom.includes(dur)))
    .map((essai) => Object.assign({}, essai, { cas: essai.cas.slice(0, 2) })),
  reparti,
];

// Un devis envoyé devient « Signé », et rien d'autre n'est tapé.
const rang = contenu.devis.findIndex((d) => d.statut === 'Envoyé' && d.version === 1);
const signe = {
  ...contenu,
  devis: contenu.devis.map((d, i) =>
    i === rang ? Object.assign({}, d, { statut: 'Signé' as const }) : d,
  ),
};
const DU_MOIS = { mois: mois('2026-11'), responsable: null };
const saisie = { cellule: `Devis!L${rang + 2}`, valeur: 'Signé' };

/** Ce qu'une recherche de l'utilisateur met parfois en erreur : une colonne par ligne, les dernières. */
const EN_ERREUR = {
  devis: ['envoyeLe', 'premierEnvoi', 'decideLe', 'montantHt', 'affaire', 'responsable', 'motif'],
  actions: ['date', 'type', 'client', 'auteur', 'echeance', 'affaire', 'devis'],
  factures: ['emiseLe', 'payeLe', 'paye', 'montantHt', 'montantTtc', 'affaire', 'echeance'],
  affaires: ['etape', 'responsable', 'client', 'decision', 'probabilite', 'signaturePrevue'],
  satisfaction: ['date', 'affaire', 'prix', 'segment', 'recommandation'],
  objectifs: ['caSigne'],
} as const;
type EnErreur = keyof typeof EN_ERREUR;
const TABLES_EN_ERREUR = Object.keys(EN_ERREUR) as EnErreur[];
const depuisLaFin = (table: EnErreur, i: number): number => contenu[table].length - 1 - i;

const erreurs = TABLES_EN_ERREUR.flatMap((table) =>
  EN_ERREUR[table].map((colonne, i) => {
    const lettre = lettreColonne(Object.keys(TABLES[table].colonnes).indexOf(colonne));
    return {
      cellule: `${TABLES[table].onglet}!${lettre}${depuisLaFin(table, i) + 2}`,
      valeur: '=NA()',
    };
  }),
);
/** Une cellule libre, qui compte celles de l'Accueil où l'on lit une erreur. */
const ERREURS_DE_L_ACCUEIL = {
  cellule: 'Journal!Z1',
  valeur: '=SUMPRODUCT(ISERROR($Accueil.A1:D60)*1)',
};
const videes: Essai = {
  ...exemple,
  contenu: {
    ...contenu,
    ...Object.fromEntries(
      TABLES_EN_ERREUR.map((table) => [
        table,
        contenu[table].map((ligne, rang) => {
          const colonne = EN_ERREUR[table][depuisLaFin(table, rang)];
          return colonne === undefined ? ligne : Object.assign({}, ligne, { [colonne]: null });
        }),
      ]),
    ),
  },
  cas: [DU_MOIS],
};

const EMIS = lettreColonne(colonnesDeCalcul().findIndex((c) => c.entete === 'devis.emis'));
/** Les signés se comptent au deuxième jour du mois, les perdus au troisième. */
const SIGNES_DU_MOIS = new RegExp(
  `(COUNTIF\\(Calculs!\\$${EMIS}\\$2:INDEX\\([^)]+\\),\\$L\\d+\\+)2\\)`,
  'g',
);

/** Le même classeur, une formule faussée, mois par mois : les signés des émis deviennent les perdus. */
function fausser(octets: Uint8Array): Uint8Array {
  const parties = unzipSync(octets);
  let faussees = 0;
  for (const [nom, partie] of Object.entries(parties)) {
    if (!/worksheets\/sheet\d+\.xml$/.test(nom)) continue;
    const xml = strFromU8(partie).replace(SIGNES_DU_MOIS, (_, avant: string) => {
      faussees += 1;
      return `${avant}3)`;
    });
    parties[nom] = strToU8(xml);
  }
  expect(faussees).toBe(13);
  return zipSync(parties, { level: 1 });
}

let recalculs: Recalcul[];
beforeAll(async () => {
  const ecrire = ecrireDans(dossier);
  const juste = await classeurDe(contenu, aujourdHui);
  const calculs = exemple.cas.map(calculDe);
  const choixDuMois = calculDe(DU_MOIS);
  const classeurs = [
    { chemin: ecrire('juste', juste), calculs },
    { chemin: ecrire('faux', fausser(juste)), calculs },
    {
      chemin: ecrire('change', juste),
      calculs: [choixDuMois, { ...choixDuMois, saisies: [saisie] }],
    },
    {
      chemin: ecrire('erreurs', juste),
      calculs: [
        {
          saisies: [...choixDuMois.saisies, ...erreurs, ERREURS_DE_L_ACCUEIL],
          plages: [...choixDuMois.plages, ERREURS_DE_L_ACCUEIL.cellule],
        },
      ],
    },
  ];
  for (const [i, essai] of durs.entries()) {
    const octets = await classeurDe(essai.contenu, essai.aujourdHui);
    classeurs.push({ chemin: ecrire(`dur-${i}`, octets), calculs: essai.cas.map(calculDe) });
  }
  recalculs = recalculer(dossier, classeurs);
}, DELAI);

const recalcul = (i: number): Recalcul => {
  const trouve = recalculs[i];
  if (!trouve) throw new Error(`Pas de recalcul ${i}`);
  return trouve;
};

describe('le tableau vivant et la commande', () => {
  it('disent la même chose de l’exemple', () => {
    expect(desaccords(exemple, recalcul(0))).toEqual([]);
  });

  it.each(durs.map((essai, i) => [essai.nom, essai, i] as const))('%s', (_, essai, i) => {
    expect(desaccords(essai, recalcul(i + 4))).toEqual([]);
  });

  it('une cellule en erreur vaut une cellule vide', () => {
    expect(desaccords(videes, recalcul(3))).toEqual([]);
    expect(recalcul(3).lus[0]?.at(-1)).toEqual([[0]]);
  });

  it('une formule fausse se voit', () => {
    const vus = desaccords(exemple, recalcul(1)).join('\n');
    expect(vus).toMatch(/tauxTransformation_cohorte_taux : le tableur dit/);
  });

  it('un statut changé à la main ne change que ce qui en dépend', () => {
    const obtenus = changements(recalcul(2));
    const voulus = changements(
      { ...exemple, cas: [DU_MOIS] },
      { ...exemple, contenu: signe, cas: [DU_MOIS] },
    );
    expect(voulus.size).toBeGreaterThan(5);
    expect(obtenus).toEqual(voulus);
  });
});
