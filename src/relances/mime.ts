import { createMimeMessage } from 'mimetext/browser';
import { jourAbsolu, jourDeSemaine, type DateCivile } from '../commun/date-civile';
import { parseBoite, type Boite } from './adresse';
import type { Brouillon, ImageJointe } from './brouillon';
import { bienForme, formatBoites, formatTexteEnTete, neutraliser } from './en-tete-mime';

export interface OptionsMime {
  /** Fichier `.eml` : `X-Unsent: 1` le fait ouvrir par Outlook comme un message à envoyer. */
  readonly deposable: boolean;
  /** Absent : le logiciel de messagerie met le sien. */
  readonly expediteur?: string;
}

const JOURS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const;
const MOIS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

/** Fixes, pour que le même message donne les mêmes octets ; « _ » n'est dans aucune ligne de base64. */
const SEPARATEURS = { mixed: 'suivi_melange', alt: 'suivi_versions', related: 'suivi_images' };

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

function identifiant(texte: string): string {
  if (texte.length > 900 || !/^[\x21-\x7e]+$/.test(texte) || !/^[^<>@]+@[^<>@]+$/.test(texte))
    throw new RangeError(`identifiant de message invalide « ${texte} »`);
  return `<${texte}>`;
}

/**
 * Un brouillon en message RFC 5322, pour un `.eml` ou pour Gmail (`raw`) : texte UTF-8 en base64,
 * lignes CRLF de 76 caractères au plus, même résultat pour les mêmes données. Avec du HTML, les deux
 * versions (`multipart/alternative`), et leurs images (`multipart/related`).
 * @throws RangeError si une adresse ou un identifiant ne peut pas entrer dans un en-tête.
 */
export function brouillonVersMime(b: Brouillon, options: OptionsMime): string {
  const message = createMimeMessage();
  const base64 = (texte: string): string => message.toBase64(texte);
  const ecrire = (nom: string, valeur: string | null): void => {
    const champ = message.headers.fields.find((f) => f.name === nom);
    // From et Subject sont obligatoires pour mimetext ; un brouillon peut n'avoir ni l'un ni l'autre.
    if (!champ) {
      if (valeur !== null) message.headers.setCustom({ name: nom, value: valeur });
      return;
    }
    champ.disabled = valeur === null;
    champ.dump = () => valeur ?? '';
    champ.value = valeur ?? '';
  };
  const boites = (nom: string, textes: readonly string[]): string | null =>
    textes.length === 0 ? null : formatBoites(nom, textes.map(boite), base64);

  ecrire('Date', dateMime(b.date));
  ecrire('From', options.expediteur ? boites('From', [options.expediteur]) : null);
  ecrire('To', boites('To', [b.destinataire, ...(b.aussi ?? [])]));
  ecrire('Cc', boites('Cc', b.copie));
  ecrire('Message-ID', identifiant(b.messageId));
  ecrire('Subject', formatTexteEnTete('Subject', neutraliser(b.objet), base64));
  const fil = b.enReponseA === null ? null : identifiant(b.enReponseA);
  ecrire('In-Reply-To', fil);
  ecrire('References', fil);
  ecrire('X-Unsent', options.deposable ? '1' : null);
  const partie = (contentType: string, texte: string): void => {
    const data = lignesDe76(base64(texteCanonique(texte)));
    message.addMessage({ contentType, encoding: 'base64', data });
  };
  partie('text/plain', b.corps);
  if (b.html !== undefined) {
    message.boundaries = SEPARATEURS;
    partie('text/html', b.html);
    for (const image of b.images ?? []) joindre(message, image);
  }
  return `${message.asRaw()}\r\n`;
}

/** Une image montrée dans le corps (RFC 2392), que le lecteur n'affiche pas comme pièce jointe. */
function joindre(message: ReturnType<typeof createMimeMessage>, image: ImageJointe): void {
  if (!/^[A-Za-z0-9.-]{1,60}$/.test(image.cid)) {
    throw new RangeError(`identifiant d’image invalide « ${image.cid} »`);
  }
  message.addAttachment({
    inline: true,
    filename: `${image.cid}.png`,
    contentType: 'image/png',
    data: lignesDe76(image.base64),
    headers: { 'Content-ID': `<${image.cid}>` },
  });
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
