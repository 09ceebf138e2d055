import { join } from 'node:path';
import { expect, it } from 'vitest';
import { dossierTemporaire, suivi, suiviJson } from '../support/suivi';

it('suivi tableau montre trois alertes de chaque nature, et compte les autres', async () => {
  const classeur = join(await dossierTemporaire(), 'suivi.xlsx');
  const la = ['-c', classeur, '--le', '2026-03-02'];
  await suivi('init', classeur, '--exemple', '--le', '2026-03-02');
  const { json } = await suiviJson<{ alertes: { code: string; message: string }[] }>(
    'tableau',
    ...la,
  );
  const parCode = new Map<string, number>();
  for (const { code } of json.alertes) parCode.set(code, (parCode.get(code) ?? 0) + 1);
  const restes = [...parCode.values()].map((n) => n - 3).filter((n) => n > 0);
  expect(restes.length).toBeGreaterThan(0);
  const { stdout } = await suivi('tableau', ...la);
  const dits = Array.from(stdout.matchAll(/… et (\d+) autres? \(toutes\s: «\s--json\s»\)/g), (m) =>
    Number(m[1]),
  );
  expect(dits).toEqual(restes);
  const montrees = json.alertes.filter((a) => stdout.includes(a.message));
  expect(montrees).toHaveLength([...parCode.values()].reduce((s, n) => s + Math.min(n, 3), 0));
});
