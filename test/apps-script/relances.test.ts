import { describe, expect, it } from 'vitest';
import type { Droit } from '../../cli/preview/hote/contrat';
import { unClient, uneAffaire, unDevis } from '../support/monde';
import { euros } from '../support/valeurs';
import { Bureau, CAMILLE, champDe, formulaireDe, GERANT, resultatDe, reussite } from './bureau';

/** Trois relances dues : deux à Camille, une au gérant ; une quatrième sans adresse. */
const bureau = () =>
  new Bureau({
    clients: ['A', 'B', 'C', 'D'].map((c) =>
      unClient({ organisation: `Client ${c}`, contact: 'Mme Martin' }),
    ),
    affaires: ['A', 'B', 'C', 'D'].map((c, i) =>
      uneAffaire({ numero: `AFF-2026-000${i + 1}`, client: `Client ${c}` }),
    ),
    devis: ['A', 'B', 'C', 'D'].map((c, i) =>
      unDevis('Envoyé', {
        numero: `DEV-2026-000${i + 1}`,
        affaire: `AFF-2026-000${i + 1}`,
        client: `Client ${c}`,
        montantHt: euros(5000),
        envoyeA: c === 'D' ? null : `${c.toLowerCase()}@client.example`,
        responsable: i === 2 ? GERANT : CAMILLE,
      }),
    ),
    equipe: [
      { email: GERANT, nom: 'Dominique', role: 'Gérant', actif: true },
      { email: CAMILLE, nom: 'Camille É.', role: 'Consultant', actif: true },
    ],
  });

const camille = (b: Bureau, refuses: readonly Droit[] = []) => b.personne(CAMILLE, refuses);
const brouillonsDe = (b: Bureau) => b.lire().tables.actions.map((a) => a.brouillon);

describe('relances', () => {
  it('montre d’abord ce qui est dû, à qui, et ce qui est écarté', () => {
    const b = bureau();
    const vue = formulaireDe(camille(b).menu('preparerRelances'));
    expect(b.compte).toEqual({ lectures: 2, ecritures: 0 });
    expect(vue.intro).toEqual(['3 relances dues aujourd’hui, dont 2 à vous.']);
    expect(vue.elements.map((e) => [e.titre, e.ton])).toEqual([
      ['DEV-2026-0001 · relance 1', 'neutre'],
      ['DEV-2026-0002 · relance 1', 'neutre'],
      ['DEV-2026-0003 · relance 1', 'neutre'],
      ['DEV-2026-0004', 'attention'],
    ]);
    expect(vue.elements[3]?.detail).toContain('l’adresse à relancer manque');
    expect(vue.elements[0]?.lien).toMatchObject({ onglet: 'Devis', ligne: 2 });
  });

  it('prépare les siennes : un brouillon chacune, inscrit, ouvrable', () => {
    const b = bureau();
    const p = camille(b);
    const panneau = p.menu('preparerRelances');
    expect(champDe(panneau, 'pour').valeur).toBe('Celles que je suis');
    b.remettreLesComptes();
    const fait = reussite(p.envoyer(panneau));
    expect(b.compte).toEqual({ lectures: 4, ecritures: 2 });
    expect(fait.message).toContain('2 brouillons prêts dans votre Gmail');
    const { brouillons } = p.hote;
    expect(brouillons).toHaveLength(2);
    expect(brouillons[0]?.mime).toContain('To: a@client.example');
    expect(brouillonsDe(b)).toEqual(brouillons.map((x) => x.id));
    expect(fait.elements[0]?.adresse).toMatch(
      /^https:\/\/mail\.google\.com\/mail\/\?authuser=camille%40exemple\.fr#drafts\//,
    );
    expect(b.lire().tables.devis.map((d) => d.relancesFaites)).toEqual([1, 1, 0, 0]);
  });

  it('recommencer ne prépare rien de plus', () => {
    const b = bureau();
    const p = camille(b);
    reussite(p.envoyer(p.menu('preparerRelances'), { pour: 'Celles de toute l’équipe' }));
    expect(p.hote.brouillons).toHaveLength(3);
    const encore = resultatDe(p.menu('preparerRelances'));
    expect(encore.message).toContain('1 relance est écartée');
    expect(p.hote.brouillons).toHaveLength(3);
  });

  it('Gmail refusé : des liens préremplis, rien ne reste en suspens', () => {
    const b = bureau();
    const p = camille(b, ['gmail']);
    const fait = reussite(p.envoyer(p.menu('preparerRelances')));
    expect(fait.ton).toBe('attention');
    expect(fait.message).toContain('Gmail n’est pas autorisé');
    expect(p.hote.brouillons).toEqual([]);
    const adresses = fait.elements.flatMap((e) => e.adresse ?? []);
    expect(adresses).toHaveLength(2);
    expect(adresses[0]).toMatch(
      /^https:\/\/mail\.google\.com\/mail\/\?view=cm&fs=1&to=a%40client\.example/,
    );
    expect(brouillonsDe(b)).toEqual(adresses);
  });

  it('interrompu après l’intention : repris sans doubler', () => {
    const b = bureau();
    const p = camille(b);
    const panneau = p.menu('preparerRelances');
    let crees = 0;
    p.hote.surService = (nom, quand) => {
      if (nom === 'Gmail.Users.Drafts.create' && quand === 'apres' && ++crees === 1) {
        throw new Error('Address unavailable');
      }
    };
    const fait = reussite(p.envoyer(panneau));
    p.hote.surService = null;
    expect(fait.message).toContain('1 brouillon n’a pas pu être déposé');
    expect(p.hote.brouillons).toHaveLength(2);
    expect(brouillonsDe(b).filter((x) => x?.startsWith('à déposer'))).toHaveLength(1);
    const suite = p.menu('preparerRelances');
    expect(formulaireDe(suite).elements.map((e) => e.titre)).toContain('DEV-2026-0001 · relance 1');
    reussite(p.envoyer(suite));
    expect(p.hote.brouillons).toHaveLength(2);
    expect(brouillonsDe(b).some((x) => x?.startsWith('à déposer'))).toBe(false);
  });

  it('un brouillon qu’un autre passage a déjà confirmé est retiré de la boîte', () => {
    const b = bureau();
    const p = camille(b);
    const panneau = p.menu('preparerRelances');
    let confirme = false;
    p.hote.surService = (nom, quand) => {
      if (nom !== 'Gmail.Users.Drafts.create' || quand !== 'apres' || confirme) return;
      confirme = true;
      const premiere = b.lire().tables.actions[0];
      const brouillon = Object.keys(b.lire().tables.actions[0] ?? {}).indexOf('brouillon');
      if (premiere) b.classeur.taper('Actions', premiere.ligne, brouillon - 1, 'r-ailleurs');
    };
    reussite(p.envoyer(panneau));
    expect(p.hote.brouillons).toHaveLength(1);
    expect(brouillonsDe(b)[0]).toBe('r-ailleurs');
  });

  it('rien n’est dû : le dit, avec les factures à suivre', () => {
    const b = new Bureau();
    expect(resultatDe(b.personne().menu('preparerRelances'))).toMatchObject({
      ton: 'gagne',
      message: 'Aucune relance n’est due aujourd’hui.',
    });
  });
});
