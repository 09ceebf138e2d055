import type { Changement } from '../../src/classeur/changements';
import type { Plan } from '../../src/classeur/plan';
import type { Doublon } from '../../src/import/doublons';
import type { ImportParcouru, SuiteImport } from '../../src/import/parcourir';
import type { CollecteImport } from '../../src/import/plan';
import type { Remarque, ResultatImport } from '../../src/import/resultat';
import type { LigneSource } from '../../src/import/source';
import { MAX_LIGNES } from '../workbooks/xlsx/plages';
import type { ResumeImport } from './resume-import';

/** Chaque devis créé inscrit aussi son numéro : au-delà, aucun onglet ne tiendrait l'import. */
const RETENUS = 2 * MAX_LIGNES;

/** Résume un import pour le montrer et le retient pour l'écrire, tant qu'un classeur le contiendrait. */
export class RetenuePlan implements SuiteImport {
  private retenus = 0;

  constructor(
    private readonly resume: ResumeImport,
    private collecte: CollecteImport | null,
  ) {}

  debut(...de: Parameters<ResumeImport['debut']>): void {
    this.resume.debut(...de);
  }

  changement(c: Changement): void {
    this.resume.changement(c);
    this.collecte?.changement(c);
    if (++this.retenus > RETENUS) this.collecte = null;
  }

  rejet(ligne: LigneSource, remarques: readonly Remarque[]): void {
    this.resume.rejet(ligne, remarques);
    this.collecte?.rejet(ligne, remarques);
  }

  anomalies(remarques: readonly Remarque[]): void {
    this.resume.anomalies(remarques);
    this.collecte?.anomalies(remarques);
  }

  doublon(d: Doublon): void {
    this.resume.doublon(d);
    this.collecte?.doublon(d);
  }

  /** Le plan qui vient d'être montré ; `null` s'il n'a pas été retenu. */
  plan(parcouru: ImportParcouru): Plan<ResultatImport> | null {
    return this.collecte?.plan(parcouru) ?? null;
  }
}
