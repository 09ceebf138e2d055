import type { Genre } from '../classeur/colonne';
import type { ValeurBrute } from '../classeur/ecrire-cellule';
import { ILLISIBLE, lireCellule } from '../classeur/lire-cellule';
import { MAX_TEXTE, texteTropLong } from '../classeur/longueur-texte';
import type { TableEchangeable } from '../classeur/tables';
import { detacher } from '../commun/detacher';
import { normaliser } from '../commun/texte';
import { probleme, type Probleme } from '../messages/probleme';
import { CellulesConnues } from './cellules-connues';
import type { Correspondance } from './correspondance';
import { releverColonne, type ReleveColonne } from './format-colonne';
import { raisonIllisible } from './illisible';
import { indicesDe } from './indices-format';
import { lectureDe, lireConstantes, SANS_FORMAT } from './lecture-colonne';
import { colonnesDe } from './noms-connus';
import type { Profil } from './profil';
import { remarque } from './remarques';
import type { Remarque } from './resultat';
import { texteDeCellule, texteMontre, type LigneSource } from './source';
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
  /** Lit une ligne ; ce qui manque ou ne se lit pas est noté, jamais remplacé. */
  lire(ligne: LigneSource): LigneLue;
  /** Les cellules d'une ligne rejetée qui ne se lisent pas, facultatives ; `null` : rien n'en est lu. */
  illisibles(ligne: LigneSource): Remarque[] | null;
  readonly avertissements: readonly Probleme[];
  /** Notre en-tête → valeur étrangère → la nôtre ; complet une fois toutes les lignes lues. */
  readonly traductions: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** Montant médian des colonnes de montants, en euros, par clé. */
  readonly medianes: ReadonlyMap<string, number>;
  /** Nos colonnes que la source (ou une constante du profil) remplit. */
  readonly cles: readonly string[];
  /** Notre en-tête. */
  nomDe(cle: string): string;
  /** En-tête de la source qui remplit une de nos colonnes (le nôtre à défaut). */
  entete(cle: string): string;
  /** Ce que montre la cellule de la source d'où vient une de nos colonnes. */
  texte(lue: LigneLue, cle: string): string;
}

/** Une colonne de la source, et comment la lire. */
interface LecteurColonne {
  readonly rang: number;
  /** Son en-tête dans la source. */
  readonly entete: string;
  readonly lecture: LectureColonne;
  readonly cellules: CellulesConnues;
  readonly nommer: Nommer | null;
}

/** Le nom que porte dans le classeur ce qu'une cellule nomme : un client, un membre de l'équipe. */
export type Nommer = (nom: string) => string;

/** Ce qu'une ligne ne dit pas d'elle-même. */
interface FaconsDeLire {
  /** Pourquoi rien n'est lu d'une ligne ; `null` : elle se lit. */
  refuser(ligne: LigneSource): Remarque | null;
  /** `null` : la valeur d'une colonne est celle qui est lue. */
  nommer(cle: string, genre: Genre): Nommer | null;
}

/** Ce que le parcours des lignes a montré de chaque colonne rapprochée, par clé. */
export type Observations = ReadonlyMap<string, ReleveColonne>;

/** Ce que l'import ajoute de lui-même à un enregistrement (`separerVersion`, `deriver`). */
const AJOUTEES: { readonly [K in TableEchangeable]?: readonly string[] } = {
  devis: ['version', 'montantTtc', 'premierEnvoi'],
};

/** Prépare la lecture des lignes, une fois chaque colonne observée en entier. */
export function preparerLecture(
  table: TableEchangeable,
  correspondance: Correspondance,
  profil: Profil | null,
  facons: FaconsDeLire,
  observations: Observations,
): Lecture {
  const declarees = colonnesDe(table);
  const entete = (cle: string): string =>
    correspondance.colonnes.get(cle)?.entete ?? declarees[cle]?.entete ?? cle;
  const avertissements: Probleme[] = [];
  const traductions: Record<string, Record<string, string>> = {};
  const indices = indicesDe(table, correspondance, profil, observations);
  const maison = correspondance.maison && profil === null;
  const lecteurs: LecteurColonne[] = [];
  const medianes = new Map<string, number>();
  for (const [cle, c] of correspondance.colonnes) {
    const colonne = declarees[cle];
    if (!colonne) continue;
    const releve = observations.get(cle) ?? releverColonne(c.entete, colonne.genre, cle);
    const { format, avertissements: vus } = releve.conclure(indices);
    // Un de nos exports se lit sans indice ; ce qu'un tableur lui a fait se dit.
    avertissements.push(...(maison ? vus.filter((a) => a.code === 'IMPORT_DATES_ECHANGEES') : vus));
    if (format.mediane !== undefined) medianes.set(cle, format.mediane);
    const lecture = lectureDe(table, cle, maison ? SANS_FORMAT : format, profil, maison);
    lecteurs.push({
      rang: c.rang,
      entete: c.entete,
      lecture,
      cellules: new CellulesConnues(),
      nommer: facons.nommer(cle, colonne.genre),
    });
  }
  const constantes = lireConstantes(table, correspondance, profil);
  for (const [cle, valeur] of Object.entries(constantes)) {
    const nommer = facons.nommer(cle, declarees[cle]?.genre ?? 'texte');
    if (nommer !== null && typeof valeur === 'string') constantes[cle] = nommer(valeur);
  }
  const cles = [...new Set([...correspondance.colonnes.keys(), ...Object.keys(constantes)])];
  // Copier un objet déjà formé est dix fois plus rapide que le remplir clé par clé.
  const vide = Object.fromEntries(
    [...cles, ...(AJOUTEES[table] ?? [])].map((cle) => [cle, constantes[cle] ?? null]),
  );
  const forme = JSON.parse(JSON.stringify(vide)) as Record<string, unknown>;
  const lire = (ligne: LigneSource): LigneLue => {
    const lue: LigneLue = {
      source: ligne,
      ligne: ligne.ligne,
      valeurs: { ...forme },
      rejets: [],
      anomalies: [],
    };
    const refus = facons.refuser(ligne);
    if (refus !== null) {
      lue.rejets.push(refus);
      return lue;
    }
    for (const { lecture, rang, entete: nom, cellules, nommer } of lecteurs) {
      const brut = ligne.cellules[rang];
      const connue = cellules.trouver(brut);
      if (connue !== undefined) lue.valeurs[lecture.cle] = connue;
      else {
        const valeur = lireCelluleDe(lue, lecture, rang, nom, traductions);
        if (valeur === undefined) continue;
        const nommee = nommer !== null && typeof valeur === 'string' ? nommer(valeur) : valeur;
        lue.valeurs[lecture.cle] = cellules.retenir(brut, nommee);
      }
    }
    return lue;
  };
  const illisibles = (ligne: LigneSource): Remarque[] | null => {
    if (facons.refuser(ligne) !== null) return null;
    return lecteurs.flatMap(({ lecture, rang, entete: nom }) => {
      if (lecture.colonne.requis) return [];
      const brut = ligne.cellules[rang];
      if (lireValeur(lecture, brut, ligne.montrees?.get(rang)) !== ILLISIBLE) return [];
      const vu = texteMontre(ligne, rang);
      return remarque(ligne.ligne, nom, vu, raisonIllisible(lecture, brut, null, vu));
    });
  };
  const texte = (lue: LigneLue, cle: string): string => {
    const colonne = correspondance.colonnes.get(cle);
    return colonne ? texteMontre(lue.source, colonne.rang) : '';
  };
  const nomDe = (cle: string): string => declarees[cle]?.entete ?? cle;
  return { lire, illisibles, avertissements, traductions, medianes, cles, nomDe, entete, texte };
}

/** Rend la valeur si la cellule se lit ; `undefined` : trop longue ou illisible, ce qui est noté. */
function lireCelluleDe(
  lue: LigneLue,
  lecture: LectureColonne,
  rang: number,
  entete: string,
  traductions: Record<string, Record<string, string>>,
): unknown {
  const { cle, colonne } = lecture;
  const { source } = lue;
  const brut = source.cellules[rang];
  const montre = source.montrees?.get(rang);
  const valeur = lireValeur(lecture, brut, montre);
  const texte = montre ?? texteDeCellule(brut);
  const ecrit = valeur === ILLISIBLE ? texte : typeof valeur === 'string' ? valeur : '';
  if (ecrit.length > MAX_TEXTE) {
    const [tropLong] = texteTropLong(colonne.entete, ecrit);
    if (!tropLong) return undefined;
    const debut = `${texte.slice(0, 60)}…`;
    lue.rejets.push(remarque(lue.ligne, entete, debut, tropLong));
    return undefined;
  }
  if (valeur !== ILLISIBLE) {
    if (colonne.genre === 'choix' && normaliser(ecrit) !== normaliser(texte)) {
      (traductions[colonne.entete] ??= {})[detacher(texte.trim())] = ecrit;
    }
    return valeur;
  }
  if (colonne.requis) {
    const { entete: nom, genre, valeurs: permises } = colonne;
    const args = { colonne: nom, valeur: texte, genre, permises };
    lue.rejets.push(remarque(lue.ligne, entete, texte, probleme('IMPORT_REQUIS_ILLISIBLE', args)));
  } else {
    const garde = garder(lecture, texte);
    lue.valeurs[cle] = { brut: garde } satisfies ValeurBrute;
    lue.anomalies.push(
      remarque(lue.ligne, entete, texte, raisonIllisible(lecture, brut, garde, texte)),
    );
  }
  return undefined;
}

/** Le texte d'origine ; marqué d'un « ? » si, seul dans sa cellule, il se lirait (date ambiguë). */
function garder({ colonne }: LectureColonne, texte: string): string {
  const brut = texte.trim();
  return lireCellule(colonne, brut) === ILLISIBLE ? brut : `${brut} ?`;
}
