import type { Changement } from '../../../src/classeur/changements';
import { resoudreEntetes } from '../../../src/classeur/entetes';
import { TABLES, type CleTable } from '../../../src/classeur/tables';
import { normaliser } from '../../../src/commun/texte';
import { probleme } from '../../../src/messages/probleme';
import { garderXml, type ClasseurXlsx } from './classeur-xlsx';
import { EcrituresFeuille } from './ecritures-feuille';
import { ErreurClasseur } from './erreur-classeur';
import { etendreFeuille, etendrePartieTable } from './etendues';
import { EcrivainFeuille } from './feuille-ecrire';
import { inspecterFeuille } from './inspecter-feuille';
import { cheminRelations, type Feuille } from './paquet';
import { suivreLesTables } from './pages-vivantes';
import { retirerElement, retoucherClasseur } from './partie-classeur';
import type { Croissance } from './plages';
import { Retouches } from './retouches';
import { suivreNotes } from './suivre-notes';
import { versBuffer } from './xml-texte';
import { reecrireZip } from './zip-ecrire';

/**
 * Applique un lot de changements et rend le nouveau fichier, en morceaux. Seules les parties
 * concernées changent ; toutes les autres gardent leurs octets (S1-1).
 * @throws ErreurClasseur si un changement ne peut pas être écrit ; le classeur ouvert reste intact.
 */
export function appliquerChangements(
  classeur: ClasseurXlsx,
  changements: readonly Changement[],
): Uint8Array[] {
  const { paquet } = classeur;
  return garderXml(paquet.zip.chemin, () => {
    const parties = new Map<string, string | null>();
    const croissances = new Map<number, Croissance>();
    const dernieres = new Map<CleTable, number>();
    const parTable = new Map<CleTable, Changement[]>();
    for (const c of changements) {
      const deTable = parTable.get(c.table);
      if (deTable) deTable.push(c);
      else parTable.set(c.table, [c]);
    }
    for (const [cle, deTable] of parTable) {
      const { feuille, croissance } = ecrireTable(classeur, cle, deTable, parties);
      croissances.set(feuille.rang, croissance);
      dernieres.set(cle, croissance.apres);
    }
    suivreLesTables(classeur, dernieres, parties);
    const styles = classeur.styles.octets();
    const partieStyles = paquet.partieDe('styles');
    if (styles !== null && partieStyles !== null) parties.set(partieStyles, styles);
    const principale = paquet.partieClasseur;
    parties.set(principale, retoucherClasseur(paquet.exiger(principale), croissances));
    oterChaineDeCalcul(classeur, parties);
    const octets = [...parties].map(
      ([nom, xml]) => [nom, xml === null ? null : versBuffer(xml)] as const,
    );
    return reecrireZip(paquet.zip, new Map(octets));
  });
}

function ecrireTable(
  classeur: ClasseurXlsx,
  cle: CleTable,
  changements: readonly Changement[],
  parties: Map<string, string | null>,
): { feuille: Feuille; croissance: Croissance } {
  const { paquet } = classeur;
  const table = TABLES[cle];
  const voulu = normaliser(table.onglet);
  const feuille = paquet.feuilles.find((f) => normaliser(f.nom) === voulu);
  if (!feuille) {
    const args = { onglet: table.onglet, proche: null };
    throw new ErreurClasseur([probleme('ONGLET_MANQUANT', args)]);
  }
  const { positions, problemes } = resoudreEntetes(table, classeur.entete(feuille.nom));
  if (problemes.length > 0) throw new ErreurClasseur(problemes);
  const ecritures = new EcrituresFeuille(table.colonnes, positions);
  for (const c of changements) ecritures.noter(c);

  const inspectee = inspecterFeuille(paquet.exiger(feuille.partie), ecritures.declares);
  suivreNotes(inspectee, table, ecritures, classeur);
  const retouches = new Retouches();
  const ecrivain = new EcrivainFeuille(
    feuille.nom,
    inspectee,
    classeur.styles,
    retouches,
    paquet.date1904,
    () => classeur.chaines,
  );
  const croissance = ecrivain.ecrire(ecritures);
  etendreFeuille(inspectee, croissance, retouches);
  parties.set(feuille.partie, retouches.appliquer(inspectee.xml));
  for (const relation of paquet.relationsDe(feuille.partie)) {
    if (relation.type !== 'table') continue;
    const xml = etendrePartieTable(paquet.exiger(relation.cible), croissance, feuille.nom);
    if (xml !== null) parties.set(relation.cible, xml);
  }
  return { feuille, croissance };
}

/** Sans chaîne de calcul, le tableur en refait une ; l'ancienne citerait des formules disparues. */
function oterChaineDeCalcul(classeur: ClasseurXlsx, parties: Map<string, string | null>): void {
  const { paquet } = classeur;
  const lien = paquet.relations.find((r) => r.type === 'calcChain');
  if (!lien) return;
  const types = '[Content_Types].xml';
  const relations = cheminRelations(paquet.partieClasseur);
  parties.set(lien.cible, null);
  parties.set(
    types,
    retirerElement(paquet.exiger(types), 'Override', 'PartName', `/${lien.cible}`),
  );
  parties.set(relations, retirerElement(paquet.exiger(relations), 'Relationship', 'Id', lien.id));
}
