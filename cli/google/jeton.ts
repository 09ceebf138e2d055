import {
  chmodSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';

/** L'autorisation gardée d'une fois sur l'autre : qui la lit agit comme vous, d'où ses droits 0600. */
export interface JetonGarde {
  /** Le client OAuth à qui elle a été donnée. */
  readonly client: string;
  /** Le serveur qui l'a donnée : Google, ou celui d'un essai. */
  readonly racine: string;
  readonly droits: readonly string[];
  readonly refresh_token: string;
  readonly access_token?: string;
  /** Fin de validité de `access_token`, en millisecondes. */
  readonly expiry_date?: number;
}

export function cheminJeton(dossier: string): string {
  return join(dossier, 'jeton-google.json');
}

/** L'autorisation gardée ; `null` si elle manque, est abîmée, ou vient d'un autre client ou serveur. */
export function lireJeton(chemin: string, client: string, racine: string): JetonGarde | null {
  let texte: string;
  try {
    // Un fichier recopié ou restauré a pu perdre ses droits.
    if (process.platform !== 'win32' && (statSync(chemin).mode & 0o077) !== 0)
      chmodSync(chemin, 0o600);
    texte = readFileSync(chemin, 'utf8');
  } catch (erreur) {
    if ((erreur as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw erreur;
  }
  const lu = parseJeton(texte);
  return lu?.client === client && lu.racine === racine ? lu : null;
}

function parseJeton(texte: string): JetonGarde | null {
  try {
    const lu = JSON.parse(texte) as Partial<JetonGarde> | null;
    const entier = typeof lu?.refresh_token === 'string' && Array.isArray(lu.droits);
    return entier ? (lu as JetonGarde) : null;
  } catch {
    return null;
  }
}

/** Écrit à côté puis renomme : deux commandes à la fois ne laissent jamais un fichier à moitié écrit. */
export function garderJeton(chemin: string, jeton: JetonGarde): void {
  mkdirSync(dirname(chemin), { recursive: true, mode: 0o700 });
  const temporaire = `${chemin}.${process.pid}.tmp`;
  try {
    writeFileSync(temporaire, `${JSON.stringify(jeton, null, 2)}\n`, { mode: 0o600, flag: 'wx' });
    renameSync(temporaire, chemin);
  } finally {
    rmSync(temporaire, { force: true });
  }
}
