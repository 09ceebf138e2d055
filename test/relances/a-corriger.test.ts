import { describe, expect, it } from 'vitest';
import { messageDe } from '../../src/messages/probleme';
import { planRelances } from '../../src/relances/plan-relances';
import { classeurDe, clientDe, contexte, devisEnvoye, jour } from './support';

const LE = '2026-03-10';
const plan = (classeur = classeurDe(), le = LE) => planRelances(classeur.snapshot(), contexte(le));
const codes = (p: ReturnType<typeof plan>) => p.resultat.refusees.map((r) => r.code);

const illisible = (table: 'devis' | 'clients' | 'actions', colonne: string) =>
  classeurDe({
    actions: [{ type: 'Relance', devis: 'DEV-2026-0001', date: jour('2026-01-05') }],
  }).ecrire(table, 2, colonne, 'bientôt ?');

it.each<[string, ReturnType<typeof classeurDe>, string]>([
  ['pas avant le', illisible('devis', 'pasDeRelanceAvant'), 'cellule X2'],
  ['prochaine relance', illisible('devis', 'prochaineRelance'), 'Prochaine relance'],
  ['relances faites', illisible('devis', 'relancesFaites'), 'Relances faites'],
  ['envoyé le', illisible('devis', 'envoyeLe'), 'Envoyé le'],
  ['version', illisible('devis', 'version'), 'Version'],
  ['statut', illisible('devis', 'statut'), 'Statut'],
  ['ne pas relancer', illisible('clients', 'nePasRelancer'), 'Onglet « Clients »'],
  ['NPAI', illisible('clients', 'npai'), 'NPAI'],
  ['date d’une relance', illisible('actions', 'date'), 'Onglet « Actions », cellule A2'],
])('cellule illisible qui décide : %s', (_, classeur, extrait) => {
  const p = plan(classeur);
  expect(codes(p)).toEqual(['RELANCE_CELLULE_ILLISIBLE']);
  expect(p.resultat.refusees[0]?.message).toContain('« bientôt ? »');
  expect(p.resultat.refusees[0]?.message).toContain(extrait);
  expect(p.problemes).toHaveLength(1);
  expect(p.changements).toEqual([]);
});

describe('ce qu’une personne doit corriger', () => {
  it.each([
    ['ancienne', '2026-01-05', 1],
    ['récente', '2026-03-08', 0],
  ])('type illisible d’une action %s', (_, date, attendus) => {
    const actions = [{ type: 'Relance' as const, devis: 'DEV-2026-0001', date: jour(date) }];
    const classeur = classeurDe({ actions }).ecrire('actions', 2, 'type', 'relnace');
    expect(plan(classeur).resultat.brouillons).toHaveLength(attendus);
  });

  it('cellule illisible d’un devis dont le jour n’est pas venu : rien', () => {
    const devis = [devisEnvoye({ prochaineRelance: jour('2026-03-20') })];
    const classeur = classeurDe({ devis }).ecrire('devis', 2, 'relancesFaites', '?');
    expect(plan(classeur).resultat.dues).toBe(0);
  });

  it('envoi connu mais compteur illisible et jour vide : due dès J+7', () => {
    const devis = [devisEnvoye({ prochaineRelance: null })];
    const classeur = classeurDe({ devis }).ecrire('devis', 2, 'relancesFaites', '?');
    expect(plan(classeur, '2026-03-08').resultat.dues).toBe(0);
    expect(codes(plan(classeur, '2026-03-09'))).toEqual(['RELANCE_CELLULE_ILLISIBLE']);
  });

  it('statut illisible d’une version plus récente : peut-être une décision', () => {
    const suivante = devisEnvoye({ version: 2, statut: 'Brouillon' });
    const classeur = classeurDe({ devis: [devisEnvoye(), suivante] });
    expect(codes(plan(classeur.ecrire('devis', 3, 'statut', 'Signée ?')))).toEqual([
      'RELANCE_CELLULE_ILLISIBLE',
    ]);
  });

  it('statut illisible d’une version plus ancienne : sans importance', () => {
    const suivante = devisEnvoye({ version: 2 });
    const classeur = classeurDe({ devis: [devisEnvoye(), suivante] });
    expect(plan(classeur.ecrire('devis', 2, 'statut', '?')).resultat.brouillons).toHaveLength(1);
  });

  it.each<[string, Parameters<typeof classeurDe>[0], string, string]>([
    ['sans adresse', { devis: [devisEnvoye({ envoyeA: null })] }, 'RELANCE_SANS_ADRESSE', 'R2'],
    [
      'adresse invalide',
      { devis: [devisEnvoye({ envoyeA: 'a@client.example; b@client.example' })] },
      'RELANCE_ADRESSE_INVALIDE',
      'R2',
    ],
    ['sans date d’envoi', { devis: [devisEnvoye({ envoyeLe: null })] }, 'RELANCE_SANS_ENVOI', 'Q2'],
    [
      'sans date du tout',
      { devis: [devisEnvoye({ envoyeLe: null, prochaineRelance: null })] },
      'RELANCE_SANS_ENVOI',
      'Q2',
    ],
    ['sans numéro', { devis: [devisEnvoye({ numero: null })] }, 'RELANCE_SANS_NUMERO', 'A2'],
    [
      'deux lignes du même devis',
      { devis: [devisEnvoye(), devisEnvoye({ version: null })] },
      'RELANCE_DOUBLON',
      '2, 3',
    ],
    [
      'client inconnu',
      { clients: [clientDe('Ville d’Exemples')] },
      'RELANCE_CLIENT_INCONNU',
      'Ville d’Exemples',
    ],
    ['sans client', { devis: [devisEnvoye({ client: null })] }, 'RELANCE_CLIENT_INCONNU', 'manque'],
    ['variable vide', { devis: [devisEnvoye({ objet: null })] }, 'RELANCE_VARIABLE_VIDE', 'E2'],
  ])('%s', (_, contenu, code, extrait) => {
    const p = plan(classeurDe(contenu));
    expect([p.resultat.dues, codes(p), p.brouillons, p.changements]).toEqual([1, [code], [], []]);
    expect(p.resultat.refusees[0]?.message).toContain(extrait);
    expect(p.problemes.map((x) => x.code)).toEqual([code]);
  });

  it('tous les problèmes d’une relance sont dits, pas seulement le premier', () => {
    const devis = [devisEnvoye({ envoyeA: null, client: 'Inconnu' })];
    const p = plan(classeurDe({ devis }));
    expect(p.problemes.map((x) => x.code)).toEqual([
      'RELANCE_CLIENT_INCONNU',
      'RELANCE_SANS_ADRESSE',
    ]);
    expect(p.resultat.refusees[0]?.message).toBe(p.problemes.map(messageDe).join(' '));
  });

  it('un arrêt voulu suffit : on ne demande pas de corriger le reste', () => {
    const devis = [devisEnvoye({ envoyeA: null })];
    const p = plan(classeurDe({ devis, clients: [clientDe(undefined, { npai: true })] }));
    expect([codes(p), p.problemes]).toEqual([['RELANCE_NPAI'], []]);
  });

  it('« Dernier contact » illisible n’est pas écrasé ; plus récent, il reste', () => {
    const classeur = classeurDe().ecrire('clients', 2, 'dernierContact', 'jeudi');
    expect(plan(classeur).changements.map((c) => c.table)).toEqual(['devis', 'actions']);
    const futur = classeurDe({
      clients: [clientDe(undefined, { dernierContact: jour('2026-03-12') })],
    });
    expect(plan(futur).changements.map((c) => c.table)).toEqual(['devis', 'actions']);
  });
});

describe('onglet Modèles douteux : aucune relance, et la raison', () => {
  const modele = {
    usage: 'Relance devis' as const,
    code: 'R1',
    rang: 1,
    delaiJours: 7,
    objet: 'o',
    corps: 'c',
    actif: true,
  };
  it.each<[string, ReturnType<typeof classeurDe>, string]>([
    [
      'délai illisible',
      classeurDe({ modeles: [modele] }).ecrire('modeles', 2, 'delaiJours', 'une semaine'),
      'RELANCE_CELLULE_ILLISIBLE',
    ],
    [
      '« Actif » illisible',
      classeurDe({ modeles: [modele] }).ecrire('modeles', 2, 'actif', 'peut-être'),
      'RELANCE_CELLULE_ILLISIBLE',
    ],
    [
      'usage illisible',
      classeurDe({ modeles: [modele] }).ecrire('modeles', 2, 'usage', 'relance dévi'),
      'RELANCE_CELLULE_ILLISIBLE',
    ],
    [
      'sans délai',
      classeurDe({ modeles: [modele, { ...modele, code: 'R2', rang: 2, delaiJours: null }] }),
      'RELANCE_MODELE_SANS_DELAI',
    ],
    [
      'deux fois le même rang',
      classeurDe({ modeles: [modele, { ...modele, code: 'R1 bis' }] }),
      'RELANCE_MODELE_EN_DOUBLE',
    ],
    ['objet vide', classeurDe({ modeles: [{ ...modele, objet: null }] }), 'RELANCE_MODELE_VIDE'],
  ])('%s', (_, classeur, code) => {
    const p = plan(classeur);
    expect([codes(p), p.problemes.map((x) => x.code), p.changements]).toEqual([[code], [code], []]);
  });
});
