import type { TableEchangeable } from '../classeur/tables';
import { normaliser, plusProche } from '../commun/texte';
import { probleme, type Probleme } from '../messages/probleme';
import type { ColonneSource } from './colonnes-source';
import type { TableSource } from './entete';
import { forceDuNom, repliDuNom } from './force-du-nom';
import { conventionsDites, estMotif, type Conventions } from './motif-de-rejet';
import { colonnesDe, nomCompare, nomsConnus, type RoleArticle } from './noms-connus';
import { duProfil, type Profil } from './profil';
import { reconnaitreAuxValeurs } from './reconnaitre-valeurs';

/** Quelle colonne de la source remplit laquelle des nôtres. */
export interface Correspondance {
  /** Par clé de notre colonne. */
  readonly colonnes: ReadonlyMap<string, ColonneSource>;
  readonly articles: ReadonlyMap<RoleArticle, ColonneSource>;
  readonly ignorees: readonly string[];
  readonly langue: 'fr' | 'en' | null;
  /** Des rejets réimportés : ce que prouvait le fichier d'où ils viennent. */
  readonly conventions: Conventions;
  /** Nos propres en-têtes, tous présents : un de nos exports. */
  readonly maison: boolean;
  readonly avertissements: readonly Probleme[];
}

interface Candidat {
  readonly source: ColonneSource;
  readonly force: number;
}

/**
 * Rapproche les en-têtes de nos colonnes : par le profil, puis par nos noms, puis par synonymes, et
 * enfin, sans profil, par les valeurs.
 * Une colonne étrangère ne sert qu'une fois ; deux candidates de même force ne sont pas départagées,
 * sauf si une seule a un contenu (`candidatsUtiles`).
 */
export function rapprocher(
  table: TableEchangeable,
  source: TableSource,
  profil: Profil | null,
  separateur: string | null,
): { correspondance: Correspondance; problemes: Probleme[] } {
  const connus = nomsConnus(table);
  const declarees = colonnesDe(table);
  const suivi = suivreProfil(table, source, profil);
  const colonnes = new Map(suivi.colonnes);
  const prises = new Set([...colonnes.values()].map((c) => c.rang));
  const candidats = new Map<string, Candidat[]>();
  const entetes = new Set(source.colonnes.map((c) => nomCompare(c.nom)));
  for (const c of source.colonnes) {
    const compare = nomCompare(c.nom);
    const nom = connus.colonnes.get(compare);
    if (prises.has(c.rang) || !nom || colonnes.has(nom.cle)) continue;
    // le profil dit la valeur de toutes les lignes : une ressemblance de nom ne l'emporte pas
    if (duProfil(profil?.constantes, table, nom.cle) !== undefined) continue;
    const force = forceDuNom(compare, nom.exact, entetes);
    candidats.set(nom.cle, [...(candidats.get(nom.cle) ?? []), { source: c, force }]);
  }
  const rejets = source.colonnes.some((c) => estMotif(c.entete));
  const avertissements: Probleme[] = [];
  const replis = new Map<string, ColonneSource[]>();
  for (const [cle, liste] of candidats) {
    const utiles = candidatsUtiles(table, liste, rejets);
    const force = Math.max(...utiles.map((c) => c.force));
    const [choisi, ...autres] = utiles.filter((c) => c.force === force);
    if (!choisi) continue;
    if (autres.length > 0) {
      const noms = [choisi, ...autres].map((c) => c.source.entete);
      const colonne = declarees[cle]?.entete ?? cle;
      avertissements.push(probleme('IMPORT_COLONNE_AMBIGUE', { colonne, candidats: noms }));
      continue;
    }
    colonnes.set(cle, choisi.source);
    prises.add(choisi.source.rang);
    for (const { source: perdue, force: moindre } of utiles) {
      const repli = repliDuNom(table, nomCompare(perdue.nom));
      if (repli === undefined || moindre === force) continue;
      replis.set(repli, [...(replis.get(repli) ?? []), perdue]);
    }
  }
  for (const [cle, [seule, ...autres]] of replis) {
    if (!seule || autres.length > 0 || colonnes.has(cle) || candidats.has(cle)) continue;
    if (duProfil(profil?.constantes, table, cle) !== undefined) continue;
    colonnes.set(cle, seule);
    prises.add(seule.rang);
  }
  const articles = new Map<RoleArticle, ColonneSource>();
  for (const c of source.colonnes) {
    const role = connus.articles.get(nomCompare(c.nom));
    if (role && !prises.has(c.rang) && !articles.has(role)) articles.set(role, c);
  }
  if (profil === null) {
    const estLibre = (c: ColonneSource): boolean =>
      !prises.has(c.rang) &&
      connus.colonnes.get(nomCompare(c.nom)) === undefined &&
      !connus.articles.has(nomCompare(c.nom));
    const vues = reconnaitreAuxValeurs(table, source, colonnes, estLibre);
    avertissements.push(...vues.avertissements);
    for (const [cle, c] of vues.colonnes) {
      colonnes.set(cle, c);
      prises.add(c.rang);
    }
  }
  for (const c of source.colonnes) {
    if (c.entete === c.nom || c.nom === '' || c.sansContenu) continue;
    avertissements.push(
      probleme('IMPORT_ENTETE_EN_DOUBLE', {
        entete: c.nom,
        nouveau: c.entete,
        lue: prises.has(c.rang),
      }),
    );
  }
  return {
    correspondance: {
      colonnes,
      articles,
      // Nos motifs, dans des rejets que l'on réimporte, n'ont rien d'oublié.
      ignorees: source.colonnes
        .filter((c) => !prises.has(c.rang) && !estMotif(c.entete))
        .map((c) => c.entete),
      langue: langueDe(table, source, separateur),
      conventions: conventionsDites(source.colonnes.map((c) => c.entete)),
      maison: Object.keys(declarees).every((cle) => estNotre(table, colonnes.get(cle), cle)),
      avertissements,
    },
    problemes: suivi.problemes,
  };
}

/**
 * Une colonne vide cède sa place, sauf à un nom plus vague qui a un autre rôle (« Date », à côté d'« Envoyé
 * le ») : c'est un hasard des lignes. Des rejets réimportés se lisent comme le fichier d'où ils viennent.
 */
function candidatsUtiles(
  table: TableEchangeable,
  liste: readonly Candidat[],
  rejets: boolean,
): readonly Candidat[] {
  const pleins = liste.filter((c) => !c.source.sansContenu);
  if (pleins.length === 0) return liste;
  const force = Math.max(...liste.map((c) => c.force));
  if (pleins.some((c) => c.force === force)) return pleins;
  const aUnRepli = ({ source }: Candidat): boolean =>
    repliDuNom(table, nomCompare(source.nom)) !== undefined;
  return rejets || pleins.every(aUnRepli) ? liste : pleins;
}

function estNotre(
  table: TableEchangeable,
  colonne: ColonneSource | undefined,
  cle: string,
): boolean {
  const nom = colonne && nomsConnus(table).colonnes.get(normaliser(colonne.nom));
  return nom?.exact === true && nom.cle === cle;
}

function suivreProfil(table: TableEchangeable, source: TableSource, profil: Profil | null) {
  const colonnes = new Map<string, ColonneSource>();
  const problemes: Probleme[] = [];
  for (const [notre, etrangere] of Object.entries(profil?.colonnes ?? {})) {
    const cle = nomsConnus(table).colonnes.get(normaliser(notre))?.cle;
    if (cle === undefined) continue; // déjà signalé par la lecture du profil
    const trouvee =
      source.colonnes.find((c) => c.entete === etrangere) ??
      source.colonnes.find((c) => normaliser(c.entete) === normaliser(etrangere));
    if (trouvee) colonnes.set(cle, trouvee);
    else {
      const entetes = source.colonnes.map((c) => c.entete);
      const proche = plusProche(etrangere, entetes);
      problemes.push(
        probleme('PROFIL_ENTETE_ABSENT', { colonne: notre, etrangere, entetes, proche }),
      );
    }
  }
  const rangs = new Map<number, string>();
  for (const [cle, c] of colonnes) {
    const autre = rangs.get(c.rang);
    if (autre !== undefined) {
      const declarees = colonnesDe(table);
      problemes.push(
        probleme('PROFIL_ENTETE_DEUX_FOIS', {
          etrangere: c.entete,
          colonnes: [autre, cle].map((k) => declarees[k]?.entete ?? k),
        }),
      );
    }
    rangs.set(c.rang, cle);
  }
  return { colonnes, problemes };
}

/** L'indice de langue vient des noms reconnus, puis des accents et du point-virgule d'Excel français. */
function langueDe(
  table: TableEchangeable,
  { colonnes }: TableSource,
  separateur: string | null,
): 'fr' | 'en' | null {
  const langues = colonnes.map((c) => nomsConnus(table).colonnes.get(nomCompare(c.nom))?.langue);
  const francais = langues.filter((l) => l === 'fr').length;
  const anglais = langues.filter((l) => l === 'en').length;
  if (francais !== anglais) return francais > anglais ? 'fr' : 'en';
  if (francais > 0) return null;
  return separateur === ';' || colonnes.some((c) => /[éèêàçô°]/i.test(c.nom)) ? 'fr' : null;
}
