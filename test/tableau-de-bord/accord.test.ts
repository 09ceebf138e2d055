import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { lignesExemple } from '../../sheets-templates/exemple/generer-exemple';
import { VENDEURS } from '../../sheets-templates/exemple/personnes';
import { jour, mois } from '../support/valeurs';
import { recalculer } from '../support/recalculer';
import { calculDe, classeurDe, desaccords, type Essai } from './accord';

const dossier = mkdtempSync(join(tmpdir(), 'accord-'));
afterAll(() => rmSync(dossier, { recursive: true, force: true }));

const aujourdHui = jour('2026-11-26');
const exemple: Essai = {
  nom: 'exemple',
  contenu: lignesExemple(aujourdHui),
  aujourdHui,
  cas: ['2026-11', '2026-10', '2026-03', '2026-01', '2025-08'].flatMap((m) =>
    [null, ...VENDEURS].map((responsable) => ({ mois: mois(m), responsable })),
  ),
};

/** Sans la plupart des lignes mensuelles de l'entreprise : celle de l'année se répartit sur les autres mois. */
const reparti: Essai = {
  ...exemple,
  nom: 'objectifs répartis',
  contenu: {
    ...exemple.contenu,
    objectifs: (exemple.contenu.objectifs ?? []).filter(
      (o) =>
        o.responsable !== null ||
        o.vautPour === 'Année' ||
        ['02', '07'].includes(o.mois?.slice(5) ?? ''),
    ),
  },
  cas: ['2026-11', '2026-06', '2025-12'].flatMap((m) =>
    [null, VENDEURS[VENDEURS.length - 1] ?? null].map((responsable) => ({
      mois: mois(m),
      responsable,
    })),
  ),
};

it.each([exemple, reparti])(
  'le tableau vivant dit ce que dit la commande : $nom',
  async (essai) => {
    const chemin = join(dossier, 'essai.xlsx');
    writeFileSync(chemin, await classeurDe(essai.contenu, aujourdHui));
    const [recalcul] = recalculer(dossier, [{ chemin, calculs: essai.cas.map(calculDe) }]);
    expect(recalcul && desaccords(essai, recalcul)).toEqual([]);
  },
  120_000,
);
