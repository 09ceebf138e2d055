import type { Mois } from '../commun/date-civile';
import { centimes, type Centimes } from '../commun/montant';
import { CAS_SUFFISANTS, dansTranche, total } from './indicateur';
import type { Index } from './index-commercial';
import { CA_SIGNE, DEVIS_SIGNES } from './indicateurs/devis-signes';
import { signes } from './indicateurs/montant-devis';
import { lesDerniersMois } from './periode';

/** Un rapport observé, et sur combien de cas. */
interface Observation<V extends number = number> {
  /** Ce qu'on a vu ; `null` : rien. */
  readonly mesure: V | null;
  /** Ce à quoi l'on se fie : `null` quand il y a trop peu de cas. */
  readonly valeur: V | null;
  readonly n: number;
  /** Les cas de la personne ne suffisaient pas : ce sont ceux de l'entreprise. */
  readonly entreprise: boolean;
}

export interface Observations {
  /** Montant moyen d'un devis signé ; n : devis signés. */
  readonly panier: Observation<Centimes>;
  /** Signés ÷ décidés ; n : devis décidés. */
  readonly taux: Observation;
  /** n : devis émis. */
  readonly rendezVousParDevis: Observation;
  /** n : rendez-vous. */
  readonly appelsParRendezVous: Observation;
}

/** Mois observés pour le panier moyen et les rapports. */
const MOIS_OBSERVES = 12;

/**
 * Ce que douze mois disent du métier (S4-8). Une personne qui a trop peu de cas emprunte les
 * rapports de l'entreprise ; s'ils n'y suffisent pas non plus, on ne sait pas.
 */
export function observer(index: Index, mois: Mois, responsable: string | null): Observations {
  const siennes = relever(index, mois, responsable);
  if (responsable === null) return siennes;
  const toutes = relever(index, mois, null);
  return {
    panier: choisir(siennes.panier, toutes.panier),
    taux: choisir(siennes.taux, toutes.taux),
    rendezVousParDevis: choisir(siennes.rendezVousParDevis, toutes.rendezVousParDevis),
    appelsParRendezVous: choisir(siennes.appelsParRendezVous, toutes.appelsParRendezVous),
  };
}

function choisir<V extends number>(sien: Observation<V>, tous: Observation<V>): Observation<V> {
  return sien.valeur === null && tous.valeur !== null ? { ...tous, entreprise: true } : sien;
}

/** `a` ÷ `n`, si `n` suffit ; un rapport nul ne mène à rien : autant dire qu'on ne sait pas. */
function rapport<V extends number>(
  a: number,
  n: number,
  arrondir: (v: number) => V,
): Observation<V> {
  const mesure = n > 0 && a > 0 ? arrondir(a / n) : null;
  return { mesure, valeur: n >= CAS_SUFFISANTS ? mesure : null, n, entreprise: false };
}

const telQuel = (v: number): number => v;

function relever(index: Index, mois: Mois, responsable: string | null): Observations {
  const tranche = lesDerniersMois(MOIS_OBSERVES, mois, responsable);
  const nombre = total(DEVIS_SIGNES.calculer(index, tranche));
  const signe = total(CA_SIGNE.calculer(index, tranche));
  const decides = dansTranche(index.decides, tranche);
  const emis = dansTranche(index.emis, tranche).length;
  const actions = dansTranche(index.actions, tranche);
  const rendezVous = actions.filter(
    ({ ligne: a }) => a.type === 'Visite' || a.type === 'Réunion',
  ).length;
  const appels = actions.filter(({ ligne: a }) => a.type === 'Appel').length;
  return {
    panier: rapport(signe, nombre, (v) => centimes(Math.round(v))),
    taux: rapport(signes(decides).length, decides.length, telQuel),
    rendezVousParDevis: rapport(rendezVous, emis, telQuel),
    appelsParRendezVous: rapport(appels, rendezVous, telQuel),
  };
}
