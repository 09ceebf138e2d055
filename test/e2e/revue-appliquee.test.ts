import { join } from 'node:path';
import { expect, it } from 'vitest';
import { lireClasseur } from '../../cli/workbooks/xlsx/lire-classeur';
import { designer } from '../../src/devis/designation';
import { dossierTemporaire, suivi, suiviJson } from '../support/suivi';
import { python } from '../xlsx/outils';

const LE = ['--le', '2026-03-02', '--utilisateur', 'helene.marsacq@valex.example'];

interface Revue {
  devis: { numero: string; decision: string | null }[];
  appliquees: number;
  refusees: number;
}

/** Le lundi : les décisions se tapent dans l'onglet, puis s'appliquent d'un coup (S2-4). */
it('cinq décisions tapées dans le classeur : quatre appliquées, une refusée avec sa raison', async () => {
  const classeur = join(await dossierTemporaire(), 'suivi.xlsx');
  const c = ['-c', classeur, ...LE];
  await suivi('init', classeur, '--exemple', ...LE);
  const preparee = await suiviJson<Revue>('revue', ...c);
  const { tables } = lireClasseur(classeur);
  const envoyes = new Set(tables.devis.filter((d) => d.statut === 'Envoyé').map(designer));
  const lignes = preparee.json.devis
    .map(({ numero }, i) => ({ numero, ligne: i + 2 }))
    .filter(({ numero }) => envoyes.has(numero))
    .slice(0, 5);
  const [signe, refuse, sansMotif, relance, attente] = lignes;
  const taper = (l: (typeof lignes)[number] | undefined, entete: string, valeur: string) =>
    ['taper', 'Revue hebdo', entete, l?.ligne, valeur] as const;
  const gestes = [
    taper(signe, 'Décision', 'Signé'),
    taper(signe, 'Forme de la commande', 'Bon de commande'),
    taper(refuse, 'Décision', 'refusé'),
    taper(refuse, 'Motif', 'Prix'),
    taper(sansMotif, 'Décision', 'Sans suite'),
    taper(sansMotif, 'Commentaire', 'à revoir avec Paul'),
    taper(relance, 'Décision', 'Relancer'),
    taper(attente, 'Décision', 'Attendre'),
    taper(attente, 'Date', '16/03/2026'),
  ];
  python('../errors/abimer.py', classeur, JSON.stringify(gestes));

  const appliquee = await suiviJson<Revue>('revue', '--appliquer', ...c);
  expect(appliquee.code).toBe(1);
  expect(appliquee.json).toMatchObject({ appliquees: 4, refusees: 1 });

  const apres = lireClasseur(classeur).tables;
  const devis = new Map(apres.devis.map((d) => [designer(d), d]));
  expect(devis.get(signe?.numero ?? '')).toMatchObject({ statut: 'Signé', decideLe: '2026-03-02' });
  expect(devis.get(refuse?.numero ?? '')).toMatchObject({ statut: 'Refusé', motif: 'Prix' });
  expect(devis.get(sansMotif?.numero ?? '')?.statut).toBe('Envoyé');
  expect(devis.get(attente?.numero ?? '')?.pasDeRelanceAvant).toBe('2026-03-16');
  const restee = apres.revueHebdo.find((l) => l.numero === sansMotif?.numero);
  expect(restee).toMatchObject({ decision: 'Sans suite', commentaire: 'à revoir avec Paul' });
  expect(restee?.resultat).toMatch(/motif/i);
  const comptesRendus = apres.actions.filter((a) => a.type === 'Revue');
  const compteRendu = comptesRendus[comptesRendus.length - 1];
  for (const l of [signe, refuse, relance, attente]) {
    expect(compteRendu?.compteRendu).toContain(l?.numero);
  }

  const encore = await suiviJson<Revue>('revue', '--appliquer', ...c);
  expect(encore.json).toMatchObject({ appliquees: 0, refusees: 1 });
});
