import { describe, expect, it } from 'vitest';
import { enregistrerProfil } from '../../src/import/enregistrer-profil';
import { planImport } from '../../src/import/plan';
import { ClasseurEnMemoire } from '../support/classeur-en-memoire';
import { sourceCsv } from '../support/source-csv';
import { contexte } from '../support/valeurs';

const importer = (csv: string, classeur = new ClasseurEnMemoire()) => {
  const { changements, resultat } = planImport(
    classeur.snapshot(),
    'clients',
    sourceCsv(csv),
    null,
    contexte('2026-03-02'),
  );
  return { clients: classeur.appliquer(changements).snapshot().tables.clients, resultat, classeur };
};

describe('prénom et nom font le contact', () => {
  it.each([
    ['en anglais', 'Company;First Name;Last Name\nAcme;Léa;Marin', 'Léa Marin'],
    ['« Nom » à côté d’une société', 'Société;Prénom;Nom\nAcme;Léa;Marin', 'Léa Marin'],
    ['l’un des deux est vide', 'Société;Prénom;Nom\nAcme;;Marin', 'Marin'],
    ['les deux sont vides', 'Société;Prénom;Nom;Ville\nAcme;;;Lyon', null],
    [
      '« Contact » est là : lui seul vaut',
      'Société;Contact;Prénom;Nom\nAcme;L. M.;Léa;Marin',
      'L. M.',
    ],
    ['le prénom seul ne suffit pas', 'Société;Prénom\nAcme;Léa', null],
    ['« Nom » est celui du client', 'Nom;Prénom;Ville\nAcme;Léa;Lyon', null],
    [
      'deux contacts du même client',
      'Société;Prénom;Nom\nAcme;Léa;Marin\nAcme;Paul;Roy',
      'Léa Marin',
    ],
  ])('%s', (_, csv, contact) => {
    const { clients, resultat } = importer(csv);
    expect(clients).toMatchObject([{ organisation: 'Acme', contact }]);
    expect(resultat.rejetees).toBe(0);
  });

  it('se dit dans le bilan, ne fausse pas le profil, et se réimporte sans changement', () => {
    const csv = 'Company;First Name;Last Name;Fax\nAcme;Léa;Marin;1';
    const { resultat, classeur } = importer(csv);
    expect(resultat.colonnes).toEqual({
      reconnues: { Company: 'Organisation', 'First Name': 'Contact', 'Last Name': 'Contact' },
      ignorees: ['Fax'],
    });
    expect(enregistrerProfil('clients', resultat, {}, null).colonnes).toEqual({
      Organisation: 'Company',
    });
    expect(importer(csv, classeur).resultat).toMatchObject({ inchangees: 1, modifiees: 0 });
  });
});
