import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ajouter, modifier } from '../../src/classeur/changements';
import { ErreurClasseur } from '../../src/classeur/erreur-classeur';
import { CLES_TABLES, TABLES, type TableEchangeable } from '../../src/classeur/tables';
import { plan as planDe } from '../../src/classeur/plan';
import type { Contexte } from '../../src/commun/contexte';
import { importsInacheves } from '../../src/import/envois';
import { planImport } from '../../src/import/plan';
import type { Appel, Reponse } from '../../src/sheets-api/appel';
import type { Annexe } from '../../src/sheets-api/envoi-import';
import {
  importerDansGoogle,
  type OptionsImportGoogle,
} from '../../src/sheets-api/importer-dans-google';
import type { ResultatImport } from '../../src/import/resultat';
import type { ClasseurGoogle } from '../support/classeur-google';
import { classeurLeger } from '../support/classeur-leger';
import { sourceCsv } from '../support/source-csv';
import { contexte } from '../support/valeurs';

const CTX = contexte('2026-03-02');
const PETIT = 6_000;
/** Le processus meurt : rien de ce qui suit n'a lieu. */
class Mort extends Error {}

interface Demande {
  readonly table?: TableEchangeable;
  readonly csv?: string;
  readonly octets?: number;
  readonly ctx?: Contexte;
  readonly suite?: Partial<OptionsImportGoogle<ResultatImport>>;
}

const importer = (classeur: ClasseurGoogle, d: Demande = {}) => {
  const { table = 'devis', csv = DEVIS, octets = PETIT, ctx = CTX, suite = {} } = d;
  return classeur.conduire(
    importerDansGoogle<ResultatImport>(classeur.id, {
      jeton: classeur.jeton,
      contexte: ctx,
      source: 'devis.csv',
      planifier: (s, c) => planImport(s, table, sourceCsv(csv), null, c),
      octets,
      ...suite,
    }),
  );
};

/** Tout sauf le Journal, dont chaque envoi a ses lignes. */
function contenu(classeur: ClasseurGoogle) {
  const { tables } = classeur.lire();
  const lignes = CLES_TABLES.filter((cle) => cle !== 'journal').map((cle) => [
    cle,
    [...tables[cle]].map((l) => JSON.stringify({ ...l, ligne: 0 })).sort(),
  ]);
  return JSON.stringify(lignes).replace(/import n° \d+/g, 'import');
}

const DEVIS = [
  'N° devis;Client;État;Montant HT;Date;Objet',
  ...Array.from({ length: 40 }, (_, i) => {
    const annee = i % 7 === 0 ? '2025' : '2026';
    return `DEV-${annee}-${String(i + 1).padStart(4, '0')};Client ${i % 9};Envoyé;${1000 + i};02/0${1 + (i % 2)}/2026;Lot ${i}`;
  }),
  'DEV-2026-0002-V2;Client 1;Envoyé;1500;03/02/2026;Lot 1 bis',
  ';Client 3;Envoyé;12;02/01/2026;sans numéro',
].join('\n');
const ACTIONS = [
  'Date;Type;Client;Durée;Compte rendu',
  ...Array.from(
    { length: 30 },
    (_, i) => `0${1 + (i % 9)}/02/2026;Appel;Client ${i % 4};0,5;Texte ${i % 12}`,
  ),
].join('\n');

const appels = (classeur: ClasseurGoogle) =>
  classeur.demandes.filter((d): d is Appel => !['attendre', 'decider'].includes(d.methode));
const ecritures = (classeur: ClasseurGoogle) =>
  appels(classeur).filter((a) => a.methode === 'batchUpdate');

function dUnBloc(table: TableEchangeable = 'devis', csv = DEVIS) {
  const classeur = classeurLeger();
  const { plan } = importer(classeur, { table, csv, octets: 1e9 });
  return { classeur, plan };
}
const ATTENDU = contenu(dUnBloc().classeur);

describe('un import en plusieurs envois', () => {
  it('petit : deux lectures, une écriture, et le Journal n’en dit rien de plus', () => {
    const { classeur } = dUnBloc();
    expect(
      appels(classeur)
        .map((a) => a.methode)
        .slice(0, 3),
    ).toEqual(['get', 'batchGet', 'batchUpdate']);
    const { journal } = classeur.lire().tables;
    expect(new Set(journal.map((j) => j.action))).toEqual(new Set(['importer']));
    expect(importsInacheves(classeur.lire())).toEqual([]);
  });

  it.each<[TableEchangeable, string]>([
    ['devis', DEVIS],
    ['actions', ACTIONS],
  ])('%s : le même classeur que d’un bloc, sous un seul numéro', (table, csv) => {
    const entier = dUnBloc(table, csv);
    const classeur = classeurLeger();
    const restes: number[] = [];
    const { plan, restants } = importer(classeur, {
      table,
      csv,
      suite: { progression: (n) => restes.push(n) },
    });
    expect(restants).toBe(0);
    expect(plan.resultat).toEqual(entier.plan.resultat);
    const envois = ecritures(classeur);
    expect(envois.length).toBeGreaterThan(2);
    // Le classeur n'est lu qu'une fois ; puis une petite lecture par envoi.
    expect(appels(classeur).filter((a) => a.methode === 'batchGet')).toHaveLength(1);
    expect(appels(classeur).filter((a) => a.methode === 'get')).toHaveLength(envois.length);
    for (const e of envois) {
      expect(Buffer.byteLength(JSON.stringify(e.requetes))).toBeLessThan(PETIT + 400);
    }
    expect(restes).toHaveLength(envois.length);
    expect(restes.at(-1)).toBe(0);
    expect(contenu(classeur)).toBe(contenu(entier.classeur));
    const { journal } = classeur.lire().tables;
    expect(new Set(journal.map((j) => j.origine))).toEqual(new Set(['import n° 1']));
    expect(journal[0]?.action).toBe('importer devis.csv, envoi 1');
    expect(journal.at(-1)?.action).toBe(`importer devis.csv, envoi ${envois.length} et dernier`);
  });

  it('des lignes modifiées : le Journal de leurs changements compte dans le poids d’un envoi', () => {
    const classeur = classeurLeger();
    importer(classeur, { octets: 1e9 });
    classeur.demandes.length = 0;
    const long = DEVIS.replaceAll('Lot ', `Une désignation assez longue ${'é'.repeat(200)} `);
    const { plan } = importer(classeur, { csv: long, octets: 20_000 });
    expect(plan.resultat.modifiees).toBeGreaterThan(30);
    expect(ecritures(classeur).length).toBeGreaterThan(2);
    for (const e of ecritures(classeur)) {
      expect(Buffer.byteLength(JSON.stringify(e.requetes))).toBeLessThan(20_400);
    }
    importer(classeur, { csv: long, octets: 20_000 });
    expect(classeur.lire().tables.devis).toHaveLength(41);
  });

  it('arrêté à la demande : dit ce qui reste ; repris sous le même numéro, le Journal suit', () => {
    const classeur = classeurLeger();
    const arrete = importer(classeur, { suite: { arreter: () => true } });
    expect(arrete.restants).toBeGreaterThan(20);
    expect(importsInacheves(classeur.lire())).toEqual([
      { numero: 1, source: 'devis.csv', envois: 1 },
    ]);
    const repris = importer(classeur, { ctx: { ...CTX, origine: 'import n° 1' } });
    expect(repris.restants).toBe(0);
    expect(contenu(classeur)).toBe(ATTENDU);
    const { journal } = classeur.lire().tables;
    expect(new Set(journal.map((j) => j.origine))).toEqual(new Set(['import n° 1']));
    const rangs = journal.map((j) => Number(/envoi (\d+)/.exec(j.action ?? '')?.[1]));
    expect(rangs).toEqual([...rangs].sort((a, b) => a - b));
    expect(importsInacheves(classeur.lire())).toEqual([]);
    classeur.demandes.length = 0;
    importer(classeur);
    expect(ecritures(classeur)).toEqual([]);
  });
});

describe('ce qui accompagne l’import', () => {
  const annexe = (sheetId: number): Annexe => [
    { addSheet: { properties: { sheetId, title: `Annexe ${sheetId} ${'x'.repeat(60)}` } } },
  ];
  const annexes = Array.from({ length: 9 }, (_, i) => annexe(i + 1));
  const presentes = (classeur: ClasseurGoogle) =>
    classeur.emulateur.onglets(classeur.id).filter((o) => o.titre.startsWith('Annexe')).length;

  it.each([300, 900, 6_000])('part à la fin, en entier et dans l’ordre : %i octets', (octets) => {
    const classeur = classeurLeger();
    const { restants } = importer(classeur, {
      csv: 'N° devis;Client;État\nD-1;Sogea;Envoyé',
      octets,
      suite: { annexes: () => annexes },
    });
    expect(restants).toBe(0);
    expect(presentes(classeur)).toBe(9);
    expect(classeur.lire().tables.devis).toHaveLength(1);
  });

  it('devancé entre deux annexes : chacune une fois', () => {
    const classeur = classeurLeger();
    let vus = 0;
    classeur.intercepter = (appel) => {
      if (appel.methode !== 'batchUpdate' || ++vus !== 5) return null;
      classeur.intercepter = () => null;
      classeur.appliquer(ajouter('clients', { organisation: 'Un autre' }));
      return null;
    };
    importer(classeur, {
      csv: 'N° devis;Client;État\nD-1;Sogea;Envoyé',
      octets: 300,
      suite: { annexes: () => annexes },
    });
    expect(presentes(classeur)).toBe(9);
    expect(classeur.lire().tables.clients).toHaveLength(2);
  });
});

type Sort = 429 | 500 | '500 après' | 'coupé avant' | 'coupé après' | 'tué avant' | 'tué après';
const SORTS: readonly Sort[] = [
  ...[429, 500, '500 après', 'coupé avant', 'coupé après', 'tué avant', 'tué après'],
] as Sort[];

/** Le `n`-ième appel tourne mal. */
function faute(classeur: ClasseurGoogle, n: number, sort: Sort): void {
  let vus = 0;
  classeur.intercepter = (_, executer): Reponse | null => {
    vus += 1;
    if (vus !== n) return null;
    if (typeof sort === 'number') return { ok: false, statut: sort, message: 'Panne voulue.' };
    if (sort.endsWith('après')) executer();
    if (sort.startsWith('tué')) throw new Mort();
    return { ok: false, statut: sort.startsWith('500') ? 500 : null, message: 'Panne voulue.' };
  };
}

describe('des pannes n’importe où', () => {
  it.each(SORTS)('%s, à chaque appel tour à tour : tout, une fois', { timeout: 60_000 }, (sort) => {
    for (let n = 1; n < 60; n++) {
      const classeur = classeurLeger();
      faute(classeur, n, sort);
      let entier = true;
      try {
        importer(classeur, { octets: 22_000 });
      } catch (erreur) {
        if (!(erreur instanceof Mort)) throw erreur;
        entier = false;
      }
      classeur.intercepter = () => null;
      const { devis, registre } = classeur.lire().tables;
      const portes = new Set(devis.map((d) => d.numero));
      expect(registre.filter((r) => !portes.has(r.numero))).toEqual([]);
      if (!entier) importer(classeur, { octets: 22_000 });
      expect(contenu(classeur), `appel ${n}`).toBe(ATTENDU);
      if (n > appels(classeur).length) break;
    }
  });

  it('tué plusieurs fois de suite, à des tailles différentes : rien deux fois, rien de perdu', () => {
    const coups = fc.array(
      fc.tuple(
        fc.integer({ min: 1, max: 12 }),
        fc.constantFrom<Sort>('tué avant', 'tué après'),
        fc.integer({ min: 2_000, max: 20_000 }),
      ),
      { maxLength: 5 },
    );
    fc.assert(
      fc.property(coups, (liste) => {
        const classeur = classeurLeger();
        for (const [n, sort, octets] of liste) {
          faute(classeur, n, sort);
          try {
            importer(classeur, { octets });
          } catch (erreur) {
            if (!(erreur instanceof Mort)) throw erreur;
          }
        }
        classeur.intercepter = () => null;
        importer(classeur, { octets: 5_000 });
        expect(contenu(classeur)).toBe(ATTENDU);
      }),
      { numRuns: 12 },
    );
  });

  it('une panne qui dure : l’erreur dit le numéro et ce qui reste à écrire', () => {
    const classeur = classeurLeger();
    let ecrits = 0;
    classeur.intercepter = (appel) => {
      if (appel.methode === 'batchUpdate') ecrits += 1;
      return ecrits > 2 ? { ok: false, statut: 503, message: '' } : null;
    };
    let problemes: readonly { code: string; args: unknown }[] = [];
    try {
      importer(classeur);
    } catch (erreur) {
      if (erreur instanceof ErreurClasseur) problemes = erreur.problemes;
    }
    expect(problemes.map((p) => p.code)).toEqual(['ECRITURE_INCERTAINE', 'IMPORT_INTERROMPU']);
    expect(problemes[1]).toMatchObject({ args: { import: 1 } });
  });
});

describe('quelqu’un d’autre pendant l’import', () => {
  /** Juste avant le `n`-ième appel, un autre agit. */
  const avant = (classeur: ClasseurGoogle, n: number, agir: () => void): void => {
    let vus = 0;
    classeur.intercepter = () => {
      vus += 1;
      if (vus !== n) return null;
      classeur.intercepter = () => null;
      agir();
      return null;
    };
  };
  const devisAutre = ajouter('devis', { numero: 'AUTRE', version: 1, client: 'Client 1' });

  it.each([1, 2, 3, 4, 5, 6, 7, 8])('la commande écrit avant l’appel %i', (n) => {
    const classeur = classeurLeger();
    avant(classeur, n, () => classeur.appliquer(devisAutre));
    importer(classeur);
    const { devis } = classeur.lire().tables;
    expect(devis.filter((d) => d.numero === 'AUTRE')).toHaveLength(1);
    expect(devis).toHaveLength(42);
    expect(new Set(devis.map((d) => `${d.numero} ${d.version}`)).size).toBe(42);
  });

  it.each([4, 5])('un autre onglet change avant l’appel %i : on redécide', (n) => {
    const classeur = classeurLeger();
    avant(classeur, n, () => classeur.appliquer(ajouter('tarifs', { code: 'T1' })));
    let plans = 0;
    importer(classeur, {
      suite: {
        planifier(s, c) {
          plans += 1;
          return planImport(s, 'devis', sourceCsv(DEVIS), null, c);
        },
      },
    });
    expect(plans).toBe(2);
    expect(classeur.lire().tables.devis).toHaveLength(41);
  });

  const lignes = (classeur: ClasseurGoogle, debut: number, fin: number) => ({
    sheetId: classeur.sheetId('Devis'),
    ...{ dimension: 'ROWS', startIndex: debut, endIndex: fin },
  });
  it.each<[string, (c: ClasseurGoogle) => object]>([
    [
      'insère une ligne au milieu',
      (c) => ({ insertDimension: { range: lignes(c, 3, 4), inheritFromBefore: true } }),
    ],
    ['supprime deux lignes', (c) => ({ deleteDimension: { range: lignes(c, 3, 5) } })],
    [
      'trie l’onglet',
      (c) => ({
        sortRange: {
          range: { sheetId: c.sheetId('Devis'), startRowIndex: 1 },
          sortSpecs: [{ dimensionIndex: 0, sortOrder: 'DESCENDING' }],
        },
      }),
    ],
  ])('une personne %s entre deux envois : les lignes ne se recouvrent pas', (_, requete) => {
    for (const n of [4, 6, 8]) {
      const classeur = classeurLeger();
      avant(classeur, n, () => classeur.aLaMain(requete(classeur)));
      importer(classeur);
      const { devis } = classeur.lire().tables;
      const cles = devis.map((d) => `${d.numero} ${d.version}`);
      expect(new Set(cles).size).toBe(cles.length);
      expect(cles.length).toBeGreaterThanOrEqual(40);
      expect(new Set(devis.map((d) => d.objet)).size).toBe(devis.length);
    }
  });

  it('une personne saisit une ligne sous les nôtres : elle reste', () => {
    const classeur = classeurLeger();
    avant(classeur, 6, () => {
      const ligne = classeur.lire().tables.devis.length + 2;
      classeur.taper('Devis', ligne, 0, 'TAPÉ');
    });
    importer(classeur);
    const { devis } = classeur.lire().tables;
    expect(devis.filter((d) => d.numero === 'TAPÉ')).toHaveLength(1);
    expect(devis).toHaveLength(42);
  });

  it('des notes tapées sous les enregistrements descendent, et aucun devis ne les recouvre', () => {
    const classeur = classeurLeger();
    const colonne = Object.keys(TABLES.devis.colonnes).length;
    classeur.taper('Devis', 12, colonne, 'note du bas');
    importer(classeur);
    expect(ecritures(classeur).length).toBeGreaterThan(2);
    expect(contenu(classeur)).toBe(ATTENDU);
    const notes = classeur
      .contenu('devis')
      .flatMap((l, i) => (l[colonne] ? [[i, l[colonne]]] : []));
    expect(notes).toHaveLength(1);
    expect(notes[0]?.[1]).toBe('note du bas');
    expect(notes[0]?.[0]).toBeGreaterThan(41);
  });

  it('toujours devancé : renonce, et le dit', () => {
    const classeur = classeurLeger();
    const garde = (): void => {
      classeur.intercepter = (appel) => {
        if (appel.methode !== 'batchUpdate') return null;
        classeur.intercepter = () => null;
        classeur.modifier(({ tables }) =>
          planDe(null, {
            changements:
              tables.clients.length === 0
                ? [ajouter('clients', { organisation: 'Autre' })]
                : tables.clients.flatMap((c) =>
                    modifier('clients', c, '', { ville: `${(c.ville ?? '').length}x${c.ville}` }),
                  ),
          }),
        );
        garde();
        return null;
      };
    };
    garde();
    expect(() => importer(classeur)).toThrow(ErreurClasseur);
    classeur.intercepter = () => null;
    expect(classeur.lire().tables.devis).toEqual([]);
  });

  it('un plan refusé en cours de route (un onglet abîmé) ne passe pas pour fini', () => {
    const classeur = classeurLeger();
    let tours = 0;
    avant(classeur, 4, () => classeur.appliquer(devisAutre));
    const refuse = (): string[] => {
      try {
        importer(classeur, {
          suite: {
            planifier(s, c) {
              const plan = planImport(s, 'devis', sourceCsv(DEVIS), null, c);
              tours += 1;
              if (tours === 1) return plan;
              return planImport(s, 'devis', sourceCsv('a;b\n1;2'), null, c);
            },
          },
        });
      } catch (erreur) {
        if (erreur instanceof ErreurClasseur) return erreur.problemes.map((p) => p.code);
      }
      return [];
    };
    expect(refuse()).toEqual(['ENTETE_INTROUVABLE', 'IMPORT_INTERROMPU']);
  });
});

describe('la place', () => {
  it('la grille grandit de ce qu’il faut, sans rangées de trop à chaque envoi', () => {
    const csv = [
      'N° devis;Client;État;Montant HT;Date;Objet',
      ...Array.from(
        { length: 1300 },
        (_, i) => `DEV-2026-${String(i + 1).padStart(4, '0')};Client 1;Envoyé;10;02/01/2026;L${i}`,
      ),
    ].join('\n');
    const classeur = classeurLeger();
    importer(classeur, { csv, octets: 100_000 });
    // Des envois bien remplis, une petite lecture chacun, le classeur lu une fois.
    const octets = ecritures(classeur).map((e) => Buffer.byteLength(JSON.stringify(e.requetes)));
    expect(octets.length).toBeGreaterThan(4);
    for (const poids of octets.slice(0, -1)) {
      expect(poids).toBeGreaterThan(70_000);
      expect(poids).toBeLessThan(100_400);
    }
    const lectures = appels(classeur).length - octets.length;
    expect(lectures).toBe(octets.length + 1);
    expect(classeur.lire().tables.devis).toHaveLength(1300);
    const feuille = classeur.json().sheets?.find((s) => s.properties?.title === 'Devis');
    const rangees = feuille?.properties?.gridProperties?.rowCount ?? 0;
    expect(rangees).toBeGreaterThan(1301);
    expect(rangees).toBeLessThanOrEqual(1301 + 110);
  });

  it('au-delà de dix millions de cellules : refusé avant d’écrire', () => {
    const classeur = classeurLeger();
    classeur.aLaMain({
      addSheet: {
        properties: {
          sheetId: 999,
          title: 'Énorme',
          gridProperties: { rowCount: 96_500, columnCount: 100 },
        },
      },
    });
    const { ecritures: faites } = classeur.emulateur.compte;
    const csv = [
      'Organisation',
      ...Array.from({ length: 15_000 }, (_, i) => `Client numéro ${i}`),
    ].join('\n');
    let codes: string[] = [];
    try {
      importer(classeur, { table: 'clients', csv });
    } catch (erreur) {
      if (erreur instanceof ErreurClasseur) codes = erreur.problemes.map((p) => p.code);
    }
    expect(codes).toEqual(['IMPORT_TROP_GRAND']);
    expect(classeur.emulateur.compte.ecritures).toBe(faites);
  });
});
