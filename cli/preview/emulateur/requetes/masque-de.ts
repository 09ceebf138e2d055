import { invalide } from '../erreur-api';
import { lireMasque, MasqueInvalide } from '../schema/masque';
import type { Masque } from '../schema/masque';
import type { NomType } from '../schema/types';

/** Le masque `fields` d'une mise à jour : obligatoire, et de champs connus. */
export function masqueDe(fields: string | undefined, type: NomType): Masque {
  if (fields === undefined || fields.trim() === '') {
    throw invalide(
      "At least one field must be listed in 'fields'. (Use '*' to indicate all fields.)",
    );
  }
  try {
    return lireMasque(fields, type);
  } catch (erreur) {
    if (!(erreur instanceof MasqueInvalide)) throw erreur;
    throw invalide(`Invalid field: ${erreur.message === '' ? fields : erreur.message}`);
  }
}
