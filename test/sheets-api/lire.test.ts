import { describe, expect, it } from 'vitest';
import { ajouter } from '../../src/classeur/changements';
import type { ErreurClasseur } from '../../src/classeur/erreur-classeur';
import { ClasseurGoogle } from '../support/classeur-google';
import { classeurLeger, jsonLeger } from '../support/classeur-leger';

const ALPHA = { clients: [{ organisation: 'Alpha', ville: 'Lyon' }] };
const ORGANISATION = 0;
const VILLE = 11;

const renommer = (classeur: ClasseurGoogle, titre: string, title: string): void => {
  const properties = { sheetId: classeur.sheetId(titre), title };
  classeur.aLaMain({ updateSheetProperties: { properties, fields: 'title' } });
};
const colonnes = (classeur: ClasseurGoogle, debut: number, fin: number) => ({
  ...{ sheetId: classeur.sheetId('Clients'), dimension: 'COLUMNS' },
  ...{ startIndex: debut, endIndex: fin },
});
const codes = (classeur: ClasseurGoogle): string[] => {
  try {
    classeur.lire();
  } catch (erreur) {
    return (erreur as ErreurClasseur).problemes.map((p) => p.code);
  }
  return [];
};

describe('retrouver les onglets et les colonnes', () => {
  it('un onglet renommé', () => {
    const classeur = classeurLeger(ALPHA);
    renommer(classeur, 'Clients', "L'annuaire, 2026");
    classeur.appliquer(ajouter('clients', { organisation: 'Bêta' }));
    expect(classeur.lire().tables.clients.map((c) => c.organisation)).toEqual(['Alpha', 'Bêta']);
  });

  it('un en-tête renommé, une colonne déplacée, une autre insérée', () => {
    const classeur = classeurLeger(ALPHA);
    classeur.taper('Clients', 1, VILLE, 'Commune');
    classeur.aLaMain(
      { insertDimension: { range: colonnes(classeur, 5, 6), inheritFromBefore: true } },
      { moveDimension: { source: colonnes(classeur, 0, 1), destinationIndex: 8 } },
    );
    expect(classeur.lire().tables.clients).toMatchObject([
      { organisation: 'Alpha', ville: 'Lyon' },
    ]);
    expect(classeur.lire().adresse('clients', 2, 'ville')).toBe('M2');
    classeur.appliquer(ajouter('clients', { organisation: 'Bêta', ville: 'Nice' }));
    expect(classeur.lire().tables.clients[1]).toMatchObject({
      organisation: 'Bêta',
      ville: 'Nice',
    });
  });

  it('un en-tête coupé et collé ailleurs emporte ses données : il l’emporte sur la marque', () => {
    const classeur = classeurLeger(ALPHA);
    classeur.taper('Clients', 1, VILLE, null).taper('Clients', 2, VILLE, null);
    classeur.taper('Clients', 1, 21, 'Ville').taper('Clients', 2, 21, 'Lyon');
    expect(classeur.lire().tables.clients[0]?.ville).toBe('Lyon');
  });

  it('deux colonnes du même nom : la marque dit laquelle ; sans elle, on le demande', () => {
    const classeur = classeurLeger(ALPHA);
    classeur.aLaMain({
      insertDimension: { range: colonnes(classeur, 0, 1), inheritFromBefore: false },
    });
    classeur.taper('Clients', 1, 0, 'Ville').taper('Clients', 2, 0, 'Autre');
    expect(classeur.lire().tables.clients[0]?.ville).toBe('Lyon');
    const json = jsonLeger(ALPHA) as { sheets: { data: { columnMetadata?: object[] }[] }[] };
    for (const sheet of json.sheets) delete sheet.data[0]?.columnMetadata;
    const sansMarque = new ClasseurGoogle(json);
    expect(sansMarque.lire().tables.clients[0]?.ville).toBe('Lyon');
    sansMarque.taper('Clients', 1, 21, 'Ville');
    expect(codes(sansMarque)).toEqual(['ENTETE_EN_DOUBLE', 'CLASSEUR_A_REPARER']);
  });

  it('une marque sur la colonne d’une autre n’égare rien', () => {
    const classeur = classeurLeger(ALPHA);
    classeur.taper('Clients', 1, VILLE, 'Organisation').taper('Clients', 1, ORGANISATION, null);
    expect(() => classeur.lire()).toThrow(/la colonne « Ville » manque/);
  });

  it('un onglet dupliqué : celui qui porte le nom', () => {
    const classeur = classeurLeger(ALPHA);
    const location = { sheetId: 999 };
    const meta = { metadataKey: 'suivi.onglet', metadataValue: 'clients', visibility: 'DOCUMENT' };
    classeur.aLaMain(
      { addSheet: { properties: { sheetId: 999, title: 'Copie de Clients', index: 0 } } },
      { createDeveloperMetadata: { developerMetadata: { ...meta, location } } },
    );
    expect(classeur.lire().tables.clients).toHaveLength(1);
  });

  it('un onglet qui manque : le plus proche est nommé', () => {
    const json = jsonLeger() as { sheets: { developerMetadata: object[] }[] };
    for (const sheet of json.sheets) sheet.developerMetadata = [];
    const classeur = new ClasseurGoogle(json);
    renommer(classeur, 'Tarifs', 'Tarif');
    expect(() => classeur.lire()).toThrow(/« Tarif » lui ressemble/);
  });
});

describe('les valeurs', () => {
  it('une erreur de formule est une cellule illisible, à son adresse', () => {
    const classeur = classeurLeger({ devis: [{ numero: 'D1' }] });
    for (const [rang, erreur] of ['#N/A', '#REF!', '#NOM?', '#VALEUR!'].entries())
      classeur.taper('Devis', rang + 2, 5, erreur);
    const lu = classeur.lire();
    expect(
      lu.illisiblesDe('devis').map((c) => [lu.adresse('devis', c.ligne, c.colonne), c.valeur]),
    ).toEqual([
      ['F2', '#N/A'],
      ['F3', '#REF!'],
      ['F4', '#NOM?'],
      ['F5', '#VALEUR!'],
    ]);
  });

  it('un texte qui commence par # n’en est pas une', () => {
    const classeur = classeurLeger({ clients: [{ organisation: '#1 Conseil' }] });
    expect(classeur.lire().tables.clients[0]?.organisation).toBe('#1 Conseil');
  });

  it('nombres et dates tapés en texte, booléens, espaces', () => {
    const classeur = classeurLeger();
    classeur.taper('Clients', 2, 0, '  Alpha ').taper('Clients', 2, 15, 'oui');
    classeur.taper('Devis', 2, 0, 'D1').taper('Devis', 2, 5, '1\u202f234,50\u00a0€');
    classeur.taper('Devis', 2, 12, '02/03/2026').taper('Devis', 2, 13, 46083);
    expect(classeur.lire().tables.clients[0]).toMatchObject({ organisation: 'Alpha', npai: true });
    expect(classeur.lire().tables.devis[0]).toMatchObject({
      montantHt: 123450,
      creeLe: '2026-03-02',
      soumisLe: '2026-03-02',
    });
  });

  it('lignes vides et notes sous le dernier enregistrement ne sont pas des enregistrements', () => {
    const classeur = classeurLeger(ALPHA);
    classeur.taper('Clients', 9, 21, 'à moi').taper('Clients', 5, 0, 'Bêta');
    expect(classeur.lire().tables.clients.map((c) => c.ligne)).toEqual([2, 5]);
  });
});
