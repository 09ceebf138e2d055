// Le classeur de la démonstration, le jour où elle a lieu, et qui la joue.
import { join } from 'node:path';

export const DOSSIER = 'demo';
export const CLASSEUR = join(DOSSIER, 'suivi.xlsx');
/** Un lundi : le jour de la revue. */
export const LUNDI = '2026-03-02';
export const GERANT = 'helene.marsacq@valex.example';
