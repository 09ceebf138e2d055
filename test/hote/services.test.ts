import { describe, expect, it } from 'vitest';
import { creerNuage, echec, evaluer, hoteDe } from './aides';
import { ID } from '../emulateur/aides';

describe('un membre non déclaré lève', () => {
  it.each([
    'SpreadsheetApp.openById("x")',
    'SpreadsheetApp.getActiveSpreadsheet().getRange("A1")',
    'SpreadsheetApp.getActiveSheet().getDataRange()',
    'SpreadsheetApp.getActiveRange().getValue()',
    'SpreadsheetApp.getUi().prompt("?")',
    'SpreadsheetApp.getUi().ButtonSet.YES_NO',
    'SpreadsheetApp.getUi().createAddonMenu()',
    'HtmlService.createTemplateFromFile("x")',
    'LockService.getScriptLock()',
    'PropertiesService.getScriptProperties()',
    'CacheService.getUserCache()',
    'Session.getTemporaryActiveUserKey()',
    'Utilities.computeDigest("x")',
    'ScriptApp.getOAuthToken()',
    'Sheets.Spreadsheets.Values.append({}, "x", "A1")',
    'Gmail.Users.Messages.send({}, "me")',
    'Gmail.Users.Drafts.send({}, "me")',
    'JSON.stringify(SpreadsheetApp)',
  ])('%s', (expression) => {
    expect(echec(() => evaluer(expression))).toContain('n’existe pas dans l’hôte local');
  });

  it('rien ne se modifie', () => {
    expect(() => evaluer('(SpreadsheetApp.flush = 1)')).toThrow('ne peut pas être modifié');
  });
});

describe('les refus des services', () => {
  it.each([
    ['SpreadsheetApp.getUi().alert("t", "x", "YES_NO")', 'ne propose que OK'],
    ['SpreadsheetApp.getUi().showSidebar("<p>")', 'Une page de HtmlService'],
    ['SpreadsheetApp.getUi().createMenu("M").addItem("a", "absente")', 'absente, qui n’existe pas'],
    ['SpreadsheetApp.getActiveSheet().getRange(0, 1)', 'entiers à partir de 1'],
    ['SpreadsheetApp.getActiveSheet().getRange(11, 1)', 'outside the dimensions'],
    ['HtmlService.createHtmlOutputFromFile("../secret")', 'Nom de page incorrect'],
    ['HtmlService.createHtmlOutputFromFile("absente")', 'No HTML file named absente'],
    ['PropertiesService.getDocumentProperties().setProperty("a", 1)', 'que des textes'],
    ['PropertiesService.getDocumentProperties().setProperty("a", "x".repeat(9217))', 'too large'],
    ['CacheService.getDocumentCache().put("a", "x".repeat(102401))', 'too large'],
    ['Utilities.formatDate("2026-01-01", "Europe/Paris", "yyyy")', 'attend une date'],
    ['Utilities.formatDate(new Date(), "Europe/Paris", "YYYY")', '« YYYY » n’est pas géré'],
    ['Utilities.base64EncodeWebSafe("é")', 'Utilities.Charset.UTF_8'],
    ['Utilities.sleep(300001)', 'Invalid argument'],
    ['ScriptApp.newTrigger("absente")', 'qui n’existe pas'],
    ['ScriptApp.newTrigger("essai").timeBased().create()', 'Une seule cadence'],
    ['ScriptApp.newTrigger("essai").timeBased().everyDays(1).onMonthDay(1).create()', 'Une seule'],
    ['ScriptApp.newTrigger("essai").timeBased().atHour(24)', 'de 0 à 23'],
    ['Gmail.Users.Drafts.create({ message: { raw: "é" } }, "me")', 'raw'],
    ['Gmail.Users.Drafts.list("autre@exemple.fr")', 'Delegation denied'],
    ['Gmail.Users.Drafts.list("me", { q: "subject:x" })', 'n’est pas gérée'],
    ['Gmail.Users.Drafts.get("me", "r-9")', 'not found'],
    ['Sheets.Spreadsheets.get("classeur", { champs: "x" })', 'l’option champs'],
    ['Sheets.Spreadsheets.Values.batchGet("classeur", { ranges: [] })', 'UNFORMATTED_VALUE'],
  ])('%s', (expression, message) => {
    expect(echec(() => evaluer(expression))).toContain(message);
  });
});

describe('ce que les services rendent', () => {
  it.each([
    ['SpreadsheetApp.getActiveSpreadsheet().getId()', ID],
    ['SpreadsheetApp.getActiveSpreadsheet().getName()', 'Suivi'],
    ['SpreadsheetApp.getActiveSpreadsheet().getSheets().map((s) => s.getSheetId())', [0, 7]],
    ['SpreadsheetApp.getActiveSpreadsheet().getSheetByName("Absent")', null],
    ['SpreadsheetApp.getActiveSheet().getName()', 'Devis'],
    ['SpreadsheetApp.getCurrentCell().getRow()', 1],
    ['Session.getActiveUser().getEmail()', 'anne@exemple.fr'],
    ['Session.getScriptTimeZone()', 'Europe/Paris'],
    ['Utilities.getUuid()', 'uuid-1'],
    [
      `Utilities.formatDate(new Date(0), 'Europe/Paris', "yyyy-MM-dd'T'HH:mm:ss")`,
      '1970-01-01T01:00:00',
    ],
    [`Utilities.formatDate(new Date(), 'Europe/Paris', "u 'l''heure' HH")`, "1 l'heure 09"],
    ['Utilities.base64EncodeWebSafe("é?>", Utilities.Charset.UTF_8)', 'w6k_Pg=='],
    ['CacheService.getDocumentCache().get("a")', null],
    ['PropertiesService.getUserProperties().getProperty("a")', null],
    ['PropertiesService.getDocumentProperties().setProperty("a", "b").getProperties()', { a: 'b' }],
    ['ScriptApp.getProjectTriggers()', []],
    ['Gmail.Users.Drafts.list("me")', { resultSizeEstimate: 0 }],
  ])('%s', (expression, attendu) => {
    expect(evaluer(expression)).toEqual(attendu);
  });

  it('le cache s’efface à son heure, les propriétés restent', () => {
    const { nuage, horloge } = creerNuage();
    const script = `
      function poser() {
        CacheService.getDocumentCache().put('c', 'v', 60);
        PropertiesService.getDocumentProperties().setProperty('p', 'v');
      }
      function lire() {
        return [CacheService.getDocumentCache().get('c'),
          PropertiesService.getDocumentProperties().getProperty('p'),
          PropertiesService.getUserProperties().getProperty('p')];
      }`;
    const anne = hoteDe(script, { nuage });
    anne.appeler('poser');
    const bruno = hoteDe(script, { nuage, utilisateur: 'bruno@exemple.fr' });
    expect(bruno.appeler('lire')).toEqual(['v', 'v', null]);
    horloge.attendre(60_000);
    expect(bruno.appeler('lire')).toEqual([null, 'v', null]);
  });

  it('les brouillons restent dans la boîte de chacun, et se retrouvent par leur Message-ID', () => {
    const { nuage } = creerNuage();
    const script = `
      function deposer(id) {
        const mime = 'Subject: Été\\r\\nMessage-ID:\\r\\n <' + id + '>\\r\\n\\r\\nMessage-ID: <autre>';
        const raw = Utilities.base64EncodeWebSafe(mime, Utilities.Charset.UTF_8);
        return Gmail.Users.Drafts.create({ message: { raw } }, 'me').id;
      }
      function chercher(id) {
        const { drafts = [] } = Gmail.Users.Drafts.list('me', { q: 'rfc822msgid:<' + id + '>' });
        return drafts.map((d) => d.id);
      }`;
    const anne = hoteDe(script, { nuage });
    const bruno = hoteDe(script, { nuage, utilisateur: 'bruno@exemple.fr' });
    const id = anne.appeler('deposer', 'a@x');
    expect(anne.appeler('chercher', 'a@x')).toEqual([id]);
    expect(anne.appeler('chercher', 'autre')).toEqual([]);
    expect(bruno.appeler('chercher', 'a@x')).toEqual([]);
    expect(anne.brouillons[0]?.mime).toContain('Subject: Été');
    nuage.boite('anne@exemple.fr').retirer(String(id));
    expect(anne.appeler('chercher', 'a@x')).toEqual([]);
  });
});
