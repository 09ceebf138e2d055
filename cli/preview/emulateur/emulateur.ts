import type { AppelEmule, SurAppel } from './appel-emule';
import { charger } from './charger';
import { ErreurApi, invalide } from './erreur-api';
import { lireClasseur, masqueLecture } from './lire-classeur';
import { resoudreA1 } from './lire-plage';
import { lirePlages, valeurs } from './lire-valeurs';
import { copierClasseur } from './modele';
import type { Classeur } from './modele';
import { nommerOnglet } from './a1';
import { signerProtections, verifierProtections } from './protection';
import type { Auteur } from './protection';
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
  readonly #proprietaires = new Map<string, string>();

  /**
   * Crée un classeur à partir du JSON de `spreadsheets.create`, valeurs en cache admises. Sans
   * propriétaire, les protections n'arrêtent personne.
   */
  creer(id: string, classeur: object = {}, proprietaire: string | null = null): void {
    if (this.#classeurs.has(id)) throw invalide(`Spreadsheet ${id} already exists.`);
    this.#classeurs.set(id, charger(id, copier(classeur)));
    if (proprietaire !== null) this.#proprietaires.set(id, proprietaire);
  }

  /** Rend le JSON de Google ; lève `ErreurApi`. Sans adresse, c'est le propriétaire qui agit. */
  executer(appel: AppelEmule, adresse?: string): unknown {
    if (appel.methode === 'batchUpdate') this.compte.ecritures += 1;
    else this.compte.lectures += 1;
    this.surAppel?.(appel, 'avant');
    const reponse = this.#repondre(appel, adresse);
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

  #repondre(appel: AppelEmule, adresse: string | undefined): unknown {
    const { id } = appel;
    const classeur = this.#classeur(id);
    switch (appel.methode) {
      case 'get':
        return lireClasseur(classeur, masqueLecture(appel.champs), appel.plages ?? []);
      case 'batchGet':
        return lirePlages(classeur, appel.plages);
      case 'batchUpdate': {
        const apres = this.#ecrire(classeur, copier(appel.requetes), this.#auteur(id, adresse));
        const masque = masqueLecture(appel.donnees === false ? null : '*');
        const updatedSpreadsheet =
          appel.rendre && lireClasseur(apres.classeur, masque, appel.rendre);
        this.#classeurs.set(id, apres.classeur);
        return copier({ spreadsheetId: id, replies: apres.replies, updatedSpreadsheet });
      }
    }
  }

  #auteur(id: string, adresse: string | undefined): Auteur | null {
    const proprietaire = this.#proprietaires.get(id);
    return proprietaire === undefined ? null : { adresse: adresse ?? proprietaire, proprietaire };
  }

  /** Tout s'écrit sur une copie : un refus n'a rien changé. */
  #ecrire(avant: Classeur, requetes: readonly object[], auteur: Auteur | null) {
    if (requetes.length === 0) throw invalide('Must specify at least one request.');
    verifier(requetes, ['Request'], 'requests');
    const classeur = copierClasseur(avant);
    const replies = requetes.map((r, i) => appliquer(classeur, r as TypeGoogle<'Request'>, i));
    if (auteur) {
      verifierProtections(avant, classeur, auteur);
      signerProtections(avant, classeur, auteur);
    }
    return { classeur, replies };
  }
}

/** Seul du JSON entre et sort : rien n'est partagé avec l'appelant. */
const copier = <T>(valeur: T): T => JSON.parse(JSON.stringify(valeur)) as T;
