import type { Snapshot } from '../classeur/snapshot';
import type { TableEchangeable } from '../classeur/tables';
import { probleme } from '../messages/probleme';
import { cleIdentite, requisesDe } from './identite';
import type { Lecture, LigneLue } from './lire-lignes';
import { remarque } from './remarques';
import type { Remarque } from './resultat';

/**
 * Tout ce qui est à corriger d'une ligne rejetée, au-delà de ce qui l'a fait rejeter : une seule
 * correction doit suffire.
 */
export function chercheurDeRaisons(
  snapshot: Snapshot,
  table: TableEchangeable,
  lecture: Lecture,
): (lue: LigneLue) => readonly Remarque[] {
  const requises = requisesDe(table);
  let connues: ReadonlySet<string | null> | null = null;
  const estConnue = (lue: LigneLue): boolean => {
    const cle = cleIdentite(table, lue.valeurs);
    connues ??= new Set(snapshot.tables[table].map((e) => cleIdentite(table, { ...e })));
    return cle !== null && connues.has(cle);
  };
  return (lue) => {
    const illisibles = lecture.illisibles(lue.source);
    if (illisibles === null) return [];
    const dites = new Set(lue.rejets.map((r) => r.colonne));
    const absentes = estConnue(lue)
      ? []
      : requises.flatMap(({ cle, entete: colonne }) =>
          (lue.valeurs[cle] ?? null) === null && !dites.has(lecture.entete(cle))
            ? remarque(
                lue.ligne,
                lecture.entete(cle),
                '',
                probleme('IMPORT_REQUIS_ABSENT', { colonne }),
              )
            : [],
        );
    return [...absentes, ...illisibles.filter((r) => !dites.has(r.colonne))];
  };
}
