import { describe, expect, it } from 'vitest';
import { changementsUlterieurs } from '../../src/annulation/changements-ulterieurs';
import { signer } from '../../src/annulation/empreinte';
import { ajouter, modifier, supprimer } from '../../src/classeur/changements';
import { lotVide, poursuivre } from '../../src/classeur/lot';
import type { Horodatage } from '../../src/commun/date-civile';
import { messageDe } from '../../src/messages/probleme';
import type { ClasseurEnMemoire } from '../support/classeur-en-memoire';
import { unClient, unDevis, uneAffaire, unMonde } from '../support/monde';
import { contexte, euros, jour } from '../support/valeurs';
import { annuler, cellules, CTX, importer, inverser } from './outils';

const DEVIS =
  'N°;Client;Statut;Montant HT;Envoyé le\nDEV-2026-0041;Mairie;Envoyé;100;01/02/2026\nDEV-2026-0042;ACME;Envoyé;200;02/02/2026\n';

const lire = (c: ClasseurEnMemoire) => c.snapshot().tables;

describe('annuler un import de créations', () => {
  it('rend le classeur d’avant, clients et Registre compris, et le dit au Journal', () => {
    const classeur = unMonde();
    const avant = cellules(classeur);
    const n = importer(classeur, 'devis', DEVIS);
    expect(lire(classeur).devis).toHaveLength(2);
    expect(lire(classeur).registre).toHaveLength(2);
    const { resultat, messages } = annuler(classeur, n);
    expect(messages).toEqual([]);
    expect(resultat).toEqual({
      ...{ import: 1, supprimes: 2, retablis: 0, clientsSupprimes: 2, numerosOtes: 2, absents: 0 },
    });
    expect(cellules(classeur)).toEqual(avant);
    expect(
      lire(classeur).journal.filter((l) => l.origine === 'annulation de l’import n° 1'),
    ).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          action: 'annuler',
          objet: 'import n° 1',
          apres:
            '2 enregistrements supprimés, 0 rétabli, 2 clients supprimés, 2 numéros ôtés de Registre.',
        }),
        expect.objectContaining({ onglet: 'Devis', objet: 'DEV-2026-0042', apres: null }),
      ]),
    );
  });

  it('des textes trop longs pour une ligne du Journal : ils s’y poursuivent, et l’import s’annule', () => {
    const long = (lettre: string): string => lettre.repeat(32_767);
    const csv = (l: string): string => `Organisation;Ville;Notes\nSogea;${long(l)};${long(l)}\n`;
    const classeur = unMonde();
    const depart = cellules(classeur);
    importer(classeur, 'clients', csv('a'));
    const cree = cellules(classeur);
    const { journal } = lire(classeur);
    expect(journal.map((l) => l.objet)).toEqual(
      expect.arrayContaining(['Sogea', 'Sogea (suite 1 sur 2)', 'Sogea (suite 2 sur 2)']),
    );
    expect(journal.map((l) => l.apres ?? '').join('')).toContain(`Notes : ${long('a')}`);
    const modification = importer(classeur, 'clients', csv('b'));
    expect(lire(classeur).clients.at(-1)?.notes).toBe(long('b'));
    expect(annuler(classeur, modification).messages).toEqual([]);
    expect(cellules(classeur)).toEqual(cree);
    expect(annuler(classeur, 1).messages).toEqual([]);
    expect(cellules(classeur)).toEqual(depart);
  });

  it('le même fichier réimporté donne la même chose, sous un nouveau numéro', () => {
    const classeur = unMonde();
    importer(classeur, 'devis', DEVIS);
    const premier = { ...cellules(classeur), Registre: [] };
    annuler(classeur, 1);
    expect(importer(classeur, 'devis', DEVIS)).toBe(2);
    const second = cellules(classeur);
    // Les lignes vidées restent : les nouvelles viennent après dans ce classeur-là.
    const pleines = (l: Record<string, unknown[][]>) => l['Devis']?.filter((x) => x.length > 0);
    expect(pleines(second)).toEqual(pleines(premier));
    expect(lire(classeur).registre.map((r) => r.pour)).toEqual(['import n° 2', 'import n° 2']);
  });

  it('retrouve ses lignes après un tri, et plus de dix créations', () => {
    const lignes = Array.from({ length: 25 }, (_, i) => `D-${i};Mairie de Lyon;Envoyé;${i}0;`);
    const classeur = unMonde({ devis: [unDevis()] });
    const avant = cellules(classeur)['Devis'];
    importer(classeur, 'devis', `N°;Client;Statut;Montant HT;Objet\n${lignes.join('\n')}`);
    const grille = classeur.grilles.get('Devis');
    const [entete = [], ...reste] = grille ?? [];
    classeur.grilles.set('Devis', [entete, ...inverser(reste)]);
    expect(annuler(classeur, 1).resultat).toMatchObject({ supprimes: 25 });
    const pleines = cellules(classeur)['Devis']?.filter((l) => l.length > 0);
    expect(pleines).toEqual(avant);
  });

  it('une ligne déjà supprimée à la main n’empêche rien', () => {
    const classeur = unMonde();
    importer(classeur, 'devis', DEVIS);
    classeur.grilles.get('Devis')?.splice(1, 1);
    expect(annuler(classeur, 1)).toMatchObject({
      messages: [],
      resultat: { supprimes: 1, absents: 1 },
    });
    expect(lire(classeur).devis).toEqual([]);
  });

  it('de deux lignes de même contenu, une seule part', () => {
    const classeur = unMonde();
    const csv = 'Date;Type;Client;Auteur\n01/02/2026;Appel;Mairie de Lyon;camille@exemple.fr\n';
    importer(classeur, 'actions', csv);
    const [creee = []] = classeur.grilles.get('Actions')?.slice(1) ?? [];
    classeur.grilles.get('Actions')?.push([...creee]);
    annuler(classeur, 1);
    expect(lire(classeur).actions).toHaveLength(1);
  });
});

describe('annuler un import de modifications', () => {
  const CSV = 'N°;Client;Statut;Montant HT\nDEV-2026-0001;Mairie de Lyon;Signé;99,50\n';

  it.each<[string, string, string | number | boolean | null]>([
    ['un montant tapé en texte', 'montantHt', '10 000,00 €'],
    ['trois décimales', 'montantHt', 10_000.125],
    ['une cellule vide', 'montantHt', null],
    ['un texte illisible', 'montantHt', 'environ dix mille'],
    ['une autre casse', 'statut', ' envoyé '],
  ])('rend le contenu exact d’avant : %s', (_, colonne, brut) => {
    const classeur = unMonde({ devis: [unDevis()] }).ecrire('devis', 2, colonne, brut);
    const avant = cellules(classeur);
    importer(classeur, 'devis', CSV);
    expect(lire(classeur).devis[0]).toMatchObject({ montantHt: euros(99.5), statut: 'Signé' });
    expect(annuler(classeur, 1)).toMatchObject({ messages: [], resultat: { retablis: 1 } });
    expect(cellules(classeur)).toEqual(avant);
  });

  it('plusieurs enregistrements de plusieurs tables', () => {
    const classeur = unMonde({
      devis: [unDevis(), unDevis('Envoyé', { numero: 'DEV-2026-0002' })],
    });
    const avant = cellules(classeur);
    importer(classeur, 'devis', `${CSV}DEV-2026-0002;Mairie de Lyon;Refusé;5\n`);
    expect(annuler(classeur, 1)).toMatchObject({ messages: [], resultat: { retablis: 2 } });
    expect(cellules(classeur)).toEqual(avant);
  });

  it('ne touche pas à ce qui est déjà revenu', () => {
    const classeur = unMonde({ devis: [unDevis()] });
    importer(classeur, 'devis', CSV);
    classeur.ecrire('devis', 2, 'statut', 'Envoyé');
    expect(annuler(classeur, 1).messages).toEqual([]);
    expect(lire(classeur).devis[0]).toMatchObject({ statut: 'Envoyé', montantHt: euros(10_000) });
  });

  it('refuse si une valeur a changé depuis, si l’enregistrement est parti, ou si une formule s’y perdrait', () => {
    const classeur = unMonde({ devis: [unDevis()] });
    importer(classeur, 'devis', CSV);
    classeur.ecrire('devis', 2, 'montantHt', 'à revoir');
    expect(annuler(classeur, 1).messages).toEqual([
      'Devis DEV-2026-0001, colonne Montant HT\u00a0: « à revoir » depuis, l’import avait écrit « 99,50\u00a0€ ».',
    ]);
    classeur.grilles.get('Devis')?.splice(1, 1);
    expect(annuler(classeur, 1).codes).toEqual(['ANNULATION_INTROUVABLE']);

    const formule = unMonde({ devis: [unDevis()] });
    formule.ecrire('devis', 2, 'montantHt', { erreur: '#REF!' });
    importer(formule, 'devis', CSV);
    expect(annuler(formule, 1).codes).toEqual(['ANNULATION_FORMULE_PERDUE']);
  });

  it('défait deux imports dans l’ordre inverse ; le premier d’abord est refusé', () => {
    const classeur = unMonde({ devis: [unDevis()] });
    const avant = cellules(classeur);
    importer(classeur, 'devis', CSV);
    importer(classeur, 'devis', CSV.replace('99,50', '77'));
    expect(annuler(classeur, 1).messages).toEqual([
      expect.stringContaining('« 77,00\u00a0€ » depuis, l’import avait écrit « 99,50\u00a0€ »'),
      expect.stringContaining('colonne Montant TTC'),
      'Un import fait depuis en dépend\u00a0: annulez d’abord l’import n°\u00a02 (Devis, le 02/03/2026)\u00a0: suivi annuler 2. Ensuite\u00a0: suivi annuler 1.',
    ]);
    expect(annuler(classeur, 2).messages).toEqual([]);
    expect(annuler(classeur, 1).messages).toEqual([]);
    expect(cellules(classeur)).toEqual(avant);
  });

  it('un texte trop long pour une cellule tient en plusieurs, dans n’importe quel ordre', () => {
    const long = 'ligne\n'.repeat(5_000).trim();
    const classeur = unMonde({ affaires: [uneAffaire({ besoin: long })] });
    const avant = cellules(classeur);
    const csv = `N°;Client;Objet;Besoin\nAFF-2026-0001;Mairie de Lyon;Étude de sol;"${'y'.repeat(30_000)}"\n`;
    importer(classeur, 'affaires', csv);
    const journal = classeur.grilles.get('Journal') ?? [];
    expect(journal.slice(1).map((l) => l[5])).toEqual([
      'AFF-2026-0001',
      'AFF-2026-0001 (suite 1 sur 2)',
      'AFF-2026-0001 (suite 2 sur 2)',
    ]);
    const [entete = [], ...lignes] = journal;
    classeur.grilles.set('Journal', [entete, ...inverser(lignes)]);
    expect(annuler(classeur, 1).messages).toEqual([]);
    expect(cellules(classeur)).toEqual(avant);
  });
});

describe('un changement fait depuis serait perdu : tout est refusé, et nommé', () => {
  it.each<[string, (c: ClasseurEnMemoire) => unknown, string]>([
    [
      'une valeur permise changée dit ce que l’import avait écrit',
      (c) => c.ecrire('devis', 3, 'statut', 'Signé'),
      'Devis DEV-2026-0042, colonne Statut\u00a0: « Signé » depuis, l’import avait écrit « Envoyé ».',
    ],
    [
      'une cellule remplie depuis',
      (c) => c.ecrire('devis', 3, 'objet', 'Étude'),
      'Devis DEV-2026-0042, colonne Objet\u00a0: « Étude » depuis, l’import l’avait laissée vide.',
    ],
    [
      'une cellule vidée depuis',
      (c) => c.ecrire('devis', 3, 'envoyeLe', null),
      'Devis DEV-2026-0042, colonne Envoyé le\u00a0: vidée depuis, l’import avait écrit « 02/02/2026 ».',
    ],
    [
      'un texte illisible',
      (c) => c.ecrire('devis', 3, 'montantHt', 'à voir'),
      'Devis DEV-2026-0042, colonne Montant HT\u00a0: « à voir » depuis, l’import avait écrit « 200,00\u00a0€ ».',
    ],
    [
      'un numéro corrigé : le reste le fait reconnaître',
      (c) => c.ecrire('devis', 3, 'numero', 'DEV-2026-0142'),
      'Devis DEV-2026-0142 (« DEV-2026-0042 » à l’import), colonne N°\u00a0: « DEV-2026-0142 » depuis, l’import avait écrit « DEV-2026-0042 ».',
    ],
    [
      'une action sur le devis',
      (c) =>
        c.appliquer([ajouter('actions', { date: jour('2026-03-02'), devis: 'dev-2026-0042' })]),
      'Devis DEV-2026-0042, créé par l’import, est cité par Actions, ligne 2.',
    ],
    [
      'une affaire sur le client créé',
      (c) => c.appliquer([ajouter('affaires', { numero: 'AFF-9', client: 'acme', objet: 'x' })]),
      'Clients ACME, créé par l’import, est cité par Affaires AFF-9 (ligne 3).',
    ],
    [
      'une version suivante',
      (c) =>
        c.appliquer([
          ajouter('devis', {
            ...unDevis('Brouillon', { numero: 'DEV-2026-0042', version: 2 }),
            client: 'Mairie de Lyon',
          }),
        ]),
      'Devis DEV-2026-0042, créé par l’import, est cité par Devis DEV-2026-0042-V2 (ligne 4).',
    ],
    [
      'une réponse dans la revue',
      (c) => c.appliquer([ajouter('revueHebdo', { numero: 'DEV-2026-0042', commentaire: 'oui' })]),
      'Devis DEV-2026-0042, créé par l’import, est cité par Revue hebdo DEV-2026-0042 (ligne 2).',
    ],
    [
      'un numéro tiré à la suite',
      (c) =>
        c.appliquer([
          ajouter('registre', {
            numero: 'DEV-2026-0043',
            serie: 'DEV-2026-',
            compteur: 43,
            tireLe: contexte('2026-03-03').maintenant,
            pour: 'Mairie',
          }),
        ]),
      'DEV-2026-0043 a été attribué depuis, à la suite de DEV-2026-0042\u00a0: sans les numéros importés, la série aurait un trou que rien n’explique.',
    ],
    [
      'un numéro annulé dans Registre',
      (c) => c.ecrire('registre', 3, 'motif', 'erreur'),
      'DEV-2026-0042, importé, a été annulé depuis dans Registre.',
    ],
  ])('%s', (_, changer, message) => {
    const classeur = unMonde();
    importer(classeur, 'devis', DEVIS);
    changer(classeur);
    const avant = cellules(classeur);
    const { messages, resultat } = annuler(classeur, 1);
    expect(messages).toEqual([message]);
    expect(resultat).toMatchObject({ import: 1, supprimes: 0, retablis: 0 });
    expect(cellules(classeur)).toEqual(avant);
    expect(lire(classeur).journal.every((l) => l.origine === 'import n° 1')).toBe(true);
  });

  it('un devis sur une affaire importée, mais pas un autre', () => {
    const classeur = unMonde({ clients: [unClient()] });
    importer(classeur, 'affaires', 'N°;Client;Objet\nAFF-7;Mairie de Lyon;Sol\n');
    classeur.appliquer([ajouter('devis', { ...unDevis('Brouillon'), affaire: 'AFF-0001' })]);
    expect(annuler(classeur, 1).messages).toEqual([]);
    importer(classeur, 'affaires', 'N°;Client;Objet\nAFF-8;Mairie de Lyon;Sol\n');
    classeur.appliquer([ajouter('factures', { client: 'Mairie de Lyon', affaire: 'AFF-8' })]);
    expect(annuler(classeur, 2).messages).toEqual([
      'Affaires AFF-8, créé par l’import, est cité par Factures, ligne 2.',
    ]);
  });

  it('une action sur un devis dont une autre version reste ne le retient pas', () => {
    const classeur = unMonde({ devis: [unDevis()] });
    classeur.appliquer([
      ajouter('actions', { date: jour('2026-03-01'), type: 'Appel', devis: 'DEV-2026-0001' }),
    ]);
    const csv = 'N°;Version;Client;Statut;Montant HT\nDEV-2026-0001;2;Mairie de Lyon;Envoyé;50\n';
    importer(classeur, 'devis', csv);
    expect(annuler(classeur, 1).messages).toEqual([]);
    importer(classeur, 'devis', csv);
    classeur.appliquer([
      ajouter('actions', { date: jour('2026-03-01'), type: 'Appel', devis: 'DEV-2026-0001-V2' }),
    ]);
    expect(annuler(classeur, 2).codes).toEqual(['ANNULATION_CITE']);
  });

  it('un numéro tiré avant l’import, plus loin dans la série, n’en dépend pas', () => {
    const registre = {
      numero: 'DEV-2026-0100',
      serie: 'DEV-2026-',
      compteur: 100,
      tireLe: contexte('2026-03-01').maintenant,
    };
    const classeur = unMonde().appliquer([ajouter('registre', registre)]);
    importer(classeur, 'devis', DEVIS);
    expect(annuler(classeur, 1).messages).toEqual([]);
  });

  it('une référence devenue numéro est reconnue', () => {
    const classeur = unMonde();
    importer(
      classeur,
      'devis',
      'N°;Client;Objet;Statut;Montant HT;TVA;Créé le\nPROV-3;Mairie de Lyon;Sol;Brouillon;10;20 %;01/03/2026\n',
    );
    const [devis] = lire(classeur).devis;
    if (!devis) throw new Error('Devis absent');
    classeur.appliquer(
      modifier('devis', devis, 'PROV-3', { numero: 'DEV-2026-0001', statut: 'Validé' }),
    );
    expect(annuler(classeur, 1).messages).toEqual([
      'Devis DEV-2026-0001 (« PROV-3 » à l’import), colonne N°\u00a0: « DEV-2026-0001 » depuis, l’import avait écrit « PROV-3 ».',
      'Devis DEV-2026-0001 (« PROV-3 » à l’import), colonne Statut\u00a0: « Validé » depuis, l’import avait écrit « Brouillon ».',
    ]);
  });
});

describe('ce que le Journal doit savoir', () => {
  it('un import inconnu : les derniers sont rappelés', () => {
    const classeur = unMonde();
    expect(annuler(classeur, 12).messages).toEqual([
      'Le Journal ne connaît pas d’import n°\u00a012. Aucun import ne peut être annulé dans ce classeur.',
    ]);
    importer(classeur, 'devis', DEVIS);
    importer(classeur, 'clients', 'Organisation\nVille de Bron\n');
    annuler(classeur, 1);
    expect(annuler(classeur, 12).messages).toEqual([
      'Le Journal ne connaît pas d’import n°\u00a012. Les derniers\u00a0: n°\u00a02 (Clients, le 02/03/2026).',
    ]);
  });

  it('un import déjà annulé ne l’est pas deux fois', () => {
    const classeur = unMonde();
    importer(classeur, 'devis', DEVIS);
    annuler(classeur, 1);
    expect(annuler(classeur, 1).messages).toEqual([
      'L’import n°\u00a01 est déjà annulé, le 02/03/2026, par gerant@exemple.fr. Il n’y a plus rien à défaire.',
    ]);
  });

  it('un Journal d’avant la colonne « Retour », ou sans elle', () => {
    const classeur = unMonde();
    importer(classeur, 'devis', DEVIS);
    for (const ligne of classeur.grilles.get('Journal') ?? []) ligne.length = 8;
    expect(annuler(classeur, 1).codes).toEqual(['IMPORT_SANS_RETOUR']);
    classeur.grilles.set('Journal', [classeur.grilles.get('Journal')?.[0] ?? []]);
    expect(annuler(classeur, 1).codes).toEqual(['IMPORT_SANS_RETOUR']);
  });

  it.each<[string, (retour: string) => string]>([
    ['modifié', (r) => r.replace('Envoy', 'envoy').replace(/.$/, '')],
    ['remplacé', () => 'bonjour'],
    ['un morceau manque', (r) => r.replace('1/1', '1/2')],
    ['des morceaux qui ne vont pas ensemble', (r) => r.replace('1/1', '2/2')],
  ])('un retour abîmé : %s', (_, abimer) => {
    const classeur = unMonde();
    importer(classeur, 'devis', DEVIS);
    const ligne = classeur.grilles.get('Journal')?.[1] ?? [];
    ligne[8] = abimer(String(ligne[8]));
    expect(annuler(classeur, 1).codes).toEqual(['IMPORT_RETOUR_ABIME']);
  });

  it('un import écrit en deux fois s’annule d’un coup', () => {
    const classeur = unMonde();
    const avant = cellules(classeur);
    importer(classeur, 'devis', DEVIS.split('\n').slice(0, 2).join('\n'));
    importer(classeur, 'devis', DEVIS, { ...CTX, origine: 'import n° 1' });
    expect(lire(classeur).devis).toHaveLength(2);
    expect(annuler(classeur, 1).resultat).toMatchObject({ supprimes: 2, clientsSupprimes: 2 });
    expect(cellules(classeur)).toEqual(avant);
  });
});

describe('les cas rares', () => {
  it('les derniers imports, du plus récent au plus ancien', () => {
    const classeur = unMonde();
    for (const ville of ['Bron', 'Caluire', 'Décines'])
      importer(classeur, 'clients', `Organisation\nVille de ${ville}\n`);
    const [message] = annuler(classeur, 12).messages;
    expect(message).toMatch(/n°\u00a03 .*n°\u00a02 .*n°\u00a01 /);
    classeur.ecrire('journal', 4, 'le', null);
    expect(annuler(classeur, 12).messages[0]).toContain('n°\u00a03 (Clients) ;');
  });

  it('une annulation dont le Journal ne dit ni le jour ni l’auteur', () => {
    const classeur = unMonde();
    importer(classeur, 'clients', 'Organisation\nVille de Bron\n');
    annuler(classeur, 1);
    const journal = classeur.grilles.get('Journal') ?? [];
    journal.forEach((_, i) => {
      if (i > 0)
        classeur.ecrire('journal', i + 1, 'le', null).ecrire('journal', i + 1, 'par', null);
    });
    expect(annuler(classeur, 1).messages).toEqual([
      'L’import n°\u00a01 est déjà annulé. Il n’y a plus rien à défaire.',
    ]);
  });

  it('un changement que les indices ne montrent pas est dit quand même', () => {
    const enregistrement = { ligne: 3, numero: 'D1', version: 1 };
    const signature = signer('devis', enregistrement);
    const [p] = changementsUlterieurs(
      'devis',
      { enregistrement, signature },
      { signature: { ...signature, empreinte: 'autre' }, ecrit: null },
      () => null,
    );
    expect(p && messageDe(p)).toBe('Devis D1 (Devis, ligne 3) a changé depuis l’import.');
  });

  it.each<[string, string | null, readonly string[]]>([
    ['dans la même minute, après dans Registre', '2026-03-02T09:00', ['ANNULATION_NUMERO_TIRE']],
    ['sans date', null, ['ANNULATION_NUMERO_TIRE']],
    ['la veille', '2026-03-01T09:00', []],
  ])('un numéro tiré %s', (_, tireLe, attendus) => {
    const classeur = unMonde();
    importer(classeur, 'devis', `${DEVIS}hors-masque;ACME;Envoyé;10;\n`);
    classeur.appliquer([
      ajouter('registre', {
        ...{ numero: 'DEV-2026-0043', serie: 'DEV-2026-', compteur: 43 },
        tireLe: tireLe as Horodatage | null,
      }),
      ajouter('registre', { numero: 'libre' }),
    ]);
    expect(annuler(classeur, 1).codes).toEqual(attendus);
  });

  it('deux enregistrements du même nom : celui qui porte ce que l’import a écrit revient', () => {
    const classeur = unMonde({ devis: [unDevis()] });
    importer(
      classeur,
      'devis',
      'N°;Client;Statut;Montant HT\nDEV-2026-0001;Mairie de Lyon;Signé;5\n',
    );
    classeur.appliquer([ajouter('devis', unDevis())]);
    const grille = classeur.grilles.get('Devis') ?? [];
    const [entete = [], ...lignes] = grille;
    classeur.grilles.set('Devis', [entete, ...inverser(lignes)]);
    expect(annuler(classeur, 1).messages).toEqual([]);
    expect(lire(classeur).devis.map((d) => d.montantHt)).toEqual([euros(10_000), euros(10_000)]);
  });

  it('une cellule vide d’avant, remplie par l’import et revidée depuis, est comme avant', () => {
    const classeur = unMonde({ devis: [unDevis('Envoyé', { objet: null, marge: null })] });
    const avant = cellules(classeur);
    const csv = 'N°;Client;Statut;Objet;Marge\nDEV-2026-0001;Mairie de Lyon;Envoyé;Sol;beaucoup\n';
    importer(classeur, 'devis', csv);
    classeur.ecrire('devis', 2, 'objet', null);
    expect(annuler(classeur, 1).messages).toEqual([]);
    expect(cellules(classeur)).toEqual(avant);
    importer(classeur, 'devis', csv);
    classeur.ecrire('devis', 2, 'marge', 'peu').ecrire('devis', 2, 'objet', 'Air');
    expect(annuler(classeur, 2).messages).toEqual([
      'Devis DEV-2026-0001, colonne Objet\u00a0: « Air » depuis, l’import avait écrit « Sol ».',
      'Devis DEV-2026-0001, colonne Marge\u00a0: « peu » depuis, l’import avait écrit « beaucoup ».',
    ]);
  });

  it('un client créé dont un homonyme reste n’est plus cité par personne', () => {
    const classeur = unMonde();
    importer(classeur, 'clients', 'Organisation\nVille de Bron\n');
    classeur.appliquer([
      ajouter('clients', { organisation: 'VILLE DE BRON', notes: 'saisi à la main' }),
      ajouter('affaires', { numero: 'AFF-9', client: 'Ville de Bron', objet: 'x' }),
    ]);
    expect(annuler(classeur, 1).messages).toEqual([]);
    expect(lire(classeur).clients.map((c) => c.organisation)).toContain('VILLE DE BRON');
  });

  it('une suppression se voit dans la suite d’un lot', () => {
    const { devis } = unMonde({ devis: [unDevis()] }).snapshot().tables;
    const depart = lotVide(unMonde({ devis: [unDevis()] }).snapshot());
    const lot = poursuivre(depart, [supprimer('devis', devis[0]!, 'DEV-2026-0001')]);
    expect(lot.snapshot.tables.devis).toEqual([]);
    expect(lot.snapshot.brute('clients', 2, 'organisation')).toBe('Mairie de Lyon');
    expect(lot.snapshot.brute('clients', -1, 'organisation')).toBeNull();
  });
});
