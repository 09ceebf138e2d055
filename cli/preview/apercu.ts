import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { versSerie } from '../../src/commun/date-civile';
import { typographier } from '../../src/messages/formats';
import { messageDe } from '../../src/messages/probleme';
import { ErreurClasseur } from '../../src/classeur/erreur-classeur';
import { BoiteDeBrouillons, vueBrouillon } from './brouillons';
import { ClasseurOuvert, direErreur, ID } from './classeur-ouvert';
import { saisirCellules } from './document/saisir-cellules';
import { versPage } from './document/vers-page';
import { vueClasseur } from './document/vue-classeur';
import { ErreurApi } from './emulateur/erreur-api';
import type { Hote } from './hote/contrat';
import { ErreurScript } from './hote/erreurs';
import type { Horloge } from './hote/horloge';
import { creerHote } from './hote/hote';
import { Nuage } from './hote/nuage';
import { jourDe } from './horloge-apercu';
import { LignesVues } from './lignes-vues';
import type {
  BrouillonVu,
  ClasseurVu,
  DemandeAppel,
  DemandeSaisie,
  MessageVu,
  Nouveautes,
  ReponseAppel,
  ReponseSaisie,
} from './protocole';
import { ChiffresSuivis } from './document/chiffres-suivis';
import { avecPont, fonctionsPubliques } from './serveur/pont';
import { Suite } from './suite';

export interface OptionsApercu {
  readonly chemin: string;
  /** Le dossier du module construit (`suivi.js`). */
  readonly module: string;
  readonly utilisateur: string;
  readonly horloge: Horloge;
}

/** Pages de panneau gardées : un cadre en cours de chargement retrouve la sienne. */
const PAGES = 8;

/** Un automatisme s'installe ici comme dans Google, mais personne n'est là pour le lancer. */
const SANS_HORLOGE: MessageVu = {
  sorte: 'toast',
  titre: 'Aperçu local',
  texte:
    'Ici, rien ne part tout seul : l’aperçu ne lance pas les automatismes. Dans Google Sheets, ils feraient cela à leur heure ; ici, faites-le par le menu.',
};

/** L'aperçu d'un classeur : le vrai module, sur le fichier, devant une personne. */
export class Apercu {
  private readonly suite = new Suite();
  private readonly lignes = new LignesVues();
  private readonly classeur: ClasseurOuvert;
  private readonly chiffres: ChiffresSuivis;
  private readonly hote: Hote;
  private readonly boite: BoiteDeBrouillons;
  private readonly publiques: readonly string[];
  private readonly pages = new Map<string, string>();

  /** @throws ErreurClasseur si le classeur ne se lit pas. */
  constructor(private readonly options: OptionsApercu) {
    const { chemin, module, utilisateur, horloge } = options;
    this.classeur = new ClasseurOuvert(chemin, {
      change: (changements) => this.suite.ajouter([...changements, ...this.chiffres.changements()]),
      recharge: () => {
        this.suite.rompre();
        this.lignes.changer(this.version, this.classeur.grille);
      },
    });
    this.chiffres = new ChiffresSuivis(this.classeur, jourDe(horloge));
    this.lignes.changer(this.version, this.classeur.grille);
    this.boite = new BoiteDeBrouillons(join(dirname(chemin), 'brouillons'));
    const nuage = new Nuage(this.classeur.emulateur, horloge);
    const boite = nuage.boite(utilisateur);
    for (const brouillon of this.boite.reprendre()) boite.reprendre(brouillon);
    this.publiques = fonctionsPubliques(readFileSync(join(module, 'suivi.js'), 'utf8'));
    this.hote = creerHote({ nuage, id: ID, utilisateur, module });
    this.hote.surService = (nom, quand) => {
      if (quand === 'apres' && nom.startsWith('Gmail.')) this.boite.garder(this.hote.brouillons);
    };
    this.hote.executer('onOpen');
  }

  get version(): number {
    return this.suite.version;
  }

  ecouter(surVersion: (version: number) => void): () => void {
    return this.suite.ecouter(surVersion);
  }

  /** Relit le fichier s'il a changé ; rend ce qui l'empêche, ou rien. */
  veiller(): Promise<string | null> {
    return this.classeur.veiller();
  }

  vue(): ClasseurVu {
    const { utilisateur, horloge } = this.options;
    const { grille, nom, accueilEmule } = this.classeur;
    const serie = versSerie(jourDe(horloge));
    const document = this.classeur.relireAspect();
    return {
      nom,
      version: this.version,
      aujourdHui: serie,
      utilisateur,
      menu: this.hote.menu,
      brouillons: this.hote.brouillons.length,
      noms: document.noms,
      ...vueClasseur(document, grille, accueilEmule, serie, this.chiffres.montrer()),
    };
  }

  nouveautes(depuis: number): Nouveautes {
    return { ...this.suite.apres(depuis), brouillons: this.hote.brouillons.length };
  }

  /** Du plus récent au plus ancien. */
  brouillons(): BrouillonVu[] {
    const vues: BrouillonVu[] = [];
    for (const brouillon of this.hote.brouillons) vues.unshift(vueBrouillon(brouillon));
    return vues;
  }

  brouillon(id: string): string | null {
    return this.hote.brouillons.find((b) => b.id === id)?.mime ?? null;
  }

  panneau(billet: string): string | null {
    return this.pages.get(billet) ?? null;
  }

  /** Des cellules tapées dans la grille. */
  async saisir({ onglet, cellules, version, page, vue }: DemandeSaisie): Promise<ReponseSaisie> {
    const messages: MessageVu[] = [];
    const dire = (texte: string): void => {
      messages.push({ sorte: 'refus', titre: 'Non enregistré', texte });
    };
    await this.proteger(dire, () => {
      const { emulateur, document, grille } = this.classeur;
      const depuis = { page, version: vue };
      const { gardees, refus } = this.lignes.trier(onglet, cellules, depuis, grille);
      for (const p of refus) dire(typographier(messageDe(p)));
      const cible = emulateur.onglets(ID).find((o) => o.titre === onglet);
      if (!cible || gardees.length === 0) return;
      const lieu = { ...cible, nom: onglet };
      const saisies = saisirCellules(lieu, gardees, document, grille, jourDe(this.options.horloge));
      for (const p of saisies.refus) dire(typographier(messageDe(p)));
      const { requetes } = saisies;
      if (requetes.length === 0) return;
      emulateur.executer({ methode: 'batchUpdate', id: ID, requetes });
      const ecrite = { page, version: this.version };
      this.lignes.taper(ecrite, onglet, gardees, this.classeur.grille);
    });
    const contenu = this.classeur.grille.get(onglet) ?? [];
    return {
      nouveautes: this.nouveautes(version),
      messages,
      cellules: versPage(onglet, cellules, contenu, this.classeur.document),
    };
  }

  /** Un clic de menu, ou un appel du panneau. */
  async appeler(demande: DemandeAppel): Promise<ReponseAppel> {
    const { hote } = this;
    const { fonction, args, selection, version } = demande;
    const avant = {
      panneau: hote.panneau,
      messages: hote.messages.length,
      declencheurs: new Set(hote.declencheurs.map((d) => d.id)),
    };
    let issue: ReponseAppel['issue'] = { ok: true, valeur: null };
    let choisie = selection;
    const echouer = (erreur: string): void => {
      issue = { ok: false, erreur };
    };
    await this.proteger(
      echouer,
      () => {
        if (!this.publiques.includes(fonction)) {
          echouer(`Script function not found: ${fonction}`);
          return;
        }
        if (selection) hote.selectionner(selection);
        choisie = hote.selection;
        const etat = this.version;
        try {
          if (args) issue = { ok: true, valeur: hote.appeler(fonction, ...args) };
          else hote.executer(fonction);
        } finally {
          if (this.version !== etat) this.lignes.changer(this.version, this.classeur.grille);
        }
      },
      true,
    );
    const page = hote.panneau === avant.panneau ? null : hote.panneau;
    const programme = hote.declencheurs.some((d) => !avant.declencheurs.has(d.id));
    return {
      issue,
      messages: [...hote.messages.slice(avant.messages), ...(programme ? [SANS_HORLOGE] : [])],
      nouveautes: this.nouveautes(version),
      ...(page ? { panneau: { titre: page.titre, adresse: this.publier(page.html) } } : {}),
      ...(hote.selection === choisie ? {} : { selection: hote.selection }),
    };
  }

  /** Fait agir sur le classeur ; une erreur connue est dite, une autre est un défaut. */
  private async proteger(
    dire: (texte: string) => void,
    faire: () => void,
    sauvegarder = false,
  ): Promise<void> {
    try {
      await this.classeur.agir(faire, { sauvegarder });
    } catch (erreur) {
      if (erreur instanceof ErreurClasseur) dire(direErreur(erreur));
      else if (erreur instanceof ErreurScript || erreur instanceof ErreurApi) dire(erreur.message);
      else throw erreur;
    }
  }

  /** Un billet, que personne ne devine, pour le document d'un panneau. */
  private publier(html: string): string {
    const billet = randomBytes(18).toString('base64url');
    this.pages.set(billet, avecPont(html, this.publiques));
    const [ancienne] = this.pages.keys();
    if (this.pages.size > PAGES && ancienne !== undefined) this.pages.delete(ancienne);
    return `/panneau/${billet}`;
  }
}
