import { RIEN } from '../../src/tableau-de-bord/calculs/mesures';
import { chiffre, type Chiffre } from './chiffre';
import { douzeMois, lAnnee } from './series';

/** Arrondi vers le haut ; le détour par 10^-9 efface l'erreur de virgule flottante. */
const plafond = (n: string): string => `ROUNDUP(ROUND(${n},9),0)`;
const enChaine = (de: string, par: string, operateur: '/' | '*'): string => {
  const calcul = operateur === '/' ? `${de}/${par}` : `${de}*${par}`;
  return `IF(${de}=0,0,IF(AND(ISNUMBER(${de}),ISNUMBER(${par})),IF(${par}>0,${plafond(calcul)},"${RIEN}"),"${RIEN}"))`;
};

const nom = (suite: string): string => `TB_modeleInverse_${suite}`;
const rapport = (a: string, b: string): string => `IF(AND(${a}>0,${b}>0),${a}/${b},"${RIEN}")`;

/** De l'objectif de l'année aux appels ; le raisonnement se lit ligne à ligne. */
export function modeleInverse(): Chiffre[] {
  const objectifs = `SUMIFS({objectifs.caSigne},{objectifs.mois},">="&<janvier>,{objectifs.mois},"<="&EDATE(<janvier>,11))`;
  const aDesObjectifs = `COUNTIFS({objectifs.mois},">="&<janvier>,{objectifs.mois},"<="&EDATE(<janvier>,11),{objectifs.caSigne},">=0")`;
  return [
    chiffre(
      'modeleInverse_objectifHt',
      'Objectif de CA signé de l’année',
      'montant',
      `IF(${aDesObjectifs}=0,"${RIEN}",${objectifs})`,
      'Somme des objectifs mensuels de l’onglet Objectifs.',
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
      `IF(${douzeMois('signes')}>0,ROUND(${douzeMois('signesHt')}/${douzeMois('signes')},2),"${RIEN}")`,
    ),
    chiffre(
      'modeleInverse_taux',
      'Taux sur décidés (douze mois)',
      'taux',
      `IF(${douzeMois('decides')}>0,${douzeMois('signes')}/${douzeMois('decides')},"${RIEN}")`,
    ),
    chiffre(
      'modeleInverse_rendezVousParDevis',
      'Rendez-vous par devis (douze mois)',
      'nombre',
      rapport(douzeMois('rendezVous'), douzeMois('emis')),
    ),
    chiffre(
      'modeleInverse_appelsParRendezVous',
      'Appels par rendez-vous (douze mois)',
      'nombre',
      rapport(douzeMois('appels'), douzeMois('rendezVous')),
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
