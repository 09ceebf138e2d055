import type { OngletJson } from '../../src/sheets-api/reponses';
import type { Requete } from '../../src/sheets-api/rest';
import { TABLES } from '../../src/classeur/tables';
import { trouverOnglet } from '../../src/sheets-api/reperer';
import { ONGLETS } from '../onglet';
import { PALETTE } from '../palette';
import { lieuDe, rangDe, type Lieux } from './lieux';
import { couleur } from './style';
import { listeFermee } from './validations';

/**
 * Les listes fermées en puces de couleur : un tableau natif par onglet de saisie, que seul l'API sait
 * poser. Demandé à part : Google peut le refuser (filtre ou tableau déjà là) sans rien empêcher.
 */
export function poserPuces(lieux: Lieux, onglets: readonly OngletJson[]): Requete[] {
  return ONGLETS.flatMap(({ cle, nom, colonnes }): Requete[] => {
    const { nature } = TABLES[cle];
    const lieu = lieuDe(lieux, cle);
    const json = trouverOnglet(onglets, cle, nom);
    if ((nature !== 'saisie' && cle !== 'revueHebdo') || json?.tables) return [];
    const rangs = [...lieu.positions.values()];
    const [debut, fin] = [Math.min(...rangs), Math.max(...rangs) + 1];
    if (fin - debut !== rangs.length) return [];
    const columnProperties = colonnes.flatMap((c) =>
      c.validation?.genre === 'valeurs'
        ? [
            {
              columnIndex: rangDe(lieu, c.cle) - debut,
              columnName: c.entete,
              columnType: 'DROPDOWN' as const,
              dataValidationRule: { condition: listeFermee(c.validation.valeurs) },
            },
          ]
        : [],
    );
    if (columnProperties.length === 0) return [];
    const range = {
      ...{ sheetId: lieu.sheetId, startRowIndex: 0 },
      endRowIndex: lieu.rangees,
      ...{ startColumnIndex: debut, endColumnIndex: fin },
    };
    const rowsProperties = {
      headerColorStyle: couleur(PALETTE.accent),
      firstBandColorStyle: couleur(PALETTE.blanc),
      secondBandColorStyle: couleur(PALETTE.blanc),
    };
    // Sheets montre ce nom au-dessus du tableau ; ni espace ni accent.
    const name = cle.charAt(0).toUpperCase() + cle.slice(1);
    return [{ addTable: { table: { name, range, rowsProperties, columnProperties } } }];
  });
}
