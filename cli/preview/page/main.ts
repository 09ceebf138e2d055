import type {
  ClasseurVu,
  DemandeAppel,
  DemandeSaisie,
  MessageVu,
  Nouveautes,
  ReponseAppel,
  ReponseSaisie,
} from '../protocole';
import { surveillerCollages } from './collage';
import { demander, ecouter, surArret } from './api';
import { BoiteDEnvoi } from './brouillons';
import { parId } from './dom';
import { Edition } from './edition';
import { formatNombre } from '../../../src/messages/formats';
import { MAX_TEXTE } from '../../../src/classeur/longueur-texte';
import { GrilleUniver } from './grille-univer';
import { poserMenus } from './menu';
import { montrerMessages } from './messages';
import { PanneauLateral, type Issue } from './panneau';

/** Un brouillon tel que Gmail l'ouvre, par son message (`m` et son identifiant) : il est dans la boîte d'ici. */
const BROUILLON_GMAIL = /^https:\/\/mail\.google\.com\/.*#drafts\/m([\w.-]+)$/;

const etat = parId('etat');
const boite = new BoiteDEnvoi();
let version = 0;
const PAGE = crypto.randomUUID();
const edition = new Edition(() => version);
/** Les demandes partent une à une : leurs effets s'affichent dans l'ordre. */
let file: Promise<unknown> = Promise.resolve();

const enFile = <T>(faire: () => Promise<T>): Promise<T> => {
  const suite = file.then(faire);
  file = suite.catch(() => undefined);
  return suite;
};

const dire = (sorte: MessageVu['sorte'], titre: string, texte: string): void =>
  montrerMessages([{ sorte, titre, texte }]);

const texteDe = (erreur: unknown): string =>
  erreur instanceof Error ? erreur.message : String(erreur);

surArret((phrase) => {
  const arret = parId('arret');
  if (!arret.hidden) return;
  arret.textContent = phrase;
  arret.hidden = false;
  etat.textContent = '';
  for (const id of ['travail', 'menus']) parId(id).inert = true;
});

const deborde = (longueur: number): void =>
  dire(
    'refus',
    'Non enregistré',
    `Ce texte a ${formatNombre(longueur)} caractères ; une cellule en contient ${formatNombre(MAX_TEXTE)} au plus. Raccourcissez-le, ou répartissez-le sur plusieurs cellules. Rien n’a été écrit.`,
  );

const premiere = await demander<ClasseurVu>('/api/classeur');
const grille = new GrilleUniver('grille', premiere.aujourdHui, {
  choisit: (adresse, texte) => {
    const phrase = `${adresse} : ${texte === '' ? 'vide' : texte}`;
    const cellule = parId('cellule');
    if (cellule.textContent !== phrase) cellule.textContent = phrase;
  },
  tape: (onglet, cellules) => {
    const { vue } = edition;
    void enFile(() => enregistrer({ onglet, cellules, version, page: PAGE, vue }));
  },
  edite: (visible) => edition.changer(visible),
  deborde,
  refuse: () =>
    dire(
      'toast',
      'Aperçu local',
      'L’aperçu ne change que le contenu des cellules. Pour l’aspect, les lignes et les onglets, ouvrez le fichier dans votre tableur.',
    ),
});

const panneau = new PanneauLateral({
  appeler: (fonction, args) => {
    grille.terminer();
    return enFile(() => appeler(fonction, args));
  },
  grille: () => parId('grille').querySelector('canvas')?.focus(),
  ouvrirLien: (adresse) => {
    const id = BROUILLON_GMAIL.exec(adresse)?.[1];
    if (id !== undefined) void boite.ouvrir(id);
    else if (adresse.startsWith('https://')) open(adresse, '_blank', 'noopener,noreferrer');
  },
});

/** Montre le classeur entier, tel qu'il est maintenant. */
async function charger(): Promise<void> {
  const vu = await demander<ClasseurVu>('/api/classeur');
  await edition.libre();
  montrer(vu);
}

function montrer(vu: ClasseurVu): void {
  ({ version } = vu);
  document.title = `${vu.nom} – Aperçu local`;
  parId('nom').textContent = vu.nom;
  parId('qui').textContent = vu.utilisateur;
  poserMenus(parId('menus'), vu.menu, (fonction) => {
    grille.terminer();
    void enFile(() => choisir(fonction));
  });
  boite.compter(vu.brouillons);
  grille.montrer(vu);
}

/** Montre ce qui est arrivé, jamais sous l'éditeur d'une cellule. */
async function accueillir(nouveautes: Nouveautes): Promise<void> {
  await edition.libre();
  if (nouveautes.recharger || !grille.appliquer(nouveautes.changements)) return charger();
  ({ version } = nouveautes);
  boite.compter(nouveautes.brouillons);
}

async function enregistrer(demande: DemandeSaisie): Promise<void> {
  etat.textContent = 'Enregistrement…';
  try {
    const reponse = await demander<ReponseSaisie>('/api/saisir', { ...demande, version });
    montrerMessages(reponse.messages);
    etat.textContent = reponse.messages.length > 0 ? '' : 'Enregistré dans le fichier';
    await accueillir(reponse.nouveautes);
    if (!grille.appliquer([reponse.cellules])) await charger();
  } catch (erreur) {
    etat.textContent = '';
    dire('refus', 'Non enregistré', texteDe(erreur));
  }
}

async function appeler(fonction: string, args?: readonly unknown[]): Promise<Issue> {
  const demande: DemandeAppel = {
    fonction,
    version,
    selection: grille.choix,
    ...(args ? { args } : {}),
  };
  try {
    const reponse = await demander<ReponseAppel>('/api/appeler', demande);
    const { nouveautes, messages, selection } = reponse;
    await accueillir(nouveautes);
    if (nouveautes.changements.length > 0) grille.oublierAnnulations();
    if (reponse.panneau) panneau.ouvrir(reponse.panneau);
    if (selection) grille.choisir(selection);
    montrerMessages(messages);
    return reponse.issue;
  } catch (erreur) {
    return { ok: false, erreur: texteDe(erreur) };
  }
}

/** Un clic dans le menu. */
async function choisir(fonction: string): Promise<void> {
  etat.textContent = 'Exécution du script…';
  const issue = await appeler(fonction);
  etat.textContent = '';
  if (!issue.ok) dire('refus', 'Erreur', issue.erreur);
}

surveillerCollages(deborde);
montrer(premiere);
await grille.prete;
ecouter((neuve) => {
  if (neuve <= version) return;
  void enFile(async () => {
    if (neuve > version) await accueillir(await demander('/api/nouveautes', { version }));
  });
});
document.body.dataset['pret'] = 'oui';
