import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Panneau, ReponseEnvoi, VueFormulaire } from '../../apps-script/panneau/contrat';
import { CLES_TABLES, TABLES } from '../../src/classeur/tables';
import { ErreurApi } from '../../cli/preview/emulateur/erreur-api';
import { ID, poserClasseur } from '../support/google-emule';
import { googleLocal } from '../support/google-local';
import { dossierTemporaire, suiviAvec } from '../support/suivi';
import { unClient } from '../support/monde';
import {
  Bureau,
  champDe,
  formulaireDe,
  GERANT,
  refusDe,
  resultatDe,
  reussite,
  type Personne,
} from './bureau';

const fichier = (texte: string, nom = 'clients.csv'): string =>
  JSON.stringify({ nom, encodage: 'utf-8', texte });

const CLIENTS = [
  'Organisation;Contact;E-mail;Ville;Couleur',
  'Mairie de Lunel;Mme Martin;martin@lunel.example;Lunel;bleu',
  'Lycée Monge;M. Éluard;;Chambéry;vert',
  ';Personne;sans@nom.example;Lyon;gris',
].join('\r\n');

const panneauSuivant = (r: ReponseEnvoi): Panneau => {
  if (!r.ok) throw new Error(JSON.stringify(r));
  return r.panneau;
};
const titres = ({ elements }: Pick<VueFormulaire, 'elements'>): string[] =>
  elements.map((e) => `${e.titre} | ${e.detail}`.replace(/\u00a0/g, ' '));

/** Les deux étapes, comme au clic. */
function importer(p: Personne, valeurs: Readonly<Record<string, string>>) {
  const plan = panneauSuivant(p.envoyer(p.menu('importer'), valeurs));
  const { fichier: lu } = valeurs;
  const garde: Record<string, string> = lu === undefined ? {} : { fichier: lu };
  return { plan, ecrire: () => p.envoyer(plan, garde) };
}

describe('« Importer… »', () => {
  it('un fichier : le plan d’abord, deux lectures ; puis deux lectures et une écriture', () => {
    const b = new Bureau({
      clients: [unClient({ organisation: 'Mairie de Lunel', ville: 'Nîmes' })],
    });
    const p = b.personne();
    const ouvert = p.menu('importer');
    expect(formulaireDe(ouvert).champs.map((c) => c.cle)).toEqual(['table', 'fichier']);
    expect(champDe(ouvert, 'table').choix).toContain('Clients');
    b.remettreLesComptes();
    const donnees = { table: 'Clients', fichier: fichier(CLIENTS) };
    const plan = panneauSuivant(p.envoyer(ouvert, donnees));
    expect(b.compte).toMatchObject({ lectures: 2, ecritures: 0 });
    const vue = formulaireDe(plan);
    const vus = titres(vue).join('\n');
    expect(vue.intro.map((t) => t.replace(/\u00a0/g, ' '))).toEqual([
      '« clients.csv » vers « Clients »',
      '3 lignes lues : 1 à créer, 1 à modifier, 1 rejetée',
    ]);
    expect(vus).toContain('Colonnes ignorées | Couleur');
    expect(vus).toContain('À modifier : Mairie de Lunel');
    expect(vus).toContain('Ville : Nîmes → Lunel');
    expect(vus).toContain('À créer : Lycée Monge');
    expect(vus).toMatch(/Rejet : ligne 4 · Organisation/);
    expect(vue.annonce).toContain('Import n°');
    expect(vue.champs).toMatchObject([{ cle: 'fichier', genre: 'garde' }]);

    b.remettreLesComptes();
    const fait = reussite(p.envoyer(plan, { fichier: donnees.fichier }));
    expect(b.compte).toMatchObject({ lectures: 2, ecritures: 1 });
    expect(fait.message).toMatch(/Import n°.1 écrit.: 1 créée, 1 modifiée, 1.rejetée\./);
    const { clients, journal } = b.lire().tables;
    expect(clients.map((c) => [c.organisation, c.ville])).toEqual([
      ['Mairie de Lunel', 'Lunel'],
      ['Lycée Monge', 'Chambéry'],
    ]);
    expect(journal.at(-1)).toMatchObject({
      origine: 'import n° 1',
      par: GERANT,
      action: 'importer',
    });
    expect(b.classeur.emulateur.contenu(b.classeur.id, 'Rejets import')).toEqual([
      ['Organisation', 'Contact', 'E-mail', 'Ville', 'Couleur', 'Motif du rejet'],
      [
        ...['', 'Personne', 'sans@nom.example', 'Lyon', 'gris'],
        expect.stringContaining('Organisation'),
      ],
    ]);
    // Chaque lien mène où il dit.
    for (const { lien } of fait.elements) {
      if (lien) expect(p.allerA(lien.onglet, lien.ligne)).toEqual({ message: null });
    }
  });

  it('les rejets corrigés s’importent de leur onglet ; l’ancien n’est jamais recouvert', () => {
    const b = new Bureau();
    const p = b.personne();
    reussite(
      importer(p, {
        table: 'Clients',
        fichier: fichier(`${CLIENTS}\r\n;;deux@x.example;;`),
      }).ecrire(),
    );
    b.classeur.taper('Rejets import', 2, 0, 'Enfin nommé');
    p.hote.selectionner({ onglet: 'Rejets import', ligne: 2, colonne: 1 });
    const ouvert = p.menu('importer');
    expect(champDe(ouvert, 'onglet')).toMatchObject({
      choix: ['Rejets import'],
      valeur: 'Rejets import',
    });
    b.remettreLesComptes();
    const plan = panneauSuivant(p.envoyer(ouvert, { table: 'Clients' }));
    expect(b.compte).toMatchObject({ lectures: 3, ecritures: 0 });
    expect(formulaireDe(plan).champs).toEqual([]);
    const fait = reussite(p.envoyer(plan));
    expect(fait.message).toMatch(/Import n°.2 écrit.: 1 créée/);
    expect(fait.elements.map((e) => e.titre)).toContain('Rejets import 2');
    const anciens = b.classeur.emulateur.contenu(b.classeur.id, 'Rejets import');
    const nouveaux = b.classeur.emulateur.contenu(b.classeur.id, 'Rejets import 2');
    expect(anciens).toHaveLength(3);
    expect(nouveaux.map((l) => l[2])).toEqual(['E-mail', 'deux@x.example']);
    expect(nouveaux[0]).toHaveLength(6);
    expect(b.lire().tables.clients.map((c) => c.organisation)).toContain('Enfin nommé');
  });

  it('un onglet collé : les dates y sont des dates, les formules ne sont que leurs valeurs', () => {
    const b = new Bureau();
    b.classeur.aLaMain({ addSheet: { properties: { sheetId: 77, title: 'Ancien suivi' } } });
    b.classeur
      .taper('Ancien suivi', 1, 0, 'N° devis', 'Client', 'État', 'Montant HT', 'Date')
      .taper('Ancien suivi', 2, 0, 'D-12', 'Sogea', 'Envoyé', 1308.66, 46_023)
      .taper('Ancien suivi', 3, 0, 'D-13', 'Sogea', 'Envoyé', 'beaucoup', 46_024);
    const p = b.personne();
    const { plan, ecrire } = importer(p, { table: 'Devis', onglet: 'Ancien suivi' });
    expect(titres(formulaireDe(plan)).join('\n')).toContain('À créer : D-12');
    reussite(ecrire());
    const [devis] = b.lire().tables.devis;
    expect(devis).toMatchObject({ numero: 'D-12', montantHt: 130_866, envoyeLe: '2026-01-01' });
  });

  it('un onglet collé se lit comme ses cellules se montrent : dates, codes, pourcentages, monnaies', () => {
    const b = new Bureau();
    b.classeur.aLaMain({ addSheet: { properties: { sheetId: 77, title: 'Collé' } } });
    b.classeur
      .taper('Collé', 1, 0, 'Organisation', 'Notes', 'Code postal', 'Adresse', 'Contact')
      .taper('Collé', 2, 0, 'Sogea', 45_717, 1_200, 0.5, 0.604166666666667)
      .taper('Collé', 3, 0, 'Alpha', 12, 34_000, 12, 'Mme Roux')
      .taper('Collé', 4, 0, '', 45_718);
    const montrer = (ligne: number, colonne: number, type: string, pattern: string) =>
      b.classeur.aLaMain({
        repeatCell: {
          range: {
            sheetId: 77,
            ...{ startRowIndex: ligne - 1, endRowIndex: ligne },
            ...{ startColumnIndex: colonne, endColumnIndex: colonne + 1 },
          },
          cell: { userEnteredFormat: { numberFormat: { type, pattern } } },
          fields: 'userEnteredFormat.numberFormat',
        },
      });
    montrer(2, 1, 'DATE', 'yyyy-mm');
    montrer(4, 1, 'DATE', 'yyyy-mm');
    montrer(2, 2, 'NUMBER', '00000');
    montrer(2, 3, 'PERCENT', '0%');
    montrer(2, 4, 'TIME', 'h:mm');
    montrer(3, 3, 'CURRENCY', '#,##0.00 "€"');
    const { ecrire } = importer(b.personne(), { table: 'Clients', onglet: 'Collé' });
    reussite(ecrire());
    expect(b.lire().tables.clients).toMatchObject([
      {
        notes: 'mars 2025',
        codePostal: '01200',
        adresse: '50 %',
        contact: '14:30',
      },
      { notes: '12', codePostal: '34000', adresse: '12 €', contact: 'Mme Roux' },
    ]);
    const rejets = b.classeur.emulateur.contenu(b.classeur.id, 'Rejets import');
    expect(rejets[1]?.[1]).toBe('mars 2025');
  });

  it('rien de neuf : le dit, et n’écrit rien', () => {
    const b = new Bureau();
    const p = b.personne();
    const propre = CLIENTS.split('\r\n').slice(0, 3).join('\r\n');
    reussite(importer(p, { table: 'Clients', fichier: fichier(propre) }).ecrire());
    b.remettreLesComptes();
    const { plan } = importer(p, { table: 'Clients', fichier: fichier(propre) });
    expect(resultatDe(plan).message).toContain('Rien à importer');
    expect(b.compte.ecritures).toBe(0);
  });

  it('que des rejets : seul l’onglet des rejets est écrit', () => {
    const b = new Bureau();
    const p = b.personne();
    const { plan, ecrire } = importer(p, {
      table: 'Clients',
      fichier: fichier('Organisation;Ville\r\n;Lyon'),
    });
    expect(formulaireDe(plan).bouton).toBe('Mettre les rejets dans un onglet');
    const avant = b.lire().tables.journal.length;
    expect(reussite(ecrire()).message).toContain('Rien de nouveau à écrire');
    expect(b.lire().tables.journal).toHaveLength(avant);
    expect(b.classeur.emulateur.contenu(b.classeur.id, 'Rejets import')).toHaveLength(2);
  });

  it.each<[string, Record<string, string>, string | RegExp, string[]]>([
    ['rien', {}, 'Rien n’a été écrit.', ['table', 'fichier']],
    ['table inconnue', { table: 'Journal', fichier: fichier(CLIENTS) }, /Rien/, ['table']],
    ['ni fichier ni onglet', { table: 'Clients' }, /Rien/, ['fichier']],
    ['un fichier illisible', { table: 'Clients', fichier: '{' }, /Rien/, ['fichier']],
    [
      'un encodage inconnu',
      { table: 'Clients', fichier: '{"nom":"a","texte":"b","encodage":"ebcdic"}' },
      /Rien/,
      ['fichier'],
    ],
    ['un fichier vide', { table: 'Clients', fichier: fichier(' \r\n;') }, /vide/, []],
    [
      'un guillemet ouvert',
      { table: 'Clients', fichier: fichier('Organisation\n"a') },
      /guillemet/,
      [],
    ],
    ['une autre table', { table: 'Devis', fichier: fichier('Couleur;Poids\n1;2') }, /en-tête/, []],
    ['un JSON abîmé', { table: 'Clients', fichier: fichier('[', 'a.json') }, /JSON/, []],
    [
      'un JSON de plusieurs listes',
      { table: 'Clients', fichier: fichier('{"a":[{"Ville":"L"}],"b":[{"Ville":"M"}]}', 'a.json') },
      /plusieurs listes.*« a », « b »/,
      [],
    ],
    ['un onglet disparu', { table: 'Clients', onglet: 'Parti' }, /« Parti » n’est plus/, []],
  ])('refuse %s, en français', (_, valeurs, message, champs) => {
    const b = new Bureau();
    const p = b.personne();
    const ouvert = p.menu('importer');
    b.remettreLesComptes();
    const refus = refusDe(p.envoyer(ouvert, valeurs));
    expect(refus.message.replace(/\u00a0/g, ' ')).toMatch(message);
    expect(Object.keys(refus.champs)).toEqual(champs);
    expect(refus.message).not.toMatch(/undefined|\[object/);
    expect(b.compte.ecritures).toBe(0);
  });

  it.each([
    ['une liste sans ligne', 'Organisation;Ville\n', 'Aucune ligne à importer.'],
    ['une liste déjà là', 'Organisation;Ville\nMairie de Lunel;Nîmes', 'Rien à importer'],
  ])('%s : rien à écrire, et ce que c’est', (_, texte, attendu) => {
    const b = new Bureau({
      clients: [unClient({ organisation: 'Mairie de Lunel', ville: 'Nîmes' })],
    });
    const { plan } = importer(b.personne(), { table: 'Clients', fichier: fichier(texte) });
    expect(resultatDe(plan).message.replace(/\u00a0/g, ' ')).toContain(attendu);
  });

  it('un conseil de profil dit où il se donne : le panneau n’en demande pas', () => {
    const texte = 'N°;Client;Statut\nD1;Mairie;Won';
    const { plan } = importer(new Bureau().personne(), { table: 'Devis', fichier: fichier(texte) });
    expect(titres(formulaireDe(plan)).join('\n')).toContain(
      'Profil | Un profil se donne par la commande',
    );
  });

  it('quelqu’un écrit pendant que le plan est affiché : rien n’est écrit, le plan refait est montré', () => {
    const b = new Bureau({
      clients: [unClient({ organisation: 'Mairie de Lunel', ville: 'Nîmes' })],
    });
    const lu = { table: 'Clients', fichier: fichier(CLIENTS) };
    const { ecrire } = importer(b.personne(), lu);
    const ville = Object.keys(TABLES.clients.colonnes).indexOf('ville');
    b.classeur.taper('Clients', 2, ville, 'Alès');
    b.remettreLesComptes();
    const refait = panneauSuivant(ecrire());
    expect(b.compte.ecritures).toBe(0);
    const vue = formulaireDe(refait);
    expect(vue.intro[0]).toContain('rien n’a été écrit. Le voici refait.');
    expect(titres(vue).join('\n')).toContain('Ville : Alès → Lunel');
    const fait = reussite(b.personne().envoyer(refait, { fichier: lu.fichier }));
    expect(fait.message).toMatch(/Import n°.1 écrit/);
    expect(b.lire().tables.clients[0]?.ville).toBe('Lunel');
  });

  it('l’onglet importé est corrigé après le plan : le plan refait est montré', () => {
    const b = new Bureau();
    b.classeur.aLaMain({ addSheet: { properties: { sheetId: 78, title: 'Collé' } } });
    b.classeur.taper('Collé', 1, 0, 'Organisation', 'Ville').taper('Collé', 2, 0, 'Sogea', 'Lyon');
    const { ecrire } = importer(b.personne(), { table: 'Clients', onglet: 'Collé' });
    b.classeur.taper('Collé', 2, 1, 'Paris');
    const refait = panneauSuivant(ecrire());
    expect(b.lire().tables.clients).toEqual([]);
    reussite(b.personne().envoyer(refait));
    expect(b.lire().tables.clients).toMatchObject([{ organisation: 'Sogea', ville: 'Paris' }]);
  });

  it('un fichier choisi l’emporte sur l’onglet que l’on regardait', () => {
    const b = new Bureau();
    b.classeur.aLaMain({ addSheet: { properties: { sheetId: 77, title: 'Brouillon' } } });
    const p = b.personne();
    p.hote.selectionner({ onglet: 'Brouillon', ligne: 1, colonne: 1 });
    const ouvert = p.menu('importer');
    expect(champDe(ouvert, 'onglet').valeur).toBe('Brouillon');
    const donnees = { table: 'Clients', fichier: fichier(CLIENTS) };
    const plan = formulaireDe(panneauSuivant(p.envoyer(ouvert, donnees)));
    expect(plan.intro[0]).toContain('clients.csv');
    expect(plan.champs).toHaveLength(1);
  });

  it('le fichier perdu par la page, ou une cible abîmée : rien n’est écrit', () => {
    const b = new Bureau();
    const p = b.personne();
    const { plan } = importer(p, { table: 'Clients', fichier: fichier(CLIENTS) });
    expect(refusDe(p.envoyer(plan)).message).toContain('n’est plus dans ce panneau');
    const autre = { ...plan, vue: { ...formulaireDe(plan), cible: '{"table":"journal"}' } };
    expect(refusDe(p.envoyer(autre, { fichier: fichier(CLIENTS) })).message).toContain('Reprenez');
    expect(b.lire().tables.clients).toEqual([]);
  });

  it.each([
    ['json', '[{"Organisation":"Sogea","Ville":"Lyon"}]', 'a.json'],
    ['json, dans un objet', '{"data":[{"Organisation":"Sogea","Ville":"Lyon"}]}', 'b.json'],
    ['ndjson', '{"Organisation":"Sogea","Ville":"Lyon"}\n', 'a.ndjson'],
    ['jsonl', '{"Organisation":"Sogea","Ville":"Lyon"}\n', 'a.jsonl'],
    ['tabulations', 'Organisation\tVille\nSogea\tLyon\n', 'a.txt'],
  ])('un fichier %s', (_, texte, nom) => {
    const b = new Bureau();
    const p = b.personne();
    reussite(importer(p, { table: 'Clients', fichier: fichier(texte, nom) }).ecrire());
    expect(b.lire().tables.clients).toMatchObject([{ organisation: 'Sogea', ville: 'Lyon' }]);
  });

  it('dit ce que la commande dirait : doublons possibles, pieds de page, encodages', () => {
    const b = new Bureau({ clients: [unClient({ organisation: 'Durand Conseil' })] });
    const noms = Array.from(
      { length: 11 },
      (_, i) => `Société ${'ABCDEFGHIJK'.charAt(i).repeat(6)}`,
    );
    const lignes = ['Durant Conseil;Lyon', ...noms.flatMap((n) => [`${n};`, `${n}e;`])];
    const texte = `Organisation;Ville\n${lignes.join('\n')}\nPage 1/2\n`;
    const lu = { nom: 'a.csv', texte, encodage: 'utf-8', lignesAutres: 2, abime: true };
    const { plan } = importer(b.personne(), { table: 'Clients', fichier: JSON.stringify(lu) });
    const vus = titres(formulaireDe(plan));
    expect(vus).toContainEqual(expect.stringMatching(/^Le fichier mêle deux encodages : 2 lignes/));
    expect(vus).toContainEqual(expect.stringMatching(/^Le fichier contient des caractères abîmés/));
    expect(vus).toContain('Notes et pieds de page, non importés | 25');
    const doublons = vus.filter((v) => v.startsWith('Doublon'));
    expect(doublons).toHaveLength(11);
    expect(doublons).toContainEqual(
      expect.stringMatching(
        /^Doublon possible : ligne 2 \| « Durant Conseil » est peut-être « Durand Conseil »/,
      ),
    );
    expect(doublons.at(-1)).toBe('Doublons possibles : 2 autres | ');
  });

  it('un client que le fichier cite seulement est nommé', () => {
    const b = new Bureau({ clients: [unClient({ organisation: 'Durand Conseil' })] });
    const csv = 'N°;Client;Statut;Montant HT\nD1;Durant Conseil;Brouillon;100\n';
    const { plan } = importer(b.personne(), { table: 'Devis', fichier: fichier(csv) });
    expect(titres(formulaireDe(plan))).toContainEqual(
      expect.stringMatching(/^Doublon possible : Durant Conseil \|/),
    );
  });

  it('un contenu hostile reste du texte, dans la table comme dans les rejets', () => {
    const b = new Bureau();
    const p = b.personne();
    const mal = ['=IMPORTXML("http://x")', '+1', '@a', '-2', '<img src=x onerror=alert(1)>'];
    const csv = [
      'Organisation;Contact',
      ...mal.map((m) => `${m.replaceAll('"', "'")};${m.replaceAll('"', "'")}`),
      ';=1+1',
    ].join('\n');
    const { plan, ecrire } = importer(p, { table: 'Clients', fichier: fichier(csv) });
    expect(formulaireDe(plan).elements.length).toBeGreaterThan(3);
    reussite(ecrire());
    const json = JSON.stringify(b.classeur.json());
    expect(json).not.toContain('formulaValue":"=IMPORTXML');
    expect(json).not.toContain('formulaValue":"=1+1');
    expect(b.lire().tables.clients.map((c) => c.organisation)).toContain("=IMPORTXML('http://x')");
    expect(b.classeur.emulateur.contenu(b.classeur.id, 'Rejets import')[1]?.[1]).toBe('=1+1');
  });

  it('une réponse perdue après l’écriture, puis le même envoi : une fois', () => {
    const b = new Bureau();
    const p = b.personne();
    const { ecrire } = importer(p, { table: 'Clients', fichier: fichier(CLIENTS) });
    let coupe = true;
    p.hote.surService = (nom, quand) => {
      if (!coupe || nom !== 'Sheets.Spreadsheets.batchUpdate' || quand !== 'apres') return;
      throw new ErreurApi(null, 'Address unavailable');
    };
    ecrire();
    coupe = false;
    expect(ecrire().ok).toBe(true);
    expect(b.lire().tables.clients).toHaveLength(2);
    const rejets = b.classeur.emulateur
      .onglets(b.classeur.id)
      .filter((o) => /Rejets/.test(o.titre));
    expect(rejets).toHaveLength(1);
  });
});

describe('le menu et la commande', () => {
  it.each<[string, string, string]>([
    ['clients', 'Clients', CLIENTS],
    [
      'devis',
      'Devis',
      [
        'N° devis;Client;État;Montant HT;Date;Objet',
        ...Array.from(
          { length: 60 },
          (_, i) =>
            `DEV-2025-${String(i + 1).padStart(4, '0')};Client ${i % 7};Envoyé;1 ${100 + i},5${i % 10} €;0${1 + (i % 9)}/02/2025;"Lot ${i}\nsuite"`,
        ),
      ].join('\r\n'),
    ],
  ])('%s : le même classeur, cellule pour cellule', async (table, libelle, csv) => {
    const chemin = join(await dossierTemporaire(), `${table}.csv`);
    await writeFile(chemin, csv);
    const google = await googleLocal();
    const b = new Bureau({}, google.emulateur);
    poserClasseur(google.emulateur);
    const env = { SUIVI_GOOGLE_RACINE: google.racine };
    await suiviAvec(
      { env },
      ...['importer', table, chemin, '-c', ID, '--oui', '--le', '2026-03-20'],
      ...['--utilisateur', GERANT],
    );
    const p = b.personne();
    const { ecrire } = importer(p, {
      table: libelle,
      fichier: fichier(csv, `${table}.csv`),
    });
    reussite(ecrire());
    for (const cle of CLES_TABLES.filter((c) => !['parametres', 'modeles'].includes(c))) {
      const onglet = TABLES[cle].onglet;
      const lignes = (id: string) =>
        google.emulateur
          .contenu(id, onglet)
          .map((l) => l.slice(0, Object.keys(TABLES[cle].colonnes).length))
          .filter((l) => l.some((c) => c !== null && c !== ''));
      // L'heure mise à part, et la ligne que l'installation a laissée au Journal.
      const sansHeure = (l: (readonly unknown[])[]) =>
        l
          .slice(1)
          .filter((x) => cle !== 'journal' || x[3] === 'importer')
          .map((x) =>
            cle === 'journal' || cle === 'registre'
              ? x.map((c) => (typeof c === 'number' ? Math.floor(c) : c))
              : x,
          );
      expect(sansHeure(lignes(b.classeur.id)), cle).toEqual(sansHeure(lignes(ID)));
    }
    expect(b.lire().tables[table as 'clients'].length).toBeGreaterThan(1);
  });
});
