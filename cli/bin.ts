#!/usr/bin/env node
import { executer } from './main';

// `suivi devis lister | head` ferme le tuyau avant la fin : ce n'est pas une erreur.
process.stdout.on('error', (erreur: NodeJS.ErrnoException) => {
  if (erreur.code !== 'EPIPE') throw erreur;
});

process.exitCode = await executer(process.argv.slice(2), {
  stdout: process.stdout,
  stderr: process.stderr,
  stdin: process.stdin,
  env: process.env,
  maintenant: new Date(),
});
