import { HORIZONS, type Horizon, type Prevision } from '../prevision';
import type { Formule } from './bloc';

type Scenario = Exclude<keyof Prevision, 'horizonMois'>;

function scenarios(horizon: Horizon): Readonly<Record<Scenario, Formule>> {
  const devis = (colonne: string): Formule =>
    `SUMIFS({devis.${colonne}},{devis.attenduLe},">0",{devis.attenduLe},"<="&<limite${horizon}>)`;
  const commandes = `SUM({affaires.carnet${horizon}})`;
  return {
    pessimisteHt: `ROUND(${commandes}+${devis('presqueSurHt')},2)`,
    pondereHt: `ROUND(${commandes}+${devis('pondereHt')},2)`,
    optimisteHt: `ROUND(${commandes}+${devis('ouvertHt')},2)`,
  };
}

/** Les trois scénarios de chaque horizon, en formules ; leur calcul est dans `prevision.ts`. */
export const FORMULES_PREVISION = Object.fromEntries(
  HORIZONS.map((h) => [h, scenarios(h)]),
) as Readonly<Record<Horizon, Readonly<Record<Scenario, Formule>>>>;
