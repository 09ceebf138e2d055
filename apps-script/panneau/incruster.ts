import type { Panneau } from './contrat';

/** Là où le gabarit attend l'état. Une seule fois : `assembler.mjs` le vérifie. */
const MARQUE_ETAT = '__ETAT__';

/** Ce qui fermerait la balise, ouvrirait un commentaire, ou couperait une ligne de script. */
const DANGEREUX = /[<>&\u2028\u2029]/g;

/** Du JSON que l'on peut poser entre deux balises `<script>` : il se relit tel quel, et ne ferme rien. */
export function jsonPourPage(donnees: unknown): string {
  return JSON.stringify(donnees).replace(
    DANGEREUX,
    (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** La page à montrer : le gabarit (`panneau.html`, assemblé) et l'état qu'elle lira au départ. */
export function pagePanneau(gabarit: string, panneau: Panneau): string {
  const morceaux = gabarit.split(MARQUE_ETAT);
  if (morceaux.length !== 2) throw new Error('Gabarit du panneau : la marque de l’état manque.');
  return morceaux.join(jsonPourPage(panneau));
}
