import { describe, expect, it } from 'vitest';
import { unClient, uneAffaire, unDevis } from '../support/monde';
import { lireAutomatismes } from '../../src/sheets-api/automatismes';
import { Bureau, CAMILLE, formulaireDe, GERANT, resultatDe, reussite } from './bureau';
import type { VueResultat } from '../../apps-script/panneau/contrat';

const bureau = () =>
  new Bureau({
    clients: [unClient({ contact: 'Mme Martin' })],
    affaires: [uneAffaire()],
    devis: [unDevis('Envoyé')],
  });

const automatismes = (vue: VueResultat) => vue.elements.find((e) => e.titre === 'Automatismes');
const accueil = (b: Bureau) => b.classeur.conduire(lireAutomatismes(b.classeur.id));

describe('les automatismes', () => {
  it('sont mis en marche une fois, au nom de qui installe, et l’Accueil le montre', () => {
    const b = bureau();
    const p = b.personne();
    const vue = resultatDe(p.menu('installer'));
    expect(automatismes(vue)?.detail).toContain('Mis en marche, à votre nom');
    expect(p.hote.declencheurs.map((d) => [d.fonction, d.regle.heure, d.regle.fuseau])).toEqual([
      ['revueDuLundi', 7, 'Europe/Paris'],
      ['relancesDuJour', 7, 'Europe/Paris'],
      ['clotureDuMois', 6, 'Europe/Paris'],
    ]);
    expect(accueil(b).revue.proprietaire).toBe(GERANT);
    const encore = resultatDe(p.menu('installer'));
    expect(automatismes(encore)?.detail).toContain('En marche, à votre nom, depuis le 20/03/2026');
    expect(p.hote.declencheurs).toHaveLength(3);
  });

  it('une autre personne qui installe ne les double pas ; elle peut les reprendre', () => {
    const b = bureau();
    const [gerant, camille] = [b.personne(), b.personne(CAMILLE)];
    gerant.menu('installer');
    const vue = resultatDe(camille.menu('installer'));
    expect(automatismes(vue)?.detail).toContain(`portés par ${GERANT} depuis le 20/03/2026`);
    expect(camille.hote.declencheurs).toEqual([]);
    const reprise = camille.ouvrir(vue.suites[0]!);
    expect(formulaireDe(reprise).annonce).toContain(`ceux de ${GERANT} s’arrêteront`);
    reussite(camille.envoyer(reprise));
    expect(camille.hote.declencheurs).toHaveLength(3);
    expect(accueil(b).cloture.proprietaire).toBe(CAMILLE);
    // Le lundi venu, ceux du gérant ne font rien et s'effacent ; ceux de Camille travaillent.
    b.horloge.fixer('2026-03-23T08:30:00Z');
    b.remettreLesComptes();
    expect(gerant.hote.lancerDeclencheurs().map((d) => d.erreur)).toEqual([null, null]);
    expect(gerant.hote.declencheurs).toEqual([]);
    expect(b.compte).toEqual({ lectures: 0, ecritures: 0 });
    expect(b.lire().tables.revueHebdo).toEqual([]);
    camille.hote.lancerDeclencheurs();
    expect(b.lire().tables.revueHebdo).toHaveLength(1);
    expect(camille.hote.brouillons).toHaveLength(1);
    expect(gerant.hote.brouillons).toEqual([]);
  });

  it('le lundi : la revue et les relances ; l’Accueil dit quand et quoi', () => {
    const b = bureau();
    const p = b.personne();
    p.menu('installer');
    b.horloge.fixer('2026-03-23T06:30:00Z');
    const departs = p.hote.lancerDeclencheurs();
    expect(departs).toEqual([
      { fonction: 'revueDuLundi', erreur: null },
      { fonction: 'relancesDuJour', erreur: null },
    ]);
    expect(accueil(b).revue.dernier).toBe('23/03/2026 07:30 : 1 ligne à examiner');
    expect(accueil(b).relances.dernier).toBe('23/03/2026 07:30 : 1 brouillon prêt');
    expect(b.lire().tables.journal.some((j) => j.origine === 'module, automatique')).toBe(true);
    expect(p.hote.lancerDeclencheurs()).toEqual([]);
  });

  it.each([
    ['un samedi', '2026-03-21T08:00:00Z'],
    ['le lundi de Pâques', '2026-04-06T08:00:00Z'],
  ])('%s, les relances se taisent', (_, jour) => {
    const b = bureau();
    const p = b.personne();
    p.menu('installer');
    b.horloge.fixer(jour);
    const relances = p.hote.lancerDeclencheurs().find((d) => d.fonction === 'relancesDuJour');
    expect(relances).toEqual({ fonction: 'relancesDuJour', erreur: null });
    expect(p.hote.brouillons).toEqual([]);
    expect(accueil(b).relances.dernier).toBeNull();
  });

  it('le 1er du mois : le mois fini est clos ; déjà clos, il le dit', () => {
    const b = bureau();
    const p = b.personne();
    p.menu('installer');
    b.horloge.fixer('2026-04-01T05:00:00Z');
    p.hote.lancerDeclencheurs();
    expect(b.lire().tables.historique.map((h) => h.mois)).toContain('2026-03');
    expect(accueil(b).cloture.dernier).toBe('01/04/2026 07:00 : mars 2026 est clos, 0 bilan prêt');
  });

  it('un passage refusé par les règles laisse sa raison dans Journal et sur l’Accueil', () => {
    const b = bureau().ajouter({
      equipe: [
        { email: 'autre@exemple.fr', role: 'Gérant', actif: true },
        { email: GERANT, role: 'Consultant', actif: true },
      ],
    });
    const p = b.personne();
    p.menu('installer');
    b.horloge.fixer('2026-04-01T05:00:00Z');
    const departs = p.hote.lancerDeclencheurs();
    expect(departs.every((d) => d.erreur === null)).toBe(true);
    expect(accueil(b).cloture.dernier).toMatch(
      /^01\/04\/2026 07:00 : échec\. .*ne permet pas de clôturer/,
    );
    const ligne = b.lire().tables.journal.find((j) => j.action === 'clôture automatique');
    expect(ligne).toMatchObject({ par: GERANT, objet: 'échec' });
    expect(ligne?.apres).toContain('ne permet pas de clôturer un mois');
  });

  it('une panne de Google aussi, dès que l’on peut écrire ; sinon Google prévient le porteur', () => {
    const b = bureau();
    const p = b.personne();
    p.menu('installer');
    b.horloge.fixer('2026-03-23T06:30:00Z');
    p.hote.surService = (nom) => {
      if (nom === 'Gmail.Users.Drafts.list') throw new Error('Service unavailable');
    };
    expect(p.hote.lancerDeclencheurs().map((d) => d.erreur)).toEqual([null, null]);
    expect(accueil(b).relances.dernier).toContain('échec');
    b.horloge.fixer('2026-03-24T06:30:00Z');
    p.hote.surService = (nom) => {
      if (nom.startsWith('Sheets.')) throw new Error('Service unavailable');
    };
    expect(p.hote.lancerDeclencheurs()[0]?.erreur).toBeTruthy();
  });

  it('refusés à la personne : l’installation aboutit, et le dit', () => {
    const b = bureau();
    const p = b.personne(GERANT, ['scriptapp']);
    const vue = resultatDe(p.menu('installer'));
    expect(vue.ton).toBe('attention');
    expect(automatismes(vue)?.detail).toContain('n’a pas le droit de programmer');
  });

  it('un déclencheur qui manque est remis, aucun n’est doublé', () => {
    const b = bureau();
    const p = b.personne();
    p.menu('installer');
    b.nuage.oterDeclencheur(p.hote.declencheurs[1]?.id ?? '');
    p.menu('installer');
    expect(p.hote.declencheurs.map((d) => d.fonction).sort()).toEqual([
      'clotureDuMois',
      'relancesDuJour',
      'revueDuLundi',
    ]);
  });

  it('sur une copie, rien n’est programmé sans qu’on le demande', () => {
    const b = bureau();
    const copie = 'copie-du-classeur';
    b.classeur.emulateur.creer(copie, b.classeur.emulateur.instantane(b.classeur.id));
    const p = b.personne(GERANT, [], copie);
    const refus = resultatDe(p.menu('preparerRevue'));
    expect(refus.ton).toBe('perdu');
    expect(refus.message).toContain('est la copie d’un autre');
    const vue = resultatDe(p.menu('installer'));
    expect(automatismes(vue)?.detail).toContain('rien n’y est programmé');
    expect(p.hote.declencheurs).toEqual([]);
    p.menu('installer');
    expect(p.hote.declencheurs).toEqual([]);
    const marche = p.ouvrir(vue.suites[0]!);
    expect(formulaireDe(marche).bouton).toBe('Mettre en marche');
    reussite(p.envoyer(marche));
    expect(p.hote.declencheurs).toHaveLength(3);
  });
});
