import { beforeEach, describe, expect, it } from 'vitest';
import { unClient, uneAffaire, unDevis } from '../support/monde';
import { euros } from '../support/valeurs';
import {
  Bureau,
  CAMILLE,
  champDe,
  formulaireDe,
  GERANT,
  refusDe,
  resultatDe,
  reussite,
} from './bureau';
import { TABLES } from '../../src/classeur/tables';
import type { StatutDevis } from '../../src/classeur/tables/devis';

/** Une ligne par état, dans cet ordre à partir de la ligne 2. */
const ETATS: readonly StatutDevis[] = [
  'Brouillon',
  'En validation',
  'Validé',
  'Envoyé',
  'Signé',
  'Refusé',
  'Annulé',
];
const ligneDe = (statut: StatutDevis): number => ETATS.indexOf(statut) + 2;

let b: Bureau;
beforeEach(() => {
  b = new Bureau({
    clients: [unClient({ email: 'mairie@lyon.example' })],
    affaires: ETATS.map((_, i) => uneAffaire({ numero: `AFF-2026-000${i + 1}` })),
    devis: ETATS.map((statut, i) =>
      unDevis(statut, {
        numero: `${i < 2 ? 'PROV' : 'DEV-2026'}-000${i + 1}`.replace('PROV-000', 'PROV-'),
        affaire: `AFF-2026-000${i + 1}`,
      }),
    ),
    equipe: [
      { email: GERANT, nom: 'Dominique', role: 'Gérant', actif: true },
      { email: CAMILLE, nom: 'Camille É.', role: 'Consultant', actif: true },
    ],
  });
});
const devis = (statut: StatutDevis) =>
  b.lire().tables.devis.find((d) => d.ligne === ligneDe(statut));

describe('chaque geste, de la ligne sélectionnée', () => {
  it.each<[string, StatutDevis, Record<string, string>, Record<string, unknown>, string[]]>([
    [
      'soumettreDevis',
      'Brouillon',
      {},
      { statut: 'En validation', soumisLe: '2026-03-20' },
      ['devis.valider', 'affaire.gonogo'],
    ],
    [
      'validerDevis',
      'En validation',
      {},
      { statut: 'Validé', numero: 'DEV-2026-0008', validePar: GERANT },
      ['devis.envoyer'],
    ],
    [
      'envoyerDevis',
      'Validé',
      { a: 'maire@lyon.example', le: '19/3' },
      {
        statut: 'Envoyé',
        envoyeA: 'maire@lyon.example',
        envoyeLe: '2026-03-19',
        validite: '2026-04-18',
        prochaineRelance: '2026-03-26',
      },
      ['action.nouvelle'],
    ],
    [
      'signerDevis',
      'Envoyé',
      { forme: 'bon de commande', le: 'hier' },
      { statut: 'Signé', decideLe: '2026-03-19' },
      ['action.nouvelle'],
    ],
    [
      'refuserDevis',
      'Envoyé',
      { motif: 'Prix', concurrent: 'Durand', recontacterLe: '1/9' },
      { statut: 'Refusé', motif: 'Prix', concurrent: 'Durand', decideLe: '2026-03-20' },
      ['devis.reviser'],
    ],
    [
      'refuserDevis',
      'Envoyé',
      { issue: 'Sans suite', motif: 'Sans réponse' },
      { statut: 'Sans suite', motif: 'Sans réponse' },
      ['devis.reviser'],
    ],
    ['annulerDevis', 'Brouillon', {}, { statut: 'Annulé' }, []],
    ['annulerDevis', 'Validé', { motif: 'Doublon' }, { statut: 'Annulé' }, []],
    [
      'rouvrirDevis',
      'Signé',
      { motif: 'Commande annulée' },
      { statut: 'Envoyé', decideLe: null },
      ['devis.signer', 'devis.refuser'],
    ],
  ])('%s sur « %s » %j', (fonction, statut, valeurs, attendu, suites) => {
    const p = b.personne();
    const panneau = p.menu(fonction, 'devis', ligneDe(statut));
    const { intro, annonce } = formulaireDe(panneau);
    expect(intro[0]).toContain('Mairie de Lyon');
    expect(annonce).toBeTruthy();
    b.remettreLesComptes();
    const fait = reussite(p.envoyer(panneau, valeurs));
    expect(b.compte).toEqual({ lectures: 2, ecritures: 1 });
    expect(fait.ton).toBe('gagne');
    expect(fait.elements[0]?.lien).toMatchObject({ onglet: 'Devis', ligne: ligneDe(statut) });
    expect(fait.suites.map((s) => s.action)).toEqual(suites);
    expect(devis(statut)).toMatchObject(attendu);
  });

  it('une nouvelle version naît à la suite, et le lien y mène', () => {
    const p = b.personne();
    const panneau = p.menu('reviserDevis', 'devis', ligneDe('Envoyé'));
    expect(formulaireDe(panneau).annonce).toContain('La version 2');
    const fait = reussite(p.envoyer(panneau, { montantHt: '9 500' }));
    expect(fait.message).toBe('Le devis DEV-2026-0004-V2 est à rédiger.');
    expect(fait.elements[0]?.lien).toMatchObject({ onglet: 'Devis', ligne: 9 });
    expect(fait.suites[0]?.cible).toBe('DEV-2026-0004-V2');
    const { devis: tous } = b.lire().tables;
    expect(tous[7]).toMatchObject({
      ligne: 9,
      version: 2,
      montantHt: euros(9500),
      statut: 'Brouillon',
    });
  });

  it('une version nettement plus chère prévient : le Go est à revoir', () => {
    const p = b.personne();
    const panneau = p.menu('reviserDevis', 'devis', ligneDe('Envoyé'));
    const fait = reussite(p.envoyer(panneau, { montantHt: '20 000' }));
    expect(fait.ton).toBe('attention');
    expect(fait.message).toContain('À revoir');
  });
});

describe('ce que le panneau annonce avant le clic', () => {
  it.each<[string, StatutDevis, RegExp]>([
    ['validerDevis', 'En validation', /Le numéro DEV-2026-0008 sera attribué/],
    ['envoyerDevis', 'Validé', /jusqu’au 19\/04\/2026.*première relance viendra le 27\/03\/2026/],
    ['signerDevis', 'Envoyé', /l’affaire AFF-2026-0004 attendra la vérification/],
    ['refuserDevis', 'Envoyé', /l’affaire AFF-2026-0004 sera « Perdue »/],
    ['annulerDevis', 'Validé', /DEV-2026-0003 ne resservira pas/],
    ['annulerDevis', 'Brouillon', /Aucun numéro n’a servi/],
    ['rouvrirDevis', 'Refusé', /de nouveau « Envoyé »/],
  ])('%s sur « %s » : %s', (fonction, statut, phrase) => {
    const panneau = b.personne().menu(fonction, 'devis', ligneDe(statut));
    expect((formulaireDe(panneau).annonce ?? '').replaceAll('\u00a0', ' ')).toMatch(phrase);
  });

  it('l’adresse proposée est celle du devis, à défaut celle du client', () => {
    const p = b.personne();
    expect(champDe(p.menu('envoyerDevis', 'devis', ligneDe('Validé')), 'a').valeur).toBe(
      'mairie@lyon.example',
    );
  });

  it('le motif n’est demandé que si un numéro a servi', () => {
    const p = b.personne();
    expect(champDe(p.menu('annulerDevis', 'devis', ligneDe('Validé')), 'motif').requis).toBe(true);
    expect(champDe(p.menu('annulerDevis', 'devis', ligneDe('Brouillon')), 'motif').requis).toBe(
      false,
    );
  });
});

describe('ce qui est impossible d’avance est dit sans formulaire', () => {
  it('un état qui ne s’y prête pas : ce que l’on peut faire à la place', () => {
    const vue = resultatDe(b.personne().menu('signerDevis', 'devis', ligneDe('Brouillon')));
    expect(vue.ton).toBe('perdu');
    expect(vue.message).toContain('on ne peut pas enregistrer la signature');
    expect(vue.suites.map((s) => [s.action, s.cible])).toEqual([
      ['devis.soumettre', 'PROV-1-V1'],
      ['devis.annuler', 'PROV-1-V1'],
      ['choisir.devis', 'devis.signer'],
    ]);
  });

  it('sans Go, le chemin est la revue de contrat', () => {
    b.classeur.taper('Affaires', 3, colonne('affaires', 'decision'), null);
    const p = b.personne();
    const vue = resultatDe(p.menu('validerDevis', 'devis', ligneDe('En validation')));
    expect(vue.message).toContain('n’a pas de décision Go/NoGo');
    expect(vue.suites[0]).toEqual({
      libelle: 'Go/NoGo…',
      action: 'affaire.gonogo',
      cible: 'AFF-2026-0002',
    });
    expect(formulaireDe(p.ouvrir(vue.suites[0]!)).cible).toBe('AFF-2026-0002');
  });

  it('l’auteur ne valide pas lui-même, et un rôle ne fait que le sien', () => {
    const vue = resultatDe(
      b.personne(CAMILLE).menu('validerDevis', 'devis', ligneDe('En validation')),
    );
    expect(vue.message).toContain('Le rôle «\u00a0Consultant\u00a0» ne permet pas de valider');
    const autre = resultatDe(b.personne('x@exemple.fr').menu('soumettreDevis', 'devis', 2));
    expect(autre.message).toContain('n’est pas dans l’onglet');
  });
});

describe('la ligne sélectionnée', () => {
  it.each(['parametres', 'clients', 'factures'] as const)('de %s n’est pas un devis', (table) => {
    const p = b.personne();
    const panneau = p.menu('signerDevis', table, 2);
    const vue = formulaireDe(panneau);
    expect(vue).toMatchObject({ action: 'choisir.devis', cible: 'devis.signer' });
    expect(vue.intro[0]).toContain('n’est pas un devis');
    expect(vue.champs[0]?.suggestions).toEqual(['DEV-2026-0004 · Mairie de Lyon · Étude de sol']);
    const suivant = p.envoyer(panneau, { reponse: vue.champs[0]?.suggestions[0] ?? '' });
    expect(suivant).toMatchObject({
      ok: true,
      panneau: { vue: { action: 'devis.signer', cible: 'DEV-2026-0004-V1' } },
    });
    expect(refusDe(p.envoyer(panneau, { reponse: 'DEV-1999-1' })).champs['reponse']).toContain(
      'DEV-1999-1',
    );
    expect(Object.keys(refusDe(p.envoyer(panneau, { reponse: '' })).champs)).toEqual(['reponse']);
  });

  it('d’en-tête, ou vide, n’est pas un devis', () => {
    const p = b.personne();
    for (const ligne of [1, 30]) {
      expect(formulaireDe(p.menu('signerDevis', 'devis', ligne)).action).toBe('choisir.devis');
    }
  });

  it('désigne sa version, même si une plus récente est en préparation', () => {
    const p = b.personne();
    reussite(p.envoyer(p.menu('reviserDevis', 'devis', ligneDe('Envoyé'))));
    expect(formulaireDe(p.menu('signerDevis', 'devis', ligneDe('Envoyé'))).cible).toBe(
      'DEV-2026-0004-V1',
    );
    expect(formulaireDe(p.menu('soumettreDevis', 'devis', 9)).cible).toBe('DEV-2026-0004-V2');
  });

  it('de la revue est le devis de son N°', () => {
    const p = b.personne();
    p.menu('preparerRevue');
    const rang = b.lire().tables.revueHebdo.findIndex((l) => l.numero === 'DEV-2026-0004');
    expect(formulaireDe(p.menu('signerDevis', 'revueHebdo', rang + 2)).cible).toBe(
      'DEV-2026-0004-V1',
    );
  });

  it('se retrouve quand l’onglet a été renommé, et le lien y mène encore', () => {
    const sheetId = b.classeur.sheetId('Devis');
    b.classeur.aLaMain({
      updateSheetProperties: { properties: { sheetId, title: 'Nos devis' }, fields: 'title' },
    });
    const p = b.personne();
    p.hote.selectionner({ onglet: 'Nos devis', ligne: ligneDe('Envoyé'), colonne: 3 });
    expect(formulaireDe(p.menu('signerDevis')).cible).toBe('DEV-2026-0004-V1');
    expect(p.allerA('Devis', 5)).toEqual({ message: null });
    expect(p.hote.selection).toMatchObject({ onglet: 'Nos devis', ligne: 5 });
  });
});

describe('renvoyer à l’auteur', () => {
  it('depuis le panneau de validation', () => {
    const p = b.personne();
    const validation = formulaireDe(p.menu('validerDevis', 'devis', ligneDe('En validation')));
    const renvoi = p.ouvrir(validation.suites[0]!);
    expect(formulaireDe(renvoi).action).toBe('devis.renvoyer');
    expect(Object.keys(refusDe(p.envoyer(renvoi)).champs)).toEqual(['motif']);
    const fait = reussite(p.envoyer(renvoi, { motif: 'Revoir le délai' }));
    expect(fait.message).toBe('Le devis PROV-2 revient à son auteur.');
    expect(devis('En validation')?.statut).toBe('Brouillon');
  });
});

describe('les refus vont sous leur champ, et rien n’est écrit', () => {
  it.each<[string, StatutDevis, Record<string, string>, string[]]>([
    ['envoyerDevis', 'Validé', { a: '' }, ['a']],
    ['envoyerDevis', 'Validé', { a: 'a@b.fr, c@d.fr' }, ['a']],
    ['envoyerDevis', 'Validé', { a: 'a@b.fr', le: '1/3' }, ['le']],
    ['envoyerDevis', 'Validé', { a: 'a@b.fr', le: 'demain' }, ['le']],
    ['envoyerDevis', 'Validé', { a: 'a@b.fr', le: 'mardi' }, ['le']],
    ['signerDevis', 'Envoyé', { forme: '' }, ['forme']],
    ['signerDevis', 'Envoyé', { forme: 'Verbale', le: '1/3' }, ['le']],
    ['signerDevis', 'Envoyé', { forme: 'poignée de main' }, ['forme']],
    ['refuserDevis', 'Envoyé', { motif: '' }, ['motif']],
    ['refuserDevis', 'Envoyé', { motif: 'Prix', recontacterLe: '1/3' }, ['recontacterLe']],
    ['refuserDevis', 'Envoyé', { motif: 'humeur', le: '?' }, ['motif', 'le']],
    ['reviserDevis', 'Envoyé', { montantHt: '-1' }, ['montantHt']],
    ['annulerDevis', 'Validé', { motif: '  ' }, ['motif']],
  ])('%s sur « %s » %j → %j', (fonction, statut, valeurs, champs) => {
    const p = b.personne();
    const panneau = p.menu(fonction, 'devis', ligneDe(statut));
    b.remettreLesComptes();
    expect(Object.keys(refusDe(p.envoyer(panneau, valeurs)).champs)).toEqual(champs);
    expect(b.compte.ecritures).toBe(0);
    expect(devis(statut)?.statut).toBe(statut);
  });

  it('un devis qui a changé pendant que le panneau était ouvert', () => {
    const p = b.personne();
    const panneau = p.menu('signerDevis', 'devis', ligneDe('Envoyé'));
    reussite(p.envoyer(p.menu('refuserDevis', 'devis', ligneDe('Envoyé')), { motif: 'Prix' }));
    const refus = refusDe(p.envoyer(panneau, { forme: 'Bon de commande' }));
    expect(refus.message).toContain('est «\u00a0Refusé\u00a0»');
    expect(refus.message).toContain('Rien n’a été écrit.');
  });
});

function colonne(table: 'affaires', cle: string): number {
  return Object.keys(TABLES[table].colonnes).indexOf(cle);
}
