import { EchecModule } from './echec-module';

/** Le temps qu'une personne accepte d'attendre devant un panneau. */
const ATTENTE_MS = 20_000;

/**
 * Une écriture à la fois dans ce classeur, parmi celles du module. La commande n'est pas arrêtée par
 * ce verrou : c'est le jeton du classeur qui garde de l'écraser.
 */
export function sousVerrou<R>(faire: () => R, attenteMs = ATTENTE_MS): R {
  const verrou = LockService.getDocumentLock();
  if (!verrou.tryLock(attenteMs)) throw new EchecModule('VERROU');
  try {
    return faire();
  } finally {
    verrou.releaseLock();
  }
}
