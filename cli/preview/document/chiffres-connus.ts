import { comptesDesAlertes } from '../../../sheets-templates/tableau/chiffres-alertes';
import { chiffres } from '../../../sheets-templates/tableau/chiffres-json';
import { SATISFACTION, THEMES } from '../../../src/classeur/tables/satisfaction';
import { RIEN } from '../../../src/tableau-de-bord/calculs/mesures';
import { NOM_MOIS, ONGLET_CHIFFRES, ONGLET_TABLEAU } from '../../../src/tableau-de-bord/onglets';
import type { NomLu } from '../../workbooks/xlsx/lire-noms';
import { lirePlage } from '../../workbooks/xlsx/plages';
import type { Cellules, Contenu, Grille } from './grille';
import { choixDuTableau } from './pages-vivantes';
import { enPlace, type TableauVu } from './tableau-vu';

type Valeur = Contenu['valeur'];
/** La clé d'un élément de liste, dans un chemin : `previsions_6_pondereHt`, `objectifs_caSigne_ecart`. */
const CLES = ['horizonMois', 'indicateur', 'etape'] as const;
type Objet = Readonly<Record<string, unknown>>;

function descendre(valeur: unknown, pas: string): unknown {
  if (Array.isArray(valeur)) {
    const libelle = THEMES.find((t) => t === pas);
    const parCle = (valeur as Objet[]).find(
      (e) =>
        CLES.some((c) => String(e[c]) === pas) ||
        (libelle && e['libelle'] === SATISFACTION.colonnes[libelle].entete),
    );
    return parCle ?? (valeur as unknown[])[Number(pas)];
  }
  if (typeof valeur !== 'object' || valeur === null) return undefined;
  const objet = valeur as Objet;
  return pas in objet ? objet[pas] : descendre(objet['marches'], pas);
}

/** Les chiffres nommés que TypeScript sait déjà, par nom : ceux dont le chemin est dans le JSON. */
function parNom({ tableau, observations }: TableauVu): Map<string, Valeur> {
  const connus = new Map<string, Valeur>();
  for (const { chemin, unite } of chiffres()) {
    const valeur = chemin.split('_').reduce<unknown>(descendre, tableau);
    if (valeur === null) connus.set(`TB_${chemin}`, RIEN);
    if (typeof valeur === 'string') connus.set(`TB_${chemin}`, valeur);
    if (typeof valeur === 'number') {
      connus.set(`TB_${chemin}`, unite === 'montant' ? valeur / 100 : valeur);
    }
  }
  for (const [cle, nombre] of comptesDesAlertes(tableau.alertes)) {
    connus.set(`TB_alertes_${cle}`, nombre);
  }
  const { panier, ...rapports } = observations;
  connus.set('TB_modeleInverse_panierHt', panier.valeur === null ? RIEN : panier.valeur / 100);
  for (const [cle, { valeur }] of Object.entries(rapports)) {
    connus.set(`TB_modeleInverse_${cle}`, valeur ?? RIEN);
  }
  return connus;
}

const EN_POINTS = /^=IF\(ISNUMBER\((TB_\w+)\),\1\*100,"[^"]*"\)$/;
const SUITE = /^=(?:"[^"]*"|TB_\w+)(?:&(?:"[^"]*"|TB_\w+))*$/;

/** Ce que vaut une formule qui ne fait que citer des chiffres connus ; sinon, `undefined`. */
function valoir(formule: string, connus: ReadonlyMap<string, Valeur>): Valeur | undefined {
  const points = connus.get(EN_POINTS.exec(formule)?.[1] ?? '');
  if (points !== undefined) return typeof points === 'number' ? points * 100 : points;
  if (!SUITE.test(formule)) return undefined;
  const morceaux = (formule.match(/"[^"]*"|TB_\w+/g) ?? []).map((m) =>
    m.startsWith('"') ? m.slice(1, -1) : connus.get(m),
  );
  if (morceaux.includes(undefined)) return undefined;
  return morceaux.length === 1 ? morceaux[0] : morceaux.join('');
}

function remplir(
  cellules: Cellules,
  valeurDe: (formule: string, place: string) => Valeur | undefined,
): Cellules {
  return cellules.map((rangee, l) =>
    rangee?.map((contenu, rang) => {
      if (contenu?.formule === undefined) return contenu;
      const valeur = valeurDe(contenu.formule, enPlace({ ligne: l + 1, rang }));
      return valeur === undefined ? contenu : { valeur };
    }),
  );
}

/**
 * Le tableau de bord avec, à la place de ses formules, les chiffres que TypeScript connaît : la grille
 * mettrait des secondes à les calculer, et ne sait pas lire toutes les formules d'un tableur.
 */
export function avecChiffresConnus(grille: Grille, noms: readonly NomLu[], vu: TableauVu): Grille {
  const { mois, series } = vu;
  const connus = parNom(vu);
  const choix = new Set(choixDuTableau(noms, NOM_MOIS).map(enPlace));
  const places = new Map<string, string>(
    noms.flatMap(({ nom, reference }) => {
      const [onglet, place] = reference.split('!');
      const plage = onglet === ONGLET_CHIFFRES ? lirePlage(place ?? '') : null;
      return plage ? [[enPlace({ ligne: plage.l1, rang: plage.c1 }), nom] as const] : [];
    }),
  );
  const pages = new Map(grille);
  pages.set(
    ONGLET_CHIFFRES,
    remplir(
      grille.get(ONGLET_CHIFFRES) ?? [],
      (_, place) => series.get(place) ?? connus.get(places.get(place) ?? ''),
    ),
  );
  pages.set(
    ONGLET_TABLEAU,
    remplir(grille.get(ONGLET_TABLEAU) ?? [], (formule, place) =>
      choix.has(place) ? mois : valoir(formule, connus),
    ),
  );
  return pages;
}
