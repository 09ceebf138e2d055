import type { Etape } from '../classeur/tables/affaires';
import { trouverClient } from '../clients/trouver-client';
import { lireNomOrganisation } from '../clients/nom-organisation';
import type { Centimes } from '../commun/montant';
import { dansTranche, taux, type Tranche } from './indicateur';
import type { Index } from './index-commercial';
import { montantHtDe, signes } from './indicateurs/montant-devis';

const ETAPES_ENTONNOIR = ['contactes', 'qualifies', 'rencontres', 'devis', 'signes'] as const;
type EtapeEntonnoir = (typeof ETAPES_ENTONNOIR)[number];

/** Une marche : les clients arrivés là ou plus loin, et leur part de la marche d'avant et du début. */
interface Marche {
  readonly etape: EtapeEntonnoir;
  readonly clients: number;
  readonly tauxEtape: number | null;
  readonly tauxTotal: number | null;
}

export interface Entonnoir {
  readonly marches: readonly Marche[];
  readonly montantSigneHt: Centimes;
}

const NON_QUALIFIEES: ReadonlySet<Etape | null> = new Set(['Détectée', null]);

/**
 * De la prise de contact à la signature, en clients distincts (S3-18). Un client compte à une
 * marche s'il l'a atteinte ou dépassée dans la tranche : chaque marche contient la suivante.
 */
export function entonnoir(index: Index, tranche: Tranche): Entonnoir {
  const rang = new Map<string, number>();
  const { clients: fiches } = index.snapshot.tables;
  const cleDe = (nom: string): string =>
    lireNomOrganisation(trouverClient(fiches, nom)?.organisation ?? nom).exact;
  const monter = (client: string | null, marche: number): void => {
    if (client === null) return;
    const cle = cleDe(client);
    rang.set(cle, Math.max(rang.get(cle) ?? 0, marche));
  };
  const actions = dansTranche(index.actions, tranche);
  const vendus = signes(dansTranche(index.decides, tranche));
  for (const { ligne: a } of actions) {
    monter(a.client, a.type === 'Visite' || a.type === 'Réunion' ? 2 : 0);
  }
  for (const d of dansTranche(index.emis, tranche)) monter(d.ligne.client, 3);
  for (const d of vendus) monter(d.ligne.client, 4);
  for (const a of index.snapshot.tables.affaires) {
    const contacte = a.client !== null && rang.has(cleDe(a.client));
    if (contacte && !NON_QUALIFIEES.has(a.etape)) monter(a.client, 1);
  }
  const rangs = [...rang.values()];
  const effectifs = ETAPES_ENTONNOIR.map((_, i) => rangs.filter((r) => r >= i).length);
  return {
    marches: ETAPES_ENTONNOIR.map((etape, i) => {
      const clients = effectifs[i] ?? 0;
      return {
        etape,
        clients,
        tauxEtape: i === 0 ? null : taux(clients, effectifs[i - 1] ?? 0).valeur,
        tauxTotal: i === 0 ? null : taux(clients, effectifs[0] ?? 0).valeur,
      };
    }),
    montantSigneHt: montantHtDe(vendus),
  };
}
