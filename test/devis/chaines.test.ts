import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { grouperEnChaines, numerosARegrouper } from '../../src/devis/chaines';
import { snapshotDe } from '../support/classeur-en-memoire';

const devisDe = (numeros: readonly string[]) =>
  snapshotDe({ devis: numeros.map((numero) => ({ numero, version: 1, client: 'Mairie' })) }).tables
    .devis;

describe('les numéros à regrouper', () => {
  it.each([
    ['des numéros qui se suivent', ['D-1', 'D-2', 'D-9', 'D-10', 'D-100'], []],
    ['une deuxième version plus bas', ['D-1', 'D-2', 'D-1'], ['D-1']],
    ['une ligne recopiée', ['D-1', 'D-1'], ['D-1']],
    ['une référence provisoire après un numéro', ['DEV-1', 'PROV-1', 'DEV-2'], ['DEV-2']],
  ])('%s', (_cas, numeros, attendus) => {
    expect([...numerosARegrouper(devisDe(numeros))]).toEqual(attendus);
  });

  it('tout numéro porté par plusieurs lignes y est, dans quelque ordre qu’elles viennent', () => {
    const numero = fc.constantFrom('D-9', 'D-10', 'D-11', 'PROV-1', 'ancien 3', 'É');
    fc.assert(
      fc.property(fc.array(numero, { maxLength: 12 }), (numeros) => {
        const devis = devisDe(numeros);
        const portes = grouperEnChaines(devis).filter((c) => c.versions.length > 1);
        expect([...numerosARegrouper(devis)]).toEqual(
          expect.arrayContaining(portes.map((c) => c.numero)),
        );
      }),
    );
  });
});
