import type { Snapshot } from '../../src/classeur/snapshot';
import type { DateCivile, Mois } from '../../src/commun/date-civile';
import { portefeuilleParAge } from '../../src/tableau-de-bord/ages';
import { figures } from '../../src/tableau-de-bord/figures';
import { indexer, type Index } from '../../src/tableau-de-bord/index-commercial';
import { total } from '../../src/tableau-de-bord/indicateur';
import { VISITES } from '../../src/tableau-de-bord/indicateurs/visites';
import { leMois } from '../../src/tableau-de-bord/periode';
import type { Entrepot } from '../support/duckdb';

const ENTREPRISE = '(entreprise)';
const PERSONNE = '(sans responsable)';

const euros = (v: unknown): number => Math.round(Number(v) * 100);
const reel = (v: unknown): number | null => (v === null ? null : Number(Number(v).toFixed(9)));
const nombre = (v: unknown): number => Number(v);
type Ligne = Readonly<Record<string, unknown>>;

/** Une ligne de `indicateurs_mensuels`, dans la forme de nos figures. */
const duMois = (l: Ligne) => ({
  devisEmis: { nombre: nombre(l['devis_emis_nombre']), montantHt: euros(l['devis_emis_ht']) },
  devisSignes: { nombre: nombre(l['devis_signes_nombre']), montantHt: euros(l['devis_signes_ht']) },
  cohorte: [
    reel(l['taux_cohorte']),
    nombre(l['taux_cohorte_n']),
    nombre(l['taux_cohorte_ouverts']),
  ],
  decides: [reel(l['taux_decides']), nombre(l['taux_decides_n'])],
  tauxMontant: reel(l['taux_montant']),
  caFactureHt: euros(l['ca_facture_ht']),
  encaisseTtc: euros(l['encaisse_ttc']),
  satisfaction: [
    reel(l['satisfaction_taux']),
    reel(l['satisfaction_moyenne']),
    reel(l['satisfaction_nps']),
    nombre(l['satisfaction_n']),
  ],
  delais: [reel(l['delai_signes_jours']), reel(l['delai_refuses_jours'])],
  visites: nombre(l['visites']),
});

const duPortefeuille = (l: Ligne | undefined) => ({
  nombre: nombre(l?.['nombre'] ?? 0),
  montantHt: euros(l?.['montant_ht'] ?? 0),
  pondereHt: euros(l?.['pondere_ht'] ?? 0),
  expirantSous7Jours: nombre(l?.['expirant_sous_7_jours'] ?? 0),
  ages: ['t0', 't1', 't2', 't3', 't4'].map((t) => nombre(l?.[t] ?? 0)),
});

function attendus(index: Index, mois: Mois, responsable: string) {
  const qui = responsable === ENTREPRISE ? null : responsable === PERSONNE ? '' : responsable;
  const tranche = leMois(mois, qui);
  const f = figures(index, tranche);
  const { cohorte, decides, montant } = f.tauxTransformation;
  return {
    mois: {
      devisEmis: f.devisEmis,
      devisSignes: f.devisSignes,
      cohorte: [reel(cohorte.taux), cohorte.n, cohorte.ouverts],
      decides: [reel(decides.taux), decides.n],
      tauxMontant: reel(montant.taux),
      caFactureHt: f.caFactureHt,
      encaisseTtc: f.encaisseTtc,
      satisfaction: [
        reel(f.satisfaction.taux),
        reel(f.satisfaction.moyenne),
        reel(f.satisfaction.nps),
        f.satisfaction.n,
      ],
      delais: [reel(f.delaiDecisionJours.signes), reel(f.delaiDecisionJours.refuses)],
      visites: total(VISITES.calculer(index, tranche)),
    },
    portefeuille: {
      ...f.portefeuille,
      ages: portefeuilleParAge(index, qui).map((t) => t.nombre),
    },
  };
}

/** Le portefeuille de chacun, et ses tranches d'âge. */
const PORTEFEUILLES = `SELECT i.*, a.t0, a.t1, a.t2, a.t3, a.t4
FROM indicateurs_portefeuille AS i
JOIN (
  SELECT q.responsable,
    COUNT(*) FILTER (WHERE age_jours <= 30) AS t0,
    COUNT(*) FILTER (WHERE age_jours BETWEEN 31 AND 60) AS t1,
    COUNT(*) FILTER (WHERE age_jours BETWEEN 61 AND 90) AS t2,
    COUNT(*) FILTER (WHERE age_jours > 90) AS t3,
    COUNT(*) FILTER (WHERE age_jours IS NULL) AS t4
  FROM v_portefeuille AS p JOIN v_portees AS q ON q.porteur = p.porteur GROUP BY 1
) AS a ON a.responsable = i.responsable`;

/** Chaque mois × chaque responsable : combien sont comparés, et ce que DuckDB dit autrement que nous. */
export async function comparer(
  entrepot: Entrepot,
  snapshot: Snapshot,
  aujourdHui: DateCivile,
): Promise<{ compares: number; ecarts: unknown[] }> {
  const index = indexer(snapshot, aujourdHui);
  const lignes = await entrepot.lire('SELECT * FROM indicateurs_mensuels');
  const portefeuilles = new Map(
    (await entrepot.lire(PORTEFEUILLES)).map((l) => [l['responsable'], l]),
  );
  const ecarts = lignes.flatMap((l) => {
    const mois = String(l['mois']).slice(0, 7) as Mois;
    const responsable = String(l['responsable']);
    const voulu = attendus(index, mois, responsable);
    const lu = { mois: duMois(l), portefeuille: duPortefeuille(portefeuilles.get(responsable)) };
    return JSON.stringify(lu) === JSON.stringify(voulu) ? [] : [{ mois, responsable, lu, voulu }];
  });
  return { compares: lignes.length, ecarts };
}
