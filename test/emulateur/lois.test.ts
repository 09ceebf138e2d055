import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Emulateur } from '../../cli/preview/emulateur/emulateur';
import { ErreurApi } from '../../cli/preview/emulateur/erreur-api';
import { classeur, ecrire, ID, refus } from './aides';
import { requete } from './requetes-au-hasard';

const depart = () =>
  classeur(
    [
      ['N°', 'Client'],
      ['DEV-1', 'Dupont'],
    ],
    Emulateur,
  );
const lot = fc.array(requete, { minLength: 1, maxLength: 8 });

/** Applique ce qui est admis, une requête à la fois. */
function vecu(requetes: readonly object[]): Emulateur {
  const e = depart();
  for (const r of requetes) refus(() => ecrire(e, r));
  return e;
}

describe('lois', () => {
  it('un lot refusé ne laisse rien derrière lui', () => {
    fc.assert(
      fc.property(lot, lot, (histoire, requetes) => {
        const e = vecu(histoire);
        const avant = e.instantane(ID);
        if (refus(() => ecrire(e, ...requetes, { deleteSheet: { sheetId: 1 } })) === null) {
          throw new Error('ce lot devait être refusé');
        }
        expect(e.instantane(ID)).toEqual(avant);
      }),
    );
  });

  it('un lot vaut ses requêtes une à une', () => {
    fc.assert(
      fc.property(lot, (requetes) => {
        const seul = depart();
        const admises = requetes.filter((r) => refus(() => ecrire(seul, r)) === null);
        const ensemble = depart();
        if (admises.length > 0) ecrire(ensemble, ...admises);
        expect(ensemble.instantane(ID)).toEqual(seul.instantane(ID));
      }),
    );
  });

  it('un instantané recharge le même classeur', () => {
    fc.assert(
      fc.property(lot, (requetes) => {
        const e = vecu(requetes);
        const instantane = e.instantane(ID);
        const copie = new Emulateur();
        copie.creer(ID, instantane);
        expect(copie.instantane(ID)).toEqual(instantane);
      }),
    );
  });

  it('rien de ce qui est rendu ne donne prise sur le classeur', () => {
    const e = depart();
    const rendu = e.executer({ methode: 'get', id: ID, champs: '*' }) as { sheets: object[] };
    const avant = e.instantane(ID);
    rendu.sheets.length = 0;
    const donnee = { title: 'Neuve' };
    ecrire(e, { addSheet: { properties: donnee } });
    donnee.title = 'Autre';
    expect(e.onglets(ID).map((o) => o.titre)).toEqual(['Devis', 'Notes d’équipe', 'Neuve']);
    expect(avant).not.toEqual(e.instantane(ID));
  });
});

describe('pannes', () => {
  const ajout = {
    methode: 'batchUpdate',
    id: ID,
    requetes: [{ addSheet: { properties: { title: 'Neuve' } } }],
  } as const;

  it.each([
    ['avant', 2],
    ['apres', 3],
  ] as const)('une coupure %s l’écriture laisse %i onglets', (quand, onglets) => {
    const e = depart();
    e.surAppel = (_, moment) => {
      if (moment === quand) throw new ErreurApi(null, 'Coupure.');
    };
    expect(() => e.executer(ajout)).toThrow(expect.objectContaining({ statut: null }));
    expect(e.onglets(ID)).toHaveLength(onglets);
    expect(e.compte).toEqual({ lectures: 0, ecritures: 1 });
  });

  it('un autre peut écrire entre la demande et l’écriture', () => {
    const e = depart();
    e.surAppel = (appel, moment) => {
      if (appel.methode !== 'batchUpdate' || moment !== 'avant') return;
      e.surAppel = null;
      ecrire(e, ...ajout.requetes);
    };
    expect(() => e.executer(ajout)).toThrow('already exists');
    expect(e.compte.ecritures).toBe(2);
  });

  it('les lectures et les écritures sont comptées, pas les coups d’œil des essais', () => {
    const e = depart();
    e.executer({ methode: 'get', id: ID, champs: 'spreadsheetId' });
    e.executer({ methode: 'batchGet', id: ID, plages: ['Devis'] });
    e.contenu(ID, 'Devis');
    e.instantane(ID);
    expect(e.compte).toEqual({ lectures: 2, ecritures: 0 });
  });
});
