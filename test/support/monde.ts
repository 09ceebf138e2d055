import type { Plan } from '../../src/classeur/plan';
import type { Snapshot } from '../../src/classeur/snapshot';
import type { ValeursDe } from '../../src/classeur/tables';
import type { Affaire } from '../../src/classeur/tables/affaires';
import type { Client } from '../../src/classeur/tables/clients';
import type { Devis, StatutDevis } from '../../src/classeur/tables/devis';
import { ClasseurEnMemoire, type Contenu } from './classeur-en-memoire';
import { euros, jour } from './valeurs';

/** Un petit monde : un prospect, une affaire avec son Go, un devis ; chaque test n'en change que sa part. */
type Part<T> = Partial<Omit<T, 'ligne'>>;

export const unClient = (c: Part<Client> = {}): Partial<ValeursDe<'clients'>> => ({
  organisation: 'Mairie de Lyon',
  statut: 'Prospect',
  ...c,
});

export const uneAffaire = (a: Part<Affaire> = {}): Partial<ValeursDe<'affaires'>> => ({
  numero: 'AFF-2026-0001',
  client: 'Mairie de Lyon',
  objet: 'Étude de sol',
  etape: 'Go',
  delai: true,
  competence: true,
  decision: 'Go',
  decidePar: 'gerant@exemple.fr',
  decideLe: jour('2026-03-01'),
  ...a,
});

/** Un devis cohérent avec son statut : dates de chaque étape franchie, numéro s'il est validé. */
export function unDevis(
  statut: StatutDevis = 'Envoyé',
  d: Part<Devis> = {},
): Partial<ValeursDe<'devis'>> {
  const numerote = statut !== 'Brouillon' && statut !== 'En validation';
  const parti = numerote && statut !== 'Validé' && statut !== 'Annulé';
  const decide = statut === 'Signé' || statut === 'Refusé' || statut === 'Sans suite';
  return {
    numero: numerote ? 'DEV-2026-0001' : 'PROV-1',
    version: 1,
    affaire: 'AFF-2026-0001',
    client: 'Mairie de Lyon',
    objet: 'Étude de sol',
    montantHt: euros(10_000),
    tauxTva: 0.2,
    montantTtc: euros(12_000),
    auteur: 'camille@exemple.fr',
    responsable: 'camille@exemple.fr',
    statut,
    creeLe: jour('2026-03-02'),
    ...(statut === 'Brouillon' ? {} : { soumisLe: jour('2026-03-03') }),
    ...(numerote ? { valideLe: jour('2026-03-04'), validePar: 'gerant@exemple.fr' } : {}),
    ...(parti
      ? {
          envoyeLe: jour('2026-03-05'),
          premierEnvoi: jour('2026-03-05'),
          envoyeA: 'achats@lyon.example',
          validite: jour('2026-04-04'),
          relancesFaites: 0,
          prochaineRelance: decide ? null : jour('2026-03-12'),
        }
      : {}),
    ...(decide ? { decideLe: jour('2026-03-10') } : {}),
    ...(statut === 'Refusé' || statut === 'Sans suite' ? { motif: 'Prix' as const } : {}),
    ...d,
  };
}

export function unMonde(contenu: Contenu = {}): ClasseurEnMemoire {
  return new ClasseurEnMemoire({
    clients: [unClient()],
    affaires: [uneAffaire()],
    ...contenu,
  });
}

/** Le classeur une fois le plan appliqué. */
export function apres(classeur: ClasseurEnMemoire, plan: Plan<unknown>): Snapshot {
  return classeur.appliquer(plan.changements).snapshot();
}

export const codes = (plan: Plan<unknown>): string[] => plan.problemes.map((p) => p.code);
