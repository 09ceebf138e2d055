import { userInfo } from 'node:os';
import type { Contexte } from '../src/commun/contexte';
import { parseDateCivile, type DateCivile, type Horodatage } from '../src/commun/date-civile';
import { ErreurUsage } from './arguments';
import type { Arguments } from './declaration';
import { creerGoogle, type Google } from './google/google';
import { lireRacine } from './google/racine';
import { controlerAnnee } from './lire-options';
import type { Flux } from './sortie';
import { Sortie } from './sortie';
import type { Classeur } from './workbooks/classeur';
import { ouvrirClasseur } from './workbooks/ouvrir-classeur';

/** Ce dont une commande dispose : qui, quand, où écrire, quel classeur. */
export interface Session {
  readonly contexte: Contexte;
  readonly sortie: Sortie;
  readonly simulation: boolean;
  /** Ce que désigne `-c`, ou la variable SUIVI_CLASSEUR. */
  cible(): string;
  /** Le classeur désigné par `-c` ; `simule` : pour voir, sans rien y écrire. */
  classeur(options?: { readonly simule: boolean }): Classeur;
  readonly google: Google;
  /** Demande oui ou non ; vrai sans question avec `--oui`, ou si personne n'est devant le terminal. */
  confirmer(question: string): Promise<boolean>;
}

export interface Monde extends Flux {
  readonly stdin: NodeJS.ReadStream;
  readonly maintenant: Date;
}

/** L'heure murale de Paris, `AAAA-MM-JJTHH:MM`. */
function heureDeParis(instant: Date): Horodatage {
  const parties = new Intl.DateTimeFormat('sv-SE', {
    timeZone: 'Europe/Paris',
    dateStyle: 'short',
    timeStyle: 'short',
  }).format(instant);
  return parties.replace(' ', 'T') as Horodatage;
}

function compteDeLaMachine(): string {
  try {
    return userInfo().username;
  } catch {
    return '';
  }
}

function lireContexte(args: Arguments, monde: Monde): Contexte {
  const { le, utilisateur } = args.options;
  let maintenant: Horodatage;
  if (typeof le === 'string') {
    const jour = parseDateCivile(le);
    if (!jour) {
      throw new ErreurUsage([
        `--le : « ${le} » n’est pas une date. Écrivez AAAA-MM-JJ, par exemple 2026-03-02.`,
      ]);
    }
    controlerAnnee('le', jour);
    maintenant = `${jour}T00:00` as Horodatage;
  } else maintenant = heureDeParis(monde.maintenant);
  const nom = utilisateur ?? monde.env['SUIVI_UTILISATEUR'];
  return {
    aujourdHui: maintenant.slice(0, 10) as DateCivile,
    maintenant,
    utilisateur: typeof nom === 'string' && nom.trim() ? nom.trim() : compteDeLaMachine(),
    origine: typeof le === 'string' ? 'commande (--le)' : 'commande',
  };
}

export function ouvrirSession(args: Arguments, monde: Monde): Session {
  const { options } = args;
  const sortie = new Sortie(monde, options['json'] === true);
  const simulation = options['simulation'] === true;
  const contexte = lireContexte(args, monde);
  const google = creerGoogle(() => ({
    env: monde.env,
    racine: lireRacine(monde.env),
    interactif: monde.stderr.isTTY === true,
    message: (texte) => sortie.message(texte),
  }));
  const cible = (): string => {
    const dite = options['classeur'] ?? monde.env['SUIVI_CLASSEUR'];
    if (typeof dite === 'string' && dite.trim() !== '') return dite;
    throw new ErreurUsage([
      'Quel classeur ? Ajoutez -c CLASSEUR (par exemple -c suivi.xlsx), ou définissez SUIVI_CLASSEUR.',
    ]);
  };
  return {
    contexte,
    sortie,
    simulation,
    google,
    cible,
    classeur: ({ simule } = { simule: simulation }) =>
      ouvrirClasseur(cible(), { simulation: simule, contexte }, google),
    async confirmer(question) {
      if (options['oui'] === true || simulation || !monde.stdin.isTTY || !monde.stderr.isTTY) {
        return true;
      }
      const { createInterface } = await import('node:readline/promises');
      const lecteur = createInterface({ input: monde.stdin, output: process.stderr });
      try {
        const reponse = await lecteur.question(`${question} [o/N] `);
        return /^o(ui)?$/i.test(reponse.trim());
      } catch (erreur) {
        // Ctrl+C ou Ctrl+D à la question : c'est non.
        if ((erreur as Error).name !== 'AbortError') throw erreur;
        process.stderr.write('\n');
        return false;
      } finally {
        lecteur.close();
      }
    },
  };
}
