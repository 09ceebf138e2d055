#!/usr/bin/env node
import { executer } from './main';

// `suivi devis lister | head` ferme le tuyau avant la fin : ce n'est pas une erreur.
process.stdout.on('error', (erreur: NodeJS.ErrnoException) => {
  if (erreur.code !== 'EPIPE') throw erreur;
});

process.exitCode = await executer(process.argv.slice(2), {
  stdout: process.stdout,
  // Ouvrir un flux coûte : ceux-ci ne le sont que si la commande s'en sert.
  get stderr() {
    return process.stderr;
  },
  get stdin() {
    return process.stdin;
  },
  env: process.env,
  maintenant: new Date(),
});
