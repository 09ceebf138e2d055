import { Workbook } from 'exceljs';
import { MODELES_INITIAUX } from '../../../sheets-templates/modeles-initiaux';
import { ONGLETS } from '../../../sheets-templates/onglet';
import { parametresInitiaux } from '../../../sheets-templates/parametres-initiaux';
import { TITRE_CLASSEUR } from '../../../src/classeur/titre';
import type { CleTable, Ligne, ValeursDe } from '../../../src/classeur/tables';
import { lignesGardees } from '../../../src/tableau-de-bord/lignes-gardees';
import { nomsDesChiffres, pageChiffres } from '../../../sheets-templates/tableau/chiffres';
import { pageTableau } from '../../../sheets-templates/tableau/page';
import { poserAccueil } from './modele/poser-accueil';
import { couvrir } from './modele/calculs-xml';
import { poserCalculs } from './modele/poser-calculs';
import { poserLignes } from './modele/poser-lignes';
import { poserOnglet } from './modele/poser-onglet';
import { poserPage } from './modele/poser-page';
import { finir } from './modele/finir';

/** Date de création du modèle : fixe, pour que le même produit donne les mêmes octets. */
const CREE_LE = new Date(Date.UTC(2026, 0, 1));

type Lignes = { readonly [K in CleTable]?: readonly Partial<ValeursDe<K>>[] };

/** Place des pages libres : le tableau après la revue, la technique à la fin. */
const RANG_TABLEAU = 1.5;
const RANG_TECHNIQUE = 1000;

/** La fenêtre d'ouverture : sur l'Accueil ; position et taille en vingtièmes de point. */
const FENETRE = {
  x: 0,
  y: 0,
  width: 28_800,
  height: 17_000,
  firstSheet: 0,
  activeTab: 0,
  visibility: 'visible',
} as const;

/** Lignes que le modèle porte dès le départ. */
const DEPART: Lignes = {
  modeles: MODELES_INITIAUX,
  parametres: parametresInitiaux(),
};

/**
 * Le classeur vide, prêt à ouvrir : tous les onglets, leur aspect, l'Accueil vivant, les modèles
 * de messages et les réglages de départ. Mêmes octets à chaque appel. `lignes` remplace, onglet par
 * onglet, ce que le classeur porte au départ.
 */
export async function creerModele(lignes: Lignes = {}): Promise<Uint8Array> {
  const contenu: Lignes = { ...DEPART, ...lignes };
  const classeur = new Workbook();
  classeur.title = TITRE_CLASSEUR;
  classeur.subject = 'Devis, relances et revue hebdomadaire';
  classeur.creator = 'Suivi commercial';
  classeur.lastModifiedBy = 'Suivi commercial';
  classeur.created = CREE_LE;
  classeur.modified = CREE_LE;
  classeur.calcProperties.fullCalcOnLoad = true;
  classeur.views = [FENETRE];
  const liens = poserAccueil(classeur);
  for (const onglet of ONGLETS) {
    const feuille = await poserOnglet(classeur, onglet);
    poserLignes(feuille, onglet, contenu[onglet.cle] ?? []);
  }
  const noms = [
    ...(await poserPage(classeur, pageTableau(), RANG_TABLEAU)),
    ...(await poserPage(classeur, pageChiffres(), RANG_TECHNIQUE)),
    ...nomsDesChiffres(),
  ];
  await poserCalculs(classeur, RANG_TECHNIQUE + 1);
  // Sans comprimer : `finir` ouvre aussitôt toutes les parties.
  const octets = await classeur.xlsx.writeBuffer({ zip: { compression: 'STORE' } });
  return finir(new Uint8Array(octets), {
    liens,
    noms,
    couverture: couvrir(
      (cle) => contenu[cle]?.length ?? 0,
      lignesGardees(
        <K extends CleTable>(cle: K) => (contenu[cle] ?? []) as readonly Partial<Ligne<K>>[],
      ),
    ),
  });
}
