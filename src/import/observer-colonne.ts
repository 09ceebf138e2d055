import type { Genre } from '../classeur/colonne';
import type { CelluleBrute } from '../classeur/source';
import { lireNombre, type OrdreDate } from '../commun/lire-texte';
import { preuveDecimale } from './preuve-decimale';

type Decimal = ',' | '.';

/** Ce qu'une colonne montre, cellule après cellule ; rien n'est retenu des cellules elles-mêmes. */
export interface ObservationColonne {
  voir(cellule: CelluleBrute): void;
  /** L'ordre du jour et du mois que prouvent ses dates ; une seule valeur au-delà de 12 décide. */
  ordre(): OrdreDate | 'contradictoire' | null;
  /** Une de ses dates en chiffres, jour et mois dans un ordre ou l'autre. */
  readonly exemple: string | undefined;
  /** Les séparateurs décimaux que prouvent ses nombres. */
  readonly decimales: ReadonlySet<Decimal>;
  /** Le signe étranger que portent toutes ses valeurs ; un signe isolé ne prouve rien. */
  monnaie(): '$' | '£' | null;
  /** Des taux écrits `20` : tous au-dessus de 1 (ou nuls), sans quoi 0,2 et 20 se contredisent. */
  enPourcents(decimal: Decimal | undefined): boolean;
}

export function observer(genre: Genre): ObservationColonne {
  if (genre === 'date' || genre === 'mois') return new Observation({ dates: true });
  if (genre === 'taux') return new Observation({ nombres: true, taux: true });
  const nombres = genre === 'montant' || genre === 'nombre' || genre === 'entier';
  return new Observation({ nombres });
}

class Observation implements ObservationColonne {
  readonly decimales = new Set<Decimal>();
  exemple: string | undefined;
  private readonly ordres = new Set<OrdreDate>();
  private signe: '$' | '£' | null | undefined;
  private readonly taux: readonly Taux[];

  constructor(
    private readonly quoi: {
      readonly dates?: boolean;
      readonly nombres?: boolean;
      readonly taux?: boolean;
    },
  ) {
    this.taux = quoi.taux ? [new Taux(undefined), new Taux(','), new Taux('.')] : [];
  }

  voir(cellule: CelluleBrute): void {
    // « 20 % » ne dit rien de l'échelle de la colonne.
    if (this.taux.length > 0 && !(typeof cellule === 'string' && cellule.endsWith('%'))) {
      for (const t of this.taux) t.voir(cellule);
    }
    if (typeof cellule !== 'string' || cellule.trim() === '') return;
    if (this.quoi.dates) this.voirDate(cellule);
    if (!this.quoi.nombres) return;
    this.voirSigne(cellule);
    if (this.decimales.size > 1) return;
    const preuve = preuveDecimale(cellule);
    if (preuve !== null) this.decimales.add(preuve);
  }

  ordre(): OrdreDate | 'contradictoire' | null {
    if (this.ordres.size > 1) return 'contradictoire';
    return [...this.ordres][0] ?? null;
  }

  monnaie(): '$' | '£' | null {
    return this.signe ?? null;
  }

  enPourcents(decimal: Decimal | undefined): boolean {
    return this.taux.some((t) => t.decimal === decimal && t.enPourcents());
  }

  private voirDate(texte: string): void {
    if (this.ordres.size > 1 || (this.exemple !== undefined && estJma(texte))) return;
    const m = /^\s*(\d{1,2})[-/. ](\d{1,2})[-/. ](?:\d{4}|\d{2})(?!\d)/.exec(texte);
    if (!m) return;
    this.exemple ??= texte;
    const [a, b] = [Number(m[1]), Number(m[2])];
    if (a > 12 && b <= 12) this.ordres.add('JMA');
    if (b > 12 && a <= 12) this.ordres.add('MJA');
  }

  private voirSigne(texte: string): void {
    if (this.signe === undefined) {
      const signe = /[$£]/.exec(texte)?.[0];
      this.signe = signe === '$' || signe === '£' ? signe : null;
    } else if (this.signe !== null && !texte.includes(this.signe)) this.signe = null;
  }
}

/** `03/04/2026` : rien de plus à en apprendre, une fois un exemple retenu. */
function estJma(texte: string): boolean {
  if (texte.length !== 10 || texte.charCodeAt(2) !== 47 || texte.charCodeAt(5) !== 47) return false;
  return petit(texte, 0) && petit(texte, 3);
}

/** Deux chiffres, 12 au plus. */
function petit(texte: string, place: number): boolean {
  const dizaine = texte.charCodeAt(place);
  const unite = texte.charCodeAt(place + 1);
  return (
    (dizaine === 48 && unite >= 48 && unite <= 57) || (dizaine === 49 && unite >= 48 && unite <= 50)
  );
}

/** Une valeur déjà vue n'apprend rien de plus. */
const RETENUES = 1_000;

/** Ce que seraient les taux si le séparateur décimal était celui-là. */
class Taux {
  private nombres = 0;
  private horsPourcents = false;
  private readonly vues = new Set<CelluleBrute>();

  constructor(readonly decimal: Decimal | undefined) {}

  voir(cellule: CelluleBrute): void {
    if (this.horsPourcents || this.vues.has(cellule)) return;
    if (this.vues.size < RETENUES) this.vues.add(cellule);
    const n =
      typeof cellule === 'string'
        ? lireNombre(cellule, this.decimal === undefined ? {} : { decimal: this.decimal })
        : cellule;
    if (typeof n !== 'number' || n === 0) return;
    this.nombres++;
    if (Math.abs(n) <= 1 || Math.abs(n) > 100) this.horsPourcents = true;
  }

  enPourcents(): boolean {
    return this.nombres > 0 && !this.horsPourcents;
  }
}
