import { invalide } from '../erreur-api';
import { tirerId } from '../modele';
import type { Classeur, Metadonnee } from '../modele';
import { ranger, tailleDe, trouverFeuille } from '../plages';
import { fusionner } from '../schema/masque';
import type { TypeGoogle } from '../schema/types';
import { masqueDe } from './masque-de';

type Lieu = TypeGoogle<'DeveloperMetadataLocation'>;

/** Caractères de clés et de valeurs qu'une feuille, ou le classeur, peut porter. */
const CARACTERES_MAX = 30_000;

/** Le lieu, avec le genre que Google en déduit. */
function situer(c: Classeur, lieu: Lieu | undefined): Lieu {
  if (lieu?.spreadsheet === true) return { locationType: 'SPREADSHEET', spreadsheet: true };
  if (lieu?.sheetId !== undefined) {
    return { locationType: 'SHEET', sheetId: trouverFeuille(c, lieu.sheetId).id };
  }
  const d = lieu?.dimensionRange;
  if (!d?.dimension) throw invalide('developerMetadata.location must be specified.');
  const { startIndex = 0, endIndex } = d;
  if (endIndex !== startIndex + 1) {
    throw invalide('dimensionRange must represent a single row or column.');
  }
  const feuille = trouverFeuille(c, d.sheetId);
  if (startIndex < 0 || endIndex > tailleDe(feuille, d.dimension)) {
    throw invalide(`dimensionRange[${startIndex}] is outside of the grid.`);
  }
  return { locationType: d.dimension === 'ROWS' ? 'ROW' : 'COLUMN', dimensionRange: ranger(d) };
}

const proprietaire = (l: Lieu | undefined): number | null =>
  l?.sheetId ?? (l?.dimensionRange ? (l.dimensionRange.sheetId ?? 0) : null);

function controler(c: Classeur, md: Metadonnee): Metadonnee {
  if ((md.metadataKey ?? '') === '')
    throw invalide('developerMetadata.metadataKey must be specified.');
  if (md.visibility === undefined) {
    throw invalide('developerMetadata.visibility must be specified.');
  }
  const poids = c.metadonnees
    .filter((x) => x.metadataId !== md.metadataId)
    .concat(md)
    .filter((x) => proprietaire(x.location) === proprietaire(md.location))
    .reduce((n, x) => n + (x.metadataKey?.length ?? 0) + (x.metadataValue?.length ?? 0), 0);
  if (poids > CARACTERES_MAX) {
    throw invalide(`Developer metadata exceeds the limit of ${CARACTERES_MAX} characters.`);
  }
  return md;
}

export function createDeveloperMetadata(
  c: Classeur,
  r: TypeGoogle<'CreateDeveloperMetadataRequest'>,
): object {
  const demande = r.developerMetadata ?? {};
  const metadataId = demande.metadataId ?? tirerId(c);
  if (metadataId <= 0) throw invalide('developerMetadata.metadataId must be greater than 0.');
  if (c.metadonnees.some((md) => md.metadataId === metadataId)) {
    throw invalide(`A developer metadata with id ${metadataId} already exists.`);
  }
  const location = situer(c, demande.location);
  const md = controler(c, { ...demande, metadataId, location });
  c.metadonnees = [...c.metadonnees, md];
  return { developerMetadata: md };
}

/** Ce que le filtre désigne ; l'émulateur ne cherche que par identifiant, clé, valeur, genre et lieu. */
function correspondant(c: Classeur, filtre: TypeGoogle<'DataFilter'> | undefined) {
  const cherche = filtre?.developerMetadataLookup;
  if (!cherche) throw invalide('dataFilter.developerMetadataLookup must be specified.');
  const { locationMatchingStrategy, metadataLocation, locationType, ...egaux } = cherche;
  if (locationMatchingStrategy !== undefined && locationMatchingStrategy !== 'EXACT_LOCATION') {
    throw invalide('Only EXACT_LOCATION is supported here.');
  }
  const lieu = metadataLocation && JSON.stringify(situer(c, metadataLocation));
  return (md: Metadonnee): boolean =>
    Object.entries(egaux).every(([cle, v]) => md[cle as keyof typeof egaux] === v) &&
    (locationType === undefined || md.location?.locationType === locationType) &&
    (lieu === undefined || JSON.stringify(situer(c, md.location)) === lieu);
}

export function updateDeveloperMetadata(
  c: Classeur,
  r: TypeGoogle<'UpdateDeveloperMetadataRequest'>,
): object {
  const masque = masqueDe(r.fields, 'DeveloperMetadata');
  const filtres = (r.dataFilters ?? []).map((f) => correspondant(c, f));
  const touchees = c.metadonnees.filter((md) => filtres.some((f) => f(md)));
  if (touchees.length === 0) throw invalide('No developer metadata matched the data filters.');
  const neuves = new Map(
    touchees.map((md) => {
      const fusion = fusionner(md, r.developerMetadata ?? {}, masque);
      const location = situer(c, fusion.location);
      return [md, controler(c, { ...fusion, metadataId: md.metadataId, location } as Metadonnee)];
    }),
  );
  c.metadonnees = c.metadonnees.map((md) => neuves.get(md) ?? md);
  return { developerMetadata: [...neuves.values()] };
}

export function deleteDeveloperMetadata(
  c: Classeur,
  r: TypeGoogle<'DeleteDeveloperMetadataRequest'>,
): object {
  const filtre = correspondant(c, r.dataFilter);
  const otees = c.metadonnees.filter(filtre);
  c.metadonnees = c.metadonnees.filter((md) => !otees.includes(md));
  return { deletedDeveloperMetadata: otees };
}
