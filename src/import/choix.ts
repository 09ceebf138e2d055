import { normaliser } from '../commun/texte';

/** Nos valeurs, et comment d'autres outils les nomment (Invoice Ninja, Dolibarr, Odoo, HubSpot, Zoho…). */
const DEVIS_STATUT: Readonly<Record<string, readonly string[]>> = {
  Brouillon: ['Draft', 'Quotation', 'En préparation', 'À rédiger', 'Rédaction'],
  Envoyé: [
    'Sent',
    'Viewed',
    'Delivered',
    'Quotation Sent',
    'Open',
    'Pending',
    'Expired',
    'Overdue',
    'Expiré',
    'Émis',
    'Transmis',
    'Remis',
    'En attente',
    'En attente de réponse',
    'Attente client',
    'Ouvert',
    'Ouverte',
    'Validée (proposition ouverte)',
    'Envoyée',
    'Relancé',
    'En négociation',
    'Negotiation',
  ],
  Signé: [
    'Approved',
    'Accepted',
    'Won',
    'Closed Won',
    'Converted',
    'Sales Order',
    'Sale Order',
    'Signed',
    'Accepté',
    'Acceptée',
    'Gagné',
    'Gagnée',
    'Signée',
    'Signée (à facturer)',
    'Facturée',
    'Commandé',
    'OK',
  ],
  Refusé: [
    'Rejected',
    'Declined',
    'Lost',
    'Closed Lost',
    'Refused',
    'Perdu',
    'Perdue',
    'Refusée',
    'Non signée (fermée)',
    'Rejeté',
    'KO',
  ],
  'Sans suite': [
    'Abandonné',
    'Abandonnée',
    'Classé',
    'Classé sans suite',
    'Sans réponse',
    'Abandoned',
  ],
  Annulé: ['Cancelled', 'Canceled', 'Annulée', 'Void'],
  Remplacé: ['Replaced', 'Superseded', 'Archivé', 'Archive'],
};

const CHOIX_CONNUS: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  'devis.statut': DEVIS_STATUT,
  'clients.statut': {
    Client: ['Customer', 'Active', 'Actif', 'Client actif'],
    Prospect: ['Lead', 'Suspect', 'Piste'],
    Ancien: ['Former', 'Inactive', 'Inactif', 'Ancien client', 'Perdu'],
  },
  'clients.temperature': { Froid: ['Cold'], Tiède: ['Warm'], Chaud: ['Hot'] },
  'factures.type': {
    Avoir: ['Credit', 'Credit Note', 'Refund', 'Note de crédit'],
    Acompte: ['Deposit', 'Down payment', 'Facture d’acompte'],
    Solde: ['Final', 'Facture de solde'],
    Mensuelle: ['Monthly', 'Facture mensuelle'],
  },
  'actions.type': {
    Appel: ['Call', 'Téléphone', 'Appel téléphonique', 'Tél'],
    Visite: ['Visit', 'Rendez-vous', 'RDV'],
    'E-mail': ['Email', 'Mail', 'Courriel'],
    Réunion: ['Meeting'],
    Relance: ['Follow-up', 'Follow up'],
    'Petit déjeuner': ['Petit-déjeuner', 'Petit dej'],
  },
};

const parColonne = new Map<string, ReadonlyMap<string, string>>(
  Object.entries(CHOIX_CONNUS).map(([colonne, choix]) => [
    colonne,
    new Map(
      Object.entries(choix).flatMap(([notre, noms]) =>
        noms.map((n) => [normaliser(n), notre] as const),
      ),
    ),
  ]),
);

/** La nôtre, pour une valeur d'un autre outil ; `null` si elle n'est pas connue. */
export function choixConnu(table: string, colonne: string, texte: string): string | null {
  return parColonne.get(`${table}.${colonne}`)?.get(normaliser(texte)) ?? null;
}
