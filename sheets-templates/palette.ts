/** Les couleurs du classeur (RVB sans `#`). Une couleur double toujours un mot ou un signe. */
export const PALETTE = {
  accent: '1F4E79',
  accentPale: 'E8EEF5',
  /** Ce qui demande de l'attention, ce qui est en retard. */
  attention: 'B45309',
  /** Perdu. */
  perdu: 'B3261E',
  gagne: '2E7D32',
  texte: '1F2933',
  /** Ce qui est décidé, soldé, inactif. */
  discret: '5F6670',
  /** Fond des colonnes que le produit écrit. */
  produit: 'F3F4F6',
  filet: 'E1E5EA',
  blanc: 'FFFFFF',
} as const;

/** Une police que toute machine possède, et que Sheets propose. */
export const POLICE = { nom: 'Arial', taille: 10 } as const;
