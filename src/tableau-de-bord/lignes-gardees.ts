import { ETAPES_SOLDEES } from '../affaires/etapes';
import { REGLAGES } from '../classeur/parametres';
import type { Ligne } from '../classeur/tables';
import { jourAbsolu, type DateCivile } from '../commun/date-civile';
import { AVANT_ENVOI } from '../devis/decides';

type Cle = 'devis' | 'factures' | 'satisfaction' | 'actions' | 'affaires' | 'parametres';
/** Les lignes d'un onglet ; ne se demandent que s'il faut les compter. */
export type LireLignes = <K extends Cle>(table: K) => readonly Partial<Ligne<K>>[];

/** Les jours d'une fenêtre du tableau, au plus : trois années, deux, ou treize mois. */
const TROIS_ANS = 3 * 365 + 1;
const DEUX_ANS = 2 * 365 + 1;
const TREIZE_MOIS = 397;
/** Une action se note rarement plus loin dans l'avenir. */
const TROIS_MOIS = 92;

const SOLDEES: ReadonlySet<unknown> = new Set(ETAPES_SOLDEES);
const VIVANTS: ReadonlySet<unknown> = new Set(['Envoyé', ...AVANT_ENVOI]);
const MUETS: ReadonlySet<unknown> = new Set(['Remplacé', 'Annulé', null, undefined]);

type Jour = DateCivile | null | undefined;
const enJour = (date: Jour): number =>
  typeof date === 'string' && /^\d{4}-\d\d-\d\d$/.test(date) ? jourAbsolu(date) : Number.NaN;

/**
 * Le plus de lignes qu'une fenêtre de `duree` jours puisse tenir, où qu'on l'ouvre ; une ligne y est dès
 * qu'un de ses jours y est.
 */
function auPlus(lignes: readonly (readonly Jour[])[], duree: number): number {
  const jours = lignes
    .flatMap((dates, ligne) => dates.map((date) => ({ jour: enJour(date), ligne })))
    .filter(({ jour }) => !Number.isNaN(jour))
    .sort((a, b) => a.jour - b.jour);
  const dedans = new Map<number, number>();
  let premier = 0;
  let plus = 0;
  for (const { jour, ligne } of jours) {
    dedans.set(ligne, (dedans.get(ligne) ?? 0) + 1);
    for (let vieux = jours[premier]; vieux && vieux.jour <= jour - duree; vieux = jours[premier]) {
      const reste = (dedans.get(vieux.ligne) ?? 1) - 1;
      if (reste > 0) dedans.set(vieux.ligne, reste);
      else dedans.delete(vieux.ligne);
      premier += 1;
    }
    plus = Math.max(plus, dedans.size);
  }
  return plus;
}

const estVivant = ({ statut }: Partial<Ligne<'devis'>>): boolean => VIVANTS.has(statut);
const estUneSuite = ({ version }: Partial<Ligne<'devis'>>): boolean => (version ?? 1) > 1;
const enCommande =
  (ouvertes: Ouvertes) =>
  ({ statut, affaire }: Partial<Ligne<'devis'>>): boolean =>
    statut === 'Signé' && ouvertes.has(affaire);

function devisGardes(devis: readonly Partial<Ligne<'devis'>>[], ouvertes: Ouvertes): number {
  const premiers = new Map<unknown, DateCivile>();
  for (const { numero, premierEnvoi, envoyeLe } of devis) {
    for (const envoi of [premierEnvoi, envoyeLe]) {
      const premier = premiers.get(numero);
      if (envoi && (premier === undefined || envoi < premier)) premiers.set(numero, envoi);
    }
  }
  let vivants = 0;
  const dates: Jour[][] = [];
  const commande = enCommande(ouvertes);
  for (const d of devis) {
    const { numero, statut, premierEnvoi, envoyeLe, decideLe } = d;
    const sansNumero = !numero || numero.startsWith('PROV-');
    if (sansNumero || estUneSuite(d) || estVivant(d) || commande(d)) vivants += 1;
    else if (!MUETS.has(statut))
      dates.push([premiers.get(numero), premierEnvoi, envoyeLe, decideLe]);
  }
  return vivants + auPlus(dates, TROIS_ANS);
}

const deCommande =
  (ouvertes: Ouvertes) =>
  ({ emiseLe, affaire }: Partial<Ligne<'factures'>>): boolean =>
    Boolean(emiseLe) && ouvertes.has(affaire);

function facturesGardees(
  factures: readonly Partial<Ligne<'factures'>>[],
  ouvertes: Ouvertes,
): number {
  let vivantes = 0;
  const dates: Jour[][] = [];
  const commandee = deCommande(ouvertes);
  for (const f of factures) {
    const { emiseLe, payeLe, montantTtc, paye } = f;
    const due = montantTtc === null || montantTtc === undefined || montantTtc > (paye ?? 0);
    if ((emiseLe && due) || commandee(f)) vivantes += 1;
    else dates.push([emiseLe, payeLe]);
  }
  // Celles des mois que l'on regarde, et celles qui pèsent les mois qui viennent.
  return vivantes + auPlus(dates, TROIS_ANS) + auPlus(dates, DEUX_ANS);
}

/** Le réglage, comme les formules le lisent : un nombre, sinon sa valeur de départ. */
function joursSansAction(parametres: readonly Partial<Ligne<'parametres'>>[]): number {
  const { libelle, defaut } = REGLAGES.joursSansAction;
  const valeur = parametres.find(({ reglage }) => reglage === libelle)?.valeur;
  return typeof valeur === 'number' ? valeur : defaut;
}

const datesDe = (actions: readonly Partial<Ligne<'actions'>>[]): Jour[][] =>
  actions.map(({ date }) => [date]);

/** Les dernières, et ce qui est prévu. */
function actionsVives(actions: readonly Partial<Ligne<'actions'>>[], recentes: number): number {
  const prevues = actions.filter(({ fait }) => !fait).map(({ echeance }) => [echeance]);
  return auPlus(datesDe(actions), recentes + TROIS_MOIS) + auPlus(prevues, TREIZE_MOIS);
}

function actionsGardees(actions: readonly Partial<Ligne<'actions'>>[], recentes: number): number {
  const visites = auPlus(
    actions.filter(({ type }) => type === 'Visite').map(({ date }) => [date]),
    TROIS_ANS,
  );
  // Celles des mois que l'on regarde, et celles qui vivent.
  return auPlus(datesDe(actions), TREIZE_MOIS) + visites + actionsVives(actions, recentes);
}

/** Les affaires qui ont encore à facturer. */
type Ouvertes = ReadonlySet<unknown>;

/**
 * Combien de lignes un bloc serré aura à tenir, par son nom, quel que soit le mois regardé et sans savoir
 * quel jour on est : celles qui vivent, et le plus qu'une fenêtre du tableau puisse contenir. Un peu plus
 * que le vrai, jamais beaucoup moins ; les formules comptent celles qui manqueraient de place.
 */
export function lignesGardees(lire: LireLignes): (bloc: string) => number {
  const ouvertes = (): Ouvertes =>
    new Set(lire('affaires').flatMap(({ numero, etape }) => (SOLDEES.has(etape) ? [] : [numero])));
  const compter = (bloc: string): number => {
    switch (bloc) {
      case 'devis':
        return devisGardes(lire('devis'), ouvertes());
      case 'remplacees':
        return lire('devis').filter(({ statut }) => statut === 'Remplacé').length;
      case 'suites':
        return lire('devis').filter(estUneSuite).length;
      case 'portefeuille':
        return lire('devis').filter(estVivant).length;
      case 'commandes':
        return lire('devis').filter(enCommande(ouvertes())).length;
      case 'factures':
        return facturesGardees(lire('factures'), ouvertes());
      case 'facturesDues':
        return lire('factures').filter(deCommande(ouvertes())).length;
      case 'satisfaction':
        return auPlus(
          lire('satisfaction').map(({ date }) => [date]),
          TREIZE_MOIS,
        );
      case 'actions':
        return actionsGardees(lire('actions'), joursSansAction(lire('parametres')));
      case 'vives':
        return actionsVives(lire('actions'), joursSansAction(lire('parametres')));
      default:
        throw new RangeError(`Bloc serré inconnu : ${bloc}`);
    }
  };
  const comptes = new Map<string, number>();
  return (bloc) => {
    const compte = comptes.get(bloc) ?? compter(bloc);
    comptes.set(bloc, compte);
    return compte;
  };
}
