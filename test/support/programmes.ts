import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Où chercher, en plus du PATH : un Python d'ailleurs peut y cacher celui du système. */
const AUTRES_DOSSIERS = ['/usr/bin', '/usr/local/bin'];

const trouves = new Map<string, string>();

/**
 * Le chemin d'un programme nécessaire aux essais. S'il manque, l'essai échoue et dit quoi installer :
 * il n'est jamais sauté.
 */
export function trouver(
  nom: string,
  paquet: string,
  convient: (chemin: string) => boolean = () => true,
): string {
  const connu = trouves.get(paquet);
  if (connu) return connu;
  for (const dossier of [...(process.env['PATH'] ?? '').split(delimiter), ...AUTRES_DOSSIERS]) {
    const chemin = join(dossier, nom);
    if (!existsSync(chemin) || !convient(chemin)) continue;
    trouves.set(paquet, chemin);
    return chemin;
  }
  throw new Error(`Programme nécessaire aux essais introuvable : ${nom} (paquet ${paquet}).`);
}

function importeOpenpyxl(python: string): boolean {
  try {
    execFileSync(python, ['-c', 'import openpyxl'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** Exécute un Python qui a openpyxl ; rend ce qu'il affiche. */
export const python = (...args: string[]): string =>
  execFileSync(trouver('python3', 'python3-openpyxl', importeOpenpyxl), args, {
    encoding: 'utf8',
    maxBuffer: 1e8,
  });

/** Le texte d'un PDF, page par page. */
export const pagesDuPdf = (pdf: string): string[] =>
  execFileSync(trouver('pdftotext', 'poppler-utils'), ['-layout', pdf, '-'], {
    encoding: 'utf8',
    maxBuffer: 1e8,
  }).split('\f');
