import type { Snapshot } from '../../src/classeur/snapshot';
import { ClasseurEnMemoire } from '../support/classeur-en-memoire';
import { euros, jour } from '../support/valeurs';

const A = 'a@exemple.fr';
const B = 'b@exemple.fr';

/** Deux mois où chaque règle des indicateurs change un chiffre. */
export function entrepriseRetorse(): Snapshot {
  const client = 'Mairie';
  const affaire = (numero: string, etape: 'Go' | 'Perdue', responsable: string) => ({
    ...{ numero, client, objet: 'Étude', etape, responsable },
    decision: 'Go' as const,
  });
  const devis = (numero: string, version: number) => ({
    ...{ numero, version, client, affaire: 'A1', auteur: A, montantHt: euros(1000 * version) },
    ...{ envoyeLe: jour('2026-01-10'), decideLe: jour('2026-02-10') },
  });
  const facture = (numero: string, montant: number) => ({
    ...{ numero, client, affaire: 'A1', montantHt: euros(montant), paye: euros(montant) },
    ...{ emiseLe: jour('2026-01-15'), payeLe: jour('2026-02-15') },
  });
  return new ClasseurEnMemoire({
    clients: [{ organisation: 'Mairie', responsable: A }],
    affaires: [affaire('A1', 'Go', B), affaire('A2', 'Perdue', A)],
    devis: [
      // Une chaîne réouverte : la dernière version partie porte la décision et le montant.
      { ...devis('D1', 1), statut: 'Refusé' },
      { ...devis('D1', 2), statut: 'Signé', decideLe: jour('2026-02-20') },
      { ...devis('D2', 1), statut: 'Sans suite', responsable: A },
      { ...devis('D3', 1), statut: 'Signé', decideLe: jour('2026-02-01') },
      { ...devis('D4', 1), statut: 'Envoyé', affaire: 'A2', decideLe: null },
      { ...devis('D5', 1), statut: 'Envoyé', decideLe: null, validite: jour('2026-03-05') },
      { ...devis('D6', 1), statut: 'Annulé', envoyeLe: jour('2025-12-10') },
      { ...devis('D6', 2), statut: 'Refusé' },
      { ...devis('D7', 1), statut: 'Refusé' },
    ],
    factures: [
      { ...facture('F1', 900), type: 'Solde' },
      { ...facture('F2', 100), type: 'Avoir' },
      { ...facture('F3', 50), affaire: 'A2' },
    ],
    satisfaction: [
      { date: jour('2026-01-20'), client: 'MAIRIE', services: 7, prix: 8, recommandation: 7 },
      {
        date: jour('2026-01-21'),
        client,
        affaire: 'A1',
        services: 3,
        prix: 11,
        recommandation: 10,
      },
    ],
    actions: [{ date: jour('2026-01-05'), type: 'Visite', auteur: A }],
    parametres: [{ reglage: 'Cas avant d’utiliser vos propres taux', valeur: 3 }],
  })
    .ecrire('factures', 4, 'type', 'Avoir ou facture ?')
    .snapshot();
}
