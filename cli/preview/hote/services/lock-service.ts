import { RefusService } from '../erreurs';
import { garder } from '../garde';
import type { Membres } from '../garde';
import type { Seance } from '../session';

/**
 * Le verrou du document. Les hôtes vivent dans un seul fil : si un autre le tient, attendre ne le
 * libérera pas ; l'attente passe d'un coup à l'horloge, puis c'est un refus.
 */
export function lockService(s: Seance): object {
  const prendre = (ms: number): boolean => {
    const pris = s.nuage.prendreVerrou(s.document, s.execution);
    if (!pris) s.nuage.horloge.attendre(ms);
    return pris;
  };
  const creer = () =>
    garder(
      'Lock',
      {
        tryLock: prendre,
        waitLock: (ms: number) => {
          if (!prendre(ms)) {
            throw new RefusService(
              'Lock timeout: another process was holding the lock for too long.',
            );
          }
        },
        hasLock: () => s.nuage.tientVerrou(s.document, s.execution),
        releaseLock: () => s.nuage.rendreVerrou(s.document, s.execution),
      } satisfies Membres<GoogleAppsScript.Lock.Lock>,
      s.passer,
    );
  return garder(
    'LockService',
    { getDocumentLock: creer } satisfies Membres<GoogleAppsScript.Lock.LockService>,
    s.passer,
  );
}
