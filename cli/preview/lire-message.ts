/** Un message simple : ses en-têtes, en minuscules, et son texte. */
export interface MessageLu {
  readonly entetes: ReadonlyMap<string, string>;
  readonly corps: string;
}

const MOT_ENCODE = /=\?utf-8\?([bq])\?([^?]*)\?=/gi;

/** Les mots encodés d'un en-tête (RFC 2047), en clair ; l'espace entre deux mots encodés n'en est pas un. */
function decoderEntete(texte: string): string {
  return texte
    .replace(/(=\?utf-8\?[bq]\?[^?]*\?=)\s+(?==\?utf-8\?)/gi, '$1')
    .replace(MOT_ENCODE, (_, codage: string, contenu: string) =>
      codage.toLowerCase() === 'b'
        ? Buffer.from(contenu, 'base64').toString('utf8')
        : decoderQuoted(contenu.replaceAll('_', ' ')),
    );
}

function decoderQuoted(texte: string): string {
  const octets = texte
    .replace(/=\r?\n/g, '')
    .replace(/=([0-9A-Fa-f]{2})/g, (_, hexa: string) =>
      String.fromCharCode(Number.parseInt(hexa, 16)),
    );
  return Buffer.from(octets, 'latin1').toString('utf8');
}

/** Lit un message d'une seule partie, tel que le module en écrit. */
export function lireMessage(mime: string): MessageLu {
  const coupe = /\r?\n\r?\n/.exec(mime);
  const tete = coupe ? mime.slice(0, coupe.index) : mime;
  const reste = coupe ? mime.slice(coupe.index + coupe[0].length) : '';
  const entetes = new Map<string, string>();
  for (const ligne of tete.replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/)) {
    const deux = ligne.indexOf(':');
    if (deux > 0) {
      entetes.set(ligne.slice(0, deux).toLowerCase(), decoderEntete(ligne.slice(deux + 1).trim()));
    }
  }
  return { entetes, corps: decoderCorps(reste, entetes.get('content-transfer-encoding') ?? '') };
}

function decoderCorps(corps: string, codage: string): string {
  const texte = /base64/i.test(codage)
    ? Buffer.from(corps, 'base64').toString('utf8')
    : /quoted-printable/i.test(codage)
      ? decoderQuoted(corps)
      : corps;
  return texte.replace(/\r\n/g, '\n').trimEnd();
}
