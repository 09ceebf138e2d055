// `npm start` : installe si besoin, construit, joue une semaine sur un classeur d'exemple, puis le montre.
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';

if (!existsSync('node_modules/.package-lock.json')) {
  console.log('Installation (npm ci)…');
  execFileSync('npm', ['ci'], {
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32',
  });
}
for (const construction of ['cli/build.mjs', 'apps-script/build.mjs']) {
  execFileSync('node', [construction], { stdio: 'inherit' });
}

await import('./semaine-demo.mjs');
await import('./apercu-demo.mjs');
