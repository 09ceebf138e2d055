import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { trouver } from './programmes';

const DELAI = 180_000;

/** Formats de nombres et de dates français, quelle que soit la langue de la machine. */
const REGLAGES = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry"><item oor:path="/org.openoffice.Setup/L10N"><prop oor:name="ooSetupSystemLocale" oor:op="fuse"><value>fr-FR</value></prop></item></oor:items>`;

/**
 * Convertit un classeur par LibreOffice, en français, dans `dossier/sortie` ; rend le chemin obtenu.
 * `format` : l'extension, et le filtre s'il en faut un (`csv:Text…`) ; `lecture` : celui de la lecture.
 */
export function convertir(
  chemin: string,
  format: string,
  dossier: string,
  lecture: string | null = null,
): string {
  const profil = join(dossier, 'profil');
  const sortie = join(dossier, 'sortie');
  mkdirSync(join(profil, 'user'), { recursive: true });
  writeFileSync(join(profil, 'user', 'registrymodifications.xcu'), REGLAGES);
  execFileSync(
    trouver('soffice', 'libreoffice-calc'),
    [
      '--headless',
      `-env:UserInstallation=${pathToFileURL(profil).href}`,
      ...(lecture === null ? [] : [`--infilter=${lecture}`]),
      '--convert-to',
      format,
      '--outdir',
      sortie,
      chemin,
    ],
    { stdio: 'ignore', timeout: DELAI },
  );
  return join(sortie, basename(chemin).replace(/\w+$/, format.split(':')[0] ?? ''));
}
