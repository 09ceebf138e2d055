/** La page du panneau, style et script compris ; il y reste à poser l'état (`incruster.ts`). */
export function assemblerPanneau(): Promise<string>;
