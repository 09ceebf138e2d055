import type { Contenu } from '../support/classeur-en-memoire';
import { ClasseurEnMemoire, snapshotDe } from '../support/classeur-en-memoire';
import { contexte, euros, jour } from '../support/valeurs';
import { planControle } from '../../src/controle/plan-controle';

export const DEVIS = {
  numero: 'DEV-2026-0001',
  version: 1,
  affaire: 'AFF-2026-0001',
  client: 'Mairie de Lyon',
  objet: 'Étude',
  montantHt: euros(100),
  tauxTva: 0.2,
  montantTtc: euros(120),
  statut: 'Envoyé',
  creeLe: jour('2026-03-01'),
  valideLe: jour('2026-03-01'),
  envoyeLe: jour('2026-03-02'),
  envoyeA: 'contact@client.example',
  validite: jour('2026-04-01'),
  responsable: 'Camille@exemple.fr',
} as const;
const AFFAIRE = {
  numero: 'AFF-2026-0001',
  client: 'mairie de  LYON',
  objet: 'Étude',
  etape: 'Devis en cours',
  signaturePrevue: jour('2026-04-15'),
} as const;
export const CLIENT = { organisation: 'Mairie de Lyon', siret: '732 829 320 00074' } as const;
export const FACTURE = {
  numero: 'F1',
  client: 'Mairie de Lyon',
  type: 'Solde',
  montantHt: euros(100),
  montantTtc: euros(120),
  emiseLe: jour('2026-03-05'),
  echeance: jour('2026-04-04'),
} as const;
const MEMBRE = { email: 'camille@exemple.fr', role: 'Gérant' } as const;

/** Un classeur sans défaut : chaque cas en met un. */
export const SAIN: Contenu = {
  clients: [CLIENT],
  affaires: [AFFAIRE],
  devis: [DEVIS],
  registre: [1, 2, 3].flatMap((n) => [
    { numero: `DEV-2026-000${n}` },
    { numero: `AFF-2026-000${n}` },
  ]),
  factures: [FACTURE],
  equipe: [MEMBRE],
  satisfaction: [{ date: jour('2026-03-10'), client: 'Mairie de Lyon', services: 10, prix: 0 }],
  actions: [
    { date: jour('2026-03-10'), type: 'Appel', client: 'Mairie de Lyon', devis: 'DEV-2026-0001' },
  ],
};

const NUMEROS = { trous: [], doublons: [] };
export const controler = (contenu: Contenu) =>
  planControle(snapshotDe(contenu), NUMEROS, contexte('2026-03-20')).resultat.anomalies;
export const brut = (table: 'devis' | 'factures', colonne: string, valeur: string) =>
  planControle(
    new ClasseurEnMemoire(SAIN).ecrire(table, 2, colonne, valeur).snapshot(),
    NUMEROS,
    contexte('2026-03-20'),
  ).resultat.anomalies;

export const devis = (champs: object): Contenu => ({ ...SAIN, devis: [{ ...DEVIS, ...champs }] });
export const signe = { statut: 'Signé', decideLe: jour('2026-03-10') } as const;
export const affaire = (champs: object): Contenu => ({
  ...SAIN,
  affaires: [{ ...AFFAIRE, ...champs }],
});
export const client = (champs: object): Contenu => ({
  ...SAIN,
  clients: [{ ...CLIENT, ...champs }],
});
export const facture = (champs: object): Contenu => ({
  ...SAIN,
  factures: [{ ...FACTURE, ...champs }],
});
export const commandee = { ...AFFAIRE, formeCommande: 'Bon de commande' } as const;
