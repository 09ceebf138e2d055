/** Adresses de cellules et de plages (`A1`, `$B$2:$C$9`) ; rangs de colonne à partir de 0. */
/** Les limites d'un onglet. */
export declare const MAX_LIGNES = 1048576;
export declare const MAX_COLONNES = 16384;
export interface Plage {
  readonly l1: number;
  readonly c1: number;
  readonly l2: number;
  readonly c2: number;
}
export declare const adresse: (ligne: number, rang: number) => string;
/** `BC12` → rang 54 (les chiffres sont ignorés) ; -1 si ce n'est pas une adresse. */
export declare function rangDe(reference: string): number;
export declare function lirePlage(texte: string): Plage | null;
export declare function formatPlage(p: Plage): string;
export declare const contient: (p: Plage, ligne: number, rang: number) => boolean;
/** Passage de la dernière ligne de données d'un onglet à une autre. */
export interface Croissance {
  readonly avant: number;
  readonly apres: number;
}
/** Une table ou un filtre qui couvrait toutes les données les couvre encore. */
export declare function etendreTable(texte: string, { avant, apres }: Croissance): string;
/** Mises en forme et validations (`A2:A20 C2:C20`) qui s'arrêtaient à la dernière ligne de données. */
export declare function etendreSqref(texte: string, { avant, apres }: Croissance): string;
