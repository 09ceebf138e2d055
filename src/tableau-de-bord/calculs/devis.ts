import { CARNET } from './carnet';
import {
  celluleA,
  dansLesLues,
  estChoisi,
  ETAT_AFFAIRE,
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
const PROBABILITE_DU_STATUT =
  'IF({statut}="Envoyé",<probabiliteEnvoye>,IF({statut}="Validé",<probabiliteValide>,IF({statut}="En validation",<probabiliteEnValidation>,<probabiliteBrouillon>)))';
/** Une probabilité incomprise ne se remplace pas : zéro. */
const probabiliteEcrite = (p: string): string =>
  `IF(${p}="",${PROBABILITE_DU_STATUT},IF(ISNUMBER(${p}),IF(ABS(${p})<=1,MAX(0,${p}),0),0))`;
const deLAffaire = (colonne: string): string => celluleA(`affaires.${colonne}`, '{affaire}');

/** Des actions de ce devis, de cette version ou de son affaire. */
const actionsDuDevis = (devis: string, affaire: string, critere = ''): string =>
  `COUNTIFS(${devis},{cle}${critere})` +
  `+IF({version}>1,COUNTIFS(${devis},{cle}&"-V"&{version}${critere}),0)` +
  `+IF({affaireCle}="",0,COUNTIFS(${affaire},{affaireCle}${critere}))`;
const VIVES = actionsDuDevis('{actions.viveDevis^finVives}', '{actions.viveAffaire^finVives}');
/** Même anciennes : sans date d'envoi, elles seules disent si l'on s'en est occupé. */
const TOUTES = actionsDuDevis('[actions.devis]', '[actions.affaire]', ',[actions.date],">0"');
const DERNIER_ENVOI = 'MAX(N([envoyeLe]),N([derniereRelance]))';
/** Envoyé, rien de prévu, et plus rien depuis le délai réglé. */
const SANS_SUITE =
  'IF({ouvert}<2,0,IF({statut}<>"Envoyé",0,IF(MAX(N([prochaineRelance]),N([pasDeRelanceAvant]))>=<aujourdHui>,0,' +
  `IF(${DERNIER_ENVOI}>=<aujourdHui>-<joursSansAction>,0,IF(${VIVES}>0,0,` +
  `IF(${DERNIER_ENVOI}>0,1,IF(${TOUTES}>0,1,0)))))))`;

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
    etat: ETAT_AFFAIRE,
    qui:
      `IF({compte}+{enCours}=0,"",IF(${texteDe('responsable')}<>"",LOWER(${texteDe('responsable')}),` +
      `IF(${PORTEUR_AFFAIRE}<>"",${PORTEUR_AFFAIRE},IF(${texteDe('auteur')}<>"",LOWER(${texteDe('auteur')}),"${SANS_RESPONSABLE}"))))`,
    mien: `IF({qui}="",0,IF(${estChoisi('{qui}')},1,0))`,
    emisMois: `IF({compte}=0,0,IF({emisLe}<<debutSuivi>,0,${moisDuJour('{emisLe}')}))`,
    decideMois: `IF({compte}=0,0,IF({statut}="Envoyé",0,${moisSuivi('decideLe')}))`,
    // Le mois, plus ce qu'il en est advenu : une somme n'a qu'une colonne à lire.
    emis: `IF({emisMois}=0,0,{emisMois}+${ISSUE})`,
    decide: `IF({decideMois}=0,0,{decideMois}+${ISSUE})`,
    ...CARNET,
    // En cours : 1 d'une autre personne que la choisie, 2 avec un Go, 3 sans.
    ouvert: `IF({enCours}=0,0,IF(${MIEN},IF(MOD({etat},2)=1,2,3),1))`,
    probabilite: `IF({enCours}=0,0,IF({affaire}=0,${PROBABILITE_DU_STATUT},IF(MOD({etat},4)>=2,0,${probabiliteEcrite(deLAffaire('probabilite'))})))`,
    pondere: 'IF({enCours}=0,0,ROUND({montant}*{probabilite},2))',
    validite: 'IF({ouvert}<2,0,IF({statut}="Envoyé",IF(ISNUMBER([validite]),INT([validite]),0),0))',
    sansSuite: SANS_SUITE,
    age:
      'IF({ouvert}<2,0,IF({emisLe}>0,' +
      `${trancheDAge('{emisLe}')},IF(ISNUMBER([creeLe]),${trancheDAge('INT([creeLe])')},5)))`,
    // Vide si l'affaire est perdue ; zéro sans date.
    signature:
      'IF({ouvert}<2,"",IF({affaire}=0,0,IF(MOD({etat},4)>=2,"",' +
      `IF(ISNUMBER(${deLAffaire('signaturePrevue')}),INT(${deLAffaire('signaturePrevue')}),0))))`,
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

/** De 1 (trente jours au plus) à 4 ; 5 sans date. */
function trancheDAge(depuis: string): string {
  return `IF(<aujourdHui>-${depuis}<=30,1,IF(<aujourdHui>-${depuis}<=60,2,IF(<aujourdHui>-${depuis}<=90,3,4)))`;
}
