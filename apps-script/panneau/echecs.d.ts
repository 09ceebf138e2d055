import type { Echec } from '../../src/messages/panneau';
/** Ce que veut dire un échec de `google.script.run`, d'après son message et l'état du réseau. */
export declare function reconnaitreEchec(message: string, enLigne: boolean): Echec;
