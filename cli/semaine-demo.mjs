// La démonstration : une semaine jouée dans `demo/`, commande après commande.
import { execFileSync, spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { CLASSEUR, DOSSIER, GERANT, LUNDI } from './classeur-demo.mjs';

const BROUILLONS = join(DOSSIER, 'brouillons');

const executable = fileURLToPath(new URL('../dist/cli/suivi.mjs', import.meta.url));

const gras = (texte) =>
  process.stdout.isTTY && !process.env.NO_COLOR ? `\u001B[1m${texte}\u001B[0m` : texte;

/** Joue une commande comme on la taperait, et montre ce qu'elle dit. */
function suivi(titre, args) {
  console.log(
    `\n${gras(titre)}\n$ npx suivi ${args.map((a) => (/\s/.test(a) ? `"${a}"` : a)).join(' ')}`,
  );
  const { status } = spawnSync('node', [executable, ...args], { stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 3);
}

function lire(args) {
  return JSON.parse(execFileSync('node', [executable, ...args, '--json'], { encoding: 'utf8' }));
}

const commun = ['-c', CLASSEUR, '--le', LUNDI, '--utilisateur', GERANT];

rmSync(DOSSIER, { recursive: true, force: true });
suivi('1. Un classeur, avec 18 mois d’une entreprise d’exemple', [
  'init',
  CLASSEUR,
  '--exemple',
  '--le',
  LUNDI,
]);
suivi('2. La revue du lundi', ['revue', ...commun]);

const aValider = lire(['devis', 'lister', '--statut', 'En validation', ...commun]);
const premier = aValider.find((d) => d.responsable !== GERANT);
if (premier)
  suivi('3. Un devis validé : son numéro est attribué', [
    'devis',
    'valider',
    premier.numero,
    ...commun,
  ]);

suivi('4. Les relances du jour, en brouillons', ['relances', '-o', BROUILLONS, ...commun]);
suivi('5. Les chiffres de février', ['tableau', '--mois', '2026-02', ...commun]);
suivi('6. Le contrôle', ['controler', ...commun]);

console.log(`
Le classeur : ${CLASSEUR}
Les brouillons : ${BROUILLONS} (ils s’ouvrent dans Outlook, prêts à relire et à envoyer)
`);
