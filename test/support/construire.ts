import { execFileSync } from 'node:child_process';

/** Avant tous les tests : la commande et le module construits sont ceux du code d'aujourd'hui. */
export function setup(): void {
  for (const construction of ['cli/build.mjs', 'apps-script/build.mjs']) {
    execFileSync(process.execPath, [construction], { stdio: 'inherit' });
  }
}
