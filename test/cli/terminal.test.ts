import fc from 'fast-check';
import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { Sortie } from '../../cli/sortie';
import { formatTableau } from '../../cli/tableau-texte';

const COLONNES = [{ titre: 'N°' }, { titre: 'Client', souple: 8 }, { titre: 'HT', aDroite: true }];

function terminal(options: { isTTY?: boolean; NO_COLOR?: string; TERM?: string; json?: boolean }) {
  let stdout = '';
  let stderr = '';
  const { isTTY = false, json = false, ...env } = options;
  const sortie = new Sortie(
    {
      stdout: { write: (t: string) => (stdout += t), isTTY, columns: 40 },
      stderr: { write: (t: string) => (stderr += t), isTTY },
      env,
    },
    json,
  );
  return { sortie, lu: () => ({ stdout, stderr }) };
}

describe('tableaux du terminal', () => {
  it('aligne, nombres à droite', () => {
    expect(
      formatTableau(
        COLONNES,
        [
          ['D1', 'Mairie', '1 200,00 €'],
          ['D2', 'Lycée', '5,00 €'],
        ],
        80,
      ),
    ).toEqual(['N°  Client          HT', 'D1  Mairie  1 200,00 €', 'D2  Lycée       5,00 €']);
  });

  it('raccourcit les colonnes souples, puis laisse les dernières', () => {
    const lignes = [['DEV-2026-0001', 'Communauté de communes', '94 750,00 €']];
    expect(formatTableau(COLONNES, lignes, 40)[1]).toBe('DEV-2026-0001  Communauté…   94 750,00 €');
    expect(formatTableau(COLONNES, lignes, 30)[1]).toBe('DEV-2026-0001  Communa…');
  });

  it('n’est jamais plus large que la fenêtre, quels que soient les textes', () => {
    const texte = fc.string({ unit: 'grapheme', maxLength: 40 });
    fc.assert(
      fc.property(
        fc.array(fc.tuple(texte, texte, texte), { maxLength: 5 }),
        fc.integer({ min: 45, max: 120 }),
        (lignes, fenetre) => {
          for (const l of formatTableau(COLONNES, lignes, fenetre)) {
            expect(stringWidth(l)).toBeLessThanOrEqual(fenetre);
          }
        },
      ),
    );
  });
});

describe('sortie', () => {
  it.each([
    [{ isTTY: true }, true],
    [{ isTTY: false }, false],
    [{ isTTY: true, NO_COLOR: '1' }, false],
    [{ isTTY: true, TERM: 'dumb' }, false],
  ])('%j : couleurs %s', (options, colore) => {
    const { sortie, lu } = terminal(options);
    sortie.succes('fait');
    expect(lu().stdout.includes('\u001B[')).toBe(colore);
  });

  it('en JSON, rien d’autre que le JSON', () => {
    const { sortie, lu } = terminal({ json: true });
    sortie.titre('titre');
    sortie.tableau(COLONNES, [['a', 'b', 'c']]);
    sortie.rendre({ a: 1 }, () => sortie.ligne('texte'));
    sortie.message('dit à part');
    expect(JSON.parse(lu().stdout)).toEqual({ a: 1 });
    expect(lu().stderr).toBe('dit à part\n');
  });

  it('la progression s’efface, et ne va qu’à un terminal', () => {
    const absent = terminal({});
    absent.sortie.progression('Lecture…');
    expect(absent.lu().stderr).toBe('');
    const present = terminal({ isTTY: true });
    present.sortie.progression('Lecture…');
    present.sortie.message('fini');
    expect(present.lu().stderr.endsWith('\u001B[Kfini\n')).toBe(true);
  });
});
