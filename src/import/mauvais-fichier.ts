import { TABLES, type TableEchangeable } from '../classeur/tables';
import { normaliser } from '../commun/texte';
import { probleme, type Probleme } from '../messages/probleme';
import type { TableSource } from './entete';
import { colonnesDe, nomCompare, nomsConnus } from './noms-connus';
import { estVide, texteDeCellule, type SourceTabulaire } from './source';
import { NOMS_GENERIQUES } from './synonymes';

/** Un seul nom reconnu parmi d'autres, et général (« Nom », « Date ») : le fichier n'est pas de cette table. */
export function estFortuit(table: TableEchangeable, { colonnes }: TableSource): boolean {
  const connus = nomsConnus(table).colonnes;
  const reconnus = colonnes.filter((c) => connus.has(nomCompare(c.nom)));
  const [seul, ...autres] = reconnus;
  if (!seul || autres.length > 0 || colonnes.length === 1) return false;
  return NOMS_GENERIQUES.has(nomCompare(seul.nom));
}

export function enteteIntrouvable(table: TableEchangeable, source: SourceTabulaire): Probleme {
  let vues: string[] = [];
  for (const { cellules } of source.lignes) {
    vues = cellules.filter((c) => !estVide(c)).map((c) => texteDeCellule(c).slice(0, 60));
    if (vues.length > 0) break;
  }
  const attendues = Object.values(colonnesDe(table)).map((c) => c.entete);
  return probleme('ENTETE_INTROUVABLE', { onglet: TABLES[table].onglet, vues, attendues });
}

/** Le titre qu'un export écrit au-dessus de son en-tête dit parfois ce que le fichier contient. */
const TITRES: Readonly<Record<string, readonly string[]>> = {
  clients: ['clients', 'customers', 'companies'],
  devis: ['devis', 'quotes', 'quotations', 'estimates', 'proposals'],
  factures: ['factures', 'invoices'],
  autre: [
    'payments',
    'paiements',
    'reglements',
    'expenses',
    'depenses',
    'vendors',
    'fournisseurs',
    'products',
    'produits',
  ],
};

export function titreDAutreGenre(
  table: TableEchangeable,
  { lignesAvant }: TableSource,
): string | null {
  for (const { cellules } of lignesAvant) {
    const [titre, ...autres] = cellules.filter((c) => !estVide(c)).map(texteDeCellule);
    if (titre === undefined || autres.length > 0) continue;
    const genre = Object.keys(TITRES).find((g) => TITRES[g]?.includes(normaliser(titre)));
    if (genre !== undefined && genre !== table && !(genre === 'autre' && table === 'tarifs'))
      return titre;
  }
  return null;
}
