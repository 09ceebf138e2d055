import type { Script } from 'node:vm';
import type { OptionsHote, SurService } from './contrat';
import { controlerDroits } from './droits';
import { ErreurScript, RefusService } from './erreurs';
import type { Passage } from './garde';
import { horsJson } from './json-strict';
import { ouvrirRoyaume } from './royaume';
import type { Royaume } from './royaume';
import { gmail } from './services/gmail';
import { htmlService, Pages } from './services/html-service';
import { lockService } from './services/lock-service';
import { cacheService, propertiesService } from './services/magasins';
import { scriptApp } from './services/script-app';
import { sessionGoogle } from './services/session-google';
import { sheets } from './services/sheets';
import { spreadsheetApp } from './services/spreadsheet-app';
import { utilities } from './services/utilities';
import type { Ecran, Seance } from './session';
import { traduireErreur } from './traduire-erreur';

/** D'où part l'exécution : l'ouverture, un clic, la page, ou l'heure. */
export type Mode = 'ouverture' | 'menu' | 'page' | 'horaire';

export interface DemandeExecution {
  readonly script: Script;
  readonly nom: string;
  readonly args: readonly unknown[];
  readonly mode: Mode;
  readonly ecran: Ecran;
  readonly journal: string[];
  readonly options: OptionsHote & { readonly fuseau: string };
  readonly surService: SurService;
}

/** Évalue le script dans un contexte neuf et appelle une de ses fonctions. */
export function lancerExecution(d: DemandeExecution): unknown {
  const { nuage, id } = d.options;
  const execution = {};
  const royaume = ouvrirRoyaume(
    () => nuage.horloge.maintenant(),
    (texte) => d.journal.push(texte),
  );
  try {
    const globales = preparer(d, royaume, execution);
    const fonction = globales(d.nom);
    if (!fonction) throw new ErreurScript('ReferenceError', `Script function not found: ${d.nom}`);
    const args = d.args.map((a) => royaume.lire(JSON.stringify(a)));
    const valeur = fonction(...args);
    return d.mode === 'page' ? rendre(royaume, d.nom, valeur) : null;
  } catch (erreur) {
    throw enErreurScript(erreur);
  } finally {
    nuage.rendreVerrou(id, execution);
  }
}

type Fonction = (...args: readonly unknown[]) => unknown;

/** Pose les services, évalue le script, et rend de quoi trouver ses fonctions. */
function preparer(
  d: DemandeExecution,
  royaume: Royaume,
  execution: object,
): (nom: string) => Fonction | null {
  const { contexte } = royaume;
  let evalue = false;
  const refuses = new Set(d.options.refuses);
  const passer: Passage = (nom, faire) => {
    try {
      if (!evalue) throw new RefusService(`${nom} appelé pendant l’évaluation du script.`);
      d.surService(nom, 'avant');
      controlerDroits(nom, refuses, d.mode === 'ouverture');
      const resultat = faire();
      d.surService(nom, 'apres');
      return resultat;
    } catch (erreur) {
      throw traduireErreur(royaume, nom, erreur);
    }
  };
  const trouver = (nom: string): Fonction | null => {
    const valeur: unknown = Object.hasOwn(contexte, nom) ? contexte[nom] : undefined;
    return typeof valeur === 'function' ? (valeur as Fonction) : null;
  };
  const seance: Seance = {
    nuage: d.options.nuage,
    royaume,
    passer,
    ecran: d.ecran,
    document: d.options.id,
    utilisateur: d.options.utilisateur,
    fuseau: d.options.fuseau,
    module: d.options.module,
    avecInterface: d.mode !== 'horaire',
    refuses,
    execution,
    aFonction: (nom) => trouver(nom) !== null,
  };
  const pages = new Pages(seance);
  Object.assign(contexte, {
    SpreadsheetApp: spreadsheetApp(seance, pages),
    HtmlService: htmlService(seance, pages),
    LockService: lockService(seance),
    PropertiesService: propertiesService(seance),
    CacheService: cacheService(seance),
    Session: sessionGoogle(seance),
    Utilities: utilities(seance),
    ScriptApp: scriptApp(seance),
    Sheets: sheets(seance),
    Gmail: gmail(seance),
  });
  d.script.runInContext(contexte);
  evalue = true;
  return trouver;
}

/** Une fonction sans retour rend `null` ; hors JSON, Google refuserait de la porter à la page. */
function rendre(royaume: Royaume, nom: string, valeur: unknown): unknown {
  if (valeur === undefined) return null;
  const faute = horsJson(valeur, nom);
  if (faute !== null) throw new ErreurScript('TypeError', `${faute} n’est pas du JSON.`);
  return JSON.parse(royaume.ecrire(valeur) ?? 'null') as unknown;
}

/** Une erreur du script est d'un autre contexte : `instanceof Error` n'y voit rien. */
function enErreurScript(erreur: unknown): unknown {
  if (erreur instanceof Error) return erreur;
  if (typeof erreur !== 'object' || erreur === null || !('message' in erreur)) {
    return new ErreurScript('Error', String(erreur));
  }
  const nom = 'name' in erreur ? String(erreur.name) : 'Error';
  return new ErreurScript(nom, String(erreur.message));
}
