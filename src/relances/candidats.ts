import { adresseCellule } from '../classeur/cellule';
import type { Snapshot } from '../classeur/snapshot';
import type { Devis } from '../classeur/tables/devis';
import { grouperEnChaines, type Chaine } from '../devis/chaines';
import { designer } from '../devis/designation';
import { probleme, type Probleme } from '../messages/probleme';
import { cellulesIllisibles } from './cellules-illisibles';

/** Un devis qui attend peut-être une relance, et ce qui empêche d'en être sûr. */
export interface Candidat {
  readonly devis: Devis;
  readonly nom: string;
  readonly doutes: readonly Probleme[];
}

const version = (d: Devis): number => d.version ?? 1;

/**
 * La version de la chaîne à relancer : la dernière partie, si elle est encore « Envoyé ». Une version
 * aussi récente dont le statut est illisible peut être une décision : c'est un doute, pas un envoi.
 */
function candidatDe(snapshot: Snapshot, chaine: Chaine): Candidat | null {
  const { envoyee, versions } = chaine;
  const illisible = versions.filter(
    (d) =>
      snapshot.estIllisible('devis', d.ligne, 'statut') &&
      (envoyee === null ? d.envoyeLe !== null : version(d) >= version(envoyee)),
  );
  const attendue = envoyee?.statut === 'Envoyé' ? envoyee : null;
  const devis = attendue ?? (envoyee === null ? illisible[illisible.length - 1] : undefined);
  if (!devis) return null;
  const nom = designer(devis);
  const doutes = illisible.flatMap((d) =>
    cellulesIllisibles(snapshot, 'devis', d.ligne, ['statut']),
  );
  for (const d of versions) {
    doutes.push(...cellulesIllisibles(snapshot, 'devis', d.ligne, ['version']));
  }
  const jumeaux = versions.filter((d) => version(d) === version(devis));
  if (jumeaux.length > 1) {
    const lignes = jumeaux.map((d) => d.ligne).join(', ');
    doutes.push(probleme('RELANCE_DOUBLON', { devis: nom, lignes }));
  }
  return { devis, nom, doutes };
}

/** Tous les devis qui attendent la réponse du client, une version par chaîne. */
export function candidats(snapshot: Snapshot): Candidat[] {
  const trouves: Candidat[] = [];
  for (const chaine of grouperEnChaines(snapshot.tables.devis)) {
    const candidat = candidatDe(snapshot, chaine);
    if (candidat) trouves.push(candidat);
  }
  for (const devis of snapshot.tables.devis) {
    if (devis.numero !== null || devis.statut !== 'Envoyé') continue;
    const cellule = adresseCellule(snapshot, 'devis', devis.ligne, 'numero');
    const doutes = [probleme('RELANCE_SANS_NUMERO', { cellule })];
    trouves.push({ devis, nom: '', doutes });
  }
  return trouves;
}
