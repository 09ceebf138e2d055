/**
 * `google.script.run` ne porte que du JSON : refuse une date, un `undefined`, une fonction, un nombre
 * qui n'en est pas un. Rend le chemin de ce qui ne passe pas, ou `null`.
 */
export function horsJson(valeur: unknown, chemin = 'valeur'): string | null {
  if (valeur === null || typeof valeur === 'string' || typeof valeur === 'boolean') return null;
  if (typeof valeur === 'number') return Number.isFinite(valeur) ? null : chemin;
  if (typeof valeur !== 'object') return chemin;
  if (Array.isArray(valeur)) {
    for (const [i, v] of valeur.entries()) {
      const faute = horsJson(v, `${chemin}[${i}]`);
      if (faute !== null) return faute;
    }
    return null;
  }
  // Un objet ordinaire, d'ici ou du contexte du script : ni date, ni Map, ni instance de classe.
  if (Object.prototype.toString.call(valeur) !== '[object Object]') return chemin;
  const prototype: unknown = Object.getPrototypeOf(valeur);
  if (prototype !== null && Object.getPrototypeOf(prototype) !== null) return chemin;
  for (const [cle, v] of Object.entries(valeur)) {
    const faute = horsJson(v, `${chemin}.${cle}`);
    if (faute !== null) return faute;
  }
  return null;
}
