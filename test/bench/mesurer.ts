import { performance } from 'node:perf_hooks';

/** Le meilleur de `passes` temps, en millisecondes : sur une machine partagée, le plus fidèle. */
export function mesurer(passes: number, travail: () => unknown): number {
  let meilleur = Infinity;
  for (let i = 0; i < passes; i++) {
    const debut = performance.now();
    travail();
    meilleur = Math.min(meilleur, performance.now() - debut);
  }
  return meilleur;
}
