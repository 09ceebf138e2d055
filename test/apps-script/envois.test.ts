import { describe, expect, it } from 'vitest';
import { unClient, uneAffaire, unDevis } from '../support/monde';
import { Bureau, CAMILLE, envoiDe, GERANT, refusDe, resultatDe, reussite } from './bureau';

const bureau = () =>
  new Bureau({
    clients: [unClient()],
    affaires: [uneAffaire()],
    devis: [unDevis('En validation')],
  });

const SOGEA = { client: 'Sogea', objet: 'Audit' };
const affaires = (b: Bureau): number => b.lire().tables.affaires.length - 1;

/** Le cache du document, vidé comme Google peut le faire à tout moment. */
const perdreLeCache = (b: Bureau, jeton: string): void =>
  b.nuage.poserCache(`${b.classeur.id} envoi:${jeton}`, null, 0);

describe('un envoi ne compte qu’une fois', () => {
  it('double clic : la même réponse, une seule affaire', () => {
    const b = bureau();
    const p = b.personne();
    const panneau = p.menu('nouvelleAffaire');
    const premiere = p.envoyer(panneau, SOGEA);
    b.remettreLesComptes();
    expect(p.envoyer(panneau, SOGEA)).toEqual(premiere);
    expect(b.compte).toEqual({ lectures: 0, ecritures: 0 });
    expect(affaires(b)).toBe(1);
  });

  it('le cache perdu : Journal reconnaît l’envoi, même des jours plus tard', () => {
    const b = bureau();
    const p = b.personne();
    const panneau = p.menu('nouvelleAffaire');
    reussite(p.envoyer(panneau, SOGEA));
    reussite(p.envoyer(p.menu('nouvelleAffaire'), { client: 'Autre', objet: 'Étude' }));
    perdreLeCache(b, panneau.jeton);
    b.horloge.fixer('2026-03-27T09:00:00Z');
    const fait = reussite(p.envoyer(panneau, SOGEA));
    expect(fait.message).toContain('n’a compté qu’une fois');
    expect(fait.elements.map((e) => e.titre)).toContain('Affaires\u00a0: AFF-2026-0002');
    expect(affaires(b)).toBe(2);
  });

  it('la réponse perdue après l’écriture : renvoyé, il ne compte qu’une fois', () => {
    const b = bureau();
    const p = b.personne();
    const panneau = p.menu('nouvelleAffaire');
    p.hote.surService = (nom, quand) => {
      if (nom === 'Cache.put' && quand === 'avant') throw new Error('Execution timed out');
    };
    reussite(p.envoyer(panneau, SOGEA));
    p.hote.surService = null;
    reussite(p.envoyer(panneau, SOGEA));
    expect(affaires(b)).toBe(1);
  });

  it('un cache qui ne répond pas n’empêche rien', () => {
    const b = bureau();
    const p = b.personne();
    const panneau = p.menu('nouvelleAffaire');
    p.hote.surService = (nom) => {
      if (nom.startsWith('Cache')) throw new Error('Service unavailable');
    };
    reussite(p.envoyer(panneau, SOGEA));
    reussite(p.envoyer(panneau, SOGEA));
    expect(affaires(b)).toBe(1);
  });

  it('un refus ne se garde pas : corrigé, il repart', () => {
    const b = bureau();
    const p = b.personne();
    const panneau = p.menu('nouvelleAffaire');
    refusDe(p.envoyer(panneau, { client: 'Sogea' }));
    reussite(p.envoyer(panneau, SOGEA));
    expect(affaires(b)).toBe(1);
  });

  it('la marque est dans Journal, avec qui et d’où', () => {
    const b = bureau();
    const p = b.personne(CAMILLE);
    const panneau = p.menu('nouvelleAffaire');
    reussite(p.envoyer(panneau, SOGEA));
    const ligne = b.lire().tables.journal.find((j) => j.onglet === 'Affaires');
    expect(ligne).toMatchObject({
      par: CAMILLE,
      action: 'affaire nouvelle',
      origine: `module, envoi ${panneau.jeton.slice(0, 12)}`,
    });
  });
});

describe('ce qui arrive de la page n’est pas cru', () => {
  it.each([
    ['du texte', 'bonjour'],
    ['du vide', ''],
    ['null', 'null'],
    ['un tableau', '[]'],
    ['sans jeton', JSON.stringify({ action: 'affaire.nouvelle', cible: null, valeurs: {} })],
    [
      'un jeton inventé',
      JSON.stringify({ jeton: 'x', action: 'affaire.nouvelle', cible: null, valeurs: {} }),
    ],
    [
      'une action inconnue',
      JSON.stringify({ jeton: '0'.repeat(32), action: 'constructor', cible: null, valeurs: {} }),
    ],
    [
      'une action qui ne s’envoie pas',
      JSON.stringify({ jeton: '0'.repeat(32), action: 'aide', cible: null, valeurs: {} }),
    ],
    [
      'des valeurs qui ne sont pas des textes',
      JSON.stringify({
        jeton: '0'.repeat(32),
        action: 'affaire.nouvelle',
        cible: null,
        valeurs: { client: { a: 1 } },
      }),
    ],
  ])('%s', (_, texte) => {
    const b = bureau();
    const refus = refusDe(b.personne().envoyerTexte(texte));
    expect(refus.message).toContain('rouvrez-le par le menu');
    expect(b.compte.ecritures).toBe(0);
  });

  it('une suite inconnue ou abîmée rend un panneau, pas une erreur', () => {
    const p = bureau().personne();
    expect(resultatDe(p.ouvrir({ action: '__proto__', cible: null })).ton).toBe('perdu');
    expect(resultatDe(p.ouvrir({ action: 'devis.signer', cible: null })).ton).toBe('perdu');
    expect(resultatDe(p.ouvrir({ action: 'devis.signer', cible: 'DEV-0' })).message).toContain(
      'DEV-0',
    );
  });

  it('une destination qui n’est plus là est dite', () => {
    const p = bureau().personne();
    expect(p.allerA('Nulle part', 2).message).toContain('n’est plus dans le classeur');
    expect(p.allerA('Devis', 9_999_999).message).toContain('n’a plus de ligne');
    expect(
      JSON.parse(String(p.hote.appeler('allerA', '{"onglet":"Devis","ligne":-1}'))),
    ).toMatchObject({
      message: expect.stringContaining('rouvrez-le'),
    });
  });

  it('un champ que le formulaire n’a pas est ignoré', () => {
    const b = bureau();
    const p = b.personne();
    const envoi = envoiDe(p.menu('nouvelleAffaire'), { ...SOGEA, etape: 'Close', numero: 'AFF-9' });
    reussite(p.envoyerTexte(JSON.stringify(envoi)));
    expect(b.lire().tables.affaires[1]).toMatchObject({
      etape: 'Détectée',
      numero: 'AFF-2026-0002',
    });
  });
});

describe('qui agit', () => {
  it('sans adresse, rien ne s’écrit, et l’on dit quoi faire', () => {
    const b = bureau();
    const p = b.personne(GERANT, ['adresse']);
    const vue = resultatDe(p.menu('nouvelleAffaire'));
    expect(vue.ton).toBe('perdu');
    expect(vue.message).toContain('Google ne dit pas qui vous êtes');
    expect(resultatDe(p.menu('preparerRevue')).message).toContain('Google ne dit pas');
    expect(b.compte.ecritures).toBe(0);
  });

  it('le droit d’écrire refusé par Google est dit en clair', () => {
    const vue = resultatDe(bureau().personne(GERANT, ['spreadsheets']).menu('controler'));
    expect(vue.ton).toBe('perdu');
    expect(vue.message.replaceAll('\u00a0', ' ')).toMatch(/compte|autorisation/);
  });
});
