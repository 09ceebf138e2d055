import { expect, it } from 'vitest';
import { join } from 'node:path';
import { creerClasseur } from '../../cli/workbooks/xlsx/creer-classeur';
import { lireClasseur } from '../../cli/workbooks/xlsx/lire-classeur';
import { montrerValeur } from '../../src/classeur/montrer-valeur';
import type { Colonne } from '../../src/classeur/colonne';
import { CLES_TABLES, TABLES } from '../../src/classeur/tables';
import { CONTENU } from '../errors/atelier';
import { dossierTemporaire, suivi } from '../support/suivi';

/** Onglets que le modèle remplit d'avance : ils n'apprennent rien ici. */
const PREREMPLIS = new Set(['modeles', 'parametres']);

/** Tout le classeur en texte, un enregistrement par paragraphe : ce qu'une personne y lirait. */
function raconter(chemin: string): string {
  const { tables } = lireClasseur(chemin);
  return CLES_TABLES.filter((cle) => !PREREMPLIS.has(cle))
    .map((cle) => {
      const colonnes = Object.entries(TABLES[cle].colonnes as Record<string, Colonne>);
      const lignes = tables[cle].map((l) => {
        const champs = l as unknown as Record<string, unknown>;
        const dits = colonnes
          .filter(([c]) => champs[c] !== null)
          .map(([c, colonne]) => `  ${colonne.entete} : ${montrerValeur(colonne, champs[c])}`);
        return [`ligne ${l.ligne}`, ...dits].join('\n');
      });
      return [`== ${TABLES[cle].onglet} ==`, ...lignes].join('\n');
    })
    .join('\n\n');
}

it('un mois de travail, et le classeur entier qui en résulte', async () => {
  const classeur = join(await dossierTemporaire(), 'suivi.xlsx');
  await creerClasseur(classeur, CONTENU);
  const le = async (jour: string, qui: string, ...argv: string[]) => {
    const r = await suivi(
      ...argv,
      '-c',
      classeur,
      '--le',
      jour,
      '--utilisateur',
      `${qui}@exemple.fr`,
    );
    expect(r.code, `${argv.join(' ')}\n${r.stdout}${r.stderr}`).toBe(0);
  };
  const go = ['--decision', 'go-sous-conditions', '--delai', 'oui', '--competence', 'non'];
  await le(
    '2026-03-02',
    'gerant',
    'affaire',
    'gonogo',
    'AFF-2026-0002',
    ...go,
    '--conditions',
    'Sous-traiter le forage',
  );
  await le('2026-03-02', 'gerant', 'devis', 'valider', 'PROV-2');
  await le('2026-03-03', 'paul', 'devis', 'envoyer', 'DEV-2026-0002', '--a', 'sol@lunel.example');
  await le('2026-03-10', 'paul', 'relances', '-o', `${classeur}.brouillons`);
  await le('2026-03-12', 'paul', 'devis', 'reviser', 'DEV-2026-0001', '--montant', '11 900');
  await le('2026-03-12', 'paul', 'devis', 'soumettre', 'DEV-2026-0001');
  await le('2026-03-13', 'gerant', 'devis', 'valider', 'DEV-2026-0001-V2');
  await le(
    '2026-03-13',
    'paul',
    'devis',
    'envoyer',
    'DEV-2026-0001',
    '--a',
    'mairie@lunel.example',
  );
  await le('2026-03-20', 'paul', 'devis', 'signer', 'DEV-2026-0001', '--forme', 'bon de commande');
  await le(
    '2026-03-24',
    'paul',
    'devis',
    'refuser',
    'DEV-2026-0002',
    '--motif',
    'prix',
    '--concurrent',
    'Sondages du Midi',
    '--recontacter',
    '2026-09-01',
  );
  await le('2026-03-30', 'paul', 'revue');
  await le('2026-04-01', 'gerant', 'tableau', '--mois', '2026-03', '--cloturer');
  await le('2026-04-01', 'gerant', 'tableau', '--mois', '2026-03');
  await le('2026-04-01', 'gerant', 'controler');
  await expect(raconter(classeur)).toMatchFileSnapshot('../golden/classeur-de-reference.txt');
});
