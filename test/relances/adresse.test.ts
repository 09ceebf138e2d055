import { describe, expect, it } from 'vitest';
import { parseBoite } from '../../src/relances/adresse';
import type { Brouillon } from '../../src/relances/brouillon';
import { brouillonVersMime } from '../../src/relances/mime';
import { brouillon } from './support';

const mime = (valeurs: Partial<Brouillon>) =>
  brouillonVersMime(brouillon(valeurs), { deposable: true });

describe('une adresse ou un identifiant douteux est refusé', () => {
  it.each([
    'pas une adresse',
    'a@b.example, c@d.example',
    'a@b.example; c@d.example',
    'a@b.example\r\nBcc: c@d.example',
    'Nom\r\nBcc: x <a@b.example>',
    'Nom\0 <a@b.example>',
    'a@sanspoint',
    'é@client.example',
    'a@clïent.example',
    'a b@client.example',
    '<a@b.example> <c@d.example>',
    'Nom <a@b.example',
    'a..b@client.example',
    '@client.example',
    `${'a'.repeat(65)}@client.example`,
    `a@${'b.'.repeat(130)}example`,
    '',
  ])('adresse %j', (destinataire) => {
    expect(parseBoite(destinataire)).toBeNull();
    expect(() => mime({ destinataire })).toThrow(RangeError);
    expect(() => mime({ copie: [destinataire] })).toThrow(RangeError);
  });

  it.each([
    ['a@b.example', { nom: '', adresse: 'a@b.example' }],
    [' <a@b.example> ', { nom: '', adresse: 'a@b.example' }],
    ['Petit, Léa <a@b.example>', { nom: 'Petit, Léa', adresse: 'a@b.example' }],
    ['"Petit" <a@b.example>', { nom: 'Petit', adresse: 'a@b.example' }],
  ])('adresse acceptée %j', (texte, attendu) => {
    expect(parseBoite(texte)).toEqual(attendu);
  });

  it.each(['a', 'a@b>\r\nBcc: c@d', 'a b@c', '<a@b>', `${'a'.repeat(900)}@b`])(
    'identifiant %j',
    (messageId) => {
      expect(() => mime({ messageId })).toThrow(RangeError);
      expect(() => mime({ enReponseA: messageId })).toThrow(RangeError);
    },
  );
});
