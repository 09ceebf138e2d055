import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** De vrais exports d'autres outils, gardés à côté du projet : rien n'en est copié ici. */
export const DONNEES = join(import.meta.dirname, '../../../shared/data/import');
export const INVOICE_NINJA = join(DONNEES, 'invoiceninja');

/**
 * Un clone seul n'a pas ces fichiers : ces essais-là n'ont alors pas lieu. En intégration continue,
 * leur absence est un échec.
 */
export const SANS_DONNEES = !existsSync(DONNEES) && !process.env['CI'];
