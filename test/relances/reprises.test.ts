import { describe, expect, it } from 'vitest';
import type { ValeursDe } from '../../src/classeur/tables';
import { planConfirmer } from '../../src/relances/depot';
import type { Depot } from '../../src/relances/marque-depot';
import { planDuJour } from '../../src/relances/plan-du-jour';
import { planReprises } from '../../src/relances/reprises';
import { classeurDe, clientDe, contexte, devisEnvoye, jour } from './support';

const LE = '2026-03-10';
const LEA = 'lea@exemple.fr';
const GMAIL: Depot = { depot: 'gmail', boite: LEA };

const enAttente = (valeurs: Partial<ValeursDe<'actions'>> = {}) => ({
  date: jour('2026-03-09'),
  type: 'Relance' as const,
  devis: 'DEV-2026-0001',
  client: 'Ville d’Exemple',
  auteur: 'ancien@autre.example',
  reference: 'DEV-2026-0001/R1',
  brouillon: `à déposer (${LEA})`,
  ...valeurs,
});
const inscrit = (valeurs: Partial<ValeursDe<'devis'>> = {}) =>
  devisEnvoye({
    relancesFaites: 1,
    derniereRelance: jour('2026-03-09'),
    prochaineRelance: jour('2026-03-17'),
    ...valeurs,
  });
const interrompu = (contenu: Parameters<typeof classeurDe>[0] = {}) =>
  classeurDe({ devis: [inscrit()], actions: [enAttente()], ...contenu });
const jouer = (classeur = interrompu(), depot: Depot = GMAIL, le = LE) =>
  planDuJour(classeur.snapshot(), contexte(le, 'gerant@exemple.fr'), depot);

describe('où est le brouillon : colonne « Brouillon » de l’action', () => {
  it.each<[string, Depot, string | RegExp]>([
    ['fichier', { depot: 'fichier' }, 'DEV-2026-0001-relance-1.eml'],
    ['Gmail : l’intention, et la boîte', GMAIL, 'à déposer (lea@exemple.fr)'],
    ['Gmail sans boîte dite', { depot: 'gmail' }, 'à déposer (gerant@exemple.fr)'],
    [
      'Gmail refusé : un lien',
      { depot: 'lien' },
      /^https:\/\/mail\.google\.com\/.*achats%40client/,
    ],
  ])('%s', (_, depot, attendu) => {
    const classeur = classeurDe();
    const p = jouer(classeur, depot);
    const { actions } = classeur.appliquer(p.changements).snapshot().tables;
    expect(actions[0]?.brouillon).toMatch(attendu);
  });
});

describe('reprendre un dépôt interrompu', () => {
  it('le même message est rendu : même référence, même Message-ID, même si le responsable a changé', () => {
    const p = jouer(interrompu({ devis: [inscrit({ responsable: 'nouveau@ailleurs.example' })] }));
    expect(p.brouillons).toMatchObject([
      {
        reference: 'DEV-2026-0001/R1',
        messageId: 'relance.DEV-2026-0001_2f_R1@autre.example',
        destinataire: 'achats@client.example',
      },
    ]);
    expect(p.resultat).toMatchObject({ dues: 1, refusees: [], enAttente: [] });
    expect(p.changements).toEqual([]);
  });

  it('la relance suivante, due le même jour, attend : un message à la fois', () => {
    const p = jouer(interrompu(), GMAIL, '2026-03-17');
    expect(p.brouillons.map((b) => b.reference)).toEqual(['DEV-2026-0001/R1']);
    expect(p.resultat.refusees.map((r) => r.code)).toEqual(['RELANCE_TROP_PROCHE']);
  });

  it('deux lignes de même référence : un seul message', () => {
    const p = jouer(interrompu({ actions: [enAttente(), enAttente()] }));
    expect(p.brouillons).toHaveLength(1);
  });

  it.each<[string, Parameters<typeof interrompu>[0], string]>([
    ['signé', { devis: [inscrit({ statut: 'Signé' })] }, 'il est « Signé »'],
    ['refusé', { devis: [inscrit({ statut: 'Refusé' })] }, 'il est « Refusé »'],
    ['remplacé', { devis: [inscrit({ statut: 'Remplacé' })] }, 'il est « Remplacé »'],
    [
      'une version plus récente est partie',
      { devis: [inscrit(), inscrit({ version: 2, relancesFaites: 0 })] },
      'une version plus récente est partie',
    ],
    ['disparu', { devis: [] }, 'il n’est plus dans l’onglet « Devis »'],
  ])('%s : close avec la raison, sans message, et pour de bon', (_, contenu, raison) => {
    const classeur = interrompu(contenu);
    const p = planReprises(classeur.snapshot(), contexte(LE), { depot: 'gmail', boite: LEA });
    expect([p.brouillons, p.problemes]).toEqual([[], []]);
    expect(p.resultat.refusees).toMatchObject([
      { devis: 'DEV-2026-0001', code: 'REPRISE_SANS_OBJET' },
    ]);
    expect(p.resultat.refusees[0]?.message).toContain(raison);
    const apres = classeur.appliquer(p.changements).snapshot();
    expect(apres.tables.actions[0]).toMatchObject({
      type: 'Autre',
      brouillon: 'aucun',
      reference: 'DEV-2026-0001/R1',
    });
    expect(apres.tables.actions[0]?.compteRendu).toContain(raison);
    const suivant = planReprises(apres, contexte(LE), { depot: 'gmail', boite: LEA });
    expect([suivant.brouillons, suivant.changements]).toEqual([[], []]);
  });

  it.each<[string, ReturnType<typeof interrompu>, string, number]>([
    [
      'statut illisible',
      interrompu().ecrire('devis', 2, 'statut', '??'),
      'RELANCE_CELLULE_ILLISIBLE',
      1,
    ],
    [
      'adresse effacée',
      interrompu({ devis: [inscrit({ envoyeA: null })] }),
      'RELANCE_SANS_ADRESSE',
      1,
    ],
    [
      'variable vide',
      interrompu({ devis: [inscrit({ objet: null })] }),
      'RELANCE_VARIABLE_VIDE',
      1,
    ],
    [
      'plus de modèle de ce rang',
      interrompu({ actions: [enAttente({ reference: 'DEV-2026-0001/R9' })] }),
      'REPRISE_SANS_MODELE',
      1,
    ],
    [
      'référence effacée',
      interrompu({ actions: [enAttente({ reference: null })] }),
      'REPRISE_SANS_REFERENCE',
      1,
    ],
    [
      '« Ne pas relancer »',
      interrompu({ clients: [clientDe(undefined, { nePasRelancer: true })] }),
      'RELANCE_NE_PAS_RELANCER',
      0,
    ],
  ])('%s : reste « à déposer », et le dit', (_, classeur, code, problemes) => {
    const p = planReprises(classeur.snapshot(), contexte(LE), { depot: 'gmail', boite: LEA });
    expect(p.resultat.refusees.map((r) => r.code)).toEqual([code]);
    expect([p.brouillons, p.changements, p.problemes.length]).toEqual([[], [], problemes]);
  });

  it('la boîte d’une autre personne lui est laissée, et nommée', () => {
    const p = jouer(interrompu(), { depot: 'gmail', boite: 'paul@exemple.fr' });
    expect(p.brouillons).toEqual([]);
    expect(p.resultat.enAttente).toEqual([{ reference: 'DEV-2026-0001/R1', boite: LEA }]);
    expect(jouer(interrompu(), { depot: 'fichier' }).resultat.enAttente).toHaveLength(1);
  });

  it.each(['à déposer (LEA@exemple.fr)', ' À déposer ', 'à déposer()'])(
    'se reconnaît : « %s »',
    (marque) => {
      expect(
        jouer(interrompu({ actions: [enAttente({ brouillon: marque })] })).brouillons,
      ).toHaveLength(1);
    },
  );

  it('Gmail refusé entre-temps : l’intention devient un lien, en une écriture', () => {
    const classeur = interrompu();
    const p = jouer(classeur, { depot: 'lien', boite: LEA });
    const { actions } = classeur.appliquer(p.changements).snapshot().tables;
    expect(actions[0]?.brouillon).toMatch(/^https:\/\/mail\.google\.com/);
    expect(jouer(classeur, { depot: 'lien', boite: LEA }).brouillons).toEqual([]);
  });
});

describe('`pour` : les devis d’une personne', () => {
  const devis = [
    devisEnvoye({ numero: 'A', responsable: LEA, envoyeA: 'a@client.example' }),
    devisEnvoye({ numero: 'B', responsable: 'paul@exemple.fr', envoyeA: 'b@client.example' }),
    devisEnvoye({
      numero: 'C',
      responsable: null,
      auteur: 'Léa Petit',
      envoyeA: 'c@client.example',
    }),
    devisEnvoye({
      numero: 'D',
      responsable: 'paul@exemple.fr',
      auteur: LEA,
      envoyeA: 'd@client.example',
    }),
  ];
  it('responsable, à défaut auteur, par adresse ou par nom ; les autres ne sont ni dus ni écrits', () => {
    const p = planDuJour(classeurDe({ devis }).snapshot(), contexte(LE), {
      depot: 'fichier',
      pour: LEA,
    });
    expect(p.resultat.brouillons.map((b) => b.devis)).toEqual(['A', 'C']);
    expect(p.resultat.dues).toBe(2);
    expect(
      p.changements.flatMap((c) => (c.type === 'modifier' && c.table === 'devis' ? c.nom : [])),
    ).toEqual(['A', 'C']);
  });
});

describe('planConfirmer', () => {
  const pose = { reference: 'DEV-2026-0001/R1', id: 'r-123' };
  it('inscrit l’identifiant ; recommencer ne change rien', () => {
    const classeur = interrompu();
    const p = planConfirmer(classeur.snapshot(), [pose]);
    expect(p.resultat).toEqual({ confirmes: [pose], enTrop: [] });
    expect(p.changements).toHaveLength(1);
    classeur.appliquer(p.changements);
    expect(classeur.snapshot().tables.actions[0]?.brouillon).toBe('r-123');
    const encore = planConfirmer(classeur.snapshot(), [pose]);
    expect([encore.changements, encore.resultat]).toEqual([[], p.resultat]);
  });

  it('un autre passage a confirmé avant : celui-ci est en trop, le classeur ne change pas', () => {
    const classeur = interrompu({ actions: [enAttente({ brouillon: 'r-999' })] });
    const p = planConfirmer(classeur.snapshot(), [pose]);
    expect([p.changements, p.resultat]).toEqual([[], { confirmes: [], enTrop: [pose] }]);
  });

  it('ligne effacée à la main : on ne touche à rien, et on ne retire rien', () => {
    const p = planConfirmer(interrompu({ actions: [] }).snapshot(), [pose]);
    expect([p.changements, p.resultat]).toEqual([[], { confirmes: [], enTrop: [] }]);
  });
});
