import { readdirSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import type { Disque } from './disque';

/** Versions gardées par classeur. */
const GARDEES = 10;
const HORODATE = /^ \d{4}-\d{2}-\d{2} \d{2}-\d{2}-\d{2}-\d{3}$/;

/**
 * Copie la version actuelle dans `.sauvegardes/`, datée, et n'en garde que les dix dernières. La
 * copie prend son nom une fois complète : un arrêt brutal ne laisse pas de fausse sauvegarde.
 */
export function sauvegarder(reel: string, dossier: string, disque: Disque): void {
  disque.creerDossier(dossier);
  const extension = extname(reel);
  const nom = basename(reel, extension);
  const noms = readdirSync(dossier);
  for (const reste of noms) {
    if (reste.startsWith(`.${nom}`) && reste.endsWith('.tmp')) disque.oter(join(dossier, reste));
  }
  const instant = new Date().toISOString().slice(0, 23).replace('T', ' ').replace(/[:.]/g, '-');
  const temporaire = join(dossier, `.${nom} ${process.pid}.tmp`);
  disque.copier(reel, temporaire);
  disque.renommer(temporaire, join(dossier, `${nom} ${instant}${extension}`));
  const anciennes = noms
    .filter((n) => n.startsWith(nom) && n.endsWith(extension))
    .filter((n) => HORODATE.test(n.slice(nom.length, n.length - extension.length)))
    .sort();
  for (const n of anciennes.slice(0, Math.max(0, anciennes.length + 1 - GARDEES))) {
    disque.oter(join(dossier, n));
  }
}
