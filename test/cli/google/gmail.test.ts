import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ID } from '../../support/google-emule';
import type { Requete } from '../../support/google-local';
import { suiviAvec } from '../../support/suivi';
import { essai, MOTS, relances, tuerAuxRequetes, verifier, type Essai } from './relances-gmail';

const estCreation = (r: Requete) => r.methode === 'POST' && r.chemin.endsWith('/drafts');
const codes = (r: { stdout: string; stderr: string }) =>
  JSON.parse(r.stdout) as Record<string, unknown>;

describe.each(['xlsx', 'Google'])('suivi relances --gmail, classeur %s', (support) => {
  it('un brouillon par relance due, que le classeur et le JSON nomment ; recommencer n’en fait pas d’autre', async () => {
    const e = await essai(support);
    const r = await e.relancer();
    expect([r.code, r.stderr]).toEqual([0, '']);
    expect(codes(r)).toMatchObject({
      dues: 3,
      brouillons: [
        { devis: 'DEV-2026-0001', rang: 1, destinataire: 'a@client.example', id: 'r-1' },
        { devis: 'DEV-2026-0002', id: 'r-2' },
        { devis: 'DEV-2026-0003', id: 'r-3' },
      ],
    });
    verifier(e);
    const mime = e.google.gmail.brouillons.get('r-1') ?? '';
    expect(mime).toMatch(/^To: a@client\.example\r$/m);
    expect(mime).not.toMatch(/X-Unsent|^From:/m);
    expect(codes(await e.relancer())).toMatchObject({ dues: 0, brouillons: [] });
    verifier(e);
  });

  it('en simulation : rien dans Gmail, rien dans le classeur', async () => {
    const e = await essai(support);
    const r = await e.relancer('--simulation');
    expect([r.code, codes(r)['dues']]).toEqual([0, 3]);
    expect([e.google.gmail.brouillons.size, relances(e.lire())]).toEqual([0, []]);
  });

  it.each<[string, number, string | undefined, string]>([
    ['Gmail éteint ou refusé', 403, 'Gmail API has not been used', 'GMAIL_REFUSE'],
    ['compte de service', 400, 'Precondition check failed.', 'GMAIL_SANS_BOITE'],
    ['en panne', 503, undefined, 'GMAIL_INDISPONIBLE'],
  ])('%s : sortie 3 avant toute écriture', async (_, statut, message, code) => {
    const e = await essai(support);
    e.google.faute = (r) =>
      r.chemin.endsWith('/profile')
        ? { quand: 'avant', statut, ...(message ? { message } : {}) }
        : null;
    const r = await e.relancer();
    expect([r.code, codes(r)]).toMatchObject([3, { erreur: { code } }]);
    expect([e.google.gmail.brouillons.size, relances(e.lire())]).toEqual([0, []]);
  });

  it.each<[string, number | null, 'avant' | 'apres']>([
    ['trop de demandes', 429, 'avant'],
    ['coupure avant la création', null, 'avant'],
    ['coupure après la création', null, 'apres'],
    ['panne après la création', 500, 'apres'],
  ])('%s : insiste, sans doubler', async (_, statut, quand) => {
    const e = await essai(support);
    let reste = 2;
    e.google.faute = (r) => (estCreation(r) && reste-- > 0 ? { quand, statut } : null);
    expect((await e.relancer()).code).toBe(0);
    verifier(e);
  });

  it('Gmail lâche au deuxième brouillon : le premier est confirmé, le reste attend et se reprend', async () => {
    const e = await essai(support);
    let vues = 0;
    e.google.faute = (r) => (estCreation(r) && ++vues > 1 ? { quand: 'avant', statut: 500 } : null);
    const r = await suiviAvec({ env: e.env }, ...MOTS, '-c', e.cible);
    expect(r.code).toBe(1);
    expect(r.stderr.replace(/\s/g, ' ')).toMatch(
      /2 brouillons n’ont pas été déposés .* relancez la commande/,
    );
    expect(relances(e.lire()).map(([, b]) => b)).toEqual([
      'r-1',
      'à déposer (lea@exemple.fr)',
      'à déposer (lea@exemple.fr)',
    ]);
    e.google.faute = null;
    expect(codes(await e.relancer())).toMatchObject({ dues: 2 });
    verifier(e);
  });

  it('deux fois en même temps : le premier à confirmer garde ses brouillons, l’autre retire les siens', async () => {
    const e = await essai(support);
    let autre: Awaited<ReturnType<Essai['relancer']>> | null = null;
    let glisse = false;
    e.google.avant = async (r) => {
      if (!estCreation(r) || glisse) return;
      glisse = true;
      autre = await e.relancer();
    };
    expect((await e.relancer()).code).toBe(0);
    expect(autre).toMatchObject({ code: 0 });
    verifier(e);
  });

  it(
    'tué pendant une requête, avant et après son effet : la fois suivante finit, sans doubler',
    { timeout: 180_000 },
    async () => {
      expect(await tuerAuxRequetes(support, 4)).toBeGreaterThanOrEqual(4);
    },
  );
});

it('le classeur Google ne peut être confirmé : les brouillons sont là, la fois suivante les reconnaît', async () => {
  const e = await essai('Google');
  let ecritures = 0;
  e.google.faute = (r) =>
    r.chemin.endsWith(':batchUpdate') && ++ecritures === 2 ? { quand: 'avant', statut: 403 } : null;
  const r = await suiviAvec({ env: e.env }, ...MOTS, '-c', ID);
  expect(r.code).toBe(1);
  expect(r.stderr.replace(/\s/g, ' ')).toMatch(
    /3 brouillons sont dans Gmail, mais le classeur ne le dit pas/,
  );
  expect(r.stderr).not.toMatch(/Rien n’a été écrit/);
  e.google.faute = null;
  expect((await e.relancer()).code).toBe(0);
  verifier(e);
});

it('--gmail et -o s’excluent', async () => {
  const e = await essai('Google');
  const r = await suiviAvec({ env: e.env }, ...MOTS, '-c', ID, '-o', 'brouillons');
  expect([r.code, e.google.requetes]).toEqual([2, []]);
  expect(existsSync('brouillons')).toBe(false);
});
