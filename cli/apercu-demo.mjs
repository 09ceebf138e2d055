// La fin de la démonstration : le classeur et le module Google dans le navigateur, sans compte.
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { CLASSEUR, GERANT, LUNDI } from './classeur-demo.mjs';

const executable = fileURLToPath(new URL('../dist/cli/suivi.mjs', import.meta.url));
const commande = ['apercu', CLASSEUR, '--le', LUNDI, '--utilisateur', GERANT];

if (process.stdout.isTTY) {
  // Ctrl+C arrête l'aperçu, qui rend la main de lui-même.
  process.on('SIGINT', () => undefined);
  const apercu = spawn('node', [executable, ...commande, '--ouvrir'], { stdio: 'inherit' });
  apercu.on('close', (code) => process.exit(code ?? 0));
} else {
  console.log(`Le même classeur dans le navigateur, avec le menu et les panneaux de Google Sheets :
$ npx suivi ${commande.join(' ')}
`);
}
