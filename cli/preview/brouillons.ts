import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseDateCivile } from '../../src/commun/date-civile';
import { formatDateLongue } from '../../src/messages/formats';
import { lireMessage } from './lire-message';
import type { Brouillon } from './hote/contrat';
import type { BrouillonVu } from './protocole';

const FICHIER = /^(r-\d+)\.eml$/;
const rang = (id: string): number => Number(id.slice(2));

/**
 * La boîte d'envoi de l'aperçu : chaque brouillon que le module dépose est aussi un fichier `.eml`, à
 * côté du classeur, que l'aperçu retrouve la fois d'après.
 */
export class BoiteDeBrouillons {
  private readonly connus = new Set<string>();

  constructor(private readonly dossier: string) {}

  /** Les brouillons des fois d'avant, du plus ancien au plus récent. */
  reprendre(): Brouillon[] {
    return this.fichiers().map((id) => {
      this.connus.add(id);
      return { id, mime: readFileSync(join(this.dossier, `${id}.eml`), 'utf8') };
    });
  }

  /** Écrit ceux qui ne le sont pas encore ; rend leur nombre. */
  garder(brouillons: readonly Brouillon[]): number {
    const neufs = brouillons.filter((b) => !this.connus.has(b.id));
    if (neufs.length > 0) mkdirSync(this.dossier, { recursive: true });
    for (const { id, mime } of neufs) {
      const fichier = join(this.dossier, `${id}.eml`);
      writeFileSync(`${fichier}.tmp`, mime);
      renameSync(`${fichier}.tmp`, fichier);
      this.connus.add(id);
    }
    return neufs.length;
  }

  private fichiers(): string[] {
    let noms: string[];
    try {
      noms = readdirSync(this.dossier);
    } catch {
      return [];
    }
    return noms.flatMap((nom) => FICHIER.exec(nom)?.[1] ?? []).sort((a, b) => rang(a) - rang(b));
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
