// `npm start` : installe si besoin, construit, puis joue une semaine sur un classeur d'exemple.
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';

if (!existsSync('node_modules/.package-lock.json')) {
  console.log('Installation (npm ci)…');
  execFileSync('npm', ['ci'], {
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32',
  });
}
execFileSync('node', ['cli/build.mjs'], { stdio: 'inherit' });

await import('./semaine-demo.mjs');
