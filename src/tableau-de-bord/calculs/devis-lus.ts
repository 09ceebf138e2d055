import {
  AFFAIRE_SOLDEE,
  cleDe,
  compterDepuisLeHaut,
  estMontre,
  ligneAffaire,
  placeParmi,
  rangGarde,
  type Bloc,
  type Formule,
} from './bloc';
import { plusTot } from './chaines';
import { ANNULE, ENVOYE, REMPLACE, SIGNE, STATUTS } from './stades';

/** 1 si le numéro est encore provisoire, 0 sinon. */
export const PROVISOIRE = 'IF(<provisoires>=0,0,IF(LEFT({cle},5)="PROV-",1,0))';

/** Envoyé ou décidé dans les mois que l'on montre. */
const MONTRE = `${estMontre('{envoi}')}+${estMontre('N([decideLe])')}>0`;

/**
 * Ce que les sommes ont encore à lire : en cours, montré, une commande à facturer, un numéro qui manque ;
 * et toute version d'après la première : sa chaîne seule dit si elle compte, et quand elle est partie.
 */
const A_DIRE: Formule =
  `IF({cle}="",IF({stade}=0,0,1),IF({stade}=0,IF(N([version])<2,${PROVISOIRE},1),IF({stade}<=${ENVOYE},1,` +
  `IF(N([version])>=2,1,IF({stade}>=${REMPLACE},${PROVISOIRE},IF(${MONTRE},1,` +
  `IF(IF({affaire}=0,TRUE,${AFFAIRE_SOLDEE}),${PROVISOIRE},1)))))))`;

/** Chaque ligne de Devis : a-t-elle encore à dire ? */
export const BLOC_DEVIS_LUS: Bloc = {
  nom: 'devisLus',
  source: 'devis',
  serre: false,
  fin: 'finDevisLus',
  colonnes: {
    cle: cleDe('numero'),
    stade: `${placeParmi('statut', STATUTS)}*IF({cle}="",-1,1)`,
    envoi: `IF({stade}=${ANNULE},0,INT(${plusTot('N([premierEnvoi])', 'N([envoyeLe])')}))`,
    remplaceeRang: compterDepuisLeHaut('remplaceeRang', `IF({stade}=${REMPLACE},1,0)`),
    // D'une vieille commande seulement : y a-t-il encore à facturer ?
    ...ligneAffaire(`IF({stade}<>${SIGNE},TRUE,${MONTRE})`),
    rang: rangGarde(A_DIRE),
  },
};
