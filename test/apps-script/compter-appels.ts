import { expect } from 'vitest';
import { ENTREES_MENU } from '../../apps-script/menu';
import { unClient, uneAffaire, unDevis } from '../support/monde';
import type { StatutDevis } from '../../src/classeur/tables/devis';
import { GERANT, type Bureau } from './bureau';
import { grandClasseur } from './grand-classeur';

/** Une demande réussie pour chaque entrée du menu qui ouvre un formulaire : sa ligne, ses valeurs. */
const FORMULAIRES: Readonly<
  Record<string, readonly [ligne: number, valeurs: Record<string, string>]>
> = {
  nouvelleAffaire: [2, { client: 'Sogea', objet: 'Audit' }],
  nouveauDevis: [2, { affaire: 'AFF-2026-0001' }],
  soumettreDevis: [2, {}],
  validerDevis: [3, {}],
  envoyerDevis: [4, { a: 'a@client.example' }],
  signerDevis: [5, { forme: 'Bon de commande' }],
  refuserDevis: [6, { motif: 'Prix' }],
  reviserDevis: [7, { montantHt: '9 000' }],
  annulerDevis: [8, { motif: 'Doublon' }],
  rouvrirDevis: [9, {}],
  actionCommerciale: [2, { type: 'Appel' }],
  goNoGo: [10, { delai: 'Oui', competence: 'Oui', decision: 'Go' }],
  cloturerMois: [2, {}],
  preparerRelances: [2, {}],
};

const ETATS: readonly StatutDevis[] = [
  'Brouillon',
  'En validation',
  'Validé',
  'Envoyé',
  'Envoyé',
  'Envoyé',
  'Envoyé',
  'Refusé',
  'Envoyé',
];

/** Neuf devis choisis, puis autant qu'il faut, tous envoyés. */
const bureau = (devis: number): Bureau =>
  grandClasseur({
    clients: [unClient({ contact: 'Mme Martin' })],
    affaires: ETATS.map((_, i) => uneAffaire({ numero: `AFF-2026-000${i + 1}` })),
    devis: [
      ...ETATS.map((statut, i) =>
        unDevis(statut, {
          numero: i < 2 ? `PROV-${i + 1}` : `DEV-2026-000${i + 1}`,
          affaire: `AFF-2026-000${i + 1}`,
          envoyeA: `c${i}@client.example`,
        }),
      ),
      ...Array.from({ length: devis - ETATS.length }, (_, i) =>
        unDevis('Signé', { numero: `DEV-2025-${String(i + 1).padStart(5, '0')}` }),
      ),
    ],
  });

interface Compte {
  readonly ouvrir: { lectures: number; ecritures: number };
  readonly envoyer: { lectures: number; ecritures: number } | null;
}

/** Ce que coûtent chaque entrée du menu et l'envoi de son formulaire, dans un classeur de tant de devis. */
export function compter(devis: number): Record<string, Compte> {
  const b = bureau(devis);
  const p = b.personne(GERANT);
  const comptes: Record<string, Compte> = {};
  for (const { fonction } of ENTREES_MENU) {
    const [ligne, valeurs] = FORMULAIRES[fonction] ?? [2, {}];
    b.remettreLesComptes();
    const panneau = p.menu(fonction, 'devis', ligne);
    const ouvrir = b.compte;
    b.remettreLesComptes();
    let envoyer = null;
    if (FORMULAIRES[fonction]) {
      const reponse = p.envoyer(panneau, valeurs);
      expect(reponse.ok, `${fonction} ${JSON.stringify(reponse)}`).toBe(true);
      envoyer = b.compte;
    }
    comptes[fonction] = { ouvrir, envoyer };
  }
  return comptes;
}
