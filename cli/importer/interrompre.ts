import { INSECABLE } from '../../src/messages/formats';
import type { Sortie } from '../sortie';

/** L'écriture d'un bloc était commencée : elle s'est finie. */
export function direTropTard(numero: number): string {
  return `Interruption venue trop tard${INSECABLE}: l’écriture était commencée, elle est entière. Pour la défaire${INSECABLE}: suivi annuler ${numero}.`;
}

/** Un import en plusieurs envois s'arrête là où il en est : il se reprend. */
export function quitterEnChemin(sortie: Pick<Sortie, 'message'>): never {
  sortie.message(
    `Interrompu pendant l’écriture${INSECABLE}: ce qui est déjà envoyé est dans le classeur. Relancez la même commande avec --reprendre${INSECABLE}: rien n’est écrit deux fois.`,
  );
  process.exit(130);
}
