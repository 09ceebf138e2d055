import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { lireClasseur } from '../../cli/workbooks/xlsx/lire-classeur';
import { suivi, suiviJson } from '../support/suivi';

const GERANTE = 'helene.marsacq@valex.example';
const dossier = mkdtempSync(join(tmpdir(), 'suivi-test-'));
const classeur = join(dossier, 'suivi.xlsx');
const brouillons = join(dossier, 'brouillons');
const la = (le: string, qui = GERANTE) => ['-c', classeur, '--le', le, '--utilisateur', qui];
const FEVRIER = ['tableau', '--mois', '2026-02'];
const fevrier = () => lireClasseur(classeur).tables.historique.filter((h) => h.mois === '2026-02');

interface Rendu {
  readonly figes: (string | null)[];
  readonly refiges: (string | null)[];
  readonly brouillons: { responsable: string | null; fichier: string; destinataires: string[] }[];
  readonly ecartes: { responsable: string; raison: string }[];
  readonly erreur?: { code: string };
}

/** Ce que Python comprend d'un `.eml` : ses parties, ses défauts, ses destinataires. */
const PYTHON = `
import sys, json, email
from email import policy
m = email.message_from_binary_file(open(sys.argv[1], 'rb'), policy=policy.default)
print(json.dumps(dict(parties=[p.get_content_type() for p in m.walk()],
  defauts=[str(d) for p in m.walk() for d in p.defects], a=[a.addr_spec for a in m['To'].addresses],
  objet=m['Subject'], texte=m.get_body(preferencelist=('plain',)).get_content(), unsent=m['X-Unsent'],
  poids=[len(p.get_payload(decode=True)) for p in m.walk() if p.get_content_type() == 'image/png'])))
`;
const lireEml = (fichier: string) =>
  JSON.parse(execFileSync('python3', ['-c', PYTHON, fichier], { encoding: 'utf8' })) as {
    parties: string[];
    defauts: string[];
    a: string[];
    objet: string;
    texte: string;
    unsent: string;
    poids: number[];
  };

beforeAll(async () => {
  await suivi('init', classeur, '--exemple', '--le', '2026-03-02');
  await suivi('tableau', '--mois', '2026-01', '--cloturer', ...la('2026-02-02'));
}, 120_000);
afterAll(() => rmSync(dossier, { recursive: true, force: true }));

describe('clôturer le mois, de la commande aux brouillons', { timeout: 120_000 }, () => {
  it('un mois qui n’est pas fini se refuse, et rien n’est posé', async () => {
    const { code, stderr } = await suivi(...FEVRIER, '--cloturer', ...la('2026-02-28'));
    expect([code, stderr]).toEqual([1, expect.stringContaining('Février 2026 n’est pas fini')]);
    expect(fevrier()).toEqual([]);
  });

  it('--simulation montre, n’écrit ni le classeur ni un brouillon', async () => {
    const avant = readFileSync(classeur);
    const noms = readdirSync(brouillons);
    const { code } = await suivi(...FEVRIER, '--cloturer', '--simulation', ...la('2026-03-02'));
    expect(code).toBe(0);
    expect(readFileSync(classeur).equals(avant)).toBe(true);
    expect(readdirSync(brouillons)).toEqual(noms);
  });

  it('fige le mois, compare les prévisions échues, pose un bilan à l’équipe et un à chacun', async () => {
    const { code, json } = await suiviJson<
      Rendu & { previsions: { passees: { ecartHt: number }[] } }
    >(...FEVRIER, '--cloturer', ...la('2026-03-02'));
    expect(code).toBe(0);
    expect(Object.keys(json)).toEqual([
      'mois',
      'figes',
      'objectifs',
      'refiges',
      'previsions',
      'brouillons',
      'ecartes',
    ]);
    expect(fevrier()).toHaveLength(json.figes.length);
    expect(fevrier()[0]?.ecartPrevision1).toBe(
      Math.round((json.previsions.passees[0]?.ecartHt ?? 0) * 100),
    );
    const [equipe, ...autres] = json.brouillons;
    expect(equipe?.responsable).toBeNull();
    expect(autres.length).toBeGreaterThanOrEqual(3);
    for (const { fichier, destinataires, responsable } of json.brouillons) {
      const lu = lireEml(fichier);
      expect(lu.defauts).toEqual([]);
      expect(lu.unsent).toBe('1');
      expect(lu.parties.slice(0, 4)).toEqual([
        'multipart/related',
        'multipart/alternative',
        'text/plain',
        'text/html',
      ]);
      expect(lu.poids.length).toBeGreaterThan(0);
      expect(lu.poids.every((n) => n < 40_000)).toBe(true);
      expect(lu.a).toHaveLength(destinataires.length);
      expect(lu.objet).toContain('Bilan de février 2026');
      if (responsable !== null) expect(lu.a).toEqual([responsable]);
    }
  });

  it('une seconde fois : refusé, une ligne par personne, les brouillons restent tels quels', async () => {
    const lignes = fevrier();
    const noms = readdirSync(brouillons);
    const { code, json } = await suiviJson<Rendu>(...FEVRIER, '--cloturer', ...la('2026-03-05'));
    expect([code, json.erreur?.code]).toEqual([1, 'MOIS_DEJA_CLOS']);
    expect(fevrier()).toEqual(lignes);
    expect(readdirSync(brouillons)).toEqual(noms);
  });

  it('arrêtée entre les brouillons et le classeur, elle se refait sans rien doubler', async () => {
    const mars = ['tableau', '--mois', '2026-03', '--cloturer'];
    // Les brouillons sont posés avant le classeur : les poser d'avance, c'est cet arrêt-là.
    const copie = readFileSync(classeur);
    const { json } = await suiviJson<Rendu>(...mars, ...la('2026-04-02'));
    writeFileSync(classeur, copie);
    const [premier = ''] = json.brouillons.map((b) => b.fichier);
    const retouche = `${readFileSync(premier, 'utf8')}retouché`;
    writeFileSync(premier, retouche);
    const noms = readdirSync(brouillons);
    await suivi(...mars, ...la('2026-04-02'));
    expect(readdirSync(brouillons)).toEqual(noms);
    expect(readFileSync(premier, 'utf8')).toBe(retouche);
    writeFileSync(classeur, copie);
  });

  it.each([
    ['sans motif', ['--rouvrir', ' '], GERANTE, 2, '--rouvrir a une valeur vide'],
    [
      'par un consultant',
      ['--rouvrir', 'Oubli'],
      'ines.delormeau@valex.example',
      1,
      'ne permet pas de rouvrir un mois clos',
    ],
  ])('rouvrir %s : refusé', async (_, options, qui, sortie, dit) => {
    const { code, stderr } = await suivi(...FEVRIER, ...options, ...la('2026-03-06', qui));
    expect([code, stderr]).toEqual([sortie, expect.stringContaining(dit)]);
  });

  it('rouvert avec un motif, puis figé de nouveau : les mêmes lignes, un bilan rectifié', async () => {
    const nombre = fevrier().length;
    const rouvert = await suivi(...FEVRIER, '--rouvrir', 'Avoir oublié', ...la('2026-03-06'));
    expect([rouvert.code, rouvert.stdout + rouvert.stderr]).toEqual([
      0,
      expect.stringContaining('rouvert'),
    ]);
    expect(fevrier().map((l) => l.motifReouverture)).toEqual(
      Array.from({ length: nombre }, () => 'Avoir oublié'),
    );
    const { code, json } = await suiviJson<Rendu>(...FEVRIER, '--cloturer', ...la('2026-03-09'));
    expect([code, json.figes, json.refiges.length]).toEqual([0, [], nombre]);
    expect(json.brouillons[0]?.fichier).toContain('rectifie-1');
    expect(fevrier()).toHaveLength(nombre);
    expect(fevrier().every((l) => l.rouvertLe === null && l.reouvertures === 1)).toBe(true);
    const journal = lireClasseur(classeur).tables.journal.map((j) => j.action);
    expect(journal.filter((a) => a === 'réouverture')).toHaveLength(1);
    expect(journal.filter((a) => a === 'clôture refaite')).toHaveLength(nombre);
  });
});
