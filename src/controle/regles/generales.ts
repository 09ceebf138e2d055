import type { Colonne } from '../../classeur/colonne';
import type { Snapshot } from '../../classeur/snapshot';
import { CLES_TABLES, TABLES, type CleTable, type Ligne } from '../../classeur/tables';
import { cleObjectif } from '../../classeur/tables/objectifs';
import { estAdresseEmail } from '../../commun/adresse-email';
import { normaliser, plierNumero, plusProche } from '../../commun/texte';
import { manqueDeNumero } from '../../devis/sans-numero';
import { lienCellule } from '../../classeur/lien-cellule';
import { anomalie, montrerCellule, regle, type Anomalie, type Regle } from '../regle';

/** Ce que la seule déclaration des colonnes permet de vérifier, sur tous les onglets non générés. */
const TABLES_VERIFIEES = CLES_TABLES.filter((cle) => TABLES[cle].nature !== 'genere');

const colonnesDe = (table: CleTable): [string, Colonne][] => Object.entries(TABLES[table].colonnes);

/** Chaque cellule incomprise, avec ce que son genre accepte. */
export function cellulesIllisibles(snapshot: Snapshot): Anomalie[] {
  return TABLES_VERIFIEES.flatMap((table) =>
    snapshot.illisiblesDe(table).map(({ ligne, colonne, valeur, nombre }) => {
      const colonnes: Readonly<Record<string, Colonne>> = TABLES[table].colonnes;
      const { genre = 'texte', valeurs = [] } = colonnes[colonne] ?? {};
      if (genre === 'taux' && nombre !== undefined) {
        const details = { illisible: nombre };
        return anomalie({ snapshot }, table, ligne, colonne, 'TAUX_HORS_BORNES', valeur, details);
      }
      return genre === 'choix'
        ? anomalie({ snapshot }, table, ligne, colonne, 'CHOIX_INCONNU', valeur, {
            proche: plusProche(valeur, valeurs),
            valeurs,
          })
        : anomalie({ snapshot }, table, ligne, colonne, 'CELLULE_ILLISIBLE', valeur, { genre });
    }),
  );
}

function requises(table: CleTable): Regle[] {
  const requis = colonnesDe(table).filter(([, colonne]) => colonne.requis);
  if (requis.length === 0) return [];
  return [
    regle(table, 'VALEUR_REQUISE', (ligne, r) =>
      requis.flatMap(([colonne]) =>
        lire(ligne, colonne) === null &&
        !r.snapshot.estIllisible(table, ligne.ligne, colonne) &&
        !autrementDit(table, ligne, colonne)
          ? [{ colonne, details: {} }]
          : [],
      ),
    ),
  ];
}

/** Un devis parti sans numéro a sa propre règle (`DEVIS_SANS_NUMERO`), qui dit quoi écrire. */
function autrementDit(table: CleTable, ligne: Ligne<CleTable>, colonne: string): boolean {
  return table === 'devis' && colonne === 'numero' && manqueDeNumero(ligne as Ligne<'devis'>);
}

function emails(table: CleTable): Regle[] {
  const adresses = colonnesDe(table).filter(([, colonne]) => colonne.genre === 'email');
  if (adresses.length === 0) return [];
  return [
    regle(table, 'EMAIL_INVALIDE', (ligne) =>
      adresses.flatMap(([colonne]) => {
        const adresse = lire(ligne, colonne);
        return typeof adresse === 'string' && !estAdresseEmail(adresse)
          ? [{ colonne, details: {} }]
          : [];
      }),
    ),
  ];
}

/** Un taux lu, mais négatif ou de plus de 100 %. */
function taux(table: CleTable): Regle[] {
  const colonnes = colonnesDe(table).filter(([, colonne]) => colonne.genre === 'taux');
  if (colonnes.length === 0) return [];
  return [
    regle(table, 'TAUX_HORS_BORNES', (ligne) =>
      colonnes.flatMap(([colonne]) => {
        const lu = lire(ligne, colonne);
        return typeof lu === 'number' && (lu < 0 || lu > 1)
          ? [{ colonne, details: { illisible: null } }]
          : [];
      }),
    ),
  ];
}

/** La deuxième ligne de même identité, et les suivantes ; la première est citée. */
export function doublons(snapshot: Snapshot): Anomalie[] {
  return TABLES_VERIFIEES.flatMap((table) => {
    const { identite } = TABLES[table];
    const [principale] = identite;
    if (principale === undefined) return [];
    const comparable = table === 'clients' ? normaliser : plierNumero;
    const premiers = new Map<string, number>();
    return snapshot.tables[table].flatMap((ligne) => {
      const nom = montrerCellule(table, ligne, principale);
      if (nom === '') return [];
      const cle =
        table === 'objectifs'
          ? cleObjectif(ligne as Ligne<'objectifs'>)
          : identite.map((c) => comparable(String(lire(ligne, c) ?? ''))).join('\u0000');
      const premier = premiers.get(cle);
      if (premier === undefined) {
        premiers.set(cle, ligne.ligne);
        return [];
      }
      const details = { premier: lienCellule(snapshot, table, premier, principale) };
      return [
        anomalie({ snapshot }, table, ligne.ligne, principale, 'IDENTITE_EN_DOUBLE', nom, details),
      ];
    });
  });
}

function lire(ligne: object, colonne: string): unknown {
  return (ligne as Record<string, unknown>)[colonne] ?? null;
}

export const REGLES_GENERALES: readonly Regle[] = TABLES_VERIFIEES.flatMap((table) =>
  requises(table).concat(emails(table), taux(table)),
);
