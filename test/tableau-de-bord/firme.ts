import { REGLAGES, type CleReglage } from '../../src/classeur/parametres';
import type { Contenu } from '../support/classeur-en-memoire';
import { euros, jour, mois } from '../support/valeurs';

type LigneDevis = NonNullable<Contenu['devis']>[number];

export const CAMILLE = 'camille@exemple.fr';
export const DENIS = 'denis@exemple.fr';

const devis = (numero: string, reste: LigneDevis = {}): LigneDevis => ({
  numero,
  version: 1,
  client: 'Mairie',
  ...reste,
});

/** Une petite firme, écrite à la main ; les figures attendues sont calculées sur papier. */
export const FIRME: Contenu = {
  affaires: [
    { numero: 'A1', client: 'Mairie', objet: 'a', responsable: CAMILLE, etape: 'En réalisation' },
    {
      numero: 'A2',
      client: 'Usine',
      objet: 'b',
      responsable: DENIS,
      etape: 'Devis en cours',
      decision: 'Go',
      signaturePrevue: jour('2026-04-20'),
    },
  ],
  devis: [
    // Émis en mars : D1 (signé), D2 (refusé en avril), D3 (ouvert, deux versions), D8 (sans suite).
    devis('D1', {
      affaire: 'A1',
      statut: 'Signé',
      montantHt: euros(10_000),
      marge: euros(3_000),
      envoyeLe: jour('2026-03-02'),
      decideLe: jour('2026-03-12'),
    }),
    devis('D2', {
      statut: 'Refusé',
      montantHt: euros(4_000),
      responsable: DENIS,
      envoyeLe: jour('2026-03-05'),
      decideLe: jour('2026-04-06'),
      motif: 'Prix',
    }),
    devis('D3', {
      affaire: 'A2',
      statut: 'Remplacé',
      montantHt: euros(7_000),
      envoyeLe: jour('2026-03-10'),
    }),
    devis('D3', {
      version: 2,
      affaire: 'A2',
      statut: 'Envoyé',
      montantHt: euros(6_000),
      premierEnvoi: jour('2026-03-10'),
      envoyeLe: jour('2026-03-25'),
      validite: jour('2026-04-05'),
    }),
    // Émis en février, signé en mars par Denis.
    devis('D4', {
      statut: 'Signé',
      montantHt: euros(2_000),
      responsable: 'DENIS@exemple.fr',
      envoyeLe: jour('2026-02-10'),
      decideLe: jour('2026-03-02'),
    }),
    devis('D5', { statut: 'Annulé', montantHt: euros(99_000), envoyeLe: jour('2026-03-15') }),
    devis('PROV-1', { statut: 'Brouillon', montantHt: euros(1_000), auteur: CAMILLE }),
    // Signé sans date : dans la cohorte de février, dans aucun mois signé.
    devis('D7', { statut: 'Signé', montantHt: euros(500), envoyeLe: jour('2026-02-20') }),
    devis('D8', {
      statut: 'Sans suite',
      montantHt: euros(3_000),
      responsable: DENIS,
      envoyeLe: jour('2026-03-20'),
      decideLe: jour('2026-03-30'),
      motif: 'Sans réponse',
    }),
  ],
  factures: [
    {
      numero: 'F1',
      client: 'Mairie',
      affaire: 'A1',
      type: 'Acompte',
      montantHt: euros(3_000),
      montantTtc: euros(3_600),
      emiseLe: jour('2026-03-15'),
      echeance: jour('2026-04-14'),
      paye: euros(3_600),
      payeLe: jour('2026-03-28'),
    },
    {
      numero: 'F2',
      client: 'Mairie',
      affaire: 'A1',
      type: 'Avoir',
      montantHt: euros(500),
      montantTtc: euros(600),
      emiseLe: jour('2026-03-20'),
      paye: euros(-600),
      payeLe: jour('2026-03-29'),
    },
    {
      numero: 'F3',
      client: 'Mairie',
      affaire: 'A1',
      type: 'Mensuelle',
      montantHt: euros(1_500),
      emiseLe: jour('2026-04-30'),
    },
  ],
  satisfaction: [
    {
      date: jour('2026-03-10'),
      client: 'Mairie',
      affaire: 'A1',
      segment: 'Public',
      services: 8,
      prix: 5,
      recommandation: 9,
    },
    { date: jour('2026-03-11'), client: 'Usine', services: 7, prix: 6, recommandation: 6 },
    { date: jour('2026-03-12'), client: 'Usine', services: 70, recommandation: 8 },
  ],
  actions: [
    { date: jour('2026-03-03'), type: 'Visite', client: 'Mairie', auteur: CAMILLE, duree: 3.5 },
    { date: jour('2026-03-04'), type: 'Appel', client: 'Gare', auteur: CAMILLE, duree: 7 },
  ],
  equipe: [
    { email: CAMILLE, nom: 'Camille', role: 'Consultant', coutJournalier: euros(400) },
    { email: DENIS, nom: 'Denis', role: 'Consultant' },
    { email: 'gerant@exemple.fr', role: 'Gérant', actif: true },
  ],
  objectifs: [
    { mois: mois('2026-03'), caSigne: euros(15_000), visites: 1 },
    { mois: mois('2026-03'), responsable: CAMILLE, caSigne: euros(8_000) },
  ],
};

/** Des lignes de Paramètres, par clé de réglage. */
export function versReglages(
  valeurs: Partial<Record<CleReglage, number>>,
): NonNullable<Contenu['parametres']> {
  return (Object.keys(valeurs) as CleReglage[]).map((cle) => ({
    reglage: REGLAGES[cle].libelle,
    valeur: valeurs[cle] ?? null,
  }));
}
