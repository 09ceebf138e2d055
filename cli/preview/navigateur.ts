import { spawn } from 'node:child_process';

const COMMANDES: Partial<Record<NodeJS.Platform, readonly string[]>> = {
  darwin: ['open'],
  win32: ['cmd', '/c', 'start', ''],
};

/** Ouvre le navigateur de la machine, s'il y en a un ; l'adresse est affichée de toute façon. */
export function ouvrirNavigateur(adresse: string): void {
  const [programme = 'xdg-open', ...args] = COMMANDES[process.platform] ?? ['xdg-open'];
  const enfant = spawn(programme, [...args, adresse], { stdio: 'ignore', detached: true });
  enfant.on('error', () => undefined);
  enfant.unref();
}
