import { describe, expect, it } from 'vitest';
import { euros, jour, mois } from '../support/valeurs';
import { OUVERT, calculer } from './mars';

describe('qui porte le chiffre', () => {
  it('une réponse sans affaire va au responsable du client', () => {
    const t = calculer({
      clients: [{ organisation: 'Usine', responsable: 'A@exemple.fr', secteur: 'Industrie' }],
      satisfaction: [
        { date: jour('2026-03-02'), client: 'USINE', prix: 9 },
        { date: jour('2026-03-02'), prix: 2 },
      ],
    });
    expect(t.parResponsable.map((r) => r.responsable)).toEqual(['a@exemple.fr', null]);
  });

  it('un objectif suffit à être actif', () => {
    const objectifs = [{ mois: mois('2026-03'), responsable: 'zoe@exemple.fr', visites: 2 }];
    const [zoe] = calculer({ objectifs }).parResponsable;
    expect(zoe).toMatchObject({
      responsable: 'zoe@exemple.fr',
      nom: null,
      objectifCaSigneHt: null,
    });
  });
});

const decide = (numero: string, montant: number, reste: object) => ({
  ...OUVERT,
  numero,
  montantHt: euros(montant),
  decideLe: jour('2026-01-15'),
  ...reste,
});

describe('palmarès de l’année', () => {
  const t = calculer({
    clients: [{ organisation: 'Mairie', secteur: 'Public' }],
    devis: [
      ...[10, 60, 20, 60, 40, 50].map((m, i) => decide(`S${i}`, m, { statut: 'Signé' })),
      decide('R1', 5, { statut: 'Refusé', motif: 'Prix' }),
      decide('R2', 7, { statut: 'Sans suite', motif: 'Prix' }),
      decide('R3', 9, { statut: 'Refusé', motif: 'Délai' }),
      decide('R4', 9, { statut: 'Refusé' }),
      decide('R5', 100, { statut: 'Refusé', motif: 'Prix', decideLe: jour('2025-12-31') }),
    ],
    factures: [
      { client: 'MAIRIE', montantHt: euros(100), emiseLe: jour('2026-02-01') },
      { client: 'Usine', montantHt: euros(300), emiseLe: jour('2026-02-01') },
      { client: 'Usine', montantHt: euros(999), emiseLe: jour('2025-12-31') },
    ],
  });

  it('cinq plus beaux contrats, les ex æquo par numéro', () => {
    expect(t.plusBeauxContrats.map((c) => c.numero)).toEqual(['S1', 'S3', 'S5', 'S4', 'S2']);
  });

  it('motifs, du plus fréquent au plus rare', () => {
    expect(t.motifsDePerte.map((p) => [p.motif, p.nombre, p.montantHt])).toEqual([
      ['Prix', 2, euros(12)],
      [null, 1, euros(9)],
      ['Délai', 1, euros(9)],
    ]);
  });

  it('secteurs du CA facturé', () => {
    expect(t.caParSecteur).toEqual([
      { secteur: null, caFactureHt: euros(300), part: 0.75 },
      { secteur: 'Public', caFactureHt: euros(100), part: 0.25 },
    ]);
  });
});
