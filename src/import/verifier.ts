import { TABLES, type TableEchangeable } from '../classeur/tables';
import { normaliser } from '../commun/texte';
import { probleme, type Probleme } from '../messages/probleme';
import { COLONNES_IDENTITE } from './identite';
import { colonnesDe } from './noms-connus';
import type { Preparation } from './preparer';
import type { Lot } from './groupe';

/**
 * Les colonnes sans lesquelles rien ne peut être importé : celles de l'identité, toujours ; les
 * autres colonnes requises, sauf si le fichier ne fait que compléter des enregistrements connus.
 */
export function manquesDe(
  table: TableEchangeable,
  { decoupe, lecture }: Preparation,
  lots: () => Iterable<Lot>,
): Probleme[] {
  const remplies = new Set(lecture.cles);
  const absentes = Object.entries(colonnesDe(table)).filter(([cle, colonne]) => {
    const utile = COLONNES_IDENTITE[table].includes(cle) || colonne.requis;
    return utile && !remplies.has(cle) && cle !== 'version';
  });
  if (absentes.length === 0) return [];
  const complete = complet(lots());
  return absentes.flatMap(([cle, colonne]) => {
    if (complete && !COLONNES_IDENTITE[table].includes(cle)) return [];
    return [
      probleme('COLONNE_REQUISE_ABSENTE', {
        onglet: TABLES[table].onglet,
        colonne: colonne.entete,
        entetes: decoupe.colonnes.map((c) => c.entete),
        choix: colonne.valeurs,
        identite: COLONNES_IDENTITE[table].includes(cle),
      }),
    ];
  });
}

function complet(lots: Iterable<Lot>): boolean {
  for (const { groupes } of lots) if (groupes.some((g) => g.existant !== null)) return true;
  return false;
}

interface Constats {
  readonly plusieursLignes: number;
  readonly objetsDifferents: number;
}

/** Ce qui a été décidé pour tout le fichier, et qu'une personne doit pouvoir contester. */
export function avertissementsDe(
  { correspondance, lecture, regle, profil }: Preparation,
  { plusieursLignes, objetsDifferents }: Constats,
): Probleme[] {
  const constantes = Object.entries(profil?.constantes ?? {}).map(([colonne, valeur]) => ({
    colonne,
    valeur,
  }));
  const avertissements = [
    ...(constantes.length > 0 ? [probleme('IMPORT_CONSTANTES', { constantes })] : []),
    ...correspondance.avertissements,
    ...lecture.avertissements,
  ];
  if (regle) avertissements.push(probleme('IMPORT_MONTANT_SOMME', { colonnes: regle.colonnes }));
  const montant = correspondance.colonnes.get('montantHt');
  if (!regle && montant && plusieursLignes > 0) {
    avertissements.push(probleme('IMPORT_MONTANT_DOCUMENT', { documents: plusieursLignes }));
  }
  if (
    montant &&
    profil === null &&
    !/\b(ht|h t|hors taxes?|untaxed|net|excl|montantht)\b/.test(normaliser(montant.nom))
  ) {
    avertissements.push(probleme('IMPORT_MONTANT_HT_SUPPOSE', { colonne: montant.entete }));
  }
  if (objetsDifferents > 0) {
    avertissements.push(probleme('IMPORT_OBJET_PREMIERE_LIGNE', { documents: objetsDifferents }));
  }
  return avertissements;
}
