import { lireSource } from '../../cli/fichiers/lire-source';
import { ecrireImport } from '../../cli/workbooks/ecrire-import';
import { journaliserPlan } from '../../cli/workbooks/journaliser-plan';
import { lireClasseur } from '../../cli/workbooks/xlsx/lire-classeur';
import { modifierClasseur } from '../../cli/workbooks/xlsx/modifier-classeur';
import { planImport } from '../../src/import/plan';
import { contexte } from '../support/valeurs';

/** Processus d'essai : importe un CSV de devis dans un classeur, comme la commande. */
const [chemin = '', fichier = ''] = process.argv.slice(2);
const CTX = contexte('2026-03-02');
process.send?.('prêt');
const { source } = await lireSource(fichier);
if (!source) throw new Error(`Source illisible : ${fichier}`);
await ecrireImport(
  {
    fichier: chemin,
    parEnvois: null,
    lire: () => Promise.resolve(lireClasseur(chemin)),
    modifier: (action, decider, origine) =>
      modifierClasseur(chemin, journaliserPlan(action, decider, CTX, origine)),
  },
  (snapshot, ctx) => planImport(snapshot, 'devis', source, null, ctx),
  CTX,
  'devis.csv',
  () => undefined,
);
process.send?.('écrit');
process.disconnect?.();
