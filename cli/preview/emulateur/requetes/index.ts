import { ErreurApi, invalide } from '../erreur-api';
import type { Classeur } from '../modele';
import type { TYPES } from '../schema/types';
import type { TypeGoogle } from '../schema/types';
import { updateBorders } from './bordures';
import { appendCells, repeatCell, updateCells } from './cellules';
import { updateSpreadsheetProperties } from './classeur';
import { copyPaste } from './copier-coller';
import { deleteRange } from './delete-range';
import * as dimensions from './dimensions';
import { addSheet, deleteSheet, updateSheetProperties } from './feuilles';
import { clearBasicFilter, setBasicFilter, sortRange } from './filtre';
import * as formats from './formats-conditionnels';
import { mergeCells, unmergeCells } from './fusions';
import * as graphiques from './graphiques';
import * as metadonnees from './metadonnees';
import * as plagesNommees from './plages-nommees';
import * as protections from './protections';
import { addTable, deleteTable, updateTable } from './tables';
import { setDataValidation } from './validations';

type Requetes = (typeof TYPES)['Request'];
type NomRequete = keyof Requetes;
type Traitement<N extends NomRequete> = (c: Classeur, r: TypeGoogle<Requetes[N]>) => object;

/** Une fonction par requête : elle modifie le classeur et rend la réponse, ou lève le refus. */
const TRAITEMENTS: { readonly [N in NomRequete]: Traitement<N> } = {
  addSheet,
  deleteSheet,
  updateSheetProperties,
  updateSpreadsheetProperties,
  appendCells,
  updateCells,
  repeatCell,
  copyPaste,
  deleteRange,
  setDataValidation,
  addTable,
  updateTable,
  deleteTable,
  setBasicFilter,
  clearBasicFilter,
  sortRange,
  mergeCells,
  unmergeCells,
  updateBorders,
  ...dimensions,
  ...formats,
  ...graphiques,
  ...metadonnees,
  addNamedRange: plagesNommees.addNamedRange,
  updateNamedRange: plagesNommees.updateNamedRange,
  deleteNamedRange: plagesNommees.deleteNamedRange,
  ...protections,
};

/** Applique une requête déjà vérifiée ; un refus dit laquelle, comme Google. */
export function appliquer(c: Classeur, requete: TypeGoogle<'Request'>, rang: number): object {
  const nom = Object.keys(requete)[0] as NomRequete | undefined;
  if (nom === undefined) throw invalide(`Invalid requests[${rang}]: No request set.`);
  try {
    // Le type de chaque requête a été vérifié contre la même déclaration.
    const reponse = (TRAITEMENTS[nom] as Traitement<NomRequete>)(c, requete[nom] as never);
    return Object.keys(reponse).length > 0 ? { [nom]: reponse } : {};
  } catch (erreur) {
    if (!(erreur instanceof ErreurApi)) throw erreur;
    throw new ErreurApi(erreur.statut, `Invalid requests[${rang}].${nom}: ${erreur.message}`);
  }
}
