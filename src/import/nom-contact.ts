import type { TableEchangeable } from '../classeur/tables';
import { normaliser, replierEspaces } from '../commun/texte';
import type { Correspondance } from './correspondance';
import type { Document } from './documents';
import type { ColonneSource } from './colonnes-source';
import type { TableSource } from './entete';
import { texteDeCellule } from './source';

const PRENOMS = ['Prénom', 'Prénom du contact', 'First Name', 'Contact First Name'];
const NOMS = ['Nom de famille', 'Nom', 'Last Name', 'Contact Last Name', 'Surname'];

/** Le contact d'un client dont le fichier sépare le prénom et le nom. */
export interface NomContact {
  /** Les deux colonnes de la source qui le composent. */
  readonly colonnes: readonly ColonneSource[];
  /** Écrit « Prénom Nom » dans le document : celui de sa première ligne qui en a un. */
  completer(document: Document): void;
}

/** `null` si une colonne remplit déjà « Contact », ou si l'une des deux manque ou sert ailleurs. */
export function nomContact(
  table: TableEchangeable,
  source: TableSource,
  { colonnes }: Correspondance,
): NomContact | null {
  if (table !== 'clients' || colonnes.has('contact')) return null;
  const prises = new Set(Array.from(colonnes.values(), (c) => c.rang));
  const libre = (noms: readonly string[]): ColonneSource | undefined => {
    const cherches = new Set(noms.map(normaliser));
    return source.colonnes.find((c) => !prises.has(c.rang) && cherches.has(normaliser(c.nom)));
  };
  const [prenom, nom] = [libre(PRENOMS), libre(NOMS)];
  if (!prenom || !nom) return null;
  return {
    colonnes: [prenom, nom],
    completer({ lignes, valeurs }) {
      const noms = lignes.map(({ source: { cellules } }) =>
        replierEspaces([prenom, nom].map((c) => texteDeCellule(cellules[c.rang])).join(' ')),
      );
      valeurs['contact'] = noms.find((n) => n !== '') ?? null;
    },
  };
}
