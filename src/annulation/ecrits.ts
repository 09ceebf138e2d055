import type { Colonne, Genre } from '../classeur/colonne';
import { TABLES, type CleTable, type Ligne } from '../classeur/tables';
import { lireRetours } from './retour';
import { indiceDe, type Signature } from './empreinte';

/** Ce que le Journal montre d'un enregistrement créé par un import : par en-tête, le texte écrit. */
export type Ecrit = ReadonlyMap<string, string>;

/** Ces textes, par signature ; un import de plus de dix créations n'en garde pas. */
export type Ecrits = (table: CleTable, signature: Signature) => Ecrit | null;

export function lireEcrits(lignes: readonly Ligne<'journal'>[]): Ecrits {
  const connus = new Map<string, Ecrit>();
  for (const { apres, retour } of lignes) {
    if (apres === null || retour === null) continue;
    const [lu] = lireRetours([retour]) ?? [];
    const [signature, ...autres] = lu?.sorte === 'creations' ? lu.lignes : [];
    if (lu?.sorte !== 'creations' || !signature || autres.length > 0) continue;
    connus.set(`${lu.table} ${signature.empreinte}`, detailler(lu.table, apres, signature));
  }
  return (table, { empreinte }) => connus.get(`${table} ${empreinte}`) ?? null;
}

/** « Client : Mairie », un champ par ligne ; un texte sur plusieurs lignes se poursuit sous le sien. */
function detailler(table: CleTable, apres: string, { indices }: Signature): Ecrit {
  const colonnes: readonly Colonne[] = Object.values(TABLES[table].colonnes);
  const entetes = new Set(colonnes.map((c) => c.entete));
  const ecrit = new Map<string, string>();
  let courant = '';
  for (const ligne of apres.split('\n')) {
    const place = ligne.indexOf(' : ');
    const entete = ligne.slice(0, Math.max(0, place));
    if (entetes.has(entete) && !ecrit.has(entete)) {
      courant = entete;
      ecrit.set(entete, ligne.slice(place + 3));
    } else ecrit.set(courant, `${ecrit.get(courant) ?? ''}\n${ligne}`);
  }
  // Une ligne de texte peut ressembler à un champ : la signature dit ce qui a été bien lu.
  colonnes.forEach(({ entete, genre }, rang) => {
    const texte = ecrit.get(entete);
    if (texte === undefined || FORMES.has(genre)) return;
    if (indiceDe(texte.trim()) !== indices.charAt(rang)) ecrit.delete(entete);
  });
  return ecrit;
}

/** Leur texte n'est pas leur valeur : la signature n'en dit rien. */
const FORMES: ReadonlySet<Genre> = new Set([
  'montant',
  'taux',
  'date',
  'mois',
  'booleen',
  'nombre',
  'entier',
]);
