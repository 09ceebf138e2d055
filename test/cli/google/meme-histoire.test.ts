import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { conduire } from '../../../cli/workbooks/google/conduire';
import { creerClasseur } from '../../../cli/workbooks/xlsx/creer-classeur';
import { lireClasseur } from '../../../cli/workbooks/xlsx/lire-classeur';
import { modifierClasseur } from '../../../cli/workbooks/xlsx/modifier-classeur';
import { creerExecuteur } from '../../../cli/google/executer-appel';
import { modifier } from '../../../src/classeur/changements';
import { plan } from '../../../src/classeur/plan';
import type { Snapshot } from '../../../src/classeur/snapshot';
import { CLES_TABLES } from '../../../src/classeur/tables';
import { modifierClasseurGoogle } from '../../../src/sheets-api/modifier-classeur-google';
import { CONTENU } from '../../errors/atelier';
import { ADRESSE, ID, lireEmule, poserClasseur } from '../../support/google-emule';
import { GoogleLocal } from '../../support/google-local';
import { suiviAvec } from '../../support/suivi';

/** Ce qu'une personne choisit dans l'onglet Revue hebdo. */
const decider = (snapshot: Snapshot) =>
  plan(null, {
    changements: snapshot.tables.revueHebdo.flatMap((l, i) =>
      modifier('revueHebdo', l, l.numero ?? '', { decision: i === 0 ? 'Relancer' : 'Attendre' }),
    ),
  });

/** Un mois de travail : le jour, qui, la commande. `{…}` : un chemin propre à chaque support. */
const HISTOIRE: readonly (readonly [string, string, ...string[]])[] = [
  ['2026-03-02', 'gerant', 'importer', 'clients', '{clients.csv}', '--rejets', '{rejets.csv}'],
  ['2026-03-02', 'gerant', 'importer', 'clients', '{clients.csv}'],
  ['2026-03-02', 'gerant', 'importer', 'devis', '{devis.csv}', '--simulation'],
  ['2026-03-02', 'gerant', 'importer', 'devis', '{devis.csv}'],
  ['2026-03-02', 'paul', 'affaire', 'nouvelle', '--client', 'Mairie de Sète', '--objet', '=1+1'],
  [
    '2026-03-02',
    'gerant',
    'affaire',
    'gonogo',
    'AFF-2026-0002',
    '--decision',
    'go-sous-conditions',
    '--delai',
    'oui',
    '--competence',
    'non',
    '--conditions',
    'Sous-traiter le forage',
  ],
  ['2026-03-02', 'paul', 'affaire', 'lister'],
  [
    '2026-03-02',
    'paul',
    'devis',
    'nouveau',
    '--affaire',
    'AFF-2026-0002',
    '--objet',
    'Lot 😀',
    '--montant',
    '1 234,50',
  ],
  ['2026-03-02', 'gerant', 'devis', 'valider', 'PROV-2', '--simulation'],
  ['2026-03-02', 'gerant', 'devis', 'valider', 'PROV-2'],
  ['2026-03-02', 'gerant', 'devis', 'valider', 'PROV-2'],
  ['2026-03-03', 'paul', 'devis', 'envoyer', 'DEV-2026-0002', '--a', 'sol@lunel.example'],
  ['2026-03-10', 'paul', 'relances', '-o', '{brouillons}'],
  ['2026-03-10', 'paul', 'relances', '-o', '{brouillons}'],
  ['2026-03-12', 'paul', 'devis', 'reviser', 'DEV-2026-0001', '--montant', '11 900'],
  ['2026-03-12', 'paul', 'devis', 'soumettre', 'DEV-2026-0001'],
  ['2026-03-13', 'gerant', 'devis', 'valider', 'DEV-2026-0001-V2'],
  ['2026-03-13', 'paul', 'devis', 'envoyer', 'DEV-2026-0001', '--a', 'mairie@lunel.example'],
  ['2026-03-16', 'paul', 'revue'],
  ['2026-03-16', 'gerant', '{décider}'],
  ['2026-03-16', 'gerant', 'revue', '--appliquer'],
  ['2026-03-20', 'paul', 'devis', 'signer', 'DEV-2026-0001', '--forme', 'bon de commande'],
  [
    '2026-03-24',
    'paul',
    'devis',
    'refuser',
    'DEV-2026-0002',
    '--motif',
    'prix',
    '--concurrent',
    'Sondages du Midi',
    '--recontacter',
    '2026-09-01',
  ],
  ['2026-03-30', 'paul', 'revue'],
  ['2026-04-01', 'gerant', 'tableau', '--mois', '2026-03', '--cloturer'],
  ['2026-04-01', 'gerant', 'tableau', '--mois', '2026-03'],
  ['2026-04-01', 'gerant', 'tableau', '--mois', '2026-03', '--responsable', 'paul@exemple.fr'],
  ['2026-04-01', 'gerant', 'controler'],
  ['2026-04-01', 'gerant', 'devis', 'lister'],
  ['2026-04-01', 'gerant', 'exporter', 'tout', '-o', '{tout.json}'],
  ['2026-04-01', 'gerant', 'exporter', 'devis', '-o', '{devis-export.csv}'],
];

const CLIENTS = [
  'Nom;E-mail;SIRET',
  'Mairie de Sète;mairie@sete.example;',
  'Bureau Oc;pas une adresse;',
  ';x@y.example;',
];
const DEVIS = [
  'N° devis;Client;État;Montant HT;Date;Date de décision',
  'D-7;Mairie de Sète;Signé;1000;02/01/2026;20/01/2026',
  'D-8;Inconnue SARL;Envoyé;abc;03/01/2026;',
];

interface Passage {
  readonly sorties: readonly { readonly code: number; readonly json: string }[];
  readonly fichiers: readonly string[];
  readonly snapshot: Snapshot;
}

async function jouer(
  dossier: string,
  cible: string,
  env: Readonly<Record<string, string>>,
  poserDecisions: () => Promise<unknown>,
): Promise<Passage['sorties']> {
  writeFileSync(join(dossier, 'clients.csv'), CLIENTS.join('\n'));
  writeFileSync(join(dossier, 'devis.csv'), DEVIS.join('\n'));
  const sorties = [];
  for (const [jour, qui, ...mots] of HISTOIRE) {
    if (mots[0] === '{décider}') {
      await poserDecisions();
      continue;
    }
    const argv = mots.map((m) => m.replace(/^\{(.+)\}$/, (_, nom: string) => join(dossier, nom)));
    const r = await suiviAvec(
      { env },
      ...argv,
      '-c',
      cible,
      '--le',
      jour,
      '--utilisateur',
      `${qui}@exemple.fr`,
      '--json',
    );
    sorties.push({ code: r.code, json: r.stdout.replaceAll(dossier, '') });
  }
  return sorties;
}

const lire = (dossier: string, nom: string): string => readFileSync(join(dossier, nom), 'utf8');

describe('un mois de travail, sur un .xlsx et sur un classeur Google', () => {
  let xlsx: Passage;
  let google: Passage;
  const FICHIERS = [
    'rejets.csv',
    'tout.json',
    'devis-export.csv',
    'brouillons/DEV-2026-0002-relance-1.eml',
  ];

  beforeAll(async () => {
    const [un, deux] = [
      mkdtempSync(join(tmpdir(), 'suivi-un-')),
      mkdtempSync(join(tmpdir(), 'suivi-deux-')),
    ];
    const fichier = join(un, 'suivi.xlsx');
    await creerClasseur(fichier, CONTENU);
    xlsx = {
      sorties: await jouer(un, fichier, {}, () => modifierClasseur(fichier, decider)),
      fichiers: FICHIERS.map((f) => lire(un, f)),
      snapshot: lireClasseur(fichier),
    };
    const serveur = await new GoogleLocal().ouvrir();
    poserClasseur(serveur.emulateur, CONTENU);
    const env = { SUIVI_GOOGLE_RACINE: serveur.racine };
    google = {
      sorties: await jouer(deux, ADRESSE, env, () =>
        conduire(modifierClasseurGoogle(ID, { jeton: () => '0123456789abcdef' }), {
          executer: creerExecuteur(null, serveur.racine),
          decider,
          attendre: async () => {},
        }),
      ),
      fichiers: FICHIERS.map((f) => lire(deux, f)),
      snapshot: lireEmule(serveur.emulateur),
    };
    return () => {
      serveur.fermer();
      for (const dossier of [un, deux]) rmSync(dossier, { recursive: true });
    };
  }, 120_000);

  it('chaque commande rend le même JSON et le même code', () => {
    expect(google.sorties).toEqual(xlsx.sorties);
    expect(xlsx.sorties.map((s) => s.code).join('')).toBe('110000000010110000010000000000');
  });

  it('les mêmes fichiers : rejets, exports, brouillons', () => {
    expect(google.fichiers).toEqual(xlsx.fichiers);
  });

  it.each(CLES_TABLES)('le même onglet, cellule pour cellule : %s', (cle) => {
    expect(google.snapshot.tables[cle]).toEqual(xlsx.snapshot.tables[cle]);
    expect(google.snapshot.illisiblesDe(cle)).toEqual(xlsx.snapshot.illisiblesDe(cle));
  });
});
