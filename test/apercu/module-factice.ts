import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { dossierNeuf } from '../xlsx/outils';

/** Un petit module à la place du vrai : ce que l'aperçu doit savoir porter, et rien d'autre. */
const SCRIPT = `
function onOpen() {
  var ui = SpreadsheetApp.getUi();
  ui.createMenu('Suivi commercial')
    .addItem('Panneau…', 'panneau')
    .addSubMenu(ui.createMenu('Devis').addItem('Écrire', 'ecrire').addItem('Dire la ligne', 'direLaLigne'))
    .addSeparator()
    .addItem('Échouer', 'echouer')
    .addToUi();
}
function panneau() {
  SpreadsheetApp.getUi().showSidebar(HtmlService.createHtmlOutputFromFile('panneau').setTitle('Essai'));
}
function poser(texte) {
  var id = SpreadsheetApp.getActiveSpreadsheet().getId();
  var feuilles = Sheets.Spreadsheets.get(id, { fields: 'sheets.properties' }).sheets;
  var clients = feuilles.filter(function (s) { return s.properties.title === 'Clients'; })[0];
  Sheets.Spreadsheets.batchUpdate({ requests: [{ updateCells: {
    range: { sheetId: clients.properties.sheetId, startRowIndex: 1, endRowIndex: 2, startColumnIndex: 0, endColumnIndex: 1 },
    rows: [{ values: [{ userEnteredValue: { stringValue: texte } }] }],
    fields: 'userEnteredValue',
  } }] }, id);
}
function ecrire() { poser('Écrit par le module'); }
function repeter(texte) { poser(texte); return { recu: texte }; }
function rendreUneDate() { return new Date(0); }
function direLaLigne() {
  var cellule = SpreadsheetApp.getActiveRange();
  var ui = SpreadsheetApp.getUi();
  ui.alert('Ligne', cellule.getSheet().getName() + ' ' + cellule.getRow(), ui.ButtonSet.OK);
}
function echouer() { throw new Error('Rien ne va plus.'); }
function deposer(mime) {
  return Gmail.Users.Drafts.create({ message: { raw: Utilities.base64EncodeWebSafe(mime, Utilities.Charset.UTF_8) } }, 'me').id;
}
function programmer() { ScriptApp.newTrigger('ecrire').timeBased().everyDays(1).atHour(8).create(); }
function secret_() { return 'secret'; }
`;

const PANNEAU = `<!doctype html><html lang="fr"><head><title>Essai</title></head><body>
<button id="appeler">Appeler</button><p id="recu"></p>
<a id="lien" target="_blank" href="https://mail.google.com/mail/?authuser=x#drafts/mr-1">Ouvrir dans Gmail</a>
<script>
document.getElementById('appeler').onclick = function () {
  google.script.run
    .withSuccessHandler(function (v) { document.getElementById('recu').textContent = v.recu; })
    .withFailureHandler(function (e) { document.getElementById('recu').textContent = 'Refus : ' + e.message; })
    .repeter('Depuis le panneau');
};
</script></body></html>`;

/** Un dossier de module, comme celui que la construction produit. */
export function moduleFactice(): string {
  const dossier = dossierNeuf();
  writeFileSync(join(dossier, 'suivi.js'), SCRIPT);
  writeFileSync(join(dossier, 'panneau.html'), PANNEAU);
  return dossier;
}
