import { HORIZONS, type Horizon, type Prevision } from '../prevision';
import type { Formule } from './bloc';

type Scenario = Exclude<keyof Prevision, 'horizonMois'>;

function scenarios(horizon: Horizon): Readonly<Record<Scenario, Formule>> {
  const devis = (colonne: string): Formule =>
    `SUMIFS({portefeuille.${colonne}^},{portefeuille.signature^},">="&<aujourdHui>,{portefeuille.signature^},"<="&<limite${horizon}>,{portefeuille.probabilite^},">0")`;
  const presqueSurs =
    `SUMPRODUCT(({portefeuille.signature^}>=<aujourdHui>)*({portefeuille.signature^}<=<limite${horizon}>)` +
    `*({portefeuille.probabilite^}>=8/10)*{portefeuille.pondere^})`;
  // Ce qui n'a pas de facture datée d'avance compte dès maintenant.
  const commandes = `<commandesSansDate>+SUM({commandes.promis${horizon}^})`;
  return {
    pessimisteHt: `ROUND(${commandes}+${presqueSurs},2)`,
    pondereHt: `ROUND(${commandes}+${devis('pondere')},2)`,
    optimisteHt: `ROUND(${commandes}+${devis('montant')},2)`,
  };
}

/** Les trois scénarios de chaque horizon, en formules ; leur calcul est dans `prevision.ts`. */
export const FORMULES_PREVISION = Object.fromEntries(
  HORIZONS.map((h) => [h, scenarios(h)]),
) as Readonly<Record<Horizon, Readonly<Record<Scenario, Formule>>>>;
