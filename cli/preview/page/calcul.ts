import { LocaleType, LogLevel, Univer } from '@univerjs/core';
import { UniverSheetsCoreWorkerPreset } from '@univerjs/preset-sheets-core/worker';
import { fixerAujourdHui, FONCTIONS_DU_JOUR } from './aujourd-hui';

/**
 * Le calcul des formules, hors de la page : le tableau de bord en a des milliers, et la grille ne doit
 * pas les attendre. Le jour de l'aperçu vient avec l'adresse.
 */
fixerAujourdHui(Number(new URLSearchParams(location.search).get('jour')));

const univer = new Univer({ locale: LocaleType.FR_FR, logLevel: LogLevel.ERROR });
const { plugins } = UniverSheetsCoreWorkerPreset({ formula: { function: FONCTIONS_DU_JOUR } });
for (const plugin of plugins) {
  const [classe, options] = Array.isArray(plugin) ? plugin : [plugin, undefined];
  univer.registerPlugin(classe, options);
}
