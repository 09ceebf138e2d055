import { HORIZONS } from '../prevision';
import { estChoisi, listeCourte, responsableDe, type Formule } from './bloc';

const DE_L_AFFAIRE = '{factures.carnetAffaire^finFacturesDues},{carnetAffaire}';
const DUE_LE = '{factures.carnetLe^finFacturesDues}';
const RESPONSABLE = responsableDe('affaires', '{carnetAffaire}');
const PORTEUR = `IF(${RESPONSABLE}<>"",${RESPONSABLE},INDEX({devis.qui},{carnetLigne}))`;
/** Ce que promettent les factures datées d'avance, sans dépasser ce qui reste de la commande. */
const promis = (borne: string): Formule =>
  `IF({reste}=0,0,MIN({reste},SUMIFS({factures.carnetHt^finFacturesDues},${DE_L_AFFAIRE},{factures.carnetHt^finFacturesDues},">0",${DUE_LE},">"&<aujourdHui>${borne})))`;

/**
 * Le carnet : les devis signés des affaires qui ne sont pas soldées, une ligne par commande (la première
 * de son affaire), et ce qu'il en reste à facturer.
 */
export const CARNET: Readonly<Record<string, Formule>> = {
  ...listeCourte('carnet', {
    bloc: 'devis',
    condition: 'IF({compte}=0,0,IF({statut}<>"Signé",0,IF({affaire}=0,0,IF({etat}>=4,0,1))))',
    nombre: 'nbCommandes',
  }),
  carnetAffaire: 'IF({carnetLigne}="",0,INDEX({devis.affaire},{carnetLigne}))',
  carnetHt: 'IF({carnetLigne}="",0,INDEX({devis.montant},{carnetLigne}))',
  reste:
    'IF({carnetLigne}="",0,IF(MATCH({carnetAffaire},{devis.carnetAffaire^finCommandes},0)<ROW()-1,0,' +
    `IF(${estChoisi(PORTEUR)},MAX(0,ROUND(SUMIF({devis.carnetAffaire^finCommandes},{carnetAffaire},{devis.carnetHt^finCommandes})` +
    `-SUMIFS({factures.carnetHt^finFacturesDues},${DE_L_AFFAIRE},${DUE_LE},"<="&<aujourdHui>),2)),0)))`,
  promis: promis(''),
  ...Object.fromEntries(
    HORIZONS.map((h) => [
      `promis${h}`,
      `IF({promis}=0,0,${promis(`,${DUE_LE},"<="&<limite${h}>`)})`,
    ]),
  ),
};
