import { mkdirSync, readdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parseDateCivile } from '../../src/commun/date-civile';
import { formatDateLongue } from '../../src/messages/formats';
import { lireMessage } from './lire-message';
import type { Brouillon } from './hote/contrat';
import type { BrouillonVu } from './protocole';

const EXTENSION = '.eml';

/**
 * La boîte d'envoi de l'aperçu : le dossier « brouillons » à côté du classeur, celui de la commande.
 * Chaque brouillon que le module dépose y devient un fichier `.eml`, que l'aperçu retrouve la fois d'après.
 */
export class BoiteDeBrouillons {
  private readonly connus = new Set<string>();

  constructor(private readonly dossier: string) {}

  /** Les brouillons des fois d'avant, du plus ancien au plus récent. */
  reprendre(): Brouillon[] {
    return this.fichiers().map((fichier) => {
      const id = basename(fichier, EXTENSION);
      this.connus.add(id);
      return { id, mime: readFileSync(fichier, 'utf8') };
    });
  }

  /** Écrit ceux qui ne le sont pas encore. */
  garder(brouillons: readonly Brouillon[]): void {
    const neufs = brouillons.filter((b) => !this.connus.has(b.id));
    if (neufs.length > 0) mkdirSync(this.dossier, { recursive: true });
    for (const { id, mime } of neufs) {
      const fichier = join(this.dossier, `${id}${EXTENSION}`);
      writeFileSync(`${fichier}.tmp`, mime);
      renameSync(`${fichier}.tmp`, fichier);
      this.connus.add(id);
    }
  }

  private fichiers(): string[] {
    let noms: string[];
    try {
      noms = readdirSync(this.dossier);
    } catch {
      return [];
    }
    return noms
      .filter((nom) => nom.endsWith(EXTENSION))
      .map((nom) => join(this.dossier, nom))
      .map((fichier) => ({ fichier, depuis: statSync(fichier).mtimeMs }))
      .sort((a, b) => a.depuis - b.depuis || a.fichier.localeCompare(b.fichier))
      .map(({ fichier }) => fichier);
  }
}

/** Un brouillon tel que la page le montre. */
export function vueBrouillon({ id, mime }: Brouillon): BrouillonVu {
  const { entetes, corps } = lireMessage(mime);
  const instant = new Date(entetes.get('date') ?? '');
  const jour = Number.isNaN(instant.getTime())
    ? null
    : parseDateCivile(instant.toISOString().slice(0, 10));
  return {
    id,
    destinataire: entetes.get('to') ?? '',
    copie: entetes.get('cc') ?? '',
    objet: entetes.get('subject') ?? '',
    date: jour ? formatDateLongue(jour) : '',
    corps,
  };
}
