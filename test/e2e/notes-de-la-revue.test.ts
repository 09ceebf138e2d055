import { join } from 'node:path';
import { expect, it } from 'vitest';
import { modifierClasseur } from '../../cli/workbooks/xlsx/modifier-classeur';
import { ajouter, modifier } from '../../src/classeur/changements';
import type { Centimes } from '../../src/commun/montant';
import { plan } from '../../src/classeur/plan';
import { classeurNeuf, python, vuParOpenpyxl } from '../xlsx/outils';
import { unClient, uneAffaire, unDevis } from '../support/monde';
import { dossierTemporaire, suiviJson } from '../support/suivi';
import { euros, jour } from '../support/valeurs';

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
  await classeurNeuf(depart, {
    devis: [1, 2, 3, 4, 5].map((n) =>
      unDevis('Envoyé', { numero: `DEV-2026-000${n}`, montantHt: euros(1000 * n) }),
    ),
    affaires: [uneAffaire()],
    clients: [unClient()],
  });
  const commun = ['--le', '2026-03-16', '--utilisateur', 'gerant@exemple.fr', '-c'];
  const avant = await suiviJson<Revue>('revue', ...commun, depart);
  expect(avant.code, JSON.stringify(avant.json)).toBe(0);
  const numeros = avant.json.devis.map((d) => d.numero);
  expect(numeros.length).toBeGreaterThan(4);
  python('annoter.py', depart, classeur);
  const attendues = numeros.flatMap((n) => [`droite ${n} | ${n}`, `gauche ${n} | ${n}`]).sort();
  expect(notes(classeur)).toEqual(attendues);

  // Les montants renversent l'ordre ; un devis est signé (il quitte la revue), un autre arrive.
  const signe = numeros[1] ?? '';
  const arrive = 'DEV-2026-0009';
  await modifierClasseur(classeur, (snapshot) =>
    plan(null, {
      changements: [
        ajouter('devis', unDevis('Envoyé', { numero: arrive, montantHt: euros(900_000) })),
        ...snapshot.tables.devis.flatMap((d) =>
          modifier(
            'devis',
            d,
            d.numero ?? '',
            d.numero === signe
              ? { statut: 'Signé', decideLe: jour('2026-03-10') }
              : { montantHt: (euros(100_000) - (d.montantHt ?? euros(0))) as Centimes },
          ),
        ),
      ],
    }),
  );
  const ordre = [arrive, ...numeros.filter((n) => n !== signe).sort()];
  for (const option of [[], ['--appliquer'], []]) {
    const r = await suiviJson<Revue>('revue', ...option, ...commun, classeur);
    expect(r.code, JSON.stringify(r.json)).toBe(0);
    expect(r.json.devis.map((d) => d.numero)).toEqual(ordre);
    expect(notes(classeur)).toEqual(attendues);
  }
});
