import { HORIZONS } from '../prevision';
import { aLaPlace, estChoisi, ligneDeRang, responsableDe, type Bloc, type Formule } from './bloc';

/** Les factures des affaires qui ne sont pas soldées. */
export const BLOC_FACTURES_DUES: Bloc = {
  nom: 'facturesDues',
  source: 'factures',
  serre: true,
  fin: 'finFacturesDues',
  colonnes: {
    place: ligneDeRang('factures.dueRang', 'nbFacturesDues'),
    affaire: aLaPlace('factures.affaire', '0'),
    ht: aLaPlace('factures.ht', '0'),
    emiseLe: aLaPlace('factures.emiseLe', '0'),
  },
};

const DE_L_AFFAIRE = '{facturesDues.affaire^},{affaire}';
const EMISE_LE = '{facturesDues.emiseLe^}';
const RESPONSABLE = responsableDe('affaires', '{affaire}');
const PORTEUR = `IF(${RESPONSABLE}<>"",${RESPONSABLE},INDEX({devis.qui},{place}))`;
/** Ce que promettent les factures datées d'avance, sans dépasser ce qui reste de la commande. */
const promis = (borne: string): Formule =>
  `IF({reste}=0,0,MIN({reste},SUMIFS({facturesDues.ht^},${DE_L_AFFAIRE},{facturesDues.ht^},">0",${EMISE_LE},">"&<aujourdHui>${borne})))`;

/**
 * Le carnet : les devis signés des affaires qui ne sont pas soldées. Une commande (la première ligne de
 * son affaire) dit ce qu'il en reste à facturer.
 */
export const BLOC_COMMANDES: Bloc = {
  nom: 'commandes',
  source: 'devis',
  serre: true,
  fin: 'finCommandes',
  colonnes: {
    place: ligneDeRang('devis.commandeRang', 'nbCommandes'),
    affaire: aLaPlace('devis.affaire', '0'),
    ht: aLaPlace('devis.montant', '0'),
    reste:
      'IF({place}="",0,IF(MATCH({affaire},{commandes.affaire^},0)<ROW()-1,0,' +
      `IF(${estChoisi(PORTEUR)},MAX(0,ROUND(SUMIF({commandes.affaire^},{affaire},{commandes.ht^})` +
      `-SUMIFS({facturesDues.ht^},${DE_L_AFFAIRE},${EMISE_LE},"<="&<aujourdHui>),2)),0)))`,
    promis: promis(''),
    ...Object.fromEntries(
      HORIZONS.map((h) => [
        `promis${h}`,
        `IF({promis}=0,0,${promis(`,${EMISE_LE},"<="&<limite${h}>`)})`,
      ]),
    ),
  },
};
