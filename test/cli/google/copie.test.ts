import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { genererExemple } from '../../../sheets-templates/exemple/generer-exemple';
import { creerClasseur } from '../../../cli/workbooks/xlsx/creer-classeur';
import { lireClasseur } from '../../../cli/workbooks/xlsx/lire-classeur';
import { modifierClasseur } from '../../../cli/workbooks/xlsx/modifier-classeur';
import { ajouter, modifier, type Changement } from '../../../src/classeur/changements';
import { plan } from '../../../src/classeur/plan';
import type { Snapshot } from '../../../src/classeur/snapshot';
import { CLES_TABLES } from '../../../src/classeur/tables';
import { ADRESSE, ID, lireEmule } from '../../support/google-emule';
import { googleLocal } from '../../support/google-local';
import { dossierTemporaire, suiviAvec } from '../../support/suivi';
import { euros, jour, mois } from '../../support/valeurs';

const LE = ['--le', '2026-03-02', '--utilisateur', 'gerant@exemple.fr'];

async function vide() {
  const google = await googleLocal();
  google.emulateur.creer(ID, {
    properties: { title: 'Suivi', locale: 'fr_FR', timeZone: 'Europe/Paris' },
  });
  const env = { SUIVI_GOOGLE_RACINE: google.racine };
  const suivi = async (...argv: string[]) => {
    const { code, stdout, stderr } = await suiviAvec({ env }, ...argv, ...LE);
    const dire = (texte: string): string => texte.replace(/[\u00a0\u202f]/g, ' ');
    return { code, stdout: dire(stdout), stderr: dire(stderr) };
  };
  return { google, suivi };
}

/** Un classeur de tous les jours : l'exemple, des réglages changés, un mois clos, une décision choisie. */
async function source(dossier: string, enPlus: readonly Changement[] = []): Promise<string> {
  const chemin = join(dossier, 'source.xlsx');
  await creerClasseur(chemin, [
    ...genererExemple(jour('2026-03-02')),
    ajouter('historique', { mois: mois('2026-01'), caSigne: euros(12.34), tauxCohorte: 0.333 }),
    ajouter('clients', {
      organisation: '=1+1',
      notes: "'=A1\n« l’été » 😀",
      siret: '00012345678901',
    }),
    ajouter('devis', {
      ...{ numero: 'PROV-900', version: 1, client: '=1+1', statut: 'Brouillon' },
      montantHt: { brut: 'environ 1000' },
    }),
    ...enPlus,
  ]);
  await suiviAvec({}, 'revue', '-c', chemin, ...LE);
  await modifierClasseur(chemin, (s) => {
    const validite = s.tables.parametres.find((p) => p.reglage === 'Validité d’un devis (jours)');
    const [ligne] = s.tables.revueHebdo;
    return plan(null, {
      changements: [
        ...(validite ? modifier('parametres', validite, '', { valeur: 45 }) : []),
        ...(ligne ? modifier('revueHebdo', ligne, '', { decision: 'Attendre' }) : []),
        ajouter('parametres', { reglage: 'À moi', valeur: '12 bis' }),
      ],
    });
  });
  return chemin;
}

/** Tout ce qu'une copie doit au classeur copié, hors ce qui dit la copie elle-même. */
function contenu(s: Snapshot) {
  const tables = CLES_TABLES.filter((cle) => cle !== 'anomalies');
  const lignes = tables.map((cle) => [
    cle,
    s.tables[cle]
      .filter(
        (l) => !('action' in l) || (l.action !== 'copie' && l.action !== 'Installer / Réparer'),
      )
      .map((l) => Object.entries(l).filter(([nom]) => nom !== 'ligne')),
  ]);
  const illisibles = s.illisibles.map(({ table, colonne, valeur }) => ({ table, colonne, valeur }));
  return { lignes, illisibles, parametres: s.parametres };
}

/** Un fichier, ou tous ceux d'un dossier. */
const lireTout = (chemin: string): string[] =>
  statSync(chemin).isDirectory()
    ? readdirSync(chemin).map((nom) => readFileSync(join(chemin, nom), 'utf8'))
    : [readFileSync(chemin, 'utf8')];

describe('suivi init --depuis', () => {
  it('un .xlsx copié dans Google, puis dans un .xlsx : rien ne s’est perdu en route', async () => {
    const dossier = await dossierTemporaire();
    const depart = await source(dossier);
    const { google, suivi } = await vide();
    const voulu = contenu(lireClasseur(depart));
    const aller = await suivi('init', ADRESSE, '--depuis', depart);
    expect([aller.code, aller.stderr]).toEqual([0, '']);
    expect(aller.stdout).toMatch(/Le classeur Google est prêt : « .*source\.xlsx » y est copié/);
    expect(contenu(lireEmule(google.emulateur))).toEqual(voulu);

    const retour = join(dossier, 'retour.xlsx');
    expect((await suivi('init', retour, '--depuis', ID)).code).toBe(0);
    expect(contenu(lireClasseur(retour))).toEqual(voulu);
    expect(lireClasseur(retour).tables.journal.at(-1)).toMatchObject({
      ...{ action: 'copie', par: 'gerant@exemple.fr', apres: `Copié de « ${ID} »` },
    });
    const sauvegarde = join(dossier, 'sauvegarde.xlsx');
    const exporte = await suivi('exporter', 'tout', '-o', sauvegarde, '-c', ID);
    expect(exporte.stdout).toMatch(/C’est un classeur entier/);
    expect(contenu(lireClasseur(sauvegarde))).toEqual(voulu);

    // Chaque export d'un classeur Google est celui du même classeur en .xlsx.
    for (const sortie of ['tout.json', 'csv']) {
      const [a, b] = ['google', 'local'].map((d) => join(dossier, `${d}-${sortie}`));
      expect((await suivi('exporter', 'tout', '-o', a ?? '', '-c', ID)).code).toBe(0);
      expect((await suivi('exporter', 'tout', '-o', b ?? '', '-c', depart)).code).toBe(0);
      expect(lireTout(a ?? '')).toEqual(lireTout(b ?? ''));
    }

    const ecritures = google.emulateur.compte.ecritures;
    const encore = await suivi('init', ADRESSE, '--depuis', depart);
    expect(encore.stdout).toMatch(/était déjà copié/);
    expect(contenu(lireEmule(google.emulateur))).toEqual(voulu);
    expect(google.emulateur.compte.ecritures - ecritures).toBeLessThan(3);

    // Le prochain numéro suit ceux de la source.
    const numeros = (s: Snapshot) => s.tables.registre.map((r) => r.numero);
    expect(numeros(lireEmule(google.emulateur))).toEqual(numeros(lireClasseur(depart)));
  });

  it('interrompue à chaque envoi, elle se reprend et n’écrit rien deux fois', async () => {
    const dossier = await dossierTemporaire();
    const longues = Array.from({ length: 90 }, (_, i) =>
      ajouter('clients', { organisation: `Client ${i}`, notes: 'é'.repeat(30_000) }),
    );
    const depart = await source(dossier, longues);
    const { google, suivi } = await vide();
    let envois = 0;
    let permis = 1;
    google.faute = (r) => {
      if (!r.chemin.endsWith(':batchUpdate')) return null;
      envois += 1;
      return envois > permis ? { quand: 'avant', statut: 403 } : null;
    };
    const arrets: string[] = [];
    for (;;) {
      envois = 0;
      permis = 3; // l'installation en demande deux
      const r = await suivi('init', ADRESSE, '--depuis', depart);
      if (r.code === 0) break;
      expect(r.code).toBe(3);
      arrets.push(r.stderr);
    }
    expect(arrets.length).toBeGreaterThan(1);
    expect(arrets[0]).toMatch(/La copie s’est arrêtée après .* lignes\. Relancez la même commande/);
    expect(contenu(lireEmule(google.emulateur))).toEqual(contenu(lireClasseur(depart)));
    const copies = lireEmule(google.emulateur).tables.journal.filter((l) => l.action === 'copie');
    expect(copies).toHaveLength(1);
  });

  it('un classeur Google qui porte autre chose est refusé, et n’est pas touché', async () => {
    const dossier = await dossierTemporaire();
    const depart = await source(dossier);
    const { google, suivi } = await vide();
    await suivi('init', ADRESSE);
    await suivi('affaire', 'nouvelle', '--client', 'Mairie', '--objet', 'Audit', '-c', ID);
    const avant = contenu(lireEmule(google.emulateur));
    const r = await suivi('init', ADRESSE, '--depuis', depart);
    expect([r.code, r.stderr]).toEqual([3, expect.stringMatching(/n’est pas vide : .*Affaires/)]);
    expect((await suivi('init', ADRESSE, '--depuis', depart, '--simulation')).code).toBe(3);
    expect(contenu(lireEmule(google.emulateur))).toEqual(avant);
  });

  it('en simulation, rien n’est écrit ; sur soi-même ou avec --exemple, c’est refusé', async () => {
    const dossier = await dossierTemporaire();
    const depart = await source(dossier);
    const { google, suivi } = await vide();
    const essai = await suivi('init', ADRESSE, '--depuis', depart, '--simulation');
    expect([essai.code, google.emulateur.compte.ecritures]).toEqual([0, 0]);
    expect(essai.stdout).toMatch(/serait copié dans le classeur Google « Suivi »/);
    const neuf = join(dossier, 'neuf.xlsx');
    const local = await suivi('init', neuf, '--depuis', depart, '--simulation', '--json');
    expect(JSON.parse(local.stdout)).toMatchObject({ classeur: neuf, depuis: depart });
    for (const mots of [
      [ADRESSE, '--depuis', ID],
      [depart, '--depuis', depart],
      [neuf, '--depuis', depart, '--exemple'],
    ]) {
      expect((await suivi('init', ...mots)).code).toBe(2);
    }
    expect((await suivi('init', depart, '--depuis', ADRESSE)).code).toBe(3);
  });
});
