import { describe, expect, it } from 'vitest';
import { TABLES, type CleTable } from '../../src/classeur/tables';
import { unClient, uneAffaire, unDevis } from '../support/monde';
import { euros, mois } from '../support/valeurs';
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

const rang = (table: CleTable, cle: string): number =>
  Object.keys(TABLES[table].colonnes).indexOf(cle);

describe('revue hebdo', () => {
  const bureau = () =>
    new Bureau({
      clients: [unClient()],
      affaires: [uneAffaire()],
      devis: [1, 2, 3].map((i) =>
        unDevis('Envoyé', { numero: `DEV-2026-000${i}`, montantHt: euros(1000 * i) }),
      ),
    });

  it('se prépare d’un clic, et chaque ligne mène à la sienne', () => {
    const b = bureau();
    const vue = resultatDe(b.personne().menu('preparerRevue'));
    expect(vue.message).toContain('Revue 2026-S12\u00a0: 3 devis et affaires à examiner');
    const { revueHebdo } = b.lire().tables;
    expect(vue.elements.map((e) => [e.titre, e.lien?.ligne])).toEqual(
      revueHebdo.map((l) => [l.numero, l.ligne]),
    );
    expect(vue.suites.map((s) => s.action)).toEqual(['revue.appliquer']);
    expect(b.compte).toEqual({ lectures: 2, ecritures: 1 });
  });

  it('préparer à nouveau garde ce qui est tapé ; appliquer écrit en un bloc et laisse les refus', () => {
    const b = bureau();
    const p = b.personne();
    p.menu('preparerRevue');
    const decision = rang('revueHebdo', 'decision');
    b.classeur.taper('Revue hebdo', 2, decision, 'Relancer');
    b.classeur.taper('Revue hebdo', 3, decision, 'Signé');
    b.classeur.taper('Revue hebdo', 4, decision, 'Refusé');
    b.classeur.taper('Revue hebdo', 4, rang('revueHebdo', 'motif'), 'Prix');
    p.menu('preparerRevue');
    expect(b.lire().tables.revueHebdo.map((l) => l.decision)).toEqual([
      'Relancer',
      'Signé',
      'Refusé',
    ]);
    b.remettreLesComptes();
    const vue = resultatDe(p.menu('appliquerRevue'));
    expect(b.compte).toEqual({ lectures: 2, ecritures: 1 });
    expect(vue.ton).toBe('attention');
    expect(vue.message).toContain('2 décisions appliquées, 1 refusée.');
    expect(vue.elements).toHaveLength(1);
    expect(vue.elements[0]?.detail).toContain('La forme de la commande manque');
    const { revueHebdo, actions, journal } = b.lire().tables;
    const restee = revueHebdo.find((l) => l.decision === 'Signé');
    expect(restee?.resultat).toContain('La forme de la commande manque');
    expect(vue.elements[0]?.lien).toMatchObject({ onglet: 'Revue hebdo', ligne: restee?.ligne });
    expect(actions.filter((a) => a.type === 'Revue')).toHaveLength(1);
    expect(journal.some((j) => j.action === 'revue : décisions' && j.par === GERANT)).toBe(true);
  });

  it('sans décision, le dit, et n’écrit rien', () => {
    const b = bureau();
    const p = b.personne();
    p.menu('preparerRevue');
    const vue = resultatDe(p.menu('appliquerRevue'));
    expect(vue.message).toContain('Aucune décision à appliquer');
    expect(b.lire().tables.actions).toEqual([]);
  });
});

describe('tableau de bord', () => {
  const bureau = () =>
    new Bureau({
      clients: [unClient()],
      affaires: [uneAffaire()],
      devis: [unDevis('Signé', { affaire: 'AFF-2026-0001' })],
      equipe: [
        { email: GERANT, role: 'Gérant', actif: true },
        { email: CAMILLE, role: 'Consultant', actif: true },
      ],
    });

  it('s’actualise d’un clic, montre ses figures et ses alertes', () => {
    const b = bureau();
    const vue = resultatDe(b.personne().menu('actualiserTableau'));
    expect(vue.message).toBe('Le tableau de bord montre mars 2026, toute l’entreprise.');
    expect(vue.elements.map((e) => e.titre).slice(0, 5)).toEqual([
      'La page',
      'Devis émis',
      'CA signé',
      'Taux de transformation',
      'Portefeuille',
    ]);
    expect(b.compte).toEqual({ lectures: 2, ecritures: 1 });
  });

  it('clôture le mois demandé, prépare les bilans, et ne propose plus ce mois', () => {
    const b = bureau();
    const p = b.personne();
    const panneau = p.menu('cloturerMois');
    expect(champDe(panneau, 'mois')).toMatchObject({
      valeur: 'février 2026',
      choix: expect.any(Array),
    });
    b.remettreLesComptes();
    const fait = reussite(p.envoyer(panneau));
    expect(b.compte).toEqual({ lectures: 2, ecritures: 1 });
    expect(fait.message).toContain('Le mois de février 2026 est clos. 1 bilan est prêt');
    expect(p.hote.brouillons.map((x) => /^To: (.*)$/m.exec(x.mime)?.[1]?.trim())).toEqual([
      expect.stringContaining(GERANT),
    ]);
    expect(fait.elements.some((e) => e.adresse?.includes('#drafts/'))).toBe(true);
    expect(b.lire().tables.historique[0]).toMatchObject({
      mois: mois('2026-02'),
      responsable: null,
    });
    const { choix } = champDe(p.menu('cloturerMois'), 'mois');
    expect(choix).not.toContain('février 2026');
    expect(
      refusDe(p.envoyer(p.menu('cloturerMois'), { mois: 'février 2026' })).champs['mois'],
    ).toContain('déjà clos');
    expect(
      refusDe(p.envoyer(p.menu('cloturerMois'), { mois: 'mars 2026' })).champs['mois'],
    ).toContain('n’est pas fini');
    expect(p.hote.brouillons).toHaveLength(1);
  });

  it('Gmail refusé : le mois est clos, les bilans sont des liens', () => {
    const b = bureau();
    const p = b.personne(GERANT, ['gmail']);
    const fait = reussite(p.envoyer(p.menu('cloturerMois')));
    expect(fait.message).toContain('Gmail n’est pas autorisé');
    const lien = fait.elements.flatMap((e) => e.adresse ?? [])[0] ?? '';
    expect(lien).toContain(encodeURIComponent(CAMILLE));
    expect(b.lire().tables.historique.length).toBeGreaterThan(0);
  });

  it('Gmail en panne : rien n’est écrit, et recommencer aboutit sans doubler', () => {
    const b = bureau();
    const p = b.personne();
    const panneau = p.menu('cloturerMois');
    p.hote.surService = (nom, quand) => {
      if (nom === 'Gmail.Users.Drafts.create' && quand === 'apres') throw new Error('Timeout');
    };
    const refus = refusDe(p.envoyer(panneau));
    p.hote.surService = null;
    expect(refus.message).toContain('Gmail ne répond pas');
    expect(b.lire().tables.historique).toEqual([]);
    reussite(p.envoyer(panneau));
    expect(p.hote.brouillons).toHaveLength(1);
  });

  it('un mois clos se rouvre avec un motif, puis se clôt de nouveau', () => {
    const b = bureau();
    const p = b.personne();
    reussite(p.envoyer(p.menu('cloturerMois')));
    const vers = formulaireDe(p.menu('cloturerMois')).suites[0]!;
    const panneau = p.ouvrir(vers);
    expect(champDe(panneau, 'mois').valeur).toBe('février 2026');
    expect(Object.keys(refusDe(p.envoyer(panneau)).champs)).toEqual(['motif']);
    const fait = reussite(p.envoyer(panneau, { motif: 'Facture oubliée' }));
    expect(fait.message).toContain('est rouvert');
    expect(champDe(p.menu('cloturerMois'), 'mois').valeur).toBe('février 2026');
    expect(reussite(p.envoyer(p.menu('cloturerMois'))).message).toContain('est clos');
    expect(p.hote.brouillons).toHaveLength(2);
  });

  it('un consultant ne clôt pas', () => {
    const vue = resultatDe(bureau().personne(CAMILLE).menu('cloturerMois'));
    expect(vue.ton).toBe('perdu');
    expect(vue.message).toContain('ne permet pas de clôturer un mois');
  });
});

describe('contrôler', () => {
  it('dit chaque anomalie, où elle est, et refait l’onglet', () => {
    const b = new Bureau({ clients: [unClient()], affaires: [uneAffaire()], devis: [unDevis()] });
    b.classeur.taper('Devis', 2, rang('devis', 'montantHt'), 'environ 1000');
    const vue = resultatDe(b.personne().menu('controler'));
    expect(vue.ton).toBe('attention');
    const trouvee = vue.elements.find((e) => e.titre === 'Devis, cellule F2');
    expect(trouvee?.lien).toMatchObject({ onglet: 'Devis', ligne: 2 });
    expect(trouvee?.detail).toContain('environ 1000');
    expect(b.lire().tables.anomalies.some((a) => a.cellule === 'F2')).toBe(true);
  });

  it('un classeur sans défaut le dit', () => {
    const vue = resultatDe(new Bureau().personne().menu('controler'));
    expect(vue).toMatchObject({ ton: 'gagne', elements: [] });
  });
});

describe('aide', () => {
  it('raconte la semaine, sans lire le classeur', () => {
    const b = new Bureau();
    const vue = resultatDe(b.personne().menu('aide'));
    expect(vue.elements.map((e) => e.titre)).toContain('Le lundi');
    expect(b.compte).toEqual({ lectures: 0, ecritures: 0 });
  });

  it('ses entrées de menu existent', () => {
    const vue = resultatDe(new Bureau().personne().menu('aide'));
    const texte = vue.elements.map((e) => e.detail).join(' ');
    for (const libelle of ['Nouvelle affaire…', 'Go/NoGo…', 'Nouveau devis…', 'Contrôler']) {
      expect(texte.replaceAll('\u00a0', ' ')).toContain(libelle);
    }
  });
});

describe('un classeur qui n’est pas installé', () => {
  it('le dit, et dit quoi faire', () => {
    const b = new Bureau();
    b.classeur.emulateur.creer('vierge', { sheets: [{ properties: { title: 'Feuille 1' } }] });
    const p = b.personne(GERANT, [], 'vierge');
    const vue = resultatDe(p.menu('nouvelleAffaire'));
    expect(vue.ton).toBe('perdu');
    expect(vue.message.replaceAll('\u00a0', ' ')).toContain('« Installer / Réparer »');
    const installe = resultatDe(p.menu('installer'));
    expect(installe.ton).not.toBe('perdu');
    expect(installe.elements.length).toBeGreaterThan(3);
    expect(formulaireDe(p.menu('nouvelleAffaire')).action).toBe('affaire.nouvelle');
    const encore = resultatDe(p.menu('installer'));
    expect(encore.message).toBe('Tout était en place\u00a0: rien n’a été changé.');
  });
});
