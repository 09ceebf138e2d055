import {
  ajouterMois,
  depuisSerie,
  moisDe,
  premierJour,
  versSerie,
  type DateCivile,
  type Mois,
} from '../../../src/commun/date-civile';
import { ErreurClasseur } from '../../../src/classeur/erreur-classeur';
import type { Snapshot } from '../../../src/classeur/snapshot';
import {
  colonneDeMesure,
  colonneDeTrace,
  COLONNE_MOIS,
  DERNIERE_LIGNE,
} from '../../../sheets-templates/tableau/series';
import { lireClasseurGoogle } from '../../../src/sheets-api/lire-classeur-google';
import { tableauDe, type Tableau } from '../../../src/tableau-de-bord/calculer-tableau';
import { figures } from '../../../src/tableau-de-bord/figures';
import { objectifDe } from '../../../src/tableau-de-bord/objectifs';
import { observer, type Observations } from '../../../src/tableau-de-bord/observations';
import { leMois } from '../../../src/tableau-de-bord/periode';
import { indexer, type Index } from '../../../src/tableau-de-bord/index-commercial';
import { NOM_MOIS, NOM_RESPONSABLE, ONGLET_TABLEAU } from '../../../src/tableau-de-bord/onglets';
import { ID, type ClasseurOuvert } from '../classeur-ouvert';
import type { NomLu } from '../../workbooks/xlsx/lire-noms';
import { ErreurApi } from '../emulateur/erreur-api';
import { choixDuTableau, type Place } from './pages-vivantes';
import { chiffresDeChacun } from './personnes-connues';
import { rangeesConnues } from './rangees-connues';

/** Ce que TypeScript sait de la page « Tableau de bord », telle que ses choix la règlent. */
export interface TableauVu {
  readonly tableau: Tableau;
  /** Les rapports d'où part le modèle inverse. */
  readonly observations: Observations;
  /** Le mois regardé, en numéro de série. */
  readonly mois: number;
  /** Ce que la page tire de « Chiffres » sans le nommer, par place : mois des graphiques, personnes, motifs, segments. */
  readonly series: ReadonlyMap<string, number | string>;
}

export const enPlace = ({ ligne, rang }: Place): string => `${ligne} ${rang}`;

/** Le classeur, lu comme le module le lit. */
function snapshotDe({ emulateur }: ClasseurOuvert): Snapshot {
  const dialogue = lireClasseurGoogle(ID);
  let pas = dialogue.next();
  while (!pas.done) {
    const demande = pas.value;
    const lit = demande.methode === 'get' || demande.methode === 'batchGet';
    pas = dialogue.next({ ok: true, json: lit ? emulateur.executer(demande) : null });
  }
  return pas.value;
}

const DOUZE = 12;
const enEuros = (c: number | null | undefined): number | null =>
  c === null || c === undefined ? null : c / 100;

/** Ce que les graphiques tracent ; un mois sans donnée n'y est pas. */
function series(
  index: Index,
  mois: Mois,
  responsable: string | null,
): Map<string, number | string> {
  const places = new Map<string, number | string>();
  const vus = Array.from({ length: 2 * DOUZE }, (_, avant) =>
    figures(index, leMois(ajouterMois(mois, -avant), responsable)),
  );
  vus.slice(0, DOUZE).forEach((t, avant) => {
    const { cohorte, decides, montant } = t.tauxTransformation;
    const leSien = ajouterMois(mois, -avant);
    const objectif = objectifDe(index, 'caSigne', leSien, responsable);
    const valeurs: readonly (readonly [number, number | null])[] = [
      [COLONNE_MOIS, versSerie(premierJour(leSien))],
      [colonneDeMesure('signesHt'), enEuros(t.devisSignes.montantHt)],
      [colonneDeMesure('factureHt'), enEuros(t.caFactureHt)],
      [colonneDeTrace('anPasse'), enEuros(vus[avant + DOUZE]?.devisSignes.montantHt)],
      [colonneDeTrace('objectif'), enEuros(objectif)],
      [colonneDeTrace('cohorte'), cohorte.taux],
      [colonneDeTrace('decides'), decides.taux],
      [colonneDeTrace('montant'), montant.taux],
      [colonneDeTrace('satisfaction'), t.satisfaction.taux],
    ];
    for (const [colonne, valeur] of valeurs) {
      const place = { ligne: DERNIERE_LIGNE - avant, rang: colonne - 1 };
      if (valeur !== null) places.set(enPlace(place), valeur);
    }
  });
  return places;
}

/** Le mois et le responsable choisis dans la page ; une formule n'est pas un choix. */
function choix({ emulateur }: ClasseurOuvert, noms: readonly NomLu[], aujourdHui: DateCivile) {
  const page = emulateur.etat(ID).feuilles.find((f) => f.proprietes.title === ONGLET_TABLEAU);
  const saisie = (nom: typeof NOM_MOIS | typeof NOM_RESPONSABLE) => {
    const [place] = choixDuTableau(noms, nom);
    return place && page?.rangees[place.ligne - 1]?.[place.rang]?.userEnteredValue;
  };
  const jour = depuisSerie(saisie(NOM_MOIS)?.numberValue ?? Number.NaN);
  const responsable = saisie(NOM_RESPONSABLE)?.stringValue?.trim().toLowerCase() ?? '';
  return {
    mois: moisDe(jour ?? aujourdHui),
    responsable: responsable === '' ? null : responsable,
  };
}

/**
 * Les chiffres du mois et du responsable que la page montre ; `null` si elle n'est pas dans le
 * classeur, ou s'il ne se lit pas : la grille les calculera.
 */
export function tableauVu(classeur: ClasseurOuvert, aujourdHui: DateCivile): TableauVu | null {
  const { noms, grille } = classeur.document;
  if (!grille.has(ONGLET_TABLEAU)) return null;
  const { mois, responsable } = choix(classeur, noms, aujourdHui);
  try {
    const snapshot = snapshotDe(classeur);
    const index = indexer(snapshot, aujourdHui);
    const places = series(index, mois, responsable);
    // « Qui porte quoi » montre toute l'entreprise, quel que soit le choix.
    const chacun = chiffresDeChacun(snapshot, tableauDe(index, mois, null));
    const tableau = tableauDe(index, mois, responsable);
    for (const [place, valeur] of [...chacun, ...rangeesConnues(tableau)]) {
      places.set(enPlace(place), valeur);
    }
    return {
      tableau,
      observations: observer(index, mois, responsable),
      mois: versSerie(premierJour(mois)),
      series: places,
    };
  } catch (erreur) {
    if (erreur instanceof ErreurClasseur || erreur instanceof ErreurApi) return null;
    throw erreur;
  }
}
