/**
 * Les images du README, d'un classeur d'exemple au jour de la machine. À refaire quand l'aspect change :
 * `npx esbuild test/support/images.ts --bundle --platform=node --format=esm --packages=external | node --input-type=module -`
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { modifierClasseur } from '../../cli/workbooks/xlsx/modifier-classeur';
import { modifier, type Changement } from '../../src/classeur/changements';
import { plan } from '../../src/classeur/plan';
import { convertir } from './libreoffice';
import { trouver } from './programmes';

const IMAGES = 'docs/images';
const GERANT = 'helene.marsacq@valex.example';
const POINTS_PAR_POUCE = 150;

/** Page du PDF, et ce qu'on en montre : gauche, haut, largeur, hauteur, en centièmes de la page. */
const VUES = [
  { image: 'accueil', page: 1, cadre: [4, 4, 92, 39.5] },
  { image: 'tableau', page: 2, cadre: [3.5, 5, 93, 89.2] },
  { image: 'revue', page: 3, cadre: [3, 5, 95, 43.3] },
] as const;

const dossier = mkdtempSync(join(tmpdir(), 'suivi-images-'));
const classeur = join(dossier, 'suivi.xlsx');

function suivi(...args: string[]): void {
  execFileSync(process.execPath, ['dist/cli/suivi.mjs', ...args, '--utilisateur', GERANT], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}

/** Quelques décisions choisies, comme un lundi matin. */
const CHOIX = [
  { decision: 'Relancer' },
  { decision: 'Signé', formeCommande: 'Bon de commande', commentaire: 'Commande reçue ce matin' },
  { decision: 'Attendre', commentaire: 'Conseil municipal le 12' },
  { decision: 'Refusé', motif: 'Prix' },
] as const;

suivi('init', classeur, '--exemple');
suivi('revue', '-c', classeur);
await modifierClasseur(classeur, ({ tables }) => {
  const changements: Changement[] = [];
  for (const [i, choix] of CHOIX.entries()) {
    const ligne = tables.revueHebdo[i];
    if (ligne) changements.push(...modifier('revueHebdo', ligne, ligne.numero ?? '', choix));
  }
  return plan(null, { changements });
});

const pdf = convertir(classeur, 'pdf', dossier);
mkdirSync(IMAGES, { recursive: true });
for (const { image, page, cadre } of VUES) {
  const [largeur, hauteur] = page === 1 ? [8.27, 11.69] : [11.69, 8.27];
  const pixels = (centiemes: number, pouces: number): string =>
    String(Math.round((centiemes / 100) * pouces * POINTS_PAR_POUCE));
  const [x, y, l, h] = cadre;
  execFileSync(trouver('pdftoppm', 'poppler-utils (pdftoppm)'), [
    ...['-png', '-singlefile', '-r', String(POINTS_PAR_POUCE), '-f', String(page)],
    ...['-x', pixels(x, largeur), '-y', pixels(y, hauteur)],
    ...['-W', pixels(l, largeur), '-H', pixels(h, hauteur)],
    pdf,
    join(IMAGES, image),
  ]);
}
rmSync(dossier, { recursive: true, force: true });
