import type { Snapshot } from '../classeur/snapshot';
import { TABLES, type TableEchangeable } from '../classeur/tables';
import { probleme } from '../messages/probleme';
import type { ClientsCites } from './clients-cites';
import { ContenusDejaLa } from './contenus-deja-la';
import type { Existant } from './decider';
import { retenir, type Groupe, type Lot } from './groupe';
import { aIdentite, cleIdentite } from './identite';
import type { Lecture, LigneLue } from './lire-lignes';
import { nommer } from './nommer';
import type { Preparation } from './preparer';
import { rassemblerClients } from './rassembler-clients';
import { remarque } from './remarques';
import { texteDeLigne, type LigneSource } from './source';

/** Lignes gardées à la fois, de celles dont l'identité revient plus loin dans la source. */
const TENUES = 20_000;

/** Toutes les lignes de la source, regroupées par identité ; aucune n'est gardée plus que nécessaire. */
export function rassembler(
  snapshot: Snapshot,
  table: TableEchangeable,
  preparation: Preparation,
  clients: ClientsCites,
  tenues = TENUES,
): Iterable<Lot> {
  if (table === 'clients') return rassemblerClients(snapshot, preparation);
  return new Rassembleur(snapshot, table, preparation, clients, tenues).lots();
}

const AUCUN: readonly Groupe[] = [];

class Rassembleur {
  private readonly existants = new Map<string, Existant>();
  private readonly contenus: ContenusDejaLa;
  private readonly lecture: Lecture;
  /** Lignes lues d'avance, par rang, jusqu'à ce que leur tour vienne. */
  private readonly avance = new Map<number, LigneLue>();
  private readonly aDecider = new Map<LigneLue, Groupe>();
  /** Texte d'une ligne que rien n'identifie → la première qui l'a. */
  private readonly repetees = new Map<string, number>();
  /** Rang à partir duquel les identités répétées sont encore à chercher. */
  private cherchees = 0;

  constructor(
    snapshot: Snapshot,
    private readonly table: TableEchangeable,
    private readonly preparation: Preparation,
    clients: ClientsCites,
    private readonly tenues: number,
  ) {
    this.lecture = preparation.lecture;
    for (const e of snapshot.tables[table] as readonly Existant[]) {
      const cle = cleIdentite(table, e);
      if (cle !== null && !this.existants.has(cle)) this.existants.set(cle, e);
    }
    this.contenus = new ContenusDejaLa(snapshot, table, this.lecture, clients);
  }

  *lots(): Generator<Lot> {
    const { reperes, decoupe } = this.preparation;
    let suite: LigneLue[] = [];
    let courante: number | null = null;
    let rang = -1;
    for (const ligne of decoupe.lignes) {
      rang++;
      const { empreinte: vue, combien } = reperes.voir(ligne);
      if (combien > 1) {
        if (suite.length > 0) yield this.lot(suite);
        suite = [];
        courante = null;
        yield this.eparse(rang, ligne);
        continue;
      }
      if (suite.length > 0 && (vue === null || vue !== courante)) {
        yield this.lot(suite);
        suite = [];
      }
      suite.push(this.lecture.lire(ligne));
      courante = vue;
    }
    if (suite.length > 0) yield this.lot(suite);
  }

  private lot(lignes: readonly LigneLue[]): Lot {
    const lue = lignes[0];
    if (lignes.length === 1 && lue) {
      const groupes = lue.rejets.length > 0 ? AUCUN : [this.groupeDe(lue)];
      return { lignes, groupes, seule: true };
    }
    return { lignes, groupes: this.grouper(lignes), seule: false };
  }

  /** Une ligne dont l'identité revient ailleurs : son groupe est décidé à la première. */
  private eparse(rang: number, ligne: LigneSource): Lot {
    if (rang >= this.cherchees) this.chercher(rang);
    const lue = this.avance.get(rang);
    if (!lue) {
      const seule = this.lecture.lire(ligne);
      const lot = { ...this.lot([seule]), seule: false };
      if (lot.groupes.some((g) => g.identite.length === 0 && !g.dejaLa)) this.direRepetee(seule);
      return lot;
    }
    this.avance.delete(rang);
    const groupe = this.aDecider.get(lue);
    this.aDecider.delete(lue);
    return { lignes: [lue], groupes: groupe ? [groupe] : [], seule: false };
  }

  /** Une ligne que rien n'identifie, la même qu'une autre du fichier : elle est créée aussi, et c'est dit. */
  private direRepetee(lue: LigneLue): void {
    const texte = texteDeLigne(lue.source.cellules);
    const premiere = this.repetees.get(texte);
    if (premiere === undefined) this.repetees.set(texte, lue.ligne);
    else
      lue.anomalies.push(
        remarque(lue.ligne, '', '', probleme('IMPORT_LIGNE_REPETEE', { premiere })),
      );
  }

  /**
   * Lit d'avance, à partir d'un rang, des identités qui reviennent, chacune avec toutes ses lignes,
   * tant qu'il n'y en a pas trop ; les suivantes le seront quand leur tour viendra.
   */
  private chercher(depuis: number): void {
    const { reperes, decoupe } = this.preparation;
    const ouvertes = new Set<string>();
    const lues: LigneLue[] = [];
    let promises = 0;
    let rang = -1;
    this.cherchees = Infinity;
    for (const ligne of decoupe.lignes) {
      rang++;
      if (rang < depuis || this.avance.has(rang)) continue;
      const { combien } = reperes.voir(ligne);
      if (combien < 2) continue;
      const lue = this.lecture.lire(retenir(ligne));
      const cle = cleIdentite(this.table, lue.valeurs);
      if (cle === null) continue;
      if (!ouvertes.has(cle)) {
        if (rang >= this.cherchees) continue;
        ouvertes.add(cle);
        promises += combien;
        if (promises >= this.tenues) this.cherchees = rang + 1;
      }
      this.avance.set(rang, lue);
      lues.push(lue);
    }
    for (const groupe of this.grouper(lues)) {
      const [premiere] = groupe.lignes;
      if (premiere) this.aDecider.set(premiere, groupe);
    }
  }

  /** Regroupe par identité des lignes acceptables, dans l'ordre de la source. */
  private grouper(lignes: readonly LigneLue[]): Groupe[] {
    const { table } = this;
    const incomplets = this.preparation.regle === null ? null : this.incomplets(lignes);
    const groupes: Groupe[] = [];
    const parCle = new Map<string, Groupe>();
    for (const lue of lignes) {
      if (lue.rejets.length > 0) continue;
      const cle = cleIdentite(table, lue.valeurs);
      if (cle === null) {
        groupes.push(this.groupeDe(lue));
        continue;
      }
      if (incomplets?.has(cle)) {
        this.rejeterIncomplet(lue);
        continue;
      }
      const groupe = parCle.get(cle);
      if (groupe) groupe.lignes.push(lue);
      else {
        const nouveau = this.groupeDe(lue);
        parCle.set(cle, nouveau);
        groupes.push(nouveau);
      }
    }
    return groupes;
  }

  /** Le groupe que cette ligne commence. */
  private groupeDe(lue: LigneLue): Groupe {
    const { table, existants } = this;
    const nommee = existants.size === 0 && aIdentite(table, lue.valeurs);
    const cle = nommee ? '' : cleIdentite(table, lue.valeurs);
    if (cle === null) {
      const dejaLa = this.contenus.reconnaitre(lue);
      if (!dejaLa) this.contenus.direProche(lue);
      return { lignes: [lue], identite: [], existant: null, dejaLa };
    }
    const existant = existants.get(cle) ?? null;
    return { lignes: [lue], identite: TABLES[table].identite, existant, dejaLa: false };
  }

  /** Un montant somme de lignes serait faux s'il en manque une. */
  private incomplets(lignes: readonly LigneLue[]): Set<string> {
    const cles = lignes
      .filter((l) => l.rejets.length > 0)
      .map((l) => cleIdentite(this.table, l.valeurs))
      .filter((c) => c !== null);
    return new Set(cles);
  }

  private rejeterIncomplet(lue: LigneLue): void {
    const { lecture } = this;
    const p = probleme('IMPORT_DOCUMENT_INCOMPLET', { nom: nommer(lue.valeurs) });
    lue.rejets.push(remarque(lue.ligne, lecture.entete('numero'), lecture.texte(lue, 'numero'), p));
  }
}
