import type { Ecritures } from '../classeur/ecritures';
import { ErreurClasseur } from '../classeur/erreur-classeur';
import type { CelluleBrute } from '../classeur/source';
import { TABLES } from '../classeur/tables';
import { probleme, type Probleme } from '../messages/probleme';
import type { Dialogue } from './appel';
import { ecrireBlocs, viderBlocs, type LigneGoogle } from './blocs';
import { ecrire } from './ecrire';
import { lireEtatGoogle } from './lire-classeur-google';
import type { EtatGoogle, OngletGoogle } from './lire-etat';
import { estVide } from './reponses';
import type { Cellule } from './rest';
import { ongletDe, type EcrituresParTable } from './traduire';

/**
 * Une ligne vidée ne garde rien qui la fasse reconnaître : si quelqu'un triait l'onglet à cet
 * instant, on a pu vider la voisine. On relit donc : l'enregistrement à supprimer est-il encore là ?
 * Alors un autre manque ; il reprend sa place, et celui-ci s'en va. `avant` : l'état d'où le lot est
 * parti. L'écriture a eu lieu : une panne ici ne doit pas faire dire le contraire.
 */
export function* verifierSuppressions(
  avant: EtatGoogle,
  parTable: EcrituresParTable,
  jeton: () => string,
): Dialogue<Probleme[]> {
  const touchees = [...parTable].filter(([, { supprimees }]) => supprimees.size > 0);
  if (touchees.length === 0) return [];
  try {
    const apres = yield* lireEtatGoogle(avant.id);
    const problemes: Probleme[] = [];
    const requetes = touchees.flatMap(([table, ecritures]) => {
      const [lu, relu] = [ongletDe(avant, table), ongletDe(apres, table)];
      const { echappees, rendues } = corriger(lu, relu, ecritures);
      for (const ligne of rendues.keys()) {
        problemes.push(probleme('LIGNE_REMISE', { onglet: TABLES[table].onglet, ligne }));
      }
      return viderBlocs(relu.sheetId, echappees, new Set(relu.positions.values())).concat(
        ecrireBlocs(relu.sheetId, rendues),
      );
    });
    if (requetes.length === 0) return [];
    const registre = ongletDe(apres, 'registre').sheetId;
    const lot = { id: apres.id, jeton: apres.jeton, registre, requetes, plages: [] };
    yield* ecrire(lot, jeton());
    return problemes;
  } catch (erreur) {
    if (!(erreur instanceof ErreurClasseur)) throw erreur;
    return [];
  }
}

interface Corrections {
  /** Les lignes, maintenant, des enregistrements qui devaient partir. */
  readonly echappees: ReadonlySet<number>;
  /** Ceux qui manquent, à récrire sur des lignes vidées. */
  readonly rendues: ReadonlyMap<number, LigneGoogle>;
}

function corriger(
  lu: OngletGoogle,
  relu: OngletGoogle,
  { supprimees, modifiees }: Ecritures<Cellule>,
): Corrections {
  const presentes = new Map<string, number[]>();
  for (let ligne = 2; ligne <= relu.grille.length; ligne++) {
    const texte = contenu(relu, ligne);
    if (texte === null) continue;
    const deCeTexte = presentes.get(texte);
    if (deCeTexte) deCeTexte.push(ligne);
    else presentes.set(texte, [ligne]);
  }
  const prendre = (texte: string | null): number | undefined =>
    texte === null ? undefined : presentes.get(texte)?.pop();
  const perdues: number[] = [];
  for (let ligne = 2; ligne <= lu.grille.length; ligne++) {
    if (supprimees.has(ligne) || contenu(lu, ligne) === null) continue;
    const ici = prendre(contenu(lu, ligne, modifiees.get(ligne))) ?? prendre(contenu(lu, ligne));
    if (ici === undefined) perdues.push(ligne);
  }
  const echappees = new Set<number>();
  for (const ligne of supprimees) {
    const encore = prendre(contenu(lu, ligne));
    if (encore !== undefined) echappees.add(encore);
  }
  const rendues = new Map<number, LigneGoogle>();
  if (echappees.size === 0) return { echappees, rendues };
  const videes = [...supprimees].filter((ligne) => contenu(relu, ligne) === null);
  for (const ligne of perdues) {
    const place = videes.shift();
    if (place !== undefined) rendues.set(place, ligneDe(lu, relu, ligne, modifiees.get(ligne)));
  }
  return { echappees, rendues };
}

/** Ce que les colonnes du produit contiennent, comparable d'une lecture à l'autre ; `null` : rien. */
function contenu(onglet: OngletGoogle, ligne: number, modifiee?: LigneGoogle): string | null {
  const cellules = [...onglet.positions]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([cle, rang]) => [cle, celluleA(onglet, ligne, rang, modifiee)] as const)
    .filter(([, cellule]) => !estVide(cellule));
  return cellules.length === 0 ? null : JSON.stringify(cellules);
}

function celluleA(
  { grille }: OngletGoogle,
  ligne: number,
  rang: number,
  modifiee: LigneGoogle | undefined,
): CelluleBrute {
  const ecriture = modifiee?.get(rang);
  return ecriture ? ecriture.brut : grille[ligne - 1]?.[rang];
}

/** Une ligne d'avant, changée comme le lot le voulait, à récrire là où sont maintenant ses colonnes. */
function ligneDe(
  lu: OngletGoogle,
  relu: OngletGoogle,
  ligne: number,
  modifiee: LigneGoogle | undefined,
): LigneGoogle {
  const cellules: LigneGoogle = new Map();
  for (const [cle, rang] of lu.positions) {
    const ici = relu.positions.get(cle);
    const valeur = celluleA(lu, ligne, rang, modifiee);
    if (ici === undefined || valeur === undefined || estVide(valeur)) continue;
    const brut = typeof valeur === 'object' && valeur ? valeur.erreur : valeur;
    cellules.set(ici, { brut, genre: 'texte', exact: false });
  }
  return cellules;
}
