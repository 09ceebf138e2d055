import { lettreColonne } from '../../../src/classeur/source';
import type { Regle } from '../../../sheets-templates/regles';
import type { RegleVue } from '../protocole';
import type { OngletDeclare } from './positions';

/**
 * Les mises en valeur d'un onglet, de la plus forte à la plus faible, pour ses colonnes là où elles
 * sont. « Aujourd'hui » y est le jour de l'aperçu.
 */
export function reglesDe({ aspect, positions }: OngletDeclare, aujourdHui: number): RegleVue[] {
  const rangs = [...positions.values()];
  if (rangs.length === 0) return [];
  const [premier, dernier] = [Math.min(...rangs), Math.max(...rangs)];
  return aspect.regles.flatMap((regle): RegleVue[] => {
    const formule = formuleDe(regle, positions, aujourdHui);
    if (formule === null) return [];
    const aspectRegle = {
      ...(regle.couleur ? { couleur: regle.couleur } : {}),
      ...(regle.gras ? { gras: true as const } : {}),
      ...(regle.barre ? { barre: true as const } : {}),
      ...(regle.format ? { format: regle.format } : {}),
    };
    if (Object.keys(aspectRegle).length === 0) return [];
    const touchees = regle.colonnes?.map((cle) => positions.get(cle));
    if (!touchees) return [{ formule, de: premier, a: dernier, ...aspectRegle }];
    return touchees.flatMap((rang) =>
      rang === undefined ? [] : [{ formule, de: rang, a: rang, ...aspectRegle }],
    );
  });
}

/** `[statut]` → `$L2`, `[-rubrique]` → `$A1` ; `null` si une colonne citée manque. */
function formuleDe(
  { formule }: Regle,
  positions: ReadonlyMap<string, number>,
  aujourdHui: number,
): string | null {
  let complete = true;
  const texte = formule.replace(/\[(-?)(\w+)\]/g, (_, precedente: string, cle: string) => {
    const rang = positions.get(cle);
    if (rang === undefined) complete = false;
    return `$${lettreColonne(rang ?? 0)}${precedente ? 1 : 2}`;
  });
  if (!complete) return null;
  return `=${texte.replaceAll('TODAY()', String(aujourdHui))}`;
}
