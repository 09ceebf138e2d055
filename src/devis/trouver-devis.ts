import type { Snapshot } from '../classeur/snapshot';
import { normaliser, plusProche } from '../commun/texte';
import { probleme, type Probleme } from '../messages/probleme';
import { designer, estProvisoire, parseDesignation, type DevisNomme } from './designation';
import { provisoireDe } from './numerotation';

export type DevisTrouve =
  | { readonly devis: DevisNomme; readonly versions: readonly DevisNomme[]; readonly problemes: [] }
  | { readonly devis: null; readonly problemes: Probleme[] };

const echec = (p: Probleme): DevisTrouve => ({ devis: null, problemes: [p] });

/**
 * Le devis qu'une référence désigne : numéro, `-V2`, `PROV-7` même devenu numéro ; casse et
 * séparateurs à part. Sans version, la dernière qui ne soit pas annulée.
 */
export function trouverDevis(snapshot: Snapshot, reference: string): DevisTrouve {
  const entiere = { numero: reference.trim(), version: null };
  const lectures = [entiere, parseDesignation(reference)];
  for (const egal of [egalStrict, egalTolerant]) {
    for (const { numero, version } of lectures) {
      const versions = versionsDe(snapshot, numero, egal);
      if (versions.length > 0) return choisirVersion(reference, versions, version);
    }
  }
  const references = snapshot.tables.devis.map(designer).filter((r) => r !== '');
  return echec(probleme('DEVIS_INCONNU', { reference, proche: plusProche(reference, references) }));
}

type Egal = (cherche: string) => (numero: string) => boolean;
const egalStrict: Egal = (cherche) => (numero) => numero === cherche;
const egalTolerant: Egal = (cherche) => {
  const cle = normaliser(cherche);
  return (numero) => normaliser(numero) === cle;
};

/** Toutes les lignes d'un numéro, ou de ce qu'une référence provisoire est devenue, par version. */
function versionsDe(snapshot: Snapshot, cherche: string, egal: Egal): DevisNomme[] {
  const { devis, registre } = snapshot.tables;
  const memeNumero = egal(cherche);
  const portant = (egaux: (numero: string) => boolean): DevisNomme[] =>
    devis.filter((d): d is DevisNomme => d.numero !== null && egaux(d.numero));
  let trouves = portant(memeNumero);
  if (trouves.length === 0 && estProvisoire(cherche.replace(/\s+/g, '-'))) {
    const tires = new Set(
      registre.filter((r) => memeNumero(provisoireDe(r.pour) ?? '')).map((r) => r.numero),
    );
    trouves = portant((numero) => tires.has(numero));
  }
  return trouves.sort((a, b) => (a.version ?? 1) - (b.version ?? 1));
}

function choisirVersion(
  reference: string,
  versions: readonly DevisNomme[],
  version: number | null,
): DevisTrouve {
  const vivantes = versions.filter((d) => d.statut !== 'Annulé');
  const voulue =
    version ?? (vivantes[vivantes.length - 1] ?? versions[versions.length - 1])?.version ?? 1;
  const trouvees = versions.filter((d) => (d.version ?? 1) === voulue);
  const [devis, ...doubles] = trouvees;
  if (!devis) {
    const existantes = versions.map(designer);
    return echec(probleme('VERSION_INCONNUE', { reference, existantes }));
  }
  if (doubles.length > 0) {
    const lignes = trouvees.map((d) => d.ligne);
    return echec(probleme('DEVIS_EN_DOUBLE', { numero: designer(devis), lignes }));
  }
  return { devis, versions, problemes: [] };
}
