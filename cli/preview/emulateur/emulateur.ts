import type { AppelEmule, SurAppel } from './appel-emule';
import { charger } from './charger';
import { ErreurApi, invalide } from './erreur-api';
import { lireClasseur, masqueLecture } from './lire-classeur';
import { resoudreA1 } from './lire-plage';
import { lirePlages, valeurs } from './lire-valeurs';
import { copierClasseur } from './modele';
import type { Classeur } from './modele';
import { nommerOnglet } from './a1';
import { appliquer } from './requetes';
import type { TypeGoogle } from './schema/types';
import { verifier } from './schema/verifier';

export interface Onglet {
  readonly id: number;
  readonly titre: string;
  readonly nbLignes: number;
  readonly nbColonnes: number;
}

/**
 * L'API Google Sheets v4 en mémoire, pour l'aperçu et les essais. Stricte : ce que Google refuse, elle
 * le refuse, avec ses mots ; ce qu'elle ne sait pas imiter, elle le refuse aussi. Elle ne calcule
 * aucune formule et n'en réécrit aucune quand des lignes bougent.
 */
export class Emulateur {
  surAppel: SurAppel | null = null;
  readonly compte = { lectures: 0, ecritures: 0 };
  readonly #classeurs = new Map<string, Classeur>();

  /** Crée un classeur à partir du JSON de `spreadsheets.create`, valeurs en cache admises. */
  creer(id: string, classeur: object = {}): void {
    if (this.#classeurs.has(id)) throw invalide(`Spreadsheet ${id} already exists.`);
    this.#classeurs.set(id, charger(id, copier(classeur)));
  }

  /** Rend le JSON de Google ; lève `ErreurApi`. */
  executer(appel: AppelEmule): unknown {
    if (appel.methode === 'batchUpdate') this.compte.ecritures += 1;
    else this.compte.lectures += 1;
    this.surAppel?.(appel, 'avant');
    const reponse = this.#repondre(appel);
    this.surAppel?.(appel, 'apres');
    return reponse;
  }

  /** Les valeurs d'un onglet, comme `batchGet` les rend, sans compter de lecture. */
  contenu(id: string, onglet: string): readonly (readonly (number | string | boolean)[])[] {
    const { feuille, rectangle } = resoudreA1(this.#classeur(id), nommerOnglet(onglet));
    return valeurs(feuille, rectangle);
  }

  /** Les onglets et leur taille, sans compter de lecture. */
  onglets(id: string): readonly Onglet[] {
    return this.#classeur(id).feuilles.map((f) => ({
      id: f.id,
      titre: f.proprietes.title ?? '',
      nbLignes: f.nbLignes,
      nbColonnes: f.nbColonnes,
    }));
  }

  titre(id: string): string {
    return this.#classeur(id).proprietes.title ?? '';
  }

  /** Le classeur entier en JSON : de quoi comparer cellule par cellule, ou le recréer. */
  instantane(id: string): object {
    return lireClasseur(this.#classeur(id), null, []) as object;
  }

  /** Le classeur tel qu'il est ; il ne changera plus : une écriture en fait un autre. */
  etat(id: string): Classeur {
    return this.#classeur(id);
  }

  /** Remet (ou met) un classeur dans un état gardé. */
  retablir(etat: Classeur): void {
    this.#classeurs.set(etat.id, etat);
  }

  #classeur(id: string): Classeur {
    const classeur = this.#classeurs.get(id);
    if (!classeur) throw new ErreurApi(404, 'Requested entity was not found.');
    return classeur;
  }

  #repondre(appel: AppelEmule): unknown {
    const classeur = this.#classeur(appel.id);
    switch (appel.methode) {
      case 'get':
        return lireClasseur(classeur, masqueLecture(appel.champs), appel.plages ?? []);
      case 'batchGet':
        return lirePlages(classeur, appel.plages);
      case 'batchUpdate':
        return this.#ecrire(classeur, copier(appel.requetes), appel.rendre);
    }
  }

  /** Tout s'écrit sur une copie : un refus n'a rien changé. */
  #ecrire(avant: Classeur, requetes: readonly object[], rendre: readonly string[] | undefined) {
    if (requetes.length === 0) throw invalide('Must specify at least one request.');
    verifier(requetes, ['Request'], 'requests');
    const apres = copierClasseur(avant);
    const replies = requetes.map((r, i) => appliquer(apres, r as TypeGoogle<'Request'>, i));
    const updatedSpreadsheet = rendre
      ? { updatedSpreadsheet: lireClasseur(apres, null, rendre) }
      : {};
    this.#classeurs.set(avant.id, apres);
    return copier({ spreadsheetId: avant.id, replies, ...updatedSpreadsheet });
  }
}

/** Seul du JSON entre et sort : rien n'est partagé avec l'appelant. */
const copier = <T>(valeur: T): T => JSON.parse(JSON.stringify(valeur)) as T;
