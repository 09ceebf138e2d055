import { randomUUID } from 'node:crypto';
import { linkSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { setTimeout as attendre } from 'node:timers/promises';

/** Qui tient un verrou. */
interface Detenteur {
  readonly pid: number;
  readonly hote: string;
  /** Instant de départ du processus : un pid est réemployé un jour. */
  readonly depart: string;
  readonly jeton: string;
}

export interface Verrou {
  /** Faux si un autre poste l'a cru abandonné et repris. */
  estTenu(): boolean;
  rendre(): void;
}

/** Un verrou d'un autre poste, dont on ne peut voir s'il vit, est abandonné après ce délai. */
const AGE_ABANDON_MS = 10 * 60_000;

/**
 * Prend le verrou, un fichier posé à côté du classeur, qu'un seul processus peut créer. Un
 * détenteur mort sur ce poste cède aussitôt sa place. Rend `null` après `attenteMs` d'attente.
 */
export async function prendreVerrou(chemin: string, attenteMs: number): Promise<Verrou | null> {
  const moi: Detenteur = {
    pid: process.pid,
    hote: hostname(),
    depart: departDe(process.pid),
    jeton: randomUUID(),
  };
  const limite = Date.now() + attenteMs;
  for (;;) {
    if (essayer(chemin, moi)) {
      return {
        estTenu: () => lireDetenteur(chemin)?.jeton === moi.jeton,
        rendre: () => {
          if (lireDetenteur(chemin)?.jeton === moi.jeton) rmSync(chemin, { force: true });
        },
      };
    }
    const reste = limite - Date.now();
    if (reste <= 0) return null;
    await attendre(Math.min(reste, 5 + Math.random() * 45));
  }
}

/** « le processus 412 du poste BUREAU-3 », pour dire qui fait attendre. */
export function decrireDetenteur(chemin: string): string {
  const d = lireDetenteur(chemin);
  return d ? `le processus ${d.pid} du poste ${d.hote}` : 'un autre processus';
}

function essayer(chemin: string, moi: Detenteur): boolean {
  // Regarder coûte bien moins qu'écrire : ceux qui attendent ne ralentissent pas celui qui travaille.
  const autre = lireDetenteur(chemin);
  if (!autre) return poser(chemin, moi);
  if (!estAbandonne(chemin, autre)) return false;
  // Deux repreneurs ne doivent pas se croire seuls : on n'ôte le verrou d'un mort qu'en tenant la
  // reprise de ce mort-là, et après avoir revu que c'est encore son verrou.
  const reprise = `${chemin}.${autre.jeton.slice(0, 8)}`;
  if (!essayer(reprise, moi)) return false;
  if (lireDetenteur(chemin)?.jeton === autre.jeton) rmSync(chemin, { force: true });
  rmSync(reprise, { force: true });
  return poser(chemin, moi);
}

/** Crée le verrou s'il n'existe pas : un lien vers un fichier déjà écrit, donc jamais à moitié. */
function poser(chemin: string, moi: Detenteur): boolean {
  const brouillon = `${chemin}.${moi.pid}.${moi.jeton}.tmp`;
  const contenu = JSON.stringify(moi);
  writeFileSync(brouillon, contenu);
  try {
    linkSync(brouillon, chemin);
    return true;
  } catch (erreur) {
    const { code } = erreur as NodeJS.ErrnoException;
    if (code === 'EEXIST') return false;
    // Pas de liens durs (FAT, certains partages) : création exclusive.
    return creer(chemin, contenu);
  } finally {
    rmSync(brouillon, { force: true });
  }
}

function creer(chemin: string, contenu: string): boolean {
  try {
    writeFileSync(chemin, contenu, { flag: 'wx' });
    return true;
  } catch (erreur) {
    if ((erreur as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw erreur;
  }
}

function lireDetenteur(chemin: string): Detenteur | null {
  try {
    return JSON.parse(readFileSync(chemin, 'utf8')) as Detenteur;
  } catch (erreur) {
    // Un verrou illisible (création exclusive coupée) a un détenteur inconnu : seul l'âge le juge.
    if (!(erreur instanceof SyntaxError)) return null;
    return { pid: 0, hote: '', depart: '', jeton: 'inconnu0' };
  }
}

function estAbandonne(chemin: string, d: Detenteur): boolean {
  if (d.hote === hostname()) return !estVivant(d);
  try {
    return Date.now() - statSync(chemin).mtimeMs > AGE_ABANDON_MS;
  } catch {
    return false;
  }
}

function estVivant({ pid, depart }: Detenteur): boolean {
  try {
    process.kill(pid, 0);
  } catch (erreur) {
    return (erreur as NodeJS.ErrnoException).code === 'EPERM';
  }
  return depart === '' || departDe(pid) === depart;
}

/** Instant de départ d'un processus selon Linux ; rien ailleurs. */
function departDe(pid: number): string {
  try {
    const apresNom = readFileSync(`/proc/${pid}/stat`, 'latin1').split(') ').pop() ?? '';
    return apresNom.split(' ')[19] ?? '';
  } catch {
    return '';
  }
}
