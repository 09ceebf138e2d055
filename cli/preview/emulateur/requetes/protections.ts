import { invalide } from '../erreur-api';
import { tirerId } from '../modele';
import type { Classeur, Feuille } from '../modele';
import { ranger, resoudre } from '../plages';
import { fusionner } from '../schema/masque';
import type { TypeGoogle } from '../schema/types';
import { masqueDe } from './masque-de';

type Protection = TypeGoogle<'ProtectedRange'>;

function controler(c: Classeur, p: Protection): Feuille {
  if (p.namedRangeId !== undefined || p.tableId !== undefined) {
    throw invalide('Only range is supported here.');
  }
  if (p.warningOnly === true && p.editors) {
    throw invalide('warningOnly and editors cannot both be set.');
  }
  const entiere = p.range?.startRowIndex === undefined && p.range?.startColumnIndex === undefined;
  if (p.unprotectedRanges && !entiere) {
    throw invalide('unprotectedRanges are only supported on protected sheets.');
  }
  const { feuille } = resoudre(c, p.range);
  for (const libre of p.unprotectedRanges ?? []) {
    if (resoudre(c, libre).feuille !== feuille) {
      throw invalide('unprotectedRanges must be on the protected sheet.');
    }
  }
  return feuille;
}

const rangee = (p: Protection): Protection => ({
  ...p,
  ...(p.range ? { range: ranger(p.range) } : {}),
  ...(p.unprotectedRanges ? { unprotectedRanges: p.unprotectedRanges.map(ranger) } : {}),
});

function trouver(
  c: Classeur,
  id: number | undefined,
): { feuille: Feuille; protection: Protection } {
  for (const feuille of c.feuilles) {
    const protection = feuille.protections.find((p) => p.protectedRangeId === id);
    if (protection) return { feuille, protection };
  }
  throw invalide(`No protected range with ID: ${id ?? 0}`);
}

export function addProtectedRange(c: Classeur, r: TypeGoogle<'AddProtectedRangeRequest'>): object {
  const { requestingUserCanEdit: _, ...demande } = r.protectedRange ?? {};
  const feuille = controler(c, demande);
  const id = demande.protectedRangeId ?? tirerId(c);
  if (c.feuilles.some((f) => f.protections.some((p) => p.protectedRangeId === id))) {
    throw invalide(`A protected range with id ${id} already exists.`);
  }
  const protection = rangee({ protectedRangeId: id, ...demande });
  feuille.protections = [...feuille.protections, protection];
  return { protectedRange: protection };
}

export function updateProtectedRange(
  c: Classeur,
  r: TypeGoogle<'UpdateProtectedRangeRequest'>,
): object {
  const { feuille, protection } = trouver(c, r.protectedRange?.protectedRangeId);
  const masque = masqueDe(r.fields, 'ProtectedRange');
  const { requestingUserCanEdit: _, ...fusion } = fusionner(
    protection,
    r.protectedRange ?? {},
    masque,
  );
  const neuve = rangee({ ...fusion, protectedRangeId: protection.protectedRangeId } as Protection);
  if (controler(c, neuve) !== feuille) {
    throw invalide('A protected range cannot be moved to another sheet.');
  }
  feuille.protections = feuille.protections.map((p) => (p === protection ? neuve : p));
  return {};
}

export function deleteProtectedRange(
  c: Classeur,
  r: TypeGoogle<'DeleteProtectedRangeRequest'>,
): object {
  const { feuille, protection } = trouver(c, r.protectedRangeId);
  feuille.protections = feuille.protections.filter((p) => p !== protection);
  return {};
}
