import type { Dialogue } from '../../src/sheets-api/appel';
import type { OptionsEcritureGoogle } from '../../src/sheets-api/modifier-classeur-google';

/** Ce que « Installer / Réparer » a fait : des phrases à montrer telles quelles. */
export interface RapportInstallation {
  /** Ce qui a été créé, rétabli, estampillé ; vide : tout était en place. */
  readonly faits: readonly string[];
  /** Ce qui n'a pas pu l'être sans empêcher le reste (puces des listes refusées…). */
  readonly remarques: readonly string[];
  /** Le classeur est une copie d'un autre, dont il portait l'identité. */
  readonly copie: boolean;
}

export interface OptionsInstallation extends OptionsEcritureGoogle {
  /** Qui installe : montré dans la section « Automatismes » de l'Accueil. */
  readonly utilisateur: string;
}

/**
 * Installe ou répare un classeur Google, sans toucher aux données : une seconde fois, rien ne change.
 * @throws ErreurClasseur si Google refuse.
 */
export function installerClasseurGoogle(
  id: string,
  options: OptionsInstallation,
): Dialogue<RapportInstallation> {
  throw new Error(`À venir : ${id} ${options.utilisateur}`);
}
