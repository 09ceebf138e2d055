import { typographier } from '../src/messages/formats';
import { messageDe, type CodeProbleme, type Probleme } from '../src/messages/probleme';
import { ErreurUsage } from './arguments';
import type { CodeSortie } from './declaration';
import { Interrompue } from './interruption';
import { phrases, type Flux } from './sortie';
import { ErreurClasseur } from '../src/classeur/erreur-classeur';

/** Ce que montre le JSON d'un problème. */
export interface ProblemeJson {
  readonly code: string;
  readonly message: string;
}

export function problemesJson(problemes: readonly Probleme[]): ProblemeJson[] {
  return problemes.map((p) => ({ code: p.code, message: messageDe(p) }));
}

/** L'objet `erreur` du JSON : le premier problème le résume, tous sont dans `details`. */
export function erreurJson(problemes: readonly ProblemeJson[]): {
  erreur: { code: string; message: string; details: readonly ProblemeJson[] };
} {
  const [premier] = problemes;
  return {
    erreur: {
      code: premier?.code ?? 'INCONNU',
      message: problemes.map((p) => p.message).join('\n'),
      details: problemes,
    },
  };
}

/** Ce n'est pas le classeur qui a failli, c'est la commande qui nomme ce qui ne peut être. */
const MAL_DEMANDE: ReadonlySet<CodeProbleme> = new Set([
  'EXTENSION_INCONNUE',
  'FEUILLE_ABSENTE',
  'PROFIL_PRET_AUTRE_TABLE',
  'PROFIL_PRET_SANS_COLONNE',
]);

/** Ni lui, si c'est le fichier à importer qui manque, est vide, abîmé ou trop gros. */
const estMalDemande = ({ code }: Probleme): boolean =>
  MAL_DEMANDE.has(code) || code.startsWith('SOURCE_');

function traduire(erreur: unknown): { code: CodeSortie; problemes: ProblemeJson[] } {
  if (erreur instanceof ErreurUsage) {
    return {
      code: 2,
      problemes: erreur.fautes.map((message) => ({ code: 'USAGE', message })),
    };
  }
  if (erreur instanceof Interrompue) {
    return {
      code: 130,
      problemes: [
        { code: 'INTERROMPU', message: 'Interrompu : rien n’a été écrit dans le classeur.' },
      ],
    };
  }
  if (erreur instanceof ErreurClasseur) {
    const code = erreur.problemes.every(estMalDemande) ? 2 : 3;
    return { code, problemes: problemesJson(erreur.problemes) };
  }
  const detail = erreur instanceof Error ? (erreur.stack ?? erreur.message) : String(erreur);
  return {
    code: 3,
    problemes: [
      {
        code: 'IMPREVU',
        message: `Une erreur imprévue est survenue. Une écriture est entière ou absente, jamais à moitié : l’onglet Journal dit si elle a eu lieu. Signalez l’erreur avec ce détail :\n${detail}`,
      },
    ],
  };
}

/** Le seul endroit où une erreur devient un message et un code de sortie. */
export function rapporterErreur(erreur: unknown, enJson: boolean, flux: Flux): CodeSortie {
  const { code, problemes } = traduire(erreur);
  if (enJson) flux.stdout.write(`${JSON.stringify(erreurJson(problemes), phrases, 2)}\n`);
  else for (const p of problemes) flux.stderr.write(`${typographier(p.message)}\n`);
  return code;
}
