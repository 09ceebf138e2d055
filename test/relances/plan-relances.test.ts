import { describe, expect, it } from 'vitest';
import type { ValeursDe } from '../../src/classeur/tables';
import { planRelances } from '../../src/relances/plan-relances';
import { classeurDe, clientDe, contexte, devisEnvoye, jour } from './support';

const LE = '2026-03-10';
const plan = (classeur = classeurDe(), le = LE) => planRelances(classeur.snapshot(), contexte(le));
const codes = (p: ReturnType<typeof plan>) => p.resultat.refusees.map((r) => r.code);

const faite = (rang: number, date = '2026-03-09') => ({
  type: 'Relance' as const,
  date: jour(date),
  devis: 'DEV-2026-0001',
  reference: `DEV-2026-0001/R${rang}`,
});

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
          objet: 'Votre projet « Étude de sol » : notre devis DEV-2026-0001',
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
    expect(b?.corps).toContain('Bonjour Mme Martin,\n\nLe 2 mars 2026, je vous ai adressé');
    expect(b?.corps).toMatch(/Bien cordialement,\nLéa Petit\n01 02 03 04 05$/);
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

describe('une relance inscrite au journal n’est jamais recommencée', () => {
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
