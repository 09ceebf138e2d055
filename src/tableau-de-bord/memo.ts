import type { Index } from './index-commercial';

/** Calcule une fois par index ce que plusieurs indicateurs demandent. */
export function parIndex<V>(construire: (index: Index) => V): (index: Index) => V {
  const faits = new WeakMap<Index, { readonly valeur: V }>();
  return (index) => {
    let fait = faits.get(index);
    if (!fait) {
      fait = { valeur: construire(index) };
      faits.set(index, fait);
    }
    return fait.valeur;
  };
}
