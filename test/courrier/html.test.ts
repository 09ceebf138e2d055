import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { messageEnHtml } from '../../src/courrier/en-html';
import { messageEnTexte } from '../../src/courrier/en-texte';
import { balises, Html } from '../../src/courrier/html';
import type { Message } from '../../src/courrier/message';

describe('le HTML est sûr par construction', () => {
  it.each([
    ['<script>alert(1)</script>', '&lt;script&gt;alert(1)&lt;/script&gt;'],
    [`" onload='x'`, '&quot; onload=&#39;x&#39;'],
    ['A & B', 'A &amp; B'],
    ['a\0b\u0007c\u0085', 'abc'],
    ['demi \ud800 caractère', 'demi \ufffd caractère'],
  ])('%j', (texte, attendu) => {
    expect(balises`<p title="${texte}">${texte}</p>`.source).toBe(
      `<p title="${attendu}">${attendu}</p>`,
    );
  });

  it('ce qui est déjà du HTML n’est pas protégé deux fois', () => {
    expect(balises`<b>${new Html('<i>&amp;</i>')}${[balises`1`, balises`${2}`]}</b>`.source).toBe(
      '<b><i>&amp;</i>12</b>',
    );
  });
});

const TEXTE = fc.string({ unit: 'binary', maxLength: 20 });
const message: fc.Arbitrary<Message> = fc
  .tuple(TEXTE, TEXTE, TEXTE, TEXTE, TEXTE)
  .map(([a, b, c, d, e]) => ({
    titre: a,
    sousTitre: b,
    salutation: c,
    resume: d,
    sections: [
      {
        titre: e,
        blocs: [
          { genre: 'phrase', texte: a },
          { genre: 'liste', titre: b, textes: [c, d] },
          { genre: 'tableau', titre: null, entetes: [a, b], lignes: [[c, d]] },
          {
            genre: 'chiffres',
            chiffres: [{ libelle: a, valeur: b, details: [{ texte: c, ton: 'bon' }] }],
          },
          { genre: 'image', image: { cid: 'ca-2026-02', base64: 'AAAA', alt: e } },
        ],
      },
    ],
    pied: [a],
  }));

it('loi : aucun texte n’ajoute de balise, d’attribut ni de lien', () => {
  const structure = (m: Message): string =>
    messageEnHtml(m)
      .replace(/>[^<]*</g, '><')
      .replace(/alt="[^"]*"/g, 'alt=""');
  const vide: Message = fc.sample(message, { numRuns: 1, seed: 1 })[0] as Message;
  fc.assert(
    fc.property(message, (m) => {
      expect(structure(m)).toBe(structure(vide));
    }),
  );
});

it('le texte brut dit tout ce que dit le HTML', () => {
  fc.assert(
    fc.property(
      fc.array(fc.stringMatching(/^[a-z]{4,8}$/), { minLength: 5, maxLength: 5 }),
      ([a = '', b = '', c = '', d = '', e = '']) => {
        const m: Message = {
          titre: a,
          sousTitre: b,
          salutation: c,
          resume: d,
          sections: [
            {
              titre: e,
              blocs: [
                { genre: 'tableau', titre: 'titre', entetes: ['x', 'y'], lignes: [['p', 'q']] },
                { genre: 'image', image: { cid: 'c', base64: '', alt: 'douze mois' } },
                {
                  genre: 'chiffres',
                  chiffres: [
                    { libelle: 'CA', valeur: '12', details: [{ texte: 'visé 10', ton: 'neutre' }] },
                  ],
                },
              ],
            },
          ],
          pied: ['fin'],
        };
        const texte = messageEnTexte(m);
        const mots = [
          a,
          b,
          c,
          d,
          e.toUpperCase(),
          'titre',
          'p : q',
          'douze mois',
          'CA : 12',
          'visé 10',
          'fin',
        ];
        for (const mot of mots) expect(texte).toContain(mot);
      },
    ),
    { numRuns: 20 },
  );
});
