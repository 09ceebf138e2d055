import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lienGmail } from '../../src/relances/lien-gmail';
import { brouillon } from './support';

const lire = (lien: string) => new URL(lien).searchParams;

describe('lienGmail', () => {
  it('ouvre un message rempli : destinataire, copie, objet, corps', () => {
    const lien = lienGmail(
      brouillon({
        destinataire: 'Léa & Cie <achats@client.example>',
        copie: ['a@exemple.fr', 'b@exemple.fr'],
        objet: 'Devis n° 42 : 100 % à vous & « réseau » #1',
        corps: 'Bonjour,\n\n=1+1 & <b>été</b> 😀',
      }),
    );
    expect(lien).toMatch(/^https:\/\/mail\.google\.com\/mail\/\?view=cm&fs=1&to=/);
    const p = lire(lien);
    expect([p.get('to'), p.get('cc')]).toEqual([
      'achats@client.example',
      'a@exemple.fr,b@exemple.fr',
    ]);
    expect(p.get('su')).toBe('Devis n° 42 : 100 % à vous & « réseau » #1');
    expect(p.get('body')).toBe('Bonjour,\n\n=1+1 & <b>été</b> 😀');
  });

  it('un objet sur deux lignes n’ajoute pas d’en-tête', () => {
    const p = lire(lienGmail(brouillon({ objet: 'A\r\nBcc: x@y.example' })));
    expect(p.get('su')).toBe('A Bcc: x@y.example');
    expect([...p.keys()]).toEqual(['view', 'fs', 'to', 'su', 'body']);
  });

  it('un corps trop long est coupé entre deux caractères, et le dit', () => {
    const corps = `${'a'.repeat(5_000)}${'😀'.repeat(400)}`;
    const lu = lire(lienGmail(brouillon({ corps }))).get('body') ?? '';
    expect(lu).toMatch(/^a{5000}😀+\n\[…\]$/u);
    expect(lu.length).toBeLessThan(corps.length);
  });

  it('une adresse illisible laisse le destinataire à remplir', () => {
    expect(lire(lienGmail(brouillon({ destinataire: 'pas une adresse' }))).get('to')).toBe('');
  });

  it('reste sous 6 000 caractères, sans couper un caractère ; un corps coupé le dit', () => {
    const texte = fc.string({
      unit: fc.constantFrom('a', 'é', '😀', '\n', '&', '\ud800'),
      maxLength: 4_000,
    });
    fc.assert(
      fc.property(texte, texte, (objet, corps) => {
        const lien = lienGmail(brouillon({ objet, corps }));
        expect(lien.length).toBeLessThanOrEqual(6_000);
        const lu = lire(lien).get('body') ?? '';
        const entier = corps.replace(/\p{Cs}/gu, '\ufffd');
        if (lu !== entier) {
          expect(lu.endsWith('\n[…]')).toBe(true);
          expect(entier.startsWith(lu.slice(0, -4))).toBe(true);
        }
      }),
    );
  });
});
