import { describe, expect, it } from 'vitest';
import type { ClasseurEnMemoire } from '../support/classeur-en-memoire';
import { ajouter } from '../../src/classeur/changements';
import { jour } from '../support/valeurs';
import { unMonde } from '../support/monde';
import { annuler, importer, inverser } from './outils';

/** Un refus d'annuler nomme le bon enregistrement, ce que l'import avait écrit, et l'import à défaire d'abord. */

const mots = (messages: readonly string[]): string[] =>
  messages.map((m) => m.replace(/[\u00a0\u202f]/g, ' '));

/** Un classeur dont un client, saisi à la main, a la ville et le statut de ceux que l'on importe. */
function avec(...organisations: string[]): ClasseurEnMemoire {
  return unMonde({
    clients: organisations.map((organisation) => ({ organisation, ville: 'Nîmes' })),
  });
}

const clients = (...noms: string[]): string =>
  `Organisation;Ville\n${noms.map((n) => `${n};Nîmes\n`).join('')}`;

function renommer(classeur: ClasseurEnMemoire, de: string, en: string): void {
  const grille = classeur.grilles.get('Clients') ?? [];
  const rang = (grille[0] ?? []).indexOf('Organisation');
  for (const ligne of grille) if (ligne[rang] === de) ligne[rang] = en;
}

const trier = (classeur: ClasseurEnMemoire): void => {
  const [entete = [], ...lignes] = classeur.grilles.get('Clients') ?? [];
  classeur.grilles.set('Clients', [entete, ...inverser(lignes)]);
};

const RENOMME = (nom: string, avant: string): string =>
  `Clients ${nom} (« ${avant} » à l’import), colonne Organisation : « ${nom} » depuis, l’import avait écrit « ${avant} ».`;

describe('un client renommé, un autre a le même reste', () => {
  it.each([
    ['son nom s’allonge', 'Beta SA', false],
    ['son nom s’allonge, l’onglet est trié', 'Beta SA', true],
    ['son nom a une faute', 'Bete', true],
  ])('%s : c’est lui qui est nommé', (_, nom, trie) => {
    const classeur = avec('Alpha');
    importer(classeur, 'clients', clients('Beta'));
    renommer(classeur, 'Beta', nom);
    if (trie) trier(classeur);
    expect(mots(annuler(classeur, 1).messages)).toEqual([RENOMME(nom, 'Beta')]);
  });

  it('un tout autre nom, au rang que laissent ceux qui l’entourent', () => {
    const classeur = avec('Alpha');
    importer(classeur, 'clients', clients('Beta', 'Gamma'));
    renommer(classeur, 'Gamma', 'Zeppelin');
    expect(mots(annuler(classeur, 1).messages)).toEqual([RENOMME('Zeppelin', 'Gamma')]);
  });

  it('un tout autre nom, dans un onglet trié : les deux sont dits, aucun n’est désigné', () => {
    const classeur = avec('Alpha');
    importer(classeur, 'clients', clients('Beta', 'Gamma', 'Delta'));
    renommer(classeur, 'Gamma', 'Zeppelin');
    trier(classeur);
    const { messages, codes } = annuler(classeur, 1);
    expect(codes).toEqual(['ANNULATION_RENOMMEE']);
    expect(mots(messages)).toEqual([
      'Une fiche de « Clients » créée par l’import, « Gamma », a été renommée depuis : Clients Zeppelin ou Clients Alpha, le Journal ne permet pas de dire laquelle. Rendez-lui son nom, ou supprimez-la à la main.',
    ]);
  });

  it('un import qui n’a fait que modifier ne crée rien que l’on confonde', () => {
    const classeur = avec('Alpha');
    importer(classeur, 'clients', 'Organisation;Ville\nAlpha;Nice\n');
    importer(classeur, 'clients', 'Organisation;Ville\nBeta;Nice\n');
    renommer(classeur, 'Beta', 'Beta SA');
    expect(mots(annuler(classeur, 2).messages)).toEqual([RENOMME('Beta SA', 'Beta')]);
  });

  it('une facture à émettre, sans numéro, en reçoit un', () => {
    const classeur = avec();
    importer(classeur, 'factures', 'N°;Client;Montant HT;BL le\n;ACME;100;01/02/2026\n');
    classeur.ecrire('factures', 2, 'numero', 'F1');
    expect(mots(annuler(classeur, 1).messages)).toEqual([
      'Factures F1, colonne N° : « F1 » depuis, l’import l’avait laissée vide.',
    ]);
  });

  it('celui d’un autre import n’est pas confondu avec lui', () => {
    const classeur = avec();
    importer(classeur, 'clients', clients('Alpha'));
    importer(classeur, 'clients', clients('Beta'));
    renommer(classeur, 'Beta', 'Zeppelin');
    expect(mots(annuler(classeur, 2).messages)).toEqual([RENOMME('Zeppelin', 'Beta')]);
  });
});

describe('ce que l’import avait écrit', () => {
  it('au-delà de dix créations, le Journal n’en garde pas le texte, et c’est dit', () => {
    const classeur = avec();
    const noms = Array.from({ length: 11 }, (_, i) => `Société ${'ABCDEFGHIJK'.charAt(i)}`);
    importer(classeur, 'clients', clients(...noms));
    renommer(classeur, 'Société C', 'Zeppelin');
    expect(mots(annuler(classeur, 1).messages)).toEqual([
      'Clients Zeppelin, colonne Organisation : « Zeppelin » depuis, l’import avait écrit une autre valeur (le Journal n’en garde pas le texte au-delà de dix fiches ; elle est dans le fichier importé).',
    ]);
    trier(classeur);
    classeur.appliquer([ajouter('clients', { organisation: 'Alpha', ville: 'Nîmes' })]);
    expect(mots(annuler(classeur, 1).messages)).toEqual([
      'Une fiche de « Clients » créée par l’import a été renommée depuis : Clients Zeppelin ou Clients Alpha, le Journal ne permet pas de dire laquelle. Rendez-lui son nom, ou supprimez-la à la main.',
    ]);
  });

  it.each([
    ['entier', 'un\ndeux : trois', 'l’import avait écrit « un\ndeux : trois ».'],
    ['ou pas, s’il imite un champ', 'un\nVille : deux', 'l’import avait écrit une autre valeur'],
  ])('un texte de plusieurs lignes revient %s', (_, notes, dit) => {
    const classeur = avec();
    importer(classeur, 'clients', `Organisation;Notes\nBeta;"${notes}"\n`);
    const [entete = [], ligne = []] = classeur.grilles.get('Clients') ?? [];
    ligne[entete.indexOf('Notes')] = 'autre';
    const [message = ''] = mots(annuler(classeur, 1).messages);
    expect(message).toContain(`Clients Beta, colonne Notes : « autre » depuis, ${dit}`);
  });

  it('une deuxième version garde le sien', () => {
    const classeur = avec();
    const csv = 'N°;Version;Client;Statut;Montant HT\nD1;2;ACME;Brouillon;50\n';
    importer(classeur, 'devis', csv);
    classeur.ecrire('devis', 2, 'numero', 'D2');
    expect(mots(annuler(classeur, 1).messages)[0]).toContain(
      'Devis D2-V2 (« D1 · V2 » à l’import)',
    );
  });
});

describe('l’import à annuler d’abord', () => {
  const suite = (...imports: string[]): string =>
    `${imports.length > 1 ? 'Des imports faits depuis en dépendent' : 'Un import fait depuis en dépend'} : annulez d’abord ${imports.join(', puis ')}. Ensuite : suivi annuler 1.`;
  const l = (n: number, onglet: string): string =>
    `l’import n° ${n} (${onglet}, le 02/03/2026) : suivi annuler ${n}`;

  it('il a modifié une fiche créée par celui-ci', () => {
    const classeur = avec();
    importer(classeur, 'clients', clients('Beta'));
    importer(classeur, 'clients', 'Organisation;Ville\nBeta;Lunel\n');
    importer(classeur, 'clients', 'Organisation;Notes\nBeta;à voir\n');
    const messages = mots(annuler(classeur, 1).messages);
    expect(messages.at(-1)).toBe(suite(l(3, 'Clients'), l(2, 'Clients')));
    annuler(classeur, 3);
    expect(mots(annuler(classeur, 1).messages).at(-1)).toBe(suite(l(2, 'Clients')));
    annuler(classeur, 2);
    expect(annuler(classeur, 1).messages).toEqual([]);
  });

  it('il a créé une ligne qui la cite', () => {
    const classeur = avec();
    importer(classeur, 'clients', clients('Beta'));
    importer(
      classeur,
      'actions',
      'Date;Type;Client;Auteur\n01/02/2026;Appel;Beta;camille@exemple.fr\n',
    );
    expect(mots(annuler(classeur, 1).messages)).toEqual([
      'Clients Beta, créé par l’import, est cité par Actions, ligne 2.',
      suite(l(2, 'Actions')),
    ]);
  });

  const NOUVELLE = 'N°;Client;Objet;Responsable;Étape\nA1;Beta;Audit;camille@exemple.fr;Détectée\n';

  it('un plus récent l’a caché : les deux sont dits, dans l’ordre', () => {
    const classeur = avec();
    importer(classeur, 'clients', clients('Beta'));
    importer(classeur, 'affaires', NOUVELLE);
    importer(classeur, 'affaires', NOUVELLE.replace('Audit', 'Étude'));
    expect(mots(annuler(classeur, 1).messages).at(-1)).toBe(
      suite(l(3, 'Affaires'), l(2, 'Affaires')),
    );
    for (const n of [3, 2, 1]) expect(annuler(classeur, n).messages).toEqual([]);
  });

  it('ce qui gêne celui qui gêne est dit aussi, même sur d’autres fiches', () => {
    const classeur = avec();
    importer(classeur, 'clients', clients('Beta'));
    importer(classeur, 'clients', clients('Beta', 'Gamma').replace('Beta;Nîmes', 'Beta;Lunel'));
    importer(classeur, 'clients', 'Organisation;Ville\nGamma;pas un oui\nDelta;Nice\n');
    importer(classeur, 'clients', 'Organisation;Ville\nDelta;Metz\n');
    expect(mots(annuler(classeur, 1).messages).at(-1)).toBe(
      suite(l(4, 'Clients'), l(3, 'Clients'), l(2, 'Clients')),
    );
    for (const n of [4, 3, 2, 1]) expect(annuler(classeur, n).messages).toEqual([]);
  });

  it('une valeur incomprise que l’un a remise est reconnue à l’essai', () => {
    const classeur = avec();
    importer(classeur, 'devis', 'N°;Client;Statut;Montant HT\nD1;ACME;Brouillon;douze\n');
    importer(classeur, 'devis', 'N°;Client;Statut;Montant HT\nD1;ACME;Brouillon;120\n');
    importer(classeur, 'devis', 'N°;Client;Statut;Montant HT\nD1;ACME;Brouillon;130\n');
    expect(mots(annuler(classeur, 1).messages).at(-1)).toBe(suite(l(3, 'Devis'), l(2, 'Devis')));
    for (const n of [3, 2, 1]) expect(annuler(classeur, n).messages).toEqual([]);
  });

  it('une personne empêche aussi de défaire celui qui gêne : il est dit, sans aller plus loin', () => {
    const classeur = avec();
    importer(classeur, 'clients', clients('Beta'));
    importer(classeur, 'affaires', NOUVELLE);
    classeur.appliquer([ajouter('actions', { date: jour('2026-03-01'), affaire: 'A1' })]);
    expect(mots(annuler(classeur, 1).messages).at(-1)).toBe(suite(l(2, 'Affaires')));
    expect(annuler(classeur, 2).codes).toEqual(['ANNULATION_CITE']);
  });

  it('son « Retour » est abîmé : rien ne dit ce qu’il a touché', () => {
    const classeur = avec();
    importer(classeur, 'clients', clients('Beta'));
    importer(classeur, 'clients', 'Organisation;Ville\nBeta;Lunel\n');
    const [entete = [], ...lignes] = classeur.grilles.get('Journal') ?? [];
    const dernier = lignes.at(-1) ?? [];
    dernier[entete.indexOf('Retour')] = 'bonjour';
    expect(annuler(classeur, 1).codes).toEqual(['ANNULATION_VALEUR_CHANGEE']);
  });

  it('une personne, et non un import : rien n’est à annuler', () => {
    const classeur = avec();
    importer(classeur, 'clients', clients('Beta'));
    importer(classeur, 'clients', clients('Gamma'));
    classeur.appliquer([ajouter('actions', { date: jour('2026-03-01'), client: 'Beta' })]);
    expect(annuler(classeur, 1).codes).toEqual(['ANNULATION_CITE']);
  });
});
