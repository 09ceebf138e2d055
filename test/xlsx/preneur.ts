import { randomUUID } from 'node:crypto';
import { appendFileSync, closeSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { prendreVerrou } from '../../cli/workbooks/xlsx/verrou';

/**
 * Processus d'essai : prend le verrou, vérifie qu'il est seul, puis le laisse au nom d'un mort ;
 * chaque prise est donc une reprise, que plusieurs processus se disputent.
 */
const [verrou = '', mort = '', bilan = '', duree = '0'] = process.argv.slice(2);
const limite = Date.now() + Number(duree);
let prises = 0;
while (Date.now() < limite) {
  const pris = await prendreVerrou(verrou, 0);
  if (!pris) continue;
  prises++;
  try {
    closeSync(openSync(`${verrou}-dedans`, 'wx'));
  } catch {
    appendFileSync(bilan, 'double\n');
  }
  const faux = `${verrou}-${process.pid}`;
  const detenteur = { pid: Number(mort), hote: hostname(), depart: '', jeton: randomUUID() };
  writeFileSync(faux, JSON.stringify(detenteur));
  rmSync(`${verrou}-dedans`, { force: true });
  renameSync(faux, verrou);
}
appendFileSync(bilan, `${prises}\n`);
