import { describe, expect, it } from 'vitest';
import type { TableEchangeable } from '../../src/classeur/tables';
import { normaliser } from '../../src/commun/texte';
import { choixConnu } from '../../src/import/choix';
import { colonnesDe } from '../../src/import/noms-connus';
import { planImport } from '../../src/import/plan';
import { parseProfil } from '../../src/import/lire-profil';
import { SANS_OBJET, VALEURS_CONNUES } from '../../src/import/synonymes/valeurs';
import { ClasseurEnMemoire } from '../support/classeur-en-memoire';
import { sourceCsv } from '../support/source-csv';
import { contexte } from '../support/valeurs';

/** Une valeur de liste écrite avec un autre mot, ou accordée : comprise si elle n'a qu'un sens. */

describe.each<[TableEchangeable, string, readonly (readonly [string, string | null])[]]>([
  [
    'affaires',
    'etape',
    [
      ['Perdu', 'Perdue'],
      ['Perdus', 'Perdue'],
      ['PERDUES', 'Perdue'],
      ['Closed Lost', 'Perdue'],
      ['Refusé', 'Perdue'],
      ['Abandonné', 'Abandonnée'],
      ['Abandonnés', 'Abandonnée'],
      ['Annulée', 'Abandonnée'],
      ['Sans suite', 'Abandonnée'],
      ['Gagné', 'Commande à vérifier'],
      ['Gagnées', 'Commande à vérifier'],
      ['Won', 'Commande à vérifier'],
      ['Signé', 'Commande à vérifier'],
      ['Terminé', 'Close'],
      ['Terminées', 'Close'],
      ['Clôturé', 'Close'],
      ['Clos', 'Close'],
      ['Soldé', 'Close'],
      ['Livré', 'Livrée'],
      ['Facturés', 'Facturée'],
      ['Qualifié', 'Qualifiée'],
      ['Nouveau', 'Détectée'],
      ['Proposition envoyée', 'Devis en cours'],
      ['Négociation', 'Devis en cours'],
      ['En cours', null],
      ['Closed', null],
      ['Zorglub', null],
    ],
  ],
  [
    'devis',
    'statut',
    [
      ['Perdus', 'Refusé'],
      ['Perdue', 'Refusé'],
      ['Gagnées', 'Signé'],
      ['Signées', 'Signé'],
      ['Acceptés', 'Signé'],
      ['Abandonnées', 'Sans suite'],
      ['Négociation', 'Envoyé'],
      ['À valider', 'En validation'],
      ['Annulés', 'Annulé'],
      ['Terminé', null],
      ['En cours', null],
    ],
  ],
  [
    'factures',
    'type',
    [
      ['Facture', SANS_OBJET],
      ['factures', SANS_OBJET],
      ['Invoice', SANS_OBJET],
      ['Avoirs', 'Avoir'],
      ['Acomptes', 'Acompte'],
      ['Proforma', null],
    ],
  ],
  [
    'clients',
    'statut',
    [
      ['Clients', 'Client'],
      ['Prospects', 'Prospect'],
      ['Inactifs', 'Ancien'],
    ],
  ],
])('%s, %s', (table, cle, cas) => {
  it.each(cas)('« %s » : %s', (texte, attendu) => {
    expect(choixConnu(table, cle, texte)).toBe(attendu);
  });
});

it.each(
  Object.entries(VALEURS_CONNUES).flatMap(([colonne, valeurs]) =>
    Object.entries(valeurs).map(([notre, noms]) => [colonne, notre, noms] as const),
  ),
)('%s : « %s » est des nôtres, et chacun de ses noms n’a que ce sens', (colonne, notre, noms) => {
  const [table, cle = ''] = colonne.split('.') as [TableEchangeable, string];
  const notres = colonnesDe(table)[cle]?.valeurs ?? [];
  expect([...notres, SANS_OBJET]).toContain(notre);
  for (const nom of noms) {
    expect(choixConnu(table, cle, nom)).toBe(notre);
    expect(notres.map(normaliser)).not.toContain(normaliser(nom));
  }
});

describe('dans un fichier', () => {
  const importer = (table: TableEchangeable, csv: string) => {
    const snapshot = new ClasseurEnMemoire().snapshot();
    return planImport(snapshot, table, sourceCsv(csv), null, contexte('2026-11-26'));
  };

  it('une facture de type « Facture » n’en a pas d’autre : la case reste vide, et c’est dit', () => {
    const { resultat, changements } = importer(
      'factures',
      'N°;Client;Type;Montant HT\nF1;A;Facture;100\nF2;A;Avoir;10',
    );
    expect(resultat).toMatchObject({ creees: 2, anomalies: [] });
    expect(changements).toContainEqual(
      expect.objectContaining({ valeurs: expect.objectContaining({ numero: 'F1', type: null }) }),
    );
    expect(resultat.avertissements.map((a) => a.message)).toContain(
      'Colonne « Type », d’après le sens des mots\u00a0: « Facture » → case vide\u00a0: 1 ligne. Sinon, précisez « valeurs » dans un profil.',
    );
  });

  it('ce qui est dit se reprend dans un profil', () => {
    const { resultat } = importer('factures', 'N°;Client;Type;Montant HT\nF1;A;Facture;100');
    const profil = { table: 'factures', valeurs: resultat.valeurs };
    expect(parseProfil(profil, 'factures')).toMatchObject({ profil });
  });

  it('une étape comprise est dite, un accord va sans dire', () => {
    const { resultat } = importer(
      'affaires',
      'N°;Client;Objet;Étape\nA1;A;x;Gagné\nA2;A;x;Perdu\nA3;A;x;En cours',
    );
    expect(resultat.anomalies.map((a) => [a.ligne, a.code])).toEqual([[4, 'IMPORT_ILLISIBLE']]);
    expect(resultat.avertissements.map((a) => a.message)).toEqual([
      'Colonne « Étape », d’après le sens des mots\u00a0: « Gagné » → Commande à vérifier\u00a0: 1 ligne. Sinon, précisez « valeurs » dans un profil.',
    ]);
  });
});
