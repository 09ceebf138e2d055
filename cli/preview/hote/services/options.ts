import { RefusService } from '../erreurs';

/** Les options d'un service avancé, en JSON ; une option inconnue de l'hôte est refusée. */
export function lireOptions<C extends string>(
  service: string,
  donnees: unknown,
  permises: readonly C[],
): Partial<Record<C, unknown>> {
  if (donnees === undefined || donnees === null) return {};
  const options = JSON.parse(JSON.stringify(donnees)) as Partial<Record<C, unknown>>;
  for (const cle of Object.keys(options)) {
    if (!permises.includes(cle as C)) {
      throw new RefusService(`${service} : l’option ${cle} n’est pas gérée par l’hôte local.`, 400);
    }
  }
  return options;
}

/** Une plage ou plusieurs : le service avancé admet les deux. */
export function listeDeTextes(valeur: unknown): readonly string[] {
  if (valeur === undefined) return [];
  return Array.isArray(valeur) ? valeur.map(String) : [String(valeur)];
}
