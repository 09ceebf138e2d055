import { expect, it } from 'vitest';
import type { Plan } from '../../src/classeur/plan';
import type { Snapshot } from '../../src/classeur/snapshot';
import { planGoNoGo } from '../../src/affaires/gonogo';
import { planAffaireNouvelle } from '../../src/affaires/nouvelle';
import {
  planEnvoyer,
  planReviser,
  planSigner,
  planSoumettre,
  planValider,
} from '../../src/devis/gestes';
import { planNouveau } from '../../src/devis/nouveau';
import { ClasseurEnMemoire } from '../support/classeur-en-memoire';
import { contexte, euros } from '../support/valeurs';

it('d’une demande à sa commande, dans un classeur neuf', () => {
  const classeur = new ClasseurEnMemoire();
  const faire = <R>(decider: (s: Snapshot) => Plan<R>): R => {
    const plan = decider(classeur.snapshot());
    expect(plan.problemes).toEqual([]);
    classeur.appliquer(plan.changements);
    return plan.resultat;
  };
  const lundi = contexte('2026-03-02', 'seul@exemple.fr');
  const plusTard = contexte('2026-03-20', 'seul@exemple.fr');
  const affaire = 'AFF-2026-0001';
  faire((s) => planAffaireNouvelle(s, { client: 'Géo', objet: 'Sondages' }, lundi));
  faire((s) => planGoNoGo(s, { affaire, decision: 'go', delai: true, competence: true }, lundi));
  const { numero } = faire((s) => planNouveau(s, { affaire, montantHt: euros(1000) }, lundi));
  faire((s) => planSoumettre(s, { reference: numero }, lundi));
  faire((s) => planValider(s, { reference: numero }, lundi));
  faire((s) => planEnvoyer(s, { reference: numero, a: 'achats@geo.example' }, lundi));
  faire((s) => planReviser(s, { reference: numero, montantHt: euros(900) }, plusTard));
  faire((s) => planSoumettre(s, { reference: numero }, plusTard));
  faire((s) => planValider(s, { reference: numero }, plusTard));
  faire((s) => planEnvoyer(s, { reference: numero }, plusTard));
  const fin = faire((s) =>
    planSigner(s, { reference: numero, forme: 'bon de commande' }, plusTard),
  );
  expect(fin).toEqual({ numero: 'DEV-2026-0001', version: 2, statut: 'Signé', problemes: [] });
  const { devis, affaires, clients, registre } = classeur.snapshot().tables;
  expect(devis.map((d) => [d.version, d.statut, d.montantTtc, d.premierEnvoi])).toEqual([
    [1, 'Remplacé', 120_000, '2026-03-02'],
    [2, 'Signé', 108_000, '2026-03-02'],
  ]);
  expect(affaires[0]?.etape).toBe('Commande à vérifier');
  expect(clients[0]?.statut).toBe('Client');
  expect(registre.map((r) => r.numero)).toEqual([affaire, 'DEV-2026-0001']);
});
