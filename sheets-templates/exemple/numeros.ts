import type { DateCivile, Horodatage } from '../../src/commun/date-civile';
import type { ValeursDe } from '../../src/classeur/tables';
import type { Dossier } from './dossier';
import { ORGANISATIONS } from './noms-clients';
import { GERANTE } from './personnes';

export interface Numeros {
  /** Numéro d'affaire de chaque dossier. */
  readonly affaires: ReadonlyMap<Dossier, string>;
  /** Numéro de devis : définitif, ou provisoire tant que rien n'est validé. */
  readonly devis: ReadonlyMap<Dossier, string>;
  readonly registre: readonly ValeursDe<'registre'>[];
}

interface Tirage {
  readonly dossier: Dossier;
  readonly le: DateCivile;
}

const parDate = (a: Tirage, b: Tirage): number => (a.le < b.le ? -1 : a.le > b.le ? 1 : 0);

const deux = (n: number): string => String(n).padStart(2, '0');

/** Les tirages d'un même jour se suivent de quelques minutes, à partir de 9 heures. */
function horodater(tirages: readonly Tirage[], decalage: number): Horodatage[] {
  let minutes = 0;
  return tirages.map(({ le }, i) => {
    minutes = tirages[i - 1]?.le === le ? minutes + 13 : 540 + decalage;
    return `${le}T${deux(Math.floor(minutes / 60))}:${deux(minutes % 60)}` as Horodatage;
  });
}

function tirer(
  prefixe: string,
  decalage: number,
  tirages: readonly Tirage[],
  champs: (d: Dossier) => Pick<ValeursDe<'registre'>, 'par' | 'annuleLe' | 'motif'>,
): { numeros: Map<Dossier, string>; lignes: ValeursDe<'registre'>[] } {
  const compteurs = new Map<string, number>();
  const numeros = new Map<Dossier, string>();
  const tries = [...tirages].sort(parDate);
  const instants = horodater(tries, decalage);
  const lignes = tries.map(({ dossier, le }, i): ValeursDe<'registre'> => {
    const serie = `${prefixe}-${le.slice(0, 4)}-`;
    const compteur = (compteurs.get(serie) ?? 0) + 1;
    compteurs.set(serie, compteur);
    const numero = serie + String(compteur).padStart(4, '0');
    numeros.set(dossier, numero);
    const { par, annuleLe, motif } = champs(dossier);
    const pour = `${ORGANISATIONS[dossier.client]?.nom ?? ''} – ${dossier.prestation.objet}`;
    return { numero, serie, compteur, tireLe: instants[i] ?? null, par, pour, annuleLe, motif };
  });
  return { numeros, lignes };
}

/** Tire les numéros dans l'ordre des jours, comme le produit l'aurait fait : sans trou. */
export function numeroter(dossiers: readonly Dossier[]): Numeros {
  const propres = dossiers.filter((d) => d.doublonDe === null);
  const affaires = tirer(
    'AFF',
    0,
    propres.map((dossier) => ({ dossier, le: dossier.detecteLe })),
    (d) => ({ par: d.responsable, annuleLe: null, motif: null }),
  );
  for (const d of dossiers) {
    if (d.doublonDe) affaires.numeros.set(d, affaires.numeros.get(d.doublonDe) ?? '');
  }
  const valides = dossiers.flatMap((dossier) => {
    const le = dossier.versions[0]?.valideLe;
    return le ? [{ dossier, le }] : [];
  });
  const devis = tirer('DEV', 6, valides, (d) => {
    const motif = d.versions[0]?.annulation ?? null;
    return { par: GERANTE, annuleLe: motif ? (d.versions[0]?.valideLe ?? null) : null, motif };
  });
  const provisoires = dossiers
    .filter((d) => d.versions.length > 0 && !d.versions[0]?.valideLe)
    .map((dossier) => ({ dossier, le: dossier.versions[0]?.creeLe ?? dossier.detecteLe }))
    .sort(parDate);
  provisoires.forEach(({ dossier }, i) => devis.numeros.set(dossier, `PROV-${i + 1}`));
  const registre = [...affaires.lignes, ...devis.lignes].sort((a, b) =>
    (a.tireLe ?? '') < (b.tireLe ?? '') ? -1 : 1,
  );
  return { affaires: affaires.numeros, devis: devis.numeros, registre };
}
