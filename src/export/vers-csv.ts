import type { Genre } from '../classeur/colonne';
import { estValeurBrute } from '../classeur/ecrire-cellule';
import type { Snapshot } from '../classeur/snapshot';
import type { TableEchangeable } from '../classeur/tables';
import type { DateCivile } from '../commun/date-civile';
import { formatDate } from '../messages/formats';
import { ligneCsv } from './csv';
import { colonnesExportees, enregistrements } from './enregistrements';
import { garderTexte } from './protection';

/** Lignes d'un CSV pour Excel français : point-virgule, virgule décimale, `jj/mm/aaaa`, CRLF. */
export function* versCsv(snapshot: Snapshot, table: TableEchangeable): Generator<string> {
  const colonnes = colonnesExportees(table);
  yield ligneCsv(
    colonnes.map(([, c]) => c.entete),
    ';',
  );
  for (const e of enregistrements(snapshot, table)) {
    yield ligneCsv(
      colonnes.map(([cle, c]) => texteCsv(c.genre, e[cle])),
      ';',
    );
  }
}

function texteCsv(genre: Genre, valeur: unknown): string {
  if (valeur === null || valeur === undefined) return '';
  if (estValeurBrute(valeur)) return garderTexte(valeur.brut);
  switch (genre) {
    case 'montant':
      return decimales((Number(valeur) / 100).toFixed(2));
    case 'taux':
      return texteTaux(Number(valeur));
    case 'entier':
      return String(valeur);
    case 'nombre':
      return texteNombre(Number(valeur));
    case 'date':
      return formatDate(valeur as DateCivile);
    case 'mois':
      return `${String(valeur).slice(5, 7)}/${String(valeur).slice(0, 4)}`;
    case 'booleen':
      return valeur ? 'Oui' : 'Non';
    default:
      return garderTexte(String(valeur));
  }
}

const decimales = (nombre: string): string => nombre.replace('.', ',');

/** `1,234` se lirait aussi mille deux cent trente-quatre : un zéro de plus lève le doute. */
function texteNombre(valeur: number): string {
  const texte = decimales(String(valeur));
  return /,\d{3}$/.test(texte) ? `${texte}0` : texte;
}

/** `0.2` → `20 %`, tant que la conversion se défait exactement. */
function texteTaux(taux: number): string {
  const pourcent = Number((taux * 100).toFixed(8));
  const exact = Number((pourcent / 100).toFixed(10)) === taux;
  if (exact) return `${texteNombre(pourcent)} %`;
  // Sans « % », un nombre au-delà de 1 ne se relit pas comme un taux : son texte est gardé.
  return Math.abs(taux) > 1 ? garderTexte(String(taux)) : texteNombre(taux);
}
