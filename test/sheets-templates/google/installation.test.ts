import { describe, expect, it } from 'vitest';
import { ONGLETS } from '../../../sheets-templates/onglet';
import { parametresInitiaux } from '../../../sheets-templates/parametres-initiaux';
import { VERSION } from '../../../sheets-templates/version';
import { REGLAGES } from '../../../src/classeur/parametres';
import { CLES_TABLES, TABLES } from '../../../src/classeur/tables';
import {
  AUTOMATISMES,
  lireAutomatismes,
  noterAutomatisme,
} from '../../../src/sheets-api/automatismes';
import { ClasseurGoogle, classeurInstalle, ID } from '../../support/classeur-google';
import { colonneDe, feuilleDe, instantaneSansJeton } from '../../support/feuille-google';

const NEUF = { sheets: [{ properties: { title: 'Feuille 1' } }] };

describe('installer un classeur neuf', () => {
  const classeur = new ClasseurGoogle(NEUF);
  const rapport = classeur.installer();

  it('deux lectures, une écriture, et une seconde pour les puces', () => {
    expect(classeur.demandes.map((d) => d.methode)).toEqual([
      'get',
      'batchGet',
      'batchUpdate',
      'batchUpdate',
    ]);
  });

  it('crée tous les onglets dans l’ordre du classeur ; la feuille vide de Google s’en va', () => {
    expect(rapport.faits[0]).toContain('20 onglets créés');
    expect(rapport.remarques).toEqual([]);
    expect(rapport.copie).toBe(false);
    expect(classeur.emulateur.onglets(ID).map((o) => o.titre)).toEqual([
      'Accueil',
      ...CLES_TABLES.flatMap((cle) =>
        cle === 'revueHebdo' ? [TABLES[cle].onglet, 'Tableau de bord'] : [TABLES[cle].onglet],
      ),
      'Chiffres',
      'Calculs',
    ]);
  });

  it('le Journal dit ce qui a été fait', () => {
    expect(classeur.lire().tables.journal).toMatchObject([
      {
        action: 'Installer / Réparer',
        par: 'helene@valex.example',
        apres: rapport.faits.join('\n'),
      },
    ]);
  });

  it('locale française, heure de Paris, version et identité', () => {
    const json = classeur.json();
    expect(json.properties).toMatchObject({ locale: 'fr_FR', timeZone: 'Europe/Paris' });
    expect(json.developerMetadata).toMatchObject([
      { metadataKey: 'suivi.classeur', metadataValue: ID },
      { metadataKey: 'suivi.version', metadataValue: VERSION },
    ]);
  });

  it.each(ONGLETS.map((o) => [o.nom, o] as const))(
    '%s : en-têtes, notes, listes',
    (nom, onglet) => {
      const feuille = feuilleDe(classeur, nom);
      expect(feuille.properties).toMatchObject({
        gridProperties: { frozenRowCount: 1, frozenColumnCount: 1 },
      });
      onglet.colonnes.forEach((c, rang) => {
        const { entete, corps, dimension } = colonneDe(feuille, rang);
        expect(entete).toMatchObject({
          userEnteredValue: { stringValue: c.entete },
          note: c.note,
          userEnteredFormat: { textFormat: { bold: true } },
        });
        expect(dimension.developerMetadata).toMatchObject([
          { metadataKey: 'suivi.colonne', metadataValue: `${onglet.cle}.${c.cle}` },
        ]);
        expect(dimension.pixelSize).toBe(Math.round(c.largeur * 7 + 5));
        const gris = corps?.userEnteredFormat?.backgroundColorStyle !== undefined;
        expect(gris).toBe(c.fond !== null);
        if (c.validation) {
          expect(corps?.dataValidation).toMatchObject({
            strict: c.validation.stricte,
            showCustomUi: true,
            inputMessage: c.validation.message,
          });
        }
      });
    },
  );

  it.each([
    ['devis', 'statut', 'ONE_OF_LIST', 'Brouillon'],
    ['devis', 'client', 'ONE_OF_RANGE', '=Clients!$A$2:$A'],
    ['devis', 'responsable', 'ONE_OF_RANGE', "='Équipe'!$A$2:$A"],
    ['devis', 'montantHt', 'NUMBER_BETWEEN', '-1000000000'],
    ['devis', 'envoyeLe', 'DATE_BETWEEN', '=DATE(2000;1;1)'],
    ['devis', 'tauxTva', 'NUMBER_BETWEEN', '0'],
    [
      'modeles',
      'rang',
      'CUSTOM_FORMULA',
      '=AND(ISNUMBER($C2);$C2=INT($C2);$C2>=-100000;$C2<=100000)',
    ],
    ['clients', 'npai', 'ONE_OF_LIST', 'Oui'],
  ] as const)('saisie de %s.%s : %s', (table, colonne, type, premiere) => {
    const rang = Object.keys(TABLES[table].colonnes).indexOf(colonne);
    const { corps } = colonneDe(feuilleDe(classeur, TABLES[table].onglet), rang);
    expect(corps?.dataValidation?.condition?.type).toBe(type);
    expect(corps?.dataValidation?.condition?.values?.[0]?.userEnteredValue).toBe(premiere);
  });

  it('mises en valeur : formules françaises, aux colonnes de l’onglet', () => {
    const { conditionalFormats = [] } = feuilleDe(classeur, 'Devis');
    const formules = conditionalFormats.map(
      (r) => r.booleanRule?.condition?.values?.[0]?.userEnteredValue,
    );
    expect(formules[0]).toBe('=$L2="Signé"');
    expect(formules).toContain('=AND($L2="Envoyé";$T2<>"";$T2<TODAY())');
    expect(formules.join('')).not.toMatch(/\[|,/);
  });

  it('les onglets techniques avertissent, sans verrou', () => {
    const proteges = classeur
      .json()
      .sheets?.filter((s) => s.protectedRanges)
      .map((s) => [s.properties?.title, s.protectedRanges?.map((p) => p.warningOnly)]);
    expect(proteges).toEqual(
      ['Historique', 'Anomalies', 'Registre', 'Journal', 'Chiffres', 'Calculs'].map((nom) => [
        nom,
        [true],
      ]),
    );
  });

  it('réglages et modèles de départ, chaque réglage à son format et à sa règle', () => {
    const { parametres, tables } = classeur.lire();
    expect(parametres.tauxTva).toBe(0.2);
    expect(tables.parametres).toHaveLength(Object.keys(REGLAGES).length);
    expect(tables.modeles.length).toBeGreaterThan(5);
    const tva = parametresInitiaux().findIndex((p) => p.reglage === 'Taux de TVA habituel') + 1;
    const cellule = feuilleDe(classeur, 'Paramètres').data?.[0]?.rowData?.[tva]?.values?.[1];
    expect(cellule?.userEnteredFormat?.numberFormat?.type).toBe('PERCENT');
    expect(cellule?.dataValidation?.condition?.type).toBe('NUMBER_BETWEEN');
  });

  it('puces : un tableau par onglet de saisie qui a des listes fermées', () => {
    const avec = classeur
      .json()
      .sheets?.filter((s) => s.tables)
      .map((s) => s.properties?.title);
    expect(avec).toEqual([
      ...['Revue hebdo', 'Clients', 'Affaires', 'Devis', 'Actions', 'Factures'],
      ...['Objectifs', 'Modèles', 'Équipe'],
    ]);
  });
});

describe('l’Accueil', () => {
  const classeur = classeurInstalle();
  const textes = classeur.emulateur.contenu(ID, 'Accueil').flat();

  it('montre le menu, pas la commande', () => {
    expect(textes.join('\n')).toContain('menu Revue hebdo');
    expect(textes.join('\n')).not.toMatch(/suivi (revue|relances|controler)/);
  });

  it('comptes vivants, chaque libellé mène à son onglet', () => {
    const cellules = (feuilleDe(classeur, 'Accueil').data?.[0]?.rowData ?? []).flatMap(
      (r) => r.values ?? [],
    );
    const formules = cellules.flatMap((c) => c.userEnteredValue?.formulaValue ?? []);
    expect(formules).toContain('=TODAY()');
    expect(formules).toContain(`=COUNTIFS(Devis!$L:$L;"En validation")`);
    const lien = (texte: string) =>
      cellules.find((c) => c.userEnteredValue?.stringValue === texte)?.userEnteredFormat?.textFormat
        ?.link?.uri;
    const vers = `=HYPERLINK("#gid=${classeur.sheetId('Devis')}&range=A"&IF(`;
    expect(formules.some((f) => f.startsWith(vers) && f.endsWith('"Devis à relancer")'))).toBe(
      true,
    );
    expect(lien('Tableau de bord')).toBe(`#gid=${classeur.sheetId('Tableau de bord')}`);
    expect(lien('Paramètres')).toBe(`#gid=${classeur.sheetId('Paramètres')}`);
  });

  it('automatismes : arrêtés, puis notés, et gardés par une réparation', () => {
    const etats = () => classeur.conduire(lireAutomatismes(ID));
    const vide = { dernier: null, proprietaire: null };
    expect(etats()).toEqual({ revue: vide, relances: vide, cloture: vide });
    expect(textes.filter((t) => String(t).startsWith('Pas en marche'))).toHaveLength(
      AUTOMATISMES.length,
    );
    const jeton = classeur.json().namedRanges?.find((n) => n.name?.startsWith('SUIVI_JETON_'));
    classeur.conduire(
      noterAutomatisme(ID, 'relances', { proprietaire: 'helene@valex.example', dernier: 'Échec' }),
    );
    classeur.conduire(noterAutomatisme(ID, 'relances', { dernier: '2 brouillons' }));
    const apres = { dernier: '2 brouillons', proprietaire: 'helene@valex.example' };
    expect(etats()).toEqual({ revue: vide, relances: apres, cloture: vide });
    expect(classeur.json().namedRanges).toContainEqual(jeton);
    classeur.installer();
    expect(etats().relances).toEqual(apres);
  });
});

describe('réparer', () => {
  it('une seconde fois, rien ne change que le jeton', () => {
    const classeur = new ClasseurGoogle(NEUF);
    classeur.installer();
    const avant = instantaneSansJeton(classeur);
    const rapport = classeur.installer();
    expect(rapport).toEqual({ faits: [], remarques: [], copie: false });
    expect(instantaneSansJeton(classeur) === avant).toBe(true);
  });
});
