import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as attendre } from 'node:timers/promises';
import { lireClasseur } from '../../cli/workbooks/xlsx/lire-classeur';
import { classeurNeuf, dossierNeuf } from './outils';
import { batir, fin, lancer } from './processus';

const DEVIS = 400;

export interface BilanImports {
  /** Arrêts qui ont laissé le classeur sans une ligne de l'import. */
  readonly avant: number;
  /** Arrêts tombés quand tout était écrit. */
  readonly apres: number;
  readonly fautes: readonly string[];
}

/**
 * Tue `fois` un import local à un instant quelconque, de son démarrage à sa fin, puis le recommence :
 * le classeur doit contenir chaque ligne attendue, une fois chacune, et rien d'autre.
 */
export async function tuerImports(fois: number, tirer: () => number): Promise<BilanImports> {
  const programme = await batir('importeur');
  const dossier = dossierNeuf();
  const source = join(dossier, 'devis.csv');
  const attendus = Array.from({ length: DEVIS }, (_, i) => `DEV-2026-${i}`);
  const lignes = attendus.map((n, i) => `${n};Client ${i % 9};Objet ${i};${100 + i},50;Envoyé`);
  writeFileSync(source, ['N°;Client;Objet;Montant HT;Statut', ...lignes, ''].join('\r\n'));
  const fautes: string[] = [];
  const compte = { avant: 0, apres: 0 };
  const duree = await dureeDUnImport(
    programme,
    source,
    await classeurNeuf(join(dossier, '0.xlsx')),
  );
  for (let tue = 1; tue <= fois; tue++) {
    const chemin = await classeurNeuf(join(dossier, `${tue}.xlsx`));
    const p = lancer(programme, chemin, source);
    const sortie = fin(p);
    await once(p, 'message');
    await attendre(tirer() * duree);
    p.kill('SIGKILL');
    await sortie;
    const restes = lireClasseur(chemin).tables.devis.length;
    if (restes === 0) compte.avant++;
    else if (restes === DEVIS) compte.apres++;
    else fautes.push(`arrêt ${tue} : ${restes} devis sur ${DEVIS}`);
    if ((await fin(lancer(programme, chemin, source))) !== 0)
      fautes.push(`reprise ${tue} en échec`);
    fautes.push(...ecarts(chemin, attendus).map((e) => `reprise ${tue} : ${e}`));
  }
  return { ...compte, fautes };
}

/** Du programme prêt à l'import écrit, en ms. */
async function dureeDUnImport(programme: string, source: string, chemin: string): Promise<number> {
  const p = lancer(programme, chemin, source);
  const sortie = fin(p);
  await once(p, 'message');
  const debut = performance.now();
  await once(p, 'message');
  const duree = performance.now() - debut;
  await sortie;
  return duree;
}

/** Ce que le classeur a de trop ou de moins ; au Journal, une ligne par client et une pour les devis. */
function ecarts(chemin: string, attendus: readonly string[]): string[] {
  const { devis, clients, registre, journal } = lireClasseur(chemin).tables;
  const lus = devis.map((d) => d.numero);
  const inscrits = registre.map((r) => r.numero);
  const juste = (numeros: readonly (string | null)[]): boolean =>
    numeros.length === attendus.length && attendus.every((n, i) => numeros[i] === n);
  return [
    ...(juste(lus) ? [] : [`${lus.length} devis`]),
    ...(juste(inscrits) ? [] : [`${inscrits.length} numéros inscrits`]),
    ...(clients.length === 9 ? [] : [`${clients.length} clients`]),
    ...(journal.length === 10 ? [] : [`${journal.length} lignes au Journal`]),
  ];
}
