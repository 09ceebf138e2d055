/** En-têtes de toute réponse : rien ne sort, rien n'est gardé, rien n'est deviné. */
export const ENTETES: Readonly<Record<string, string>> = {
  'Cache-Control': 'no-store',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Cross-Origin-Opener-Policy': 'same-origin',
};

const csp = (regles: Readonly<Record<string, string>>): string =>
  Object.entries(regles)
    .map(([nom, valeur]) => `${nom} ${valeur}`)
    .join('; ');

/** La page : ses fichiers et eux seuls. La grille pose des styles en ligne. */
export const CSP_PAGE = csp({
  'default-src': "'none'",
  'script-src': "'self'",
  'style-src': "'self' 'unsafe-inline'",
  'img-src': "'self' data: blob:",
  'font-src': "'self' data:",
  'connect-src': "'self'",
  'worker-src': "'self'",
  'frame-src': "'self'",
  'frame-ancestors': "'none'",
  'base-uri': "'none'",
  'form-action': "'none'",
});

/**
 * Le panneau : une page d'un seul tenant, sans accès au réseau ni à la page qui la contient. Le cadre
 * a son bac à sable ; celui-ci vaut aussi si on l'ouvre seul.
 */
export const CSP_PANNEAU = csp({
  'default-src': "'none'",
  'script-src': "'unsafe-inline'",
  'style-src': "'unsafe-inline'",
  'img-src': 'data:',
  'font-src': 'data:',
  'frame-ancestors': "'self'",
  'base-uri': "'none'",
  'form-action': "'none'",
  sandbox: 'allow-scripts allow-forms',
});
