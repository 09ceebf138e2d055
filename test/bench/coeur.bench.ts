import { planControle } from '../../src/controle/plan-controle';
import { ajouterJours } from '../../src/commun/date-civile';
import type { Snapshot } from '../../src/classeur/snapshot';
import { TABLES, type CleTable } from '../../src/classeur/tables';
import { analyserNumeros } from '../../src/devis/analyser-numeros';
import { planAppliquerRevue } from '../../src/revue/appliquer';
import { contexte, euros, jour } from '../support/valeurs';
import { snapshotDe } from '../support/classeur-en-memoire';
import { mesurer } from './mesurer';
import type { Mesures, Objectif } from './objectif';

/** Contrôle et revue sur 20 000 devis ordinaires, presque sans anomalie. */

const NOMBRE = 20_000;
const STATUTS = ['Envoyé', 'Signé', 'Refusé', 'Sans suite', 'Signé', 'Refusé'] as const;
const DECISIONS = ['Relancer', 'Refusé', 'Signé', 'Sans suite'] as const;
const LE = contexte('2026-05-20');

function grandClasseur(): Snapshot {
  const devis = Array.from({ length: NOMBRE }, (_, i) => {
    const le = ajouterJours(jour('2021-06-01'), Math.floor((i * 1800) / NOMBRE));
    const statut = STATUTS[i % STATUTS.length] ?? 'Envoyé';
    const montantHt = euros(1000 + i);
    return {
      numero: `DEV-${le.slice(0, 4)}-${String(i).padStart(5, '0')}`,
      version: 1,
      affaire: `AFF-${i % 5000}`,
      client: `Client ${i % 800}`,
      objet: `Étude ${i}`,
      montantHt,
      tauxTva: 0.2,
      montantTtc: euros((1000 + i) * 1.2),
      statut,
      creeLe: le,
      valideLe: le,
      envoyeLe: le,
      envoyeA: 'contact@exemple.fr',
      premierEnvoi: le,
      validite: ajouterJours(le, 30),
      decideLe: statut === 'Envoyé' ? null : ajouterJours(le, 5),
      motif: statut === 'Refusé' ? ('Prix' as const) : null,
    };
  });
  const revueHebdo = devis
    .filter((d) => d.statut === 'Envoyé')
    .slice(0, 200)
    .map(({ numero, client }, i) => ({
      numero,
      client,
      statut: 'Envoyé' as const,
      decision: DECISIONS[i % DECISIONS.length] ?? 'Relancer',
      motif: 'Prix' as const,
      formeCommande: 'Bon de commande' as const,
      dateDecision: i % 4 === 0 ? ajouterJours(LE.aujourdHui, 7) : LE.aujourdHui,
    }));
  const affaires = Array.from({ length: 5000 }, (_, i) => ({
    numero: `AFF-${i}`,
    client: `Client ${i % 800}`,
    objet: 'Étude',
    etape: 'Devis en cours' as const,
    decision: 'Go' as const,
    formeCommande: 'Bon de commande' as const,
  }));
  const clients = Array.from({ length: 800 }, (_, i) => ({
    organisation: `Client ${i}`,
    statut: 'Client' as const,
  }));
  const snapshot = snapshotDe({ devis, affaires, clients, revueHebdo });
  // Les tables se lisent à la demande : ici, seul le calcul se mesure.
  for (const cle of Object.keys(TABLES) as CleTable[]) snapshot.illisiblesDe(cle);
  return snapshot;
}

export const mesures: Mesures = {
  controler: async () => {
    const s = grandClasseur();
    return { ms: mesurer(8, () => planControle(s, analyserNumeros(s), LE)) };
  },
  'appliquer la revue': async () => {
    const s = grandClasseur();
    return {
      ms: mesurer(4, () => {
        const { appliquees } = planAppliquerRevue(s, LE).resultat;
        if (appliquees !== 200) throw new Error(`${appliquees} décisions appliquées`);
      }),
    };
  },
};

export const objectifs: readonly Objectif[] = [
  { quoi: 'contrôler 20 000 devis', mesure: 'controler', grandeur: 'ms', max: 300 },
  {
    quoi: 'appliquer 200 décisions de revue sur 20 000 devis',
    mesure: 'appliquer la revue',
    grandeur: 'ms',
    max: 1000,
  },
];
