import { RefusService } from '../erreurs';
import { garder } from '../garde';
import type { Membres } from '../garde';
import type { Seance } from '../session';

const PROPRIETE_MAX = 9 * 1024;
const CACHE_MAX = 100 * 1024;
const CLE_CACHE_MAX = 250;
const SECONDES_MAX = 21_600;
const SECONDES = 600;

const texteSeul = (service: string, valeur: unknown): string => {
  if (typeof valeur !== 'string') throw new RefusService(`${service} ne garde que des textes.`);
  return valeur;
};

function magasin(s: Seance, cle: string): object {
  const lues = s.nuage.proprietes(cle);
  const proprietes: object = garder(
    'Properties',
    {
      getProperty: (nom: string) => lues.get(nom) ?? null,
      getKeys: () => s.royaume.liste(...lues.keys()),
      getProperties: () => s.royaume.lire(JSON.stringify(Object.fromEntries(lues))),
      setProperty: (nom: string, valeur: unknown) => {
        const texte = texteSeul('PropertiesService', valeur);
        if (texte.length > PROPRIETE_MAX) {
          throw new RefusService('Argument too large: value');
        }
        lues.set(nom, texte);
        return proprietes;
      },
      deleteProperty: (nom: string) => {
        lues.delete(nom);
        return proprietes;
      },
    } satisfies Membres<GoogleAppsScript.Properties.Properties>,
    s.passer,
  );
  return proprietes;
}

/** Les propriétés du document suivent le classeur ; celles de la personne, la personne. */
export function propertiesService(s: Seance): object {
  return garder(
    'PropertiesService',
    {
      getDocumentProperties: () => magasin(s, `document ${s.document}`),
      getUserProperties: () => magasin(s, `personne ${s.document} ${s.utilisateur}`),
    } satisfies Membres<GoogleAppsScript.Properties.PropertiesService>,
    s.passer,
  );
}

export function cacheService(s: Seance): object {
  const cleDe = (nom: string) => `${s.document} ${nom}`;
  const cache = garder(
    'Cache',
    {
      get: (nom: string) => s.nuage.lireCache(cleDe(nom)),
      put: (nom: string, valeur: unknown, secondes = SECONDES) => {
        const texte = texteSeul('CacheService', valeur);
        if (nom.length > CLE_CACHE_MAX) throw new RefusService('Argument too large: key');
        if (texte.length > CACHE_MAX) throw new RefusService('Argument too large: value');
        if (!(secondes > 0)) throw new RefusService('Invalid argument: expirationInSeconds');
        s.nuage.poserCache(cleDe(nom), texte, Math.min(secondes, SECONDES_MAX));
      },
      remove: (nom: string) => s.nuage.poserCache(cleDe(nom), null, 0),
    } satisfies Membres<GoogleAppsScript.Cache.Cache>,
    s.passer,
  );
  return garder(
    'CacheService',
    { getDocumentCache: () => cache } satisfies Membres<GoogleAppsScript.Cache.CacheService>,
    s.passer,
  );
}
