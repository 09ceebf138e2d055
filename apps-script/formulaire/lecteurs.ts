import type { Colonne } from '../../src/classeur/colonne';
import { texteTropLong } from '../../src/classeur/longueur-texte';
import { estAdresseEmail } from '../../src/commun/adresse-email';
import { choisir } from '../../src/commun/choisir';
import type { DateCivile } from '../../src/commun/date-civile';
import {
  lireDateSaisie,
  lireDureeSaisie,
  lireMontantSaisi,
  lireTauxSaisi,
} from '../../src/commun/lire-saisie';
import { lireBooleen, lireNombre } from '../../src/commun/lire-texte';
import { replierEspaces } from '../../src/commun/texte';
import { probleme, type Probleme } from '../../src/messages/probleme';
import type { GenreChamp } from '../panneau/contrat';

/** Lit un texte tapé, jamais vide : une valeur, ou le problème de ce qui n'est pas compris. */
export type Lecteur = (texte: string, aujourdHui: DateCivile) => unknown;

/** Un problème rendu par un lecteur, et non une valeur. */
export function estProbleme(lu: unknown): lu is Probleme {
  return typeof lu === 'object' && lu !== null && 'code' in lu;
}

/** Le lecteur d'un genre : la valeur de la colonne, ou le problème de ce qui est tapé. */
export function lecteurDe(genre: GenreChamp, colonne: Colonne, choix: readonly string[]): Lecteur {
  switch (genre) {
    case 'montant':
      return (valeur) => lireMontantSaisi(valeur) ?? probleme('SAISIE_MONTANT', { valeur });
    case 'taux':
      return (valeur) => lireTauxSaisi(valeur) ?? probleme('SAISIE_TAUX', { valeur });
    case 'nombre':
      return (valeur) =>
        lireNombre(valeur, { decimal: ',' }) ??
        lireNombre(valeur) ??
        probleme('SAISIE_NOMBRE', { valeur });
    case 'date':
      return (valeur, aujourdHui) =>
        lireDateSaisie(valeur, aujourdHui) ?? probleme('SAISIE_DATE', { valeur });
    case 'choix':
      return (valeur) => choisir(choix, valeur) ?? probleme('SAISIE_CHOIX', { valeur, choix });
    case 'ouiNon':
      return (valeur) => lireBooleen(valeur) ?? probleme('SAISIE_OUI_NON', { valeur });
    case 'email':
      return (valeur) =>
        estAdresseEmail(valeur) ? valeur : probleme('ADRESSE_INVALIDE', { adresse: valeur });
    default:
      return (valeur) => {
        const texte = genre === 'long' ? valeur : replierEspaces(valeur);
        const [tropLong] = texteTropLong(colonne.entete, texte);
        return tropLong ?? texte;
      };
  }
}

/** Une durée en heures : `1h30` ou `1,5`. */
export const lireDuree: Lecteur = (valeur) =>
  lireDureeSaisie(valeur) ?? probleme('SAISIE_DUREE', { valeur });
