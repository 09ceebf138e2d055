import { LocaleType, LogLevel, mergeLocales, Univer } from '@univerjs/core';
import { CalculationMode, UniverSheetsCorePreset } from '@univerjs/preset-sheets-core';
import frGrille from '@univerjs/preset-sheets-core/locales/fr-FR';
import { UniverSheetsDataValidationPreset } from '@univerjs/preset-sheets-data-validation';
import frListes from '@univerjs/preset-sheets-data-validation/locales/fr-FR';
import { FONCTIONS_DU_JOUR } from './aujourd-hui';

/** Ce que la grille ne dit pas en français. */
const FR_CALCUL = {
  'sheets-formula': {
    progress: {
      analyzing: 'Formules…',
      calculating: 'Calcul…',
      'array-analysis': 'Calcul…',
      'array-calculation': 'Calcul…',
      done: 'Calculé',
    },
  },
};

/** Univer sans ses menus, dont les formules se calculent à part (`calcul.ts`). */
export function creerUniver(conteneur: string, aujourdHui: number): Univer {
  const univer = new Univer({
    locale: LocaleType.FR_FR,
    locales: { [LocaleType.FR_FR]: mergeLocales(frGrille, frListes, FR_CALCUL) },
    logLevel: LogLevel.ERROR,
  });
  const presets = [
    UniverSheetsCorePreset({
      container: conteneur,
      workerURL: `/calcul.js?jour=${aujourdHui}`,
      header: true,
      toolbar: false,
      contextMenu: false,
      formulaBar: true,
      disableTextFormatAlert: true,
      disableTextFormatMark: true,
      formula: { initialFormulaComputing: CalculationMode.FORCED, function: FONCTIONS_DU_JOUR },
      footer: {
        sheetBar: true,
        statisticBar: true,
        menus: false,
        zoomSlider: false,
        addSheetButtonConfig: { show: false },
      },
      sheets: { disableForceStringAlert: true, disableForceStringMark: true },
    }),
    UniverSheetsDataValidationPreset({
      showEditOnDropdown: false,
      showSearchOnDropdown: false,
    }),
  ];
  for (const { plugins } of presets) {
    for (const plugin of plugins) {
      const [classe, options] = Array.isArray(plugin) ? plugin : [plugin, undefined];
      univer.registerPlugin(classe, options);
    }
  }
  return univer;
}
