import { probleme, type Probleme } from '../messages/probleme';
import type { Preparation } from './preparer';
import type { SourceTabulaire } from './source';

/** Un fichier dont aucune ligne n'est un enregistrement : ce qu'il a, et ce qui peut l'expliquer. */
export function sansDonnees(
  { description }: SourceTabulaire,
  decoupe: Preparation['decoupe'] | null,
): Probleme {
  const { fichier, feuille, feuilles } = description;
  const entete = (decoupe?.ligneEntete2 ?? decoupe?.ligneEntete)?.ligne ?? 0;
  return probleme('IMPORT_SANS_LIGNE', {
    fichier,
    feuille,
    entete: decoupe === null ? null : entete,
    ecartees: decoupe !== null && decoupe.ignorees.some(({ ligne }) => ligne > entete),
    autresFeuilles: feuilles.length > 1,
  });
}
