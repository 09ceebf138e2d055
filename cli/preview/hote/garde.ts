import { RefusService } from './erreurs';

/** Comment un appel de service passe : interception, droits, traduction des erreurs. */
export type Passage = <R>(nom: string, faire: () => R) => R;

/**
 * Un service factice : seuls ses membres déclarés existent, tout autre lève. Chaque appel passe par
 * `passer` sous le nom `Service.methode`.
 */
export function garder<M extends object>(nom: string, membres: M, passer: Passage): M {
  const appels = new Map<string, unknown>();
  return new Proxy(membres, {
    get(cible, cle) {
      if (typeof cle === 'symbol') return undefined;
      if (!Object.hasOwn(cible, cle)) {
        // Par `passer`, pour que l'erreur soit de celles que le script connaît.
        return passer(`${nom}.${cle}`, () => {
          throw new RefusService(`${nom}.${cle} n’existe pas dans l’hôte local.`);
        });
      }
      const membre: unknown = Reflect.get(cible, cle);
      if (typeof membre !== 'function') return membre;
      const connu = appels.get(cle);
      if (connu) return connu;
      const appel = (...args: readonly unknown[]): unknown =>
        passer(`${nom}.${cle}`, () => Reflect.apply(membre, undefined, args) as unknown);
      appels.set(cle, appel);
      return appel;
    },
    set(_, cle) {
      throw new RefusService(`${nom}.${String(cle)} ne peut pas être modifié.`);
    },
  });
}

/** Une énumération de Google : des noms qui valent eux-mêmes. */
export const enumeration = <const N extends string>(
  nom: string,
  noms: readonly N[],
  passer: Passage,
): { readonly [K in N]: K } =>
  garder(nom, Object.fromEntries(noms.map((n) => [n, n])) as { readonly [K in N]: K }, passer);

/**
 * Vérifie, à la compilation, que les membres d'un service factice portent des noms qui existent chez
 * Google ; leurs paramètres sont ceux que nous employons.
 */
export type Membres<T> = { readonly [K in keyof T]?: unknown };
