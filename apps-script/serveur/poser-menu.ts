import { MENU, TITRE_MENU } from '../menu';

/**
 * Google redemande, à qui en a refusé, les autorisations qui manquent ; s'il les refuse encore, rien n'est
 * perdu : à appeler en dernier.
 */
export function redemanderAutorisations(): void {
  ScriptApp.requireAllScopes(ScriptApp.AuthMode.FULL);
}

/** Pose le menu à l'ouverture. Rien d'autre n'est permis à qui n'a encore rien autorisé. */
export function poserMenu(): void {
  const ui = SpreadsheetApp.getUi();
  const menu = ui.createMenu(TITRE_MENU);
  for (const ligne of MENU) {
    if (ligne === 'separateur') menu.addSeparator();
    else if ('entrees' in ligne) {
      const sousMenu = ui.createMenu(ligne.libelle);
      for (const { libelle, fonction } of ligne.entrees) sousMenu.addItem(libelle, fonction);
      menu.addSubMenu(sousMenu);
    } else menu.addItem(ligne.libelle, ligne.fonction);
  }
  menu.addToUi();
}
