import { normaliser } from '../commun/texte';
import { colonnesDe } from './noms-connus';
import type { TableEchangeable } from '../classeur/tables';
import { VALEURS_CONNUES } from './synonymes/valeurs';

/** Les nôtres d'une colonne, par le nom qu'un autre outil leur donne, puis par ce nom sans accord. */
interface Connues {
  readonly exactes: ReadonlyMap<string, string>;
  readonly accordees: ReadonlyMap<string, string>;
}

const parColonne = new Map<string, Connues>();

/**
 * La nôtre, pour une valeur d'un autre outil, ou la nôtre accordée (« Perdus » : « Perdue ») ; `''` si
 * notre case reste vide, `null` si la valeur n'est pas connue.
 */
export function choixConnu(table: TableEchangeable, cle: string, texte: string): string | null {
  const nom = `${table}.${cle}`;
  let connues = parColonne.get(nom);
  if (!connues) parColonne.set(nom, (connues = connaitre(table, cle)));
  const forme = normaliser(texte);
  return connues.exactes.get(forme) ?? connues.accordees.get(sansAccord(forme)) ?? null;
}

function connaitre(table: TableEchangeable, cle: string): Connues {
  const etrangeres = Object.entries(VALEURS_CONNUES[`${table}.${cle}`] ?? {}).flatMap(
    ([notre, noms]) => noms.map((n) => [normaliser(n), notre] as const),
  );
  const notres = (colonnesDe(table)[cle]?.valeurs ?? []).map((v) => [normaliser(v), v] as const);
  const accordees = new Map<string, string>();
  const hesitantes = new Set<string>();
  for (const [forme, notre] of [...notres, ...etrangeres]) {
    const radical = sansAccord(forme);
    if ((accordees.get(radical) ?? notre) !== notre) hesitantes.add(radical);
    accordees.set(radical, notre);
  }
  for (const radical of hesitantes) accordees.delete(radical);
  return { exactes: new Map(etrangeres), accordees };
}

/** « perdues », « perdu » : le même mot, au genre et au nombre près. */
function sansAccord(forme: string): string {
  return forme.replace(/(?<=[a-z]{3})e{0,2}s?(?= |$)/g, '');
}
