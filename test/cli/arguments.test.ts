import { describe, expect, it } from 'vitest';
import { commandeEnTete, ErreurUsage, parseArguments, trouverCommande } from '../../cli/arguments';
import { suiviJson } from '../support/suivi';

function analyser(...argv: string[]) {
  const { commande, reste } = trouverCommande(commandeEnTete(argv));
  return parseArguments(commande, reste);
}

function fautes(...argv: string[]): readonly string[] {
  try {
    analyser(...argv);
    return [];
  } catch (erreur) {
    if (erreur instanceof ErreurUsage) return erreur.fautes;
    throw erreur;
  }
}

describe('arguments', () => {
  it('les options globales se placent où l’on veut', () => {
    const attendu = {
      action: 'revue',
      positionnels: {},
      options: { classeur: 's.xlsx', json: true, le: '2026-03-02' },
    };
    expect(analyser('revue', '-c', 's.xlsx', '--json', '--le', '2026-03-02')).toEqual(attendu);
    expect(analyser('-c', 's.xlsx', '--json', '--le', '2026-03-02', 'revue')).toEqual(attendu);
    expect(analyser('revue', '--classeur=s.xlsx', '--json', '--le=2026-03-02')).toEqual(attendu);
  });

  it.each([
    ['importer clients fichier.csv', { TABLE: 'clients', SOURCE: 'fichier.csv' }],
    ['devis valider PROV-7', { 'N°': 'PROV-7' }],
    ['init s.xlsx --exemple', { CLASSEUR: 's.xlsx' }],
  ])('%s', (ligne, positionnels) => {
    expect(analyser(...ligne.split(' ')).positionnels).toEqual(positionnels);
  });

  it('un motif qui commence par un tiret se donne avec =', () => {
    expect(analyser('devis', 'annuler', 'D1', '--motif=-double').options['motif']).toBe('-double');
  });

  it.each([
    ['devi lister', /« devi » n’est pas une commande. Vouliez-vous dire « devis »/],
    ['devis valide D1', /Vouliez-vous dire « valider »/],
    ['devis zzzzzzzz', /n’est pas une action de « suivi devis »/],
    ['devis', /attend une action/],
    ['xyz', /Commandes : init/],
    ['devis valider', /Il manque N°/],
    ['devis valider A B', /« B » est de trop/],
    ['devis valider A --motf x', /L’option --motf n’existe pas/],
    ['devis envoyer A --a', /L’option --a attend une valeur/],
    ['devis envoyer A --a=', /L’option --a a une valeur vide/],
    ['importer client x.csv', /Vouliez-vous dire « clients »/],
    ['affaire gonogo A --decision peut-etre', /Valeurs possibles : go, /],
    ['affaire nouvelle', /Il manque --client/],
    ['exporter tout --vers csv', /Valeurs possibles : parquet/],
  ])('suivi %s : une phrase qui dit quoi faire', (ligne, attendu) => {
    expect(fautes(...ligne.split(' ')).join('\n')).toMatch(attendu);
  });

  it('toutes les fautes sont dites, pas la première', () => {
    expect(fautes('devis', 'nouveau', '--tva', '20')).toHaveLength(4);
  });

  it.each([
    [['revue'], /Quel classeur/],
    [['revue', '-c', 'x.xlsx', '--le', '02/03/2026'], /Écrivez AAAA-MM-JJ/],
    [['tableau', '-c', 'x.xlsx', '--mois', 'mars'], /Écrivez AAAA-MM/],
    [
      [
        'devis',
        'nouveau',
        '--affaire',
        'A',
        '--objet',
        'x',
        '--montant',
        '1',
        '--tva',
        '200',
        '-c',
        'x.xlsx',
      ],
      /n’est pas un taux/,
    ],
    [['devis', 'refuser', 'D1', '--recontacter', 'demain', '-c', 'x.xlsx'], /n’est pas une date/],
    [['inconnu'], /n’est pas une commande/],
  ])('%j : sortie 2, et du JSON seul', async (argv, attendu) => {
    const { code, json, stderr } = await suiviJson<{ erreur: { code: string; message: string } }>(
      ...argv,
    );
    expect(code).toBe(2);
    expect(json.erreur.message).toMatch(attendu);
    expect(stderr).toBe('');
  });
});
