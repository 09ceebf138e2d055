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

/** Regroupe les devis par numéro, dans l'ordre de première apparition (Indicateurs, PRODUCT). */
export function grouperEnChaines(devis: readonly Devis[]): Chaine[] {
  const parNumero = new Map<string, ChaineLue>();
  const chaines: ChaineLue[] = [];
  const plusieurs = new Set<ChaineLue>();
  for (const d of devis) {
    if (d.numero === null) continue;
    const deja = parNumero.get(d.numero);
    if (deja) {
      deja.ajouter(d);
      plusieurs.add(deja);
    } else {
      const nouvelle = new ChaineLue(d.numero, d);
      parNumero.set(d.numero, nouvelle);
      chaines.push(nouvelle);
    }
  }
  for (const chaine of plusieurs) chaine.ordonner();
  return chaines;
}

/**
 * Les numéros que plusieurs lignes pourraient porter : ceux qui ne dépassent pas tous les
 * précédents. Les numéros se suivent presque toujours : peu sont à regrouper, et 100 000 devis se
 * rangent sans table.
 */
export function numerosARegrouper(devis: readonly Devis[]): Set<string> {
  const douteux = new Set<string>();
  let dernier = '';
  for (const { numero } of devis) {
    if (numero === null) continue;
    if (suit(numero, dernier)) dernier = numero;
    else douteux.add(numero);
  }
  return douteux;
}

/** Un ordre total où DEV-2026-9999 précède DEV-2026-10000. */
function suit(a: string, b: string): boolean {
  return a.length === b.length ? a > b : a.length > b.length;
}

/** Le plus souvent une seule version : le tableau des versions ne se crée que s'il le faut (100 000 devis). */
class ChaineLue implements Chaine {
  derniere: Devis;
  envoyee: Devis | null = null;
  premierEnvoi: DateCivile | null = null;
  private toutes: Devis[] | null = null;

  constructor(
    readonly numero: string,
    premiere: Devis,
  ) {
    this.derniere = premiere;
    this.compter(premiere);
  }

  get versions(): readonly Devis[] {
    return this.toutes ?? [this.derniere];
  }

  ajouter(version: Devis): void {
    this.toutes ??= [this.derniere];
    this.toutes.push(version);
  }

  /** Remet les versions en ordre, et relit la chaîne dans cet ordre. */
  ordonner(): void {
    this.toutes?.sort((a, b) => (a.version ?? 1) - (b.version ?? 1));
    this.envoyee = null;
    this.premierEnvoi = null;
    for (const version of this.versions) {
      this.compter(version);
      this.derniere = version;
    }
  }

  private compter(v: Devis): void {
    if (estParti(v)) this.envoyee = v;
    this.premierEnvoi = plusTot(this.premierEnvoi, envoiDe(v));
  }
}

export function estParti({ statut }: Devis): boolean {
  return (
    statut === 'Envoyé' || statut === 'Signé' || statut === 'Refusé' || statut === 'Sans suite'
  );
}

/** Premier envoi d'une version ; une version annulée ne compte pas. */
export function envoiDe({ statut, premierEnvoi, envoyeLe }: Devis): DateCivile | null {
  return statut === 'Annulé' ? null : plusTot(premierEnvoi, envoyeLe);
}

function plusTot(a: DateCivile | null, b: DateCivile | null): DateCivile | null {
  if (a === b || a === null || b === null) return a ?? b;
  return b < a ? b : a;
}
