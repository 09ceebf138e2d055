import type { DateCivile } from '../../../src/commun/date-civile';
import { formatNombre } from '../../../src/messages/formats';
import { probleme, type Probleme } from '../../../src/messages/probleme';
import { MAX_TEXTE } from '../../../src/classeur/longueur-texte';
import { FORMATS } from '../../../sheets-templates/formats';
import type { CelluleData } from '../emulateur/modele';
import type { CelluleTapee, ValeurVue } from '../protocole';
import { adresse, MAX_COLONNES, MAX_LIGNES } from '../../workbooks/xlsx/plages';
import { versFormat } from './formats-sheets';
import { versSheets } from './formules';
import type { Contenu, ContenuOuVide, Grille } from './grille';
import type { DocumentLu } from './lire-document';
import { saisir, type Cible } from './saisir';
import { estPage } from '../../../sheets-templates/pages';
import { estChoix } from './pages-vivantes';
import { positionsDe, type OngletDeclare } from './positions';

export interface Saisies {
  /** Les requêtes qui les posent dans l'émulateur ; aucune si tout est refusé ou inchangé. */
  readonly requetes: readonly object[];
  readonly refus: readonly Probleme[];
}

interface Onglet {
  readonly id: number;
  readonly nom: string;
  readonly nbLignes: number;
  readonly nbColonnes: number;
}

/** Comprend des cellules tapées et en fait une écriture ; ce qui est refusé l'est cellule par cellule. */
export function saisirCellules(
  onglet: Onglet,
  cellules: readonly CelluleTapee[],
  document: DocumentLu,
  grille: Grille,
  aujourdHui: DateCivile,
): Saisies {
  const declare = positionsDe(onglet.nom, grille.get(onglet.nom) ?? []);
  const choix = cellules.every((c) => estChoix(document.noms, onglet.nom, c));
  if (declare?.aspect.protege || (estPage(onglet.nom) && !choix)) {
    return { requetes: [], refus: [probleme('ONGLET_PROTEGE', { onglet: onglet.nom })] };
  }
  const cibleDe = cibles(onglet.nom, document, declare);
  const refus: Probleme[] = [];
  const posees: object[] = [];
  let [lignes, colonnes] = [onglet.nbLignes, onglet.nbColonnes];
  for (const { ligne, rang, saisie } of cellules) {
    const lieu = { onglet: onglet.nom, cellule: adresse(ligne, rang) };
    if (!(ligne >= 1 && ligne <= MAX_LIGNES && rang >= 0 && rang < MAX_COLONNES)) {
      refus.push(probleme('SAISIE_HORS_GRILLE', lieu));
      continue;
    }
    const saisi = saisir(saisie, cibleDe(ligne, rang), aujourdHui);
    if ('refus' in saisi) {
      const valeur = montrer('texte' in saisie ? saisie.texte : saisie.valeur);
      refus.push(probleme('SAISIE_REFUSEE', { ...lieu, valeur, raison: saisi.refus }));
      continue;
    }
    const longueur = String(saisi.contenu?.valeur ?? '').length;
    if (longueur > MAX_TEXTE) {
      refus.push(probleme('TEXTE_TROP_LONG', { ...lieu, longueur, maximum: MAX_TEXTE }));
      continue;
    }
    lignes = Math.max(lignes, ligne);
    colonnes = Math.max(colonnes, rang + 1);
    posees.push(poser(onglet.id, ligne, rang, saisi.contenu));
  }
  if (posees.length === 0) return { requetes: [], refus };
  return { requetes: [...agrandir(onglet, lignes, colonnes), ...posees], refus };
}

function cibles(
  nom: string,
  document: DocumentLu,
  declare: OngletDeclare | null,
): (ligne: number, rang: number) => Cible {
  const lu = document.onglets.find((o) => o.nom === nom);
  const parRang = new Map(
    (declare?.aspect.colonnes ?? []).flatMap((c) => {
      const rang = declare?.positions.get(c.cle);
      return rang === undefined ? [] : [[rang, c] as const];
    }),
  );
  const rangees = new Map(lu?.rangees.map((r) => [r.ligne, r.cellules]));
  return (ligne, rang) => {
    const cellule = rangees.get(ligne)?.find((c) => c.rang === rang);
    const bande = lu?.colonnes.find((c) => rang >= c.de && rang <= c.a);
    const style = document.apparences[cellule?.style ?? bande?.style ?? 0];
    return {
      colonne: ligne === 1 ? null : (parRang.get(rang) ?? null),
      format: ligne === 1 && declare ? FORMATS.texte : (style?.format ?? 'General'),
    };
  };
}

/** La grille de Sheets a un bord : une saisie plus loin l'agrandit d'abord. */
function agrandir(
  { id, nbLignes, nbColonnes }: Onglet,
  lignes: number,
  colonnes: number,
): object[] {
  const ajout = (dimension: string, length: number): object[] =>
    length > 0 ? [{ appendDimension: { sheetId: id, dimension, length } }] : [];
  return [...ajout('ROWS', lignes - nbLignes), ...ajout('COLUMNS', colonnes - nbColonnes)];
}

function poser(sheetId: number, ligne: number, rang: number, contenu: ContenuOuVide): object {
  const cellule = contenu ? celluleDe(contenu) : {};
  const format = 'userEnteredFormat' in cellule ? ',userEnteredFormat.numberFormat' : '';
  return {
    updateCells: {
      rows: [{ values: [cellule] }],
      fields: `userEnteredValue${format}`,
      range: {
        sheetId,
        startRowIndex: ligne - 1,
        endRowIndex: ligne,
        startColumnIndex: rang,
        endColumnIndex: rang + 1,
      },
    },
  };
}

function celluleDe({ valeur, formule, genre }: Contenu): CelluleData {
  if (formule !== undefined) return { userEnteredValue: { formulaValue: versSheets(formule) } };
  if (typeof valeur === 'boolean') return { userEnteredValue: { boolValue: valeur } };
  if (typeof valeur === 'string') return { userEnteredValue: { stringValue: valeur } };
  const format = genre === undefined ? null : versFormat(FORMATS[genre]);
  return {
    userEnteredValue: { numberValue: valeur },
    ...(format ? { userEnteredFormat: { numberFormat: format } } : {}),
  };
}

const MONTRES = 60;

/** Une saisie, telle qu'un message la cite. */
export function montrer(saisie: ValeurVue): string {
  const texte = typeof saisie === 'number' ? formatNombre(saisie) : String(saisie ?? '');
  return texte.length > MONTRES ? `${texte.slice(0, MONTRES)}…` : texte;
}
