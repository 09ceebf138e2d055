import { describe, expect, it } from 'vitest';
import { snapshotDe } from '../support/classeur-en-memoire';
import { contexte, euros, jour, mois } from '../support/valeurs';
import { calculerTableau } from '../../src/tableau-de-bord/calculer-tableau';
import { planCloturer } from '../../src/tableau-de-bord/plan-cloturer';
import { planTableau } from '../../src/tableau-de-bord/plan-tableau';
import { planControle } from '../../src/controle/plan-controle';

/** Des lignes à moitié remplies, comme on en trouve : rien ne casse, rien n’est inventé. */
const TROUEE = snapshotDe({
  clients: [{ secteur: 'Public' }, { organisation: 'Usine' }],
  affaires: [{ objet: 'sans numéro' }, { numero: 'A1', client: null, etape: 'Qualifiée' }],
  devis: [
    { client: 'sans numéro', statut: 'Envoyé', montantHt: euros(5) },
    { numero: 'D1', statut: 'Signé', decideLe: jour('2026-03-04') },
    { numero: 'D1', version: 2, statut: 'Annulé', envoyeLe: jour('2026-01-01') },
    { numero: 'D2', statut: 'Envoyé', validite: jour('2026-03-01'), creeLe: jour('2026-04-01') },
    { numero: 'D3', affaire: 'A1', statut: 'Refusé', decideLe: jour('2026-03-06') },
    { numero: 'D4', statut: 'Refusé', decideLe: jour('2026-03-06'), motif: 'Prix' },
    { numero: 'D5', statut: 'Envoyé' },
    { numero: 'D5', statut: 'Envoyé' },
    { numero: 'D6' },
  ],
  factures: [
    { emiseLe: jour('2026-03-09'), echeance: jour('2026-03-10') },
    {
      emiseLe: jour('2026-02-09'),
      echeance: jour('2026-03-10'),
      type: 'Avoir',
      montantHt: euros(0),
    },
    { emiseLe: jour('2026-01-09'), echeance: jour('2026-03-10'), montantHt: euros(0) },
  ],
  actions: [
    { date: jour('2026-03-03') },
    { date: jour('2026-03-03'), type: 'Réunion', devis: 'D2' },
    { devis: 'D2', type: 'Appel' },
  ],
  satisfaction: [{ date: jour('2026-03-03') }],
  objectifs: [
    { mois: mois('2026-03'), tauxTransformation: 0.5, satisfaction: 0.5, visites: 4 },
    { mois: mois('2026-03'), visites: 9 },
    { mois: mois('2026-03'), responsable: 'a@exemple.fr', caFacture: euros(10) },
  ],
  equipe: [{ nom: 'sans adresse' }, { email: 'gerant@exemple.fr', role: 'Gérant' }],
});
const LE = { mois: mois('2026-03'), aujourdHui: jour('2026-03-20') };

describe('un classeur à trous', () => {
  const t = calculerTableau(TROUEE, LE);

  it('compte ce qu’il peut compter', () => {
    expect(t.devisEmis).toEqual({ nombre: 0, montantHt: 0 });
    expect(t.devisSignes).toEqual({ nombre: 1, montantHt: 0 });
    expect(t.tauxTransformation.decides).toEqual({ taux: 1 / 3, n: 3 });
    expect(t.tauxTransformation.montant.taux).toBeNull();
    expect(t.satisfaction).toEqual({ taux: null, moyenne: null, nps: null, n: 1 });
    expect(t.delaiDecisionJours.signes).toBeNull();
    expect(t.caParSecteur).toEqual([{ secteur: null, caFactureHt: 0, part: null }]);
    // D2 naîtra en avril : âge zéro ; D5 n’a aucune date.
    expect(t.portefeuilleParAge.map((a) => a.nombre)).toEqual([1, 0, 0, 0, 1]);
    expect(t.plusBeauxContrats[0]).toMatchObject({ numero: 'D1', client: null, montantHt: 0 });
    expect(t.motifsDePerte.map((p) => p.motif)).toEqual([null, 'Prix']);
  });

  it('une alerte nomme par sa ligne ce qui n’a pas de numéro', () => {
    const retards = t.alertes.filter((a) => a.code === 'FACTURE_EN_RETARD');
    expect(retards.map((a) => a.lien)).toEqual(['Factures!K2', 'Factures!K4']);
    expect(retards[0]?.message).toContain('Facture ligne 2 (?)');
  });

  it('objectifs : la première ligne du mois vaut ; un taux se dit en pourcentage', () => {
    const messages = t.alertes
      .filter((a) => a.code === 'OBJECTIF_EN_RETARD')
      .map((a) => a.message.split(' attendus')[0]?.replace(/\u00a0/g, ' '));
    // Quatre visites × 20 jours ÷ 31.
    expect(messages).toEqual(['Visites, mars 2026 : 0 pour 2,58']);
    expect(t.objectifs.find((o) => o.indicateur === 'satisfaction')).toMatchObject({
      objectif: 0.5,
      realise: null,
      ecart: null,
      atteinte: null,
      moisDeSuiteEnRetard: 0,
    });
  });

  it('se montre, se clôt et se contrôle', () => {
    expect(planTableau(TROUEE, LE, contexte('2026-03-20')).resultat).toEqual(t);
    const cloture = planCloturer(TROUEE, LE.mois, contexte('2026-04-01')).resultat;
    // Sans réponse, un objectif de satisfaction n’est pas atteint.
    expect(cloture?.objectifs.map((o) => [o.suivi.indicateur, o.atteint])).toEqual([
      ['tauxTransformation', false],
      ['satisfaction', false],
      ['visites', false],
      ['caFacture', false],
    ]);
    const { anomalies } = planControle(TROUEE, null, contexte('2026-03-20')).resultat;
    const codes = anomalies
      .filter((a) => a.onglet === 'Devis')
      .map((a) => `${a.cellule} ${a.code}`);
    expect(codes).toContain('A2 DEVIS_SANS_NUMERO');
    expect(codes).toContain('A9 IDENTITE_EN_DOUBLE');
    expect(codes).toContain('L9 DEUX_VERSIONS_ENVOYEES');
    expect(codes).toContain('L10 VALEUR_REQUISE');
  });

  it('un taux sous l’objectif se dit en pourcentage', () => {
    const s = snapshotDe({
      devis: [{ numero: 'D1', statut: 'Refusé', envoyeLe: jour('2026-03-02') }],
      objectifs: [{ mois: mois('2026-03'), tauxTransformation: 0.25 }],
    });
    expect(calculerTableau(s, LE).alertes[0]?.message).toContain(
      '0\u00a0% pour 25\u00a0% attendus',
    );
  });
});
