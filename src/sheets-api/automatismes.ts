import { lettreColonne } from '../classeur/source';
import type { Dialogue } from './appel';
import { erreurDe } from './echecs';
import { insister, lire } from './insister';
import { plageA1 } from './reperes';
import type { ClasseurJson, PlageNommeeJson, ValeursJson } from './reponses';

/** Les trois travaux que Google lance seul, montrés dans la section « Automatismes » de l'Accueil. */
export const AUTOMATISMES = ['revue', 'relances', 'cloture'] as const;
export type Automatisme = (typeof AUTOMATISMES)[number];

/** Ce que montre la ligne d'un automatisme ; `null` : rien. */
export interface EtatAutomatisme {
  /** Le dernier passage, ou la raison de son échec. */
  readonly dernier: string | null;
  /** L'adresse de qui l'a mis en marche. */
  readonly proprietaire: string | null;
}
export type EtatsAutomatismes = Readonly<Record<Automatisme, EtatAutomatisme>>;

/** Ce que montre un automatisme que personne n'a mis en marche. */
export const ARRETE = 'Pas en marche : menu « Suivi commercial », « Installer / Réparer ».';

/** La plage nommée de ses deux cellules voisines : le dernier passage, puis le propriétaire. */
export const nomDe = (automatisme: Automatisme): string =>
  `SUIVI_AUTO_${automatisme.toUpperCase()}`;

const CHAMPS = 'namedRanges,sheets(properties(sheetId,title))';

const plageDe = (
  { namedRanges = [] }: ClasseurJson,
  automatisme: Automatisme,
): PlageNommeeJson | undefined => namedRanges.find((p) => p.name === nomDe(automatisme) && p.range);

/** La plage A1 d'un automatisme ; `null` si l'Accueil ne l'a pas. */
function adresseDe(json: ClasseurJson, automatisme: Automatisme): string | null {
  const plage = plageDe(json, automatisme)?.range;
  const onglet = json.sheets?.find(
    (o) => (o.properties?.sheetId ?? 0) === (plage?.sheetId ?? 0),
  )?.properties;
  if (!plage || !onglet) return null;
  const { startRowIndex = 0, startColumnIndex = 0 } = plage;
  const ligne = startRowIndex + 1;
  const [de, a] = [startColumnIndex, startColumnIndex + 1].map(lettreColonne);
  return plageA1(onglet.title ?? '', `${de}${ligne}:${a}${ligne}`);
}

const texte = (valeur: unknown): string | null =>
  typeof valeur === 'string' && valeur.trim() && valeur !== ARRETE ? valeur : null;

/** Lit les trois lignes de l'Accueil ; vides si l'Accueil ne les a pas. */
export function* lireAutomatismes(id: string): Dialogue<EtatsAutomatismes> {
  const json = yield* lire<ClasseurJson>({ methode: 'get', id, champs: CHAMPS });
  const plages = plagesAutomatismes(json);
  if (plages.size === 0) return etatsDe(plages, []);
  const lues = yield* lire<ValeursJson>({ methode: 'batchGet', id, plages: [...plages.values()] });
  return etatsDe(plages, lues.valueRanges ?? []);
}

type Plages = ReadonlyMap<Automatisme, string>;

/** Où lire ceux que l'Accueil montre. */
export const plagesAutomatismes = (json: ClasseurJson): Plages =>
  new Map(
    AUTOMATISMES.flatMap((a) => {
      const adresse = adresseDe(json, a);
      return adresse === null ? [] : [[a, adresse] as const];
    }),
  );

/** Leur état, d'après les valeurs de ces plages, dans le même ordre. */
export function etatsDe(
  plages: Plages,
  valeurs: NonNullable<ValeursJson['valueRanges']>,
): EtatsAutomatismes {
  const presents = [...plages.keys()];
  const etat = (a: Automatisme): EtatAutomatisme => {
    const [dernier, proprietaire] = valeurs[presents.indexOf(a)]?.values?.[0] ?? [];
    return { dernier: texte(dernier), proprietaire: texte(proprietaire) };
  };
  return { revue: etat('revue'), relances: etat('relances'), cloture: etat('cloture') };
}

/**
 * Écrit ce qui est donné, et cela seul, dans la ligne d'un automatisme ; sans elle, ne fait rien. Ne
 * change pas le jeton : aucune décision ne dépend de ces cellules.
 */
export function* noterAutomatisme(
  id: string,
  automatisme: Automatisme,
  etat: Partial<EtatAutomatisme>,
): Dialogue<void> {
  const json = yield* lire<ClasseurJson>({ methode: 'get', id, champs: CHAMPS });
  const plage = plageDe(json, automatisme)?.range;
  if (!plage) return;
  const { sheetId, startRowIndex = 0, startColumnIndex = 0 } = plage;
  const requetes = (['dernier', 'proprietaire'] as const).flatMap((champ, i) => {
    const valeur = etat[champ];
    if (valeur === undefined) return [];
    const range = {
      sheetId,
      startRowIndex,
      endRowIndex: startRowIndex + 1,
      startColumnIndex: startColumnIndex + i,
      endColumnIndex: startColumnIndex + i + 1,
    };
    const cellule = valeur === null ? {} : { userEnteredValue: { stringValue: valeur } };
    const updateCells = { range, rows: [{ values: [cellule] }], fields: 'userEnteredValue' };
    return [{ updateCells }];
  });
  if (requetes.length === 0) return;
  const reponse = yield* insister({ methode: 'batchUpdate', id, requetes });
  if (!reponse.ok) throw erreurDe(reponse, id);
}
