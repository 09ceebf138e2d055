import { Buffer } from 'node:buffer';
import { RefusService } from '../erreurs';
import { formaterDate } from '../formater-date';
import { enumeration, garder } from '../garde';
import type { Membres } from '../garde';
import type { Seance } from '../session';

const SOMMEIL_MAX = 300_000;

/** Sans jeu de caractères, Google code en ASCII et perd les accents : refusé ici. */
function octets(texte: unknown, jeu: unknown): Buffer {
  if (typeof texte !== 'string') throw new RefusService('base64Encode : un texte est attendu.');
  if (jeu !== 'UTF_8' && [...texte].some((c) => (c.codePointAt(0) ?? 0) > 127)) {
    throw new RefusService(
      'base64Encode : passez Utilities.Charset.UTF_8, le texte a des accents.',
    );
  }
  return Buffer.from(texte, 'utf8');
}

/** Base 64 d'adresse avec son remplissage, comme Apps Script. */
const pourAdresse = (b: Buffer) => b.toString('base64').replaceAll('+', '-').replaceAll('/', '_');

export function utilities(s: Seance): object {
  return garder(
    'Utilities',
    {
      Charset: enumeration('Charset', ['UTF_8', 'US_ASCII'], s.passer),
      getUuid: () => s.nuage.uuid(),
      sleep: (ms: number) => {
        if (!(ms >= 0 && ms <= SOMMEIL_MAX))
          throw new RefusService('Invalid argument: milliseconds');
        s.nuage.horloge.attendre(ms);
      },
      formatDate: (date: Date, fuseau: string, format: string) => {
        if (!s.royaume.estDate(date))
          throw new RefusService('Utilities.formatDate attend une date.');
        return formaterDate(date.getTime(), fuseau, format);
      },
      base64Encode: (texte: unknown, jeu?: unknown) => octets(texte, jeu).toString('base64'),
      base64EncodeWebSafe: (texte: unknown, jeu?: unknown) => pourAdresse(octets(texte, jeu)),
    } satisfies Membres<GoogleAppsScript.Utilities.Utilities>,
    s.passer,
  );
}
