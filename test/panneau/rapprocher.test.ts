import { describe, expect, it } from 'vitest';
import { estComplet, preparer, rapprocher } from '../../apps-script/panneau/rapprocher';
import { CLIENTS } from './modeles';

const REPERES = preparer(CLIENTS);
const chercher = (frappe: string): readonly string[] => rapprocher(frappe, REPERES, 8).retenues;

describe('complétion : ce qui est proposé', () => {
  it.each([
    ['mairie', ['Mairie de Lunel', 'Mairie de Béziers']],
    ['BEZIERS', ['Mairie de Béziers']],
    ['mai béz', ['Mairie de Béziers']],
    ['œuvre', ['Société Œuvre & Fils']],
    ['oeuvre', ['Société Œuvre & Fils']],
    ['eloi', ['Hôpital Saint-Éloi']],
    ['saint eloi', ['Hôpital Saint-Éloi']],
    ['  lycee   jean ', ['Lycée Jean Moulin']],
    ['opole', ['Métropole de Montpellier']],
    ['zzz', []],
    ['mairie de lunelle', ['Mairie de Lunel']],
    ['Mairie de Lunet', ['Mairie de Lunel']],
    ['lunez', []],
  ])('« %s » propose %j', (frappe, attendu) => {
    expect(chercher(frappe)).toEqual(attendu);
  });

  it('range : la même, le début, un mot, des débuts de mots, dedans', () => {
    const reperes = preparer(['Valunel', 'SIVOM de Lunel', 'Lunel-Viel', 'Lunel']);
    const { retenues } = rapprocher('lunel', reperes, 8);
    expect(retenues).toEqual(['Lunel', 'Lunel-Viel', 'SIVOM de Lunel', 'Valunel']);
  });

  it('rien de tapé : les premières, et combien d’autres', () => {
    expect(rapprocher('', REPERES, 3)).toEqual({
      retenues: CLIENTS.slice(0, 3),
      autres: 4,
      proches: false,
    });
  });

  it('les doublons et les vides ne sont pas proposés', () => {
    expect(rapprocher('', preparer(['A', '', ' ', 'A', 'B']), 8).retenues).toEqual(['A', 'B']);
  });

  it('vingt mille noms : huit sont montrés, les autres comptés', () => {
    const noms = Array.from({ length: 20_000 }, (_, i) => `Société ${i}`);
    const { retenues, autres } = rapprocher('societe', preparer(noms), 8);
    expect(retenues).toEqual(noms.slice(0, 8));
    expect(autres).toBe(19_992);
  });

  it('ce qui ne fait que ressembler est dit tel, et jamais mêlé à ce qui répond', () => {
    expect(rapprocher('mairie de lunelle', REPERES, 8).proches).toBe(true);
    expect(rapprocher('mairie', REPERES, 8).proches).toBe(false);
    expect(rapprocher('zzz', REPERES, 8).proches).toBe(false);
  });

  it('une valeur tapée en entier n’a plus rien à proposer', () => {
    expect(estComplet('Mairie de Lunel', chercher('Mairie de Lunel'))).toBe(true);
    expect(estComplet('mairie de lunel', chercher('mairie de lunel'))).toBe(false);
  });
});
