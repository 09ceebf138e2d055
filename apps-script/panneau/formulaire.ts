import { messageChampsVides } from '../../src/messages/panneau';
import { creerAlerte } from './alerte';
import { poserChamp } from './champs';
import type { Envoi, Panneau, VueFormulaire } from './contrat';
import type { Ecran, Page } from './ecran';
import { el, identifiant } from './elements';
import { creerGestes, listeSuites } from './gestes';
import { lireReponse } from './lire-reponse';
import { listeElements } from './liste-elements';
import { creerOccupation, type Apres, type Occupation } from './occupation';
import { appeler, EchecPont, fermer } from './pont';
import { texteLong } from './texte-long';

const LIMITE_INTRO = 300;
const LIMITE_ANNONCE = 200;

/** L'écran d'un formulaire : il se remplit, part une fois, et cède la place au résultat. */
export function ecranFormulaire(panneau: Panneau, vue: VueFormulaire, page: Page): Ecran {
  const alerte = creerAlerte();
  const gestes = creerGestes(page, alerte, () => occupation);
  const champs = vue.champs.map((champ) => poserChamp(champ, page.annoncer));
  for (const { cle, ouBien } of vue.champs) {
    const un = champs.find((c) => c.cle === cle);
    const autre = champs.find((c) => c.cle === ouBien);
    if (!un || !autre) continue;
    un.racine.addEventListener('change', () => autre.vider());
    autre.racine.addEventListener('change', () => un.vider());
  }
  const intro = vue.intro.map((phrase) => texteLong(el('p'), phrase, LIMITE_INTRO));
  const contenu = el(
    'div',
    { class: 'contenu' },
    alerte.racine,
    ...(intro.length > 0 ? [el('div', { class: 'intro' }, ...intro)] : []),
    ...champs.map((c) => c.racine),
    ...listeElements(vue.elements, gestes.allerA),
    ...listeSuites(vue.suites, (suite, bouton) => {
      if (peutQuitter('Cliquez encore pour continuer sans enregistrer.'))
        gestes.ouvrir(suite, bouton);
    }),
  );

  const envoyer = el('button', { type: 'submit', class: 'principal' }, vue.bouton);
  const annuler = el('button', { type: 'button', class: 'discret' }, 'Annuler');
  const annonce = el('p', { class: 'annonce', id: identifiant('annonce') });
  if (vue.annonce) {
    texteLong(annonce, vue.annonce, LIMITE_ANNONCE);
    envoyer.setAttribute('aria-describedby', annonce.id);
  }
  const occupation: Occupation = creerOccupation(contenu, vue.annonce ? annonce : null, [
    envoyer,
    annuler,
  ]);
  const formulaire = el('form', { class: 'ecran', novalidate: '' }, contenu, occupation.pied);

  const valeurs = (): Envoi['valeurs'] => Object.fromEntries(champs.map((c) => [c.cle, c.lire()]));
  const depart = JSON.stringify(valeurs());
  let prevenu = false;

  /** Quitter un formulaire que l'on a rempli se demande deux fois. */
  function peutQuitter(avertissement: string): boolean {
    if (occupation.enCours()) return false;
    if (prevenu || JSON.stringify(valeurs()) === depart) return true;
    prevenu = true;
    occupation.dire(avertissement);
    return false;
  }

  /** Reproche à chaque champ ce qui le concerne, et résume. */
  function refuser(message: string, reproches: ReadonlyMap<string, string>): void {
    for (const champ of champs) champ.reprocher(reproches.get(champ.cle) ?? null);
    const connus = new Set(champs.map((c) => c.cle));
    const ailleurs = [...reproches].filter(([cle]) => !connus.has(cle)).map(([, texte]) => texte);
    alerte.montrer(
      [message, ...ailleurs].join(' '),
      champs.filter((c) => reproches.has(c.cle)),
    );
  }

  function recevoir(texte: string): Apres {
    const reponse = lireReponse(texte);
    if (reponse.ok) return () => page.afficher(reponse.panneau);
    return () => refuser(reponse.message, new Map(Object.entries(reponse.champs)));
  }

  /** Une réponse venue après le délai : ce qui a été fait est montré, si l'on est encore là. */
  function recevoirTard(texte: string): void {
    if (formulaire.isConnected && lireReponse(texte).ok) recevoir(texte)();
  }

  async function partir(): Promise<Apres> {
    const envoi: Envoi = {
      jeton: panneau.jeton,
      action: vue.action,
      cible: vue.cible,
      valeurs: valeurs(),
    };
    try {
      return recevoir(await appeler('envoyer', envoi, recevoirTard));
    } catch (erreur) {
      if (!(erreur instanceof EchecPont)) throw erreur;
      const { message } = erreur;
      return () => refuser(message, new Map());
    }
  }

  formulaire.addEventListener('submit', (evenement) => {
    evenement.preventDefault();
    alerte.effacer();
    const manques = new Map(
      champs.flatMap((c) => {
        const manque = c.manque();
        return manque === null ? [] : [[c.cle, manque] as const];
      }),
    );
    if (manques.size > 0) refuser(messageChampsVides(manques.size), manques);
    else void occupation.mener(envoyer, 'Envoi en cours…', partir);
  });
  annuler.addEventListener('click', () => {
    if (!occupation.enCours()) fermer();
  });
  formulaire.addEventListener('input', () => {
    prevenu = false;
    if (!occupation.enCours()) occupation.dire('');
  });

  return {
    racine: formulaire,
    viser: () =>
      (
        champs.find((c) => !c.racine.hidden) ?? {
          viser: () => envoyer.focus({ preventScroll: true }),
        }
      ).viser(),
    echapper: () => peutQuitter('Appuyez encore sur Échap pour fermer sans enregistrer.'),
  };
}
