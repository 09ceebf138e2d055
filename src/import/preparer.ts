import type { Snapshot } from '../classeur/snapshot';
import type { Genre } from '../classeur/colonne';
import { TABLES, type TableEchangeable } from '../classeur/tables';
import { probleme, type Probleme } from '../messages/probleme';
import { CellulesConnues } from './cellules-connues';
import type { ClientsCites } from './clients-cites';
import { PartiesDeplacees } from './autre-ordre';
import { mauvaiseTable, tableProposee } from './autre-table';
import { rapprocher, type Correspondance } from './correspondance';
import { ecritureRejets, type EcritureRejets } from './ecriture-rejets';
import { elementIllisible } from './element-illisible';
import { decouperSource, type TableSource } from './entete';
import { releverColonne, type ReleveColonne } from './format-colonne';
import { separerVersion } from './identite';
import { formatProuve } from './format-prouve';
import { retenir } from './groupe';
import { ligneMalCoupee } from './ligne-mal-coupee';
import { lecteurDeTexte } from './lecture-colonne';
import { preparerLecture, type Lecture, type LigneLue, type Nommer } from './lire-lignes';
import { nomContact, type NomContact } from './nom-contact';
import { enteteIntrouvable, estFortuit, titreDAutreGenre } from './mauvais-fichier';
import { colonnesDe } from './noms-connus';
import { aObserver } from './nombre-montre';
import { nomReconnu } from './noter-feuille';
import { numerosDAutreTable } from './numeros-d-autre-table';
import { personnesNommees, type PersonnesNommees } from './personnes';
import type { Profil } from './profil';
import { colonnesArticle, regleMontant, type RegleSomme } from './regle-montant';
import { rejetPrevisible } from './rejet-previsible';
import { reperer, type Reperes } from './reperes';
import type { ResultatImport } from './resultat';
import { estVide, type LigneSource, type SourceTabulaire } from './source';
import { signeDeTableauCroise } from './tableau-croise';
import { reconnaitrePied, reconnaitreTotaux } from './totaux';
import { uniteDe } from './unite';

/** Les lignes de la source qui sont des enregistrements, et celles qui n'en sont pas. */
interface Enregistrements extends TableSource {
  /** Les lignes que l'import doit toutes compter (« lues »). */
  readonly lignes: Iterable<LigneSource>;
  readonly ignorees: ResultatImport['ignorees'];
}

/** Le fichier compris, colonnes et formats, avant tout rapprochement avec le classeur. */
export interface Preparation {
  readonly problemes: null;
  readonly decoupe: Enregistrements;
  readonly correspondance: Correspondance;
  readonly lecture: Lecture;
  readonly regle: RegleSomme | null;
  readonly profil: Profil | null;
  readonly contact: NomContact | null;
  readonly reperes: Reperes;
  readonly personnes: PersonnesNommees;
  readonly ecritureRejets: EcritureRejets;
  /** Ce que ses valeurs prouvent de son écriture : un profil peut le retenir. */
  format(): NonNullable<Profil['format']>;
}

/**
 * Comprend la source en la parcourant : son en-tête, puis ses colonnes et les identités qui y
 * reviennent. Aucune ligne n'est gardée (docs/decisions/012).
 */
export function preparer(
  snapshot: Snapshot,
  table: TableEchangeable,
  source: SourceTabulaire,
  profil: Profil | null,
  clients: ClientsCites,
): Preparation | { readonly problemes: readonly Probleme[] } {
  const croise = profil === null ? signeDeTableauCroise(source.lignes) : null;
  if (croise !== null) return { problemes: [probleme('TABLEAU_CROISE', { signe: croise })] };
  const trouvee = trouverTable(table, source, profil);
  if (!trouvee || (profil === null && estFortuit(table, trouvee)))
    return {
      problemes: [
        enteteIntrouvable(table, source),
        ...(profil === null ? tableProposee(table, source) : []),
      ],
    };
  const rapproche = rapprocher(table, trouvee, profil, source.description.separateur);
  const problemes = [...rapproche.problemes];
  const titre = profil === null ? titreDAutreGenre(table, trouvee) : null;
  if (titre !== null) {
    problemes.push(probleme('FICHIER_D_UN_AUTRE_GENRE', { titre, onglet: TABLES[table].onglet }));
  }
  if (problemes.length === 0 && profil === null) {
    const autre =
      mauvaiseTable(table, trouvee, source) ?? numerosDAutreTable(table, trouvee, source);
    if (autre !== null) problemes.push(autre);
  }
  if (problemes.length > 0) return { problemes };
  const { correspondance } = rapproche;
  const { separateur } = source.description;
  const deplacees = new PartiesDeplacees();
  const refuser = (ligne: LigneSource) =>
    elementIllisible(ligne) ??
    deplacees.refuser(ligne) ??
    (separateur === null ? null : ligneMalCoupee(ligne, separateur, trouvee.ligneEntete));
  const vouee = rejetPrevisible(snapshot, table, { correspondance, profil });
  const reperes = reperer(snapshot, table, correspondance, profil);
  const { decoupe, observations, articles } = parcourir(
    table,
    trouvee,
    { correspondance, profil, clients, deplacees, reperes },
    (ligne) => refuser(ligne) !== null || vouee(ligne),
  );
  const personnes = personnesNommees(snapshot);
  const nommer = (cle: string, genre: Genre): Nommer | null =>
    cle === 'client' ? clients.nommer : genre === 'personne' ? personnes.nommer : null;
  const lecture = preparerLecture(table, correspondance, profil, { refuser, nommer }, observations);
  const lire = (ligne: LigneSource): LigneLue => {
    const lue = lecture.lire(ligne);
    if (table === 'devis') separerVersion(lue, lecture);
    return lue;
  };
  return {
    problemes: null,
    decoupe,
    correspondance,
    lecture: { ...lecture, lire },
    regle: regleMontant(table, correspondance, articles),
    profil,
    contact: nomContact(table, decoupe, correspondance),
    reperes,
    personnes,
    ecritureRejets: ecritureRejets(table, correspondance, observations),
    format: () => formatProuve(table, observations, source.description),
  };
}

interface Parcours {
  readonly correspondance: Correspondance;
  readonly profil: Profil | null;
  readonly clients: ClientsCites;
  /** Remplies à mesure. */
  readonly deplacees: PartiesDeplacees;
  readonly reperes: Reperes;
}

/** Parcourt toute la source : ce que montrent les colonnes, les lignes de totaux, les identités répétées. */
function parcourir(
  table: TableEchangeable,
  trouvee: TableSource,
  { correspondance, profil, clients, deplacees, reperes }: Parcours,
  rejetee: (ligne: LigneSource) => boolean,
) {
  const estTotal = reconnaitreTotaux(table, correspondance);
  const estPied = reconnaitrePied(table);
  const declarees = colonnesDe(table);
  const observations = new Map<string, ReleveColonne>();
  const articles = new Map<string, ReleveColonne>();
  const vues: { rang: number; vu: ReleveColonne; genre: Genre; enUnites: boolean }[] = [];
  for (const [cle, { rang, entete }] of correspondance.colonnes) {
    const genre = declarees[cle]?.genre;
    if (genre === undefined) continue;
    const vu = releverColonne(entete, genre, cle);
    observations.set(cle, vu);
    vues.push({ rang, vu, genre, enUnites: uniteDe(entete) !== null });
  }
  for (const { rang, entete } of colonnesArticle(table, correspondance)) {
    const vu = releverColonne('', 'montant');
    articles.set(entete, vu);
    vues.push({ rang, vu, genre: 'montant', enUnites: false });
  }
  const client =
    table === 'clients' ? null : lecteurDeTexte(table, 'client', correspondance, profil);
  const rangClient = correspondance.colonnes.get('client')?.rang ?? -1;
  const nommes = new CellulesConnues();
  /** Numéros des lignes qui n'en sont pas : la seconde lecture ne les trie pas à nouveau. */
  const ecartees = new Set<number>();
  const ignorees: ResultatImport['ignorees'][number][] = trouvee.lignesAvant.map((l) => ({
    ligne: l.ligne,
    raison: l.cellules.every(estVide) ? 'vide' : 'preambule',
  }));
  if (trouvee.ligneEntete2)
    ignorees.push({ ligne: trouvee.ligneEntete2.ligne, raison: 'en-tete-suite' });
  const noter = (ligne: LigneSource): void => {
    reperes.noter(ligne);
    if (ligne.defaut !== undefined || deplacees.refuser(ligne) !== null) return;
    // Une ligne rejetée ne décide de rien pour celles que l'on garde.
    if (!rejetee(ligne)) {
      const { cellules, montrees } = ligne;
      for (const vue of vues) {
        const brut = cellules[vue.rang];
        vue.vu.observer(
          montrees === undefined ? brut : aObserver(brut, montrees.get(vue.rang), vue),
        );
      }
    }
    if (client === null) return;
    const brut = ligne.cellules[rangClient];
    if (nommes.trouver(brut) !== undefined) return;
    nommes.retenir(brut, true);
    // Le nom retenu d'un client est celui de sa première mention : dans l'ordre du fichier.
    const nom = client(ligne);
    if (nom !== null) clients.mentionner(nom);
  };
  /** Des « TOTAL » seuls, jusqu'à ce qu'on sache si un client les suit. */
  const enAttente: LigneSource[] = [];
  let enregistrements = false;
  for (const ligne of trouvee.suite) {
    const noms = trouvee.nomsDeplaces(ligne);
    const raison =
      noms || ligne.defaut !== undefined
        ? null
        : (trouvee.trier(ligne) ?? (estTotal(ligne) ? 'total' : null));
    deplacees.noter(ligne, noms, raison === 'en-tete-repete');
    if (raison !== null) {
      ignorees.push({ ligne: ligne.ligne, raison });
      ecartees.add(ligne.ligne);
      continue;
    }
    if (enregistrements && ligne.defaut === undefined && estPied(ligne)) {
      enAttente.push(retenir(ligne));
      continue;
    }
    if (enAttente.length > 0) enAttente.splice(0).forEach(noter);
    noter(ligne);
    enregistrements = true;
  }
  for (const { ligne } of enAttente) {
    ignorees.push({ ligne, raison: 'total' });
    ecartees.add(ligne);
  }
  if (enAttente.length > 0) ignorees.sort((a, b) => a.ligne - b.ligne);
  const retenues = {
    *[Symbol.iterator]() {
      for (const ligne of trouvee.suite) if (!ecartees.has(ligne.ligne)) yield ligne;
    },
  };
  const lignes = ecartees.size === 0 ? trouvee.suite : retenues;
  return { decoupe: { ...trouvee, lignes, ignorees }, observations, articles };
}

/** Découpe la source pour une table : en-tête, colonnes, lignes ; `null` si aucun en-tête n'est reconnu. */
export function trouverTable(
  table: TableEchangeable,
  source: SourceTabulaire,
  profil: Profil | null,
): TableSource | null {
  const estConnu = nomReconnu(table, profil);
  const { ligneEntete } = source.description;
  const demandee = ligneEntete === undefined ? null : ligneEntete - 1;
  return decouperSource(source, estConnu, demandee ?? profil?.format?.lignesAvantEntete ?? null);
}
