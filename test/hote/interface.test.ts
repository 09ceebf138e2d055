import { describe, expect, it } from 'vitest';
import { creerNuage, echec, hoteDe } from './aides';
import { ErreurApi } from '../../cli/preview/emulateur/erreur-api';
import { ID } from '../emulateur/aides';

const SCRIPT = `
  function onOpen() {
    const ui = SpreadsheetApp.getUi();
    ui.createMenu('Suivi').addItem('Contrôler', 'controler').addSeparator()
      .addSubMenu(ui.createMenu('Devis').addItem('Signer…', 'signer')).addToUi();
  }
  function controler() {
    const ui = SpreadsheetApp.getUi();
    ui.alert('Titre', 'Texte', ui.ButtonSet.OK);
    ui.alert('Seul');
    SpreadsheetApp.getActiveSpreadsheet().toast('Fait.', 'Suivi');
  }
  function signer() {
    const page = HtmlService.createHtmlOutputFromFile('panneau').setTitle('Signer');
    SpreadsheetApp.getUi().showSidebar(page);
    SpreadsheetApp.getUi().showModalDialog(HtmlService.createHtmlOutput('<b>').setWidth(400), 'Aide');
  }
  function ou() {
    const r = SpreadsheetApp.getActiveRange();
    return [r.getSheet().getName(), r.getRow(), r.getColumn(), r.getLastRow(), r.getA1Notation()];
  }
  function aller(nom, l, c) {
    SpreadsheetApp.getActiveSpreadsheet().getSheetByName(nom).getRange(l, c).activate();
  }
  function lireSheets() { Sheets.Spreadsheets.get('${ID}', { fields: 'spreadsheetId' }); }
  function email() { return Session.getActiveUser().getEmail(); }
  function brouillon() { Gmail.Users.Drafts.list('me'); }
`;
const ouvrir = (options = {}) => hoteDe(SCRIPT, { pages: { panneau: '<p>' }, ...options });

describe('l’interface', () => {
  it('le menu est celui que onOpen pose, une seule fois', () => {
    const hote = ouvrir();
    hote.executer('onOpen');
    hote.executer('onOpen');
    expect(hote.menu).toEqual([
      {
        sorte: 'menu',
        libelle: 'Suivi',
        entrees: [
          { sorte: 'action', libelle: 'Contrôler', fonction: 'controler' },
          { sorte: 'separateur' },
          {
            sorte: 'menu',
            libelle: 'Devis',
            entrees: [{ sorte: 'action', libelle: 'Signer…', fonction: 'signer' }],
          },
        ],
      },
    ]);
  });

  it('messages et pages se voient', () => {
    const hote = ouvrir();
    hote.executer('controler');
    hote.executer('signer');
    expect(hote.messages).toEqual([
      { sorte: 'alerte', titre: 'Titre', texte: 'Texte' },
      { sorte: 'alerte', titre: '', texte: 'Seul' },
      { sorte: 'toast', titre: 'Suivi', texte: 'Fait.' },
    ]);
    expect(hote.panneau).toEqual({
      ...{ sorte: 'panneau', titre: 'Signer', html: '<p>', largeur: null, hauteur: null },
    });
    expect(hote.fenetre).toMatchObject({ sorte: 'modale', titre: 'Aide', largeur: 400 });
  });

  it('la sélection va dans les deux sens', () => {
    const hote = ouvrir();
    hote.selectionner({ onglet: 'Devis', ligne: 3, colonne: 2, nbLignes: 2 });
    expect(hote.appeler('ou')).toEqual(['Devis', 3, 2, 4, 'B3']);
    hote.appeler('aller', 'Notes d’équipe', 5, 1);
    expect(hote.selection).toMatchObject({ onglet: 'Notes d’équipe', ligne: 5, colonne: 1 });
  });
});

describe('les autorisations', () => {
  it('onOpen ne peut rien de ce qui demande une autorisation', () => {
    const corps = [
      'lireSheets()',
      'SpreadsheetApp.getUi().showSidebar(HtmlService.createHtmlOutput(""))',
      'ScriptApp.getProjectTriggers()',
      'brouillon()',
    ];
    for (const appel of corps) {
      const hote = hoteDe(`${SCRIPT.replace('function onOpen', 'function autre')}
        function onOpen() { ${appel}; }`);
      expect(echec(() => hote.executer('onOpen'))).toContain('do not have permission');
    }
  });

  it('Gmail refusé : 403, et le reste marche', () => {
    const hote = ouvrir({ refuses: ['gmail'] });
    expect(echec(() => hote.appeler('brouillon'))).toBe(
      'API call to gmail.users.drafts.list failed with error: Request had insufficient authentication scopes.',
    );
    expect(() => hote.appeler('lireSheets')).not.toThrow();
  });

  it('adresse refusée : un texte vide', () => {
    expect(ouvrir({ refuses: ['adresse'] }).appeler('email')).toBe('');
  });
});

describe('les erreurs de Sheets', () => {
  const script = `function essai() {
    try { Sheets.Spreadsheets.batchUpdate({ requests: [{ deleteSheet: { sheetId: 99 } }] }, '${ID}'); }
    catch (e) { return { nom: e.name, message: e.message, code: e.details ? e.details.code : null }; }
  }`;

  it('un refus est une GoogleJsonResponseException, avec son code', () => {
    expect(hoteDe(script).appeler('essai')).toEqual({
      nom: 'GoogleJsonResponseException',
      message:
        'API call to sheets.spreadsheets.batchUpdate failed with error: Invalid requests[0].deleteSheet: No grid with id: 99',
      code: 400,
    });
  });

  it('une coupure n’a pas de code', () => {
    const { nuage } = creerNuage();
    nuage.emulateur.surAppel = () => {
      throw new ErreurApi(null, 'Empty response');
    };
    expect(hoteDe(script, { nuage }).appeler('essai')).toEqual({
      nom: 'Exception',
      message: 'API call to sheets.spreadsheets.batchUpdate failed with error: Empty response',
      code: null,
    });
  });
});
