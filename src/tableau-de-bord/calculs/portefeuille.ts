import {
  aLaPlace,
  celluleA,
  deLAffaire,
  ligneDeRang,
  texteParmi,
  type Bloc,
  type Formule,
} from './bloc';

/** 1 : un Go ; plus 2 : perdue, abandonnée ou NoGo. */
const ETAT_AFFAIRE =
  `IF({affaire}=0,0,IF(${texteParmi(deLAffaire('decision'), ['Go', 'Go sous conditions'])},1,0)` +
  `+IF(OR(${deLAffaire('decision')}="NoGo",${texteParmi(deLAffaire('etape'), ['Perdue', 'Abandonnée'])}),2,0))`;
/** Son affaire est perdue, abandonnée ou NoGo. */
const PERDUE = '{etat}>=2';

const PROBABILITE_DU_STATUT =
  'IF({statut}="Envoyé",<probabiliteEnvoye>,IF({statut}="Validé",<probabiliteValide>,IF({statut}="En validation",<probabiliteEnValidation>,<probabiliteBrouillon>)))';
/** Une probabilité incomprise ne se remplace pas : zéro. */
const probabiliteEcrite = (p: Formule): Formule =>
  `IF(${p}="",${PROBABILITE_DU_STATUT},IF(ISNUMBER(${p}),IF(ABS(${p})<=1,MAX(0,${p}),0),0))`;
const deSonAffaire = (colonne: string): Formule => celluleA(`affaires.${colonne}`, '{affaire}');

/** Des actions de ce devis, de cette version ou de son affaire. */
const actionsDuDevis = (devis: string, affaire: string, critere = ''): Formule =>
  `COUNTIFS(${devis},{cle}${critere})` +
  `+IF({version}>1,COUNTIFS(${devis},{cle}&"-V"&{version}${critere}),0)` +
  `+IF({affaireCle}="",0,COUNTIFS(${affaire},{affaireCle}${critere}))`;
const VIVES = actionsDuDevis('{vives.devis^}', '{vives.affaire^}');
/** Même anciennes : sans date d'envoi, elles seules disent si l'on s'en est occupé. */
const TOUTES = actionsDuDevis('[actions.devis]', '[actions.affaire]', ',[actions.date],">0"');
const DERNIER_ENVOI = 'MAX(N([envoyeLe]),N([derniereRelance]))';
/** Envoyé, rien de prévu, et plus rien depuis le délai réglé. */
const SANS_SUITE =
  'IF({ouvert}<2,0,IF({statut}<>"Envoyé",0,IF(MAX(N([prochaineRelance]),N([pasDeRelanceAvant]))>=<aujourdHui>,0,' +
  `IF(${DERNIER_ENVOI}>=<aujourdHui>-<joursSansAction>,0,IF(${VIVES}>0,0,` +
  `IF(${DERNIER_ENVOI}>0,1,IF(${TOUTES}>0,1,0)))))))`;

/** De 1 (trente jours au plus) à 4 ; 5 sans date. */
const trancheDAge = (depuis: Formule): Formule =>
  `IF(<aujourdHui>-${depuis}<=30,1,IF(<aujourdHui>-${depuis}<=60,2,IF(<aujourdHui>-${depuis}<=90,3,4)))`;

/** Les devis en cours, de chacun. */
export const BLOC_PORTEFEUILLE: Bloc = {
  nom: 'portefeuille',
  source: 'devis',
  serre: true,
  fin: 'finEnCours',
  colonnes: {
    place: ligneDeRang('devis.enCoursRang', 'nbEnCours'),
    ligne: aLaPlace('devis.ligne', '""'),
    cle: aLaPlace('devis.cle', '""'),
    version: aLaPlace('devis.version', '1'),
    statut: aLaPlace('devis.statut', '""'),
    montant: aLaPlace('devis.montant', '0'),
    affaireCle: aLaPlace('devis.affaireCle', '""'),
    affaire: aLaPlace('devis.affaire', '0'),
    qui: aLaPlace('devis.qui', '""'),
    emisLe: aLaPlace('devis.emisLe', '0'),
    etat: ETAT_AFFAIRE,
    // 1 : d'une autre personne que la choisie ; 2 : avec un Go ; 3 : sans ; 0 : après la dernière.
    ouvert: `IF({place}="",0,IF(INDEX({devis.mien},{place})=1,IF(MOD({etat},2)=1,2,3),1))`,
    probabilite: `IF({place}="",0,IF({affaire}=0,${PROBABILITE_DU_STATUT},IF(${PERDUE},0,${probabiliteEcrite(deSonAffaire('probabilite'))})))`,
    pondere: 'IF({place}="",0,ROUND({montant}*{probabilite},2))',
    validite: 'IF({ouvert}<2,0,IF({statut}="Envoyé",IF(ISNUMBER([validite]),INT([validite]),0),0))',
    sansSuite: SANS_SUITE,
    age:
      'IF({ouvert}<2,0,IF({emisLe}>0,' +
      `${trancheDAge('{emisLe}')},IF(ISNUMBER([creeLe]),${trancheDAge('INT([creeLe])')},5)))`,
    // Vide si l'affaire est perdue ; zéro sans date.
    signature:
      `IF({ouvert}<2,"",IF({affaire}=0,0,IF(${PERDUE},"",` +
      `IF(ISNUMBER(${deSonAffaire('signaturePrevue')}),INT(${deSonAffaire('signaturePrevue')}),0))))`,
  },
};
