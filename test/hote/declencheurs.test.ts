import { describe, expect, it } from 'vitest';
import { derniereEcheance } from '../../cli/preview/hote/echeances';
import { creerNuage, hoteDe } from './aides';

const aucune = { jours: null, semaines: null, jourSemaine: null, jourMois: null, minute: 0 };
const regle = (ajout: object) => ({ ...aucune, heure: 7, fuseau: 'Europe/Paris', ...ajout });
const ms = (texte: string) => Date.parse(texte);

describe('échéances', () => {
  // Posée le lundi 2 mars 2026 à 9 h de Paris ; l'heure d'été commence le 29 mars.
  const pose = ms('2026-03-02T08:00:00Z');
  it.each([
    ['chaque jour, avant l’heure', { jours: 1 }, '2026-03-03T05:59:00Z', null],
    ['chaque jour, à l’heure', { jours: 1 }, '2026-03-03T06:00:00Z', '2026-03-03T06:00:00Z'],
    ['chaque jour, le jour de la pose était passé', { jours: 1 }, '2026-03-02T23:00:00Z', null],
    ['tous les deux jours', { jours: 2 }, '2026-03-05T23:00:00Z', '2026-03-04T06:00:00Z'],
    ['le lundi', { jourSemaine: 1 }, '2026-03-15T23:00:00Z', '2026-03-09T06:00:00Z'],
    ['un lundi sur deux', { jourSemaine: 1, semaines: 2 }, '2026-03-15T23:00:00Z', null],
    [
      'un lundi sur deux',
      { jourSemaine: 1, semaines: 2 },
      '2026-03-16T23:00:00Z',
      '2026-03-16T06:00:00Z',
    ],
    ['le 1er du mois, en été', { jourMois: 1 }, '2026-04-02T00:00:00Z', '2026-04-01T05:00:00Z'],
    ['le 31 : pas en avril', { jourMois: 31 }, '2026-04-30T23:00:00Z', '2026-03-31T05:00:00Z'],
    ['la dernière seulement', { jours: 1 }, '2026-03-20T12:00:00Z', '2026-03-20T06:00:00Z'],
  ])('%s', (_, ajout, jusqua, attendu) => {
    expect(derniereEcheance(regle(ajout), pose, pose, ms(jusqua))).toBe(attendu && ms(attendu));
  });
});

const SCRIPT = `
  function installer() {
    ScriptApp.newTrigger('chaqueJour').timeBased().everyDays(1).atHour(7).nearMinute(30)
      .inTimezone('Europe/Paris').create();
    ScriptApp.newTrigger('lundi').timeBased().onWeekDay(ScriptApp.WeekDay.MONDAY).atHour(7).create();
    return ScriptApp.getProjectTriggers().map((t) => t.getHandlerFunction());
  }
  function retirer() {
    ScriptApp.getProjectTriggers().forEach((t) => ScriptApp.deleteTrigger(t));
  }
  function chaqueJour() {
    if (SpreadsheetApp.getActiveRange() !== null) throw new Error('Une sélection ?');
    SpreadsheetApp.getActiveSpreadsheet().toast('Personne ne me lit.');
    console.log(Session.getEffectiveUser().getEmail());
  }
  function lundi() { SpreadsheetApp.getUi(); }
`;

describe('déclencheurs', () => {
  it('partent à leur heure, une fois, sans interface', () => {
    const { nuage, horloge } = creerNuage();
    const anne = hoteDe(SCRIPT, { nuage });
    expect(anne.appeler('installer')).toEqual(['chaqueJour', 'lundi']);
    expect(anne.lancerDeclencheurs()).toEqual([]);
    horloge.fixer('2026-03-09T07:00:00Z');
    expect(anne.lancerDeclencheurs()).toEqual([
      { fonction: 'chaqueJour', erreur: null },
      { fonction: 'lundi', erreur: 'Cannot call SpreadsheetApp.getUi() from this context.' },
    ]);
    expect(anne.lancerDeclencheurs()).toEqual([]);
    expect(anne.journal).toEqual(['anne@exemple.fr']);
    expect(anne.messages).toEqual([]);
  });

  it('chacun ne voit et n’ôte que les siens', () => {
    const { nuage } = creerNuage();
    const anne = hoteDe(SCRIPT, { nuage });
    const bruno = hoteDe(SCRIPT, { nuage, utilisateur: 'bruno@exemple.fr' });
    anne.appeler('installer');
    bruno.appeler('installer');
    expect(nuage.tousLesDeclencheurs).toHaveLength(4);
    bruno.appeler('retirer');
    expect(anne.declencheurs).toHaveLength(2);
    expect(bruno.declencheurs).toEqual([]);
  });

  it('vingt par personne, pas un de plus', () => {
    const anne = hoteDe(SCRIPT);
    for (let i = 0; i < 10; i += 1) anne.appeler('installer');
    expect(() => anne.appeler('installer')).toThrow('too many triggers');
  });
});
