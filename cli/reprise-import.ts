import type { Snapshot } from '../src/classeur/snapshot';
import type { Contexte } from '../src/commun/contexte';
import { importsInacheves } from '../src/import/envois';
import { accord } from '../src/messages/formats';
import type { Session } from './session';

/**
 * Sous quel numéro importer : avec `--reprendre`, celui de l'import de ce fichier que le Journal montre
 * inachevé ; sinon un numéro nouveau, en disant ce qui pourrait être repris.
 */
export function contexteImport(
  session: Session,
  snapshot: Snapshot,
  source: string,
  reprendre: boolean,
): Contexte {
  const { contexte, sortie } = session;
  const inacheves = importsInacheves(snapshot);
  const sien = inacheves.find((i) => i.source === source);
  if (reprendre && sien) {
    const faits = accord(sien.envois, 'envoi est fait', 'envois sont faits');
    sortie.message(`Reprise de l’import n° ${sien.numero} : ${faits}.`);
    return { ...contexte, origine: `import n° ${sien.numero}` };
  }
  if (reprendre) {
    const autres = inacheves.map((i) => `n° ${i.numero} (« ${i.source} »)`);
    sortie.message(
      autres.length > 0
        ? `Rien à reprendre pour « ${source} ». Imports inachevés : ${autres.join(', ')}. Celui-ci est un nouvel import.`
        : 'Rien à reprendre : aucun import n’est inachevé dans ce classeur. Celui-ci est un nouvel import.',
    );
  } else if (sien) {
    sortie.message(
      `L’import n° ${sien.numero} de « ${source} » est inachevé : avec --reprendre, il se finirait sous le même numéro.`,
    );
  }
  return contexte;
}
