/**
 * Posé dans la page avant son script : rien d'autre que ce que Google donne (`run` chaînable,
 * `host.close`). Un appel passe par `serveur`, que l'essai tient.
 */
export function installerFauxGoogle(): void {
  interface Monde {
    serveur(fonction: unknown, texte: unknown): Promise<{ texte?: string; erreur?: string }>;
    ferme?: boolean;
    google?: unknown;
  }
  const monde = globalThis as typeof globalThis & Monde;
  type Suite = (valeur: unknown) => void;
  const lanceur = (reussir?: Suite, echouer?: Suite): unknown => {
    const appeler =
      (fonction: string) =>
      (...args: unknown[]): void => {
        const texte = args.length === 1 && typeof args[0] === 'string' ? args[0] : null;
        void monde
          .serveur(fonction, texte)
          .then((r) =>
            r.erreur === undefined ? reussir?.(r.texte) : echouer?.(new Error(r.erreur)),
          );
      };
    return {
      withSuccessHandler: (suite: Suite) => lanceur(suite, echouer),
      withFailureHandler: (suite: Suite) => lanceur(reussir, suite),
      envoyer: appeler('envoyer'),
      ouvrir: appeler('ouvrir'),
      allerA: appeler('allerA'),
    };
  };
  monde.google = {
    script: { run: lanceur(), host: { close: () => void (monde.ferme = true) } },
  };
}
