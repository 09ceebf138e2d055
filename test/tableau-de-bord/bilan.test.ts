import { describe, expect, it } from 'vitest';
import { ClasseurEnMemoire, type Contenu } from '../support/classeur-en-memoire';
import { contexte, euros, jour, mois } from '../support/valeurs';
import { planCloturer } from '../../src/tableau-de-bord/plan-cloturer';
import { CAMILLE, DENIS, FIRME } from './firme';

const MARS = mois('2026-03');
const IMAGE = 'iVBORw0KGgo=';
const clore = (contenu: Contenu, le = '2026-04-15') =>
  planCloturer(new ClasseurEnMemoire(contenu).snapshot(), MARS, contexte(le), {
    illustrer: () => ({ ca: IMAGE, taux: IMAGE }),
  });
const EQUIPE = FIRME.equipe ?? [];

/** La firme des tests, avec un passé et une facture en retard. */
const COMPLETE: Contenu = {
  ...FIRME,
  parametres: [{ reglage: 'Nom de l’entreprise', valeur: 'Essai & Fils <SARL>' }],
  historique: [
    { mois: mois('2026-01'), prevision2: euros(3_000) },
    { mois: mois('2026-02'), prevision1: euros(2_000), portefeuillePondere: euros(900) },
  ],
  factures: [
    ...(FIRME.factures ?? []),
    {
      numero: 'F9',
      client: 'Usine "B" & <Cie>',
      affaire: 'A2',
      type: 'Solde',
      montantHt: euros(1_000),
      montantTtc: euros(1_200),
      emiseLe: jour('2026-02-01'),
      echeance: jour('2026-03-01'),
    },
  ],
};

describe('les bilans d’une clôture', () => {
  const p = clore(COMPLETE);
  const [equipe, camille, denis] = p.brouillons;

  it('un pour l’équipe, une fiche à chacun de ceux qui ont des chiffres', () => {
    expect(p.brouillons.map((b) => [b.reference, b.destinataire, b.aussi])).toEqual([
      ['bilan-2026-03-equipe', `Camille <${CAMILLE}>`, [`Denis <${DENIS}>`, 'gerant@exemple.fr']],
      [`bilan-2026-03-${CAMILLE}`, `Camille <${CAMILLE}>`, undefined],
      [`bilan-2026-03-${DENIS}`, `Denis <${DENIS}>`, undefined],
    ]);
    expect(equipe?.messageId).toBe('bilan.bilan-2026-03-equipe@exemple.fr');
    expect(p.resultat?.bilans.map((b) => b.reference)).toEqual(
      p.brouillons.map((b) => b.reference),
    );
  });

  it('se lit en texte brut, d’un bout à l’autre', async () => {
    await expect(equipe?.corps).toMatchFileSnapshot('../golden/bilan-equipe.txt');
    await expect(camille?.corps).toMatchFileSnapshot('../golden/bilan-camille.txt');
  });

  it('se lit en HTML, sans rien chercher dehors, et protège les noms', async () => {
    const html = equipe?.html ?? '';
    await expect(html).toMatchFileSnapshot('../golden/bilan-equipe.html');
    expect(html).toContain('Usine &quot;B&quot; &amp; &lt;Cie&gt;');
    expect(html).not.toMatch(/https?:|<script|<link|<style|display:\s*(flex|grid)|url\(/);
    expect(Array.from(html.matchAll(/src="([^"]*)"/g), (m) => m[1])).toEqual([
      'cid:ca-2026-03',
      'cid:taux-2026-03',
    ]);
  });

  it('les images ont leurs chiffres en toutes lettres', () => {
    expect(equipe?.images?.map((i) => i.cid)).toEqual(['ca-2026-03', 'taux-2026-03']);
    expect(equipe?.images?.[0]?.alt).toContain(
      'mars 2026\u00a0: 12\u202f000\u00a0€ (objectif 15\u202f000\u00a0€, un an avant –)',
    );
    expect(equipe?.images?.[1]?.alt).toContain('mars 2026 25\u00a0% (n\u00a0=\u00a04)');
  });

  it('chacun ne lit que les siens', () => {
    expect(camille?.corps).toContain('Bonjour Camille,');
    expect(camille?.corps).toContain('10\u202f000\u00a0€ signés pour 8\u202f000\u00a0€ visés');
    expect(camille?.corps).not.toContain('Usine "B"');
    expect(denis?.corps).toContain('Usine "B"');
  });

  it('les mêmes données donnent le même brouillon, et sans image il en a moins à dire', () => {
    expect(clore(COMPLETE).brouillons).toEqual(p.brouillons);
    const sans = planCloturer(
      new ClasseurEnMemoire(COMPLETE).snapshot(),
      MARS,
      contexte('2026-04-15'),
    );
    expect(sans.brouillons[0]?.images).toEqual([]);
    expect(sans.brouillons[0]?.html).not.toContain('<img');
  });

  it('rouvert et refait, le bilan est un autre, dit « rectifié »', () => {
    const c = new ClasseurEnMemoire(COMPLETE);
    c.appliquer(planCloturer(c.snapshot(), MARS, contexte('2026-04-02')).changements);
    const refait = planCloturer(c.snapshot(), MARS, contexte('2026-04-15'), { motif: 'Avoir' });
    expect(refait.brouillons[0]).toMatchObject({
      reference: 'bilan-2026-03-equipe-rectifie-1',
      objet: 'Bilan de mars 2026 (rectifié) – Essai & Fils <SARL>',
    });
  });
});

describe('à qui l’on écrit', () => {
  const avec = (equipe: Contenu['equipe']) => clore({ ...FIRME, equipe: equipe ?? [] });
  const gerant = { email: 'gerant@exemple.fr', role: 'Gérant' as const };

  it.each<[string, Contenu['equipe'], string[]]>([
    ['une personne partie', [gerant, { ...EQUIPE[0], actif: false }], ['gerant@exemple.fr']],
    [
      'une adresse qui n’en est pas une',
      [gerant, { ...EQUIPE[0], email: 'camille' }],
      ['gerant@exemple.fr'],
    ],
    ['deux lignes, une personne', [gerant, gerant], ['gerant@exemple.fr']],
    [
      'un nom qui voudrait s’échapper',
      [{ ...gerant, nom: 'Zoé" <x@y.fr>, Bcc: v' }],
      ['Zoé   x@y.fr , Bcc: v <gerant@exemple.fr>'],
    ],
  ])('%s', (_, equipe, attendus) => {
    const [premier] = avec(equipe).brouillons;
    expect([premier?.destinataire, ...(premier?.aussi ?? [])]).toEqual(attendus);
  });

  it('qui n’a pas d’adresse, ou rien à se dire, n’a pas de fiche, et l’on sait pourquoi', () => {
    const actions = [{ date: jour('2026-03-05'), type: 'Appel' as const, auteur: gerant.email }];
    const p = clore({ ...FIRME, equipe: [gerant, { ...EQUIPE[0] }], actions });
    expect(p.resultat?.ecartes).toEqual([
      { responsable: DENIS, raison: 'SANS_ADRESSE' },
      { responsable: gerant.email, raison: 'SANS_CHIFFRE' },
    ]);
  });

  it('personne : le mois se clôt quand même, et l’on est prévenu', () => {
    const p = avec([]);
    expect(p.brouillons).toEqual([]);
    expect(p.changements.length).toBeGreaterThan(0);
    expect(p.problemes.map((x) => x.code)).toEqual(['BILAN_SANS_DESTINATAIRE']);
  });
});

it('des noms immenses, des centaines de lignes : le HTML reste sous 100 Ko', () => {
  const long = '<&"\'>'.repeat(400);
  const beaucoup = Array.from({ length: 300 }, (_, i) => i);
  const html = clore({
    ...FIRME,
    devis: beaucoup.map((i) => ({
      numero: `D${i}`,
      version: 1,
      client: long,
      objet: long,
      statut: i % 2 === 0 ? ('Signé' as const) : ('Envoyé' as const),
      montantHt: euros(1_000 + i),
      envoyeLe: jour('2026-03-02'),
      decideLe: i % 2 === 0 ? jour('2026-03-12') : null,
      validite: jour('2026-03-20'),
    })),
    factures: beaucoup.map((i) => ({
      numero: `F${i}${long}`,
      client: long,
      type: 'Solde' as const,
      montantHt: euros(10),
      montantTtc: euros(12),
      emiseLe: jour('2026-03-01'),
      echeance: jour('2026-03-20'),
    })),
  }).brouillons[0]?.html;
  expect(html?.length).toBeGreaterThan(10_000);
  expect(Buffer.byteLength(html ?? '')).toBeLessThan(100_000);
});
