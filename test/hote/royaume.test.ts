import { describe, expect, it } from 'vitest';
import { creerNuage, echec, evaluer, hoteDe } from './aides';

describe('le contexte du script est nu', () => {
  it.each([
    ...['process', 'require', 'Buffer', 'setTimeout', 'fetch', 'URL', 'TextEncoder', 'crypto'],
    ...['structuredClone', 'atob', 'performance', 'window', 'document'],
  ])('%s n’existe pas', (nom) => {
    expect(evaluer(`typeof ${nom}`)).toBe('undefined');
  });

  it('ce que les services rendent appartient au script, erreurs comprises', () => {
    expect(
      evaluer(`[
        SpreadsheetApp.getActiveSpreadsheet().getSheets() instanceof Array,
        Sheets.Spreadsheets.get('classeur', { fields: 'sheets' }) instanceof Object,
        (() => { try { Sheets.Spreadsheets.get('x') } catch (e) { return e instanceof Error } })(),
        (() => { try { Utilities.rien() } catch (e) { return e instanceof Error } })(),
      ]`),
    ).toEqual([true, true, true, true]);
  });

  it('rien ne reste d’une exécution à l’autre', () => {
    const hote = hoteDe('let n = 0; function compter() { n += 1; return n; }');
    expect([hote.appeler('compter'), hote.appeler('compter')]).toEqual([1, 1]);
  });

  it('l’heure est celle du nuage, et dormir la fait avancer', () => {
    const { nuage, horloge } = creerNuage();
    const dire = `(() => {
      const avant = new Date();
      Utilities.sleep(1500);
      return [avant.toISOString(), Date.now() - avant.getTime(), avant instanceof Date,
        new Date(0).getTime(), new Date(2026, 0, 5).getDate(), Date.UTC(1970, 0, 2)];
    })()`;
    expect(evaluer(dire, { nuage })).toEqual([
      ...['2026-03-02T08:00:00.000Z', 1500, true],
      ...[0, 5, 86_400_000],
    ]);
    expect(horloge.maintenant()).toBe(Date.UTC(2026, 2, 2, 8, 0, 1, 500));
  });

  it('console écrit dans le journal', () => {
    const hote = hoteDe('function dire() { console.log("a", 1); console.error("b"); }');
    hote.appeler('dire');
    expect(hote.journal).toEqual(['a 1', '!! b']);
  });

  it('un service appelé pendant l’évaluation casse le script', () => {
    const hote = hoteDe('const f = Session.getScriptTimeZone(); function onOpen() {}');
    expect(echec(() => hote.executer('onOpen'))).toContain('pendant l’évaluation');
  });
});

describe('google.script.run', () => {
  const hote = hoteDe(`
    function rendre(x) { return x; }
    function genre(x) { return Object.prototype.toString.call(x) + (x instanceof Object); }
    function prive_() { return 1; }
    function date() { return { le: new Date(0) }; }
    function trou() { return { a: undefined }; }
    function liste() { return [() => 1]; }
    function rien() {}
    function infini() { return 1 / 0; }
    function classe() { return new (class A { b = 1 })(); }
    function tombe() { throw new TypeError('Motif.'); }
    function jette() { throw 'texte'; }
    var pasUneFonction = 1;
  `);

  it.each([[null], [0], ['é'], [true], [[1, { a: ['b'] }]], [{ x: null }]])(
    '%j passe, aller et retour',
    (valeur) => {
      expect(hote.appeler('rendre', valeur)).toEqual(valeur);
    },
  );

  it('les arguments arrivent dans le monde du script', () => {
    expect(hote.appeler('genre', { a: 1 })).toBe('[object Object]true');
  });

  it.each([[new Date(0)], [{ a: new Date(0) }], [{ a: undefined }], [[() => 1]], [Number.NaN]])(
    'l’argument %o est refusé',
    (valeur) => {
      expect(echec(() => hote.appeler('rendre', valeur))).toContain('n’est pas du JSON');
    },
  );

  it.each([
    ['date', 'date.le n’est pas du JSON.'],
    ['trou', 'trou.a n’est pas du JSON.'],
    ['liste', 'liste[0] n’est pas du JSON.'],
    ['infini', 'infini n’est pas du JSON.'],
    ['classe', 'classe n’est pas du JSON.'],
    ['prive_', 'prive_ est privée.'],
    ['absente', 'Script function not found: absente'],
    ['pasUneFonction', 'Script function not found: pasUneFonction'],
    ['toString', 'Script function not found: toString'],
    ['tombe', 'Motif.'],
    ['jette', 'texte'],
  ])('%s : %s', (nom, message) => {
    expect(echec(() => hote.appeler(nom))).toBe(message);
  });

  it('sans retour, la page reçoit null', () => {
    expect(hote.appeler('rien')).toBeNull();
  });

  it('un clic de menu peut rendre n’importe quoi', () => {
    expect(() => hote.executer('date')).not.toThrow();
  });
});
