import { plan, type Plan } from '../classeur/plan';
import type { Changement } from '../classeur/changements';
import type { Snapshot } from '../classeur/snapshot';
import type { TableEchangeable } from '../classeur/tables';
import type { Contexte } from '../commun/contexte';
import type { Correspondance } from './correspondance';
import type { Doublon } from './doublons';
import type { EcritureRejets } from './ecriture-rejets';
import type { TableSource } from './entete';
import { parcourirImport, type ImportParcouru, type SuiteImport } from './parcourir';
import type { Profil } from './profil';
import type { Remarque, ResultatImport } from './resultat';
import type { LigneSource, SourceTabulaire } from './source';

/** Retient tout ce qu'un import décide : de quoi l'écrire. */
export class CollecteImport implements SuiteImport {
  private readonly rejets: Remarque[] = [];
  private readonly aVerifier: Remarque[] = [];
  private readonly doublons: Doublon[] = [];
  private readonly changements: Changement[] = [];
  private readonly registre: Changement[] = [];
  private readonly clients: Changement[] = [];

  /** L'en-tête des motifs de ses lignes rejetées ; `null` tant que rien n'est lu. */
  motif: string | null = null;

  constructor(private readonly table: TableEchangeable) {}

  debut(_: TableSource, __: Correspondance, { motif }: EcritureRejets): void {
    this.motif = motif;
  }

  changement(c: Changement): void {
    if (c.table === this.table) this.changements.push(c);
    else (c.table === 'registre' ? this.registre : this.clients).push(c);
  }

  rejet(_: LigneSource, remarques: readonly Remarque[]): void {
    this.rejets.push(...remarques);
  }

  anomalies(remarques: readonly Remarque[]): void {
    this.aVerifier.push(...remarques);
  }

  doublon(d: Doublon): void {
    this.doublons.push(d);
  }

  plan({ bilan, problemes }: ImportParcouru): Plan<ResultatImport> {
    const { rejets, aVerifier: anomalies, doublons, clients, registre, changements } = this;
    return plan(
      { ...bilan, rejets, anomalies, doublons },
      {
        problemes,
        changements: problemes.length > 0 ? [] : [...clients, ...registre, ...changements],
      },
    );
  }
}

/**
 * Ce qu'un import écrirait (S2-12), entier en mémoire : chaque ligne de la source est créée, modifiée,
 * inchangée ou rejetée, et comptée une fois. Un fichier qui n'est pas de cette table est refusé.
 */
export function planImport(
  snapshot: Snapshot,
  table: TableEchangeable,
  source: SourceTabulaire,
  profil: Profil | null,
  contexte: Contexte,
): Plan<ResultatImport> {
  const collecte = new CollecteImport(table);
  return collecte.plan(parcourirImport(snapshot, table, source, profil, contexte, collecte));
}
