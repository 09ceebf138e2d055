import { adresseCellule } from '../classeur/cellule';
import type { Snapshot } from '../classeur/snapshot';
import type { Action } from '../classeur/tables/actions';
import type { Devis } from '../classeur/tables/devis';
import type { DateCivile } from '../commun/date-civile';
import { probleme, type Probleme } from '../messages/probleme';
import { prochaineRelanceApres, prochaineRelanceEspacee } from './calendrier';
import type { Candidat } from './candidats';
import { cellulesIllisibles } from './cellules-illisibles';
import { referenceRelance } from './reference';

type Compteurs = Partial<Pick<Devis, 'relancesFaites' | 'derniereRelance' | 'prochaineRelance'>>;

/** Où en est la suite de relances d'un devis. */
export interface Avancement {
  /** Relances déjà faites, celles du journal que les compteurs ignorent comprises. */
  readonly faites: number;
  /** Jour de la prochaine ; `null` : il n'en reste pas ; `inconnu` : une cellule empêche de le dire. */
  readonly due: DateCivile | 'inconnu' | null;
  /** Compteurs à remettre d'accord avec le journal. */
  readonly reparation: Compteurs;
  readonly doutes: readonly Probleme[];
}

/**
 * Une action qui porte la référence d'une relance prouve qu'elle est faite, même si les compteurs du
 * devis l'ignorent (arrêt entre deux écritures, retouche à la main) : on répare, on ne recommence pas.
 */
export function avancement(
  snapshot: Snapshot,
  { devis, nom }: Candidat,
  actions: ReadonlyMap<string, Action>,
  modelesDouteux: boolean,
): Avancement {
  const { parametres, tables } = snapshot;
  const { envoyeLe } = devis;
  const doutes = cellulesIllisibles(snapshot, 'devis', devis.ligne, [
    'envoyeLe',
    'relancesFaites',
    'prochaineRelance',
  ]);
  if (envoyeLe === null && !snapshot.estIllisible('devis', devis.ligne, 'envoyeLe')) {
    const cellule = adresseCellule(snapshot, 'devis', devis.ligne, 'envoyeLe');
    doutes.push(probleme('RELANCE_SANS_ENVOI', { devis: nom, cellule }));
  }
  const comptees = Math.max(0, devis.relancesFaites ?? 0);
  if (doutes.length > 0 || envoyeLe === null) {
    return { faites: comptees, due: dueMalgreDoute(snapshot, devis), reparation: {}, doutes };
  }
  let faites = comptees;
  let faiteLe: DateCivile | null = null;
  for (;;) {
    const action = actions.get(referenceRelance(nom, faites + 1));
    if (!action) break;
    faites += 1;
    faiteLe = action.date ?? faiteLe;
  }
  if (faites === comptees) {
    const { alsaceMoselle } = parametres;
    const calculee = prochaineRelanceApres(envoyeLe, faites, tables.modeles, alsaceMoselle);
    const fini = calculee === null && !modelesDouteux;
    const due = fini ? null : (devis.prochaineRelance ?? calculee);
    return { faites, due, reparation: {}, doutes };
  }
  const prochaineRelance = prochaineRelanceEspacee(
    envoyeLe,
    faites,
    faiteLe ?? envoyeLe,
    tables.modeles,
    parametres,
  );
  const reparation: Compteurs = {
    relancesFaites: faites,
    ...(faiteLe === null ? {} : { derniereRelance: faiteLe }),
    prochaineRelance,
  };
  return { faites, due: prochaineRelance, reparation, doutes };
}

/** Une date lisible dit au moins si la relance est pour plus tard. */
function dueMalgreDoute(snapshot: Snapshot, devis: Devis): DateCivile | 'inconnu' {
  if (devis.prochaineRelance !== null) return devis.prochaineRelance;
  if (devis.envoyeLe === null || snapshot.estIllisible('devis', devis.ligne, 'prochaineRelance'))
    return 'inconnu';
  const { alsaceMoselle } = snapshot.parametres;
  return (
    prochaineRelanceApres(devis.envoyeLe, 0, snapshot.tables.modeles, alsaceMoselle) ?? 'inconnu'
  );
}
