import { describe, expect, it } from 'vitest';
import { ClasseurEnMemoire, snapshotDe } from '../support/classeur-en-memoire';
import { jour, mois } from '../support/valeurs';
import { CAMILLE, DENIS, FIRME } from './firme';
import { calculerTableau } from '../../src/tableau-de-bord/calculer-tableau';

const MARS = { mois: mois('2026-03'), aujourdHui: jour('2026-03-31') };
const tableau = () => calculerTableau(snapshotDe(FIRME), MARS);

describe('les figures d’un mois, calculées à la main', () => {
  it.each([
    [
      'devis émis : D1, D2, D3 (une fois, 6 000), D8',
      'devisEmis',
      { nombre: 4, montantHt: 2_300_000 },
    ],
    ['signés : D1 et D4', 'devisSignes', { nombre: 2, montantHt: 1_200_000 }],
    [
      'cohorte 1/4, D3 ouvert ; décidés D1, D4 sur 3 ; 12 000 sur 15 000',
      'tauxTransformation',
      {
        cohorte: { taux: 0.25, n: 4, ouverts: 1 },
        decides: { taux: 2 / 3, n: 3 },
        montant: { taux: 0.8 },
      },
    ],
    ['facturé : 3 000 − 500', 'caFactureHt', 250_000],
    ['encaissé : 3 600 − 600, l’avoir écrit en négatif', 'encaisseTtc', 300_000],
    [
      'notes 8 5 7 6 (70 n’en est pas une) : 2 sur 4 ; NPS 9, 6, 8',
      'satisfaction',
      { taux: 0.5, moyenne: 6.5, nps: 0, n: 3 },
    ],
    [
      'médianes : D1 10 j, D4 20 j ; aucun refus en mars',
      'delaiDecisionJours',
      { signes: 15, refuses: null },
    ],
    [
      'D3 et PROV-1 : 6 000 × 50 % + 1 000 × 20 %',
      'portefeuille',
      { nombre: 2, montantHt: 700_000, pondereHt: 320_000, expirantSous7Jours: 1 },
    ],
  ] as const)('%s', (_, cle, attendu) => {
    expect(tableau()[cle]).toEqual(attendu);
  });

  it('prévision : reste à facturer d’A1 (10 000 − 2 500, dont 1 500 prévus le 30 avril) et D3', () => {
    // À 1 mois (30 avril) : 7 500 de commande ; D3 prévu le 20 avril, 6 000 à 50 %.
    expect(tableau().previsions).toEqual(
      [1, 2, 6, 12].map((horizonMois) => ({
        horizonMois,
        pessimisteHt: 750_000,
        pondereHt: 1_050_000,
        optimisteHt: 1_350_000,
      })),
    );
  });

  it('les objectifs : réalisé, écart, atteinte, et l’an passé inconnu vaut zéro devis', () => {
    const { objectifs } = tableau();
    expect(objectifs[0]).toEqual({
      indicateur: 'caSigne',
      unite: 'montant',
      objectif: 1_500_000,
      realise: 1_200_000,
      ecart: -300_000,
      atteinte: 0.8,
      moisPrecedent: 0,
      anPrecedent: 0,
      cumulAnnuel: 1_200_000,
      moisDeSuiteEnRetard: 1,
      nature: 'ponctuel',
    });
    expect(objectifs.find((o) => o.indicateur === 'tauxTransformation')).toMatchObject({
      objectif: null,
      realise: 0.25,
      // Février : D4 et D7 signés.
      moisPrecedent: 1,
      anPrecedent: null,
      // Janvier à mars : D1, D4, D7 sur six.
      cumulAnnuel: 0.5,
    });
    expect(objectifs.find((o) => o.indicateur === 'visites')).toMatchObject({
      ecart: 0,
      atteinte: 1,
    });
  });

  it('chacun : Camille porte A1, Denis ses devis ; la rentabilité compte 10,5 h à 400 € les 7 h', () => {
    const [camille, denis, personne] = tableau().parResponsable;
    expect(camille).toMatchObject({
      responsable: CAMILLE,
      nom: 'Camille',
      devisEmis: { nombre: 1, montantHt: 1_000_000 },
      devisSignes: { nombre: 1, montantHt: 1_000_000 },
      caFactureHt: 250_000,
      visites: 1,
      objectifCaSigneHt: 800_000,
      rentabilite: {
        caSigneHt: 1_000_000,
        margeHt: 300_000,
        heures: 10.5,
        coutCommercialHt: 60_000,
        resultatHt: 240_000,
      },
    });
    expect(denis).toMatchObject({
      devisEmis: { nombre: 3, montantHt: 1_300_000 },
      devisSignes: { nombre: 1, montantHt: 200_000 },
      portefeuille: { nombre: 1, montantHt: 600_000, pondereHt: 300_000 },
      rentabilite: { margeHt: null, coutCommercialHt: null, resultatHt: null },
    });
    // Deux réponses d’Usine n’ont ni affaire ni client connu.
    expect(personne).toMatchObject({ responsable: null, devisEmis: { nombre: 0 } });
  });

  it('filtré par responsable, sans tenir compte de la casse', () => {
    const t = calculerTableau(snapshotDe(FIRME), { ...MARS, responsable: ' Denis@EXEMPLE.fr' });
    expect(t.devisSignes).toEqual({ nombre: 1, montantHt: 200_000 });
    expect(t.parResponsable.map((r) => r.responsable)).toEqual([DENIS]);
  });

  it('le détail : âges, entonnoir, pertes, beaux contrats, thèmes', () => {
    const t = tableau();
    expect(t.portefeuilleParAge.map((a) => a.nombre)).toEqual([1, 0, 0, 0, 1]);
    // Contactés : Mairie, Gare (D1… et D3 sont chez Mairie). Qualifiée et plus : Mairie seule.
    expect(t.entonnoir.marches.map((m) => m.clients)).toEqual([2, 1, 1, 1, 1]);
    expect(t.entonnoir.marches[1]).toMatchObject({ tauxEtape: 0.5, tauxTotal: 0.5 });
    expect(t.motifsDePerte).toEqual([{ motif: 'Sans réponse', nombre: 1, montantHt: 300_000 }]);
    expect(t.plusBeauxContrats.map((c) => c.numero)).toEqual(['D1', 'D4']);
    expect(t.satisfactionDetaillee.parTheme).toEqual([
      { libelle: 'Prix', taux: 0, moyenne: 5.5, n: 2 },
      { libelle: 'Services', taux: 1, moyenne: 7.5, n: 2 },
    ]);
    expect(t.satisfactionDetaillee.parSegment.map((s) => s.libelle)).toEqual([
      'Sans segment',
      'Public',
    ]);
    expect(t.caParSecteur).toEqual([{ secteur: null, caFactureHt: 250_000, part: 1 }]);
  });

  it('modèle inverse : trop peu de cas, on ne remonte pas', () => {
    expect(tableau().modeleInverse).toMatchObject({
      resteHt: 300_000,
      signatures: null,
      devis: null,
      rendezVous: null,
      appels: null,
    });
    expect(tableau().modeleInverse.etapes[1]).toContain('(n\u00a0=\u00a02, pas assez de cas) = –');
    expect(calculerTableau(snapshotDe({}), MARS).modeleInverse).toMatchObject({
      resteHt: null,
      signatures: null,
      appels: null,
    });
  });

  it('un classeur vide : des taux nuls d’information, pas des zéros', () => {
    expect(calculerTableau(snapshotDe({}), MARS)).toMatchObject({
      devisEmis: { nombre: 0, montantHt: 0 },
      tauxTransformation: {
        cohorte: { taux: null, n: 0 },
        decides: { taux: null },
        montant: { taux: null },
      },
      satisfaction: { taux: null, moyenne: null, nps: null, n: 0 },
      delaiDecisionJours: { signes: null, refuses: null },
      alertes: [],
    });
  });
});

describe('ce qui est illisible ne devient pas zéro en silence', () => {
  it('un montant illisible : le devis compte, le montant manque, une alerte le dit', () => {
    const s = new ClasseurEnMemoire(FIRME).ecrire('devis', 2, 'montantHt', 'dix mille').snapshot();
    const t = calculerTableau(s, MARS);
    expect(t.devisSignes).toEqual({ nombre: 2, montantHt: 200_000 });
    expect(t.alertes[0]).toMatchObject({ code: 'DONNEES_ILLISIBLES', lien: 'Devis!F2' });
    expect(t.alertes[0]?.message).toContain('« dix mille »');
  });

  it('un type de facture illisible peut cacher un avoir : la facture ne compte pas', () => {
    const s = new ClasseurEnMemoire(FIRME).ecrire('factures', 2, 'type', 'Avoire ?').snapshot();
    expect(calculerTableau(s, MARS).caFactureHt).toBe(-50_000);
  });

  it('une probabilité illisible sort le devis du pondéré', () => {
    const s = new ClasseurEnMemoire(FIRME).ecrire('affaires', 3, 'probabilite', 'forte').snapshot();
    expect(calculerTableau(s, MARS).portefeuille.pondereHt).toBe(20_000);
  });
});
