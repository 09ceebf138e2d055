import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4';
import type { Emulateur } from '../../cli/preview/emulateur/emulateur';
import { ErreurApi } from '../../cli/preview/emulateur/erreur-api';
import { installerClasseurGoogle } from '../../sheets-templates/google/installer-classeur-google';
import type { Changement } from '../../src/classeur/changements';
import { plan, type Plan } from '../../src/classeur/plan';
import type { Snapshot } from '../../src/classeur/snapshot';
import { TABLES, type CleTable, type ValeursDe } from '../../src/classeur/tables';
import type { Contexte } from '../../src/commun/contexte';
import type { DateCivile, Horodatage } from '../../src/commun/date-civile';
import type { Appel, Demande, Dialogue, Reponse } from '../../src/sheets-api/appel';
import { lireClasseurGoogle } from '../../src/sheets-api/lire-classeur-google';
import { modifierClasseurGoogle } from '../../src/sheets-api/modifier-classeur-google';
import { EmulateurVerifie } from './emulateur-verifie';

export const ID = 'classeur-d-essai';
const CONTEXTE: Contexte = {
  aujourdHui: '2026-03-02' as DateCivile,
  maintenant: '2026-03-02T09:00' as Horodatage,
  utilisateur: 'helene@valex.example',
  origine: 'module',
};

type Decider<R> = (snapshot: Snapshot) => Plan<R>;

/** Un classeur Google dans l'émulateur, que plusieurs personnes conduisent. */
export class ClasseurGoogle {
  readonly emulateur: Emulateur;
  /** Ce qui a été demandé, dans l'ordre, attentes comprises. */
  readonly demandes: Demande[] = [];
  /** Fait échouer ou devancer un appel : rend la réponse, ou `null` pour laisser faire. */
  intercepter: (appel: Appel, executer: () => Reponse) => Reponse | null = () => null;
  private tirages = 0;
  /** L'instantané est long à prendre : gardé jusqu'à la prochaine écriture. */
  private lu: { readonly etat: object; readonly json: sheets_v4.Schema$Spreadsheet } | null = null;

  constructor(
    json: object = {},
    readonly id = ID,
    emulateur: Emulateur = new EmulateurVerifie(),
  ) {
    this.emulateur = emulateur;
    emulateur.creer(id, json);
  }

  readonly jeton = (): string => (++this.tirages).toString(16).padStart(16, '0');

  conduire<R>(dialogue: Dialogue<R>, decider: Decider<unknown> = () => plan(null)): R {
    let pas = dialogue.next();
    while (!pas.done) pas = dialogue.next(this.repondre(pas.value, decider));
    return pas.value;
  }

  installer() {
    return this.conduire(
      installerClasseurGoogle(this.id, { jeton: this.jeton, contexte: CONTEXTE }),
    );
  }

  lire(): Snapshot {
    return this.conduire(lireClasseurGoogle(this.id));
  }

  modifier<R>(decider: Decider<R>): Plan<R> {
    return this.conduire(modifierClasseurGoogle<R>(this.id, { jeton: this.jeton }), decider);
  }

  appliquer(...changements: readonly Changement[]): Plan<null> {
    return this.modifier(() => plan(null, { changements }));
  }

  remplir<K extends CleTable>(table: K, lignes: readonly Partial<ValeursDe<K>>[]): this {
    this.appliquer(...lignes.map((v) => ({ type: 'ajouter', table, valeurs: v }) as Changement));
    return this;
  }

  contenu(table: CleTable): readonly (readonly unknown[])[] {
    return this.emulateur.contenu(this.id, TABLES[table].onglet);
  }

  /** Une personne agit dans le classeur, à la main : ses requêtes ne touchent pas le jeton. */
  aLaMain(...requetes: readonly object[]): this {
    this.emulateur.executer({ methode: 'batchUpdate', id: this.id, requetes });
    return this;
  }

  /** Le classeur entier, tel que Google le décrit. */
  json(): sheets_v4.Schema$Spreadsheet {
    const etat = this.emulateur.etat(this.id);
    if (this.lu?.etat !== etat) this.lu = { etat, json: this.emulateur.instantane(this.id) };
    return this.lu.json;
  }

  sheetId(titre: string): number {
    const trouve = this.emulateur.onglets(this.id).find((o) => o.titre === titre);
    if (!trouve) throw new Error(`Onglet absent : ${titre}`);
    return trouve.id;
  }

  /** Tape des valeurs, comme une personne : `taper('Devis', 2, 0, 'DEV-1', null, 12)`. */
  taper(onglet: string, ligne: number, rang: number, ...valeurs: (string | number | null)[]): this {
    const values = valeurs.map((v) =>
      v === null
        ? {}
        : {
            userEnteredValue: typeof v === 'number' ? { numberValue: v } : saisie(v),
          },
    );
    const start = { sheetId: this.sheetId(onglet), rowIndex: ligne - 1, columnIndex: rang };
    return this.aLaMain({
      updateCells: { start, rows: [{ values }], fields: 'userEnteredValue' },
    });
  }

  private repondre(demande: Demande, decider: Decider<unknown>): Reponse {
    this.demandes.push(demande);
    switch (demande.methode) {
      case 'attendre':
        return { ok: true, json: null };
      case 'decider':
        return { ok: true, plan: decider(demande.snapshot) };
      default: {
        const executer = (): Reponse => this.executer(demande);
        return this.intercepter(demande, executer) ?? executer();
      }
    }
  }

  private executer(appel: Appel): Reponse {
    try {
      return { ok: true, json: this.emulateur.executer(appel) };
    } catch (erreur) {
      if (!(erreur instanceof ErreurApi)) throw erreur;
      return { ok: false, statut: erreur.statut, message: erreur.message };
    }
  }
}

const saisie = (texte: string) =>
  texte.startsWith('=') ? { formulaValue: texte } : { stringValue: texte };

/** Un classeur installé, avec ces lignes. */
export function classeurInstalle(
  contenu: { readonly [K in CleTable]?: readonly Partial<ValeursDe<K>>[] } = {},
): ClasseurGoogle {
  const classeur = new ClasseurGoogle();
  classeur.installer();
  for (const [table, lignes] of Object.entries(contenu))
    classeur.remplir(table as CleTable, lignes as never);
  classeur.demandes.length = 0;
  return classeur;
}
