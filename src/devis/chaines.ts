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
    if (v.statut === 'Annulé') return;
    this.premierEnvoi = plusTot(plusTot(this.premierEnvoi, v.premierEnvoi), v.envoyeLe);
  }
}

function estParti({ statut }: Devis): boolean {
  return (
    statut === 'Envoyé' || statut === 'Signé' || statut === 'Refusé' || statut === 'Sans suite'
  );
}

function plusTot(a: DateCivile | null, b: DateCivile | null): DateCivile | null {
  if (a === null || b === null) return a ?? b;
  return b < a ? b : a;
}
