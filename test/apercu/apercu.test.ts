import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { Apercu } from '../../cli/preview/apercu';
import { horlogeDu } from '../../cli/preview/horloge-apercu';
import { servicesDe } from '../../cli/preview/demandes';
import type { ReponseAppel } from '../../cli/preview/protocole';
import { lireClasseur } from '../../cli/workbooks/xlsx/lire-classeur';
import { modifierClasseur } from '../../cli/workbooks/xlsx/modifier-classeur';
import { modifier } from '../../src/classeur/changements';
import { plan } from '../../src/classeur/plan';
import { euros, jour } from '../support/valeurs';
import { classeurNeuf, dossierNeuf } from '../xlsx/outils';
import { moduleFactice } from './module-factice';

const CAMILLE = 'camille@exemple.fr';
let chemin: string;
let apercu: Apercu;

const ouvrir = (): Apercu =>
  new Apercu({
    chemin,
    module: moduleFactice(),
    utilisateur: CAMILLE,
    horloge: horlogeDu(jour('2026-03-02')),
  });

beforeEach(async () => {
  chemin = join(dossierNeuf(), 'suivi.xlsx');
  await classeurNeuf(chemin, {
    clients: [{ organisation: 'Mairie' }, { organisation: 'Lycée' }],
    devis: [{ numero: 'DEV-2026-0001', version: 1, client: 'Mairie', montantHt: euros(1000) }],
  });
  apercu = ouvrir();
});

const clients = () => lireClasseur(chemin).tables.clients.map((c) => c.organisation);

const appeler = (fonction: string, ...args: unknown[]): Promise<ReponseAppel> =>
  apercu.appeler({
    fonction,
    args,
    selection: { onglet: 'Clients', ligne: 3, colonne: 1 },
    version: apercu.version,
  });

const cliquer = (fonction: string): Promise<ReponseAppel> =>
  apercu.appeler({
    fonction,
    selection: { onglet: 'Clients', ligne: 3, colonne: 1 },
    version: apercu.version,
  });

const taper = (onglet: string, ligne: number, rang: number, texte: string) =>
  apercu.saisir({
    onglet,
    cellules: [{ ligne, rang, saisie: { texte } }],
    version: apercu.version,
    page: 'a',
    vue: apercu.version,
  });

describe('le module, sur le fichier', () => {
  it('son menu est celui que onOpen pose', () => {
    expect(apercu.vue().menu).toEqual([
      {
        sorte: 'menu',
        libelle: 'Suivi commercial',
        entrees: [
          { sorte: 'action', libelle: 'Panneau…', fonction: 'panneau' },
          {
            sorte: 'menu',
            libelle: 'Devis',
            entrees: [
              { sorte: 'action', libelle: 'Écrire', fonction: 'ecrire' },
              { sorte: 'action', libelle: 'Dire la ligne', fonction: 'direLaLigne' },
            ],
          },
          { sorte: 'separateur' },
          { sorte: 'action', libelle: 'Échouer', fonction: 'echouer' },
        ],
      },
    ]);
  });

  it('un clic écrit dans le fichier, et la page apprend la cellule', async () => {
    const { nouveautes, issue } = await cliquer('ecrire');
    expect(issue).toEqual({ ok: true, valeur: null });
    expect(nouveautes.changements.map((c) => c.cellules)).toEqual([
      [[2, 0, 'Écrit par le module', null, null]],
    ]);
    expect(clients()).toEqual(['Écrit par le module', 'Lycée']);
  });

  it('agit sur la ligne choisie', async () => {
    const { messages } = await cliquer('direLaLigne');
    expect(messages).toEqual([{ sorte: 'alerte', titre: 'Ligne', texte: 'Clients 3' }]);
  });

  it('un panneau a son document, derrière un billet que personne ne devine', async () => {
    const { panneau } = await cliquer('panneau');
    expect(panneau?.titre).toBe('Essai');
    const billet = panneau?.adresse.replace('/panneau/', '') ?? '';
    expect(billet).toMatch(/^[\w-]{24}$/);
    expect(apercu.panneau(billet)).toContain('google = Object.freeze');
    expect(apercu.panneau('autre')).toBeNull();
  });

  it('google.script.run : du JSON dans les deux sens', async () => {
    expect((await appeler('repeter', 'a')).issue).toEqual({ ok: true, valeur: { recu: 'a' } });
    expect(clients()[0]).toBe('a');
    expect((await appeler('rendreUneDate')).issue).toMatchObject({ ok: false });
    expect((await appeler('repeter', new Date())).issue).toMatchObject({ ok: false });
  });

  it.each(['secret_', 'absente', 'toString', 'poser.call'])(
    '« %s » ne s’appelle pas',
    async (nom) => {
      expect((await appeler(nom)).issue).toMatchObject({ ok: false });
    },
  );

  it('une erreur du module est rendue avec ses mots', async () => {
    expect((await cliquer('echouer')).issue).toEqual({ ok: false, erreur: 'Rien ne va plus.' });
  });

  it('un enregistrement refusé est dit, et rien n’a changé', async () => {
    writeFileSync(join(dirname(chemin), '~$suivi.xlsx'), '');
    const { issue, nouveautes } = await cliquer('ecrire');
    expect(issue).toMatchObject({
      ok: false,
      erreur: expect.stringMatching(/ouvert dans un tableur/),
    });
    expect(nouveautes.changements).toEqual([]);
    expect(clients()).toEqual(['Mairie', 'Lycée']);
  });

  it('un clic garde la version d’avant dans les sauvegardes, une frappe non', async () => {
    const sauvegardes = () => readdirSync(join(dirname(chemin), '.sauvegardes')).length;
    await taper('Clients', 2, 0, 'a');
    expect(sauvegardes()).toBe(1);
    await taper('Clients', 2, 0, 'b');
    expect(sauvegardes()).toBe(1);
    await cliquer('ecrire');
    expect(sauvegardes()).toBe(2);
  });
});

it('un automatisme installé ne partira pas d’ici, et c’est dit', async () => {
  const { messages } = await appeler('programmer');
  expect(messages).toEqual([
    expect.objectContaining({ sorte: 'toast', texte: expect.stringMatching(/^Ici, rien ne part/) }),
  ]);
  expect((await appeler('ecrire')).messages).toEqual([]);
});

describe('une frappe dans la grille', () => {
  const rangDe = (onglet: string, entete: string): number =>
    apercu
      .vue()
      .onglets.find((o) => o.nom === onglet)
      ?.rangees[0]?.slice(1)
      .findIndex((c) => (c as readonly unknown[])[2] === entete) ?? -1;

  it('est comprise et va dans le fichier', async () => {
    const rang = rangDe('Devis', 'Montant HT');
    const { cellules, messages } = await taper('Devis', 2, rang, '1 999,50');
    expect(messages).toEqual([]);
    expect(cellules.cellules).toEqual([[2, rang, 1999.5, null, '#,##0.00\\ "€"']]);
    expect(lireClasseur(chemin).tables.devis[0]?.montantHt).toBe(199_950);
  });

  it('refusée, la cellule revient et la raison est dite', async () => {
    const rang = rangDe('Devis', 'Validité');
    const { cellules, messages } = await taper('Devis', 2, rang, 'bientôt');
    expect(cellules.cellules).toEqual([[2, rang, null, null, 'dd/mm/yyyy']]);
    expect(messages[0]?.texte).toMatch(
      /^Onglet «.Devis.», cellule T2.: «.bientôt.» n’est pas accepté\. Validité.: Écrivez une date/,
    );
  });

  it('un onglet du produit protégé la refuse', async () => {
    const { messages } = await taper('Journal', 2, 0, 'x');
    expect(messages[0]?.texte).toMatch(/protégé contre les frappes par mégarde/);
  });

  it('dans une colonne à soi, une formule', async () => {
    await taper('Clients', 1, 40, 'Double');
    const { cellules } = await taper('Clients', 2, 40, '=ROUND(A2*1.5,2)');
    expect(cellules.cellules).toEqual([[2, 40, '', '=ROUND(A2*1.5,2)', null]]);
    expect(
      ouvrir()
        .vue()
        .onglets.find((o) => o.nom === 'Clients')?.rangees[1],
    ).toContainEqual([40, expect.any(Number), '', '=ROUND(A2*1.5,2)']);
  });

  it('hors de toute grille, elle est refusée', async () => {
    const { messages } = await taper('Clients', 2_000_000, 0, 'x');
    expect(messages[0]?.texte).toMatch(/au-delà de ce qu’un classeur contient/);
  });
});

describe('une frappe sur une ligne qui n’est plus celle que la page montrait', () => {
  const taperDepuis = (vue: number, ligne: number, texte: string, page = 'a', rang = 0) =>
    apercu.saisir({
      onglet: 'Clients',
      cellules: [{ ligne, rang, saisie: { texte } }],
      version: apercu.version,
      page,
      vue,
    });
  const PERIME = /Le classeur a changé pendant votre saisie/;

  it('est refusée si un autre programme a changé la ligne, et seulement celle-là', async () => {
    const vue = apercu.version;
    await modifierClasseur(chemin, ({ tables }) => {
      const [mairie] = tables.clients;
      const changements = mairie
        ? modifier('clients', mairie, 'Mairie', { organisation: 'Mairie de Lyon' })
        : [];
      return plan(null, { changements });
    });
    const { messages } = await taperDepuis(vue, 2, 'Perdue');
    expect(messages[0]?.texte).toMatch(PERIME);
    expect(messages[0]?.texte).toContain('«\u00a0Perdue\u00a0» n’est pas enregistré');
    expect((await taperDepuis(vue, 3, 'Gardée')).messages).toEqual([]);
    expect(clients()).toEqual(['Mairie de Lyon', 'Gardée']);
    expect((await taperDepuis(apercu.version, 2, 'À jour')).messages).toEqual([]);
    expect(clients()).toEqual(['À jour', 'Gardée']);
  });

  it('est refusée si le menu ou une autre page a changé la ligne', async () => {
    const vue = apercu.version;
    await cliquer('ecrire');
    expect((await taperDepuis(vue, 2, 'x')).messages[0]?.texte).toMatch(PERIME);
    await taperDepuis(apercu.version, 3, 'Autre', 'b');
    expect((await taperDepuis(vue, 3, 'x')).messages[0]?.texte).toMatch(PERIME);
    expect(clients()).toEqual(['Écrit par le module', 'Autre']);
  });

  it('les frappes à la suite d’une même page passent, sans attendre la réponse', async () => {
    const vue = apercu.version;
    await taperDepuis(vue, 2, 'a');
    await cliquer('ecrire');
    expect((await taperDepuis(vue, 3, 'b')).messages).toEqual([]);
    expect((await taperDepuis(vue, 3, 'c')).messages).toEqual([]);
    expect(clients()).toEqual(['Écrit par le module', 'c']);
  });
});

describe('les brouillons', () => {
  const MIME = [
    'To: =?utf-8?B?w4lsb8Ovc2U=?= <e@exemple.fr>',
    'Subject: =?utf-8?B?VG90byDDqQ==?=',
    ' =?utf-8?B?w6BpdQ==?=',
    'Date: Mon, 02 Mar 2026 12:00:00 +0000',
    'Message-ID: <relance-1@exemple.fr>',
    'Content-Type: text/plain; charset=UTF-8',
    'Content-Transfer-Encoding: base64',
    '',
    Buffer.from('Bonjour,\r\n\r\n<b>à bientôt</b>').toString('base64'),
    '',
  ].join('\r\n');

  it('se lisent comme du texte, et restent sur le disque', async () => {
    expect((await appeler('deposer', MIME)).issue).toEqual({ ok: true, valeur: 'r-1' });
    expect(apercu.brouillons()).toEqual([
      {
        id: 'r-1',
        destinataire: 'Éloïse <e@exemple.fr>',
        copie: '',
        objet: 'Toto éàiu',
        date: '2 mars 2026',
        corps: 'Bonjour,\n\n<b>à bientôt</b>',
      },
    ]);
    expect(readFileSync(join(dirname(chemin), 'brouillons/r-1.eml'), 'utf8')).toBe(MIME);
  });

  it('l’aperçu suivant les retrouve, et n’en réemploie pas le nom', async () => {
    await appeler('deposer', MIME);
    apercu = ouvrir();
    expect(apercu.vue().brouillons).toBe(1);
    expect((await appeler('deposer', MIME)).issue).toEqual({ ok: true, valeur: 'r-2' });
    expect(apercu.brouillon('r-1')).toBe(MIME);
    expect(apercu.brouillon('../r-1')).toBeNull();
  });
});

describe('deux pages ouvertes sur le même aperçu', () => {
  it('chacune apprend ce que l’autre a fait ; en retard de trop, elle recharge', async () => {
    const depart = apercu.version;
    await taper('Clients', 2, 0, 'Premier');
    const suite = apercu.version;
    await taper('Clients', 3, 0, 'Second');
    expect(apercu.nouveautes(depart).changements).toHaveLength(2);
    expect(apercu.nouveautes(suite).changements).toHaveLength(1);
    expect(apercu.nouveautes(apercu.version)).toMatchObject({ recharger: false, changements: [] });
    expect(apercu.nouveautes(0)).toMatchObject({ recharger: true, changements: [] });
    expect(apercu.nouveautes(999)).toMatchObject({ recharger: true });
  });

  it('deux demandes à la fois passent l’une après l’autre', async () => {
    await Promise.all([
      taper('Clients', 2, 0, 'Un'),
      cliquer('ecrire'),
      taper('Clients', 3, 0, 'Deux'),
    ]);
    expect(clients()).toEqual(['Écrit par le module', 'Deux']);
  });
});

describe('ce que la page envoie est vérifié à la porte', () => {
  it.each([
    ['nouveautes', {}],
    ['nouveautes', { version: -1 }],
    [
      'saisir',
      {
        version: 1,
        page: 'a',
        vue: 1,
        onglet: 'Clients',
        cellules: [{ ligne: 1, rang: 0, saisie: {} }],
      },
    ],
    [
      'saisir',
      {
        version: 1,
        page: 'a',
        vue: 1,
        onglet: 'Clients',
        cellules: [{ ligne: 1.5, rang: 0, saisie: { texte: '' } }],
      },
    ],
    ['appeler', { version: 1, fonction: 'a b', selection: null }],
    ['appeler', { version: 1, fonction: 'ecrire' }],
  ])('%s %j', async (nom, corps) => {
    await expect(servicesDe(apercu).repondre(nom, corps)).rejects.toThrow(/Invalid|\[/);
  });
});
