import { rendre, type Changement } from '../classeur/changements';
import type { Colonne } from '../classeur/colonne';
import type { ValeurRendue } from '../classeur/ecrire-cellule';
import { ILLISIBLE, lireCellule } from '../classeur/lire-cellule';
import type { Snapshot } from '../classeur/snapshot';
import type { CelluleBrute } from '../classeur/source';
import { TABLES, type CleTable } from '../classeur/tables';
import { probleme } from '../messages/probleme';
import { texteCompare } from './empreinte';
import { textesIllisibles } from './lignes-signees';
import { nommerLigne, texteOuVide, type Enregistrement } from './nommer-ligne';
import type { Refus } from './refus';
import type { RetourModification } from './retour';

export interface Retablissements {
  readonly changements: readonly Changement[];
  readonly refus: readonly Refus[];
}

/** Rend aux enregistrements modifiés par l'import leur contenu d'avant, cellule par cellule. */
export function retablir(
  snapshot: Snapshot,
  modifications: readonly RetourModification[],
): Retablissements {
  const changements: Changement[] = [];
  const refus: Refus[] = [];
  const lecteurs = new Map<CleTable, LecteurTable>();
  for (const modification of modifications) {
    const { table, nom } = modification;
    const lecteur = lecteurs.get(table) ?? new LecteurTable(snapshot, table);
    lecteurs.set(table, lecteur);
    const enregistrement = lecteur.trouver(modification);
    if (enregistrement) retablirUn(lecteur, enregistrement, modification, changements, refus);
    else {
      const { onglet } = TABLES[table];
      const p = probleme('ANNULATION_INTROUVABLE', { nom: `${onglet} ${nom}` });
      refus.push({ probleme: p, lieu: null });
    }
  }
  return { changements, refus };
}

/** Une colonne déjà comme avant n'est pas récrite ; une autre valeur serait perdue. */
function retablirUn(
  lecteur: LecteurTable,
  enregistrement: Enregistrement,
  { table, nom, avant, apres }: RetourModification,
  changements: Changement[],
  refus: Refus[],
): void {
  const refuser = (p: Refus['probleme']): void =>
    void refus.push({ probleme: p, lieu: { table, enregistrement } });
  const actuels: Record<string, unknown> = {};
  const rendus: Record<string, ValeurRendue> = {};
  for (const [cle, ecrit] of Object.entries(apres)) {
    const colonne = lecteur.colonnes[cle];
    if (!colonne) continue;
    const contenu = avant[cle] ?? null;
    const actuel = lecteur.texte(enregistrement, cle);
    if (actuel !== texteBrut(colonne, ecrit)) {
      if (typeof contenu !== 'object' && actuel === texteBrut(colonne, contenu)) continue;
      if (contenu === null && actuel === null) continue;
      refuser(
        probleme('ANNULATION_VALEUR_CHANGEE', {
          nom: nommerLigne(table, enregistrement),
          colonne: colonne.entete,
          valeur:
            lecteur.illisible(enregistrement.ligne, cle) ??
            texteOuVide(colonne, enregistrement[cle]),
          ecrite: montrerBrut(colonne, ecrit),
        }),
      );
    } else if (typeof contenu === 'object' && contenu !== null) {
      const { entete } = colonne;
      const args = { nom: nommerLigne(table, enregistrement), colonne: entete, ...contenu };
      refuser(probleme('ANNULATION_FORMULE_PERDUE', args));
    } else {
      actuels[cle] = enregistrement[cle];
      rendus[cle] = { rendu: contenu };
    }
  }
  if (Object.keys(rendus).length === 0) return;
  changements.push(rendre(table, enregistrement.ligne, nom, actuels, rendus));
}

/** Une table, relue pour y retrouver ce que l'import avait modifié. */
class LecteurTable {
  readonly colonnes: Readonly<Record<string, Colonne>>;
  readonly illisible: (ligne: number, colonne: string) => string | null;
  private readonly parNom = new Map<string, Enregistrement[]>();

  constructor(
    snapshot: Snapshot,
    private readonly table: CleTable,
  ) {
    this.colonnes = TABLES[table].colonnes;
    this.illisible = textesIllisibles(snapshot, table);
    for (const e of snapshot.tables[table] as readonly Enregistrement[]) {
      const cle = this.cleDe((nom) => this.texte(e, nom));
      const deCeNom = this.parNom.get(cle);
      if (deCeNom) deCeNom.push(e);
      else this.parNom.set(cle, [e]);
    }
  }

  texte(enregistrement: Enregistrement, cle: string): string | null {
    return texteCompare(enregistrement[cle], this.illisible(enregistrement.ligne, cle));
  }

  /** De plusieurs de ce nom, celui qui porte ce que l'import a écrit. */
  trouver({ identite, apres }: RetourModification): Enregistrement | undefined {
    const candidats = this.parNom.get(this.cleDe((nom) => identite[nom] ?? null)) ?? [];
    return (
      candidats.find((e) =>
        Object.entries(apres).every(([cle, ecrit]) => {
          const colonne = this.colonnes[cle];
          return !colonne || this.texte(e, cle) === texteBrut(colonne, ecrit);
        }),
      ) ?? candidats[0]
    );
  }

  private cleDe(texte: (nom: string) => string | null): string {
    return JSON.stringify(TABLES[this.table].identite.map(texte));
  }
}

/** Le texte comparé d'un contenu brut : comme il se relit. */
function texteBrut(colonne: Colonne, brut: CelluleBrute): string | null {
  if (typeof brut === 'object') return brut === null ? null : texteCompare(brut.erreur);
  const lue = lireCellule(colonne, brut);
  return texteCompare(lue === ILLISIBLE ? brut : lue);
}

function montrerBrut(colonne: Colonne, brut: CelluleBrute): string {
  const lue = lireCellule(colonne, brut);
  return lue === ILLISIBLE ? (texteBrut(colonne, brut) ?? '') : texteOuVide(colonne, lue);
}
