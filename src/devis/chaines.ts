import type { DateCivile } from '../commun/date-civile';
import type { Devis } from '../classeur/tables/devis';

/** Les versions d'un même numéro : une seule affaire commerciale, comptée une fois. */
export interface Chaine {
  readonly numero: string;
  /** Par version croissante. */
  readonly versions: readonly Devis[];
  /** La version la plus récente, quel que soit son état. */
  readonly derniere: Devis;
  /**
   * La dernière version partie chez le client, hors Annulé et Remplacé : c'est elle qui porte le
   * montant et la décision. `null` si rien n'est parti.
   */
  readonly envoyee: Devis | null;
  /** Premier envoi de la chaîne, d'où le mois d'émission. */
  readonly premierEnvoi: DateCivile | null;
}

const PARTIS: ReadonlySet<string> = new Set(['Envoyé', 'Signé', 'Refusé', 'Sans suite']);

/** Regroupe les devis par numéro, dans l'ordre de première apparition (Indicateurs, PRODUCT). */
export function grouperEnChaines(devis: readonly Devis[]): Chaine[] {
  const parNumero = new Map<string, Devis[]>();
  for (const d of devis) {
    if (d.numero === null) continue;
    const groupe = parNumero.get(d.numero);
    if (groupe) groupe.push(d);
    else parNumero.set(d.numero, [d]);
  }
  return Array.from(parNumero, ([numero, groupe]) => chaine(numero, groupe));
}

function chaine(numero: string, groupe: Devis[]): Chaine {
  const versions =
    groupe.length > 1 ? groupe.sort((a, b) => (a.version ?? 1) - (b.version ?? 1)) : groupe;
  let envoyee: Devis | null = null;
  let premierEnvoi: DateCivile | null = null;
  for (const v of versions) {
    if (v.statut !== null && PARTIS.has(v.statut)) envoyee = v;
    for (const jour of [v.premierEnvoi, v.envoyeLe]) {
      if (
        jour !== null &&
        v.statut !== 'Annulé' &&
        (premierEnvoi === null || jour < premierEnvoi)
      ) {
        premierEnvoi = jour;
      }
    }
  }
  return {
    numero,
    versions,
    derniere: versions[versions.length - 1] as Devis,
    envoyee,
    premierEnvoi,
  };
}
