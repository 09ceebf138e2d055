/** Pourquoi aucune réponse n'est venue, en clair. */
const CAUSES: readonly (readonly [RegExp, string])[] = [
  [/^(?:ENOTFOUND|EAI_)/, 'adresse introuvable, le réseau est-il coupé ?'],
  [/^ECONNREFUSED/, 'connexion refusée'],
  [/^(?:ETIMEDOUT|AbortError|TimeoutError|UND_ERR_\w*TIMEOUT)/, 'délai dépassé'],
  [/^(?:ECONN|ENET|EHOST|EPIPE|UND_ERR|FetchError)/, 'connexion coupée'],
  [/^(?:CERT_|UNABLE_TO_|SELF_SIGNED|ERR_TLS|DEPTH_ZERO)/, 'certificat refusé'],
];

/** Ce que dit une erreur sans réponse de Google ; `null` si le réseau n'y est pour rien. */
export function panneReseau(erreur: unknown): string | null {
  for (let e = erreur; e; e = (e as { cause?: unknown }).cause) {
    const { code, name } = e as { readonly code?: unknown; readonly name?: unknown };
    for (const indice of [code, name]) {
      const connue = CAUSES.find(([motif]) => motif.test(String(indice ?? '')));
      if (connue) return connue[1];
    }
  }
  return null;
}
