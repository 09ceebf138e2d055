import type { Snapshot } from '../classeur/snapshot';
import { TABLES, type TableEchangeable } from '../classeur/tables';
import { normaliser } from '../commun/texte';
import { probleme, type Probleme } from '../messages/probleme';
import type { ClientsCites } from './clients-cites';
import { rapprocher, type Correspondance } from './correspondance';
import { regleMontant, type RegleSomme } from './regle-montant';
import { decouperSource, type TableSource } from './entete';
import { separerVersion } from './identite';
import { lireLignes, type Lecture } from './lire-lignes';
import { colonnesDe, nomCompare, nomsConnus } from './noms-connus';
import { nomContact, type NomContact } from './nom-contact';
import { nomReconnu } from './noter-feuille';
import { nommerPersonnes } from './personnes';
import type { Profil } from './profil';
import { signeDeTableauCroise } from './tableau-croise';
import { sansTotaux } from './totaux';
import { NOMS_GENERIQUES } from './synonymes';
import { estVide, texteDeCellule, type SourceTabulaire } from './source';

/** Le fichier lu jusqu'aux valeurs, avant tout rapprochement avec le classeur. */
export interface Preparation {
  readonly problemes: null;
  readonly decoupe: TableSource;
  readonly correspondance: Correspondance;
  readonly lecture: Lecture;
  readonly regle: RegleSomme | null;
  readonly profil: Profil | null;
  readonly contact: NomContact | null;
}

export function preparer(
  snapshot: Snapshot,
  table: TableEchangeable,
  source: SourceTabulaire,
  profil: Profil | null,
  clients: ClientsCites,
): Preparation | { readonly problemes: readonly Probleme[] } {
  const croise = profil === null ? signeDeTableauCroise(source.lignes) : null;
  if (croise !== null) return { problemes: [probleme('TABLEAU_CROISE', { signe: croise })] };
  const trouvee = trouverTable(table, source, profil);
  if (!trouvee || (profil === null && estFortuit(table, trouvee)))
    return { problemes: [enteteIntrouvable(table, source)] };
  const rapproche = rapprocher(table, trouvee, profil, source.description.separateur);
  const problemes = [...rapproche.problemes];
  const titre = profil === null ? titreDAutreGenre(table, trouvee) : null;
  if (titre !== null) {
    problemes.push(probleme('FICHIER_D_UN_AUTRE_GENRE', { titre, onglet: TABLES[table].onglet }));
  }
  if (problemes.length > 0) return { problemes };
  const { correspondance } = rapproche;
  const decoupe = sansTotaux(table, trouvee, correspondance);
  const lecture = lireLignes(table, decoupe, correspondance, profil, source.description.format);
  const personnes = nommerPersonnes(snapshot, table);
  for (const lue of lecture.lignes) {
    if (table === 'devis') separerVersion(lue, lecture);
    const { client } = lue.valeurs;
    if (typeof client === 'string') lue.valeurs['client'] = clients.nommer(client);
    personnes(lue.valeurs);
  }
  return {
    problemes: null,
    decoupe,
    correspondance,
    lecture,
    regle: regleMontant(table, decoupe, correspondance),
    profil,
    contact: nomContact(table, decoupe, correspondance),
  };
}

/** Découpe la source pour une table : en-tête, colonnes, lignes ; `null` si aucun en-tête n'est reconnu. */
export function trouverTable(
  table: TableEchangeable,
  source: SourceTabulaire,
  profil: Profil | null,
): TableSource | null {
  const estConnu = nomReconnu(table, profil);
  const { ligneEntete } = source.description;
  const demandee = ligneEntete === undefined ? null : ligneEntete - 1;
  return decouperSource(source, estConnu, demandee ?? profil?.format?.lignesAvantEntete ?? null);
}

/** Un seul nom reconnu parmi d'autres, et général (« Nom », « Date ») : le fichier n'est pas de cette table. */
function estFortuit(table: TableEchangeable, { colonnes }: TableSource): boolean {
  const connus = nomsConnus(table).colonnes;
  const reconnus = colonnes.filter((c) => connus.has(nomCompare(c.nom)));
  const [seul, ...autres] = reconnus;
  if (!seul || autres.length > 0 || colonnes.length === 1) return false;
  return NOMS_GENERIQUES.has(nomCompare(seul.nom));
}

function enteteIntrouvable(table: TableEchangeable, source: SourceTabulaire): Probleme {
  const premiere = source.lignes.find((l) => l.cellules.some((c) => !estVide(c)));
  const vues = (premiere?.cellules ?? [])
    .filter((c) => !estVide(c))
    .map((c) => texteDeCellule(c).slice(0, 60));
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

function titreDAutreGenre(table: TableEchangeable, { lignesAvant }: TableSource): string | null {
  for (const { cellules } of lignesAvant) {
    const [titre, ...autres] = cellules.filter((c) => !estVide(c)).map(texteDeCellule);
    if (titre === undefined || autres.length > 0) continue;
    const genre = Object.keys(TITRES).find((g) => TITRES[g]?.includes(normaliser(titre)));
    if (genre !== undefined && genre !== table && !(genre === 'autre' && table === 'tarifs'))
      return titre;
  }
  return null;
}
