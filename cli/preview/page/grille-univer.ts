import {
  ICommandService,
  IUndoRedoService,
  IUniverInstanceService,
  LifecycleStages,
  UniverInstanceType,
  type Injector,
  type Univer,
} from '@univerjs/core';
import { FUniver } from '@univerjs/core/facade';
import { IActiveDirtyManagerService } from '@univerjs/engine-formula';
import {
  AFTER_CELL_EDIT,
  DeviceInputEventType,
  IEditorBridgeService,
  SheetInterceptorService,
} from '@univerjs/preset-sheets-core';
import { MAX_TEXTE } from '../../../src/classeur/longueur-texte';
import type { CelluleTapee, ChangementsVus, ClasseurVu, OngletVu } from '../protocole';
import { CelluleChoisie } from './cellule-choisie';
import { versUniver } from './classeur-univer';
import { CalqueGraphiques } from './graphiques/calque';
import { idOnglet } from './identifiants';
import { fixerAujourdHui } from './aujourd-hui';
import { creerUniver } from './creer-univer';
import { estLourd, premierTemps, secondTemps } from './deux-temps';
import { ECRIRE, mutationsDe, type Mutation } from './mutations';
import { Recalcul } from './recalcul';
import { longueurDe, nEstQueStyle, type Ecriture } from './ecriture';
import { saisieDe, texteTape } from './frappe';
import { poserMisesEnValeur } from './mises-en-valeur';

const EDITEUR = 'sheet.operation.set-cell-edit-visible';
const ANNULER = new Set(['univer.command.undo', 'univer.command.redo']);

/** Ce que la grille laisse changer : des contenus, et la vue. Le reste appartient au fichier. */
const PERMISES =
  /^(?:doc\.mutation\.|formula\.mutation\.|sheet\.mutation\.(?:set-range-values|data-validation-formula-mark-dirty|set-worksheet-(?:row-height|row-auto-height|row-is-auto-height|col-width)|set-(?:col|row)-(?:data|hidden|visible)|empty)$)/;

export interface Choix {
  readonly onglet: string;
  /** À partir de 1. */
  readonly ligne: number;
  readonly colonne: number;
}

export interface Reactions {
  /** Des cellules ont été tapées, collées, effacées ou rétablies. */
  tape(onglet: string, cellules: readonly CelluleTapee[]): void;
  /** On a voulu changer autre chose que des contenus. */
  refuse(): void;
  /** On a tapé ou collé plus qu'une cellule ne contient. */
  deborde(longueur: number): void;
  /** L'éditeur d'une cellule s'ouvre ou se ferme. */
  edite(visible: boolean): void;
  /** La cellule choisie, et ce qu'elle montre. */
  choisit(adresse: string, texte: string): void;
}

/** La grille : Univer, sans ses menus, qui rend chaque frappe au serveur et montre ce qu'il en dit. */
export class GrilleUniver {
  private readonly univer: Univer;
  private readonly api: FUniver;
  private readonly recalcul: Recalcul;
  private readonly cellule: CelluleChoisie;
  private onglets: readonly OngletVu[] = [];
  /** Combien de fois un classeur a été montré. */
  private montres = 0;
  /** Les formules du tableau de bord, tant que personne ne l'a ouvert. */
  private ensuite: readonly Mutation[] = [];
  private annulation = false;
  private readonly calque: CalqueGraphiques | null;
  /** Tenue quand la grille répond à la souris et au clavier. */
  readonly prete: Promise<void>;
  private regler: ReturnType<typeof poserMisesEnValeur> | null = null;

  /** `aujourdHui` : le jour des formules, en numéro de série. */
  constructor(
    conteneur: string,
    aujourdHui: number,
    private readonly reactions: Reactions,
  ) {
    fixerAujourdHui(aujourdHui);
    this.univer = creerUniver(conteneur, aujourdHui);
    this.api = FUniver.newAPI(this.univer);
    this.recalcul = new Recalcul(this.api, this.commandes);
    this.cellule = new CelluleChoisie(this.api, reactions.choisit);
    this.prete = new Promise((fini) => {
      this.api.addEvent(this.api.Event.LifeCycleChanged, ({ stage }) => {
        if (stage !== LifecycleStages.Steady) return;
        // Le serveur redit chaque frappe : c'est alors qu'elle se recalcule, à son tour.
        this.injecteur.get(IActiveDirtyManagerService).remove(ECRIRE);
        fini();
      });
    });
    this.surveiller();
    const zone = document.getElementById(conteneur)?.parentElement ?? null;
    this.calque = zone && new CalqueGraphiques(this.api, zone);
  }

  /** Montre un classeur ; s'il y en avait un, garde l'onglet et la cellule choisis. */
  montrer(vu: ClasseurVu): void {
    const choix = this.choix;
    const premier = this.onglets.length === 0;
    if (!premier) this.injecteur.get(IUniverInstanceService).disposeUnit(this.unite);
    this.montres += 1;
    this.recalcul.commencer();
    this.ensuite = secondTemps(vu, this.unite);
    this.onglets = vu.onglets;
    this.univer.createUnit(
      UniverInstanceType.UNIVER_SHEET,
      versUniver(premierTemps(vu), this.unite),
    );
    this.api.getActiveWorkbook()?.setNumfmtLocal('fr');
    if (premier) this.intercepter();
    this.regler?.(new Map(vu.onglets.map((o, i) => [idOnglet(i), o])), vu.styles);
    if (choix) this.choisir(choix);
    this.cellule.annoncer();
    if (!premier) this.recalcul.calculer();
    this.ouvrirLourd();
  }

  /** Ferme l'éditeur ouvert, en gardant ce qui y est tapé, sans quitter la cellule. */
  terminer(): void {
    if (!this.editeur.isVisible().visible) return;
    this.commandes.syncExecuteCommand(EDITEUR, {
      visible: false,
      eventType: DeviceInputEventType.PointerDown,
      unitId: this.unite,
    });
  }

  /**
   * Pose des contenus venus du serveur : ni frappe, ni annulation possible. Faux si la grille n'a pas
   * la place : il faut la remontrer.
   */
  appliquer(changements: readonly ChangementsVus[]): boolean {
    const mutations = changements.map((c) => mutationsDe(c, this.onglets, this.unite));
    if (mutations.includes(null)) return false;
    this.recalcul.poser(mutations.filter((m) => m !== null).flat());
    return true;
  }

  /** Ce qui a été annulé avant qu'un autre écrive ne se rétablit plus. */
  oublierAnnulations(): void {
    this.injecteur.get(IUndoRedoService).clearUndoRedo(this.unite);
  }

  get choix(): Choix | null {
    const feuille = this.api.getActiveWorkbook()?.getActiveSheet();
    const plage = feuille?.getActiveRange();
    if (!feuille) return null;
    return {
      onglet: feuille.getSheetName(),
      ligne: (plage?.getRow() ?? 0) + 1,
      colonne: (plage?.getColumn() ?? 0) + 1,
    };
  }

  choisir({ onglet, ligne, colonne }: Choix): void {
    const classeur = this.api.getActiveWorkbook();
    const feuille = classeur?.getSheetByName(onglet);
    if (!classeur || !feuille) return;
    classeur.setActiveSheet(feuille);
    const plage = feuille.getRange(
      Math.min(ligne, feuille.getMaxRows()) - 1,
      Math.min(colonne, feuille.getMaxColumns()) - 1,
    );
    feuille.setActiveRange(plage);
    feuille.scrollToCell(Math.max(0, plage.getRow() - 3), Math.max(0, plage.getColumn() - 2));
  }

  /** Un nom neuf à chaque fois : le calcul en cours, de l'ancien, ne retarde pas celui du nouveau. */
  private get unite(): string {
    return `classeur-${this.montres}`;
  }

  private get injecteur(): Injector {
    return this.univer['__getInjector']();
  }

  private get commandes(): ICommandService {
    return this.injecteur.get(ICommandService);
  }

  private get editeur(): IEditorBridgeService {
    return this.injecteur.get(IEditorBridgeService);
  }

  private surveiller(): void {
    this.api.addEvent(this.api.Event.BeforeCommandExecute, (commande) => {
      const { id, params } = commande;
      const longueur = id === ECRIRE ? longueurDe(params as Ecriture) : 0;
      if (longueur > MAX_TEXTE) {
        commande.cancel = true;
        this.reactions.deborde(longueur);
        return;
      }
      const permise = PERMISES.test(id) && !(id === ECRIRE && nEstQueStyle(params as Ecriture));
      if (!id.includes('.mutation.') || permise) return;
      commande.cancel = true;
      this.reactions.refuse();
    });
    this.api.addEvent(this.api.Event.CellClicked, ({ worksheet, row, column }) => {
      const liens = this.onglets.find((o) => o.nom === worksheet.getSheetName())?.liens ?? [];
      const lien = liens.find(([ligne, rang]) => ligne === row + 1 && rang === column);
      if (lien) this.choisir(lien[2]);
    });
    this.api.addEvent(this.api.Event.ActiveSheetChanged, () => this.ouvrirLourd());
    this.commandes.beforeCommandExecuted(({ id }) => {
      if (ANNULER.has(id)) this.annulation = true;
    });
    this.commandes.onCommandExecuted(({ id, params }, options) => {
      if (ANNULER.has(id)) this.annulation = false;
      if (id === ECRIRE) {
        this.calque?.rafraichir();
        this.cellule.annoncer();
      }
      if (id !== ECRIRE || options?.['duServeur'] || options?.['fromFormula']) return;
      const { subUnitId, cellValue } = params as Ecriture;
      const onglet = this.onglets.find((_, i) => idOnglet(i) === subUnitId)?.nom;
      if (onglet === undefined) return;
      const tapees: CelluleTapee[] = [];
      for (const [ligne, rangee] of Object.entries(cellValue ?? {})) {
        for (const [rang, cellule] of Object.entries(rangee)) {
          const saisie = saisieDe(cellule, this.annulation);
          if (saisie) tapees.push({ ligne: Number(ligne) + 1, rang: Number(rang), saisie });
        }
      }
      if (tapees.length > 0) this.reactions.tape(onglet, tapees);
    });
  }

  /** Le tableau de bord s'ouvre : ses formules se posent sur ses valeurs, et se calculent. */
  private ouvrirLourd(): void {
    if (!estLourd(this.choix?.onglet)) return;
    const formules = this.ensuite;
    this.ensuite = [];
    this.recalcul.poser(formules);
  }

  /** Un texte tapé reste un texte : le serveur le comprend, à la française. */
  private intercepter(): void {
    const service = this.injecteur.get(SheetInterceptorService);
    service.writeCellInterceptor.intercept(AFTER_CELL_EDIT, {
      priority: 1000,
      handler: (cellule, _contexte, suite) => (cellule ? texteTape(cellule) : suite(cellule)),
    });
    this.regler = poserMisesEnValeur(service);
    this.editeur.visible$.subscribe(({ visible }) => this.reactions.edite(visible));
  }
}
