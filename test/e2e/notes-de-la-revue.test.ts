import { join } from 'node:path';
import { expect, it } from 'vitest';
import { modifierClasseur } from '../../cli/workbooks/xlsx/modifier-classeur';
import { modifier } from '../../src/classeur/changements';
import { plan } from '../../src/classeur/plan';
import { python, vuParOpenpyxl } from '../xlsx/outils';
import { dossierTemporaire, suivi, suiviJson } from '../support/suivi';
import { euros } from '../support/valeurs';

interface Revue {
  devis: { numero: string }[];
}

/** Les notes de « Revue hebdo » (colonnes A, E et S) : leur texte, et le N° de leur ligne. */
function notes(classeur: string): string[] {
  const cellules = vuParOpenpyxl(classeur).cellules['Revue hebdo'] ?? {};
  return Object.entries(cellules)
    .filter(([r]) => /^[AS](?!1$)\d+$/.test(r))
    .map(([r, v]) => `${String(v)} | ${String(cellules[`B${r.slice(1)}`])}`)
    .sort();
}

it('les notes d’une revue reclassée restent à côté de leur devis (S2-4)', async () => {
  const dossier = await dossierTemporaire();
  const depart = join(dossier, 'suivi.xlsx');
  const classeur = join(dossier, 'annote.xlsx');
  expect((await suivi('demo', depart)).code).toBe(0);
  const commun = ['--utilisateur', 'gerant@exemple.fr', '-c'];
  const avant = await suiviJson<Revue>('revue', ...commun, depart);
  expect(avant.code, JSON.stringify(avant.json)).toBe(0);
  const numeros = avant.json.devis.map((d) => d.numero);
  expect(numeros.length).toBeGreaterThan(4);
  python('annoter.py', depart, classeur);
  const attendues = numeros
    .flatMap((n) => [`droite ${n} | ${n}`, `gauche ${n} | ${n}`])
    .sort();
  expect(notes(classeur)).toEqual(attendues);

  // Les montants changent tout l'ordre ; un devis envoyé est signé : il quitte la revue.
  let signe = '';
  await modifierClasseur(classeur, (snapshot) => {
    const envoyes = snapshot.tables.devis.filter((d) => d.statut === 'Envoyé');
    return plan(null, {
      changements: envoyes.flatMap((d, i) => {
        if (i === 1) signe = d.numero ?? '';
        const apres = i === 1 ? { statut: 'Signé' as const } : { montantHt: euros(1000 * (i + 1)) };
        return modifier('devis', d, d.numero ?? '', { ...apres, prochaineRelance: null });
      }),
    });
  });
  for (const option of [[], ['--appliquer'], []]) {
    const r = await suiviJson<Revue>('revue', ...option, ...commun, classeur);
    expect(r.code, JSON.stringify(r.json)).toBe(0);
    const suivants = r.json.devis.map((d) => d.numero);
    expect(suivants).not.toContain(signe);
    expect(suivants).not.toEqual(numeros.filter((n) => n !== signe));
    expect(notes(classeur)).toEqual(attendues);
  }
});
