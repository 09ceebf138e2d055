import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Plan } from '../../src/classeur/plan';
import type { Snapshot } from '../../src/classeur/snapshot';
import { planAffaireNouvelle } from '../../src/affaires/nouvelle';
import { planGoNoGo } from '../../src/affaires/gonogo';
import { designer, estProvisoire } from '../../src/devis/designation';
import { planNouveau } from '../../src/devis/nouveau';
import { planGeste } from '../../src/devis/plan-geste';
import { GESTES, gestesDepuis, type Geste } from '../../src/devis/transitions';
import { ajouterJours } from '../../src/commun/date-civile';
import { euros, contexte, jour } from '../support/valeurs';
import { estAvertissement } from '../../src/messages/avertissements';
import { unDevis, unMonde } from '../support/monde';

/** Un pas de la vie du classeur : un geste sur une ligne, un nouveau devis, ou une ligne effacée à la main. */
type Pas =
  | {
      readonly quoi: 'geste';
      readonly geste: Geste;
      readonly ligne: number;
      readonly complet: boolean;
      readonly jours: number;
    }
  | { readonly quoi: 'avancer'; readonly choix: number; readonly ligne: number }
  | { readonly quoi: 'nouveau'; readonly montant: number }
  | { readonly quoi: 'affaire' }
  | { readonly quoi: 'go' }
  | { readonly quoi: 'effacer'; readonly ligne: number };

const pas: fc.Arbitrary<Pas> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      quoi: fc.constant('geste' as const),
      geste: fc.constantFrom(...GESTES),
      ligne: fc.nat(8),
      complet: fc.boolean(),
      jours: fc.integer({ min: -3, max: 1 }),
    }),
  },
  // Un geste que l'état permet, pour que les suites aillent loin.
  {
    weight: 24,
    arbitrary: fc.record({
      quoi: fc.constant('avancer' as const),
      choix: fc.nat(6),
      ligne: fc.nat(3),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({ quoi: fc.constant('nouveau' as const), montant: fc.nat(20_000) }),
  },
  { weight: 1, arbitrary: fc.constant({ quoi: 'affaire' as const }) },
  { weight: 3, arbitrary: fc.constant({ quoi: 'go' as const }) },
  { weight: 2, arbitrary: fc.record({ quoi: fc.constant('effacer' as const), ligne: fc.nat(8) }) },
);

const MOTIFS: Partial<Record<Geste, string>> = { refuser: 'Prix', classer: 'Autre' };

function planDe(
  s: Snapshot,
  p: Exclude<Pas, { quoi: 'effacer' }>,
  jourDuPas: string,
): Plan<unknown> {
  const c = contexte(jourDuPas);
  if (p.quoi === 'affaire') return planAffaireNouvelle(s, { client: 'Géo', objet: 'Suivi' }, c);
  if (p.quoi === 'go') {
    return planGoNoGo(
      s,
      { affaire: 'AFF-2026-0001', decision: 'go', delai: true, competence: true },
      c,
    );
  }
  if (p.quoi === 'nouveau') {
    return planNouveau(s, { affaire: 'AFF-2026-0001', montantHt: euros(p.montant) }, c);
  }
  const devis = s.tables.devis[p.ligne % Math.max(1, s.tables.devis.length)];
  const reference = devis ? `${devis.numero}-V${devis.version}` : 'PROV-1';
  const possibles = devis?.statut ? gestesDepuis(devis.statut) : [];
  const geste =
    p.quoi === 'geste' ? p.geste : (possibles[p.choix % Math.max(1, possibles.length)] ?? 'signer');
  if (p.quoi === 'geste' && !p.complet) return planGeste(s, geste, { reference }, c);
  const jours = p.quoi === 'geste' ? p.jours : 0;
  const options = {
    a: 'a@b.example',
    forme: 'verbale',
    motif: MOTIFS[geste] ?? 'Erreur',
    le: ajouterJours(c.aujourdHui, geste === 'attendre' ? 9 : jours),
    montantHt: geste === 'reviser' ? euros(5000 + p.ligne * 999) : null,
  };
  return planGeste(s, geste, { reference, ...options }, c);
}

describe('lois, sous des suites de gestes au hasard', () => {
  it('numéros jamais repris, une seule version chez le client, un refus n’écrit rien', () => {
    const atteints = new Set<string>();
    fc.assert(
      fc.property(fc.array(pas, { minLength: 10, maxLength: 60 }), (suite) => {
        const monde = unMonde({
          devis: [unDevis('Envoyé')],
          registre: [{ numero: 'DEV-2026-0001', pour: 'PROV-1 · Mairie de Lyon' }],
        });
        const tires = new Map([['DEV-2026-0001', 'PROV-1']]);
        let aujourdHui = jour('2026-03-06');
        for (const p of suite) {
          const avant = monde.snapshot();
          if (p.quoi === 'effacer') {
            const ligne = avant.tables.devis[p.ligne]?.ligne;
            if (ligne) monde.grilles.get('Devis')?.splice(ligne - 1, 1);
            continue;
          }
          aujourdHui = ajouterJours(aujourdHui, 1);
          const plan = planDe(avant, p, aujourdHui);
          const refuse = plan.problemes.some((x) => !estAvertissement(x));
          expect(refuse && plan.changements.length > 0).toBe(false);
          for (const c of plan.changements) {
            if (c.type !== 'ajouter' || c.table !== 'registre') continue;
            const numero = String(c.valeurs.numero);
            expect(tires.has(numero)).toBe(false);
            tires.set(numero, String(c.valeurs.pour ?? ''));
          }
          const s = monde.appliquer(plan.changements).snapshot();
          expect(fautes(s)).toEqual([]);
          for (const d of s.tables.devis) atteints.add(d.statut ?? '');
        }
        const provisoires = [...tires.values()].flatMap((pour) => /^PROV-\d+/.exec(pour) ?? []);
        expect(new Set(provisoires).size).toBe(provisoires.length);
      }),
      { numRuns: 100, seed: 20_260_302 },
    );
    // La loi ne vaut que si les suites vont partout.
    expect([...atteints].sort()).toEqual(
      [
        'Annulé',
        'Brouillon',
        'En validation',
        'Envoyé',
        'Refusé',
        'Remplacé',
        'Sans suite',
        'Signé',
        'Validé',
      ].sort(),
    );
  });
});

/** Les invariants que ce classeur enfreint ; aucun, s'il est sain. */
function fautes(s: Snapshot): string[] {
  const { devis, registre, affaires, clients } = s.tables;
  const noms = devis.map(designer);
  const inscrits = registre.map((r) => r.numero);
  const regles: [string, boolean][] = [
    ['deux devis du même nom', new Set(noms).size === noms.length],
    ['un numéro inscrit deux fois', new Set(inscrits).size === inscrits.length],
  ];
  for (const d of devis) {
    const statut = d.statut ?? '';
    const nom = `${designer(d)} ${statut}`;
    const numerote = !['Brouillon', 'En validation', 'Annulé'].includes(statut);
    const decide = ['Signé', 'Refusé', 'Sans suite'].includes(statut);
    const chezLeClient = devis.filter(
      (v) => v.numero === d.numero && (v.statut === 'Envoyé' || v.statut === 'Signé'),
    );
    regles.push(
      [`${nom} : provisoire`, !numerote || !estProvisoire(d.numero ?? '')],
      [`${nom} : hors de Registre`, !numerote || inscrits.includes(d.numero)],
      [`${nom} : sans validateur`, !numerote || d.validePar !== null],
      [`${nom} : sans destinataire`, statut !== 'Envoyé' || d.envoyeA !== null],
      [
        `${nom} : validité avant l’envoi`,
        statut !== 'Envoyé' || (d.validite ?? '') >= (d.envoyeLe ?? '?'),
      ],
      [`${nom} : relance d’un devis clos`, statut === 'Envoyé' || d.prochaineRelance === null],
      [
        `${nom} : décision`,
        decide
          ? (d.decideLe ?? '') >= (d.envoyeLe ?? '?')
          : statut !== 'Envoyé' || d.decideLe === null,
      ],
      [`${nom} : premier envoi`, (d.premierEnvoi ?? '') <= (d.envoyeLe ?? '')],
      [`${nom} : deux versions chez le client`, chezLeClient.length <= 1],
      [`${nom} : signé, affaire perdue`, statut !== 'Signé' || affaires[0]?.etape !== 'Perdue'],
      [`${nom} : signé par un prospect`, statut !== 'Signé' || clients[0]?.statut === 'Client'],
    );
  }
  return regles.flatMap(([faute, respectee]) => (respectee ? [] : [faute]));
}
