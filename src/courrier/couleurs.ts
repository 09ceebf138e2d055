/** Les couleurs des messages et de leurs graphiques ; celles du classeur (`sheets-templates/palette`). */
export const COULEURS = {
  accent: '#1F4E79',
  attention: '#B45309',
  bon: '#2E7D32',
  texte: '#1F2933',
  discret: '#5F6670',
  filet: '#E1E5EA',
  fond: '#F3F4F6',
  blanc: '#FFFFFF',
} as const;
