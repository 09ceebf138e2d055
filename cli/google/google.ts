import { setTimeout as dormir } from 'node:timers/promises';
import type { Appel, Reponse } from '../../src/sheets-api/appel';
import { creerCadence, type Cadence } from '../../src/sheets-api/cadence';
import type { BoiteGmail } from '../outbox/boite-gmail';
import type { Reglages } from './acces';

/** L'accès à Google, ouvert à la première demande : ses bibliothèques ne se chargent pas avant. */
export interface Google {
  sheets(): Promise<(appel: Appel) => Promise<Reponse>>;
  gmail(): Promise<BoiteGmail>;
  /** Laisse passer une durée tirée entre la moitié de `ms` et `ms` : deux qui attendent ne reviennent pas ensemble. */
  attendre(ms: number): Promise<void>;
  /** Ce que le quota d'une minute permet encore. */
  readonly cadence: Cadence;
}

/** Devant un serveur de cette machine, qui n'a ni quota ni réseau à ménager, le temps passe plus vite. */
const PART_LOCALE = 1 / 50;

export function creerGoogle(reglages: () => Reglages): Google {
  let ouvert: ReturnType<Google['sheets']> | null = null;
  const part = (): number => (reglages().racine === null ? 1 : PART_LOCALE);
  return {
    cadence: creerCadence(() => performance.now() / part()),
    sheets: () =>
      (ouvert ??= (async () => {
        const r = reglages();
        const [{ ouvrirAcces }, { creerExecuteur }] = await Promise.all([
          import('./acces'),
          import('./executer-appel'),
        ]);
        return creerExecuteur(await ouvrirAcces('sheets', r), r.racine);
      })()),
    async gmail() {
      const r = reglages();
      const [{ ouvrirAcces }, { ouvrirBoite }] = await Promise.all([
        import('./acces'),
        import('../outbox/boite-gmail'),
      ]);
      return ouvrirBoite(await ouvrirAcces('gmail', r), r.racine);
    },
    async attendre(ms) {
      await dormir(ms * part() * (0.5 + Math.random() / 2));
    },
  };
}
