import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Contenu } from '../support/classeur-en-memoire';
import { snapshotDe } from '../support/classeur-en-memoire';
import { jour } from '../support/valeurs';
import { STATUTS_DEVIS } from '../../src/classeur/tables/devis';
import {
  ajouterJours,
  ajouterMois,
  moisDe,
  type DateCivile,
  type Mois,
} from '../../src/commun/date-civile';
import { centimes } from '../../src/commun/montant';
import { calculerTableau, type Tableau } from '../../src/tableau-de-bord/calculer-tableau';
import { dansNMois } from '../../src/tableau-de-bord/prevision';

const AUJOURDHUI = jour('2026-03-20');
const MOIS = moisDe(AUJOURDHUI);
const PERSONNES = ['a@exemple.fr', 'b@exemple.fr', null] as const;

const date = fc.integer({ min: -80, max: 60 }).map((n) => ajouterJours(AUJOURDHUI, n));
const dateOuRien = fc.option(date, { freq: 4 });
const montant = fc.integer({ min: 1, max: 5_000_000 }).map(centimes);
const personne = fc.constantFrom(...PERSONNES);
const affaire = fc.option(fc.constantFrom('A1', 'A2', 'A3'));

const firme: fc.Arbitrary<Contenu> = fc
  .record({
    devis: fc.array(
      fc.record({
        numero: fc.integer({ min: 1, max: 12 }).map((n) => `D${n}`),
        version: fc.integer({ min: 1, max: 3 }),
        client: fc.constantFrom('Mairie', 'Usine'),
        affaire,
        statut: fc.constantFrom(...STATUTS_DEVIS),
        montantHt: montant,
        responsable: personne,
        creeLe: dateOuRien,
        envoyeLe: dateOuRien,
        decideLe: dateOuRien,
        validite: dateOuRien,
      }),
      { maxLength: 25 },
    ),
    factures: fc.array(
      fc.record({
        client: fc.constant('Mairie'),
        affaire,
        type: fc.constantFrom('Acompte', 'Solde', 'Avoir', null),
        montantHt: montant,
        emiseLe: dateOuRien,
        paye: fc.option(montant),
        payeLe: dateOuRien,
      }),
      { maxLength: 8 },
    ),
    affaires: fc
      .tuple(personne, personne, personne, dateOuRien, dateOuRien, dateOuRien)
      .map(([r1, r2, r3, d1, d2, d3]) => [
        { numero: 'A1', responsable: r1, signaturePrevue: d1, etape: 'En réalisation' as const },
        { numero: 'A2', responsable: r2, signaturePrevue: d2, probabilite: 0.9 },
        { numero: 'A3', responsable: r3, signaturePrevue: d3, decision: 'NoGo' as const },
      ]),
  })
  // Une identité (numéro, version) n’apparaît qu’une fois : un double n’a pas d’ordre.
  .map(({ affaires, factures, devis: tous }) => {
    const vus = new Set<string>();
    const devis = tous.filter((d) => {
      const cle = `${d.numero} ${d.version}`;
      if (vus.has(cle)) return false;
      vus.add(cle);
      return true;
    });
    return { affaires, factures, devis };
  });

const calculer = (contenu: Contenu, mois: Mois = MOIS, aujourdHui: DateCivile = AUJOURDHUI) =>
  calculerTableau(snapshotDe(contenu), { mois, aujourdHui });

/** Les figures seules : les liens des alertes suivent les lignes, l’ordre des ex æquo aussi. */
const figures = (t: Tableau) => ({
  ...t,
  alertes: t.alertes.map((a) => a.code).sort(),
  plusBeauxContrats: t.plusBeauxContrats.map((c) => c.montantHt),
});

const decaler = <T>(valeur: T): T =>
  JSON.parse(
    JSON.stringify(valeur).replace(
      /"(\d{4})(-\d{2}-\d{2})"/g,
      (_, a: string, jourMois: string) => `"${Number(a) + 4}${jourMois}"`,
    ),
  ) as T;

const additionner = (nombres: readonly number[]): number => nombres.reduce((a, b) => a + b, 0);

describe('lois du tableau de bord', () => {
  it('la somme des responsables est l’entreprise', () => {
    fc.assert(
      fc.property(firme, (contenu) => {
        const t = calculer(contenu);
        const r = t.parResponsable;
        expect(additionner(r.map((p) => p.devisEmis.nombre))).toBe(t.devisEmis.nombre);
        expect(additionner(r.map((p) => p.devisSignes.montantHt))).toBe(t.devisSignes.montantHt);
        expect(additionner(r.map((p) => p.caFactureHt))).toBe(t.caFactureHt);
        expect(additionner(r.map((p) => p.encaisseTtc))).toBe(t.encaisseTtc);
        expect(additionner(r.map((p) => p.portefeuille.pondereHt))).toBe(t.portefeuille.pondereHt);
      }),
      { numRuns: 60 },
    );
  });

  it('un devis annulé ou remplacé ajouté ne change rien', () => {
    fc.assert(
      fc.property(firme, montant, date, fc.boolean(), (contenu, montantHt, envoyeLe, annule) => {
        const statut = annule ? ('Annulé' as const) : ('Remplacé' as const);
        const ajoute = { numero: 'X', version: 1, client: 'Z', statut, montantHt, envoyeLe };
        const avec = { ...contenu, devis: [...(contenu.devis ?? []), ajoute] };
        fc.pre((contenu.devis ?? []).length > 0);
        expect(figures(calculer(avec))).toEqual(figures(calculer(contenu)));
      }),
      { numRuns: 40 },
    );
  });

  it('couper une facture en deux ne change pas le CA', () => {
    fc.assert(
      fc.property(firme, fc.nat(), (contenu, part) => {
        const [premiere, ...reste] = contenu.factures ?? [];
        fc.pre(premiere !== undefined);
        const ht = premiere?.montantHt ?? 0;
        const a = centimes(part % (ht + 1));
        const coupees = [
          { ...premiere, montantHt: a, paye: null },
          { ...premiere, montantHt: centimes(ht - a) },
        ];
        const t = calculer({ ...contenu, factures: [...coupees, ...reste] });
        const avant = calculer(contenu);
        expect([t.caFactureHt, t.encaisseTtc, t.previsions]).toEqual([
          avant.caFactureHt,
          avant.encaisseTtc,
          avant.previsions,
        ]);
      }),
      { numRuns: 40 },
    );
  });

  it('un taux est entre 0 et 1, ou absent quand il n’y a aucun cas', () => {
    fc.assert(
      fc.property(firme, (contenu) => {
        const { tauxTransformation: x, entonnoir } = calculer(contenu);
        for (const { taux, n } of [x.cohorte, x.decides]) {
          expect(taux === null).toBe(n === 0);
        }
        const taux = [x.cohorte.taux, x.decides.taux, x.montant.taux];
        const connus = [...taux, ...entonnoir.marches.map((m) => m.tauxEtape)].filter(
          (t) => t !== null,
        );
        expect(connus.every((t) => t >= 0 && t <= 1)).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  it('pessimiste ≤ pondéré ≤ optimiste, et chaque horizon contient le précédent', () => {
    fc.assert(
      fc.property(firme, (contenu) => {
        const { previsions } = calculer(contenu);
        previsions.forEach((p, i) => {
          expect(p.pessimisteHt).toBeLessThanOrEqual(p.pondereHt);
          expect(p.pondereHt).toBeLessThanOrEqual(p.optimisteHt);
          expect(p.pondereHt).toBeGreaterThanOrEqual(previsions[i - 1]?.pondereHt ?? 0);
        });
      }),
      { numRuns: 60 },
    );
  });

  it('l’ordre des lignes est indifférent', () => {
    fc.assert(
      fc.property(firme, fc.func(fc.nat()), (contenu, rang) => {
        const melanger = <T>(lignes: readonly T[] = []): T[] =>
          lignes.slice().sort((a, b) => rang(JSON.stringify(a)) - rang(JSON.stringify(b)));
        const melange = {
          ...contenu,
          devis: melanger(contenu.devis),
          factures: melanger(contenu.factures),
        };
        expect(figures(calculer(melange))).toEqual(figures(calculer(contenu)));
      }),
      { numRuns: 40 },
    );
  });

  it('tout décaler de quatre ans (même calendrier) ne change que le mois', () => {
    fc.assert(
      fc.property(firme, (contenu) => {
        const apres = calculer(decaler(contenu), ajouterMois(MOIS, 48), dansNMois(AUJOURDHUI, 48));
        expect(figures({ ...apres, mois: MOIS, plusBeauxContrats: [] })).toEqual(
          figures({ ...calculer(contenu), plusBeauxContrats: [] }),
        );
      }),
      { numRuns: 40 },
    );
  });
});
