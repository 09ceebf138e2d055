import { TABLES, TABLES_ECHANGEABLES, type TableEchangeable } from '../../src/classeur/tables';
import { estUnOctet } from '../../src/import/encodage/un-octet';
import type { Encodage } from '../../src/import/source';
import type { FichierChoisi } from '../panneau/contrat';

/** Ce que l'on demande d'importer, et d'où. */
export interface Demande {
  readonly table: TableEchangeable;
  /** Un onglet du classeur qui n'est pas des nôtres ; `null` : un fichier. */
  readonly onglet: string | null;
  readonly fichier: FichierChoisi | null;
}

/** Ce que le panneau du plan rend au moment d'écrire : tout sauf le fichier, que la page a gardé. */
export interface CibleImport {
  readonly table: TableEchangeable;
  readonly onglet: string | null;
  /** L'import que l'on continue. */
  readonly numero: number | null;
  /** De quoi reconnaître le plan montré ; `null` : on continue, il n'y en a plus à montrer. */
  readonly empreinte: number | null;
}

export interface Refus {
  readonly message: string;
  readonly champs: Readonly<Record<string, string>>;
}

type Refusee = { readonly refus: Refus };
type Lue = { readonly demande: Demande } | Refusee;
type Relue = { readonly demande: Demande; readonly cible: CibleImport } | Refusee;

const A_CORRIGER = 'Rien n’a été écrit.';
const refuser = (champs: Readonly<Record<string, string>>, message = A_CORRIGER): Refusee => ({
  refus: { message, champs },
});

const PERDU =
  'Le fichier n’est plus dans ce panneau. Reprenez par le menu : « Importer… ». Rien n’a été écrit.';

const tableDe = (nom: string): TableEchangeable | null =>
  TABLES_ECHANGEABLES.find((t) => TABLES[t].onglet === nom) ?? null;

/** La première question : quelle table, et un fichier ou un onglet. */
export function lireDemande(valeurs: Readonly<Record<string, string>>): Lue {
  const table = tableDe(valeurs['table'] ?? '');
  const onglet = valeurs['onglet'] || null;
  const choisi = valeurs['fichier'] ?? '';
  const champs: Record<string, string> = {};
  if (!table) champs['table'] = 'Choisissez ce que contient le fichier.';
  if (choisi === '' && onglet === null) {
    champs['fichier'] = 'Choisissez un fichier, ou un onglet du classeur.';
  }
  if (!table || Object.keys(champs).length > 0) return refuser(champs);
  const fichier = choisi === '' ? null : lireFichier(choisi);
  if (choisi !== '' && !fichier) return refuser({ fichier: 'Ce fichier n’a pas pu être lu.' });
  // L'onglet que l'on regardait est proposé d'avance : un fichier choisi l'emporte, et le plan le nomme.
  return { demande: { table, onglet: fichier ? null : onglet, fichier } };
}

/** La seconde : la même chose, telle que le plan l'a montrée. */
export function relireDemande(
  texte: string | null,
  valeurs: Readonly<Record<string, string>>,
): Relue {
  const cible = lireCible(texte);
  if (!cible) return refuser({}, PERDU);
  const { table, onglet } = cible;
  if (onglet !== null) return { demande: { table, onglet, fichier: null }, cible };
  const fichier = lireFichier(valeurs['fichier'] ?? '');
  return fichier ? { demande: { table, onglet, fichier }, cible } : refuser({}, PERDU);
}

function lireJson(texte: string): Readonly<Record<string, unknown>> {
  try {
    const lu: unknown = JSON.parse(texte);
    return typeof lu === 'object' && lu !== null ? (lu as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}

function lireFichier(valeur: string): FichierChoisi | null {
  const { nom, encodage, doute, texte, lignesAutres, abime } = lireJson(valeur);
  if (typeof nom !== 'string' || typeof texte !== 'string' || !estEncodage(encodage)) return null;
  const lignes = typeof lignesAutres === 'number' ? lignesAutres : 0;
  const autre = estEncodage(doute) && estUnOctet(doute) ? doute : null;
  return { nom, encodage, doute: autre, texte, lignesAutres: lignes, abime: abime === true };
}

const ENCODAGES = new Set<unknown>([
  'utf-8',
  'utf-16le',
  'utf-16be',
  'windows-1252',
  'iso-8859-15',
  'macintosh',
  'cp850',
] satisfies Encodage[]);
const estEncodage = (valeur: unknown): valeur is FichierChoisi['encodage'] => ENCODAGES.has(valeur);

const nombre = (valeur: unknown): number | null => (typeof valeur === 'number' ? valeur : null);

function lireCible(cible: string | null): CibleImport | null {
  const { table, onglet, numero, empreinte } = lireJson(cible ?? '');
  const connue = TABLES_ECHANGEABLES.find((t) => t === table);
  if (!connue || (onglet !== null && typeof onglet !== 'string')) return null;
  return { table: connue, onglet, numero: nombre(numero), empreinte: nombre(empreinte) };
}
