/** Comment la grille nomme un onglet : par son rang. */
export const idOnglet = (rang: number): string => `onglet-${rang}`;
