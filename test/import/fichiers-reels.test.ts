import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { lireSource } from '../../cli/fichiers/lire-source';
import { noterFeuille } from '../../src/import/noter-feuille';
import { planImport } from '../../src/import/plan';
import { trouverTable } from '../../src/import/preparer';
import { PROFILS_PRETS } from '../../src/import/profils-prets';
import type { Remarque } from '../../src/import/resultat';
import { messageDe } from '../../src/messages/probleme';
import { ClasseurEnMemoire } from '../support/classeur-en-memoire';
import { DONNEES, SANS_DONNEES } from '../support/donnees';
import { contexte } from '../support/valeurs';
import { CAS_REELS, type CasReel } from './cas-reels';
import { pageImport, type LigneDePage } from './page-import';

/** Chaque fichier réel : ce qui y est détecté, lu, rejeté et pourquoi. Aucune de ses valeurs n'est copiée. */

const parCode = (remarques: readonly { code: string }[]): Record<string, number> => {
  const comptes: Record<string, number> = {};
  for (const { code } of remarques) comptes[code] = (comptes[code] ?? 0) + 1;
  return comptes;
};

const lignesPar = (remarques: readonly Remarque[]): Record<string, number[]> => {
  const lignes: Record<string, number[]> = {};
  for (const { code, ligne } of remarques) (lignes[code] ??= []).push(ligne);
  return Object.fromEntries(Object.entries(lignes).map(([c, l]) => [c, l.slice(0, 5)]));
};

async function importer(cas: CasReel) {
  const { fichier, table } = cas;
  const profil = cas.profil ?? null;
  const { source, problemes } = await lireSource(join(DONNEES, fichier), {
    noter: noterFeuille(table, profil),
  });
  if (!source) return { fichier, table, source: null, refus: problemes.map((p) => p.code) };
  const { format, encodage, separateur, feuille, constats = [] } = source.description;
  const decoupe = trouverTable(table, source, profil);
  const p = planImport(
    new ClasseurEnMemoire().snapshot(),
    table,
    source,
    profil,
    contexte('2026-03-02'),
  );
  const r = p.resultat;
  return {
    fichier,
    table,
    source: {
      format,
      encodage,
      separateur,
      feuille,
      lignes: [...source.lignes].length,
      constats: constats.map((c) => c.code),
      entete: p.problemes.length > 0 ? null : (decoupe?.ligneEntete.ligne ?? null),
    },
    refus: p.problemes.map((x) => x.code),
    raison: p.problemes.map(messageDe)[0]?.split(/ Le fichier montre| Ses colonnes/)[0] ?? null,
    comptes: {
      lues: r.lues,
      creees: r.creees,
      inchangees: r.inchangees,
      rejetees: r.rejetees,
      documents: r.documents,
      clientsCrees: r.clientsCrees,
    },
    colonnes: {
      lues: p.problemes.length > 0 ? [] : Object.values(r.colonnes.reconnues),
      ignorees: r.colonnes.ignorees.length,
    },
    ignorees: parCode(r.ignorees.map(({ raison }) => ({ code: raison }))),
    avertissements: r.avertissements.map((a) => a.code),
    rejets: { combien: parCode(r.rejets), lignes: lignesPar(r.rejets) },
    anomalies: { combien: parCode(r.anomalies), lignes: lignesPar(r.anomalies) },
    doublons: r.doublons.length,
  };
}

describe.skipIf(SANS_DONNEES)('fichiers réels', () => {
  const page: LigneDePage[] = [];

  it('tous y sont', () => {
    const presents = readdirSync(DONNEES).flatMap((d) =>
      readdirSync(join(DONNEES, d)).map((f) => `${d}/${f}`),
    );
    expect([...new Set(CAS_REELS.map((c) => c.fichier))].sort()).toEqual(presents.sort());
  });

  it.each(CAS_REELS)('$fichier vers $table', async (cas) => {
    const vu = await importer(cas);
    page.push({ ...vu, avecProfil: cas.profil !== undefined });
    const nom = `${cas.fichier.replace(/[/.]/g, '_')}.${cas.table}.json`;
    await expect(`${JSON.stringify(vu, null, 2)}\n`).toMatchFileSnapshot(
      resolve('test/golden/import', nom),
    );
  });

  it('la page les réunit', async () => {
    expect(page).toHaveLength(CAS_REELS.length);
    await expect(pageImport(page, PROFILS_PRETS)).toMatchFileSnapshot(resolve('docs/import.md'));
  });
});
