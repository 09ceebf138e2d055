import { lettreColonne } from '../../../src/classeur/source';
import { CLES_TABLES, TABLES } from '../../../src/classeur/tables';
import { citer } from '../../references';
import { formuleSheets } from '../formule';
import { lieuDe, rangDe, type Lieux } from '../lieux';

/** `Devis!$L`, `'Équipe'!$B` : la colonne d'un onglet ; le deuxième bout d'une plage suit le premier. */
const COLONNE = /((?:'(?:[^']|'')+'|[A-Za-z_]+)!)\$([A-Z]+)(\$\d+)?(?::\$([A-Z]+)(\$\d+)?)?/g;

/**
 * Une formule du modèle, où les colonnes sont à leur place de départ, telle que ce classeur la demande :
 * l'utilisateur a pu les déplacer.
 */
export function formuleVivante(formule: string, lieux: Lieux): string {
  return formuleSheets(deplacer(formule, lieux));
}

function deplacer(formule: string, lieux: Lieux): string {
  const places = placesDe(lieux);
  return formule.replace(
    COLONNE,
    (tout: string, onglet: string, de: string, deLigne = '', a?: string, aLigne = '') => {
      const colonnes = places.get(onglet);
      if (!colonnes) return tout;
      const ici = `${onglet}$${colonnes.get(de) ?? de}${deLigne}`;
      return a === undefined ? ici : `${ici}:$${colonnes.get(a) ?? a}${aLigne}`;
    },
  );
}

const gardees = new WeakMap<Lieux, ReadonlyMap<string, ReadonlyMap<string, string>>>();

/** Par onglet tel qu'une formule le cite : lettre de départ → lettre d'ici. */
function placesDe(lieux: Lieux): ReadonlyMap<string, ReadonlyMap<string, string>> {
  let places = gardees.get(lieux);
  if (!places) {
    places = new Map(
      CLES_TABLES.map((cle) => {
        const lieu = lieuDe(lieux, cle);
        const colonnes = Object.keys(TABLES[cle].colonnes).map(
          (c, i) => [lettreColonne(i), lettreColonne(rangDe(lieu, c))] as const,
        );
        return [`${citer(TABLES[cle].onglet)}!`, new Map(colonnes)];
      }),
    );
    gardees.set(lieux, places);
  }
  return places;
}
