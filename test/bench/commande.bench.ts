import { spawnSync } from 'node:child_process';
import { copyFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ecrireClasseurEnFlux } from '../../cli/workbooks/xlsx/ecrire-en-flux';
import { CLES_TABLES, TABLES } from '../../src/classeur/tables';
import { euros, jour } from '../support/valeurs';
import { lignesDevis } from './devis-generes';
import { mesurer } from './mesurer';
import { RELEVEE, type Mesures, type Objectif } from './objectif';

/** La commande construite (`npm run build`) : son démarrage, et un geste dans un grand classeur. */

const COMMANDE = 'dist/cli/suivi.mjs';
const PASSES = 30;

function demarrer(...argv: string[]): void {
  const { status } = spawnSync(process.execPath, argv, { stdio: 'ignore' });
  if (status !== 0) throw new Error(`${argv.join(' ')} : sortie ${status}`);
}

function* lignesDe(table: 'devis' | 'affaires', valeurs: object): Generator<unknown[]> {
  if (table === 'devis') yield* lignesDevis(20_000);
  const parCle: Readonly<Record<string, unknown>> = { ...valeurs };
  yield Object.keys(TABLES[table].colonnes).map((cle) => parCle[cle] ?? null);
}

/** 20 000 devis, et un de plus qui attend sa validation. */
export async function preparer(dossier: string): Promise<void> {
  const affaire = {
    numero: 'AFF-2026-9000',
    client: 'Mairie',
    objet: 'Audit',
    etape: 'Go',
    decision: 'Go',
  };
  const devis = {
    numero: 'PROV-1',
    version: 1,
    affaire: affaire.numero,
    client: 'Mairie',
    objet: 'Audit',
    montantHt: euros(1000),
    tauxTva: 0.2,
    auteur: 'paul@exemple.fr',
    statut: 'En validation',
    creeLe: jour('2026-03-02'),
  };
  await ecrireClasseurEnFlux(
    join(dossier, '20k.xlsx'),
    CLES_TABLES.map((cle) => ({
      onglet: TABLES[cle].onglet,
      colonnes: Object.values(TABLES[cle].colonnes),
      lignes:
        cle === 'devis' ? lignesDe(cle, devis) : cle === 'affaires' ? lignesDe(cle, affaire) : [],
    })),
  );
}

export const mesures: Mesures = {
  // Dans ce processus, pour que sa mémoire de crête soit celle de la commande.
  'devis valider': async (dossier) => {
    const classeur = join(dossier, 'valider.xlsx');
    copyFileSync(join(dossier, '20k.xlsx'), classeur);
    process.argv.splice(2, Infinity, 'devis', 'valider', 'PROV-1', '-c', classeur);
    process.argv.push('--le', '2027-03-01', '--utilisateur', 'gerant@exemple.fr');
    await import(pathToFileURL(resolve(COMMANDE)).href);
    if (process.exitCode !== 0) throw new Error(`sortie ${process.exitCode}`);
  },
  '--help': async (dossier) => {
    const vide = join(dossier, 'vide.mjs');
    writeFileSync(vide, '');
    let [ms, referenceMs] = [Infinity, Infinity];
    // En alternance : la charge de la machine pèse sur les deux.
    for (let i = 0; i < PASSES; i++) {
      referenceMs = Math.min(
        referenceMs,
        mesurer(1, () => demarrer(vide)),
      );
      ms = Math.min(
        ms,
        mesurer(1, () => demarrer(COMMANDE, '--help')),
      );
    }
    return { ms, referenceMs };
  },
};

export const objectifs: readonly Objectif[] = [
  {
    quoi: 'suivi --help, contre un Node vide',
    mesure: '--help',
    grandeur: 'ms',
    reference: RELEVEE,
    max: 1.2,
  },
  {
    quoi: 'suivi devis valider sur 20 000 devis, calcul',
    mesure: 'devis valider',
    grandeur: 'cpu',
  },
  {
    quoi: 'suivi devis valider sur 20 000 devis, mémoire de crête',
    mesure: 'devis valider',
    grandeur: 'rss',
  },
];
