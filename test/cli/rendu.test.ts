import { describe, expect, it } from 'vitest';
import { aDesRefus, estRefuse } from '../../src/messages/avertissements';
import { modifier } from '../../src/classeur/changements';
import { plan } from '../../src/classeur/plan';
import { probleme } from '../../src/messages/probleme';
import { snapshotDe } from '../support/classeur-en-memoire';

const AVERTISSEMENT = probleme('CLIENT_RESSEMBLANT', { client: 'Durant', existant: 'Durand' });
const REFUS = probleme('AFFAIRE_SANS_OBJET', { client: 'Durand' });
const [client] = snapshotDe({ clients: [{ organisation: 'Durand' }] }).tables.clients;
const CHANGEMENTS = client ? modifier('clients', client, 'Durand', { ville: 'Lyon' }) : [];

describe('refuser ou avertir', () => {
  it.each([
    ['rien à écrire, rien à dire', [], [], false, false],
    ['rien à écrire, un avertissement', [], [AVERTISSEMENT], false, false],
    ['une écriture, un avertissement', CHANGEMENTS, [AVERTISSEMENT], false, false],
    ['rien à écrire, un refus', [], [REFUS], true, true],
    ['un refus parmi les avertissements', [], [AVERTISSEMENT, REFUS], true, true],
    ['une écriture, et ce qui n’a pas pu se faire', CHANGEMENTS, [REFUS], true, false],
  ])('%s', (_, changements, problemes, desRefus, refuse) => {
    const p = plan(null, { changements, problemes });
    expect(aDesRefus(p)).toBe(desRefus);
    expect(estRefuse(p)).toBe(refuse);
  });
});
