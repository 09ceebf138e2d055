import type { Automatisme } from '../../src/sheets-api/automatismes';

/** Les travaux que Google lance seul, et les fonctions qu'il appelle. */
export const FONCTIONS: Readonly<Record<Automatisme, string>> = {
  revue: 'revueDuLundi',
  relances: 'relancesDuJour',
  cloture: 'clotureDuMois',
};

const FUSEAU = 'Europe/Paris';
const NOTRES: ReadonlySet<string> = new Set(Object.values(FONCTIONS));

/** Google ne montre à chacun que ses propres déclencheurs. */
function lesMiens(): GoogleAppsScript.Script.Trigger[] {
  return ScriptApp.getProjectTriggers().filter((t) => NOTRES.has(t.getHandlerFunction()));
}

/** Ôte les déclencheurs de la personne qui exécute, et d'elle seule. */
export function oterLesMiens(): void {
  for (const declencheur of lesMiens()) ScriptApp.deleteTrigger(declencheur);
}

const horaire = (automatisme: Automatisme) =>
  ScriptApp.newTrigger(FONCTIONS[automatisme]).timeBased();

/** Les trois, une fois : ceux qui traînaient sont d'abord ôtés. */
export function poserLesMiens(): void {
  oterLesMiens();
  horaire('revue').onWeekDay(ScriptApp.WeekDay.MONDAY).atHour(7).inTimezone(FUSEAU).create();
  horaire('relances').everyDays(1).atHour(7).inTimezone(FUSEAU).create();
  horaire('cloture').onMonthDay(1).atHour(6).inTimezone(FUSEAU).create();
}

/** Les trois y sont-ils, une fois chacun ? */
export function sontEnPlace(): boolean {
  const presents = lesMiens().map((t) => t.getHandlerFunction());
  return presents.length === NOTRES.size && new Set(presents).size === NOTRES.size;
}
