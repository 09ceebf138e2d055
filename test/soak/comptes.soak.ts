import { expect, it } from 'vitest';
import { compter } from '../apps-script/compter-appels';

it('autant d’aller-retour avec Google à 20 000 devis qu’à 100', () => {
  expect(compter(20_000)).toEqual(compter(100));
});
