import type { Signature } from './acces';

/** Google répond en moins de trois minutes, ou jamais. */
const DELAI_MS = 180_000;

/** Les reprises sont décidées par qui sait si l'écriture a pu avoir lieu, jamais par la bibliothèque. */
export const REGLAGES_APPEL = { retry: false, timeout: DELAI_MS } as const;

export function optionsDeClient(
  signature: Signature,
  racine: string | null,
): { auth?: NonNullable<Signature>; rootUrl?: string } {
  return {
    ...(signature === null ? {} : { auth: signature }),
    ...(racine === null ? {} : { rootUrl: racine }),
  };
}
