import { describe, expect, it } from 'vitest';
import type { Options } from '../../src/devis/cas';
import type { CelluleBrute } from '../../src/classeur/source';
import type { CleTable } from '../../src/classeur/tables';
import { planGeste } from '../../src/devis/plan-geste';
import type { Geste } from '../../src/devis/transitions';
import { messageDe } from '../../src/messages/probleme';
import type { Contenu } from '../support/classeur-en-memoire';
import { codes, uneAffaire, unDevis, unMonde } from '../support/monde';
import { contexte, euros, jour } from '../support/valeurs';

const ENVOI: Options = { a: 'achats@lyon.example' };
const V2 = { numero: 'DEV-2026-0001', version: 2 };
const EQUIPE: Contenu['equipe'] = [
  { email: 'gerant@exemple.fr', nom: 'Dominique Gérant', role: 'Gérant' },
  { email: 'camille@exemple.fr', nom: 'Camille', role: 'Consultant' },
];

interface Cas {
  readonly regle: string;
  readonly geste: Geste;
  readonly contenu: Contenu;
  readonly options?: Options;
  readonly reference?: string;
  readonly le?: string;
  readonly code: string;
}
const brouillon = (d = {}): Contenu => ({ devis: [unDevis('Brouillon', d)] });
const avecGo = (a = {}): Contenu => ({
  devis: [unDevis('En validation')],
  affaires: [uneAffaire(a)],
});

const CAS: readonly Cas[] = [
  {
    regle: 'client',
    geste: 'soumettre',
    contenu: brouillon({ client: null }),
    code: 'DEVIS_INCOMPLET',
  },
  {
    regle: 'objet',
    geste: 'soumettre',
    contenu: brouillon({ objet: null }),
    code: 'DEVIS_INCOMPLET',
  },
  {
    regle: 'auteur',
    geste: 'soumettre',
    contenu: brouillon({ auteur: null }),
    code: 'DEVIS_INCOMPLET',
  },
  {
    regle: 'montant vide',
    geste: 'soumettre',
    contenu: brouillon({ montantHt: null }),
    code: 'MONTANT_NUL',
  },
  {
    regle: 'montant > 0',
    geste: 'soumettre',
    contenu: brouillon({ montantHt: euros(0) }),
    code: 'MONTANT_NUL',
  },
  {
    regle: 'renvoi motivé',
    geste: 'renvoyer',
    contenu: avecGo(),
    options: { motif: '  ' },
    code: 'MOTIF_MANQUANT',
  },
  { regle: 'sans Go', geste: 'valider', contenu: avecGo({ decision: null }), code: 'GO_MANQUANT' },
  { regle: 'NoGo', geste: 'valider', contenu: avecGo({ decision: 'NoGo' }), code: 'GO_REFUSE' },
  {
    regle: 'À revoir',
    geste: 'valider',
    contenu: avecGo({ decision: 'À revoir' }),
    code: 'GO_A_REVOIR',
  },
  {
    regle: 'À compléter',
    geste: 'valider',
    contenu: avecGo({ decision: 'À compléter' }),
    code: 'GO_A_COMPLETER',
  },
  {
    regle: 'conditions vides',
    geste: 'valider',
    contenu: avecGo({ decision: 'Go sous conditions', conditions: null }),
    code: 'GO_SANS_CONDITIONS',
  },
  {
    regle: 'affaire inconnue',
    geste: 'valider',
    contenu: { devis: [unDevis('En validation', { affaire: 'AFF-1' })] },
    code: 'DEVIS_SANS_AFFAIRE',
  },
  {
    regle: 'sans affaire',
    geste: 'valider',
    contenu: { devis: [unDevis('En validation', { affaire: null })] },
    code: 'DEVIS_SANS_AFFAIRE',
  },
  {
    regle: 'montant effacé après la soumission',
    geste: 'valider',
    contenu: { devis: [unDevis('En validation', { montantHt: null })] },
    code: 'MONTANT_NUL',
  },
  {
    regle: 'hausse tapée à la main, Go plus ancien que la version',
    geste: 'valider',
    reference: 'DEV-2026-0001-V2',
    contenu: {
      devis: [unDevis('Envoyé'), unDevis('En validation', { ...V2, montantHt: euros(12_001) })],
    },
    code: 'GO_AVANT_HAUSSE',
  },
  {
    regle: 'validateur ≠ auteur',
    geste: 'valider',
    contenu: {
      equipe: EQUIPE,
      devis: [unDevis('En validation', { auteur: 'gerant@exemple.fr' })],
    },
    code: 'VALIDATEUR_AUTEUR',
  },
  {
    regle: 'validateur ≠ auteur, l’un par son nom',
    geste: 'valider',
    contenu: {
      equipe: EQUIPE,
      devis: [unDevis('En validation', { auteur: 'dominique gerant' })],
    },
    code: 'VALIDATEUR_AUTEUR',
  },
  {
    regle: 'masque invalide',
    geste: 'valider',
    contenu: {
      devis: [unDevis('En validation')],
      parametres: [{ reglage: 'Masque des numéros de devis', valeur: 'DEV-{AAAA}' }],
    },
    code: 'MASQUE_INVALIDE',
  },
  {
    regle: 'destinataire',
    geste: 'envoyer',
    contenu: { devis: [unDevis('Validé')] },
    code: 'DESTINATAIRE_MANQUANT',
  },
  {
    regle: 'adresse',
    geste: 'envoyer',
    contenu: { devis: [unDevis('Validé')] },
    options: { a: 'achats(at)lyon' },
    code: 'ADRESSE_INVALIDE',
  },
  {
    regle: 'envoi ≥ validation',
    geste: 'envoyer',
    contenu: { devis: [unDevis('Validé')] },
    options: { ...ENVOI, le: jour('2026-03-03') },
    code: 'ENVOI_AVANT_VALIDATION',
  },
  {
    regle: 'envoi pas dans le futur',
    geste: 'envoyer',
    contenu: { devis: [unDevis('Validé')] },
    options: { ...ENVOI, le: jour('2026-03-21') },
    code: 'DATE_FUTURE',
  },
  {
    regle: 'Go mis « À revoir » depuis la validation',
    geste: 'envoyer',
    contenu: { devis: [unDevis('Validé')], affaires: [uneAffaire({ decision: 'À revoir' })] },
    options: ENVOI,
    code: 'GO_A_REVOIR',
  },
  {
    regle: 'une autre version est signée',
    geste: 'envoyer',
    reference: 'DEV-2026-0001-V2',
    contenu: { devis: [unDevis('Signé'), unDevis('Validé', V2)] },
    options: ENVOI,
    code: 'AUTRE_VERSION_SIGNEE',
  },
  { regle: 'forme', geste: 'signer', contenu: { devis: [unDevis()] }, code: 'FORME_INVALIDE' },
  {
    regle: 'forme de la liste',
    geste: 'signer',
    contenu: { devis: [unDevis()] },
    options: { forme: 'poignée de main' },
    code: 'FORME_INVALIDE',
  },
  {
    regle: 'forme ambiguë',
    geste: 'signer',
    contenu: { devis: [unDevis()] },
    options: { forme: 'commande' },
    code: 'FORME_INVALIDE',
  },
  {
    regle: 'signature ≥ envoi',
    geste: 'signer',
    contenu: { devis: [unDevis()] },
    options: { forme: 'verbale', le: jour('2026-03-04') },
    code: 'DECISION_AVANT_ENVOI',
  },
  {
    regle: 'signature future',
    geste: 'signer',
    contenu: { devis: [unDevis()] },
    options: { forme: 'verbale', le: jour('2026-03-21') },
    code: 'DATE_FUTURE',
  },
  { regle: 'motif', geste: 'refuser', contenu: { devis: [unDevis()] }, code: 'MOTIF_INVALIDE' },
  {
    regle: 'motif de la liste',
    geste: 'classer',
    contenu: { devis: [unDevis()] },
    options: { motif: 'Bof' },
    code: 'MOTIF_INVALIDE',
  },
  {
    regle: 'refus ≥ envoi',
    geste: 'refuser',
    contenu: { devis: [unDevis()] },
    options: { motif: 'Prix', le: jour('2026-03-01') },
    code: 'DECISION_AVANT_ENVOI',
  },
  {
    regle: 'recontact à venir',
    geste: 'refuser',
    contenu: { devis: [unDevis()] },
    options: { motif: 'Prix', recontacterLe: jour('2026-03-20') },
    code: 'RECONTACT_PASSE',
  },
  {
    regle: 'recontact sans affaire',
    geste: 'classer',
    contenu: { devis: [unDevis('Envoyé', { affaire: null })] },
    options: { motif: 'Prix', recontacterLe: jour('2026-09-01') },
    code: 'DEVIS_SANS_AFFAIRE',
  },
  {
    regle: 'une version est déjà en préparation',
    geste: 'reviser',
    reference: 'DEV-2026-0001-V1',
    contenu: { devis: [unDevis(), unDevis('Brouillon', V2)] },
    code: 'VERSION_DEJA_EN_COURS',
  },
  {
    regle: 'montant d’une version > 0',
    geste: 'reviser',
    contenu: { devis: [unDevis()] },
    options: { montantHt: euros(-1) },
    code: 'MONTANT_NUL',
  },
  {
    regle: 'annuler un validé se motive',
    geste: 'annuler',
    contenu: { devis: [unDevis('Validé')] },
    code: 'MOTIF_MANQUANT',
  },
  {
    regle: 'annuler un envoyé se motive',
    geste: 'annuler',
    contenu: { devis: [unDevis()] },
    code: 'MOTIF_MANQUANT',
  },
  {
    regle: 'rouvrir : une autre version est chez le client',
    geste: 'rouvrir',
    reference: 'DEV-2026-0001-V1',
    contenu: { devis: [unDevis('Refusé'), unDevis('Envoyé', V2)] },
    code: 'AUTRE_VERSION_ENVOYEE',
  },
  {
    regle: 'rouvrir : gérant seulement',
    geste: 'rouvrir',
    contenu: {
      equipe: [{ email: 'gerant@exemple.fr', role: 'Responsable' }],
      devis: [unDevis('Signé')],
    },
    code: 'DROIT_REFUSE',
  },
  {
    regle: 'attendre : une date',
    geste: 'attendre',
    contenu: { devis: [unDevis()] },
    code: 'ATTENTE_SANS_DATE',
  },
  {
    regle: 'attendre : à venir',
    geste: 'attendre',
    contenu: { devis: [unDevis()] },
    options: { le: jour('2026-03-20') },
    code: 'DATE_PASSEE',
  },
  {
    regle: 'relancer : pas dans le passé',
    geste: 'relancer',
    contenu: { devis: [unDevis()] },
    options: { le: jour('2026-03-19') },
    code: 'DATE_PASSEE',
  },
];

describe('gardes', () => {
  it.each(CAS)('$geste, $regle → $code', ({ geste, contenu, options, reference, code }) => {
    const s = unMonde(contenu).snapshot();
    const premier = s.tables.devis[0]?.numero ?? '';
    const p = planGeste(
      s,
      geste,
      { reference: reference ?? premier, ...options },
      contexte('2026-03-20'),
    );
    expect(codes(p)).toEqual([code]);
    expect(p.changements).toEqual([]);
    expect(p.resultat.problemes.map((x) => x.message)).toEqual(p.problemes.map(messageDe));
    for (const { message } of p.resultat.problemes) {
      expect(message).not.toMatch(/undefined|null|\[object/);
    }
  });

  const ILLISIBLES: readonly [Geste, CleTable, string, CelluleBrute, Options, Contenu][] = [
    ['soumettre', 'devis', 'montantHt', 'environ 1000', {}, brouillon()],
    ['soumettre', 'devis', 'tauxTva', 'vingt', {}, brouillon()],
    ['valider', 'affaires', 'decision', 'peut-être', {}, avecGo()],
    ['envoyer', 'devis', 'valideLe', 'lundi', ENVOI, { devis: [unDevis('Validé')] }],
    ['envoyer', 'devis', 'validite', 'un mois', ENVOI, { devis: [unDevis('Validé')] }],
    ['envoyer', 'affaires', 'etape', 'bientôt', ENVOI, { devis: [unDevis('Validé')] }],
    ['signer', 'devis', 'envoyeLe', 'hier', { forme: 'verbale' }, { devis: [unDevis()] }],
    ['signer', 'clients', 'statut', 'ami', { forme: 'verbale' }, { devis: [unDevis()] }],
    ['signer', 'affaires', 'etape', 'bientôt', { forme: 'verbale' }, { devis: [unDevis()] }],
    ['refuser', 'affaires', 'etape', 'bientôt', { motif: 'Prix' }, { devis: [unDevis()] }],
    ['rouvrir', 'affaires', 'etape', 'bientôt', {}, { devis: [unDevis('Refusé')] }],
    ['reviser', 'devis', 'montantHt', 'à voir', {}, { devis: [unDevis()] }],
    ['relancer', 'devis', 'pasDeRelanceAvant', 'après les vacances', {}, { devis: [unDevis()] }],
    ['signer', 'devis', 'version', 'deux', { forme: 'verbale' }, { devis: [unDevis()] }],
  ];
  it.each(ILLISIBLES)(
    '%s : %s.%s illisible n’est pas vide',
    (geste, table, colonne, brut, o, c) => {
      const s = unMonde(c).ecrire(table, 2, colonne, brut).snapshot();
      const reference = s.tables.devis[0]?.numero ?? '';
      const p = planGeste(s, geste, { reference, ...o }, contexte('2026-03-20'));
      expect(codes(p)).toEqual(['CELLULE_A_CORRIGER']);
      expect(p.problemes.map(messageDe)[0]).toContain(String(brut));
      expect(p.changements).toEqual([]);
    },
  );

  it('tous les problèmes sont rendus, pas le premier', () => {
    const s = unMonde(
      brouillon({ client: null, objet: null, auteur: null, montantHt: null }),
    ).snapshot();
    const p = planGeste(s, 'soumettre', { reference: 'prov-1' }, contexte('2026-03-20'));
    expect(codes(p)).toEqual([
      'DEVIS_INCOMPLET',
      'DEVIS_INCOMPLET',
      'DEVIS_INCOMPLET',
      'MONTANT_NUL',
    ]);
  });

  it.each<[string, Contenu]>([
    ['Équipe vide', {}],
    [
      'entreprise d’une seule personne',
      {
        equipe: EQUIPE,
        parametres: [{ reglage: 'Entreprise d’une seule personne', valeur: true }],
      },
    ],
  ])('valider son propre devis : %s', (_, contenu) => {
    const s = unMonde({
      ...contenu,
      devis: [unDevis('En validation', { auteur: 'gerant@exemple.fr' })],
    }).snapshot();
    const p = planGeste(s, 'valider', { reference: 'PROV-1' }, contexte('2026-03-20'));
    expect(codes(p)).toEqual([]);
  });

  it('une hausse d’exactement 20 % ne remet rien en cause', () => {
    const devis = [unDevis(), unDevis('En validation', { ...V2, montantHt: euros(12_000) })];
    const p = planGeste(
      unMonde({ devis }).snapshot(),
      'valider',
      { reference: 'DEV-2026-0001-V2' },
      contexte('2026-03-20'),
    );
    expect(codes(p)).toEqual([]);
  });
});
