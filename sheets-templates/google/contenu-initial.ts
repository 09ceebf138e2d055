import { ajouter } from '../../src/classeur/changements';
import type { Colonne } from '../../src/classeur/colonne';
import { ecrireCellule } from '../../src/classeur/ecrire-cellule';
import { Ecritures } from '../../src/classeur/ecritures';
import { TABLES, type CleTable } from '../../src/classeur/tables';
import { ecrireBlocs, rangeeDe, type LigneGoogle } from '../../src/sheets-api/blocs';
import type { Cellule, Requete } from '../../src/sheets-api/rest';
import { MODELES_INITIAUX } from '../modeles-initiaux';
import { parametresInitiaux } from '../parametres-initiaux';
import { validationDe } from '../validations';
import { lieuDe, rangDe, type Lieux } from './lieux';
import { regleDeSaisie } from './validations';

function lignes(cle: CleTable, lieux: Lieux, valeurs: readonly object[]): LigneGoogle[] {
  const ecritures = new Ecritures<Cellule>(TABLES[cle].colonnes, lieuDe(lieux, cle).positions);
  for (const v of valeurs) ecritures.noter(ajouter(cle, v));
  return ecritures.ajoutees.map((ligne) => ligne);
}

/** Ce que les onglets portent au départ ; un onglet où il y a quoi que ce soit n'est pas touché. */
export function contenuInitial(lieux: Lieux): { requetes: Requete[]; onglets: string[] } {
  const requetes: Requete[] = [];
  const onglets: string[] = [];
  const depart = { modeles: MODELES_INITIAUX, parametres: parametresInitiaux() } as const;
  for (const cle of ['modeles', 'parametres'] as const) {
    const { sheetId, onglet } = lieuDe(lieux, cle);
    if (onglet && onglet.occupee > 1) continue;
    onglets.push(TABLES[cle].onglet);
    const parLigne = lignes(cle, lieux, depart[cle]).map((l, i) => [i + 2, l] as const);
    requetes.push(...ecrireBlocs(sheetId, new Map(parLigne)));
  }
  if (onglets.includes(TABLES.parametres.onglet)) requetes.push(...saisiesDesReglages(lieux));
  return { requetes, onglets };
}

/** Chaque réglage a sa nature, donc sa règle de saisie. */
function saisiesDesReglages(lieux: Lieux): Requete[] {
  const lieu = lieuDe(lieux, 'parametres');
  const rang = rangDe(lieu, 'valeur');
  const colonne: Colonne = TABLES.parametres.colonnes.valeur;
  return parametresInitiaux().flatMap(({ valeur }, i): Requete[] => {
    const { genre } = ecrireCellule(colonne, valeur);
    const validation = validationDe('parametres', 'valeur', { ...colonne, genre, valeurs: [] });
    if (!validation) return [];
    const range = {
      ...{ sheetId: lieu.sheetId, startRowIndex: i + 1, endRowIndex: i + 2 },
      ...{ startColumnIndex: rang, endColumnIndex: rang + 1 },
    };
    const rule = regleDeSaisie(validation, lieux, 'parametres', 'valeur', i + 2);
    return [{ setDataValidation: { range, rule } }];
  });
}

/** Une ligne de Journal, sous la dernière. */
export function ligneDeJournal(lieux: Lieux, valeurs: object): Requete {
  const rows = lignes('journal', lieux, [valeurs]).map(rangeeDe);
  const { sheetId } = lieuDe(lieux, 'journal');
  return { appendCells: { sheetId, rows, fields: 'userEnteredValue' } };
}
