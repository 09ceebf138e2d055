import * as fc from 'fast-check';
import type { Snapshot } from '../../src/classeur/snapshot';
import { DECISIONS_GONOGO, ETAPES } from '../../src/classeur/tables/affaires';
import { STATUTS_DEVIS } from '../../src/classeur/tables/devis';
import { TYPES_FACTURE } from '../../src/classeur/tables/factures';
import { ajouterJours } from '../../src/commun/date-civile';
import { centimes } from '../../src/commun/montant';
import { ClasseurEnMemoire, type Contenu } from '../support/classeur-en-memoire';
import { jour } from '../support/valeurs';

const AUJOURDHUI = jour('2026-03-02');

const date = fc.integer({ min: -70, max: 40 }).map((n) => ajouterJours(AUJOURDHUI, n));
const dateOuRien = fc.option(date, { freq: 4 });
const montant = fc.option(fc.integer({ min: -9_999, max: 5_000_000 }).map(centimes), { freq: 9 });
const personne = fc.constantFrom('a@exemple.fr', 'A@Exemple.fr', 'b@exemple.fr', null);
const affaire = fc.constantFrom('A1', 'A2', 'A3', 'inconnue', null);
const client = fc.constantFrom('Mairie', 'USINE SARL', 'Usiné', 'Inconnu');
const note = fc.option(fc.integer({ min: -1, max: 12 }), { freq: 5 });

const affaires = fc.array(
  fc.record({
    numero: fc.constantFrom('A1', 'A2', 'A3'),
    client,
    objet: fc.constant('Étude'),
    responsable: personne,
    etape: fc.constantFrom(...ETAPES),
    decision: fc.constantFrom(...DECISIONS_GONOGO, null),
    probabilite: fc.constantFrom(null, null, 0, 0.35, 1, -0.2),
  }),
  { maxLength: 5 },
);
const devis = fc.array(
  fc.record({
    numero: fc.integer({ min: 1, max: 14 }).map((n) => `D${n}`),
    version: fc.constantFrom(1, 1, 2, 3, null),
    client,
    affaire,
    statut: fc.constantFrom(...STATUTS_DEVIS),
    montantHt: montant,
    auteur: personne,
    responsable: personne,
    creeLe: dateOuRien,
    envoyeLe: dateOuRien,
    premierEnvoi: dateOuRien,
    decideLe: dateOuRien,
    validite: dateOuRien,
  }),
  { maxLength: 40 },
);
const factures = fc.array(
  fc.record({
    numero: fc.constantFrom('F1', 'F2', null),
    client,
    affaire,
    type: fc.constantFrom(...TYPES_FACTURE, null),
    montantHt: montant,
    emiseLe: dateOuRien,
    paye: montant,
    payeLe: dateOuRien,
  }),
  { maxLength: 12 },
);
const satisfaction = fc.array(
  fc.record({
    date,
    client,
    affaire,
    relationClient: note,
    services: note,
    prix: note,
    recommandation: note,
  }),
  { maxLength: 12 },
);
const actions = fc.array(
  fc.record({ date, type: fc.constantFrom('Visite', 'Appel'), auteur: personne }),
  { maxLength: 8 },
);
const clients = fc.constant([
  { organisation: 'Mairie', responsable: 'b@exemple.fr' },
  { organisation: 'Usine', responsable: 'a@exemple.fr' },
]);

/** Une cellule que sa colonne ne comprend pas : un type, une probabilité, un montant, une date. */
const illisible = fc.constantFrom(
  ['factures', 'type', 'Facture ?'] as const,
  ['affaires', 'probabilite', 'forte'] as const,
  ['devis', 'montantHt', 'environ 1000'] as const,
  ['devis', 'statut', 'parti'] as const,
  ['devis', 'envoyeLe', 'mardi'] as const,
);

/** Un classeur quelconque, doublons, trous et cellules illisibles compris. */
export const entreprise: fc.Arbitrary<Snapshot> = fc
  .tuple(
    fc.record({ affaires, devis, factures, satisfaction, actions, clients }),
    fc.array(fc.tuple(illisible, fc.nat(6)), { maxLength: 6 }),
    fc.constantFrom(20, 3),
  )
  .map(([contenu, illisibles, cas]) => {
    const parametres = [{ reglage: 'Cas avant d’utiliser vos propres taux', valeur: cas }];
    const classeur = new ClasseurEnMemoire({ ...contenu, parametres } as Contenu);
    for (const [[table, colonne, texte], rang] of illisibles) {
      if (rang < contenu[table].length) classeur.ecrire(table, rang + 2, colonne, texte);
    }
    return classeur.snapshot();
  });
