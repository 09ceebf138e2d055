import type { Genre } from '../classeur/colonne';
import type { CelluleBrute } from '../classeur/source';
import { lireDate, lireNombre, type OrdreDate } from '../commun/lire-texte';
import { probleme, type Probleme } from '../messages/probleme';
import { NOMBRES } from './nombre-montre';
import { releverArrondis } from './releve-arrondis';
import { releverDates, type BilanDates } from './releve-dates';
import type { Decimale } from './preuve-decimale';
import { releverMediane } from './releve-mediane';
import type { EchelleTaux } from './releve-taux';
import { releverNombres, type BilanNombres } from './releve-nombres';
import { releverGrands, type ReleveGrands } from './releve-grands';
import { estInvraisemblable, uniteDe, type Unite } from './unite';
import {
  genreChiffres,
  releverChiffres,
  type BilanChiffres,
  type GenreChiffres,
} from './zeros-perdus';

/**
 * Comment lire une colonne : une cellule ambiguë (`1,234`, `03/04/2026`) est éclairée par le reste de
 * sa colonne, jamais devinée seule.
 */
export interface FormatColonne {
  /** Absent : seules les écritures sans ambiguïté sont lues. */
  readonly decimal?: Decimale;
  readonly devises: boolean;
  /** `null` : l'ordre n'est pas connu, les dates ambiguës ne sont pas lues. */
  readonly ordre: OrdreDate | null;
  /** Absente : un taux s'écrit `0,2` ou `20 %`. */
  readonly taux?: EchelleTaux;
  /** Les dates sont des numéros de série de tableur, écrits en texte. */
  readonly series?: boolean;
  /** Les montants sont en milliers ou en millions d'euros (dit par l'en-tête). */
  readonly facteur?: number;
  /** Le montant médian de la colonne, en euros. */
  readonly mediane?: number;
  /** Des chiffres dont les zéros de tête sont à rendre. */
  readonly chiffres?: GenreChiffres;
}

/** Ce que l'on sait avant d'avoir lu la colonne : le profil, la langue du fichier, un de nos exports. */
export interface IndicesFormat {
  readonly decimal?: Decimale;
  readonly ordre: OrdreDate | null;
  /** Ordre retenu si la colonne n'en dit rien. */
  readonly ordreHabituel: OrdreDate | null;
  /** D'où vient l'ordre habituel : les autres dates du fichier, ou sa langue. */
  readonly raison?: 'fichier' | 'langue';
  readonly devises: boolean;
  /** Dans une autre colonne, un tableur a échangé le jour et le mois. */
  readonly datesEchangees?: boolean;
  /** Des rejets réimportés le disent de leur fichier. */
  readonly tauxEnPourcent?: boolean;
}

interface FormatConclu {
  readonly format: FormatColonne;
  readonly avertissements: Probleme[];
}

/** Accumule ce que disent les cellules d'une colonne, une à une, sans les garder. */
export interface ReleveColonne {
  observer(cellule: CelluleBrute): void;
  conclure(indices: IndicesFormat): FormatConclu;
}

/** `cle` : la nôtre, que la colonne remplit. */
export function releverColonne(entete: string, genre: Genre, cle = ''): ReleveColonne {
  if (genre === 'date' || genre === 'mois') {
    const releve = releverDates();
    return {
      observer: releve.observer,
      conclure: (indices) => conclureDates(entete, releve.conclure(), indices),
    };
  }
  if (NOMBRES.has(genre)) {
    const releve = releverNombres(genre === 'taux');
    const unite = genre === 'montant' ? uniteDe(entete) : null;
    const grands = unite && releverGrands();
    const mediane = genre === 'montant' ? releverMediane() : null;
    const arrondis = genre === 'montant' ? releverArrondis(unite?.facteur ?? 1) : null;
    return {
      observer(cellule) {
        releve.observer(cellule);
        grands?.observer(cellule);
        mediane?.observer(cellule);
        arrondis?.observer(cellule);
      },
      conclure(indices) {
        const nu = conclureNombres(entete, genre, releve.conclure(), indices);
        const conclu = unite && grands ? avecUnite(entete, nu, unite, grands) : nu;
        const fins = arrondis?.conclure(nu.format.decimal);
        if (fins && fins.combien > 0)
          conclu.avertissements.push(probleme('IMPORT_ARRONDIS', { colonne: entete, ...fins }));
        const milieu = mediane?.conclure(conclu.format) ?? null;
        if (milieu === null) return conclu;
        return { ...conclu, format: { ...conclu.format, mediane: milieu } };
      },
    };
  }
  const chiffres = genreChiffres(cle);
  const releve = chiffres && releverChiffres(chiffres);
  return {
    observer: releve?.observer ?? (() => {}),
    conclure: (indices) => {
      const neutre = { devises: false, ordre: indices.ordre };
      if (!chiffres || !releve) return { format: neutre, avertissements: [] };
      const bilan = releve.conclure();
      const format = bilan.rendre ? { ...neutre, chiffres } : neutre;
      return { format, avertissements: constatsDeChiffres(entete, bilan) };
    },
  };
}

/** L'ordre des dates d'un fichier : celui que ses colonnes prouvent, sans se contredire. */
export function ordreCommun(dates: Iterable<ReleveColonne>): OrdreDate | 'contradictoire' | null {
  const ordres = new Set<OrdreDate>();
  for (const releve of dates) {
    const { format, avertissements } = releve.conclure(SANS_INDICE);
    if (avertissements.some((a) => a.code === 'IMPORT_DATES_CONTRADICTOIRES'))
      return 'contradictoire';
    if (format.ordre !== null) ordres.add(format.ordre);
  }
  const [ordre = null, ...autres] = ordres;
  return autres.length > 0 ? 'contradictoire' : ordre;
}

export const SANS_INDICE: IndicesFormat = { ordre: null, ordreHabituel: null, devises: false };

function conclureDates(colonne: string, bilan: BilanDates, indices: IndicesFormat): FormatConclu {
  const avertissements: Probleme[] = [];
  const { ambigue, preuves, courte, heure, serie, echangees, echangeables } = bilan;
  if (echangees !== null)
    avertissements.push(probleme('IMPORT_DATES_ECHANGEES', { colonne, ...echangees }));
  else if (indices.datesEchangees && echangeables !== null)
    avertissements.push(
      probleme('IMPORT_DATES_ECHANGEES', { colonne, date: echangeables, texte: null }),
    );
  if (serie !== null)
    avertissements.push(probleme('IMPORT_DATES_SERIE', { colonne, exemple: serie }));
  if (courte !== null) {
    const retenu = indices.ordre ?? bilan.ordre ?? indices.ordreHabituel;
    const lue = retenu === null || retenu === 'contradictoire' ? null : lireDate(courte, retenu);
    avertissements.push(probleme('IMPORT_ANNEES_COURTES', { colonne, exemple: courte, lue }));
  }
  if (heure !== null) avertissements.push(probleme('IMPORT_HEURES', { colonne, exemple: heure }));
  const format = {
    devises: false,
    ...(serie === null ? {} : { series: true }),
  };
  if (indices.ordre !== null)
    return { format: { ...format, ordre: indices.ordre }, avertissements };
  if (bilan.ordre === 'contradictoire') {
    const [jour, mois] = [preuves.JMA ?? '', preuves.MJA ?? ''];
    avertissements.push(probleme('IMPORT_DATES_CONTRADICTOIRES', { colonne, jour, mois }));
    return { format: { ...format, ordre: null }, avertissements };
  }
  const ordre = bilan.ordre ?? indices.ordreHabituel;
  if (ambigue !== null) {
    const raison = bilan.ordre === null ? (indices.raison ?? 'langue') : 'colonne';
    const preuve = preuves.JMA ?? preuves.MJA;
    avertissements.push(
      ordre === null
        ? probleme('IMPORT_DATES_INDECISES', { colonne, exemple: ambigue })
        : probleme('IMPORT_DATES_ORDRE', { colonne, exemple: ambigue, ordre, raison, preuve }),
    );
  }
  return { format: { ...format, ordre }, avertissements };
}

function conclureNombres(
  colonne: string,
  genre: Genre,
  bilan: BilanNombres,
  indices: IndicesFormat,
): FormatConclu {
  const avertissements: Probleme[] = [];
  const monnaie = genre === 'montant' ? bilan.monnaie : null;
  if (monnaie !== null)
    avertissements.push(probleme('IMPORT_MONNAIE', { colonne, signe: monnaie }));
  const { decimal: prouvee, ambigus, preuve } = bilan;
  if (indices.decimal === undefined && prouvee === 'contradictoire') {
    avertissements.push(probleme('IMPORT_DECIMALES_CONTRADICTOIRES', { colonne }));
  }
  const decimal =
    indices.decimal ?? (prouvee === 'contradictoire' ? undefined : (prouvee ?? undefined));
  if (indices.decimal === undefined && decimal !== undefined && preuve !== null)
    avertissements.push(...ditDesAmbigus(colonne, decimal, preuve, ambigus));
  const vu = genre === 'taux' ? bilan.echelle(decimal) : null;
  const taux = vu && indices.tauxEnPourcent ? { ...vu, echelle: 'pourcent' as const } : vu;
  if (taux !== null && taux.echelle === null)
    avertissements.push(probleme('IMPORT_TAUX_MELES', { colonne, exemples: taux.exemples }));
  if (taux?.echelle === 'fraction' && taux.queDesUns && taux.exemples.fraction !== undefined)
    avertissements.push(probleme('IMPORT_TAUX_UN', { colonne, exemple: taux.exemples.fraction }));
  return {
    format: {
      devises: indices.devises || monnaie !== null,
      ordre: indices.ordre,
      ...(taux === null ? {} : { taux }),
      ...(decimal === undefined ? {} : { decimal }),
    },
    avertissements,
  };
}

/** Comment sont lus les nombres que la décimale de la colonne éclaire ; des deux séparateurs, on le dit des deux. */
function ditDesAmbigus(
  colonne: string,
  decimal: Decimale,
  preuve: string,
  ambigus: BilanNombres['ambigus'],
): Probleme[] {
  const exemple = ambigus[','] ?? ambigus['.'];
  if (exemple === null) return [];
  if (ambigus[','] === null || ambigus['.'] === null)
    return [probleme('IMPORT_DECIMALES_COLONNE', { colonne, decimal, exemple, preuve })];
  const lus = [ambigus['.'], ambigus[',']].map((ecrit) => ({
    ecrit: ecrit.trim(),
    lu: lireNombre(ecrit, { decimal, devises: true }),
  }));
  return [probleme('IMPORT_DECIMALES_MELEES', { colonne, lus, preuve })];
}

/** Tous les montants de la colonne sont multipliés : les plus grands sont montrés. */
function avecUnite(
  colonne: string,
  { format, avertissements }: FormatConclu,
  { nom, facteur }: Unite,
  grands: ReleveGrands,
): FormatConclu {
  const plusGrands = grands
    .conclure(format.decimal)
    .map((ecrit) => ({ ecrit, euros: ecrit * facteur }))
    .filter(({ euros }) => !estInvraisemblable(euros));
  const dit = probleme('IMPORT_UNITE', { colonne, unite: nom, plusGrands });
  return { format: { ...format, facteur }, avertissements: [...avertissements, dit] };
}

function constatsDeChiffres(colonne: string, { zeros, tva, courts }: BilanChiffres): Probleme[] {
  return [
    ...(zeros ? [probleme('IMPORT_ZEROS_RENDUS', { colonne, ...zeros })] : []),
    ...(courts ? [probleme('IMPORT_CODES_COURTS', { colonne, ...courts })] : []),
    ...(tva ? [probleme('IMPORT_TVA_LUE', { colonne, ...tva })] : []),
  ];
}
