import { execFileSync } from 'node:child_process';
import { createContext, runInContext } from 'node:vm';
import { buildSync } from 'esbuild';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ajouterJours } from '../../src/commun/date-civile';
import type { Brouillon } from '../../src/relances/brouillon';
import { brouillonVersMime, type OptionsMime } from '../../src/relances/mime';
import { brouillon, jour } from './support';

const mime = (valeurs: Partial<Brouillon> = {}, options: OptionsMime = { deposable: true }) =>
  brouillonVersMime(brouillon(valeurs), options);

/** Ce qu'un lecteur indépendant, le module `email` de Python, comprend d'un message. */
interface Lu {
  readonly champs: readonly string[];
  readonly defauts: readonly string[];
  readonly objet: string;
  readonly a: readonly (readonly [string, string])[];
  readonly copie: readonly (readonly [string, string])[];
  readonly de: readonly (readonly [string, string])[];
  readonly date: string;
  readonly identifiant: string;
  readonly reponse: string | null;
  readonly fil: string | null;
  readonly type: string;
  readonly corps: string;
}
const LECTEUR = `
import sys, json, email
from email import policy
def boites(m, nom):
    return [[a.display_name, a.addr_spec] for h in m.get_all(nom, []) for a in h.addresses]
def lire(texte):
    m = email.message_from_bytes(texte.encode('ascii'), policy=policy.default)
    defauts = [str(d) for d in m.defects] + [n + ': ' + str(d) for n in m.keys() for h in m.get_all(n) for d in h.defects]
    return dict(champs=m.keys(), defauts=defauts, objet=str(m['Subject']), a=boites(m, 'To'), copie=boites(m, 'Cc'),
        de=boites(m, 'From'), date=m['Date'].datetime.date().isoformat(), identifiant=m['Message-ID'],
        reponse=m['In-Reply-To'], fil=m['References'], type=m.get_content_type() + ' ' + m.get_content_charset(),
        corps=m.get_payload(decode=True).decode('utf-8'))
print(json.dumps([lire(t) for t in json.load(sys.stdin)]))
`;
const lireParPython = (messages: readonly string[]): Lu[] =>
  JSON.parse(
    execFileSync('python3', ['-c', LECTEUR], {
      input: JSON.stringify(messages),
      encoding: 'utf8',
      maxBuffer: 1 << 28,
    }),
  ) as Lu[];

/** Un contexte nu, comme celui d'Apps Script : ni Buffer, ni TextEncoder, ni btoa. */
const { outputFiles } = buildSync({
  entryPoints: ['src/relances/mime.ts'],
  bundle: true,
  write: false,
  format: 'iife',
  globalName: 'Mime',
  target: 'es2019',
});
const contexteNu = createContext({ entree: '' });
runInContext(outputFiles[0]?.text ?? '', contexteNu);
function mimeNu(b: Brouillon, options: OptionsMime): string {
  contexteNu['entree'] = JSON.stringify([b, options]);
  return String(runInContext('Mime.brouillonVersMime(...JSON.parse(entree))', contexteNu));
}

const MECHANTS = fc.constantFrom(
  ...'é😀ש\u202e\u200f👨‍👩‍👧𝒳€œ\u00a0\u202f=?_"<>@,;:\\()'.split(''),
  '\r\n',
  '\n',
  '\0',
  '\u0007',
  '\u0085',
  '\u2028',
  '=?utf-8?B?w6k=?=',
  '\r\nBcc: voleur@mechant.example\r\n',
  ' ',
  'mot',
);
const texteMechant = fc
  .array(fc.oneof(MECHANTS, fc.string({ unit: 'binary', maxLength: 8 })), { maxLength: 60 })
  .map((morceaux) => morceaux.join(''));
const nomAffiche = texteMechant.map((t) => t.replace(/[<>\p{Cc}\u2028\u2029"]/gu, '').trim());
const adresse = fc.constantFrom(
  'a@client.example',
  "o'brien+devis@sous.client.example",
  `${'x'.repeat(60)}@${'y'.repeat(60)}.example`,
);
const boite = fc.tuple(nomAffiche, adresse);
const ecrire = ([nom, a]: readonly [string, string]): string => (nom === '' ? a : `${nom} <${a}>`);
const messages = fc.record({
  a: boite,
  copie: fc.array(boite, { maxLength: 3 }),
  objet: texteMechant,
  corps: texteMechant,
  jours: fc.integer({ min: 0, max: 40_000 }),
  reponse: fc.boolean(),
});

const sansDemis = (t: string): string => t.replace(/\p{Cs}/gu, '\ufffd');
const objetAttendu = (t: string): string =>
  sansDemis(t)
    .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .trim();
const corpsAttendu = (t: string): string =>
  sansDemis(t)
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replace(/(?![\t\n])\p{Cc}/gu, '')
    .replace(/\n/g, '\r\n');
/**
 * Entre deux mots encodés d'un nom affiché, CPython garde une espace que la RFC 2047 (§ 6.2) fait
 * ignorer : les noms se comparent sans leurs espaces.
 */
const aplatir = (t: string): string => t.replace(/\s+/g, '');

describe('un lecteur indépendant relit le message tel qu’il a été écrit', () => {
  it('quels que soient l’objet, les noms et le corps ; Node et contexte nu écrivent pareil', () => {
    const tires = fc.sample(messages, { numRuns: 400, seed: 42 });
    const brouillons = tires.map((t) =>
      brouillon({
        destinataire: ecrire(t.a),
        copie: t.copie.map(ecrire),
        objet: t.objet,
        corps: t.corps,
        date: ajouterJours(jour('2000-01-01'), t.jours),
        enReponseA: t.reponse ? 'relance.precedente@exemple.fr' : null,
      }),
    );
    const ecrits = brouillons.map((b) => brouillonVersMime(b, { deposable: true }));
    expect(brouillons.map((b) => mimeNu(b, { deposable: true }))).toEqual(ecrits);
    const lus = lireParPython(ecrits);
    tires.forEach((t, i) => {
      const ecrit = ecrits[i] ?? '';
      const lu = lus[i];
      expect(lu?.defauts).toEqual([]);
      expect(lu?.objet).toBe(objetAttendu(t.objet));
      expect(lu?.corps).toBe(corpsAttendu(t.corps));
      expect(lu?.a.map(([n, a]) => [aplatir(n), a])).toEqual([
        [aplatir(sansDemis(t.a[0])), t.a[1]],
      ]);
      expect(lu?.copie.map(([, a]) => a)).toEqual(t.copie.map(([, a]) => a));
      expect(lu?.date).toBe(brouillons[i]?.date);
      expect(lu?.reponse).toBe(t.reponse ? '<relance.precedente@exemple.fr>' : null);
      expect(lu?.fil).toBe(lu?.reponse);
      expect(lu?.champs).not.toContain('Bcc');
      for (const ligne of ecrit.split('\r\n')) {
        expect(ligne).toMatch(/^[\x20-\x7e]*$/);
        // Une adresse ne se plie pas : elle seule peut dépasser.
        expect(ligne.includes('@') || ligne.length <= 76).toBe(true);
        for (const [mot] of ligne.matchAll(/=\?utf-8\?B\?[^?]*\?=/g)) {
          expect(mot.length).toBeLessThanOrEqual(75);
          const octets = Buffer.from(mot.slice(10, -2), 'base64');
          expect(() => new TextDecoder('utf-8', { fatal: true }).decode(octets)).not.toThrow();
        }
      }
    });
  });

  it('un corps de 50 000 caractères, emoji et droite-à-gauche', () => {
    const corps = 'Bonjour 😀 שלום é\n'.repeat(3000).slice(0, 50_000);
    const ecrit = mime({ corps });
    expect(Math.max(...ecrit.split('\r\n').map((l) => l.length))).toBeLessThanOrEqual(76);
    expect(lireParPython([ecrit])[0]?.corps).toBe(corpsAttendu(corps));
    expect(mimeNu(brouillon({ corps }), { deposable: true })).toBe(ecrit);
  });

  it('expéditeur, copie, fil', () => {
    const [lu] = lireParPython([
      mime(
        { copie: ['Léa Petit <lea@exemple.fr>', 'b@exemple.fr'], enReponseA: 'r1@exemple.fr' },
        { deposable: false, expediteur: '"Paul Roux" <paul@exemple.fr>' },
      ),
    ]);
    expect(lu).toMatchObject({
      de: [['Paul Roux', 'paul@exemple.fr']],
      a: [['', 'achats@client.example']],
      copie: [
        ['Léa Petit', 'lea@exemple.fr'],
        ['', 'b@exemple.fr'],
      ],
      identifiant: '<relance.DEV-2026-0042_2f_R1@exemple.fr>',
      reponse: '<r1@exemple.fr>',
      fil: '<r1@exemple.fr>',
      type: 'text/plain utf-8',
    });
  });
});

describe('forme exacte', () => {
  it('un message court, octet pour octet', () => {
    expect(mime({ objet: 'Relance n° 1' })).toBe(
      [
        'Date: Mon, 02 Mar 2026 12:00:00 +0000',
        'To: achats@client.example',
        'Message-ID: <relance.DEV-2026-0042_2f_R1@exemple.fr>',
        'Subject: =?utf-8?B?UmVsYW5jZSBuwrAgMQ==?=',
        'MIME-Version: 1.0',
        'X-Unsent: 1',
        'Content-Type: text/plain; charset=UTF-8',
        'Content-Transfer-Encoding: base64',
        '',
        'Qm9uam91ciwNCg0KQ29yZGlhbGVtZW50',
        '',
      ].join('\r\n'),
    );
  });

  it('X-Unsent seulement pour un fichier à déposer', () => {
    expect(mime({}, { deposable: false })).not.toContain('X-Unsent');
  });

  it.each([
    ['vide', '', 'Subject: \r\n'],
    ['ASCII court, tel quel', 'Devis 42: a=b', 'Subject: Devis 42: a=b\r\n'],
    [
      'faux mot encodé : encodé',
      '=?utf-8?B?w6k=?=',
      'Subject: =?utf-8?B?PT91dGYtOD9CP3c2az0/PQ==?=\r\n',
    ],
    ['injection neutralisée', 'a\r\nBcc: b@c.example', 'Subject: a Bcc: b@c.example\r\n'],
    ['NUL', 'a\0b', 'Subject: a b\r\n'],
  ])('objet %s', (_, objet, ligne) => {
    expect(mime({ objet })).toContain(ligne);
  });
});

describe('un message en deux versions, avec ses images', () => {
  const PARTIES = `
import sys, json, email
from email import policy
def lire(texte):
    m = email.message_from_bytes(texte.encode('ascii'), policy=policy.default)
    arbre = [p.get_content_type() for p in m.walk()]
    defauts = [str(d) for p in m.walk() for d in p.defects]
    corps = lambda genre: m.get_body(preferencelist=(genre,)).get_content()
    images = [[p['Content-ID'], p.get_content_disposition(), p.get_filename(), p.get_payload(decode=True).hex()]
        for p in m.walk() if p.get_content_type() == 'image/png']
    return dict(arbre=arbre, defauts=defauts, texte=corps('plain'), html=corps('html'), images=images,
        a=[a.addr_spec for a in m['To'].addresses])
print(json.dumps([lire(t) for t in json.load(sys.stdin)]))
`;
  const lire = (messages: readonly string[]) =>
    JSON.parse(
      execFileSync('python3', ['-c', PARTIES], {
        input: JSON.stringify(messages),
        encoding: 'utf8',
        maxBuffer: 1 << 28,
      }),
    ) as {
      arbre: string[];
      defauts: string[];
      texte: string;
      html: string;
      images: [string, string, string, string][];
      a: string[];
    }[];
  const octets = fc.uint8Array({ minLength: 1, maxLength: 400 });

  it('un lecteur indépendant les relit toutes, octet pour octet ; Node et contexte nu pareil', () => {
    const cas = fc.sample(
      fc.record({
        corps: texteMechant,
        html: texteMechant,
        images: fc.array(octets, { maxLength: 3 }),
      }),
      { numRuns: 80, seed: 7 },
    );
    const brouillons = cas.map(({ corps, html, images }) =>
      brouillon({
        corps,
        html: `<p>${html}</p>`,
        aussi: ['b@exemple.fr', 'Léa <lea@exemple.fr>'],
        images: images.map((o, i) => ({
          cid: `image-${i}`,
          base64: Buffer.from(o).toString('base64'),
          alt: '',
        })),
      }),
    );
    const ecrits = brouillons.map((b) => brouillonVersMime(b, { deposable: true }));
    expect(brouillons.map((b) => mimeNu(b, { deposable: true }))).toEqual(ecrits);
    const lus = lire(ecrits);
    cas.forEach(({ corps, html, images }, i) => {
      const lu = lus[i];
      const versions = ['multipart/alternative', 'text/plain', 'text/html'];
      expect(lu?.defauts).toEqual([]);
      expect(lu?.arbre).toEqual(
        images.length === 0
          ? versions
          : ['multipart/related', ...versions, ...images.map(() => 'image/png')],
      );
      expect(sansRetours(lu?.texte)).toBe(sansRetours(corpsAttendu(corps)));
      expect(sansRetours(lu?.html)).toBe(sansRetours(corpsAttendu(`<p>${html}</p>`)));
      expect(lu?.images).toEqual(
        images.map((o, k) => [
          `<image-${k}>`,
          'inline',
          `image-${k}.png`,
          Buffer.from(o).toString('hex'),
        ]),
      );
      expect(lu?.a).toEqual(['achats@client.example', 'b@exemple.fr', 'lea@exemple.fr']);
      for (const ligne of (ecrits[i] ?? '').split('\r\n')) expect(ligne).toMatch(/^[\x20-\x7e]*$/);
    });
  });

  it.each(['', 'a b', 'x>\r\nBcc: v@m.example', 'é'])('identifiant d’image %j : refusé', (cid) => {
    expect(() => mime({ html: '<p></p>', images: [{ cid, base64: '', alt: '' }] })).toThrow(
      RangeError,
    );
  });
});

/** Python rend des fins de ligne à lui ; le contenu, lui, ne change pas. */
const sansRetours = (t: string | undefined): string | undefined => t?.replace(/\r?\n/g, '\n');
