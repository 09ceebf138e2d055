import { execFileSync } from 'node:child_process';

/** Avant tous les tests : la commande construite est celle du code d'aujourd'hui. */
export function setup(): void {
  execFileSync(process.execPath, ['cli/build.mjs'], { stdio: 'inherit' });
}
