import { expect, it } from 'vitest';
import { tuerAuxRequetes } from '../cli/google/relances-gmail';

it.each(['xlsx', 'Google'])(
  'suivi relances --gmail tué à chaque requête, classeur %s : la fois suivante finit, sans doubler',
  async (support) => {
    expect(await tuerAuxRequetes(support, 1)).toBeGreaterThan(12);
  },
);
