import { describe, expect, it } from 'vitest';
import type { ValeursDe } from '../../src/classeur/tables';
import type { Contexte } from '../../src/commun/contexte';
import { planAppliquerRevue } from '../../src/revue/appliquer';
import { messageDe } from '../../src/messages/probleme';
import type { Contenu } from '../support/classeur-en-memoire';
import { apres, codes, uneAffaire, unDevis, unMonde } from '../support/monde';
import { contexte, euros, jour } from '../support/valeurs';

const LE = contexte('2026-03-16');
type LigneRevue = Partial<ValeursDe<'revueHebdo'>>;

function appliquer(revueHebdo: LigneRevue[], contenu: Contenu = {}, le: Contexte = LE) {
  const monde = unMonde({ devis: [unDevis()], ...contenu, revueHebdo });
  const p = planAppliquerRevue(monde.snapshot(), le);
  return { p, s: apres(monde, p), dits: p.problemes.map(messageDe) };
}
const ligne = (l: LigneRevue): LigneRevue => ({
  numero: 'DEV-2026-0001',
  client: 'Mairie de Lyon',
  statut: 'Envoyé',
  ...l,
});

describe('appliquer la revue', () => {
  it.each<[string, LigneRevue, object]>([
    [
      'Signé',
      { decision: 'Signé', formeCommande: 'Bon de commande' },
      { statut: 'Signé', decideLe: '2026-03-16' },
    ],
    [
      'Signé à sa date',
      { decision: 'Signé', formeCommande: 'Bon de commande', dateDecision: jour('2026-03-12') },
      { decideLe: '2026-03-12' },
    ],
    ['Refusé', { decision: 'Refusé', motif: 'Prix' }, { statut: 'Refusé', motif: 'Prix' }],
    ['Sans suite', { decision: 'Sans suite', motif: 'Sans réponse' }, { statut: 'Sans suite' }],
    ['Relancer', { decision: 'Relancer' }, { statut: 'Envoyé', prochaineRelance: '2026-03-16' }],
    [
      'Relancer un jour',
      { decision: 'Relancer', dateDecision: jour('2026-03-18') },
      { prochaineRelance: '2026-03-18' },
    ],
    [
      'Attendre',
      { decision: 'Attendre', dateDecision: jour('2026-05-04') },
      { pasDeRelanceAvant: '2026-05-04' },
    ],
    ['Annuler', { decision: 'Annuler', commentaire: 'Doublon' }, { statut: 'Annulé' }],
    [
      'Annuler, motif de la liste',
      { decision: 'Annuler', motif: 'Projet abandonné' },
      { statut: 'Annulé' },
    ],
  ])('%s', (_, l, attendu) => {
    const { p, s } = appliquer([ligne(l)]);
    expect(codes(p)).toEqual([]);
    expect(p.resultat).toMatchObject({ semaine: '2026-S12', appliquees: 1, refusees: 0 });
    expect(s.tables.devis[0]).toMatchObject(attendu);
    expect(s.tables.actions).toMatchObject([
      { date: '2026-03-16', type: 'Revue', auteur: 'gerant@exemple.fr', fait: true },
    ]);
    const reste = s.tables.devis[0]?.statut === 'Envoyé';
    const fait = {
      decision: null,
      dateDecision: null,
      resultat: expect.stringContaining('appliqué le 16/03/2026'),
    };
    expect(s.tables.revueHebdo).toMatchObject(reste ? [fait] : []);
  });

  it('« Nouvelle version » et la version nommée : une V2 en préparation n’est pas prise pour la V1', () => {
    const { s } = appliquer([ligne({ decision: 'Nouvelle version' })]);
    expect(s.tables.devis.map((d) => [d.version, d.statut])).toEqual([
      [1, 'Envoyé'],
      [2, 'Brouillon'],
    ]);
    const { s: t } = appliquer([ligne({ decision: 'Refusé', motif: 'Prix' })], {
      devis: [unDevis(), unDevis('Brouillon', { numero: 'DEV-2026-0001', version: 2 })],
    });
    expect(t.tables.devis.map((d) => d.statut)).toEqual(['Refusé', 'Brouillon']);
  });

  it.each<[string, LigneRevue, string]>([
    ['Signé sans forme', { decision: 'Signé' }, 'La forme de la commande manque'],
    ['Refusé sans motif', { decision: 'Refusé' }, 'Le motif manque'],
    ['Attendre sans date', { decision: 'Attendre' }, '« Attendre » demande une date'],
    [
      'décidé avant l’envoi',
      { decision: 'Refusé', motif: 'Prix', dateDecision: jour('2026-03-01') },
      'avant son envoi du 05/03/2026',
    ],
    ['annulé sans motif', { decision: 'Annuler' }, 'dites pourquoi'],
  ])('refusé, la ligne garde tout et dit pourquoi : %s', (_, l, raison) => {
    const { p, s, dits } = appliquer([ligne(l)]);
    expect(codes(p)).toEqual(['REVUE_LIGNE_REFUSEE']);
    expect(dits[0]).toContain(raison);
    expect(p.resultat).toMatchObject({ appliquees: 0, refusees: 1 });
    expect(s.tables.revueHebdo[0]).toMatchObject({ ...l, numero: 'DEV-2026-0001' });
    expect(s.tables.revueHebdo[0]?.resultat).toContain(raison);
    expect(s.tables.devis[0]).toMatchObject({ statut: 'Envoyé', prochaineRelance: '2026-03-12' });
    expect(s.tables.actions).toEqual([]);
  });

  it('les bonnes passent, les mauvaises restent ; le compte rendu dit tout', () => {
    const { p, s } = appliquer(
      [
        ligne({
          decision: 'Signé',
          formeCommande: 'Commande verbale',
          commentaire: 'par téléphone',
        }),
        ligne({
          numero: 'D2',
          decision: 'Refusé',
          dateDecision: jour('2026-03-13'),
          motif: 'Délai',
          client: null,
        }),
        ligne({ numero: 'D3', decision: 'Refusé' }),
        ligne({ numero: 'D4', commentaire: 'rien à décider', resultat: 'ancien' }),
      ],
      {
        devis: ['DEV-2026-0001', 'D2', 'D3', 'D4'].map((numero) => unDevis('Envoyé', { numero })),
      },
    );
    expect(p.resultat).toMatchObject({ appliquees: 2, refusees: 1 });
    expect(s.tables.actions[0]?.compteRendu).toBe(
      [
        'Revue 2026-S12 : 2 décisions appliquées',
        'DEV-2026-0001 (Mairie de Lyon) : Signé, Commande verbale. par téléphone',
        'D2 : Refusé, le 13/03/2026, Délai',
      ].join('\n'),
    );
    expect(p.resultat.devis.map((d) => d.numero)).toEqual(['D3', 'D4']);
    expect(s.tables.revueHebdo[1]).toMatchObject({ commentaire: 'rien à décider', resultat: null });
  });

  it('deux devis de la même affaire : une seule écriture sur elle et sur le client', () => {
    const { p, s } = appliquer(
      [
        ligne({ decision: 'Refusé', motif: 'Prix' }),
        ligne({ numero: 'D2', decision: 'Signé', formeCommande: 'Bon de commande' }),
        ligne({ numero: 'D3', decision: 'Nouvelle version' }),
        ligne({ numero: 'D3-V1', statut: null }),
      ],
      { devis: ['DEV-2026-0001', 'D2', 'D3'].map((numero) => unDevis('Envoyé', { numero })) },
    );
    const vises = p.changements.map((c) =>
      c.type === 'modifier' ? `${c.table} ${c.ligne}` : c.type,
    );
    expect(new Set(vises.filter((v) => v !== 'ajouter')).size).toBe(
      vises.filter((v) => v !== 'ajouter').length,
    );
    expect(s.tables.affaires[0]?.etape).toBe('Commande à vérifier');
    expect(s.tables.clients[0]?.statut).toBe('Client');
    expect(s.tables.devis.map((d) => d.statut)).toEqual(['Refusé', 'Signé', 'Envoyé', 'Brouillon']);
  });

  it('tous refusés le même lundi : le dernier perd l’affaire', () => {
    const devis = ['DEV-2026-0001', 'D2'].map((numero) => unDevis('Envoyé', { numero }));
    const { s } = appliquer(
      [
        ligne({ decision: 'Refusé', motif: 'Prix' }),
        ligne({ numero: 'D2', decision: 'Sans suite', motif: 'Autre' }),
      ],
      { devis },
    );
    expect(s.tables.affaires[0]?.etape).toBe('Perdue');
  });

  it('un avertissement n’empêche pas d’appliquer', () => {
    const { p } = appliquer(
      [ligne({ decision: 'Signé', formeCommande: 'Bon de commande' })],
      {},
      contexte('2026-06-01'),
    );
    expect(codes(p)).toEqual(['SIGNATURE_APRES_VALIDITE']);
    expect(p.resultat).toMatchObject({ appliquees: 1, refusees: 0 });
  });

  it('décidé ailleurs entre-temps : la ligne reste, avec sa raison', () => {
    const { p, s } = appliquer([ligne({ decision: 'Signé', formeCommande: 'Bon de commande' })], {
      devis: [unDevis('Refusé')],
    });
    expect(p.resultat).toMatchObject({ refusees: 1, devis: [] });
    expect(s.tables.revueHebdo[0]?.resultat).toContain('est « Refusé »');
  });

  it('lignes en double, sans numéro, illisibles : refusées', () => {
    const { p } = appliquer([
      ligne({ decision: 'Relancer' }),
      ligne({ decision: 'Relancer' }),
      { decision: 'Relancer' },
    ]);
    expect(codes(p)).toEqual(['REVUE_LIGNE_REFUSEE', 'REVUE_LIGNE_REFUSEE', 'REVUE_SANS_NUMERO']);
    expect(p.problemes.map(messageDe).join(' ')).toContain('plusieurs lignes avec une décision');
    for (const [colonne, brut] of [
      ['decision', 'peut-être'],
      ['dateDecision', 'lundi prochain'],
    ] as const) {
      const monde = unMonde({ devis: [unDevis()], revueHebdo: [ligne({})] });
      monde.ecrire('revueHebdo', 2, colonne, brut);
      const q = planAppliquerRevue(monde.snapshot(), LE);
      expect(codes(q)).toEqual(['REVUE_LIGNE_REFUSEE']);
      const [dit] = q.problemes.map(messageDe);
      expect(dit).toContain(brut);
      expect(dit).toContain(colonne === 'decision' ? `« ${brut} » n’a pas été` : 'rien n’a été');
      // ce qui est tapé reste écrit, même incompris
      expect(apres(monde, q).illisibles).toMatchObject([{ colonne, valeur: brut }]);
    }
  });

  it('chaque devis vérifie ses propres droits', () => {
    const { p, dits } = appliquer(
      [ligne({ decision: 'Relancer' }), ligne({ numero: 'D2', decision: 'Refusé', motif: 'Prix' })],
      {
        devis: [
          unDevis(),
          unDevis('Envoyé', { numero: 'D2', auteur: 'x@exemple.fr', responsable: 'x@exemple.fr' }),
        ],
        equipe: [{ email: 'camille@exemple.fr', role: 'Consultant' }],
      },
      contexte('2026-03-16', 'camille@exemple.fr'),
    );
    expect(p.resultat).toMatchObject({ appliquees: 1, refusees: 1 });
    expect(dits[0]).toContain('Le devis D2 est suivi par x@exemple.fr');
  });

  it('un rôle qui ne peut rien n’applique rien : chaque ligne dit pourquoi', () => {
    const { p, s, dits } = appliquer([ligne({ decision: 'Relancer' })], {
      equipe: [{ email: 'gerant@exemple.fr', role: 'RAF' }],
    });
    expect(p.resultat).toMatchObject({ appliquees: 0, refusees: 1 });
    expect(dits[0]).toContain('ne permet pas de relancer');
    expect(s.tables.revueHebdo[0]).toMatchObject({ decision: 'Relancer' });
    expect(s.tables.revueHebdo[0]?.resultat).toContain('ne permet pas de relancer');
    expect(p.changements.map((c) => c.table)).toEqual(['revueHebdo']);
  });

  it('rien à appliquer : l’onglet est refait, sans compte rendu', () => {
    const { p, s } = appliquer([ligne({})]);
    expect(p.changements.map((c) => c.type)).toEqual(['remplacer']);
    expect(s.tables.actions).toEqual([]);
  });
});

describe('affaires à recontacter', () => {
  const affaires = [
    uneAffaire({ etape: 'Perdue', recontacterLe: jour('2026-03-16'), montantEstime: euros(1) }),
  ];
  const decider = (l: LigneRevue) =>
    appliquer([{ numero: 'AFF-2026-0001', ...l }], { affaires, devis: [] });

  it.each<[LigneRevue, string | null]>([
    [{ decision: 'Attendre', dateDecision: jour('2026-09-01') }, '2026-09-01'],
    [{ decision: 'Relancer', dateDecision: jour('2026-03-20') }, '2026-03-20'],
    [{ decision: 'Relancer' }, '2026-03-16'],
    [{ decision: 'Sans suite' }, null],
  ])('%j → %s', (l, recontacterLe) => {
    const { p, s } = decider(l);
    expect(codes(p)).toEqual([]);
    expect(s.tables.affaires[0]?.recontacterLe).toBe(recontacterLe);
  });

  it.each<[LigneRevue, string]>([
    [{ decision: 'Attendre' }, 'demande une date à venir'],
    [{ decision: 'Attendre', dateDecision: jour('2026-03-16') }, 'demande une date à venir'],
    [{ decision: 'Relancer', dateDecision: jour('2026-03-15') }, 'le 15/03/2026 est passé'],
    [{ decision: 'Signé', formeCommande: 'Bon de commande' }, '« Signé » ne s’y applique pas'],
  ])('%j refusé : %s', (l, raison) => {
    const { dits, s } = decider(l);
    expect(dits[0]).toContain(raison);
    expect(s.tables.affaires[0]?.recontacterLe).toBe('2026-03-16');
    expect(s.tables.revueHebdo[0]).toMatchObject(l);
  });
});
