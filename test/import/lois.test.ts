import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { ligneCsv } from '../../src/export/csv';
import { deproteger, proteger } from '../../src/export/protection';
import { estValeurBrute } from '../../src/classeur/ecrire-cellule';
import { TABLES_ECHANGEABLES, type TableEchangeable } from '../../src/classeur/tables';
import { planImport } from '../../src/import/plan';
import { texteDeCellule } from '../../src/import/source';
import { ClasseurEnMemoire } from '../support/classeur-en-memoire';
import { sourceCsv } from '../support/source-csv';
import { contexte } from '../support/valeurs';

const CTX = contexte('2026-03-02');

const ENTETES: Record<TableEchangeable, string[]> = {
  clients: ['Nom', 'SIRET', 'E-mail', 'Ville', 'Statut', 'Phone'],
  affaires: ['N° affaire', 'Société', 'Projet', 'Étape', 'Montant', 'Clôture prévue'],
  devis: [
    'N° devis',
    'Client',
    'État',
    'Montant HT',
    'TVA',
    'Date',
    'Due Date',
    'Version',
    'Objet',
  ],
  actions: ['Date', 'Type', 'Client', 'Durée', 'Compte rendu', 'Fait'],
  factures: ['N° facture', 'Client', 'Item Cost', 'Quantity', 'Date', 'Échéance', 'Payé'],
  satisfaction: ['Date', 'Client', 'Prix', 'Services', 'Commentaire'],
  objectifs: ['Mois', 'Responsable', 'CA signé', 'Devis émis', 'Taux de transformation'],
  tarifs: ['Code', 'Désignation', 'Prix HT', 'TVA'],
};

/** Un fichier comme il en vient : bonnes valeurs, fautes de frappe, cellules vides, lignes en double. */
const cellule = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.constantFrom(
      '',
      'D1',
      'D2',
      'D1-V2',
      'Mairie',
      'MAIRIE',
      'Dupont SARL',
      'Dupont',
      'Total',
      'Total : 3',
    ),
  },
  {
    weight: 3,
    arbitrary: fc.constantFrom('Envoyé', 'Won', 'brouillon', 'Appel', 'Client', 'Go', 'Oui'),
  },
  {
    weight: 3,
    arbitrary: fc.constantFrom(
      '1 234,50 €',
      '1,234',
      '12.5',
      '-3',
      '$5',
      '20 %',
      '20',
      '0,2',
      '(1)',
    ),
  },
  {
    weight: 3,
    arbitrary: fc.constantFrom(
      '02/03/2026',
      '25/12/2026',
      '12/25/2026',
      '2026-03-02',
      '31/02/2026',
      'mars 2026',
    ),
  },
  { weight: 1, arbitrary: fc.string({ maxLength: 8 }) },
);
const fichier = fc.constantFrom(...TABLES_ECHANGEABLES).chain((table) =>
  fc.record({
    table: fc.constant(table),
    colonnes: fc.shuffledSubarray(ENTETES[table], { minLength: 2 }),
    lignes: fc.array(fc.array(cellule, { minLength: 1, maxLength: ENTETES[table].length }), {
      maxLength: 12,
    }),
  }),
);

const enCsv = (colonnes: string[], lignes: string[][]): string =>
  [colonnes, ...lignes].map((l) => ligneCsv(l, ';')).join('');

it('chaque ligne est comptée une fois, et réimporter ne change rien', () => {
  let acceptes = 0;
  fc.assert(
    fc.property(fichier, ({ table, colonnes, lignes }) => {
      const source = sourceCsv(enCsv(colonnes, lignes));
      const classeur = new ClasseurEnMemoire();
      const {
        resultat: r,
        changements,
        problemes,
      } = planImport(classeur.snapshot(), table, source, null, CTX);
      expect(r.lues).toBe(r.creees + r.modifiees + r.inchangees + r.rejetees);
      expect(problemes.length > 0 && changements.length > 0).toBe(false);
      if (problemes.length > 0) return;
      acceptes += 1;
      expect(r.lues + r.ignorees.length + 1).toBe(source.lignes.length);
      expect(new Set(r.rejets.map((x) => x.ligne)).size).toBe(r.rejetees);
      expect(changements.filter((c) => c.table === table)).toHaveLength(r.creees + r.modifiees);
      classeur.appliquer(changements);
      const encore = planImport(classeur.snapshot(), table, source, null, CTX);
      expect(encore.changements).toEqual([]);
      expect(encore.resultat).toMatchObject({
        rejetees: r.rejetees,
        inchangees: r.lues - r.rejetees,
        creees: 0,
      });
    }),
    { numRuns: 500 },
  );
  expect(acceptes).toBeGreaterThan(100);
});

it('un texte écrit vient de la source, ou d’une dérivation connue', () => {
  const derives = new Set([
    'import n° 1',
    'Client',
    'Prospect',
    'gerant@exemple.fr',
    '2026-03-02T09:00',
  ]);
  fc.assert(
    fc.property(fichier, ({ table, colonnes, lignes }) => {
      const source = sourceCsv(enCsv(colonnes, lignes));
      const vide = new ClasseurEnMemoire().snapshot();
      const { changements, resultat } = planImport(vide, table, source, null, CTX);
      const lus = source.lignes.flatMap((l) => l.cellules.map((c) => texteDeCellule(c).trim()));
      const traduits = Object.values(resultat.valeurs).flatMap((v) => Object.values(v));
      const textes = new Set([...lignes.flat().map((t) => t.trim()), ...lus, ...traduits]);
      for (const c of changements) {
        if (c.type !== 'ajouter' || c.table === 'registre') continue;
        for (const valeur of Object.values(c.valeurs)) {
          const texte = estValeurBrute(valeur) ? valeur.brut.replace(/ \?$/, '') : valeur;
          if (
            typeof texte !== 'string' ||
            /^\d{4}-\d{2}(-\d{2})?$/.test(texte) ||
            derives.has(texte)
          )
            continue;
          const connu = [...textes].some(
            (t) =>
              t === texte || t.toLowerCase() === texte.toLowerCase() || t.startsWith(`${texte}-V`),
          );
          expect(connu ? texte : `${texte} (inventé)`).toBe(texte);
        }
      }
    }),
    { numRuns: 300 },
  );
});

it('la protection contre les formules se défait exactement', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.string({ unit: fc.constantFrom("'", '=', '+', '-', '@', '\t', '\r', 'a') }),
      ),
      (t) => {
        expect(deproteger(proteger(t))).toBe(t);
        expect(proteger(t)).not.toMatch(/^[=+\-@\t\r]/);
      },
    ),
  );
});
