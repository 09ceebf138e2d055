import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import type { Hote, OptionsHote } from '../../cli/preview/hote/contrat';
import { ErreurScript } from '../../cli/preview/hote/erreurs';
import { HorlogeReglable } from '../../cli/preview/hote/horloge';
import { creerHote } from '../../cli/preview/hote/hote';
import { Nuage } from '../../cli/preview/hote/nuage';
import { classeur, ID } from '../emulateur/aides';

/** Lundi 2 mars 2026, 9 h à Paris. */
export const LUNDI = '2026-03-02T08:00:00Z';

export function creerNuage(lignes: readonly (readonly (string | number)[])[] = [['N°']]) {
  const horloge = new HorlogeReglable(LUNDI);
  let rang = 0;
  const nuage = new Nuage(classeur(lignes), horloge, () => `uuid-${(rang += 1)}`);
  return { nuage, horloge, emulateur: nuage.emulateur };
}

const RACINE = mkdtempSync(join(tmpdir(), 'modules-'));
afterAll(() => rmSync(RACINE, { recursive: true, force: true }));

/** Un dossier construit qui ne contient que ce script et ces pages. */
function construire(script: string, pages: Readonly<Record<string, string>>): string {
  const dossier = mkdtempSync(join(RACINE, 'm-'));
  writeFileSync(join(dossier, 'suivi.js'), script);
  for (const [nom, html] of Object.entries(pages))
    writeFileSync(join(dossier, `${nom}.html`), html);
  return dossier;
}

type Options = Partial<OptionsHote> & { pages?: Readonly<Record<string, string>> };

/** Un hôte dont le module est ce texte. */
export function hoteDe(script: string, { pages = {}, ...options }: Options = {}): Hote {
  const { nuage = creerNuage().nuage, utilisateur = 'anne@exemple.fr' } = options;
  return creerHote({ nuage, utilisateur, id: ID, module: construire(script, pages), ...options });
}

/** Évalue une expression comme le ferait une fonction appelée par la page. */
export const evaluer = (expression: string, options: Options = {}): unknown =>
  hoteDe(`function essai() { return ${expression}; }`, options).appeler('essai');

/** Le message de l'erreur que le script a laissée partir, ou `null`. */
export function echec(faire: () => unknown): string | null {
  try {
    faire();
    return null;
  } catch (erreur) {
    if (!(erreur instanceof ErreurScript)) throw erreur;
    return erreur.message;
  }
}
