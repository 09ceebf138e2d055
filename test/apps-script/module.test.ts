import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { performance } from 'node:perf_hooks';
import { createContext, Script } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { ENTREES_MENU } from '../../apps-script/menu';
import { FONCTIONS } from '../../apps-script/serveur/declencheurs';
import type { EntreeMenu } from '../../cli/preview/hote/contrat';
import { Bureau, MODULE } from './bureau';
import { nomsLibres } from './noms-libres';

const lire = (nom: string): string => readFileSync(join(MODULE, nom), 'utf8');
const CLASP = resolve('node_modules/.bin/clasp');
const PARTIES = ['relances', 'pilotage', 'importation', 'installation'];

/** Le code d'une partie, comme `serveur/partie.ts` l'extrait. */
const codeDe = (partie: string): string =>
  /^<script>([\s\S]*)<\/script>\n$/.exec(lire(`${partie}.html`))?.[1] ?? '';

/** js-base64 s'en sert s'ils existent (`typeof`), et s'en passe sinon. */
const BASE64 = ['TextDecoder', 'TextEncoder', 'atob', 'btoa'];

describe('le module construit', () => {
  const script = lire('suivi.js');

  it('pousse un script, ses pages et son manifeste, rien d’autre', () => {
    expect(readdirSync(MODULE).sort()).toEqual([
      'appsscript.json',
      'importation.html',
      'installation.html',
      'panneau.html',
      'pilotage.html',
      'relances.html',
      'suivi.js',
    ]);
  });

  it('clasp pousserait exactement ces fichiers', () => {
    const dossier = mkdtempSync(join(tmpdir(), 'suivi-clasp-'));
    try {
      cpSync(MODULE, join(dossier, MODULE), { recursive: true });
      const reglages = JSON.parse(readFileSync('.clasp.json', 'utf8')) as object;
      writeFileSync(
        join(dossier, '.clasp.json'),
        JSON.stringify({ ...reglages, scriptId: 'essai' }),
      );
      const sortie = execFileSync(CLASP, ['show-file-status', '--json'], {
        cwd: dossier,
        encoding: 'utf8',
        env: { ...process.env, HOME: dossier },
      });
      const { filesToPush, untrackedFiles } = JSON.parse(sortie) as Record<string, string[]>;
      expect(filesToPush?.sort()).toEqual(
        readdirSync(MODULE)
          .map((f) => `${MODULE}/${f}`)
          .sort(),
      );
      expect(untrackedFiles).toEqual([]);
    } finally {
      rmSync(dossier, { recursive: true, force: true });
    }
  });

  it('pèse au plus 200 Ko', () => {
    expect(Buffer.byteLength(script)).toBeLessThanOrEqual(200 * 1024);
  });

  it('n’emploie aucun nom qu’Apps Script n’a pas', { timeout: 120_000 }, () => {
    const codes = Object.fromEntries(PARTIES.map((partie) => [partie, codeDe(partie)]));
    const libres = nomsLibres({ suivi: script, ...codes, temoin: 'setTimeout(process, btoa)' });
    expect(libres).toEqual({
      suivi: [],
      relances: BASE64,
      pilotage: BASE64,
      importation: [],
      installation: [],
      temoin: ['btoa', 'process', 'setTimeout'],
    });
  });

  it.each(PARTIES)('la partie %s s’évalue dans un contexte nu', (partie) => {
    const contexte = createContext({});
    new Script(codeDe(partie)).runInContext(contexte);
    const exports = new Script('Object.keys(Partie)').runInContext(contexte) as string[];
    expect(exports.length).toBeGreaterThan(0);
  });

  it('s’évalue et pose son menu en moins de 20 ms, sans service autorisé', () => {
    const hote = new Bureau().personne().hote;
    const appels = new Set<string>();
    hote.surService = (nom) => appels.add(nom);
    const durees = Array.from({ length: 9 }, () => {
      const debut = performance.now();
      hote.executer('onOpen');
      return performance.now() - debut;
    });
    // La plus courte : la machine fait autre chose en même temps.
    expect(Math.min(...durees)).toBeLessThan(20);
    expect(
      [...appels].filter((n) => !/^(SpreadsheetApp\.getUi|Ui\.createMenu|Menu\.)/.test(n)),
    ).toEqual([]);
  });

  it('le menu est celui que l’on attend, et chaque entrée est une fonction', () => {
    const { hote } = new Bureau().personne();
    hote.executer('onOpen');
    expect(hote.menu.map(dire)).toEqual([
      'Suivi commercial ▸ [Nouvelle affaire… · Nouveau devis… · Go/NoGo… · ' +
        'Devis sélectionné ▸ [Soumettre · Valider et numéroter · Marquer envoyé · Signer… · Refuser… · Nouvelle version · Annuler… · Réouvrir] · ' +
        'Action commerciale… · — · Revue hebdo ▸ [Préparer · Appliquer les décisions] · ' +
        'Relances ▸ [Préparer les brouillons] · Tableau de bord ▸ [Actualiser · Clôturer le mois] · ' +
        '— · Importer… · Contrôler · Installer / Réparer · Aide]',
    ]);
    const contexte = createContext({});
    new Script(script).runInContext(contexte);
    const fonctions = [...ENTREES_MENU.map((e) => e.fonction), ...Object.values(FONCTIONS)];
    for (const fonction of [...fonctions, 'envoyer', 'ouvrir', 'allerA']) {
      expect(new Script(`typeof ${fonction}`).runInContext(contexte), fonction).toBe('function');
    }
  });

  it('le manifeste demande les droits que docs/securite.md justifie, et eux seuls', () => {
    const { oauthScopes } = JSON.parse(lire('appsscript.json')) as { oauthScopes: string[] };
    const justifies = [...readFileSync('docs/securite.md', 'utf8').matchAll(/^\| `(\S+)`/gm)].map(
      (m) => `https://www.googleapis.com/auth/${m[1]}`,
    );
    expect(justifies.sort()).toEqual(oauthScopes.sort());
  });
});

function dire(entree: EntreeMenu): string {
  if (entree.sorte === 'separateur') return '—';
  if (entree.sorte === 'action') return entree.libelle;
  return `${entree.libelle} ▸ [${entree.entrees.map(dire).join(' · ')}]`;
}
