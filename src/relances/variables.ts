import type { Snapshot } from '../classeur/snapshot';
import type { CleTable } from '../classeur/tables';
import type { Affaire } from '../classeur/tables/affaires';
import type { Client } from '../classeur/tables/clients';
import type { Devis } from '../classeur/tables/devis';
import type { Contexte } from '../commun/contexte';
import { joursEntre } from '../commun/date-civile';
import { appliquerTaux, centimes } from '../commun/montant';
import { trouverMembre } from '../equipe/membre';
import { designer } from '../devis/designation';
import { formatDateLongue, formatMontant } from '../messages/formats';

/** De quoi remplir un modèle de relance de devis. */
export interface SujetRelance {
  readonly snapshot: Snapshot;
  readonly contexte: Contexte;
  readonly devis: Devis;
  readonly client: Client;
}

export interface Variable {
  /** Ce que la variable montre ; affiché dans l'aide de l'onglet Modèles. */
  readonly signification: string;
  /** Cellule d'où elle vient : où remplir quand elle est vide. */
  readonly source: { readonly table: CleTable; readonly colonne: string };
  readonly valeur: (sujet: SujetRelance) => string | null;
}

const devis = (colonne: keyof Devis & string): Variable['source'] => ({ table: 'devis', colonne });
const client = (colonne: keyof Client & string): Variable['source'] => ({
  table: 'clients',
  colonne,
});

function membre(
  { snapshot }: SujetRelance,
  email: string | null,
): { nom: string | null; telephone: string | null } {
  const trouve = trouverMembre(snapshot, email);
  return { nom: trouve?.nom ?? email, telephone: trouve?.telephone ?? null };
}

function responsable(sujet: SujetRelance): string | null {
  return sujet.devis.responsable ?? sujet.devis.auteur;
}

function affaire({ snapshot, devis: d }: SujetRelance): Affaire | undefined {
  return snapshot.tables.affaires.find((a) => d.affaire !== null && a.numero === d.affaire);
}

function civilite(contact: string | null): string | null {
  if (/^(?:m\.|mr\.?|monsieur)\s/i.test(contact ?? '')) return 'Monsieur';
  return /^(?:mme\.?|madame)\s/i.test(contact ?? '') ? 'Madame' : null;
}

function montantTtc({ devis: d }: SujetRelance): string | null {
  if (d.montantTtc !== null) return formatMontant(d.montantTtc);
  if (d.montantHt === null || d.tauxTva === null) return null;
  return formatMontant(centimes(d.montantHt + appliquerTaux(d.montantHt, d.tauxTva)));
}

function signature(sujet: SujetRelance): string | null {
  const { nom, telephone } = membre(sujet, responsable(sujet) ?? sujet.contexte.utilisateur);
  const lignes = [nom, sujet.snapshot.parametres.entreprise, telephone];
  return lignes.filter((ligne) => ligne !== null && ligne.trim() !== '').join('\n');
}

/** Une offre expirée peut encore être relancée : la phrase dit alors « était valable ». */
function etatValidite({ devis: d, contexte }: SujetRelance): string | null {
  if (d.validite === null) return null;
  const verbe = d.validite < contexte.aujourdHui ? 'était' : 'est';
  return `${verbe} valable jusqu’au ${formatDateLongue(d.validite)}`;
}

/**
 * Les variables des modèles « Relance devis », déclarées une fois : l'aide, le contrôle et le
 * remplissage en viennent. `{validite}` reste la date écrite, même passée ; `{etatValidite}` accorde.
 */
export const VARIABLES: Readonly<Record<string, Variable>> = {
  contact: {
    signification: 'La personne suivie chez le client (onglet Clients, « Contact »).',
    source: client('contact'),
    valeur: (s) => s.client.contact,
  },
  civilite: {
    signification: '« Monsieur » ou « Madame », si le contact commence par M. ou Mme.',
    source: client('contact'),
    valeur: (s) => civilite(s.client.contact),
  },
  client: {
    signification: 'Le nom de l’organisation.',
    source: client('organisation'),
    valeur: (s) => s.client.organisation,
  },
  numero: {
    signification: 'Le numéro du devis et sa version : DEV-2026-0042-V2.',
    source: devis('numero'),
    valeur: (s) => designer(s.devis),
  },
  objet: {
    signification: 'L’objet du devis.',
    source: devis('objet'),
    valeur: (s) => s.devis.objet,
  },
  affaire: {
    signification: 'L’objet de l’affaire.',
    source: devis('affaire'),
    valeur: (s) => affaire(s)?.objet ?? null,
  },
  montantHt: {
    signification: 'Le montant hors taxes : 1 234,50 €.',
    source: devis('montantHt'),
    valeur: (s) => (s.devis.montantHt === null ? null : formatMontant(s.devis.montantHt)),
  },
  montantTtc: {
    signification: 'Le montant toutes taxes comprises.',
    source: devis('montantTtc'),
    valeur: montantTtc,
  },
  envoyeLe: {
    signification: 'Le jour de l’envoi : 2 mars 2026.',
    source: devis('envoyeLe'),
    valeur: (s) => s.devis.envoyeLe && formatDateLongue(s.devis.envoyeLe),
  },
  joursDepuisEnvoi: {
    signification: 'Le nombre de jours depuis l’envoi.',
    source: devis('envoyeLe'),
    valeur: (s) => s.devis.envoyeLe && String(joursEntre(s.devis.envoyeLe, s.contexte.aujourdHui)),
  },
  validite: {
    signification: 'Le dernier jour de validité de l’offre, même s’il est passé.',
    source: devis('validite'),
    valeur: (s) => s.devis.validite && formatDateLongue(s.devis.validite),
  },
  etatValidite: {
    signification:
      '« est valable jusqu’au 2 avril 2026 », ou « était valable… » si ce jour est passé.',
    source: devis('validite'),
    valeur: etatValidite,
  },
  document: {
    signification: 'Le lien vers le devis envoyé.',
    source: devis('document'),
    valeur: (s) => s.devis.document,
  },
  responsable: {
    signification: 'Le nom du responsable du devis (onglet Équipe), à défaut son adresse.',
    source: devis('responsable'),
    valeur: (s) => membre(s, responsable(s)).nom,
  },
  entreprise: {
    signification: 'Le nom de votre entreprise (onglet Paramètres).',
    source: { table: 'parametres', colonne: 'entreprise' },
    valeur: (s) => s.snapshot.parametres.entreprise,
  },
  signature: {
    signification: 'Le nom du responsable, votre entreprise et son téléphone, sur trois lignes.',
    source: devis('responsable'),
    valeur: signature,
  },
};
