import { describe, expect, it } from 'vitest';
import { unClient, uneAffaire, unDevis } from '../support/monde';
import { euros, jour } from '../support/valeurs';
import { Bureau, CAMILLE, champDe, formulaireDe, refusDe, reussite } from './bureau';

const bureau = () =>
  new Bureau({
    clients: [unClient({ email: 'mairie@lyon.example' })],
    affaires: [
      uneAffaire(),
      uneAffaire({ numero: 'AFF-2026-0002', decision: null, etape: 'Détectée' }),
    ],
    devis: [
      unDevis('Envoyé'),
      unDevis('Brouillon', { numero: 'PROV-2' }),
      unDevis('En validation', { numero: 'PROV-3', affaire: 'AFF-2026-0002' }),
    ],
    equipe: [
      { email: 'gerant@exemple.fr', nom: 'Dominique', role: 'Gérant', actif: true },
      { email: CAMILLE, nom: 'Camille É.', role: 'Consultant', actif: true },
    ],
  });

describe('nouvelle affaire', () => {
  it('ouvre l’affaire, crée le client inconnu, et mène à la revue de contrat', () => {
    const b = bureau();
    const p = b.personne(CAMILLE);
    const panneau = p.menu('nouvelleAffaire');
    expect(formulaireDe(panneau).annonce).toContain('AFF-2026-0003');
    const fait = reussite(
      p.envoyer(panneau, {
        client: 'Sogea',
        objet: 'Audit énergétique',
        origine: 'salon',
        montantEstime: '12 k€',
        responsable: 'Camille É.',
      }),
    );
    expect(fait).toMatchObject({
      ton: 'gagne',
      message: 'L’affaire AFF-2026-0003 est ouverte pour Sogea.',
      elements: [
        { titre: 'AFF-2026-0003', lien: { onglet: 'Affaires', ligne: 4 } },
        { titre: 'Sogea', lien: { onglet: 'Clients', ligne: 3 } },
      ],
      suites: [{ action: 'affaire.gonogo', cible: 'AFF-2026-0003' }, { action: 'devis.nouveau' }],
    });
    const { tables } = b.lire();
    expect(tables.affaires[2]).toMatchObject({
      ligne: 4,
      numero: 'AFF-2026-0003',
      client: 'Sogea',
      origine: 'Salon',
      montantEstime: euros(12_000),
      responsable: CAMILLE,
    });
    expect(tables.clients[1]).toMatchObject({
      ligne: 3,
      organisation: 'Sogea',
      statut: 'Prospect',
    });
    expect(tables.journal.map((j) => [j.par, j.onglet, j.objet])).toContainEqual([
      CAMILLE,
      'Affaires',
      'AFF-2026-0003',
    ]);
    expect(p.allerA('Affaires', 4)).toEqual({ message: null });
    expect(p.hote.selection).toMatchObject({ onglet: 'Affaires', ligne: 4 });
  });

  it('un nom proche d’un autre est signalé, sans rien empêcher', () => {
    const p = bureau().personne();
    const fait = reussite(
      p.envoyer(p.menu('nouvelleAffaire'), { client: 'Mairie de Lion', objet: 'Audit' }),
    );
    expect(fait.ton).toBe('attention');
    expect(fait.message).toContain(
      '« Mairie de Lyon »'.replaceAll(' »', '\u00a0»').replaceAll('« ', '«\u00a0'),
    );
  });

  it('reprend le client de la ligne sélectionnée', () => {
    const p = bureau().personne();
    expect(champDe(p.menu('nouvelleAffaire', 'clients', 2), 'client').valeur).toBe(
      'Mairie de Lyon',
    );
    expect(champDe(p.menu('nouvelleAffaire', 'devis', 2), 'client').valeur).toBe('');
  });

  it('dit toutes les fautes à la fois, sous leurs champs, et n’écrit rien', () => {
    const b = bureau();
    const p = b.personne();
    const panneau = p.menu('nouvelleAffaire');
    b.remettreLesComptes();
    const refus = refusDe(
      p.envoyer(panneau, {
        client: '  ',
        objet: 'x'.repeat(40_000),
        origine: 'Mars',
        montantEstime: '1.234',
      }),
    );
    expect(Object.keys(refus.champs).sort()).toEqual([
      'client',
      'montantEstime',
      'objet',
      'origine',
    ]);
    expect(refus.message).toContain('4 champs sont à corriger');
    expect(refus.champs['montantEstime']).toContain('1 234,50');
    expect(b.compte).toEqual({ lectures: 0, ecritures: 0 });
  });

  it('un refus des règles va sous son champ', () => {
    const b = bureau();
    const p = b.personne();
    const envoi = p.envoyer(p.menu('nouvelleAffaire'), {
      client: 'Sogea',
      objet: 'Audit',
      responsable: 'quelqu’un d’autre',
    });
    expect(refusDe(envoi).champs['responsable']).toContain('n’est pas une adresse e-mail');
    expect(b.lire().tables.affaires).toHaveLength(2);
  });
});

describe('Go/NoGo', () => {
  it('de la ligne d’un devis, sur son affaire ; puis mène à la validation qui l’attendait', () => {
    const b = bureau();
    const p = b.personne();
    const panneau = p.menu('goNoGo', 'devis', 4);
    expect(formulaireDe(panneau)).toMatchObject({
      cible: 'AFF-2026-0002',
      annonce: expect.any(String),
    });
    const fait = reussite(
      p.envoyer(panneau, {
        delai: 'Oui',
        competence: 'oui',
        decision: 'Go',
      }),
    );
    expect(fait.message).toBe('Revue de contrat de l’affaire AFF-2026-0002\u00a0: Go.');
    expect(fait.suites.map((s) => s.action)).toEqual(['devis.valider', 'devis.nouveau']);
    expect(b.lire().tables.affaires[1]).toMatchObject({
      decision: 'Go',
      delai: true,
      decidePar: 'gerant@exemple.fr',
      decideLe: '2026-03-20',
      etape: 'Go',
    });
  });

  it('garde ce qui était répondu, et demande ce qui manque sous le bon champ', () => {
    const p = bureau().personne();
    expect(champDe(p.menu('goNoGo', 'affaires', 2), 'delai').valeur).toBe('Oui');
    const refus = refusDe(
      p.envoyer(p.menu('goNoGo', 'affaires', 3), { decision: 'Go sous conditions' }),
    );
    expect(Object.keys(refus.champs)).toEqual(['conditions']);
    const contredit = refusDe(
      p.envoyer(p.menu('goNoGo', 'affaires', 3), {
        decision: 'Go',
        delai: 'Non',
        competence: 'Oui',
      }),
    );
    expect(Object.keys(contredit.champs)).toEqual(['decision']);
  });

  it('une autre ligne : on choisit l’affaire dans une liste', () => {
    const p = bureau().personne();
    const choix = p.menu('goNoGo', 'parametres', 2);
    expect(formulaireDe(choix)).toMatchObject({
      action: 'choisir.affaire',
      cible: 'affaire.gonogo',
    });
    const suite = p.envoyer(choix, { reponse: 'AFF-2026-0002 · Mairie de Lyon · Étude de sol' });
    expect(suite).toMatchObject({
      ok: true,
      panneau: { vue: { action: 'affaire.gonogo', cible: 'AFF-2026-0002' } },
    });
    expect(refusDe(p.envoyer(choix, { reponse: 'AFF-9' })).champs['reponse']).toContain('AFF-9');
  });
});

describe('nouveau devis', () => {
  it('un brouillon de l’affaire sélectionnée, aux montants tapés en français', () => {
    const b = bureau();
    const p = b.personne(CAMILLE);
    const panneau = p.menu('nouveauDevis', 'affaires', 2);
    expect(champDe(panneau, 'affaire').valeur).toBe('AFF-2026-0001');
    expect(champDe(panneau, 'tauxTva').valeur).toBe('20\u00a0%');
    expect(formulaireDe(panneau).annonce).toContain('PROV-4');
    const fait = reussite(
      p.envoyer(panneau, { montantHt: '1 234,5', tauxTva: '5,5', marge: '200' }),
    );
    expect(fait.message).toBe('Le devis PROV-4 est prêt à relire, 1\u202f234,50\u00a0€ HT.');
    expect(fait.suites[0]).toMatchObject({ action: 'devis.soumettre', cible: 'PROV-4-V1' });
    expect(b.lire().tables.devis[3]).toMatchObject({
      ligne: 5,
      numero: 'PROV-4',
      affaire: 'AFF-2026-0001',
      montantHt: euros(1234.5),
      tauxTva: 0.055,
      montantTtc: euros(1302.4),
      auteur: CAMILLE,
    });
  });

  it.each([
    [{ affaire: 'AFF-0' }, 'affaire'],
    [{ affaire: '' }, 'affaire'],
    [{ montantHt: '-5' }, 'montantHt'],
    [{ tauxTva: '0,2' }, 'tauxTva'],
    [{ marge: 'beaucoup' }, 'marge'],
  ])('refuse %j sous « %s »', (valeurs, champ) => {
    const b = bureau();
    const p = b.personne();
    const refus = refusDe(p.envoyer(p.menu('nouveauDevis', 'affaires', 2), valeurs));
    expect(Object.keys(refus.champs)).toEqual([champ]);
    expect(b.lire().tables.devis).toHaveLength(3);
  });
});

describe('action commerciale', () => {
  it('de la ligne d’un devis : son affaire et son client sont déjà là', () => {
    const b = bureau();
    const p = b.personne(CAMILLE);
    const panneau = p.menu('actionCommerciale', 'devis', 2);
    expect(champDe(panneau, 'devis').valeur).toBe('DEV-2026-0001');
    expect(champDe(panneau, 'client').valeur).toBe('Mairie de Lyon');
    const fait = reussite(
      p.envoyer(panneau, {
        type: 'Appel',
        date: 'hier',
        duree: '1h30',
        compteRendu: 'Rappeler.',
        echeance: '2/4',
      }),
    );
    expect(fait.message).toBe('Noté\u00a0: appel du 19/03/2026. Suite attendue le 02/04/2026.');
    const { actions, clients } = b.lire().tables;
    expect(actions[0]).toMatchObject({
      date: '2026-03-19',
      type: 'Appel',
      devis: 'DEV-2026-0001',
      affaire: 'AFF-2026-0001',
      duree: 1.5,
      echeance: '2026-04-02',
      fait: true,
      auteur: CAMILLE,
    });
    expect(clients[0]?.dernierContact).toBe('2026-03-19');
    expect(fait.elements[0]?.lien).toMatchObject({ onglet: 'Actions', ligne: actions[0]?.ligne });
  });

  it.each([
    [{ date: 'bientôt', type: 'Appel' }, ['date']],
    [{ type: '' }, ['type']],
    [{ type: 'Appel', duree: 'longtemps' }, ['duree']],
    [{ type: 'Appel', client: 'Marie' }, ['client']],
    [{ type: 'Visite', date: 'demain' }, ['fait']],
    [{ type: 'Appel', echeance: '1/3' }, ['echeance']],
  ])('refuse %j', (valeurs, champs) => {
    const b = bureau();
    const p = b.personne();
    const refus = refusDe(p.envoyer(p.menu('actionCommerciale', 'devis', 2), valeurs));
    expect(Object.keys(refus.champs)).toEqual(champs);
    expect(b.lire().tables.actions).toEqual([]);
  });

  it.each([
    ['affaires', 2, { affaire: 'AFF-2026-0001', client: 'Mairie de Lyon', devis: '' }],
    ['clients', 2, { affaire: '', client: 'Mairie de Lyon', devis: '' }],
    ['parametres', 2, { affaire: '', client: '', devis: '' }],
    ['devis', 40, { affaire: '', client: '', devis: '' }],
  ] as const)('de l’onglet %s, ligne %i', (table, ligne, attendu) => {
    const panneau = bureau().personne().menu('actionCommerciale', table, ligne);
    for (const [cle, valeur] of Object.entries(attendu)) {
      expect(champDe(panneau, cle).valeur, cle).toBe(valeur);
    }
  });

  it('une visite prévue se note sans avancer le dernier contact', () => {
    const b = bureau();
    const p = b.personne();
    const fait = reussite(
      p.envoyer(p.menu('actionCommerciale', 'clients', 2), {
        type: 'Visite',
        date: '27/3',
        fait: 'Non',
      }),
    );
    expect(fait.message).toBe('Prévu\u00a0: visite du 27/03/2026.');
    expect(b.lire().tables.clients[0]?.dernierContact).toBeNull();
    expect(jour('2026-03-27')).toBe(b.lire().tables.actions[0]?.date);
  });
});
