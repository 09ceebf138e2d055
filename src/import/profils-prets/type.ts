import type { TableEchangeable } from '../../classeur/tables';
import type { Profil } from '../profil';

/** L'export d'un logiciel, pour une de nos tables. */
export interface ModeleExport {
  /** Clé de notre colonne → ses en-têtes dans cet export, selon la version et la langue. */
  readonly colonnes: Readonly<Record<string, readonly string[]>>;
  readonly valeurs?: NonNullable<Profil['valeurs']>;
  readonly format?: NonNullable<Profil['format']>;
}

/** Sur quoi repose un profil prêt : jamais sur une supposition. */
type Preuve = 'fichier réel' | 'code source' | 'documentation' | 'projets publics' | 'non vérifié';

/** Un profil prêt : un logiciel, ses exports, et d'où l'on sait leurs colonnes. */
export interface ProfilPret {
  /** Ce qu'on écrit après `--profil`. */
  readonly nom: string;
  readonly titre: string;
  readonly preuve: Preuve;
  /** Ce qui a été lu, en une phrase. */
  readonly source: string;
  readonly tables: { readonly [K in TableEchangeable]?: ModeleExport };
}
