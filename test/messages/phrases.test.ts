import { describe, expect, it } from 'vitest';
import { formatEcart, formatFigure, PHRASES_BILAN, formatEuros } from '../../src/messages/bilan';
import { PHRASES_CLOTURE } from '../../src/messages/cloture';
import { phraseGesteFait } from '../../src/messages/gestes';
import { messageAutres, messageEchec, messageSuggestions } from '../../src/messages/panneau';
import { messageDe, probleme } from '../../src/messages/probleme';
import { euros, jour, mois } from '../support/valeurs';

/** Les espaces insécables d'une phrase, montrées comme des espaces simples : on lit les mots. */
const mots = (phrase: string): string => phrase.replace(/[\u00a0\u202f]/g, ' ');

describe('une phrase dit ce que l’on sait, et se tait sur le reste', () => {
  it.each([
    [
      'un client inconnu, qui ressemble',
      probleme('ACTION_CLIENT_INCONNU', { client: 'Lunel', proche: 'Mairie de Lunel' }),
      'Aucun client ne s’appelle « Lunel ». Le plus proche est « Mairie de Lunel ».',
    ],
    [
      'un client inconnu',
      probleme('ACTION_CLIENT_INCONNU', { client: 'X', proche: null }),
      'Aucun client ne s’appelle « X ». Vérifiez l’onglet « Clients », ou ouvrez une affaire : elle créera le client.',
    ],
    [
      'une affaire sans objet ni client',
      probleme('AFFAIRE_SANS_OBJET', { client: '' }),
      'L’objet de la demande manque. Dites en quelques mots ce qui est demandé.',
    ],
    [
      'une affaire sans objet',
      probleme('AFFAIRE_SANS_OBJET', { client: 'Mairie de Lunel' }),
      'L’objet de la demande de « Mairie de Lunel » manque. Dites en quelques mots ce qui est demandé.',
    ],
    [
      'une cellule effacée trop tard',
      probleme('SAISIE_PERIMEE', { onglet: 'Devis', cellule: 'F2', valeur: '' }),
      'Onglet « Devis », cellule F2. Le classeur a changé pendant votre saisie : l’effacement de cette cellule n’est pas enregistré. Recommencez sur la ligne à jour.',
    ],
    [
      'une cellule tapée trop tard',
      probleme('SAISIE_PERIMEE', { onglet: 'Devis', cellule: 'F2', valeur: '12' }),
      'Onglet « Devis », cellule F2. Le classeur a changé pendant votre saisie : « 12 » n’est pas enregistré. Recommencez sur la ligne à jour.',
    ],
    [
      'un en-tête qui manque, un autre lui ressemble',
      probleme('ENTETE_MANQUANT', { onglet: 'Devis', entete: 'Statut', proche: 'Status' }),
      'Onglet « Devis » : la colonne « Statut » manque. « Status » lui ressemble : renommez-la « Statut ».',
    ],
    [
      'une version plus récente sans statut',
      probleme('VERSION_DEJA_EN_COURS', { numero: 'DEV-1', autre: 'DEV-1-V2', statut: null }),
      'Devis DEV-1 : une version plus récente existe, DEV-1-V2 (« sans statut »). Continuez avec elle, ou annulez-la.',
    ],
    [
      'des initiales qui manquent, personne n’est désigné',
      probleme('JETON_SANS_VALEUR', { jeton: 'INITIALES', personne: null }),
      'Le masque des numéros demande des initiales, et le responsable n’en a pas dans l’onglet « Équipe ». Écrivez-les dans la colonne « Initiales ».',
    ],
    [
      'le devis d’un autre, que personne ne suit',
      probleme('DEVIS_D_UN_AUTRE', { numero: 'DEV-1', responsable: null }),
      'Le devis DEV-1 est suivi par une autre personne, et vous n’en êtes ni l’auteur ni le responsable. Demandez à cette personne, ou à un responsable.',
    ],
    [
      'un brouillon resté à déposer',
      probleme('GMAIL_DEPOT_INTERROMPU', { restants: 1, cause: 'coupure' }),
      '1 brouillon n’a pas été déposé dans Gmail (coupure). Il est noté « à déposer » : relancez la commande.',
    ],
    [
      'plusieurs brouillons restés à déposer',
      probleme('GMAIL_DEPOT_INTERROMPU', { restants: 3, cause: 'coupure' }),
      '3 brouillons n’ont pas été déposés dans Gmail (coupure). Ils sont notés « à déposer » : relancez la commande.',
    ],
    [
      'un profil dont un en-tête manque, un autre lui ressemble',
      probleme('PROFIL_ENTETE_ABSENT', {
        colonne: 'Client',
        etrangere: 'Compte',
        entetes: ['Comptes'],
        proche: 'Comptes',
      }),
      'Profil, « colonnes.Client » : le fichier n’a pas de colonne « Compte ». « Comptes » lui ressemble. Ses colonnes : « Comptes ».',
    ],
    [
      'une longue liste de feuilles',
      probleme('FEUILLE_ABSENTE', {
        fichier: 'a.xlsx',
        feuille: 'Z',
        feuilles: Array.from({ length: 32 }, (_, i) => `F${i}`),
      }),
      `« a.xlsx » n’a pas de feuille « Z ». Ses feuilles : ${Array.from({ length: 30 }, (_, i) => `« F${i} »`).join(', ')} et 2 autres.`,
    ],
    [
      'plusieurs documents sur plusieurs lignes',
      probleme('IMPORT_MONTANT_DOCUMENT', { documents: 2 }),
      '2 documents tiennent sur plusieurs lignes : leur montant, répété sur chacune, est compté une fois.',
    ],
    [
      'un document aux objets différents',
      probleme('IMPORT_OBJET_PREMIERE_LIGNE', { documents: 1 }),
      '1 document a un objet différent à chaque ligne : celui de la première est gardé.',
    ],
    [
      'plusieurs documents aux objets différents',
      probleme('IMPORT_OBJET_PREMIERE_LIGNE', { documents: 4 }),
      '4 documents ont un objet différent à chaque ligne : celui de la première est gardé.',
    ],
    [
      'un onglet d’une copie qui porte déjà autre chose',
      probleme('COPIE_CIBLE_OCCUPEE', { cible: 'X', onglets: ['Clients'] }),
      'Le classeur « X » n’est pas vide : « Clients » porte déjà autre chose que ce qui serait copié. Rien n’a été écrit. Donnez l’adresse d’un classeur Google neuf.',
    ],
    [
      'plusieurs onglets',
      probleme('COPIE_CIBLE_OCCUPEE', { cible: 'X', onglets: ['Clients', 'Devis'] }),
      'Le classeur « X » n’est pas vide : « Clients », « Devis » portent déjà autre chose que ce qui serait copié. Rien n’a été écrit. Donnez l’adresse d’un classeur Google neuf.',
    ],
    [
      'un fichier trop gros',
      probleme('SOURCE_TROP_GROSSE', {
        fichier: 'a.json',
        taille: 200 * 1_048_576,
        limite: 128 * 1_048_576,
      }),
      '« a.json » fait 200 Mo ; ce format se lit jusqu’à 128 Mo. Enregistrez-le en .csv, qui n’a pas de limite.',
    ],
    [
      'une table dont un fichier n’a rien, et qui ne ressemble à aucune autre',
      probleme('FICHIER_D_UNE_AUTRE_TABLE', {
        fichier: 'a.csv',
        onglet: 'Objectifs',
        attendues: ['CA signé'],
        autre: null,
      }),
      '« a.csv » ne va pas dans « Objectifs ». Aucune de ses colonnes n’y fait un enregistrement. « Objectifs » se reconnaîtrait à « CA signé ». Vérifiez la table choisie. S’il y va bien, désignez ses colonnes dans un profil.',
    ],
    [
      'un montant en M€ qui ne peut être',
      probleme('IMPORT_UNITE_INVRAISEMBLABLE', {
        colonne: 'Montant HT',
        valeur: '1200000',
        garde: '1200000 ?',
        unite: 'M€',
        euros: 1.2e12,
      }),
      '« 1200000 », sous un en-tête en M€, ferait 1 200 000 000 000 € dans « Montant HT » : sans doute des euros. Le texte est gardé, suivi d’un « ? » pour ne pas passer pour une valeur ; aucun montant n’est compté. Écrivez l’unité dans la cellule (« 1200000 € »), ou corrigez l’en-tête.',
    ],
    [
      'une formule que personne n’a calculée',
      probleme('IMPORT_ILLISIBLE', {
        colonne: 'Montant HT',
        valeur: '=B2*2',
        garde: '=B2*2',
        genre: 'montant',
        permises: [],
      }),
      '« =B2*2 » ne se lit pas dans « Montant HT » : le texte est gardé tel quel. Cette formule n’est pas calculée. Ouvrez le fichier dans un tableur, enregistrez-le, puis importez-le à nouveau.',
    ],
    [
      'un texte qui passerait pour une valeur',
      probleme('IMPORT_ILLISIBLE', {
        colonne: 'Envoyé le',
        valeur: ' 03/04/2025',
        garde: '03/04/2025 ?',
        genre: 'date',
        permises: [],
      }),
      '«  03/04/2025 » ne se lit pas dans « Envoyé le » : le texte est gardé, suivi d’un « ? » pour ne pas passer pour une valeur. Écrivez une date, par exemple 31/12/2026.',
    ],
    ['un champ vide, sans aide', probleme('SAISIE_REQUISE', { aide: '' }), 'À remplir.'],
    [
      'un champ vide, avec son aide',
      probleme('SAISIE_REQUISE', { aide: 'Le nom du client.' }),
      'À remplir. Le nom du client.',
    ],
    [
      'une longue saisie, dont seul le début est montré',
      probleme('SAISIE_NOMBRE', { valeur: 'a'.repeat(61) }),
      `« ${'a'.repeat(60)}… » n’est pas un nombre. Écrivez par exemple 1,5.`,
    ],
    [
      'un mois rouvert, on ne sait ni quand, ni par qui, ni pourquoi',
      probleme('MOIS_DEJA_ROUVERT', { mois: mois('2026-03'), le: null, par: null, motif: null }),
      'Mars 2026 est déjà rouvert. Clôturez-le quand les corrections sont faites.',
    ],
  ])('%s', (_cas, p, attendu) => {
    expect(mots(messageDe(p))).toBe(attendu);
  });

  it('une valeur de 5 000 caractères n’est citée que par son début', () => {
    const valeur = 'x'.repeat(5_000);
    const args = { colonne: 'Statut', valeur, genre: 'choix', permises: ['Envoyé', valeur] };
    const phrase = messageDe(probleme('IMPORT_REQUIS_ILLISIBLE', args));
    expect(phrase).toContain(`« ${'x'.repeat(100)}… » ne se lit pas`);
    expect(phrase.length).toBeLessThan(400);
  });

  it('vingt mille valeurs ne sont pas lues pour en dire cinq : chaque ligne porte cette phrase', () => {
    const muette = (dites: readonly string[]): string[] =>
      new Proxy<string[]>([...dites, ...Array.from({ length: 20_000 }, () => '')], {
        get(cible, cle, moi) {
          if (Number(cle) >= dites.length) throw new Error(`La valeur ${String(cle)} a été lue`);
          return Reflect.get(cible, cle, moi) as unknown;
        },
      });
    const colonnes = Array.from({ length: 6 }, (_, i) => ({
      colonne: `Colonne ${i}`,
      valeurs: muette(Array.from({ length: 5 }, () => 'v'.repeat(60))),
    }));
    const args = { nom: 'Alpha', lignes: [2, 3], colonnes, siret: null };
    const phrase = messageDe(probleme('IDENTITE_EN_CONFLIT', args));
    expect(phrase.length).toBeGreaterThan(1_000);
    expect(mots(phrase)).toContain('et 20 000 autres');
  });

  it('une clôture dont ni le jour ni l’auteur ne sont connus', () => {
    expect(PHRASES_CLOTURE.closLe({ le: null, par: null })).toBe('Clos');
  });
});

describe('le geste fait', () => {
  it.each([
    ['DEV-2026-0042', 'PROV-7', 'Le devis DEV-2026-0042 (PROV-7 jusqu’ici) est validé.'],
    ['DEV-2026-0042', 'DEV-2026-0042', 'Le devis DEV-2026-0042 est validé.'],
    ['DEV-2026-0042', null, 'Le devis DEV-2026-0042 est validé.'],
  ])('%s, connu sous %s', (nom, avant, attendu) => {
    expect(phraseGesteFait('valider', nom, avant)).toBe(attendu);
  });

  it('sans numéro d’avant', () => {
    expect(phraseGesteFait('rouvrir', 'DEV-1')).toBe('Le devis DEV-1 est rouvert.');
  });
});

describe('un échec dans le panneau', () => {
  const doute = 'Votre demande a peut-être été prise en compte';

  it.each([
    ['coupure', true, true],
    ['coupure', false, false],
    ['delai', true, true],
    ['charge', true, true],
    ['autre', true, true],
    ['autorisation', true, false],
    ['reponse', true, false],
  ] as const)('%s, la demande écrit : %s → le doute est dit : %s', (echec, ecrit, dit) => {
    expect(messageEchec(echec, ecrit).includes(doute)).toBe(dit);
  });

  it('les mots de Google, quand on n’en sait pas plus', () => {
    expect(mots(messageEchec('autre', false, 'Service unavailable'))).toBe(
      'L’action n’a pas abouti. Google a dit : « Service unavailable ».',
    );
    expect(messageEchec('coupure', false, 'détail')).not.toContain('détail');
  });

  it('les suggestions d’un champ', () => {
    expect([messageSuggestions(0), messageSuggestions(1), messageSuggestions(3)]).toEqual([
      'Aucune suggestion',
      '1 suggestion',
      '3 suggestions',
    ]);
    expect(mots(messageAutres(2))).toBe('2 autres : continuez à taper.');
  });
});

describe('le bilan du mois', () => {
  it.each([
    [formatFigure(null, 'montant'), '–'],
    [formatFigure(euros(-1234.56), 'montant'), '−1 235 €'],
    [formatFigure(0.256, 'taux'), '26 %'],
    [formatFigure(12, 'nombre'), '12'],
    [formatEcart(-0.05, 'taux'), '−5 points'],
    [formatEcart(0.01, 'taux'), '+1 point'],
    [formatEcart(0, 'montant'), '0 €'],
    [formatEcart(euros(100), 'montant'), '+100 €'],
    [formatEuros(euros(0)), '0 €'],
  ])('%s', (obtenu, attendu) => {
    expect(mots(obtenu)).toBe(attendu);
  });

  it.each([
    [{ nom: null, personnel: false }, 'Bonjour à tous,'],
    [{ nom: null, personnel: true }, 'Bonjour,'],
    [{ nom: 'Claire', personnel: true }, 'Bonjour Claire,'],
  ])('salue %o', (a, attendu) => {
    expect(PHRASES_BILAN.salutation(a)).toBe(attendu);
  });

  it.each([
    [{ entreprise: '', nom: null, rang: 0, mois: mois('2026-03') }, 'Bilan de mars 2026'],
    [
      { entreprise: 'Atelier', nom: 'Claire', rang: 1, mois: mois('2026-03') },
      'Bilan de mars 2026 – Claire (rectifié) – Atelier',
    ],
  ])('objet %o', (a, attendu) => {
    expect(PHRASES_BILAN.objet(a)).toBe(attendu);
  });

  it.each([
    [euros(100), 'objectif 100 €'],
    [null, 'sans objectif'],
  ])('objectif %s', (objectif, attendu) => {
    expect(mots(PHRASES_BILAN.objectif({ objectif, unite: 'montant' }))).toBe(attendu);
  });

  it.each([
    [euros(50_000), '20 000 € signés pour 50 000 € visés (40 %), 0 € facturés.'],
    [null, '20 000 € signés, 0 € facturés.'],
    [euros(0), '20 000 € signés, 0 € facturés.'],
  ])('résumé d’un mois, objectif %s', (objectif, attendu) => {
    const phrase = PHRASES_BILAN.resume({
      mois: mois('2026-03'),
      signe: euros(20_000),
      objectif,
      facture: euros(0),
      personnel: false,
    });
    expect(mots(phrase)).toBe(`L’équipe en mars 2026 : ${attendu}`);
  });

  it('résumé d’une personne qui n’a rien signé', () => {
    const phrase = PHRASES_BILAN.resume({
      mois: mois('2026-03'),
      signe: null,
      objectif: euros(1_000),
      facture: null,
      personnel: true,
    });
    expect(mots(phrase)).toBe(
      'Vos affaires en mars 2026 : – signés pour 1 000 € visés (0 %), – facturés.',
    );
  });

  it.each([
    [{ nature: 'structurel', moisDeSuite: 4 }, '▼ −10 € (structurel, 4e mois de suite)'],
    [{ nature: 'ponctuel', moisDeSuite: 1 }, '▼ −10 € (ponctuel)'],
    [{ nature: null, moisDeSuite: 0 }, '▼ −10 €'],
  ])('écart %o', (a, attendu) => {
    expect(mots(PHRASES_BILAN.ecart({ ecart: euros(-10), unite: 'montant', ...a }))).toBe(attendu);
  });

  it.each([
    [
      null,
      'Objectifs individuels de CA signé : 100 € à 2 personnes ; l’entreprise n’a pas le sien.',
    ],
    [euros(100), 'Les objectifs individuels de CA signé (2 personnes) font celui de l’entreprise.'],
    [
      euros(150),
      'Objectifs individuels de CA signé : 100 € à 2 personnes, soit −50 € par rapport à celui de l’entreprise.',
    ],
  ])('objectifs individuels, entreprise %s', (entreprise, attendu) => {
    const phrase = PHRASES_BILAN.individuels({ entreprise, individuels: euros(100), personnes: 2 });
    expect(mots(phrase)).toBe(attendu);
  });

  it.each([
    ['SANS_ADRESSE', 'n’est pas active dans l’onglet « Équipe »'],
    ['SANS_CHIFFRE', 'ni chiffre ni objectif ce mois-ci'],
  ] as const)('personne écartée : %s', (raison, attendu) => {
    expect(mots(PHRASES_BILAN.ecarte({ responsable: 'Claire', raison }))).toContain(attendu);
  });

  it('au jour dit', () => {
    expect(PHRASES_BILAN.portee({ entreprise: '', nom: null, le: jour('2026-04-01') })).toBe(
      'Toute l’équipe · chiffres au 01/04/2026',
    );
    expect(
      PHRASES_BILAN.portee({ entreprise: 'Atelier', nom: 'Claire', le: jour('2026-04-01') }),
    ).toBe('Atelier · Claire · chiffres au 01/04/2026');
  });
});
