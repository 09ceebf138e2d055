import { grouperPar } from '../../commun/grouper';
import type { DateCivile, Mois } from '../../commun/date-civile';
import { centimes, type Centimes } from '../../commun/montant';
import { nommerFacture } from '../../factures/controler-facture';
import { trouverMembre } from '../../equipe/membre';
import { NATURES_ALERTES } from '../../messages/tableau';
import { alertes } from '../alertes/liste';
import type { Index } from '../index-commercial';
import { TAUX_COHORTE, TAUX_DECIDES, TAUX_MONTANT } from '../indicateurs/taux-transformation';
import { cas } from '../indicateur';
import { modeleInverse, type ModeleInverse } from '../modele-inverse';
import { COLONNES_OBJECTIF, suivreObjectif } from '../objectifs';
import { objectifsIndividuels, type ObjectifsIndividuels } from '../objectifs-individuels';
import { motifsDePerte, plusBeauxContrats, type Contrat, type Perte } from '../palmares';
import { leMois } from '../periode';
import { HORIZONS, prevoir, type Prevision } from '../prevision';
import { ecartsMoyens, previsionsPassees, type EcartMoyen } from '../previsions-passees';
import type { PrevisionPassee } from '../previsions-passees';
import { retardsDe } from '../retards';
import { figuresBilan, type FigureBilan } from './figures-bilan';
import { seriesBilan, type SeriesBilan } from './series';

interface RetardBilan {
  readonly facture: string;
  readonly client: string;
  readonly joursRetard: number;
  readonly resteDu: Centimes | null;
}

/** Le mois raconté (S3-4, S3-6) : comment il s'est passé, pourquoi, et ce qui vient. Centimes. */
export interface Bilan {
  readonly mois: Mois;
  readonly aujourdHui: DateCivile;
  readonly entreprise: string;
  /** `null` : toute l'entreprise. */
  readonly responsable: string | null;
  /** Comment la personne se nomme ; `null` pour l'entreprise. */
  readonly nom: string | null;
  readonly figures: readonly FigureBilan[];
  readonly taux: readonly { libelle: string; valeur: number | null; n: number }[];
  readonly pertes: readonly Perte[];
  readonly retards: {
    readonly nombre: number;
    readonly totalTtc: Centimes;
    readonly premiers: readonly RetardBilan[];
  };
  readonly previsions: readonly Prevision[];
  readonly previsionsPassees: readonly PrevisionPassee[];
  readonly ecartsMoyens: readonly EcartMoyen[];
  readonly modele: ModeleInverse;
  readonly individuels: readonly ObjectifsIndividuels[];
  readonly contrats: readonly Contrat[];
  readonly alertes: readonly { nature: string; nombre: number; premiere: string }[];
  readonly series: SeriesBilan;
}

const RETARDS_MONTRES = 5;

export function calculerBilan(index: Index, mois: Mois, responsable: string | null): Bilan {
  const { snapshot, aujourdHui } = index;
  const tranche = leMois(mois, responsable);
  const previsions = HORIZONS.map((h) => prevoir(index, responsable, h));
  return {
    mois,
    aujourdHui,
    entreprise: snapshot.parametres.entreprise,
    responsable,
    nom: responsable === null ? null : (trouverMembre(snapshot, responsable)?.nom ?? responsable),
    figures: figuresBilan(index, mois, responsable),
    taux: [TAUX_COHORTE, TAUX_DECIDES, TAUX_MONTANT].map((indicateur) => {
      const mesure = indicateur.calculer(index, tranche);
      return { libelle: indicateur.libelle, valeur: mesure.valeur, n: cas(mesure) };
    }),
    pertes: motifsDePerte(index, tranche),
    retards: retards(index, responsable),
    previsions,
    previsionsPassees: previsionsPassees(index, mois, responsable),
    ecartsMoyens: ecartsMoyens(index, mois, responsable),
    modele: modeleInverse(index, mois, responsable),
    individuels: responsable === null ? objectifsIndividuels(index, mois) : [],
    contrats: plusBeauxContrats(index, tranche),
    alertes: aSurveiller(index, mois, responsable, previsions),
    series: seriesBilan(index, mois, responsable),
  };
}

function retards(index: Index, responsable: string | null): Bilan['retards'] {
  const tous = retardsDe(index, responsable);
  return {
    nombre: tous.length,
    totalTtc: centimes(tous.reduce((s, r) => s + (r.resteDu ?? 0), 0)),
    premiers: tous
      .slice()
      .sort((a, b) => (b.resteDu ?? 0) - (a.resteDu ?? 0))
      .slice(0, RETARDS_MONTRES)
      .map(({ facture, joursRetard, resteDu }) => ({
        facture: nommerFacture(facture),
        client: facture.client ?? '?',
        joursRetard,
        resteDu,
      })),
  };
}

/** Une ligne par nature d'alerte ; objectifs et factures ont déjà leur place dans le bilan. */
function aSurveiller(
  index: Index,
  mois: Mois,
  responsable: string | null,
  previsions: readonly Prevision[],
): Bilan['alertes'] {
  const objectifs = COLONNES_OBJECTIF.map((c) => suivreObjectif(index, c, mois, responsable));
  const toutes = alertes({ index, mois, responsable, objectifs, previsions }).filter(
    ({ code }) => code !== 'OBJECTIF_EN_RETARD' && code !== 'FACTURE_EN_RETARD',
  );
  return grouperPar(toutes, (a) => a.code).map((memes) => ({
    nature: NATURES_ALERTES[memes[0].code],
    nombre: memes.length,
    premiere: memes[0].message,
  }));
}
