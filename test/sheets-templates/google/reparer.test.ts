import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ajouter } from '../../../src/classeur/changements';
import { ClasseurGoogle, ID } from '../../support/classeur-google';
import { classeurLeger, jsonLeger } from '../../support/classeur-leger';
import { colonneDe, feuilleDe, instantaneSansJeton } from '../../support/feuille-google';

const VILLE = 11;
const colonnes = (classeur: ClasseurGoogle, onglet: string, debut: number, fin: number) => ({
  ...{ sheetId: classeur.sheetId(onglet), dimension: 'COLUMNS', startIndex: debut, endIndex: fin },
});
const CLIENTS = { clients: [{ organisation: 'Alpha', ville: 'Lyon' }] };
const entetes = (classeur: ClasseurGoogle) => classeur.contenu('clients')[0] ?? [];

describe('réparer ce qui manque, sans toucher au reste', () => {
  it('une seconde fois, rien ne change que le jeton', () => {
    const classeur = classeurLeger(CLIENTS);
    classeur.installer();
    const avant = instantaneSansJeton(classeur);
    const rapport = classeur.installer();
    expect(rapport).toEqual({ faits: [], remarques: [], copie: false });
    expect(instantaneSansJeton(classeur) === avant).toBe(true);
  });

  it('un onglet supprimé revient à sa place', () => {
    const classeur = classeurLeger(CLIENTS);
    classeur.installer();
    classeur.aLaMain({ deleteSheet: { sheetId: classeur.sheetId('Tarifs') } });
    expect(classeur.installer().faits).toEqual(['1 onglet créé : « Tarifs ».']);
    const titres = classeur.emulateur.onglets(ID).map((o) => o.titre);
    expect(titres[titres.indexOf('Tarifs') - 1]).toBe('Historique');
    expect(classeur.lire().tables.clients).toHaveLength(1);
  });

  it('une colonne supprimée revient à la fin, après celles de l’utilisateur', () => {
    const classeur = classeurLeger(CLIENTS);
    classeur.taper('Clients', 1, 20, 'À moi').taper('Clients', 2, 20, 'note');
    classeur.aLaMain({ deleteDimension: { range: colonnes(classeur, 'Clients', VILLE, 12) } });
    expect(classeur.installer().faits).toContain(
      'Onglet « Clients » : 1 colonne ajoutée à la fin : « Ville ».',
    );
    expect(entetes(classeur).slice(19)).toEqual(['À moi', 'Ville']);
    expect(classeur.contenu('clients')[1]?.[19]).toBe('note');
    const { corps, dimension } = colonneDe(feuilleDe(classeur, 'Clients'), 20);
    expect(corps?.userEnteredFormat?.numberFormat).toEqual({ type: 'TEXT', pattern: '@' });
    expect(dimension.pixelSize).toBe(22 * 7 + 5);
  });

  it('plus de colonnes que l’onglet n’en a', () => {
    const classeur = classeurLeger();
    classeur.aLaMain({ deleteDimension: { range: colonnes(classeur, 'Clients', 2, 24) } });
    classeur.installer();
    expect(classeur.lire().tables.clients).toEqual([]);
    expect(entetes(classeur)).toHaveLength(20);
  });

  it('un en-tête et un onglet renommés reprennent leur nom, où qu’ils soient', () => {
    const classeur = classeurLeger(CLIENTS);
    classeur.aLaMain({
      moveDimension: { source: colonnes(classeur, 'Clients', VILLE, 12), destinationIndex: 0 },
    });
    classeur.taper('Clients', 1, 0, 'Commune');
    const properties = { sheetId: classeur.sheetId('Clients'), title: 'Annuaire' };
    classeur.aLaMain({ updateSheetProperties: { properties, fields: 'title' } });
    const { faits } = classeur.installer();
    expect(faits.join('\n')).toContain('L’onglet « Annuaire » a repris son nom, « Clients ».');
    expect(faits.join('\n')).toContain('l’en-tête « Commune » a repris son nom, « Ville »');
    expect(entetes(classeur)[0]).toBe('Ville');
    expect(classeur.lire().tables.clients[0]).toMatchObject({
      organisation: 'Alpha',
      ville: 'Lyon',
    });
  });

  it('le nom est pris : l’onglet garde le sien, et c’est dit', () => {
    const classeur = classeurLeger(CLIENTS);
    const properties = { sheetId: classeur.sheetId('Clients'), title: 'Annuaire' };
    classeur.aLaMain(
      { updateSheetProperties: { properties, fields: 'title' } },
      { addSheet: { properties: { title: 'Clients', index: 0 } } },
    );
    expect(classeur.installer().remarques).toContain(
      'L’onglet « Annuaire » garde son nom : un autre s’appelle déjà « Clients ».',
    );
    expect(classeur.lire().tables.clients).toHaveLength(1);
  });

  it('listes, mises en valeur et avertissements effacés reviennent', () => {
    const classeur = classeurLeger();
    classeur.installer();
    const devis = classeur.sheetId('Devis');
    const avant = feuilleDe(classeur, 'Devis').conditionalFormats ?? [];
    const registre = feuilleDe(classeur, 'Registre').protectedRanges?.[0]?.protectedRangeId;
    const rule = {
      ranges: [{ sheetId: devis, startColumnIndex: 0, endColumnIndex: 1 }],
      booleanRule: {
        condition: { type: 'NOT_BLANK' },
        format: { textFormat: { italic: true } },
      },
    };
    classeur.aLaMain(
      { deleteConditionalFormatRule: { sheetId: devis, index: 1 } },
      { addConditionalFormatRule: { rule, index: 0 } },
      { setDataValidation: { range: { sheetId: classeur.sheetId('Satisfaction') } } },
      { deleteProtectedRange: { protectedRangeId: registre } },
    );
    const { faits } = classeur.installer();
    expect(faits).toEqual([
      'Mises en valeur rétablies : « Devis ».',
      'Avertissement avant modification, sans verrou : « Registre ».',
    ]);
    // Celle de l'utilisateur reste, après les nôtres.
    expect(feuilleDe(classeur, 'Devis').conditionalFormats).toEqual([...avant, rule]);
    const { corps } = colonneDe(feuilleDe(classeur, 'Satisfaction'), 4);
    expect(corps?.dataValidation?.condition?.type).toBe('NUMBER_BETWEEN');
  });

  it('les mises en valeur suivent les colonnes déplacées', () => {
    const classeur = classeurLeger();
    const source = colonnes(classeur, 'Devis', 11, 12);
    classeur.aLaMain({ moveDimension: { source, destinationIndex: 0 } });
    classeur.installer();
    const [regle] = feuilleDe(classeur, 'Devis').conditionalFormats ?? [];
    expect(regle?.booleanRule?.condition?.values?.[0]?.userEnteredValue).toBe('=$A2="Signé"');
    const accueil = JSON.stringify(feuilleDe(classeur, 'Accueil').data);
    expect(accueil).toContain('=COUNTIFS(Devis!$A:$A;\\"En validation\\")');
  });
});

describe('un classeur venu d’ailleurs', () => {
  it('un .xlsx converti : ses données restent, il devient inscriptible', () => {
    const json = jsonLeger(CLIENTS) as { sheets: { developerMetadata?: object; data: object[] }[] };
    for (const sheet of json.sheets) {
      delete sheet.developerMetadata;
      const [data] = sheet.data as { columnMetadata?: object }[];
      delete data?.columnMetadata;
    }
    const classeur = new ClasseurGoogle({ ...json, developerMetadata: [], namedRanges: [] });
    const avant = classeur.contenu('clients');
    const { faits } = classeur.installer();
    expect(faits.join('\n')).toContain('Onglets et colonnes marqués');
    expect(classeur.contenu('clients')).toEqual(avant);
    classeur.appliquer(ajouter('clients', { organisation: 'Bêta' }));
    expect(classeur.lire().tables.clients).toHaveLength(2);
  });

  it('Paramètres et Modèles déjà remplis ne sont pas touchés', () => {
    const classeur = classeurLeger({ parametres: [{ reglage: 'Le mien', valeur: 3 }] });
    classeur.installer();
    expect(classeur.lire().tables.parametres).toHaveLength(1);
    expect(classeur.lire().tables.modeles.length).toBeGreaterThan(5);
  });

  it('deux colonnes du même nom : dit, et le reste est réparé', () => {
    const json = jsonLeger(CLIENTS) as { sheets: { data: { columnMetadata?: object }[] }[] };
    for (const sheet of json.sheets) delete sheet.data[0]?.columnMetadata;
    const classeur = new ClasseurGoogle(json);
    classeur.taper('Clients', 1, 21, 'Ville');
    const { remarques } = classeur.installer();
    expect(remarques.join()).toContain('deux colonnes s’appellent « Ville »');
  });

  it('puces refusées : dit, et tout le reste est installé', () => {
    const classeur = new ClasseurGoogle();
    classeur.intercepter = (appel) =>
      JSON.stringify(appel).includes('addTable')
        ? { ok: false, statut: 400, message: 'No tables here' }
        : null;
    expect(classeur.installer().remarques).toEqual([
      'Google n’a pas voulu des puces de couleur dans les listes (No tables here) : les listes restent, sans elles.',
    ]);
    expect(classeur.lire().tables.clients).toEqual([]);
  });
});

it('quoi qu’on ait tapé dans les onglets, une réparation n’y change rien', () => {
  const frappe = fc.tuple(
    fc.constantFrom('Clients', 'Devis', 'Journal', 'Modèles'),
    fc.integer({ min: 2, max: 12 }),
    fc.nat(9),
    fc.oneof(
      fc.string({ minLength: 1, maxLength: 5 }).filter((t) => !/^[=#]/.test(t)),
      fc.nat(),
    ),
  );
  const classeur = classeurLeger({ modeles: [{ code: 'A' }] });
  classeur.installer();
  const installe = classeur.emulateur.etat(ID);
  fc.assert(
    fc.property(fc.array(frappe, { maxLength: 10 }), (frappes) => {
      classeur.emulateur.retablir(installe);
      for (const [onglet, ligne, rang, valeur] of frappes)
        classeur.taper(onglet, ligne + 1, rang, valeur);
      const avant = instantaneSansJeton(classeur);
      classeur.installer();
      expect(instantaneSansJeton(classeur) === avant).toBe(true);
    }),
    { numRuns: 2 },
  );
});
