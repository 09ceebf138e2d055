import type { Changement } from '../../src/classeur/changements';
import type { CleTable, TableEchangeable } from '../../src/classeur/tables';
import type { Correspondance } from '../../src/import/correspondance';
import type { Doublon } from '../../src/import/doublons';
import type { EcritureRejets } from '../../src/import/ecriture-rejets';
import type { TableSource } from '../../src/import/entete';
import type { EmpreintePlan } from '../../src/import/empreinte-plan';
import { rangsDesDates } from '../../src/import/motif-de-rejet';
import type { SuiteImport } from '../../src/import/parcourir';
import { RemarquesResumees } from '../../src/import/remarques-resumees';
import type { Remarque } from '../../src/import/resultat';
import type { LigneSource } from '../../src/import/source';
import type { EcrivainRejets } from '../fichiers/ecrire-rejets';
import { DoublonsResumes } from '../remarques-texte';
import { EcrituresListees } from './ecritures-listees';

type Creation = Extract<Changement, { type: 'ajouter' }>;
type Modification = Extract<Changement, { type: 'modifier' }>;

/** Créations et modifications montrées avant de demander l'accord. */
export const MONTREES = 5;
/** Lignes citées pour une même raison. */
const LIGNES_CITEES = 5;

/**
 * Ce qu'il faut d'un import pour le montrer : des comptes, ses premières écritures, ses remarques par
 * nature, les premiers noms. Le reste passe sans être gardé, sauf en JSON où toutes les remarques sont
 * rendues.
 */
export class ResumeImport implements SuiteImport {
  readonly creations: Creation[] = [];
  readonly modifications: Modification[] = [];
  /** Lignes à ajouter, par table. */
  readonly ajouts = new Map<CleTable, number>();
  modifiees = 0;
  readonly rejets = new RemarquesResumees(LIGNES_CITEES);
  readonly aVerifier = new RemarquesResumees(LIGNES_CITEES);
  readonly doublons = new DoublonsResumes();
  readonly listees: EcrituresListees;
  /** Toutes, si elles sont gardées. */
  readonly tousRejets: Remarque[] = [];
  readonly toutesAnomalies: Remarque[] = [];
  readonly tousDoublons: Doublon[] = [];

  constructor(
    private readonly table: TableEchangeable,
    private readonly options: {
      readonly garderRemarques: boolean;
      readonly ecrivain: EcrivainRejets | null;
      /** De quoi reconnaître ce plan, s'il sera refait au moment d'écrire. */
      readonly empreinte: EmpreintePlan | null;
    },
  ) {
    this.listees = new EcrituresListees(table);
  }

  get ecritures(): number {
    let ajouts = 0;
    for (const nombre of this.ajouts.values()) ajouts += nombre;
    return this.modifiees + ajouts;
  }

  debut(decoupe: TableSource, correspondance: Correspondance, ecriture: EcritureRejets): void {
    this.options.ecrivain?.debut(decoupe, ecriture, rangsDesDates(this.table, correspondance));
  }

  changement(c: Changement): void {
    this.listees.noter(c);
    this.options.empreinte?.noter(c);
    if (c.type === 'modifier') {
      this.modifiees++;
      if (this.modifications.length < MONTREES) this.modifications.push(c);
    } else if (c.type === 'ajouter') {
      this.ajouts.set(c.table, (this.ajouts.get(c.table) ?? 0) + 1);
      if (c.table === this.table && this.creations.length < MONTREES) this.creations.push(c);
    }
  }

  rejet(ligne: LigneSource, remarques: readonly Remarque[]): void {
    for (const r of remarques) this.rejets.ajouter(r);
    this.options.ecrivain?.ligne(ligne, remarques);
    if (this.options.garderRemarques) this.tousRejets.push(...remarques);
  }

  anomalies(remarques: readonly Remarque[]): void {
    for (const r of remarques) this.aVerifier.ajouter(r);
    if (this.options.garderRemarques) this.toutesAnomalies.push(...remarques);
  }

  doublon(d: Doublon): void {
    this.doublons.ajouter(d);
    if (this.options.garderRemarques) this.tousDoublons.push(d);
  }
}
