import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { lignesExemple } from '../../sheets-templates/exemple/generer-exemple';
import { VENDEURS } from '../../sheets-templates/exemple/personnes';
import { ajouterMois, moisDe } from '../../src/commun/date-civile';
import { verifier, type Essai } from '../tableau-de-bord/accord';
import { firmes } from '../tableau-de-bord/firmes';
import { jour } from '../support/valeurs';

const dossier = mkdtempSync(join(tmpdir(), 'accord-'));
afterAll(() => rmSync(dossier, { recursive: true, force: true }));

const aujourdHui = jour('2026-11-26');
const exemple: Essai = {
  nom: 'exemple',
  contenu: lignesExemple(aujourdHui),
  aujourdHui,
  cas: Array.from({ length: 18 }, (_, i) => ajouterMois(moisDe(aujourdHui), -i)).flatMap((mois) =>
    [null, ...VENDEURS].map((responsable) => ({ mois, responsable })),
  ),
};

it.each([exemple, ...firmes(20, 18)].map((essai) => [essai.nom, essai] as const))(
  '%s : dix-huit mois, chacun et tous',
  async (_, essai) => {
    expect(await verifier(dossier, [essai])).toEqual([]);
  },
);
