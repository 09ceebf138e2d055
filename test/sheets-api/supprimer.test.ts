import { describe, expect, it } from 'vitest';
import { modifier, supprimer } from '../../src/classeur/changements';
import type { Demande } from '../../src/sheets-api/appel';
import { simulerClasseurGoogle } from '../../src/sheets-api/modifier-classeur-google';
import { plan } from '../../src/classeur/plan';
import type { ClasseurGoogle } from '../support/classeur-google';
import { classeurLeger } from '../support/classeur-leger';

const CLIENTS = ['Alpha', 'Bêta', 'Gamma', 'Delta'].map((organisation, i) => ({
  organisation,
  ville: `Ville ${i}`,
}));

const noms = (c: ClasseurGoogle) => c.lire().tables.clients.map((l) => l.organisation);
const client = (c: ClasseurGoogle, nom: string) => {
  const trouve = c.lire().tables.clients.find((l) => l.organisation === nom);
  if (!trouve) throw new Error(`Client absent : ${nom}`);
  return trouve;
};
const sans = (c: ClasseurGoogle, ...partants: string[]) =>
  partants.map((nom) => supprimer('clients', client(c, nom), nom));

/** Le dernier lot écrit. */
const requetes = (c: ClasseurGoogle) =>
  c.demandes.filter(
    (d): d is Extract<Demande, { methode: 'batchUpdate' }> => d.methode === 'batchUpdate',
  );

describe('supprimer', () => {
  it('vide les colonnes du produit, sans déplacer les autres lignes ni toucher à leur aspect', () => {
    const classeur = classeurLeger({ clients: CLIENTS });
    classeur.appliquer(...sans(classeur, 'Bêta', 'Gamma'));
    expect(noms(classeur)).toEqual(['Alpha', 'Delta']);
    expect(client(classeur, 'Delta').ligne).toBe(5);
    expect(requetes(classeur)[0]?.requetes[1]).toEqual({
      updateCells: {
        range: {
          ...{ sheetId: classeur.sheetId('Clients'), startRowIndex: 2, endRowIndex: 4 },
          ...{ startColumnIndex: 0, endColumnIndex: 20 },
        },
        fields: 'userEnteredValue',
      },
    });
  });

  it('une ligne annotée par quelqu’un n’est pas supprimée, et rien d’autre non plus', () => {
    const classeur = classeurLeger({ clients: CLIENTS });
    classeur.taper('Clients', 1, 21, 'Mémo').taper('Clients', 3, 21, 'à rappeler');
    classeur.taper('Clients', 4, 21, '=1+1');
    const { problemes, changements } = classeur.appliquer(...sans(classeur, 'Bêta', 'Gamma'));
    const args = {
      ...{ nom: 'Bêta', onglet: 'Clients', cellule: 'V3', entete: 'Mémo', valeur: 'à rappeler' },
    };
    expect(problemes).toEqual([{ code: 'ANNULATION_NOTE_PERSONNELLE', args }]);
    expect(changements).toEqual([]);
    expect(noms(classeur)).toHaveLength(4);
    const simule = classeur.conduire(simulerClasseurGoogle(classeur.id), () =>
      plan(null, { changements: sans(classeur, 'Bêta') }),
    );
    expect(simule.problemes).toHaveLength(1);
    const retenus = classeur.conduire(simulerClasseurGoogle(classeur.id), () =>
      plan(null, { retenus: sans(classeur, 'Bêta') }),
    );
    expect(retenus.problemes).toHaveLength(1);
    classeur.appliquer(...sans(classeur, 'Gamma'));
    expect(noms(classeur)).toEqual(['Alpha', 'Bêta', 'Delta']);
  });

  it.each([
    [
      'insère une ligne',
      (c: ClasseurGoogle) =>
        c.aLaMain({
          insertDimension: {
            range: { sheetId: c.sheetId('Clients'), dimension: 'ROWS', startIndex: 1, endIndex: 2 },
            inheritFromBefore: false,
          },
        }),
    ],
    [
      'trie l’onglet',
      (c: ClasseurGoogle) =>
        c
          .taper('Clients', 2, 0, 'Delta')
          .taper('Clients', 5, 0, 'Alpha')
          .taper('Clients', 2, 11, 'Ville 3')
          .taper('Clients', 5, 11, 'Ville 0'),
    ],
  ])('pendant l’écriture, quelqu’un %s : la ligne vidée à tort revient', (_, deplacer) => {
    const classeur = classeurLeger({ clients: CLIENTS });
    const lot = [
      ...sans(classeur, 'Alpha', 'Gamma'),
      ...modifier('clients', client(classeur, 'Bêta'), 'Bêta', { ville: 'Brest' }),
    ];
    classeur.intercepter = (appel) => {
      if (appel.methode === 'batchUpdate') {
        classeur.intercepter = () => null;
        deplacer(classeur);
      }
      return null;
    };
    const { problemes } = classeur.appliquer(...lot);
    expect(problemes.map((p) => p.code)).toContain('LIGNE_REMISE');
    expect(noms(classeur).sort()).toEqual(['Bêta', 'Delta']);
    expect(client(classeur, 'Delta').ville).toBe('Ville 3');
    expect(client(classeur, 'Bêta').ville).toBe('Brest');
  });

  it('une panne à la relecture ne fait pas dire que rien n’est écrit', () => {
    const classeur = classeurLeger({ clients: CLIENTS });
    const lot = sans(classeur, 'Alpha');
    let ecrit = false;
    classeur.intercepter = (appel) => {
      if (appel.methode !== 'batchUpdate') {
        return ecrit ? { ok: false, statut: 403, message: 'non' } : null;
      }
      ecrit = true;
      return null;
    };
    expect(classeur.appliquer(...lot).problemes).toEqual([]);
    classeur.intercepter = () => null;
    expect(noms(classeur)).toEqual(['Bêta', 'Gamma', 'Delta']);
  });
});
