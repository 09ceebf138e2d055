import type { Panneau } from './contrat';
import type { Ecran, Page } from './ecran';
import { el } from './elements';
import { ecranFormulaire } from './formulaire';
import { lirePanneau } from './lire-reponse';
import { EchecPont, fermer } from './pont';
import { ecranResultat } from './resultat';

/** Le point d'entrée : montre l'état posé par le serveur, puis les panneaux qui suivent. */

const racine = document.getElementById('panneau');
const annonces = document.getElementById('annonces');
let ecran: Ecran | null = null;

const page: Page = {
  annoncer(texte) {
    if (annonces) annonces.textContent = texte;
  },
  afficher(panneau: Panneau) {
    const { vue, titre } = panneau;
    ecran =
      vue.sorte === 'formulaire' ? ecranFormulaire(panneau, vue, page) : ecranResultat(vue, page);
    document.title = titre;
    racine?.removeAttribute('aria-busy');
    racine?.replaceChildren(el('h1', { dir: 'auto' }, titre), ecran.racine);
    scrollTo(0, 0);
    ecran.viser();
  },
};

document.addEventListener('keydown', (evenement) => {
  // Entrée gardée enfoncée ne vaut qu'une fois, même si un autre panneau a paru entre-temps.
  const ecrit = evenement.target instanceof HTMLTextAreaElement;
  if (evenement.key === 'Enter' && evenement.repeat && !ecrit) evenement.preventDefault();
  if (evenement.key !== 'Escape' || evenement.defaultPrevented || evenement.isComposing) return;
  evenement.preventDefault();
  if (ecran?.echapper() !== false) fermer();
});

try {
  page.afficher(lirePanneau(document.getElementById('etat')?.textContent ?? ''));
} catch (erreur) {
  if (!(erreur instanceof EchecPont)) throw erreur;
  racine?.replaceChildren(
    el('h1', {}, 'Suivi commercial'),
    el('p', { role: 'alert' }, erreur.message),
  );
}
