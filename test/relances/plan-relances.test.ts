import { describe, expect, it } from 'vitest';
import type { ValeursDe } from '../../src/classeur/tables';
import { messageDe } from '../../src/messages/probleme';
import { planRelances } from '../../src/relances/plan-relances';
import { classeurDe, clientDe, contexte, devisEnvoye, jour } from './support';

const LE = '2026-03-10';
const plan = (classeur = classeurDe(), le = LE) => planRelances(classeur.snapshot(), contexte(le));
const codes = (p: ReturnType<typeof plan>) => p.resultat.refusees.map((r) => r.code);

describe('un devis envoyé, à son jour, devient un brouillon', () => {
  it('adressé à « Envoyé à », inscrit au devis, au journal commercial et au client', () => {
    const p = plan();
    expect(p.problemes).toEqual([]);
    expect(p.resultat).toEqual({
      dues: 1,
      refusees: [],
      brouillons: [
        {
          devis: 'DEV-2026-0001',
          rang: 1,
          destinataire: 'achats@client.example',
          objet: 'Notre devis DEV-2026-0001 : Étude de sol',
          reference: 'DEV-2026-0001/R1',
        },
      ],
    });
    const [b] = p.brouillons;
    expect(b).toMatchObject({
      copie: [],
      date: LE,
      messageId: 'relance.DEV-2026-0001_2f_R1@exemple.fr',
      enReponseA: null,
    });
    expect(b?.corps).toContain('Mme Martin,\n\nNous vous avons adressé le 2 mars 2026');
    expect(b?.corps).toMatch(/Cordialement,\n\nLéa Petit\n01 02 03 04 05$/);
    const apres = classeurDe().appliquer(p.changements).snapshot().tables;
    expect(apres.devis[0]).toMatchObject({
      relancesFaites: 1,
      derniereRelance: LE,
      prochaineRelance: '2026-03-17',
    });
    expect(apres.clients[0]?.dernierContact).toBe(LE);
    expect(apres.actions).toMatchObject([
      {
        date: LE,
        type: 'Relance',
        client: 'Ville d’Exemple',
        affaire: 'AFF-2026-0001',
        devis: 'DEV-2026-0001',
        auteur: 'gerant@exemple.fr',
        reference: 'DEV-2026-0001/R1',
      },
    ]);
  });

  it('la version est dans la référence, et la deuxième relance répond à la première', () => {
    const p = plan(classeurDe({ devis: [devisEnvoye({ version: 2, relancesFaites: 1 })] }));
    expect(p.brouillons[0]).toMatchObject({
      reference: 'DEV-2026-0001-V2/R2',
      enReponseA: 'relance.DEV-2026-0001-V2_2f_R1@exemple.fr',
    });
  });

  it('plusieurs étapes manquées : un seul brouillon, la première qui n’est pas faite', () => {
    const p = plan(classeurDe({ devis: [devisEnvoye({ prochaineRelance: null })] }), '2026-04-13');
    expect(p.resultat.brouillons.map((b) => b.rang)).toEqual([1]);
    // J+15 est passé : la suivante est à cinq jours au moins, un jour ouvré
    expect(p.changements[0]).toMatchObject({ apres: { prochaineRelance: '2026-04-20' } });
  });

  it('la dernière relance vide « Prochaine relance »', () => {
    const p = plan(classeurDe({ devis: [devisEnvoye({ relancesFaites: 2 })] }), '2026-04-01');
    expect(p.changements[0]).toMatchObject({
      apres: { relancesFaites: 3, prochaineRelance: null },
    });
  });

  it('une offre expirée est relancée, et le texte dit « était valable »', () => {
    const p = plan(classeurDe({ devis: [devisEnvoye({ relancesFaites: 2 })] }), '2026-04-02');
    expect(p.brouillons[0]?.corps).toContain('était valable jusqu’au 1er avril 2026');
  });
});

describe('ce qui n’est pas dû', () => {
  it.each<[string, Partial<ValeursDe<'devis'>>]>([
    ['avant son jour', { prochaineRelance: jour('2026-03-11') }],
    ['sans jour inscrit, avant J+7', { prochaineRelance: null, envoyeLe: jour('2026-03-04') }],
    ['toutes les relances faites', { relancesFaites: 3, prochaineRelance: null }],
    ['brouillon', { statut: 'Brouillon' }],
    ['validé, pas encore envoyé', { statut: 'Validé' }],
    ['signé', { statut: 'Signé' }],
    ['refusé', { statut: 'Refusé' }],
    ['sans suite', { statut: 'Sans suite' }],
    ['remplacé', { statut: 'Remplacé' }],
    ['annulé', { statut: 'Annulé' }],
  ])('%s', (_, valeurs) => {
    const p = plan(classeurDe({ devis: [devisEnvoye(valeurs)] }));
    expect([p.resultat, p.changements, p.problemes]).toEqual([
      { dues: 0, brouillons: [], refusees: [] },
      [],
      [],
    ]);
  });

  it('une ancienne version, la nouvelle étant partie', () => {
    const nouvelle = devisEnvoye({ version: 2, prochaineRelance: jour('2026-03-20') });
    expect(plan(classeurDe({ devis: [devisEnvoye(), nouvelle] })).resultat.dues).toBe(0);
  });

  it('mais la version partie est relancée tant que la suivante n’est qu’un brouillon', () => {
    const suivante = devisEnvoye({ version: 2, statut: 'Brouillon', envoyeLe: null });
    const p = plan(classeurDe({ devis: [devisEnvoye(), suivante] }));
    expect(p.resultat.brouillons.map((b) => b.devis)).toEqual(['DEV-2026-0001']);
  });
});

describe('arrêts voulus : comptés, expliqués, sans être des problèmes', () => {
  const relance = (valeurs: Partial<ValeursDe<'actions'>>) => ({
    type: 'Relance' as const,
    date: jour('2026-03-06'),
    devis: 'DEV-2026-0001',
    client: 'Ville d’Exemple',
    ...valeurs,
  });
  it.each<[string, Parameters<typeof classeurDe>[0], string]>([
    [
      '« Ne pas relancer »',
      { clients: [clientDe(undefined, { nePasRelancer: true })] },
      'RELANCE_NE_PAS_RELANCER',
    ],
    [
      'sur l’une des deux fiches du même client',
      { clients: [clientDe(), clientDe('VILLE D’EXEMPLE', { nePasRelancer: true })] },
      'RELANCE_NE_PAS_RELANCER',
    ],
    ['NPAI', { clients: [clientDe(undefined, { npai: true })] }, 'RELANCE_NPAI'],
    [
      '« Pas de relance avant le » demain',
      { devis: [devisEnvoye({ pasDeRelanceAvant: jour('2026-03-11') })] },
      'RELANCE_PAS_AVANT',
    ],
    ['relancé il y a 4 jours', { actions: [relance({})] }, 'RELANCE_TROP_PROCHE'],
    [
      'relancé pour un autre devis, à la même adresse',
      {
        devis: [
          devisEnvoye(),
          devisEnvoye({
            numero: 'DEV-2026-0002',
            statut: 'Signé',
            envoyeA: 'ACHATS@client.example',
          }),
        ],
        actions: [relance({ devis: 'DEV-2026-0002' })],
      },
      'RELANCE_TROP_PROCHE',
    ],
    [
      'relancé sans que le journal dise pour quel devis',
      { actions: [relance({ devis: null })] },
      'RELANCE_TROP_PROCHE',
    ],
    [
      '« Dernière relance » récente d’un autre devis',
      {
        devis: [
          devisEnvoye(),
          devisEnvoye({ numero: 'DEV-2', statut: 'Signé', derniereRelance: jour('2026-03-07') }),
        ],
      },
      'RELANCE_TROP_PROCHE',
    ],
  ])('%s', (_, contenu, code) => {
    const p = plan(classeurDe(contenu));
    expect([p.resultat.dues, codes(p), p.problemes]).toEqual([1, [code], []]);
    expect([p.changements, p.brouillons]).toEqual([[], []]);
    expect(p.resultat.refusees[0]?.message).toContain('DEV-2026-0001');
  });

  it.each<[string, Parameters<typeof classeurDe>[0]]>([
    [
      '« Pas de relance avant le » aujourd’hui',
      { devis: [devisEnvoye({ pasDeRelanceAvant: jour(LE) })] },
    ],
    ['relancé il y a 5 jours', { actions: [relance({ date: jour('2026-03-05') })] }],
    ['un appel hier', { actions: [relance({ type: 'Appel', date: jour('2026-03-09') })] }],
    [
      'une relance hier, à un autre contact du client',
      {
        devis: [
          devisEnvoye(),
          devisEnvoye({ numero: 'DEV-2', statut: 'Signé', envoyeA: 'autre@client.example' }),
        ],
        actions: [relance({ devis: 'DEV-2' })],
      },
    ],
    ['une relance hier, à un autre client', { actions: [relance({ devis: null, client: 'X' })] }],
    [
      'le réglage à zéro',
      {
        parametres: [{ reglage: 'Jours entre deux relances au même contact', valeur: 0 }],
        actions: [relance({ date: jour(LE) })],
      },
    ],
  ])('n’arrête pas : %s', (_, contenu) => {
    expect(plan(classeurDe(contenu)).resultat.brouillons).toHaveLength(1);
  });

  it('deux devis au même contact : le plus ancien part, l’autre attend', () => {
    const p = plan(
      classeurDe({
        devis: [
          devisEnvoye({ numero: 'B', prochaineRelance: jour('2026-03-10') }),
          devisEnvoye({ numero: 'A', prochaineRelance: jour('2026-03-09') }),
        ],
      }),
    );
    expect(p.resultat.brouillons.map((b) => b.devis)).toEqual(['A']);
    expect(codes(p)).toEqual(['RELANCE_TROP_PROCHE']);
  });
});

describe('ce qu’une personne doit corriger', () => {
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

describe('une relance inscrite au journal n’est jamais recommencée', () => {
  const faite = (rang: number, date = '2026-03-09') => ({
    type: 'Relance' as const,
    date: jour(date),
    devis: 'DEV-2026-0001',
    reference: `DEV-2026-0001/R${rang}`,
  });

  it('compteurs en retard sur le journal : réparés, sans nouveau brouillon', () => {
    const classeur = classeurDe({ actions: [faite(1)] });
    const p = plan(classeur);
    expect([p.resultat.dues, p.brouillons, p.problemes]).toEqual([0, [], []]);
    expect(p.changements).toMatchObject([
      {
        table: 'devis',
        apres: { relancesFaites: 1, derniereRelance: '2026-03-09', prochaineRelance: '2026-03-17' },
      },
    ]);
    expect(p.changements).toHaveLength(1);
  });

  it('réparés et l’étape suivante due : elle seule part', () => {
    const p = plan(classeurDe({ actions: [faite(1)] }), '2026-03-17');
    expect(p.brouillons.map((b) => b.reference)).toEqual(['DEV-2026-0001/R2']);
    expect(p.changements[0]).toMatchObject({
      avant: { relancesFaites: 0 },
      apres: { relancesFaites: 2 },
    });
  });

  it('réparés même si la suivante est arrêtée', () => {
    const clients = [clientDe(undefined, { npai: true })];
    const p = plan(classeurDe({ clients, actions: [faite(1)] }), '2026-03-17');
    expect([codes(p), p.changements.length]).toEqual([['RELANCE_NPAI'], 1]);
  });

  it('trois relances au journal : plus rien à faire', () => {
    const actions = [faite(1), faite(2, '2026-03-17'), faite(3, '2026-04-01')];
    const p = plan(classeurDe({ actions }), '2026-04-20');
    expect(p.resultat.dues).toBe(0);
    expect(p.changements).toMatchObject([{ apres: { relancesFaites: 3, prochaineRelance: null } }]);
  });

  it('date illisible au journal : le compteur est réparé, la date n’est pas inventée', () => {
    const classeur = classeurDe({ actions: [faite(1)] }).ecrire('actions', 2, 'date', 'hier');
    const p = plan(classeur, '2026-03-12');
    expect(p.changements).toMatchObject([
      { apres: { relancesFaites: 1, prochaineRelance: '2026-03-17' } },
    ]);
    expect(p.changements[0]).not.toHaveProperty('apres.derniereRelance');
  });
});
