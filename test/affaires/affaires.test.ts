import { describe, expect, it } from 'vitest';
import { avancer, estCommandee } from '../../src/affaires/etapes';
import { planGoNoGo, type CommandeGoNoGo } from '../../src/affaires/gonogo';
import { listerAffaires } from '../../src/affaires/lister';
import { planAffaireNouvelle } from '../../src/affaires/nouvelle';
import { ETAPES, type Affaire } from '../../src/classeur/tables/affaires';
import { messageDe } from '../../src/messages/probleme';
import { apres, codes, unClient, uneAffaire, unMonde } from '../support/monde';
import { contexte, euros, jour } from '../support/valeurs';

const LE = contexte('2026-03-20');

describe('affaire nouvelle', () => {
  it('un montant estimé négatif est refusé, en le montrant', () => {
    const commande = { client: 'Géo Conseil', objet: 'Nappe', montantEstime: euros(-5) };
    const { problemes, changements } = planAffaireNouvelle(unMonde().snapshot(), commande, LE);
    expect(changements).toEqual([]);
    expect(problemes.map(messageDe).join()).toMatch(/^Montant estimé : -5,00\s€ est négatif\. /);
  });

  it('un client inconnu est créé prospect', () => {
    const monde = unMonde();
    const p = planAffaireNouvelle(
      monde.snapshot(),
      {
        client: ' Géo  Conseil ',
        objet: 'Suivi de nappe',
        origine: 'bouche à oreille',
        besoin: ' mesurer ',
        montantEstime: euros(500),
      },
      LE,
    );
    expect(p.problemes).toEqual([]);
    expect(p.resultat).toEqual({
      numero: 'AFF-2026-0002',
      client: 'Géo Conseil',
      objet: 'Suivi de nappe',
      etape: 'Détectée',
    });
    const s = apres(monde, p);
    expect(s.tables.clients[1]).toMatchObject({
      organisation: 'Géo Conseil',
      statut: 'Prospect',
      origine: 'Bouche à oreille',
    });
    expect(s.tables.affaires[1]).toMatchObject({
      numero: 'AFF-2026-0002',
      responsable: 'gerant@exemple.fr',
      besoin: 'mesurer',
      montantEstime: 50_000,
    });
    expect(s.tables.registre.map((r) => [r.numero, r.pour])).toEqual([
      ['AFF-2026-0001', 'Mairie de Lyon · Étude de sol'],
      ['AFF-2026-0002', 'Géo Conseil · Suivi de nappe'],
    ]);
  });

  it('un client connu est repris sous son nom', () => {
    const monde = unMonde({ clients: [unClient({ organisation: 'SARL Dupont' })] });
    const p = planAffaireNouvelle(monde.snapshot(), { client: 'dupont', objet: 'X' }, LE);
    expect(p.resultat.client).toBe('SARL Dupont');
    expect(apres(monde, p).tables.clients).toHaveLength(1);
  });

  it.each([
    ['Client', { client: 'x'.repeat(32_768), objet: 'X' }],
    ['Objet', { client: 'Mairie', objet: 'x'.repeat(32_768) }],
    ['Besoin', { client: 'Mairie', objet: 'X', besoin: 'x'.repeat(32_768) }],
  ])('« %s » trop long pour une cellule : refusé', (colonne, commande) => {
    const p = planAffaireNouvelle(unMonde().snapshot(), commande, LE);
    expect([p.changements, p.problemes.map(messageDe)]).toEqual([
      [],
      [
        `« ${colonne} » a 32\u202f768 caractères, une cellule en contient 32\u202f767 au plus. Raccourcissez ce texte.`,
      ],
    ]);
  });

  it('un nom très proche est créé, et signalé', () => {
    const monde = unMonde();
    const p = planAffaireNouvelle(monde.snapshot(), { client: 'Mairie de Lyn', objet: 'X' }, LE);
    expect(p.problemes.map(messageDe)[0]).toContain('« Mairie de Lyon » existe et lui ressemble');
    expect(apres(monde, p).tables.clients).toHaveLength(2);
  });

  it.each([
    [{ client: ' ', objet: '' }, ['AFFAIRE_SANS_CLIENT', 'AFFAIRE_SANS_OBJET']],
    [{ client: 'A', objet: 'B', origine: 'Minitel' }, ['ORIGINE_INVALIDE']],
    [{ client: 'A', objet: 'B', responsable: 'Léa' }, ['ADRESSE_INVALIDE']],
  ])('%j → %j', (commande, attendus) => {
    const p = planAffaireNouvelle(unMonde().snapshot(), commande, LE);
    expect(codes(p)).toEqual(attendus);
    expect(p.changements).toEqual([]);
    for (const x of p.problemes) expect(messageDe(x)).not.toMatch(/undefined|null/);
  });

  it('le masque invalide, le rôle : refusés', () => {
    const masque = unMonde({
      parametres: [{ reglage: 'Masque des numéros d’affaire', valeur: 'AFF' }],
    });
    expect(codes(planAffaireNouvelle(masque.snapshot(), { client: 'A', objet: 'B' }, LE))).toEqual([
      'MASQUE_INVALIDE',
    ]);
    const raf = unMonde({ equipe: [{ email: 'gerant@exemple.fr', role: 'RAF' }] });
    expect(codes(planAffaireNouvelle(raf.snapshot(), { client: 'A', objet: 'B' }, LE))).toEqual([
      'DROIT_REFUSE',
    ]);
  });
});

describe('Go/NoGo', () => {
  const VIERGE = {
    decision: null,
    delai: null,
    competence: null,
    etape: 'Détectée' as const,
    decideLe: null,
  };
  const jouer = (
    affaire: Partial<Omit<Affaire, 'ligne'>>,
    commande: Omit<CommandeGoNoGo, 'affaire'>,
  ) => {
    const monde = unMonde({ affaires: [uneAffaire({ ...VIERGE, ...affaire })] });
    const p = planGoNoGo(monde.snapshot(), { affaire: 'aff-2026-0001', ...commande }, LE);
    return { p, a: apres(monde, p).tables.affaires[0] };
  };
  const OUI = { delai: true, competence: true };

  it('Go : qui, quand, critères, étape', () => {
    const { p, a } = jouer({}, { decision: 'go', ...OUI, ressources: true });
    expect(p.resultat).toEqual({ numero: 'AFF-2026-0001', decision: 'Go', problemes: [] });
    expect(a).toMatchObject({
      decision: 'Go',
      ...OUI,
      ressources: true,
      donnees: null,
      decidePar: 'gerant@exemple.fr',
      decideLe: '2026-03-20',
      etape: 'Go',
    });
  });

  it.each([
    ['sans critères', {}, { decision: 'go' }, ['CRITERE_MANQUANT', 'CRITERE_MANQUANT']],
    ['sans compétence', {}, { decision: 'nogo', delai: false }, ['CRITERE_MANQUANT']],
    ['Go malgré un non', {}, { decision: 'go', delai: false, competence: true }, ['GO_CONTREDIT']],
    [
      'Go malgré un non déjà écrit',
      { moyens: false },
      { decision: 'go', ...OUI },
      ['GO_CONTREDIT'],
    ],
    ['conditions vides', {}, { decision: 'go-sous-conditions', ...OUI }, ['GO_SANS_CONDITIONS']],
    ['décision inconnue', {}, { decision: 'feu vert', ...OUI }, ['GONOGO_INVALIDE']],
    [
      'NoGo après la commande',
      { etape: 'Livrée' as const },
      { decision: 'nogo', ...OUI },
      ['NOGO_TROP_TARD'],
    ],
  ])('refusé : %s', (_, affaire, commande, attendus) => {
    const { p } = jouer(affaire, commande);
    expect(codes(p)).toEqual(attendus);
    expect(p.changements).toEqual([]);
    expect(p.resultat).toMatchObject({ decision: null });
    for (const x of p.problemes) expect(messageDe(x)).not.toMatch(/undefined|null/);
  });

  it.each([
    ['critères déjà écrits', OUI, { decision: 'Go' }, 'Go'],
    [
      'sous conditions, malgré un non',
      {},
      { decision: 'go sous conditions', delai: false, competence: true, conditions: 'Renfort' },
      'Go',
    ],
    ['NoGo', {}, { decision: 'NoGo', delai: false, competence: true }, 'Abandonnée'],
    ['Go après un NoGo', { etape: 'Abandonnée' as const }, { decision: 'go', ...OUI }, 'Go'],
    [
      'Go d’une affaire avancée',
      { etape: 'Devis en cours' as const },
      { decision: 'go', ...OUI },
      'Devis en cours',
    ],
    ['Go d’une affaire perdue', { etape: 'Perdue' as const }, { decision: 'go', ...OUI }, 'Perdue'],
    ['à compléter', { etape: 'Go' as const }, { decision: 'à compléter' }, 'Qualifiée'],
    [
      'à compléter plus tard',
      { etape: 'Devis en cours' as const },
      { decision: 'a completer' },
      'Devis en cours',
    ],
    ['à compléter sans étape', { etape: null }, { decision: 'à compléter' }, 'Qualifiée'],
    ['à revoir', { etape: 'Devis en cours' as const }, { decision: 'à revoir' }, 'Devis en cours'],
  ])('%s', (_, affaire, commande, etape) => {
    const { p, a } = jouer(affaire, commande);
    expect(p.problemes).toEqual([]);
    expect(a?.etape).toBe(etape);
  });

  it.each([
    ['etape', 'bientôt', { decision: 'go', ...OUI }],
    ['moyens', 'à voir', { decision: 'go', ...OUI }],
  ])('%s illisible', (colonne, brut, commande) => {
    const s = unMonde().ecrire('affaires', 2, colonne, brut).snapshot();
    const p = planGoNoGo(s, { affaire: 'AFF-2026-0001', ...commande }, LE);
    expect(codes(p)).toEqual(['CELLULE_A_CORRIGER']);
  });

  it('affaire inconnue ou en double', () => {
    const s = unMonde({
      affaires: [uneAffaire(), uneAffaire({ numero: 'A-2' }), uneAffaire({ numero: 'a 2' })],
    }).snapshot();
    const jouer = (affaire: string) =>
      planGoNoGo(s, { affaire, decision: 'go', ...OUI }, LE).problemes.map(messageDe);
    expect(jouer('AFF-2026-0011')[0]).toContain('La plus proche est « AFF-2026-0001 »');
    expect(jouer('zzzzzz')[0]).toContain('ou créez-la');
    expect(jouer('A-2')[0]).toContain('lignes (3, 4)');
  });
});

describe('étapes et liste', () => {
  it.each(ETAPES)('%s ne recule pas vers « Devis en cours »', (etape) => {
    const derriere = ['Détectée', 'Qualifiée', 'Go', 'Perdue', 'Abandonnée'].includes(etape);
    expect(avancer(etape, 'Devis en cours')).toBe(derriere ? 'Devis en cours' : etape);
    const commandee = !derriere && etape !== 'Devis en cours';
    expect(estCommandee(etape)).toBe(commandee);
  });

  it.each([
    [{}, 2],
    [{ etape: 'Perdue' as const }, 1],
    [{ client: 'LYON' }, 1],
    [{ responsable: 'lea@exemple.fr' }, 1],
  ])('%j : %s', (filtres, nombre) => {
    const s = unMonde({
      affaires: [
        uneAffaire(),
        uneAffaire({
          numero: 'A-2',
          client: null,
          etape: 'Perdue',
          responsable: 'lea@exemple.fr',
          recontacterLe: jour('2026-09-01'),
        }),
      ],
    }).snapshot();
    const liste = listerAffaires(s, filtres);
    expect(liste).toHaveLength(nombre);
    expect(Object.keys(liste[0] ?? {})).toContain('recontacterLe');
  });
});
