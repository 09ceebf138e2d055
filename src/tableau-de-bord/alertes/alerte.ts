import type { Mois } from '../../commun/date-civile';
import { ALERTES, type CodeAlerte } from '../../messages/tableau';
import type { Index } from '../index-commercial';
import type { SuiviObjectif } from '../objectifs';
import type { Prevision } from '../prevision';

/** Ce qui demande une action, et la cellule où la faire (S4-16). */
export interface Alerte {
  readonly code: CodeAlerte;
  readonly message: string;
  /** `Devis!A12` ; `null` si aucune cellule ne s'y prête. */
  readonly lien: string | null;
}

/** Ce qu'une alerte regarde. */
export interface Situation {
  readonly index: Index;
  readonly mois: Mois;
  readonly responsable: string | null;
  readonly objectifs: readonly SuiviObjectif[];
  readonly previsions: readonly Prevision[];
}

export type Veille = (situation: Situation) => Alerte[];

export function alerte<C extends CodeAlerte>(
  code: C,
  args: Parameters<(typeof ALERTES)[C]>[0],
  lien: string | null,
): Alerte {
  const phrase = ALERTES[code] as (a: typeof args) => string;
  return { code, message: phrase(args), lien };
}
