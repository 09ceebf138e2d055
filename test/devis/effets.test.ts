import { describe, expect, it } from 'vitest';
import { planNouveau } from '../../src/devis/nouveau';
import {
  planAnnuler,
  planAttendre,
  planClasser,
  planEnvoyer,
  planRefuser,
  planRelancer,
  planRenvoyer,
  planReviser,
  planRouvrir,
  planSigner,
  planSoumettre,
  planValider,
} from '../../src/devis/gestes';
import { messageDe } from '../../src/messages/probleme';
import { apres, codes, unClient, uneAffaire, unDevis, unMonde } from '../support/monde';
import { contexte, euros, jour } from '../support/valeurs';

const LE = contexte('2026-03-20');
const N1 = { reference: 'DEV-2026-0001' };
const V2 = { numero: 'DEV-2026-0001', version: 2 };

describe('nouveau', () => {
  const commande = { affaire: 'aff 2026 0001', objet: 'Sondages', montantHt: euros(1000.05) };

  it('un brouillon provisoire, au taux habituel, TTC au centime', () => {
    const monde = unMonde({
      affaires: [uneAffaire({ responsable: 'lea@exemple.fr' })],
      registre: [{ numero: 'DEV-2026-0003', pour: 'PROV-4 · X · Y' }],
    });
    const p = planNouveau(monde.snapshot(), commande, LE);
    expect(p.resultat).toEqual({
      numero: 'PROV-5',
      version: 1,
      statut: 'Brouillon',
      problemes: [],
    });
    expect(apres(monde, p).tables.devis[0]).toMatchObject({
      numero: 'PROV-5',
      affaire: 'AFF-2026-0001',
      client: 'Mairie de Lyon',
      objet: 'Sondages',
      montantHt: 100_005,
      tauxTva: 0.2,
      montantTtc: 120_006,
      auteur: 'gerant@exemple.fr',
      responsable: 'lea@exemple.fr',
      creeLe: '2026-03-20',
    });
  });

  it.each([
    ['affaire inconnue', { ...commande, affaire: 'AFF-2026-0002' }, {}, ['AFFAIRE_INCONNUE']],
    ['affaire sans client', commande, { client: null }, ['AFFAIRE_SANS_CLIENT']],
    ['pas d’objet', { ...commande, objet: ' ' }, { objet: null }, ['OBJET_MANQUANT']],
    [
      'objet trop long pour une cellule',
      { ...commande, objet: 'x'.repeat(32_768) },
      {},
      ['VALEUR_TROP_LONGUE'],
    ],
    ['montant négatif', { ...commande, montantHt: euros(-1) }, {}, ['MONTANT_NUL']],
    ['TVA de 2000 %', { ...commande, tauxTva: 20 }, {}, ['TAUX_TVA_INVALIDE']],
    ['responsable', { ...commande, responsable: 'Léa' }, {}, ['ADRESSE_INVALIDE']],
  ])('refusé : %s', (_, c, affaire, attendus) => {
    const p = planNouveau(unMonde({ affaires: [uneAffaire(affaire)] }).snapshot(), c, LE);
    expect(codes(p)).toEqual(attendus);
    expect(p.changements).toEqual([]);
    expect(p.resultat).toMatchObject({ version: null, statut: null });
  });

  it('l’objet de l’affaire à défaut, montant et responsable facultatifs', () => {
    const monde = unMonde();
    const p = planNouveau(monde.snapshot(), { affaire: 'AFF-2026-0001' }, LE);
    expect(apres(monde, p).tables.devis[0]).toMatchObject({
      objet: 'Étude de sol',
      montantHt: null,
      montantTtc: null,
      responsable: 'gerant@exemple.fr',
    });
  });
});

describe('soumettre, renvoyer, valider', () => {
  it('soumettre recalcule le TTC et date ; sans taux, pas de TTC inventé', () => {
    const monde = unMonde({
      devis: [unDevis('Brouillon', { montantHt: euros(50), montantTtc: null, tauxTva: 0.1 })],
    });
    const d = apres(monde, planSoumettre(monde.snapshot(), { reference: 'PROV-1' }, LE)).tables
      .devis[0];
    expect(d).toMatchObject({ montantTtc: 5500, soumisLe: '2026-03-20' });
    const sans = unMonde({ devis: [unDevis('Brouillon', { tauxTva: null })] });
    const e = apres(sans, planSoumettre(sans.snapshot(), { reference: 'PROV-1' }, LE));
    expect(e.tables.devis[0]?.montantTtc).toBeNull();
  });

  it('renvoyer laisse un mot à l’auteur', () => {
    const monde = unMonde({ devis: [unDevis('En validation')] });
    const s = apres(
      monde,
      planRenvoyer(monde.snapshot(), { reference: 'PROV-1', motif: 'Prix trop bas' }, LE),
    );
    expect(s.tables.devis[0]).toMatchObject({ statut: 'Brouillon', soumisLe: null });
    expect(s.tables.actions[0]).toMatchObject({
      devis: 'PROV-1',
      compteRendu: 'Renvoyé en brouillon : Prix trop bas',
    });
  });

  it('valider tire le numéro, l’inscrit, et PROV-1 y mène encore', () => {
    const monde = unMonde({
      devis: [unDevis('En validation')],
      actions: [{ devis: 'PROV-1', type: 'Appel' }, { devis: 'PROV-12' }],
    });
    const p = planValider(monde.snapshot(), { reference: 'PROV-1' }, LE);
    expect(p.resultat).toMatchObject({ numero: 'DEV-2026-0001', statut: 'Validé' });
    const s = apres(monde, p);
    expect(s.tables.registre).toMatchObject([
      {
        numero: 'DEV-2026-0001',
        serie: 'DEV-2026-',
        compteur: 1,
        tireLe: '2026-03-20T09:00',
        par: 'gerant@exemple.fr',
        pour: 'PROV-1 · Mairie de Lyon · Étude de sol',
      },
    ]);
    expect(s.tables.actions.map((a) => a.devis)).toEqual(['DEV-2026-0001', 'PROV-12']);
    const p2 = planEnvoyer(s, { reference: 'prov-1', a: 'achats@lyon.example' }, LE);
    expect(p2.resultat).toMatchObject({ numero: 'DEV-2026-0001', statut: 'Envoyé' });
  });

  it('une version suivante garde le numéro de sa chaîne, sans rien tirer', () => {
    const monde = unMonde({ devis: [unDevis(), unDevis('En validation', V2)] });
    const p = planValider(monde.snapshot(), N1, LE);
    expect(p.resultat).toMatchObject({ numero: 'DEV-2026-0001', version: 2, statut: 'Validé' });
    expect(apres(monde, p).tables.registre).toEqual([]);
  });
});

describe('envoyer', () => {
  it('ouvre la validité, les relances ; l’affaire passe en « Devis en cours »', () => {
    const monde = unMonde({ devis: [unDevis('Validé')] });
    const p = planEnvoyer(monde.snapshot(), { ...N1, a: ' achats@lyon.example ' }, LE);
    const s = apres(monde, p);
    expect(s.tables.devis[0]).toMatchObject({
      statut: 'Envoyé',
      envoyeLe: '2026-03-20',
      envoyeA: 'achats@lyon.example',
      premierEnvoi: '2026-03-20',
      validite: '2026-04-19',
      relancesFaites: 0,
      prochaineRelance: '2026-03-27',
    });
    expect(s.tables.affaires[0]?.etape).toBe('Devis en cours');
  });

  it.each([
    ['2026-06-30', '2026-06-30'],
    ['2026-03-10', '2026-04-19'],
  ])('validité tapée %s : %s (gardée si elle suit l’envoi)', (tapee, attendue) => {
    const monde = unMonde({ devis: [unDevis('Validé', { validite: jour(tapee) })] });
    const p = planEnvoyer(monde.snapshot(), { ...N1, a: 'a@b.example' }, LE);
    expect(apres(monde, p).tables.devis[0]?.validite).toBe(attendue);
  });

  it.each(['Envoyé', 'Refusé', 'Sans suite'] as const)(
    'l’ancienne version (%s) n’est remplacée que maintenant, le premier envoi suit la chaîne',
    (statut) => {
      const monde = unMonde({
        devis: [
          unDevis(statut),
          unDevis('Validé', { ...V2, envoyeA: 'achats@lyon.example' }),
          unDevis('Annulé', { ...V2, version: 3, envoyeLe: jour('2026-01-01') }),
        ],
        affaires: [uneAffaire({ etape: 'Perdue', recontacterLe: jour('2026-09-01') })],
      });
      expect(monde.snapshot().tables.devis[0]?.statut).toBe(statut);
      const s = apres(monde, planEnvoyer(monde.snapshot(), N1, LE));
      expect(s.tables.devis.map((d) => [d.statut, d.premierEnvoi, d.prochaineRelance])).toEqual([
        ['Remplacé', '2026-03-05', null],
        ['Envoyé', '2026-03-05', '2026-03-27'],
        ['Annulé', null, null],
      ]);
      expect(s.tables.affaires[0]).toMatchObject({ etape: 'Devis en cours', recontacterLe: null });
    },
  );
});

describe('signer', () => {
  it('le prospect devient client, la commande est à vérifier', () => {
    const monde = unMonde({ devis: [unDevis()] });
    const p = planSigner(monde.snapshot(), { ...N1, forme: 'feuille d’engagement' }, LE);
    const s = apres(monde, p);
    expect(s.tables.devis[0]).toMatchObject({ decideLe: '2026-03-20', prochaineRelance: null });
    expect(s.tables.clients[0]?.statut).toBe('Client');
    expect(s.tables.affaires[0]).toMatchObject({
      etape: 'Commande à vérifier',
      formeCommande: 'Feuille d’engagement',
      commandeLe: '2026-03-20',
    });
  });

  it('un avenant ne fait pas reculer une affaire en réalisation', () => {
    const monde = unMonde({
      devis: [unDevis()],
      affaires: [
        uneAffaire({
          etape: 'En réalisation',
          formeCommande: 'Bon de commande',
          commandeLe: jour('2026-01-05'),
        }),
      ],
    });
    const s = apres(monde, planSigner(monde.snapshot(), { ...N1, forme: 'verbale' }, LE));
    expect(s.tables.affaires[0]).toMatchObject({
      etape: 'En réalisation',
      formeCommande: 'Bon de commande',
      commandeLe: '2026-01-05',
    });
  });

  it('un devis expiré se signe, avec un avertissement', () => {
    const monde = unMonde({ devis: [unDevis()] });
    const p = planSigner(monde.snapshot(), { ...N1, forme: 'verbale' }, contexte('2026-05-04'));
    expect(codes(p)).toEqual(['SIGNATURE_APRES_VALIDITE']);
    expect(p.resultat.statut).toBe('Signé');
    expect(apres(monde, p).tables.devis[0]?.statut).toBe('Signé');
  });

  it('sans affaire ni client connus, le devis seul change', () => {
    const monde = unMonde({ devis: [unDevis('Envoyé', { affaire: null, client: 'Inconnu' })] });
    const p = planSigner(monde.snapshot(), { ...N1, forme: 'verbale' }, LE);
    expect(p.changements.map((c) => c.table)).toEqual(['devis']);
  });
});

describe('refuser, classer', () => {
  it('l’affaire est perdue, à recontacter', () => {
    const monde = unMonde({ devis: [unDevis()] });
    const p = planRefuser(
      monde.snapshot(),
      {
        ...N1,
        motif: 'concurrent retenu',
        concurrent: ' Géo+ ',
        recontacterLe: jour('2026-09-01'),
        le: jour('2026-03-18'),
      },
      LE,
    );
    const s = apres(monde, p);
    expect(s.tables.devis[0]).toMatchObject({
      statut: 'Refusé',
      decideLe: '2026-03-18',
      motif: 'Concurrent retenu',
      concurrent: 'Géo+',
      prochaineRelance: null,
    });
    expect(s.tables.affaires[0]).toMatchObject({ etape: 'Perdue', recontacterLe: '2026-09-01' });
  });

  it.each([
    ['un brouillon', [unDevis('Brouillon')], 'Go'],
    ['une version en préparation', [unDevis('En validation', V2)], 'Go'],
    [
      'un autre envoyé',
      [unDevis('Envoyé', { numero: 'DEV-2026-0002', affaire: 'aff-2026-0001' })],
      'Go',
    ],
    ['un autre signé', [unDevis('Signé', { numero: 'DEV-2026-0002' })], 'Go'],
    ['un autre refusé', [unDevis('Refusé', { numero: 'DEV-2026-0002' })], 'Perdue'],
    [
      'un autre d’une autre affaire',
      [unDevis('Envoyé', { numero: 'D2', affaire: 'AFF-2' })],
      'Perdue',
    ],
    ['un autre sans affaire', [unDevis('Envoyé', { numero: 'D2', affaire: null })], 'Perdue'],
  ])('l’affaire a encore %s : %s', (_, autres, etape) => {
    const monde = unMonde({ devis: [unDevis(), ...autres] });
    const s = apres(
      monde,
      planClasser(monde.snapshot(), { reference: 'DEV-2026-0001-V1', motif: 'Autre' }, LE),
    );
    expect(s.tables.affaires[0]?.etape).toBe(etape);
  });

  it('un statut illisible ailleurs ne perd pas l’affaire ; une commande non plus', () => {
    const flou = unMonde({ devis: [unDevis(), unDevis('Envoyé', { numero: 'D2' })] });
    flou.ecrire('devis', 3, 'statut', '???');
    const p = planRefuser(flou.snapshot(), { ...N1, motif: 'Prix' }, LE);
    expect(apres(flou, p).tables.affaires[0]?.etape).toBe('Go');
    const commandee = unMonde({
      devis: [unDevis()],
      affaires: [uneAffaire({ etape: 'Livrée' })],
    });
    const q = planRefuser(commandee.snapshot(), { ...N1, motif: 'Prix' }, LE);
    expect(apres(commandee, q).tables.affaires[0]?.etape).toBe('Livrée');
  });
});

describe('reviser', () => {
  it('une V2 en brouillon, l’ancienne inchangée', () => {
    const monde = unMonde({ devis: [unDevis('Envoyé', { marge: euros(10) })] });
    const p = planReviser(monde.snapshot(), N1, LE);
    expect(p.resultat).toEqual({
      numero: 'DEV-2026-0001',
      version: 2,
      statut: 'Brouillon',
      problemes: [],
    });
    const s = apres(monde, p);
    expect(s.tables.devis.map((d) => d.statut)).toEqual(['Envoyé', 'Brouillon']);
    expect(s.tables.devis[1]).toMatchObject({
      numero: 'DEV-2026-0001',
      version: 2,
      montantHt: 1_000_000,
      montantTtc: 1_200_000,
      marge: 1000,
      auteur: 'gerant@exemple.fr',
      responsable: 'camille@exemple.fr',
      creeLe: '2026-03-20',
      envoyeA: 'achats@lyon.example',
      envoyeLe: null,
      valideLe: null,
    });
  });

  it.each([
    [12_000, 'Go'],
    [12_000.01, 'À revoir'],
    [8000, 'Go'],
  ])('10 000 € → %s € : affaire %s', (montant, decision) => {
    const monde = unMonde({ devis: [unDevis()] });
    const p = planReviser(monde.snapshot(), { ...N1, montantHt: euros(montant) }, LE);
    expect(codes(p)).toEqual(decision === 'Go' ? [] : ['GO_REMIS_EN_CAUSE']);
    const s = apres(monde, p);
    expect(s.tables.affaires[0]?.decision).toBe(decision);
    expect(s.tables.devis[1]?.montantHt).toBe(euros(montant));
  });

  it('une version vide vaut 1', () => {
    const monde = unMonde({ devis: [unDevis('Envoyé', { version: null })] });
    const s = apres(monde, planReviser(monde.snapshot(), N1, LE));
    expect(s.tables.devis.map((d) => d.version)).toEqual([null, 2]);
    const p = planSigner(s, { reference: 'DEV-2026-0001-V1', forme: 'verbale' }, LE);
    expect(p.resultat).toMatchObject({ version: 1, statut: 'Signé' });
    const q = planAnnuler(s, { reference: 'DEV-2026-0001-V1', motif: 'Erreur' }, LE);
    expect(apres(monde, q).tables.registre[0]?.motif).toBe('V1 annulée : Erreur');
    expect(planSoumettre(s, { reference: 'DEV-2026-0001-V1' }, LE).resultat.version).toBe(1);
  });

  it('la version suit la plus grande, même annulée', () => {
    const monde = unMonde({ devis: [unDevis('Refusé'), unDevis('Annulé', V2)] });
    expect(planReviser(monde.snapshot(), N1, LE).resultat.version).toBe(3);
  });
});

describe('annuler', () => {
  it('avant la validation : ni motif, ni Registre', () => {
    const monde = unMonde({ devis: [unDevis('En validation')] });
    const p = planAnnuler(monde.snapshot(), { reference: 'PROV-1' }, LE);
    expect(p.changements.map((c) => c.table)).toEqual(['devis']);
  });

  it('après : Registre garde le numéro et dit pourquoi', () => {
    const monde = unMonde({ devis: [unDevis()], registre: [{ numero: 'DEV-2026-0001' }] });
    const s = apres(monde, planAnnuler(monde.snapshot(), { ...N1, motif: 'Doublon' }, LE));
    expect(s.tables.registre).toMatchObject([{ annuleLe: '2026-03-20', motif: 'Doublon' }]);
    expect(s.tables.devis[0]).toMatchObject({ statut: 'Annulé', prochaineRelance: null });
  });

  it('annuler une version laisse le numéro vivre', () => {
    const monde = unMonde({
      devis: [unDevis(), unDevis('Validé', V2)],
      registre: [{ numero: 'DEV-2026-0001', motif: 'Reprise' }],
    });
    const s = apres(monde, planAnnuler(monde.snapshot(), { ...N1, motif: 'Erreur' }, LE));
    expect(s.tables.registre).toMatchObject([
      { annuleLe: null, motif: 'Reprise ; V2 annulée : Erreur' },
    ]);
  });

  it('un numéro que Registre ignorait y est inscrit', () => {
    const monde = unMonde({ devis: [unDevis('Validé')] });
    const s = apres(monde, planAnnuler(monde.snapshot(), { ...N1, motif: 'Erreur' }, LE));
    expect(s.tables.registre).toMatchObject([
      { numero: 'DEV-2026-0001', annuleLe: '2026-03-20', pour: 'Mairie de Lyon · Étude de sol' },
    ]);
  });
});

describe('rouvrir, relancer, attendre', () => {
  it('la décision s’efface, l’affaire redevient « Devis en cours »', () => {
    const monde = unMonde({
      devis: [unDevis('Signé')],
      affaires: [
        uneAffaire({
          etape: 'Commande à vérifier',
          formeCommande: 'Bon de commande',
          commandeLe: jour('2026-03-10'),
        }),
      ],
    });
    const s = apres(monde, planRouvrir(monde.snapshot(), { ...N1, motif: 'Erreur de ligne' }, LE));
    expect(s.tables.devis[0]).toMatchObject({
      statut: 'Envoyé',
      decideLe: null,
      motif: null,
      prochaineRelance: '2026-03-12',
    });
    expect(s.tables.affaires[0]).toMatchObject({
      etape: 'Devis en cours',
      formeCommande: null,
      commandeLe: null,
    });
    expect(s.tables.actions[0]?.compteRendu).toBe('DEV-2026-0001 rouvert : Erreur de ligne');
  });

  it('un autre devis signé tient l’affaire', () => {
    const monde = unMonde({
      devis: [unDevis('Refusé', { envoyeLe: null }), unDevis('Signé', { numero: 'D2' })],
      affaires: [uneAffaire({ etape: 'En réalisation' })],
    });
    const s = apres(monde, planRouvrir(monde.snapshot(), N1, LE));
    expect(s.tables.affaires[0]?.etape).toBe('En réalisation');
    expect(s.tables.devis[0]?.prochaineRelance).toBeNull();
    expect(s.tables.actions).toEqual([]);
  });

  it('attendre pose la date ; relancer la lève', () => {
    const monde = unMonde({ devis: [unDevis()] });
    const s = apres(monde, planAttendre(monde.snapshot(), { ...N1, le: jour('2026-05-01') }, LE));
    expect(s.tables.devis[0]?.pasDeRelanceAvant).toBe('2026-05-01');
    const t = apres(monde, planRelancer(s, N1, LE));
    expect(t.tables.devis[0]).toMatchObject({
      prochaineRelance: '2026-03-20',
      pasDeRelanceAvant: null,
    });
    const passee = unMonde({
      devis: [unDevis('Envoyé', { pasDeRelanceAvant: jour('2026-03-15') })],
    });
    const u = apres(passee, planRelancer(passee.snapshot(), N1, LE));
    expect(u.tables.devis[0]?.pasDeRelanceAvant).toBe('2026-03-15');
  });
});

describe('messages', () => {
  it('une référence inconnue nomme la plus proche', () => {
    const s = unMonde({ devis: [unDevis()] }).snapshot();
    const p = planSigner(s, { reference: 'DEV-2026-0002' }, LE);
    expect(p.problemes.map(messageDe)).toEqual([
      'Aucun devis ne s’appelle « DEV-2026-0002 ». Le plus proche est « DEV-2026-0001 ».',
    ]);
    expect(p.resultat).toMatchObject({ numero: 'DEV-2026-0002', version: null, statut: null });
  });

  it('le client retrouvé à la forme juridique près', () => {
    const monde = unMonde({
      clients: [unClient({ organisation: 'SARL Dupont' })],
      devis: [unDevis('Envoyé', { client: 'dupont' })],
    });
    const s = apres(monde, planSigner(monde.snapshot(), { ...N1, forme: 'courriel' }, LE));
    expect(s.tables.clients[0]?.statut).toBe('Client');
  });
});
