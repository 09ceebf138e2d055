import { randomBytes } from 'node:crypto';
import { basename } from 'node:path';
import { ONGLET_ACCUEIL } from '../../sheets-templates/accueil';
import { messageDe } from '../../src/messages/probleme';
import { typographier } from '../../src/messages/formats';
import { ErreurClasseur } from '../../src/classeur/erreur-classeur';
import { ajouterFeuilles, type FeuilleNeuve } from '../workbooks/xlsx/ajouter-feuilles';
import { ClasseurXlsx } from '../workbooks/xlsx/classeur-xlsx';
import {
  estInchange,
  lireFichier,
  sembleInchange,
  type FichierLu,
} from '../workbooks/xlsx/fichier-lu';
import { poserCellules } from '../workbooks/xlsx/poser-cellules';
import { Prise } from '../workbooks/xlsx/prise';
import { depuisEmulateur } from './document/depuis-emulateur';
import type { Grille } from './document/grille';
import { lireDocument, type DocumentLu } from './document/lire-document';
import { comparerGrilles, sansLesPages, versFichierXlsx } from './document/poser-differences';
import { insertionsDe, suivreInsertions } from './document/suivre-insertions';
import { caracteres } from './document/mesures';
import { tamponner } from './document/tamponner';
import { versEmulateur } from './document/vers-emulateur';
import { versPage } from './document/vers-page';
import type { AppelEmule } from './emulateur/appel-emule';
import { charger } from './emulateur/charger';
import { Emulateur } from './emulateur/emulateur';
import { ErreurApi } from './emulateur/erreur-api';
import type { Classeur } from './emulateur/modele';
import type { ChangementsVus } from './protocole';

/** Identifiant du classeur dans l'émulateur. */
export const ID = 'apercu';
/** Un autre programme écrit : on l'attend un peu, la personne est devant l'écran. */
const ATTENTE_MS = 10_000;

export interface Suivi {
  /** Des cellules ont changé, et le fichier avec. */
  change(changements: readonly ChangementsVus[]): void;
  /** Le fichier a été changé par un autre : tout est relu. */
  recharge(): void;
}

/**
 * Un `.xlsx` ouvert dans l'émulateur : chaque écriture de l'un va aussitôt dans l'autre, ou n'a pas
 * lieu. Le fichier fait foi : changé par un autre, il est relu ; enregistrement refusé, l'émulateur
 * revient à ce que le fichier contient. Seules les pages que le produit dessine leur sont propres :
 * l'Accueil du fichier parle de la commande, celui de Sheets du menu, et chacun garde le sien.
 */
export class ClasseurOuvert {
  readonly emulateur = new Emulateur();
  readonly nom: string;
  private lu: FichierLu;
  private documentLu: DocumentLu;
  /** Le fichier a été écrit depuis que son aspect a été lu. */
  private aspectPerime = false;
  private accueilRefait = false;
  /** L'état de l'émulateur qui est celui du fichier. */
  private enregistre: Classeur;
  private contenu: Grille;
  private prise: Prise | ErreurClasseur | null = null;
  private sauvegarde = true;
  private file: Promise<unknown> = Promise.resolve();

  /** @throws ErreurClasseur si le fichier ne se lit pas. */
  constructor(
    private readonly chemin: string,
    private readonly suivi: Suivi,
    private readonly attenteMs = ATTENTE_MS,
  ) {
    this.nom = basename(chemin);
    [this.lu, this.documentLu, this.enregistre, this.contenu] = this.charger();
    this.emulateur.surAppel = (appel, moment) => {
      if (appel.methode === 'batchUpdate' && moment === 'apres') this.enregistrer(appel);
    };
  }

  /** Ce que le classeur contient. */
  get grille(): Grille {
    return this.contenu;
  }

  /** L'état de l'émulateur, si le module y a refait l'Accueil à sa façon. */
  get accueilEmule(): Classeur | null {
    return this.accueilRefait ? this.enregistre : null;
  }

  /** L'aspect des onglets et des colonnes, tel que lu : les écritures de l'aperçu n'y changent rien. */
  get document(): DocumentLu {
    return this.documentLu;
  }

  /** Le même, avec celui des lignes ajoutées depuis : le fichier est relu s'il a été écrit. */
  relireAspect(): DocumentLu {
    if (this.aspectPerime) {
      this.documentLu = lireDocument(ClasseurXlsx.ouvrir(this.lu.octets, this.chemin));
      this.aspectPerime = false;
    }
    return this.documentLu;
  }

  /**
   * Fait agir quelqu'un sur l'émulateur, le fichier verrouillé et relu s'il le faut. Sans verrou
   * possible, `faire` a lieu quand même : lire est permis, c'est écrire qui sera refusé.
   */
  agir<T>(faire: () => T, options: { readonly sauvegarder?: boolean } = {}): Promise<T> {
    return this.enFile(async () => {
      this.sauvegarde ||= options.sauvegarder ?? false;
      this.prise = await this.prendre();
      try {
        if (!estInchange(this.lu)) this.recharger();
        return faire();
      } finally {
        if (this.prise instanceof Prise) this.prise.rendre();
        this.prise = null;
      }
    });
  }

  /** Relit le fichier si quelqu'un l'a changé ; `null` : tout va bien, sinon ce qui ne va pas. */
  veiller(): Promise<string | null> {
    return this.enFile(() => {
      if (sembleInchange(this.lu)) return null;
      try {
        this.recharger();
        return null;
      } catch (erreur) {
        if (!(erreur instanceof ErreurClasseur)) throw erreur;
        return direErreur(erreur);
      }
    });
  }

  private enFile<T>(faire: () => T | Promise<T>): Promise<T> {
    const suite = this.file.then(faire);
    this.file = suite.catch(() => undefined);
    return suite;
  }

  private charger(): [FichierLu, DocumentLu, Classeur, Grille] {
    const { chemin, emulateur } = this;
    const lu = lireFichier(chemin);
    const document = lireDocument(ClasseurXlsx.ouvrir(lu.octets, chemin));
    const titre = this.nom.replace(/\.xlsx$/i, '');
    emulateur.surAppel = null;
    emulateur.retablir(charger(ID, versEmulateur(document, titre)));
    this.aspectPerime = false;
    this.accueilRefait = false;
    tamponner(emulateur, ID, randomBytes(8).toString('hex').toUpperCase());
    const etat = emulateur.etat(ID);
    return [lu, document, etat, depuisEmulateur(etat)];
  }

  private recharger(): void {
    const { surAppel } = this.emulateur;
    try {
      [this.lu, this.documentLu, this.enregistre, this.contenu] = this.charger();
    } finally {
      this.emulateur.surAppel = surAppel;
    }
    this.suivi.recharge();
  }

  private async prendre(): Promise<Prise | ErreurClasseur> {
    try {
      return await Prise.prendre(this.chemin, { attenteMs: this.attenteMs });
    } catch (erreur) {
      if (erreur instanceof ErreurClasseur) return erreur;
      throw erreur;
    }
  }

  /** Le fichier, avec les onglets que l'émulateur vient de créer. */
  private avecOnglets(neufs: readonly string[], etat: Classeur): ClasseurXlsx {
    const classeur = ClasseurXlsx.ouvrir(this.lu.octets, this.chemin);
    return neufs.length === 0
      ? classeur
      : ClasseurXlsx.ouvrir(ajouterFeuilles(classeur, feuillesNeuves(etat, neufs)), this.chemin);
  }

  /** Ce que l'émulateur vient d'écrire va dans le fichier, ou l'écriture n'a pas eu lieu. */
  private enregistrer(appel: AppelEmule): void {
    const ecrit = this.emulateur.etat(ID);
    const etat = suivreInsertions(ecrit, insertionsDe(appel, ecrit));
    try {
      this.emulateur.retablir(etat);
      const grille = depuisEmulateur(etat);
      const touches = comparerGrilles(this.contenu, grille);
      const changes = sansLesPages(touches, this.documentLu.noms);
      if (changes.length > 0) {
        const { prise } = this;
        if (!(prise instanceof Prise)) throw prise ?? new Error('Écriture hors de « agir ».');
        const neufs = changes.flatMap(({ onglet: o }) => (this.contenu.has(o) ? [] : [o]));
        const classeur = this.avecOnglets(neufs, etat);
        prise.remplacer(
          this.lu,
          poserCellules(classeur, versFichierXlsx(changes)),
          this.sauvegarde,
        );
        this.sauvegarde = false;
        this.lu = prise.lire();
        this.aspectPerime = true;
        if (neufs.length > 0) this.suivi.recharge();
        else {
          this.suivi.change(
            changes.map((c) =>
              versPage(c.onglet, c.differences, grille.get(c.onglet) ?? [], this.documentLu),
            ),
          );
        }
      }
      this.enregistre = etat;
      this.contenu = grille;
      if (touches.some(({ onglet }) => onglet === ONGLET_ACCUEIL)) {
        this.accueilRefait = true;
        this.suivi.recharge();
      }
    } catch (erreur) {
      this.emulateur.retablir(this.enregistre);
      if (!(erreur instanceof ErreurClasseur)) throw erreur;
      throw new ErreurApi(400, direErreur(erreur));
    }
  }
}

export const direErreur = ({ problemes }: ErreurClasseur): string =>
  problemes.map((p) => typographier(messageDe(p))).join('\n');

/** Un onglet que l'émulateur a créé garde dans le fichier ses largeurs et ses lignes figées. */
function feuillesNeuves({ feuilles }: Classeur, noms: readonly string[]): FeuilleNeuve[] {
  return noms.map((nom) => {
    const feuille = feuilles.find((f) => f.proprietes.title === nom);
    return {
      nom,
      largeurs: Array.from(feuille?.colonnes ?? [], (c) =>
        c?.pixelSize === undefined ? null : caracteres(c.pixelSize),
      ),
      figees: feuille?.proprietes.gridProperties?.frozenRowCount ?? 0,
    };
  });
}
