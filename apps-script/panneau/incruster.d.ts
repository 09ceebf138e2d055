import type { Panneau } from './contrat';
/** Du JSON que l'on peut poser entre deux balises `<script>` : il se relit tel quel, et ne ferme rien. */
export declare function jsonPourPage(donnees: unknown): string;
/** La page à montrer : le gabarit (`panneau.html`, assemblé) et l'état qu'elle lira au départ. */
export declare function pagePanneau(gabarit: string, panneau: Panneau): string;
