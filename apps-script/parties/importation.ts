/** La partie « importation » : lire un fichier étranger, en montrer le plan, l'écrire. */
export { lireDemande, relireDemande } from '../importation/demande';
export { ecrireImport, ongletsImportables, prevoirImport } from '../importation/importer';
export { ouvrirImport } from '../importation/vues';
export { creerCadence } from '../../src/sheets-api/cadence';
