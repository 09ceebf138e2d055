import { TABLES, type TableEchangeable } from '../classeur/tables';
import type { Snapshot } from '../classeur/snapshot';
import { normaliser } from '../commun/texte';
import { CellulesConnues } from './cellules-connues';
import type { Correspondance } from './correspondance';
import type { Existant } from './decider';
import { lecteurDeTexte } from './lecture-colonne';
import { colonnesDe } from './noms-connus';
import type { Profil } from './profil';
import { estVide, texteDeCellule, type LigneSource } from './source';

/**
 * Les lignes qui seront rejetées quoi que disent les autres colonnes : ce qui les rend indispensables
 * est vide ou n'est pas de sa liste. Leurs cellules ne doivent rien décider pour la colonne. Une ligne
 * qui complète un enregistrement du classeur, ou celui de la ligne d'avant, peut n'avoir que son numéro.
 */
export function rejetPrevisible(
  snapshot: Snapshot,
  table: TableEchangeable,
  { correspondance, profil }: { correspondance: Correspondance; profil: Profil | null },
): (ligne: LigneSource) => boolean {
  const declarees = colonnesDe(table);
  const [identite = ''] = TABLES[table].identite;
  const rangIdentite = correspondance.colonnes.get(identite)?.rang ?? -1;
  const requises = [...correspondance.colonnes].flatMap(([cle, { rang }]) => {
    const colonne = declarees[cle];
    if (!colonne?.requis) return [];
    const lire =
      colonne.genre === 'choix' ? lecteurDeTexte(table, cle, correspondance, profil) : null;
    return [{ rang, lire, lisibles: new CellulesConnues() }];
  });
  let connus: Set<string> | null = null;
  let precedent = '';
  const complete = (nom: string): boolean => {
    if (nom === '') return false;
    connus ??= new Set(
      (snapshot.tables[table] as readonly Existant[]).map((e) =>
        normaliser(String(e[identite] ?? '')),
      ),
    );
    return nom === precedent || connus.has(normaliser(nom));
  };
  return (ligne) => {
    const nom = rangIdentite < 0 ? '' : texteDeCellule(ligne.cellules[rangIdentite]);
    let manque = false;
    for (const { rang, lire, lisibles } of requises) {
      const cellule = ligne.cellules[rang];
      if (estVide(cellule)) {
        manque = true;
        continue;
      }
      if (lire === null) continue;
      if (lisibles.trouver(cellule) === true) continue;
      if (lire(ligne) === null) return true;
      lisibles.retenir(cellule, true);
    }
    const rejetee = manque && !complete(nom);
    precedent = nom;
    return rejetee;
  };
}
