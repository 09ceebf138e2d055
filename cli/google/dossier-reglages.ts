import { homedir } from 'node:os';
import { isAbsolute, join } from 'node:path';

/** Le dossier personnel où la commande garde son autorisation (XDG ; `%APPDATA%` sous Windows). */
export function dossierReglages(env: Readonly<Record<string, string | undefined>>): string {
  const xdg = env['XDG_CONFIG_HOME'];
  if (xdg && isAbsolute(xdg)) return join(xdg, 'suivi');
  const appdata = process.platform === 'win32' ? env['APPDATA'] : undefined;
  return appdata ? join(appdata, 'suivi') : join(env['HOME'] ?? homedir(), '.config', 'suivi');
}
