import { invalide } from '../erreur-api';
import { tirerId } from '../modele';
import type { Classeur, PlageNommee } from '../modele';
import { ranger, resoudre } from '../plages';
import { fusionner } from '../schema/masque';
import type { TypeGoogle } from '../schema/types';
import { masqueDe } from './masque-de';

const NOM_MAX = 250;
const NOM = /^[\p{L}_][\p{L}\p{N}_.]*$/u;
/** Un nom qui se lirait comme une cellule. */
const CELLULE = /^([A-Za-z]{1,3}\d+|R\d*C\d*|true|false)$/i;

function controler(c: Classeur, n: PlageNommee): PlageNommee {
  if (!NOM.test(n.nom) || CELLULE.test(n.nom) || n.nom.length > NOM_MAX) {
    throw invalide(`The name ${n.nom} is invalid.`);
  }
  const pris = c.plagesNommees.some(
    (x) => x.id !== n.id && x.nom.toLowerCase() === n.nom.toLowerCase(),
  );
  if (pris) throw invalide(`A named range with name: ${n.nom} already exists.`);
  if (n.plage) resoudre(c, n.plage);
  return n;
}

export const montrerPlageNommee = (n: PlageNommee): TypeGoogle<'NamedRange'> => ({
  namedRangeId: n.id,
  name: n.nom,
  ...(n.plage ? { range: n.plage } : {}),
});

export function addNamedRange(c: Classeur, r: TypeGoogle<'AddNamedRangeRequest'>): object {
  const { namedRangeId, name, range } = r.namedRange ?? {};
  if (!range) throw invalide('namedRange.range must be specified.');
  const id = namedRangeId ?? tirerId(c).toString(36);
  if (c.plagesNommees.some((n) => n.id === id)) {
    throw invalide(`A named range with id: ${id} already exists.`);
  }
  const neuve = controler(c, { id, nom: name ?? '', plage: ranger(range) });
  c.plagesNommees = [...c.plagesNommees, neuve];
  return { namedRange: montrerPlageNommee(neuve) };
}

function trouver(c: Classeur, id: string | undefined): PlageNommee {
  const trouvee = c.plagesNommees.find((n) => n.id === id);
  if (!trouvee) throw invalide(`No named range with id: ${id ?? ''}`);
  return trouvee;
}

export function updateNamedRange(c: Classeur, r: TypeGoogle<'UpdateNamedRangeRequest'>): object {
  const ancienne = trouver(c, r.namedRange?.namedRangeId);
  const masque = masqueDe(r.fields, 'NamedRange');
  const { name, range } = fusionner(montrerPlageNommee(ancienne), r.namedRange ?? {}, masque);
  if (!range) throw invalide('namedRange.range must be specified.');
  const neuve = controler(c, { id: ancienne.id, nom: name ?? '', plage: ranger(range) });
  c.plagesNommees = c.plagesNommees.map((n) => (n === ancienne ? neuve : n));
  return {};
}

export function deleteNamedRange(c: Classeur, r: TypeGoogle<'DeleteNamedRangeRequest'>): object {
  const ancienne = trouver(c, r.namedRangeId);
  c.plagesNommees = c.plagesNommees.filter((n) => n !== ancienne);
  return {};
}
