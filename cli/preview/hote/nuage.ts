import { randomUUID } from 'node:crypto';
import type { Emulateur } from '../emulateur/emulateur';
import { BoiteGmail } from './boite-gmail';
import type { Declencheur, RegleHoraire } from './contrat';
import type { Horloge } from './horloge';

/** Une exécution du script, qui peut tenir un verrou. */
export type Execution = object;

/**
 * Ce que les personnes d'un même classeur partagent : les classeurs, l'heure, les verrous, les
 * propriétés, le cache, et chez chacune sa boîte et ses déclencheurs.
 */
export class Nuage {
  readonly #boites = new Map<string, BoiteGmail>();
  readonly #proprietes = new Map<string, Map<string, string>>();
  readonly #cache = new Map<string, { readonly valeur: string; readonly fin: number }>();
  readonly #verrous = new Map<string, Execution>();
  readonly #departs = new Map<string, number>();
  #declencheurs: readonly Declencheur[] = [];
  #rang = 0;

  constructor(
    readonly emulateur: Emulateur,
    readonly horloge: Horloge,
    /** D'où viennent les identifiants tirés au sort (`Utilities.getUuid`). */
    readonly uuid: () => string = randomUUID,
  ) {}

  boite(utilisateur: string): BoiteGmail {
    const boite = this.#boites.get(utilisateur) ?? new BoiteGmail();
    this.#boites.set(utilisateur, boite);
    return boite;
  }

  /** Un magasin de propriétés : celui d'un document, ou celui d'une personne. */
  proprietes(cle: string): Map<string, string> {
    const magasin = this.#proprietes.get(cle) ?? new Map<string, string>();
    this.#proprietes.set(cle, magasin);
    return magasin;
  }

  lireCache(cle: string): string | null {
    const entree = this.#cache.get(cle);
    return entree && entree.fin > this.horloge.maintenant() ? entree.valeur : null;
  }

  /** Garde une valeur un nombre de secondes ; `null` l'ôte. */
  poserCache(cle: string, valeur: string | null, secondes: number): void {
    if (valeur === null) this.#cache.delete(cle);
    else this.#cache.set(cle, { valeur, fin: this.horloge.maintenant() + secondes * 1000 });
  }

  /** Prend le verrou d'un document s'il est libre, ou déjà tenu par cette exécution. */
  prendreVerrou(document: string, execution: Execution): boolean {
    const detenteur = this.#verrous.get(document);
    if (detenteur !== undefined && detenteur !== execution) return false;
    this.#verrous.set(document, execution);
    return true;
  }

  tientVerrou(document: string, execution: Execution): boolean {
    return this.#verrous.get(document) === execution;
  }

  rendreVerrou(document: string, execution: Execution): void {
    if (this.#verrous.get(document) === execution) this.#verrous.delete(document);
  }

  declencheurs(utilisateur: string): readonly Declencheur[] {
    return this.#declencheurs.filter((d) => d.utilisateur === utilisateur);
  }

  get tousLesDeclencheurs(): readonly Declencheur[] {
    return this.#declencheurs;
  }

  poserDeclencheur(utilisateur: string, fonction: string, regle: RegleHoraire): Declencheur {
    this.#rang += 1;
    const id = String(1_000_000 + this.#rang);
    const poseLe = this.horloge.maintenant();
    const declencheur = { id, utilisateur, fonction, regle, poseLe };
    this.#declencheurs = [...this.#declencheurs, declencheur];
    return declencheur;
  }

  oterDeclencheur(id: string): void {
    this.#declencheurs = this.#declencheurs.filter((d) => d.id !== id);
  }

  /** Instant jusqu'où ce déclencheur a été servi. */
  serviJusqua(d: Declencheur): number {
    return this.#departs.get(d.id) ?? d.poseLe;
  }

  noterDepart(d: Declencheur): void {
    this.#departs.set(d.id, this.horloge.maintenant());
  }
}
