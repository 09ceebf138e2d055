/** Les éléments de même clé ensemble, dans l'ordre où les clés sont venues ; aucun groupe n'est vide. */
export function grouperPar<T>(liste: Iterable<T>, cle: (element: T) => string): [T, ...T[]][] {
  const groupes = new Map<string, [T, ...T[]]>();
  for (const element of liste) {
    const groupe = groupes.get(cle(element));
    if (groupe) groupe.push(element);
    else groupes.set(cle(element), [element]);
  }
  return [...groupes.values()];
}
