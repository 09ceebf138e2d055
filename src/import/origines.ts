/** Ce que le Journal et Registre disent d'un import et de son annulation. */
export const origineImport = (numero: number): string => `import n° ${numero}`;
export const origineAnnulation = (numero: number): string => `annulation de l’import n° ${numero}`;

/** Le numéro d'un import, d'après une origine du Journal ou du Registre ; `null` si ce n'en est pas un. */
export function numeroDansOrigine(origine: string | null): number | null {
  const m = /^import n°\s*(\d+)$/i.exec(origine ?? '');
  return m ? Number(m[1]) : null;
}

export const estImport = (origine: string): boolean => numeroDansOrigine(origine) !== null;
