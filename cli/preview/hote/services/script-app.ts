import type { Declencheur, RegleHoraire } from '../contrat';
import { RefusService } from '../erreurs';
import { enumeration, garder } from '../garde';
import type { Membres } from '../garde';
import type { Seance } from '../session';

const PAR_PERSONNE = 20;
const JOURS = [
  ...['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY'],
] as const;

const entier = (n: number, min: number, max: number, quoi: string): number => {
  if (!Number.isInteger(n) || n < min || n > max) {
    throw new RefusService(`${quoi} : un entier de ${min} à ${max} est attendu.`);
  }
  return n;
};

/** Construit la règle d'un déclencheur horaire, appel après appel. */
function constructeur(s: Seance, fonction: string, montrer: (d: Declencheur) => object): object {
  let regle: RegleHoraire = {
    jours: null,
    semaines: null,
    jourSemaine: null,
    jourMois: null,
    heure: 0,
    minute: 0,
    fuseau: s.fuseau,
  };
  const noter = (ajout: Partial<RegleHoraire>) => {
    regle = { ...regle, ...ajout };
    return chaine;
  };
  const membres = {
    everyDays: (n: number) => noter({ jours: entier(n, 1, 365, 'everyDays') }),
    everyWeeks: (n: number) => noter({ semaines: entier(n, 1, 52, 'everyWeeks') }),
    onWeekDay: (jour: (typeof JOURS)[number]) => noter({ jourSemaine: JOURS.indexOf(jour) + 1 }),
    onMonthDay: (jour: number) => noter({ jourMois: entier(jour, 1, 31, 'onMonthDay') }),
    atHour: (heure: number) => noter({ heure: entier(heure, 0, 23, 'atHour') }),
    nearMinute: (minute: number) => noter({ minute: entier(minute, 0, 59, 'nearMinute') }),
    inTimezone: (fuseau: string) => noter({ fuseau }),
    create: () => {
      const { jours, jourSemaine, jourMois, semaines } = regle;
      const cadences = [jours, jourSemaine ?? semaines, jourMois].filter((x) => x !== null);
      if (cadences.length !== 1 || (semaines !== null && jourSemaine === null)) {
        throw new RefusService(
          'Une seule cadence : everyDays, onWeekDay (everyWeeks) ou onMonthDay.',
        );
      }
      if (s.nuage.declencheurs(s.utilisateur).length >= PAR_PERSONNE) {
        throw new RefusService('This script has too many triggers.');
      }
      return montrer(s.nuage.poserDeclencheur(s.utilisateur, fonction, regle));
    },
  } satisfies Membres<GoogleAppsScript.Script.ClockTriggerBuilder>;
  const chaine: object = garder('ClockTriggerBuilder', membres, s.passer);
  return chaine;
}

/** Chacun ne voit et n'ôte que ses propres déclencheurs. */
export function scriptApp(s: Seance): object {
  const connus = new WeakMap<object, Declencheur>();
  const montrer = (d: Declencheur): object => {
    const membres = {
      getUniqueId: () => d.id,
      getHandlerFunction: () => d.fonction,
      getEventType: () => 'CLOCK',
      getTriggerSource: () => 'CLOCK',
    } satisfies Membres<GoogleAppsScript.Script.Trigger>;
    const objet = garder('Trigger', membres, s.passer);
    connus.set(objet, d);
    return objet;
  };
  return garder(
    'ScriptApp',
    {
      WeekDay: enumeration('WeekDay', JOURS, s.passer),
      EventType: enumeration('EventType', ['CLOCK'], s.passer),
      AuthMode: enumeration('AuthMode', ['NONE', 'LIMITED', 'FULL'], s.passer),
      // Chez Google, une fenêtre redemande ce qui a été refusé ; ici, la personne refuse encore.
      requireAllScopes: () => undefined,
      getProjectTriggers: () =>
        s.royaume.liste(...s.nuage.declencheurs(s.utilisateur).map((d) => montrer(d))),
      deleteTrigger: (objet: object) => {
        const d = connus.get(objet);
        if (!d) throw new RefusService('ScriptApp.deleteTrigger attend un déclencheur.');
        s.nuage.oterDeclencheur(d.id);
      },
      newTrigger: (fonction: string) => {
        if (!s.aFonction(fonction)) {
          throw new RefusService(`Le déclencheur appelle ${fonction}, qui n’existe pas.`);
        }
        return garder(
          'TriggerBuilder',
          {
            timeBased: () => constructeur(s, fonction, montrer),
          } satisfies Membres<GoogleAppsScript.Script.TriggerBuilder>,
          s.passer,
        );
      },
    } satisfies Membres<GoogleAppsScript.Script.ScriptApp>,
    s.passer,
  );
}
