import { lienCellule } from '../../classeur/lien-cellule';
import {
  ajouterMois,
  dernierJour,
  joursEntre,
  moisDe,
  premierJour,
  type DateCivile,
  type Mois,
} from '../../commun/date-civile';
import { centimes } from '../../commun/montant';
import { personne } from '../attribution';
import { cas, CAS_SUFFISANTS, type Unite } from '../indicateur';
import { TAUX_DECIDES } from '../indicateurs/taux-transformation';
import { objectifDe } from '../objectifs';
import { leMois, lesDerniersMois } from '../periode';
import { alerte, type Situation, type Veille } from './alerte';

/** Part du mois écoulée, le jour même compris : 1 une fois fini, 0 avant qu'il commence. */
function partEcoulee(mois: Mois, aujourdHui: DateCivile): number {
  const jours = joursEntre(premierJour(mois), dernierJour(mois)) + 1;
  const passes = joursEntre(premierJour(mois), aujourdHui) + 1;
  return Math.min(1, Math.max(0, passes / jours));
}

/** Ce qui se compte (montants, nombres) s'attend au prorata du mois ; un taux, en entier. */
function attendu(objectif: number, unite: Unite, part: number): number {
  return unite === 'taux' ? objectif : objectif * part;
}

export const objectifsEnRetard: Veille = (situation) => {
  const { index, mois, objectifs } = situation;
  const part = partEcoulee(mois, index.aujourdHui);
  return objectifs.flatMap((o) => {
    if (o.objectif === null || o.realise === null) return [];
    const vise = attendu(o.objectif, o.unite, part);
    if (o.realise >= vise) return [];
    return [
      alerte(
        'OBJECTIF_EN_RETARD',
        {
          indicateur: o.indicateur,
          unite: o.unite,
          mois,
          realise: o.realise,
          attendu: vise,
          moisDeSuite: o.moisDeSuiteEnRetard,
          nature: o.nature,
        },
        lienObjectif(situation, o.indicateur),
      ),
    ];
  });
};

function lienObjectif(
  { index: { snapshot }, mois, responsable }: Situation,
  colonne: string,
): string | null {
  const siennes = snapshot.tables.objectifs.filter(
    (o) => personne(o.responsable) === (responsable ?? ''),
  );
  const ligne =
    siennes.find((o) => o.vautPour !== 'Année' && o.mois === mois) ??
    siennes.find((o) => o.vautPour === 'Année' && o.mois?.slice(0, 4) === mois.slice(0, 4));
  return ligne ? lienCellule(snapshot, 'objectifs', ligne.ligne, colonne) : null;
}

/** Le taux sur décidés baisse, et les deux côtés ont assez de cas pour le dire. */
export const tauxEnBaisse: Veille = ({ index, mois, responsable }) => {
  const ici = TAUX_DECIDES.calculer(index, leMois(mois, responsable));
  const avant = TAUX_DECIDES.calculer(
    index,
    lesDerniersMois(3, ajouterMois(mois, -1), responsable),
  );
  const [n, nAvant] = [cas(ici), cas(avant)];
  if (ici.valeur === null || avant.valeur === null || ici.valeur >= avant.valeur) return [];
  if (n < CAS_SUFFISANTS || nAvant < CAS_SUFFISANTS) return [];
  return [
    alerte('TAUX_EN_BAISSE', { taux: ici.valeur, n, avant: avant.valeur, nAvant, mois }, null),
  ];
};

/** Les deux mois qui viennent sont sous l'objectif de CA facturé, ou vides. */
export const carnetVide: Veille = ({ index, responsable, previsions }) => {
  if (index.snapshot.tables.devis.length === 0) return [];
  const prevu = previsions.find((p) => p.horizonMois === 2)?.pondereHt ?? centimes(0);
  const courant = moisDe(index.aujourdHui);
  const objectifs = [1, 2]
    .map((n) => objectifDe(index, 'caFacture', ajouterMois(courant, n), responsable))
    .filter((o) => o !== null);
  const objectif = objectifs.length === 0 ? null : centimes(objectifs.reduce((a, b) => a + b, 0));
  if (prevu > 0 && (objectif === null || prevu >= objectif)) return [];
  return [alerte('CARNET_VIDE', { prevu, objectif }, null)];
};
