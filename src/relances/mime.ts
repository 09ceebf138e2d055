import { encode as base64 } from 'js-base64';
import { jourAbsolu, jourDeSemaine, type DateCivile } from '../commun/date-civile';
import { parseBoite, type Boite } from './adresse';
import type { Brouillon } from './brouillon';
import { bienForme, formatBoites, formatTexteEnTete, neutraliser } from './en-tete-mime';

export interface OptionsMime {
  /** Fichier `.eml` : `X-Unsent: 1` le fait ouvrir par Outlook comme un message à envoyer. */
  readonly deposable: boolean;
  /** Absent : le logiciel de messagerie met le sien. */
  readonly expediteur?: string;
}

const JOURS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const;
const MOIS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

/** Midi UTC : le même jour du calendrier de l'Alaska à la Nouvelle-Calédonie. */
function dateMime(date: DateCivile): string {
  const mois = MOIS[new Date(jourAbsolu(date) * 86_400_000).getUTCMonth()];
  return `${JOURS[jourDeSemaine(date) - 1]}, ${date.slice(8)} ${mois} ${date.slice(0, 4)} 12:00:00 +0000`;
}

function boite(texte: string): Boite {
  const lue = parseBoite(texte);
  if (!lue) throw new RangeError(`adresse invalide « ${texte} »`);
  return { ...lue, nom: neutraliser(lue.nom) };
}

function boites(nom: string, textes: readonly string[]): string | null {
  return textes.length === 0 ? null : formatBoites(nom, textes.map(boite), base64);
}

function identifiant(texte: string): string {
  if (texte.length > 900 || !/^[\x21-\x7e]+$/.test(texte) || !/^[^<>@]+@[^<>@]+$/.test(texte))
    throw new RangeError(`identifiant de message invalide « ${texte} »`);
  return `<${texte}>`;
}

/**
 * Un brouillon en message RFC 5322, pour un `.eml` ou pour Gmail (`raw`) : texte UTF-8 en base64,
 * lignes CRLF de 76 caractères au plus, même résultat pour les mêmes données.
 * @throws RangeError si une adresse ou un identifiant ne peut pas entrer dans un en-tête.
 */
export function brouillonVersMime(b: Brouillon, options: OptionsMime): string {
  const fil = b.enReponseA === null ? null : identifiant(b.enReponseA);
  const enTetes: readonly (readonly [nom: string, valeur: string | null])[] = [
    ['Date', dateMime(b.date)],
    ['From', options.expediteur ? boites('From', [options.expediteur]) : null],
    ['To', boites('To', [b.destinataire])],
    ['Cc', boites('Cc', b.copie)],
    ['Message-ID', identifiant(b.messageId)],
    ['Subject', formatTexteEnTete('Subject', neutraliser(b.objet), base64)],
    ['MIME-Version', '1.0'],
    ['In-Reply-To', fil],
    ['References', fil],
    ['X-Unsent', options.deposable ? '1' : null],
    ['Content-Type', 'text/plain; charset=UTF-8'],
    ['Content-Transfer-Encoding', 'base64'],
  ];
  const lignes = enTetes.flatMap(([nom, valeur]) => (valeur === null ? [] : [`${nom}: ${valeur}`]));
  return [...lignes, '', lignesDe76(base64(texteCanonique(b.corps))), ''].join('\r\n');
}

/** Fins de ligne CRLF, sans caractères de commande (tabulation exceptée). */
function texteCanonique(corps: string): string {
  return bienForme(corps)
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replace(/(?![\t\n])\p{Cc}/gu, '')
    .replace(/\n/g, '\r\n');
}

function lignesDe76(base64: string): string {
  return base64.replace(/.{76}(?=.)/g, '$&\r\n');
}
