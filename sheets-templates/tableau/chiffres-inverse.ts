import { INSECABLE } from '../../src/messages/formats';
import { CAS_SUFFISANTS } from '../../src/tableau-de-bord/indicateur';
import { RIEN } from '../../src/tableau-de-bord/calculs/mesures';
import { chiffre, type Chiffre } from './chiffre';
import { OBJECTIFS_DE_L_ANNEE } from './repartition';
import { douzeMois, lAnnee } from './series';

/** Arrondi vers le haut ; le détour par 10^-9 efface l'erreur de virgule flottante. */
const plafond = (n: string): string => `ROUNDUP(ROUND(${n},9),0)`;
const enChaine = (de: string, par: string, operateur: '/' | '*'): string => {
  const calcul = operateur === '/' ? `${de}/${par}` : `${de}*${par}`;
  return `IF(${de}=0,0,IF(AND(ISNUMBER(${de}),ISNUMBER(${par})),IF(${par}>0,${plafond(calcul)},"${RIEN}"),"${RIEN}"))`;
};

const nom = (suite: string): string => `TB_modeleInverse_${suite}`;

const douze = (colonne: string): string => `{${colonne}^},">="&<debut12>,{${colonne}^},"<="&<mois>`;
const SIGNES = `{devis.statut^},"Signé",${douze('devis.decideMois')}`;
/** Le genre d'une action, que la personne choisie l'ait faite ou non (`calculs/actions.ts`). */
const GENRE = 'MOD(DAY({actions.faite^})-1,10)';
const actions = (de: number, a: number): string =>
  `SUMPRODUCT(({actions.faite^}>=<debut12>)*({actions.faite^}<=<mois>+13)*(${GENRE}>=${de})*(${GENRE}<=${a}))`;

/** Les mêmes comptes sur douze mois, pour toute l'entreprise, quel que soit le responsable choisi. */
const ENTREPRISE = {
  signes: `COUNTIFS(${SIGNES})`,
  signesHt: `SUMIFS({devis.montant^},${SIGNES})`,
  decides: `COUNTIFS(${douze('devis.decideMois')})`,
  emis: `COUNTIFS(${douze('devis.emisMois')})`,
  rendezVous: actions(2, 3),
  appels: actions(1, 1),
} as const;
type Compte = keyof typeof ENTREPRISE;

/** Un rapport observé ; sur moins de dix cas, celui de l'entreprise, et sinon l'on ne sait pas. */
function observe(a: Compte, n: Compte, arrondir = (v: string): string => v): string {
  const si = (partie: string, cas: string, sinon: string): string =>
    `IF(AND(${cas}>=${CAS_SUFFISANTS},${partie}>0),${arrondir(`${partie}/${cas}`)},${sinon})`;
  return si(douzeMois(a), douzeMois(n), si(ENTREPRISE[a], ENTREPRISE[n], `"${RIEN}"`));
}

const OBSERVE = `Sur douze mois${INSECABLE}; « ${RIEN} » sur moins de ${CAS_SUFFISANTS} cas. Le rapport de l’entreprise remplace celui d’une personne qui n’a pas assez de cas.`;

/** De l'objectif de l'année aux appels ; le raisonnement se lit ligne à ligne. */
export function modeleInverse(): Chiffre[] {
  return [
    chiffre(
      'modeleInverse_objectifHt',
      'Objectif de CA signé de l’année',
      'montant',
      `IF(COUNT(${OBJECTIFS_DE_L_ANNEE})=0,"${RIEN}",SUM(${OBJECTIFS_DE_L_ANNEE}))`,
      'Somme des objectifs des douze mois (lignes du mois, et parts de la ligne de l’année).',
    ),
    chiffre('modeleInverse_signeHt', 'Déjà signé depuis janvier', 'montant', lAnnee('signesHt')),
    chiffre(
      'modeleInverse_resteHt',
      'Reste à signer',
      'montant',
      `IF(ISNUMBER(${nom('objectifHt')}),MAX(0,ROUND(${nom('objectifHt')}-${nom('signeHt')},2)),"${RIEN}")`,
    ),
    chiffre(
      'modeleInverse_panierHt',
      'Panier moyen (douze mois)',
      'montant',
      observe('signesHt', 'signes', (v) => `ROUND(${v},2)`),
      OBSERVE,
    ),
    chiffre(
      'modeleInverse_taux',
      'Taux sur décidés (douze mois)',
      'taux',
      observe('signes', 'decides'),
      OBSERVE,
    ),
    chiffre(
      'modeleInverse_rendezVousParDevis',
      'Rendez-vous par devis (douze mois)',
      'nombre',
      observe('rendezVous', 'emis'),
      OBSERVE,
    ),
    chiffre(
      'modeleInverse_appelsParRendezVous',
      'Appels par rendez-vous (douze mois)',
      'nombre',
      observe('appels', 'rendezVous'),
      OBSERVE,
    ),
    chiffre(
      'modeleInverse_signatures',
      'Signatures à obtenir',
      'nombre',
      enChaine(nom('resteHt'), nom('panierHt'), '/'),
      'Reste à signer ÷ panier moyen.',
    ),
    chiffre(
      'modeleInverse_devis',
      'Devis à émettre',
      'nombre',
      enChaine(nom('signatures'), nom('taux'), '/'),
      'Signatures ÷ taux sur décidés.',
    ),
    chiffre(
      'modeleInverse_rendezVous',
      'Rendez-vous à tenir',
      'nombre',
      enChaine(nom('devis'), nom('rendezVousParDevis'), '*'),
      'Devis × rendez-vous par devis.',
    ),
    chiffre(
      'modeleInverse_appels',
      'Appels à passer',
      'nombre',
      enChaine(nom('rendezVous'), nom('appelsParRendezVous'), '*'),
      'Rendez-vous × appels par rendez-vous.',
    ),
  ];
}
