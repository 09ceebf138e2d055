import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { suivi, suiviJson } from '../support/suivi';

interface Devis {
  numero: string;
  version: number;
  statut: string;
  problemes: { code: string; message: string }[];
}

/** Un devis, de la demande à la commande, tel qu'on le tape (PRODUCT, « Devis: states and guards »). */
describe('la vie d’un devis', () => {
  let classeur = '';
  let dossier = '';
  let affaire = '';
  const AUTEUR = 'paul@exemple.fr';
  const GERANT = 'gerant@exemple.fr';

  const le = (jour: string, qui: string, ...argv: string[]) =>
    suiviJson<Devis>(...argv, '-c', classeur, '--le', jour, '--utilisateur', qui);

  /** Une commande refusée : sortie 1, une phrase qui dit pourquoi, et pas un octet changé. */
  async function refuse(code: string, jour: string, qui: string, ...argv: string[]) {
    const avant = await readFile(classeur);
    const r = await le(jour, qui, ...argv);
    expect(r.code, JSON.stringify(r.json)).toBe(1);
    expect(r.json.problemes.map((p) => p.code)).toContain(code);
    for (const p of r.json.problemes) expect(p.message).toMatch(/^[«A-ZÉÀ].{20,}/);
    expect((await readFile(classeur)).equals(avant)).toBe(true);
  }

  async function fait(
    statut: string,
    jour: string,
    qui: string,
    ...argv: string[]
  ): Promise<Devis> {
    const r = await le(jour, qui, ...argv);
    expect(r.code, JSON.stringify(r.json)).toBe(0);
    expect(r.json.statut).toBe(statut);
    return r.json;
  }

  beforeAll(async () => {
    dossier = await mkdtemp(join(tmpdir(), 'suivi-vie-'));
    classeur = join(dossier, 'suivi.xlsx');
    expect((await suivi('init', classeur)).code).toBe(0);
    return async () => (await import('node:fs/promises')).rm(dossier, { recursive: true });
  });

  it('une affaire, un brouillon, et pas de numéro sans Go', async () => {
    const nouvelle = await suiviJson<{ numero: string; client: string; etape: string }>(
      ...['affaire', 'nouvelle', '--client', 'Mairie de Lunel', '--objet', 'Audit énergétique'],
      ...['--origine', 'réseau', '-c', classeur, '--le', '2026-03-02', '--utilisateur', AUTEUR],
    );
    expect(nouvelle.json).toMatchObject({ client: 'Mairie de Lunel', etape: 'Détectée' });
    affaire = nouvelle.json.numero;
    const brouillon = await fait(
      'Brouillon',
      '2026-03-02',
      AUTEUR,
      ...[
        'devis',
        'nouveau',
        '--affaire',
        affaire,
        '--objet',
        'Audit énergétique',
        '--montant',
        '12 500,50',
      ],
    );
    expect(brouillon.numero).toBe('PROV-1');
    await refuse('ETAT_REFUSE', '2026-03-02', AUTEUR, 'devis', 'valider', 'PROV-1');
    await fait('En validation', '2026-03-02', AUTEUR, 'devis', 'soumettre', 'PROV-1');
    await refuse('GO_MANQUANT', '2026-03-02', GERANT, 'devis', 'valider', 'PROV-1');
  });

  it('après un Go, la validation attribue le numéro', async () => {
    const go = await suiviJson<{ decision: string }>(
      ...[
        'affaire',
        'gonogo',
        affaire,
        '--decision',
        'go',
        '--delai',
        'oui',
        '--competence',
        'oui',
      ],
      ...['-c', classeur, '--le', '2026-03-02', '--utilisateur', GERANT],
    );
    expect(go.code).toBe(0);
    const valide = await fait('Validé', '2026-03-02', GERANT, 'devis', 'valider', 'PROV-1');
    expect(valide.numero).toBe('DEV-2026-0001');
    await refuse('ETAT_REFUSE', '2026-03-02', GERANT, 'devis', 'valider', 'PROV-1');
  });

  it('envoyé, il est relancé à J+7, une seule fois', async () => {
    await refuse(
      'DESTINATAIRE_MANQUANT',
      '2026-03-02',
      AUTEUR,
      'devis',
      'envoyer',
      'DEV-2026-0001',
    );
    await fait(
      'Envoyé',
      '2026-03-02',
      AUTEUR,
      'devis',
      'envoyer',
      'DEV-2026-0001',
      '--a',
      'maire@lunel.example',
    );
    const brouillons = join(dossier, 'brouillons');
    const relancer = (jour: string) =>
      suiviJson<{ dues: number; brouillons: { devis: string; rang: number; fichier: string }[] }>(
        ...['relances', '-o', brouillons, '-c', classeur, '--le', jour, '--utilisateur', AUTEUR],
      );
    expect((await relancer('2026-03-08')).json.dues).toBe(0);
    const { json } = await relancer('2026-03-09');
    expect(json.brouillons).toMatchObject([{ devis: 'DEV-2026-0001', rang: 1 }]);
    const eml = await readFile(json.brouillons[0]?.fichier ?? '', 'latin1');
    expect(eml).toMatch(/^X-Unsent: 1\r$/m);
    expect(eml).toMatch(/^To: .*maire@lunel\.example.*\r$/m);
    expect((await relancer('2026-03-09')).json.dues).toBe(0);
    expect(await readdir(brouillons)).toHaveLength(1);
  });

  it('la version 2 ne remplace la première qu’une fois envoyée', async () => {
    const v2 = await fait(
      'Brouillon',
      '2026-03-10',
      AUTEUR,
      'devis',
      'reviser',
      'DEV-2026-0001',
      '--montant',
      '11800',
    );
    expect(v2).toMatchObject({ numero: 'DEV-2026-0001', version: 2 });
    await fait('En validation', '2026-03-10', AUTEUR, 'devis', 'soumettre', 'DEV-2026-0001-V2');
    await fait('Validé', '2026-03-11', GERANT, 'devis', 'valider', 'DEV-2026-0001');
    const statuts = async () => {
      const r = await suiviJson<{ version: number; statut: string }[]>(
        'devis',
        'lister',
        '-c',
        classeur,
      );
      return r.json.map((d) => d.statut);
    };
    expect(await statuts()).toEqual(['Envoyé', 'Validé']);
    await fait(
      'Envoyé',
      '2026-03-12',
      AUTEUR,
      'devis',
      'envoyer',
      'DEV-2026-0001',
      '--a',
      'maire@lunel.example',
    );
    expect(await statuts()).toEqual(['Remplacé', 'Envoyé']);
  });

  it('signé, il compte une fois dans le taux', async () => {
    await refuse('FORME_INVALIDE', '2026-03-20', AUTEUR, 'devis', 'signer', 'DEV-2026-0001');
    await fait(
      'Signé',
      '2026-03-20',
      AUTEUR,
      'devis',
      'signer',
      'DEV-2026-0001',
      '--forme',
      'bon de commande',
    );
    await refuse(
      'ETAT_REFUSE',
      '2026-03-20',
      AUTEUR,
      'devis',
      'envoyer',
      'DEV-2026-0001',
      '--a',
      'x@y.example',
    );
    const { json } = await suiviJson(
      'tableau',
      '--mois',
      '2026-03',
      '-c',
      classeur,
      '--le',
      '2026-03-31',
    );
    expect(json).toMatchObject({
      devisEmis: { nombre: 1, montantHt: 11800 },
      devisSignes: { nombre: 1, montantHt: 11800 },
      tauxTransformation: { cohorte: { taux: 1, n: 1, ouverts: 0 }, decides: { taux: 1, n: 1 } },
    });
    const control = await suiviJson<{ numeros: unknown }>(
      'controler',
      '-c',
      classeur,
      '--le',
      '2026-03-31',
    );
    expect(control.json.numeros).toEqual({ trous: [], doublons: [] });
  });
});
