import fc from 'fast-check';
import { expect } from 'vitest';
import { origineAnnulation, origineImport } from '../../src/import/origines';
import { planAnnuler } from '../../src/annulation/plan-annuler';
import { ajouter, type Changement } from '../../src/classeur/changements';
import { plan } from '../../src/classeur/plan';
import type { CelluleBrute } from '../../src/classeur/source';
import {
  CLES_TABLES,
  TABLES,
  type CleTable,
  type TableEchangeable,
} from '../../src/classeur/tables';
import { tirerNumero } from '../../src/devis/numerotation';
import { planImport } from '../../src/import/plan';
import { messageDe } from '../../src/messages/probleme';
import type { Contenu } from '../support/classeur-en-memoire';
import { sourceCsv } from '../support/source-csv';
import { jour } from '../support/valeurs';
import { CTX } from './outils';
import { largeurDe, type Support } from './supports';

/**
 * La loi de `suivi annuler` : après n'importe quels imports et gestes, ou bien chaque onglet revient,
 * cellule pour cellule, à ce qu'il était (plus les gestes faits depuis), ou bien l'annulation est
 * refusée, nommément, et rien n'a changé. Comparés : tous les onglets, colonnes personnelles
 * comprises ; le Journal, ses propres lignes ajoutées mises à part. Sans geste depuis l'import, un
 * refus est une faute, et chaque ligne doit être à sa place.
 */
const NOMS = ['Mairie de Lyon', 'ACME', 'Évian', 'Société Bêta', 'Gamma SARL', 'Delta'];
const nom = fc.constantFrom(...NOMS);
const texte = fc.constantFrom('Étude', 'Lot 2', 'a « b »', 'ligne', 'x', '');
const montant = fc.constantFrom('100', '1 234,50', '0,1', '99,999', 'à voir', '');
const date = fc.constantFrom('01/02/2026', '28/02/2026', '2026-01-15', 'bientôt', '');
const statut = fc.constantFrom('Envoyé', 'Signé', 'Brouillon', 'Refusé');
const rang = fc.integer({ min: 1, max: 9 });

interface Csv {
  readonly table: TableEchangeable;
  readonly entete: string;
  readonly lignes: readonly string[];
}

const csv = (
  table: TableEchangeable,
  entete: string,
  ...colonnes: fc.Arbitrary<string>[]
): fc.Arbitrary<Csv> =>
  fc
    .array(
      fc.tuple(...colonnes).map((c) => c.map((t) => `"${t}"`).join(';')),
      { minLength: 1, maxLength: 14 },
    )
    .map((lignes) => ({ table, entete, lignes }));
const numero = (prefixe: string) => rang.map((n) => `${prefixe}-2026-000${n}`);

const imports: fc.Arbitrary<Csv> = fc.oneof(
  csv('clients', 'Organisation;Ville;Statut', nom, texte, fc.constantFrom('Client', 'Prospect')),
  csv(
    'devis',
    'N°;Client;Objet;Montant HT;TVA;Statut;Envoyé le',
    ...[numero('DEV'), nom, texte, montant, fc.constantFrom('20 %', ''), statut, date],
  ),
  csv('affaires', 'N°;Client;Objet;Signature prévue le', numero('AFF'), nom, texte, date),
  csv('actions', 'Date;Type;Client;Compte rendu', date, fc.constant('Appel'), nom, texte),
  csv('factures', 'N°;Client;Type;Montant HT', numero('F'), nom, fc.constant('Solde'), montant),
  csv('tarifs', 'Code;Désignation;Prix HT', numero('T'), texte, montant),
);

type Geste =
  | { readonly geste: 'taper'; readonly ou: number; readonly rang: number; readonly brut: string }
  | { readonly geste: 'annoter'; readonly ou: number; readonly brut: string }
  | { readonly geste: 'oter'; readonly ou: number }
  | { readonly geste: 'copier'; readonly ou: number }
  | { readonly geste: 'inverser' }
  | { readonly geste: 'decaler' }
  | { readonly geste: 'citer'; readonly qui: string }
  | { readonly geste: 'tirer' };

const gestes: fc.Arbitrary<Geste> = fc.oneof(
  fc.record({
    geste: fc.constant('taper' as const),
    ou: fc.nat(40),
    rang: fc.nat(40),
    brut: fc.constantFrom('Signé', 'Tapé', '12', ''),
  }),
  fc.record({ geste: fc.constant('annoter' as const), ou: fc.nat(40), brut: fc.constant('memo') }),
  fc.record({ geste: fc.constant('oter' as const), ou: fc.nat(40) }),
  fc.record({ geste: fc.constant('copier' as const), ou: fc.nat(40) }),
  fc.record({ geste: fc.constant('inverser' as const) }),
  fc.record({ geste: fc.constant('decaler' as const) }),
  fc.record({ geste: fc.constant('citer' as const), qui: nom }),
  fc.record({ geste: fc.constant('tirer' as const) }),
);

/** Un import ou deux, puis des gestes, puis l'annulation. */
export interface Essai {
  readonly premier: Csv;
  readonly second: Csv | null;
  readonly gestes: readonly Geste[];
}
export const essais: fc.Arbitrary<Essai> = fc.record({
  premier: imports,
  second: fc.option(imports, { freq: 3 }),
  gestes: fc.oneof(
    fc.constant([]),
    fc.array(gestes, { maxLength: 3 }).map((liste) => {
      // Limite connue : une ligne supprimée cache qu'une autre, de l'import, a changé de nom.
      const ote = liste.some((g) => g.geste === 'oter');
      return liste.filter((g) => !ote || g.geste !== 'taper');
    }),
  ),
});

/** Une firme de départ, cellules tapées à la main comprises. */
export const firmes: fc.Arbitrary<Contenu> = fc.record({
  clients: fc
    .uniqueArray(nom, { maxLength: 4 })
    .map((noms) =>
      noms.map((organisation) => ({ organisation, statut: 'Prospect' as const, ville: 'Bron' })),
    ),
  devis: fc.uniqueArray(rang, { maxLength: 5 }).map((rangs) =>
    rangs.map((n) => ({
      ...{ numero: `DEV-2026-000${n}`, version: 1, client: NOMS[n % NOMS.length] ?? '' },
      ...{ objet: 'Étude', montantHt: { brut: '1 500,00 €' }, statut: { brut: ' envoyé' } },
      ...{ envoyeLe: n % 2 ? jour('2026-02-01') : { brut: 'en février' } },
    })),
  ),
  affaires: fc
    .uniqueArray(rang, { maxLength: 3 })
    .map((rangs) =>
      rangs.map((n) => ({ numero: `AFF-2026-000${n}`, client: 'Mairie de Lyon', objet: 'Sol' })),
    ),
}) as unknown as fc.Arbitrary<Contenu>;

type Etat = ReadonlyMap<CleTable, CelluleBrute[][]>;
const vide = (l: readonly CelluleBrute[]): boolean => l.every((c) => (c ?? null) === null);

const etatDe = (support: Support): Map<CleTable, CelluleBrute[][]> =>
  new Map(CLES_TABLES.map((table) => [table, support.grille(table)]));

/** Les lignes d'un onglet, en texte ; `places` : les vides de la fin à part, chacune à sa place. */
function lignesDe(etat: Etat, table: CleTable, places: boolean): string[] {
  const lignes = [...(etat.get(table) ?? [])];
  while (lignes.length > 0 && vide(lignes.at(-1) ?? [])) lignes.pop();
  if (places) return lignes.map((l) => JSON.stringify(l));
  return lignes
    .filter((l) => !vide(l))
    .map((l) => JSON.stringify(l))
    .sort();
}

/** Importe ; `null` : rien à écrire. */
function importer(support: Support, { table, entete, lignes }: Csv): number | null {
  const source = sourceCsv([entete, ...lignes].join('\n'));
  const { resultat, changements } = support.modifier(
    (s) => planImport(s, table, source, null, CTX),
    (r) => origineImport(r.import),
  );
  return changements.length > 0 ? resultat.import : null;
}

const annuler = (support: Support, numero: number) =>
  support.modifier(
    (s) => planAnnuler(s, numero, CTX),
    () => origineAnnulation(numero),
  );

/** Fait un geste ; le fait aussi, s'il y a lieu, dans l'état d'avant l'import. */
function faire(
  support: Support,
  geste: Geste,
  table: CleTable,
  avant: Map<CleTable, CelluleBrute[][]>,
) {
  const lignes = support.grille(table);
  const temoin = avant.get(table) ?? [];
  avant.set(table, temoin);
  const largeur = largeurDe(table);
  const pleines = lignes.flatMap((l, i) => (vide(l) ? [] : [i]));
  const appliquer = (c: Changement): void => {
    support.modifier(
      () => plan(null, { changements: [c] }),
      () => 'test',
    );
  };
  if (geste.geste === 'inverser') return support.retaper(table, inverse(lignes));
  if (geste.geste === 'decaler') return support.retaper(table, [[], ...lignes]);
  if (geste.geste === 'citer') {
    appliquer(ajouter('satisfaction', { date: jour('2026-03-01'), client: geste.qui }));
    avant.set('satisfaction', support.grille('satisfaction'));
    return;
  }
  if (geste.geste === 'tirer') {
    const demande = { client: 'ACME', objet: null, personne: null, provisoire: null };
    const connus = support.grille('registre').length;
    support.modifier(
      (s) => plan(null, { changements: tirerNumero(s, CTX, 'devis', demande).changements }),
      () => 'test',
    );
    avant.get('registre')?.push(...support.grille('registre').slice(connus));
    return;
  }
  const ou = pleines[geste.ou % Math.max(1, pleines.length)];
  if (ou === undefined) return;
  const visee = lignes[ou] ?? [];
  const jumelle = chercher(temoin, table, visee);
  const poser = (rangPose: number, brut: CelluleBrute): void => {
    lignes[ou] = visee.map((c, r) => (r === rangPose ? brut : c));
    if (jumelle >= 0) {
      temoin[jumelle] = (temoin[jumelle] ?? []).map((c, r) => (r === rangPose ? brut : c));
    }
  };
  if (geste.geste === 'taper') poser(geste.rang % (largeur - 2), geste.brut || null);
  else if (geste.geste === 'annoter') poser(largeur - 1, geste.brut);
  else if (geste.geste === 'oter') {
    lignes.splice(ou, 1);
    if (jumelle >= 0) temoin.splice(jumelle, 1);
  } else {
    lignes.push([...visee]);
    temoin.push([...visee]);
  }
  support.retaper(table, lignes);
}

const inverse = <T>(l: readonly T[]): T[] => l.map((_, i) => l[l.length - 1 - i] as T);

/** La même ligne avant l'import : même contenu, sinon même identité. */
function chercher(
  temoin: readonly (readonly CelluleBrute[])[],
  table: CleTable,
  visee: readonly CelluleBrute[],
): number {
  const exacte = temoin.findIndex((l) => JSON.stringify(l) === JSON.stringify(visee));
  const cles = Object.keys(TABLES[table].colonnes);
  const rangs = TABLES[table].identite.map((c) => cles.indexOf(c));
  if (exacte >= 0 || rangs.length === 0) return exacte;
  return temoin.findIndex((l) => !vide(l) && rangs.every((r) => l[r] === visee[r]));
}

/** Joue un essai et vérifie la loi ; rend s'il a été annulé ou refusé. */
export function eprouver(support: Support, essai: Essai): 'annule' | 'refuse' | 'rien' {
  const avant = etatDe(support);
  const premier = importer(support, essai.premier);
  const second = essai.second ? importer(support, essai.second) : null;
  if (premier === null && second === null) return 'rien';
  for (const geste of essai.gestes) faire(support, geste, essai.premier.table, avant);
  for (const numero of [second, premier]) {
    if (numero === null) continue;
    const depart = etatDe(support);
    const { problemes, changements } = annuler(support, numero);
    if (problemes.length === 0) continue;
    expect(changements).toEqual([]);
    for (const p of problemes) {
      expect(p.code).toMatch(/^ANNULATION_/);
      expect(messageDe(p)).not.toMatch(/undefined|null/);
    }
    expect(essai.gestes, problemes.map(messageDe).join('\n')).not.toEqual([]);
    expect(etatDe(support)).toEqual(depart);
    return 'refuse';
  }
  const apres = etatDe(support);
  const places = essai.gestes.length === 0;
  for (const table of CLES_TABLES) {
    if (table === 'journal') continue;
    expect(lignesDe(apres, table, places), table).toEqual(lignesDe(avant, table, places));
  }
  const journal = lignesDe(avant, 'journal', true);
  expect(lignesDe(apres, 'journal', true).slice(0, journal.length)).toEqual(journal);
  return 'annule';
}
