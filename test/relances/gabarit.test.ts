import { describe, expect, it } from 'vitest';
import type { ValeursDe } from '../../src/classeur/tables';
import { messageDe } from '../../src/messages/probleme';
import { rediger, remplir } from '../../src/relances/gabarit';
import { RELANCES_DE_DEPART } from '../../src/relances/modeles-de-depart';
import { VARIABLES, type SujetRelance } from '../../src/relances/variables';
import { classeurDe, clientDe, contexte, devisEnvoye, jour } from './support';

function sujet(
  devis: Partial<ValeursDe<'devis'>> = {},
  client: Partial<ValeursDe<'clients'>> = {},
  classeur = classeurDe({
    devis: [devisEnvoye(devis)],
    clients: [clientDe(undefined, client)],
    affaires: [{ numero: 'AFF-2026-0001', client: 'Ville d’Exemple', objet: 'Nouveau gymnase' }],
    parametres: [{ reglage: 'Nom de l’entreprise', valeur: 'Études du Centre' }],
  }),
): SujetRelance {
  const snapshot = classeur.snapshot();
  const [d] = snapshot.tables.devis;
  const [c] = snapshot.tables.clients;
  if (!d || !c) throw new Error('sujet de test vide');
  return { snapshot, contexte: contexte('2026-03-10'), devis: d, client: c };
}
const texte = (modele: string, s = sujet()) => remplir(modele, 'R1', 'Corps', s);

describe('variables', () => {
  it.each([
    ['{contact}', 'Mme Martin'],
    ['{civilite}', 'Madame'],
    ['{client}', 'Ville d’Exemple'],
    ['{numero}', 'DEV-2026-0001'],
    ['{objet}', 'Étude de sol'],
    ['{affaire}', 'Nouveau gymnase'],
    ['{montantHt}', '12\u202f500,00\u00a0€'],
    ['{montantTtc}', '15\u202f000,00\u00a0€'],
    ['{envoyeLe}', '2 mars 2026'],
    ['{joursDepuisEnvoi}', '8'],
    ['{validite}', '1er avril 2026'],
    ['{etatValidite}', 'est valable jusqu’au 1er avril 2026'],
    ['{responsable}', 'Léa Petit'],
    ['{entreprise}', 'Études du Centre'],
    ['{signature}', 'Léa Petit\nÉtudes du Centre\n01 02 03 04 05'],
    ['{ Montant HT }', null],
    ['{MontantHT} et {OBJET}', '12\u202f500,00\u00a0€ et Étude de sol'],
    ['Sans variable', 'Sans variable'],
  ])('%s', (modele, attendu) => {
    const rendu = texte(modele);
    expect(attendu === null ? rendu.problemes.length : rendu.texte).toBe(attendu ?? 1);
  });

  it('chaque variable dit ce qu’elle montre', () => {
    for (const v of Object.values(VARIABLES))
      expect(v.signification).toMatch(/^[«A-ZÀ-Ý].{10,}\.$/);
  });

  it.each([
    [{ montantTtc: null }, '{montantTtc}', '15\u202f000,00\u00a0€'],
    [{ responsable: null, auteur: 'paul@exemple.fr' }, '{responsable}', 'paul@exemple.fr'],
    [{ responsable: null }, '{signature}', 'gerant@exemple.fr\nÉtudes du Centre'],
    [{ validite: jour('2026-03-09') }, '{etatValidite}', 'était valable jusqu’au 9 mars 2026'],
    [{ validite: jour('2026-03-10') }, '{etatValidite}', 'est valable jusqu’au 10 mars 2026'],
    [{ validite: jour('2026-03-09') }, '{validite}', '9 mars 2026'],
    [{ document: 'https://exemple.fr/d/1' }, '{document}', 'https://exemple.fr/d/1'],
  ])('%j : %s', (devis, modele, attendu) => {
    expect(texte(modele, sujet(devis)).texte).toBe(attendu);
  });

  it.each([
    ['M. Durand', 'Monsieur'],
    ['Monsieur Durand', 'Monsieur'],
    ['Madame Durand', 'Madame'],
    ['Mathilde Durand', 'Bonjour'],
    [null, 'Bonjour'],
  ])('civilité de %s', (contact, attendu) => {
    expect(texte('{civilite|Bonjour}', sujet({}, { contact })).texte).toBe(attendu);
  });
});

describe('une variable vide ou inconnue refuse le brouillon, et le dit', () => {
  it.each([
    [
      'contact vide',
      {},
      { contact: null },
      '{contact}',
      'Remplissez « Contact » (onglet « Clients », cellule G2)',
    ],
    [
      'objet vide',
      { objet: null },
      {},
      '{objet}',
      'Remplissez « Objet » (onglet « Devis », cellule E2)',
    ],
    ['montant vide', { montantHt: null }, {}, '{montantHt}', '« Montant HT »'],
    [
      'TTC incalculable',
      { montantTtc: null, tauxTva: null },
      {},
      '{montantTtc}',
      '« Montant TTC »',
    ],
    ['validité vide', { validite: null }, {}, '{etatValidite}', '« Validité »'],
    ['affaire introuvable', { affaire: 'AFF-9' }, {}, '{affaire}', '« Affaire »'],
    ['sans affaire', { affaire: null }, {}, '{affaire}', '« Affaire »'],
    ['inconnue', {}, {}, '{contacte}', 'Vouliez-vous dire « {contact} »'],
    ['inconnue de tout', {}, {}, '{azertyuiopqs}', '{azertyuiopqs} n’existe pas'],
    ['vide', {}, {}, '{}', '{} n’existe pas'],
  ])('%s', (_, devis, client, modele, extrait) => {
    const { problemes } = texte(modele, sujet(devis, client));
    expect(problemes).toHaveLength(1);
    expect(problemes.map(messageDe).join()).toContain(extrait);
    expect(problemes.map(messageDe).join()).toContain('« R1 »');
  });

  it('réglage « Nom de l’entreprise » vide', () => {
    const { problemes } = texte('{entreprise}', sujet({}, {}, classeurDe()));
    expect(problemes.map(messageDe).join()).toContain('le réglage « Nom de l’entreprise »');
  });

  it('cellule illisible : elle n’est pas vide, le repli ne la remplace pas', () => {
    const s = sujet({}, {}, classeurDe().ecrire('devis', 2, 'montantHt', 'douze mille'));
    const { problemes } = texte('{montantHt|un bon prix}', s);
    expect(problemes.map((p) => p.code)).toEqual(['RELANCE_VARIABLE_ILLISIBLE']);
  });

  it.each([
    ['{contact|Madame, Monsieur}', 'Madame, Monsieur'],
    ['{contact|}', ''],
    ['Bonjour{contact|} !', 'Bonjour !'],
  ])('repli : %s', (modele, attendu) => {
    const s = sujet({}, { contact: null });
    expect(texte(modele, s)).toEqual({ texte: attendu, problemes: [] });
  });

  it.each(['Bonjour {contact', 'Bonjour contact}', '{{contact}}'])(
    'accolade seule : %s',
    (modele) => {
      expect(texte(modele).problemes.map((p) => p.code)).toContain('RELANCE_ACCOLADE');
    },
  );

  it('une accolade venue d’une cellule reste un texte', () => {
    expect(texte('{objet}', sujet({ objet: 'Lot {contact}' }))).toEqual({
      texte: 'Lot {contact}',
      problemes: [],
    });
  });

  it('la même variable vide deux fois : un seul problème ; deux variables : deux', () => {
    const s = sujet({ objet: null, validite: null });
    const modele = {
      code: 'R',
      rang: 1,
      delaiJours: 7,
      objet: '{objet}',
      corps: '{objet} {validite}',
    };
    expect(rediger(modele, s).problemes).toHaveLength(2);
  });

  it('l’objet du message tient sur une ligne', () => {
    const modele = {
      code: 'R',
      rang: 1,
      delaiJours: 7,
      objet: 'Devis\r\nBcc: x {signature}',
      corps: 'a\r\nb',
    };
    expect(rediger(modele, sujet())).toEqual({
      objet: 'Devis Bcc: x Léa Petit Études du Centre 01 02 03 04 05',
      corps: 'a\nb',
      problemes: [],
    });
  });

  it('les modèles de départ s’écrivent sur un classeur neuf, sans réglage, équipe ni contact', () => {
    const s = sujet(
      {},
      {},
      classeurDe({ equipe: [], clients: [clientDe(undefined, { contact: null })] }),
    );
    for (const modele of RELANCES_DE_DEPART) {
      const { corps, problemes } = rediger(modele, s);
      expect(problemes).toEqual([]);
      expect(corps).toMatch(/^Bonjour Madame, Monsieur,\n/);
    }
  });
});
