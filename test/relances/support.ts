import type { Snapshot } from '../../src/classeur/snapshot';
import type { ValeursDe } from '../../src/classeur/tables';
import type { Brouillon } from '../../src/relances/brouillon';
import { ClasseurEnMemoire, snapshotDe, type Contenu } from '../support/classeur-en-memoire';
import { euros, jour } from '../support/valeurs';

export { contexte, jour } from '../support/valeurs';

/** Un devis envoyé à J, prêt à être relancé : seules les valeurs du cas s'écrivent dans le test. */
export function devisEnvoye(
  valeurs: Partial<ValeursDe<'devis'>> = {},
): Partial<ValeursDe<'devis'>> {
  return {
    numero: 'DEV-2026-0001',
    version: 1,
    affaire: 'AFF-2026-0001',
    client: 'Ville d’Exemple',
    objet: 'Étude de sol',
    montantHt: euros(12_500),
    tauxTva: 0.2,
    montantTtc: euros(15_000),
    responsable: 'lea@exemple.fr',
    statut: 'Envoyé',
    envoyeLe: jour('2026-03-02'),
    envoyeA: 'achats@client.example',
    validite: jour('2026-04-01'),
    relancesFaites: 0,
    prochaineRelance: jour('2026-03-09'),
    ...valeurs,
  };
}

export function clientDe(
  organisation = 'Ville d’Exemple',
  valeurs: Partial<ValeursDe<'clients'>> = {},
): Partial<ValeursDe<'clients'>> {
  return { organisation, contact: 'Mme Martin', email: 'achats@client.example', ...valeurs };
}

export function classeurDe(contenu: Contenu = {}): ClasseurEnMemoire {
  return new ClasseurEnMemoire({
    clients: [clientDe()],
    devis: [devisEnvoye()],
    equipe: [
      {
        email: 'lea@exemple.fr',
        nom: 'Léa Petit',
        telephone: '01 02 03 04 05',
        role: 'Consultant',
      },
    ],
    ...contenu,
  });
}

/** Des lignes « Relance devis » de l'onglet Modèles. */
export function snapshotDeModeles(modeles: readonly Partial<ValeursDe<'modeles'>>[]): Snapshot {
  return snapshotDe({
    modeles: modeles.map((m) => ({
      usage: 'Relance devis' as const,
      objet: 'o',
      corps: 'c',
      ...m,
    })),
  });
}

/** Un message prêt à écrire. */
export function brouillon(valeurs: Partial<Brouillon> = {}): Brouillon {
  return {
    reference: 'DEV-2026-0042/R1',
    destinataire: 'achats@client.example',
    copie: [],
    objet: 'Votre devis',
    corps: 'Bonjour,\n\nCordialement',
    date: jour('2026-03-02'),
    messageId: 'relance.DEV-2026-0042_2f_R1@exemple.fr',
    enReponseA: null,
    ...valeurs,
  };
}
