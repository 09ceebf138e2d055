import { distance } from 'fastest-levenshtein';
import type { Snapshot } from '../classeur/snapshot';
import { lireNomOrganisation } from '../clients/nom-organisation';
import { chiffresSiret } from '../clients/siret';
import { detacher } from '../commun/detacher';
import { messageDe, probleme, type Probleme } from '../messages/probleme';

/** Un client à créer qui est peut-être un client déjà là, ou une autre ligne du fichier. Rien n'est fusionné. */
export interface Doublon {
  /** Ligne de la source ; `null` pour un client que le fichier ne fait que citer. */
  readonly ligne: number | null;
  readonly organisation: string;
  readonly autre: string;
  /** De 0 à 1 : 1, c'est certainement la même organisation. */
  readonly score: number;
  readonly raisons: readonly string[];
  readonly message: string;
}

interface Fiche {
  readonly ligne: number | null;
  readonly organisation: string;
  readonly siret?: unknown;
  readonly email?: unknown;
  readonly telephone?: unknown;
  readonly ville?: unknown;
}

/** En dessous, deux organisations ne se ressemblent pas assez pour le dire. */
const SEUIL = 0.5;
/** Au-delà, un indice partagé par tant de fiches (un standard, un début de nom) n'en est plus un. */
const FOULE = 40;
/** Clients à créer comparés entre eux : au-delà, la mémoire ne serait plus bornée. */
const LIMITE = 20_000;

interface Connue {
  readonly fiche: Fiche;
  readonly base: string;
  readonly forme: string | null;
  /** Ce par quoi une autre peut la rencontrer. */
  readonly cles: readonly string[];
}

type Indice = readonly [force: number, raison: string];

export interface ChercheurDeDoublons {
  /** Compare un client à créer aux clients du classeur, puis à ceux à créer qui le précèdent. */
  chercher(ligne: number | null, valeurs: Readonly<Record<string, unknown>>): Doublon | null;
  avertissements(): readonly Probleme[];
}

export function chercheurDeDoublons(snapshot: Snapshot, limite = LIMITE): ChercheurDeDoublons {
  let parCle: Map<string, Connue[]> | null = null;
  let compares = 0;
  let laisses = 0;
  return {
    chercher(ligne, { organisation, siret, email, telephone, ville }) {
      if (typeof organisation !== 'string') return null;
      if (compares === limite) {
        laisses++;
        return null;
      }
      compares++;
      parCle ??= duClasseur(snapshot);
      const connue = connaitre({
        ligne,
        organisation: detacher(organisation),
        siret: detache(siret),
        email: detache(email),
        telephone: detache(telephone),
        ville: detache(ville),
      });
      const doublon = meilleur(connue, parCle);
      ranger(parCle, connue);
      return doublon;
    },
    avertissements: () =>
      laisses === 0 ? [] : [probleme('IMPORT_DOUBLONS_PARTIELS', { compares, laisses })],
  };
}

const detache = (valeur: unknown): unknown =>
  typeof valeur === 'string' ? detacher(valeur) : valeur;

function duClasseur(snapshot: Snapshot): Map<string, Connue[]> {
  const parCle = new Map<string, Connue[]>();
  for (const { organisation, siret, email, telephone, ville } of snapshot.tables.clients) {
    if (organisation !== null)
      ranger(parCle, connaitre({ ligne: null, organisation, siret, email, telephone, ville }));
  }
  return parCle;
}

/** « Dupont & Fils », « Dupont et Fils » : le même nom, sans que rien ne soit fusionné. */
function connaitre(fiche: Fiche): Connue {
  const { base: lue, forme } = lireNomOrganisation(fiche.organisation);
  const base = lue.replace(/(?<=\S )et (?=\S)/g, '');
  return { fiche, base, forme, cles: clesDe(fiche, base) };
}

function ranger(parCle: Map<string, Connue[]>, connue: Connue): void {
  for (const cle of connue.cles) {
    const liste = parCle.get(cle);
    if (!liste) parCle.set(cle, [connue]);
    else if (liste.length <= FOULE) liste.push(connue);
  }
}

function meilleur(connue: Connue, parCle: ReadonlyMap<string, readonly Connue[]>): Doublon | null {
  const vues = new Set<Connue>();
  let retenu: Doublon | null = null;
  for (const cle of connue.cles) {
    const voisines = parCle.get(cle) ?? [];
    if (voisines.length > FOULE) continue;
    for (const autre of voisines) {
      if (vues.has(autre)) continue;
      vues.add(autre);
      const indices = comparer(connue, autre);
      const score = arrondir(1 - indices.reduce((reste, [force]) => reste * (1 - force), 1));
      if (score < SEUIL || (retenu && retenu.score >= score)) continue;
      const raisons = indices.map(([, raison]) => raison);
      const { ligne, organisation } = connue.fiche;
      const args = { organisation, autre: autre.fiche.organisation, score, raisons };
      retenu = { ligne, ...args, message: messageDe(probleme('CLIENT_DOUBLON_PROPOSE', args)) };
    }
  }
  return retenu;
}

const arrondir = (n: number): number => Number(n.toFixed(2));

/** Ce par quoi deux fiches peuvent se rencontrer : SIREN, e-mail, téléphone, nom à une lettre près. */
function clesDe(fiche: Fiche, base: string): string[] {
  const siren = chiffresSiret(texte(fiche.siret))?.slice(0, 9);
  const email = texte(fiche.email)?.toLowerCase();
  const telephone = chiffresTelephone(fiche.telephone);
  return [
    ...(siren === undefined ? [] : [`s:${siren}`]),
    ...(email ? [`e:${email}`] : []),
    ...(telephone === null ? [] : [`t:${telephone}`]),
    `n:${base}`,
    // une faute au début laisse la fin, et inversement
    ...(base.length > 4 ? [`d:${base.slice(0, 4)}`, `f:${base.slice(-4)}`] : []),
  ];
}

function comparer(a: Connue, b: Connue): Indice[] {
  const indices: Indice[] = [];
  const [sirenA, sirenB] = [a, b].map((c) => chiffresSiret(texte(c.fiche.siret))?.slice(0, 9));
  if (sirenA !== undefined && sirenB !== undefined) {
    if (sirenA !== sirenB) return []; // deux SIREN : deux organisations
    indices.push([0.8, 'même SIREN']);
  }
  if (a.base === b.base) {
    indices.push(
      a.forme === null || b.forme === null || a.forme === b.forme
        ? [0.8, 'même nom']
        : [0.6, 'même nom, autre forme juridique'],
    );
  } else if (seRessemblent(a.base, b.base)) indices.push([0.5, 'noms à une ou deux lettres près']);
  const email = texte(a.fiche.email)?.toLowerCase();
  if (email && email === texte(b.fiche.email)?.toLowerCase()) indices.push([0.6, 'même e-mail']);
  const telephone = chiffresTelephone(a.fiche.telephone);
  if (telephone !== null && telephone === chiffresTelephone(b.fiche.telephone))
    indices.push([0.5, 'même téléphone']);
  const ville = texte(a.fiche.ville)?.toLowerCase();
  if (indices.length > 0 && ville && ville === texte(b.fiche.ville)?.toLowerCase())
    indices.push([0.2, 'même ville']);
  return indices;
}

function seRessemblent(a: string, b: string): boolean {
  const longueur = Math.min(a.length, b.length);
  if (longueur < 5 || Math.abs(a.length - b.length) > 2) return false;
  // « Lot 1 » et « Lot 2 » ne diffèrent que par ce qui les distingue
  if (a.replace(/\d/g, '') === b.replace(/\d/g, '')) return false;
  return distance(a, b) <= (longueur < 9 ? 1 : 2);
}

function texte(valeur: unknown): string | null {
  return typeof valeur === 'string' && valeur.trim() !== '' ? valeur.trim() : null;
}

/** Les neuf chiffres d'un numéro français, quelle que soit son écriture. */
function chiffresTelephone(valeur: unknown): string | null {
  const chiffres = (texte(valeur) ?? '').replace(/\D/g, '');
  return chiffres.length >= 9 ? chiffres.slice(-9) : null;
}
