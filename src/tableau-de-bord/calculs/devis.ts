import {
  AFFAIRE_SOLDEE,
  compterDepuisLeHaut,
  dansLesLues,
  estChoisi,
  ligneAffaire,
  ligneALaMarche,
  ligneDuClient,
  ligneGardee,
  moisDuJour,
  moisSuivi,
  montantOuZero,
  PORTEUR_AFFAIRE,
  SANS_RESPONSABLE,
  texteDe,
  type Bloc,
} from './bloc';
import { CHAINES } from './chaines';
import { PROVISOIRE } from './devis-lus';
import { estNumerote } from './stades';

/** Un jour du mois dit l'issue : 1 envoyé, 2 signé, 3 perdu ; dix de plus : pas de la personne choisie. */
const ISSUE = 'IF({statut}="Envoyé",1,IF({statut}="Signé",2,3))+IF({mien}=1,0,10)';
/** La personne choisie le porte. */
const MIEN = '{mien}=1';

/** Ce que les sommes lisent de Devis : les lignes qui ont encore à dire. */
export const BLOC_DEVIS: Bloc = {
  nom: 'devis',
  source: 'devis',
  serre: true,
  fin: 'finDevis',
  colonnes: {
    ligne: ligneGardee('devisLus', 'nbDevis'),
    cle: dansLesLues('devisLus.cle', '""'),
    statut: `IF({cle}="","",${texteDe('statut')})`,
    ...CHAINES,
    montant: `IF({ligne}="",0,${montantOuZero('montantHt')})`,
    ...ligneAffaire('{compte}+{enCours}=0'),
    qui:
      `IF({compte}+{enCours}=0,"",IF(${texteDe('responsable')}<>"",LOWER(${texteDe('responsable')}),` +
      `IF(${PORTEUR_AFFAIRE}<>"",${PORTEUR_AFFAIRE},IF(${texteDe('auteur')}<>"",LOWER(${texteDe('auteur')}),"${SANS_RESPONSABLE}"))))`,
    mien: `IF({qui}="",0,IF(${estChoisi('{qui}')},1,0))`,
    emisMois: `IF({compte}=0,0,IF({emisLe}<<debutSuivi>,0,${moisDuJour('{emisLe}')}))`,
    decideMois: `IF({compte}=0,0,IF({statut}="Envoyé",0,${moisSuivi('decideLe')}))`,
    // Le mois, plus ce qu'il en est advenu : une somme n'a qu'une colonne à lire.
    emis: `IF({emisMois}=0,0,{emisMois}+${ISSUE})`,
    decide: `IF({decideMois}=0,0,{decideMois}+${ISSUE})`,
    // Du portefeuille.
    enCoursRang: compterDepuisLeHaut('enCoursRang', '{enCours}'),
    // Du carnet : signé, d'une affaire qui n'est pas soldée.
    commandeRang: compterDepuisLeHaut(
      'commandeRang',
      `IF({compte}=0,0,IF({statut}<>"Signé",0,IF({affaire}=0,0,IF(${AFFAIRE_SOLDEE},0,1))))`,
    ),
    // Du mois choisi : un délai de signature, ou -1 moins un délai de refus.
    delai:
      `IF({decideMois}<><mois>,"",IF(${MIEN},IF(AND({emisLe}>0,INT([decideLe])>={emisLe}),` +
      'IF({statut}="Signé",INT([decideLe])-{emisLe},IF({statut}="Refusé",-1-INT([decideLe])+{emisLe},"")),""),""))',
    motif: `IF(OR({decideMois}<<janvier>,{decideMois}><mois>),"",IF({statut}="Signé","",IF(${MIEN},IF(${texteDe('motif')}="","Motif non dit",${texteDe('motif')}),"")))`,
    contrat: `IF(OR({decideMois}<<janvier>,{decideMois}><mois>),"",IF({statut}="Signé",IF(${MIEN},{montant}-ROW()/10^9,""),""))`,
    // Le signé d'abord : il est aussi émis.
    marcheDite:
      `IF(AND({decideMois}<<debut12>,{emisMois}<<debut12>),0,IF(${MIEN},` +
      'IF(AND({statut}="Signé",{decideMois}>=<debut12>,{decideMois}<=<mois>),4,' +
      'IF(AND({emisMois}>=<debut12>,{emisMois}<=<mois>),3,0)),0))',
    ...ligneDuClient('{marcheDite}=0'),
    marche: ligneALaMarche('{marcheDite}'),
    sansNumero: `IF(${estNumerote('ABS({stade})')},IF({stade}<0,1,${PROVISOIRE}),0)`,
  },
};
