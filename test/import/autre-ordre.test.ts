import { describe, expect, it } from 'vitest';
import type { TableEchangeable } from '../../src/classeur/tables';
import { planImport } from '../../src/import/plan';
import { ClasseurEnMemoire } from '../support/classeur-en-memoire';
import { sourceCsv } from '../support/source-csv';
import { contexte } from '../support/valeurs';

const importer = (table: TableEchangeable, csv: string) => {
  const snapshot = new ClasseurEnMemoire().snapshot();
  return planImport(snapshot, table, sourceCsv(csv), null, contexte('2026-03-02'));
};

const clients = (csv: string) => {
  const { resultat, changements } = importer('clients', csv);
  return {
    rejetees: resultat.rejets.map(({ ligne, code }) => [ligne, code]),
    crees: changements.flatMap((c) =>
      c.type === 'ajouter' && c.table === 'clients' ? [c.valeurs.organisation] : [],
    ),
    comptes: [resultat.lues, resultat.creees, resultat.rejetees],
  };
};

const AUTRE = 'IMPORT_AUTRE_ORDRE';

describe('deux exports collés, aux colonnes dans un autre ordre', () => {
  it('rien n’est lu permuté : le second en-tête et sa suite sont rejetés', () => {
    const csv =
      'Nom;Ville;Contact\nAlpha;Nîmes;M. A\nNom;Contact;Ville\nBravo;M. B;Alès\nTotal;;\n2 clients;;\nPage 1;;\n';
    const { resultat } = importer('clients', csv);
    expect(clients(csv)).toEqual({
      rejetees: [3, 4, 5, 6].map((ligne) => [ligne, AUTRE]),
      crees: ['Alpha'],
      comptes: [5, 1, 4],
    });
    expect(resultat.ignorees).toEqual([{ ligne: 7, raison: 'pied' }]);
    expect(resultat.rejets[1]?.valeur).toBe('Bravo · M. B · Alès');
    expect(resultat.rejets[1]?.message.replace(/\u00a0/g, ' ')).toBe(
      'À partir de la ligne 3, les colonnes sont dans un autre ordre (« Nom », « Contact », « Ville ») : deux exports collés bout à bout ? Rien n’en est lu. Importez ces lignes dans un fichier à part, sous leur en-tête.',
    );
  });

  it('un en-tête dans le premier ordre reprend la lecture ; un autre la suspend encore', () => {
    expect(
      clients(
        'Nom;Ville;Contact\nA;x;a\nVille;Nom;Contact\nx;B;b\nNom;Ville;Contact\nC;x;c\nContact;Nom;Ville\nVille;Contact;Nom\nx;d;D\n',
      ),
    ).toEqual({
      rejetees: [3, 4, 7, 8, 9].map((ligne) => [ligne, AUTRE]),
      crees: ['A', 'C'],
      comptes: [7, 2, 5],
    });
  });

  it.each([
    ['deux noms, deux colonnes', 'Nom;Ville', 'Ville;Nom', true],
    ['autrement écrits', 'Nom;Ville;Téléphone', 'VILLE;Nom;Telephone', true],
    ['moins de colonnes', 'Nom;Ville;Contact', 'Nom;Contact', true],
    ['un nom de plus, devant', 'Nom;Ville;Contact', 'Id;Contact;Nom;Ville', true],
    ['tous sauf un', 'Nom;Ville;Contact;Notes', 'Nom;Notes;Ville;Pays', true],
    ['trop peu de noms', 'Nom;Ville;Contact', 'Contact;Ville;Durand', false],
    ['un client nommé comme une colonne', 'Nom;Ville;Contact', 'Contact;Lyon;', false],
    ['les mêmes noms à leur place', 'Nom;Ville;Contact', 'Nom;Ville;', false],
  ])('%s', (_, entete, second, attendu) => {
    const { rejetees } = clients(`${entete}\nA;x\n${second}\nB;y\n`);
    expect(rejetees.map(([, code]) => code === AUTRE)).toEqual(attendu ? [true, true] : []);
  });

  it('les rejets réimportés tels quels le restent', () => {
    const csv = 'Ville;Nom;Motif du rejet\nNom;Ville;pourquoi\nB;Lyon;pourquoi\n';
    expect(clients(csv).rejetees).toEqual([
      [2, AUTRE],
      [3, AUTRE],
    ]);
  });

  it('le format d’une colonne ne se juge pas sur des valeurs d’une autre', () => {
    const { resultat, changements } = importer(
      'devis',
      'N° devis;Client;Objet;Montant HT;Statut\nD1;M;A;1 500,00;Envoyé\nStatut;N° devis;Client;Montant HT;Objet\nEnvoyé;D2;N;2,500.00;B\n',
    );
    expect(resultat.avertissements.map((a) => a.code)).toEqual([]);
    expect(resultat).toMatchObject({ creees: 1, rejetees: 2, clientsCrees: 1 });
    expect(changements.find((c) => c.table === 'devis')).toMatchObject({
      valeurs: { numero: 'D1', montantHt: 150000 },
    });
  });
});
