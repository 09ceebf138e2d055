import type { CelluleBrute } from '../classeur/source';
import type { ValeurBrute } from '../classeur/ecrire-cellule';
import { ILLISIBLE, lireCellule } from '../classeur/lire-cellule';
import { texteTropLong } from '../classeur/longueur-texte';
import type { TableEchangeable } from '../classeur/tables';
import { normaliser } from '../commun/texte';
import { probleme, type Probleme } from '../messages/probleme';
import type { Correspondance } from './correspondance';
import type { TableSource } from './entete';
import { formatDeColonne, type FormatColonne, type IndicesFormat } from './format-colonne';
import { colonnesDe } from './noms-connus';
import { duProfil, ordreDuFormat, type Profil } from './profil';
import { remarque } from './remarques';
import type { Remarque } from './resultat';
import { estVide, texteDeCellule, type FormatSource, type LigneSource } from './source';
import { lireValeur, type LectureColonne } from './valeurs';

/** Une ligne de la source, lue colonne par colonne. */
export interface LigneLue {
  readonly source: LigneSource;
  readonly ligne: number;
  /** Nos colonnes rapprochées seulement ; `null` : vide ; `{ brut }` : facultative et illisible. */
  readonly valeurs: Record<string, unknown>;
  readonly rejets: Remarque[];
  readonly anomalies: Remarque[];
}

export interface Lecture {
  readonly lignes: readonly LigneLue[];
  readonly avertissements: readonly Probleme[];
  /** Notre en-tête → valeur étrangère → la nôtre. */
  readonly traductions: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** Nos colonnes que la source (ou une constante du profil) remplit. */
  readonly cles: readonly string[];
  /** Notre en-tête. */
  nomDe(cle: string): string;
  /** En-tête de la source qui remplit une de nos colonnes (le nôtre à défaut). */
  entete(cle: string): string;
  /** Ce que montre la cellule de la source d'où vient une de nos colonnes. */
  texte(lue: LigneLue, cle: string): string;
}

/** Lit toutes les lignes ; ce qui manque ou ne se lit pas est noté, jamais remplacé. */
export function lireLignes(
  table: TableEchangeable,
  source: TableSource,
  correspondance: Correspondance,
  profil: Profil | null,
  formatSource: FormatSource,
): Lecture {
  const declarees = colonnesDe(table);
  const entete = (cle: string): string =>
    correspondance.colonnes.get(cle)?.entete ?? declarees[cle]?.entete ?? cle;
  const avertissements: Probleme[] = [];
  const traductions: Record<string, Record<string, string>> = {};
  const maison = correspondance.maison && profil === null;
  const lecteurs: { lecture: LectureColonne; rang: number }[] = [];
  const textesDates: CelluleBrute[] = [];
  for (const [cle, c] of correspondance.colonnes) {
    if (declarees[cle]?.genre === 'date') textesDates.push(...cellulesDe(source, c.rang));
  }
  const indices = indicesDe(correspondance, profil, textesDates);
  for (const [cle, c] of correspondance.colonnes) {
    const colonne = declarees[cle];
    if (!colonne) continue;
    const vu = formatDeColonne(c.entete, colonne.genre, cellulesDe(source, c.rang), indices, cle);
    if (!maison) avertissements.push(...vu.avertissements);
    lecteurs.push({ rang: c.rang, lecture: lectureDe(table, cle, vu.format, profil, maison) });
  }
  const constantes = lireConstantes(table, correspondance, profil);
  const lignes = source.lignes.map((ligne): LigneLue => {
    const lue: LigneLue = {
      source: ligne,
      ligne: ligne.ligne,
      valeurs: { ...constantes },
      rejets: [],
      anomalies: [],
    };
    const largeur = source.ligneEntete.cellules.length;
    const enTrop =
      formatSource === 'csv' ? ligne.cellules.slice(largeur).filter((c) => !estVide(c)) : [];
    if (enTrop.length > 0) {
      const valeur = enTrop.map(texteDeCellule).join(' · ');
      lue.rejets.push(
        remarque(
          ligne.ligne,
          '',
          valeur,
          probleme('IMPORT_LIGNE_TROP_LONGUE', { valeur, colonnes: largeur }),
        ),
      );
      return lue;
    }
    for (const { lecture, rang } of lecteurs) {
      lireCelluleDe(lue, lecture, ligne.cellules[rang], entete(lecture.cle), traductions);
    }
    return lue;
  });
  const texte = (lue: LigneLue, cle: string): string => {
    const colonne = correspondance.colonnes.get(cle);
    return colonne ? texteDeCellule(lue.source.cellules[colonne.rang]) : '';
  };
  const cles = [...new Set([...correspondance.colonnes.keys(), ...Object.keys(constantes)])];
  const nomDe = (cle: string): string => declarees[cle]?.entete ?? cle;
  return { lignes, avertissements, traductions, cles, nomDe, entete, texte };
}

function lireCelluleDe(
  lue: LigneLue,
  lecture: LectureColonne,
  brut: CelluleBrute,
  entete: string,
  traductions: Record<string, Record<string, string>>,
): void {
  const { cle, colonne } = lecture;
  const valeur = lireValeur(lecture, brut);
  const texte = texteDeCellule(brut);
  const [tropLong] = texteTropLong(colonne.entete, valeur === ILLISIBLE ? texte : enTexte(valeur));
  if (tropLong) {
    const debut = `${texte.slice(0, 60)}…`;
    lue.rejets.push(remarque(lue.ligne, entete, debut, tropLong));
    return;
  }
  if (valeur !== ILLISIBLE) {
    lue.valeurs[cle] = valeur;
    if (
      colonne.genre === 'choix' &&
      typeof valeur === 'string' &&
      normaliser(valeur) !== normaliser(texte)
    ) {
      (traductions[colonne.entete] ??= {})[texte.trim()] = valeur;
    }
    return;
  }
  const args = {
    colonne: colonne.entete,
    valeur: texte,
    genre: colonne.genre,
    permises: colonne.valeurs,
  };
  if (colonne.requis) {
    lue.rejets.push(remarque(lue.ligne, entete, texte, probleme('IMPORT_REQUIS_ILLISIBLE', args)));
  } else {
    lue.valeurs[cle] = brutDe(lecture, texte);
    lue.anomalies.push(remarque(lue.ligne, entete, texte, probleme('IMPORT_ILLISIBLE', args)));
  }
}

const enTexte = (valeur: unknown): string => (typeof valeur === 'string' ? valeur : '');

/** Le texte d'origine ; marqué d'un « ? » si, seul dans sa cellule, il se lirait (date ambiguë). */
function brutDe({ colonne }: LectureColonne, texte: string): ValeurBrute {
  const brut = texte.trim();
  return { brut: lireCellule(colonne, brut) === ILLISIBLE ? brut : `${brut} ?` };
}

function lectureDe(
  table: TableEchangeable,
  cle: string,
  format: FormatColonne,
  profil: Profil | null,
  maison = false,
): LectureColonne {
  const colonne = colonnesDe(table)[cle];
  if (!colonne) throw new Error(`Colonne inconnue : ${table}.${cle}`);
  const valeurs = Object.entries(duProfil(profil?.valeurs, table, cle) ?? {});
  return {
    table,
    cle,
    colonne,
    format,
    maison,
    valeurs: new Map(valeurs.map(([e, n]) => [normaliser(e), n])),
  };
}

function lireConstantes(
  table: TableEchangeable,
  correspondance: Correspondance,
  profil: Profil | null,
): Record<string, unknown> {
  const constantes: Record<string, unknown> = {};
  for (const cle of Object.keys(colonnesDe(table))) {
    const texte = duProfil(profil?.constantes, table, cle);
    if (texte === undefined || correspondance.colonnes.has(cle)) continue;
    const format: FormatColonne = { devises: false, ordre: 'JMA', pourcents: false };
    const valeur = lireValeur(lectureDe(table, cle, format, profil), texte);
    constantes[cle] = valeur === ILLISIBLE ? { brut: texte } : valeur;
  }
  return constantes;
}

function cellulesDe(source: TableSource, rang: number): CelluleBrute[] {
  return source.lignes.map((l) => l.cellules[rang]);
}

function indicesDe(
  correspondance: Correspondance,
  profil: Profil | null,
  dates: readonly CelluleBrute[],
): IndicesFormat {
  const demande = profil?.format?.date === undefined ? null : ordreDuFormat(profil.format.date);
  const decimal = profil?.format?.decimal;
  // Les autres colonnes de dates du même fichier éclairent celle qui n'a que des jours ≤ 12 ; si elles
  // se contredisent, la langue du fichier ne suffit plus.
  const ensemble = formatDeColonne('', 'date', dates, SANS_INDICE);
  const contredit = ensemble.avertissements.some((a) => a.code === 'IMPORT_DATES_CONTRADICTOIRES');
  const francais = correspondance.langue === 'fr' && demande === null && !contredit;
  return {
    ...(decimal === undefined ? {} : { decimal }),
    ordre: demande === 'AMJ' ? null : demande,
    ordreHabituel: ensemble.format.ordre ?? (francais ? 'JMA' : null),
    raison: ensemble.format.ordre === null ? 'langue' : 'fichier',
    devises: profil !== null,
  };
}

const SANS_INDICE: IndicesFormat = { ordre: null, ordreHabituel: null, devises: false };
