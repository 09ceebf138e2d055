/**
 * Autres noms de nos colonnes. La langue compte : un en-tête français est l'indice d'un fichier
 * français, où `03/04/2026` est le 3 avril. Exports visés : Invoice Ninja, Dolibarr, Odoo, HubSpot,
 * Pipedrive, Sellsy, Axonaut, Zoho.
 */
export interface Synonymes {
  readonly fr?: readonly string[];
  readonly en?: readonly string[];
}

export type SynonymesTable = Readonly<Record<string, Synonymes>>;
