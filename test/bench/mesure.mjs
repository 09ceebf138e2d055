// Exécute une mesure d'une suite et rend, en JSON, ce qu'elle a coûté à ce processus.
import { pathToFileURL } from 'node:url';

const [suite, nom, dossier] = process.argv.slice(2);
const { mesures, preparer } = await import(pathToFileURL(suite).href);
const releve = await (nom === 'preparer' ? preparer?.(dossier) : mesures[nom](dossier));
const { user, system } = process.cpuUsage();
const rss = process.resourceUsage().maxRSS / 1024;
process.stdout.write(`\n${JSON.stringify({ cpu: (user + system) / 1000, rss, ...releve })}\n`);
