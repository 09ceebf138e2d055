import { describe, expect, it } from 'vitest';
import { lireNumero } from '../../src/devis/lire-numero';
import { parseMasque, serieDe, type Masque } from '../../src/devis/masque';
import { messageDe } from '../../src/messages/probleme';
import { jour } from '../support/valeurs';

function masque(texte: string): Masque {
  const lu = parseMasque(texte, 'Masque');
  if (!lu.masque) throw new Error(lu.problemes.map(messageDe).join());
  return lu.masque;
}
const V = { date: jour('2026-03-09'), initiales: 'CD', client: 'Mairie d’Épinal' };

describe('masques', () => {
  it.each([
    ['DEV-{AAAA}-{N:4}', 'DEV-2026-', '', 'DEV-2026-'],
    ['{AA}{MM}{JJ}-{N:2}', '260309-', '', '260309-'],
    ['D {initiales} {N:3}/{CLIENT}', 'D CD ', '/MAIRIEDE', 'D CD /MAIRIEDE'],
    ['{N:4}/{AA}', '', '/26', '/{AA}'],
  ])('%s', (texte, prefixe, suffixe, nom) => {
    expect(serieDe(masque(texte), V)).toMatchObject({ prefixe, suffixe, nom });
  });

  it.each([
    ['DEV-{AAAA}', 'le compteur {N:4} manque'],
    ['{N:2}{N:3}', 'plus d’un compteur'],
    ['{N}', 'largeur'],
    ['{N:0}', 'largeur'],
    ['{N:10}', 'largeur'],
    ['{ANNEE}-{N:4}', 'entre accolades est inconnu'],
    ['D}{N:4}', 'accolade'],
    ['PROV-{N:4}', 'réservés'],
    ['DEV-V{N:1}', 'réservés'],
    ['{N:4}-V2', 'réservés'],
    ['', 'manque'],
  ])('« %s » est refusé : %s', (texte, cause) => {
    const lu = parseMasque(texte, 'Masque des numéros de devis');
    const dits = lu.masque ? [] : lu.problemes.map(messageDe);
    expect(dits.join()).toContain(cause);
  });

  it.each([
    ['DEV-{AAAA}-{N:4}', 'DEV-2026-0042', 42],
    ['DEV-{AAAA}-{N:4}', 'dev-2026-42', 42],
    ['DEV-{AAAA}-{N:4}', 'DEV-2025-0042', null],
    ['DEV-{AAAA}-{N:4}', 'DEV-2026-10042', null],
    ['DEV-{AAAA}-{N:4}', 'DEV-2026-0042-V2', null],
    ['{N:4}/{AA}', '0042/25', 42],
    ['D.{N:2}+({CLIENT})', 'D.07+(MAIRIEDE)', 7],
    ['D.{N:2}', 'DX07', null],
  ])('compteur de %s dans %s : %s', (texte, numero, compteur) => {
    expect(serieDe(masque(texte), V).compteurDe(numero)).toBe(compteur);
  });

  it.each([
    ['DEV-{AAAA}-{N:4}', 'DEV-2019-0007', 'DEV-2019-', 7, 'DEV-2019-0008'],
    ['{INITIALES}{N:3}', 'AB012', 'AB', 12, 'AB013'],
    ['{N:3}/{AA}', '012/19', '/{AA}', 12, '013/19'],
    ['{N:3}-{CLIENT}', '012-LYON', '-LYON', 12, '013-LYON'],
  ])('%s lit %s', (texte, numero, serie, compteur, suivant) => {
    const lu = lireNumero(masque(texte), numero);
    expect(lu).toMatchObject({ serie, compteur });
    expect(lu?.ecrire(compteur + 1)).toBe(suivant);
  });

  it('ne lit pas ce qui ne suit pas le masque', () => {
    expect(lireNumero(masque('DEV-{AAAA}-{N:4}'), 'FAC-1')).toBeNull();
  });
});
