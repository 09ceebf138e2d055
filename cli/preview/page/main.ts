import type { ClasseurVu } from '../protocole';
import { demander } from './api';
import { GrilleUniver } from './grille-univer';
const t0 = performance.now();
const vu = await demander<ClasseurVu>('/api/classeur');
const t1 = performance.now();
const grille = new GrilleUniver('grille', {
  tape: (o, c) => console.log('TAPE', o, JSON.stringify(c)),
  refuse: () => console.log('REFUSE'),
});
grille.montrer(vu);
const t2 = performance.now();
console.log('fetch', t1 - t0, 'montrer', t2 - t1);
(globalThis as { grille?: unknown }).grille = grille;
