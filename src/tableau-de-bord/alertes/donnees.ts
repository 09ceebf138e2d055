import { TABLES, type CleTable } from '../../classeur/tables';
import { THEMES } from '../../classeur/tables/satisfaction';
import { lienCellule } from '../../classeur/lien-cellule';
import { alerte, type Veille } from './alerte';

/** Les colonnes dont dépend un chiffre : illisibles, elles y manquent. */
const COLONNES_COMPTEES: { readonly [K in CleTable]?: ReadonlySet<string> } = {
  devis: new Set([
    'version',
    'montantHt',
    'marge',
    'statut',
    'creeLe',
    'envoyeLe',
    'premierEnvoi',
    'validite',
    'decideLe',
    'motif',
  ]),
  affaires: new Set(['etape', 'probabilite', 'signaturePrevue', 'decision']),
  factures: new Set(['type', 'montantHt', 'montantTtc', 'emiseLe', 'echeance', 'paye', 'payeLe']),
  satisfaction: new Set(['date', 'recommandation', ...THEMES]),
  actions: new Set(['date', 'type', 'duree']),
  objectifs: new Set([
    'mois',
    'caSigne',
    'caFacture',
    'devisEmis',
    'tauxTransformation',
    'satisfaction',
    'visites',
  ]),
  equipe: new Set(['coutJournalier']),
};

/** Une alerte par onglet : combien de cellules manquent aux chiffres. Jamais un zéro silencieux. */
export const donneesIllisibles: Veille = ({ index: { snapshot } }) =>
  (Object.keys(COLONNES_COMPTEES) as CleTable[]).flatMap((table) => {
    const cellules = snapshot
      .illisiblesDe(table)
      .filter((c) => COLONNES_COMPTEES[table]?.has(c.colonne));
    const [premiere] = cellules;
    if (!premiere) return [];
    const lien = lienCellule(snapshot, table, premiere.ligne, premiere.colonne);
    return [
      alerte(
        'DONNEES_ILLISIBLES',
        {
          nombre: cellules.length,
          onglet: TABLES[table].onglet,
          exemple: lien,
          valeur: premiere.valeur,
        },
        lien,
      ),
    ];
  });
