import * as fc from 'fast-check';
import iconv from 'iconv-lite';
import { expect, it } from 'vitest';
import { decoder } from '../../apps-script/panneau/decoder';
import { decoder as decoderCommande } from '../../cli/fichiers/encodage';
import { UN_OCTET } from '../../src/import/encodage/un-octet';

/** La page décode un fichier comme la commande, octet pour octet. */

const LIGNES = ['Société;Été', 'Élévation à Fès, déjà reçue', 'sans accent', 'ça ; Ÿ', ''];
const ENCODAGES = ['utf-8', 'windows-1252', 'iso-8859-15', 'macintosh', 'cp850'] as const;

const fichiers = fc
  .array(
    fc.tuple(
      fc.constantFrom(...LIGNES),
      fc.constantFrom(...ENCODAGES),
      fc.constantFrom('\n', '\r\n'),
    ),
    { minLength: 1, maxLength: 8 },
  )
  .chain((lignes) =>
    fc
      .constantFrom(true, false)
      .map((fini) =>
        Buffer.concat(
          lignes.map(([texte, encodage, fin], i) =>
            iconv.encode(`${texte}${fini || i + 1 < lignes.length ? fin : ''}`, encodage),
          ),
        ),
      ),
  );

/** Ce que lisent la page et la commande. */
function deux(octets: Buffer) {
  return [decoder(new Uint8Array(octets)), decoderCommande(octets)];
}

it('des encodages mêlés, dans n’importe quel ordre', () => {
  fc.assert(
    fc.property(fichiers, (octets) => {
      fc.pre(octets.length > 0);
      const [page, commande] = deux(octets);
      expect(page).toEqual(commande);
    }),
    { numRuns: 300 },
  );
});

it.each(['utf-8', 'utf-16le', 'utf-16be', ...UN_OCTET])(
  '%s, chaque octet ou caractère qu’il peut contenir',
  (encodage) => {
    const octets = encodage.startsWith('utf')
      ? iconv.encode('Œuvre — « été » ; 12 € ; Дом\r\nñ\tfin', encodage)
      : Buffer.concat([
          iconv.encode('Élévation à Fès, déjà reçue\n', encodage),
          Buffer.from(Array.from({ length: 128 }, (_, o) => o + 128)),
        ]);
    const [page, commande] = deux(octets);
    expect(page).toEqual(commande);
  },
);

it('un grand fichier se rend par morceaux', () => {
  const [page, commande] = deux(iconv.encode('Société;Élévation\n'.repeat(5_000), 'windows-1252'));
  expect(page).toEqual(commande);
});
