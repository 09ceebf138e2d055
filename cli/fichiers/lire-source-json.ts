import { lireJson, lireNdjson } from '../../src/import/lire-json';
import type { DescriptionSource, LigneSource } from '../../src/import/source';
import { probleme, type Probleme } from '../../src/messages/probleme';
import { decoder } from './encodage';
import { decrireTexte, refus, rendre, type OptionsSource, type SourceLue } from './source-lue';

export function lireTexteNdjson(octets: Buffer, fichier: string): SourceLue {
  const { texte, ...bilan } = decoder(octets);
  const lu = lireNdjson(texte);
  if ('defaut' in lu) return refus(probleme('SOURCE_NDJSON', { fichier, ...lu.defaut }));
  return rendreListe(lu.lignes, decrireTexte(fichier, 'ndjson', bilan));
}

export function lireTexteJson(
  octets: Buffer,
  fichier: string,
  { feuille, onglet, table }: OptionsSource,
): SourceLue {
  const { texte, ...bilan } = decoder(octets);
  const noms = [onglet, table].filter((nom) => nom !== undefined);
  const lu = lireJson(texte, feuille ?? null, noms);
  if ('aChoisir' in lu) return refus(listeAChoisir(fichier, feuille, lu.aChoisir));
  if ('defaut' in lu) return refus(probleme('SOURCE_JSON', { fichier, ...lu.defaut }));
  const { lignes, liste, listes } = lu;
  const description = decrireTexte(fichier, 'json', bilan);
  return rendreListe(lignes, { ...description, feuille: liste, feuilles: listes });
}

function listeAChoisir(
  fichier: string,
  feuille: string | undefined,
  listes: readonly string[],
): Probleme {
  if (feuille === undefined) return probleme('SOURCE_JSON_LISTES', { fichier, listes });
  return listes.length === 0
    ? probleme('SOURCE_SANS_FEUILLE', { fichier, feuille })
    : probleme('FEUILLE_ABSENTE', { fichier, feuille, feuilles: listes });
}

/** Une table vide s'exporte ainsi : elle se relit, sans une ligne. */
function rendreListe(lignes: readonly LigneSource[], description: DescriptionSource): SourceLue {
  if (lignes.length === 0) return { source: { lignes, description }, problemes: [] };
  return rendre(lignes, description);
}
