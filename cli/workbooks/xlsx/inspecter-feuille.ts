import { lirePlage, type Plage } from './plages';
import { ParcoursFeuille, trouverDonnees } from './parcours-feuille';

/** Une cellule d'une formule partagée : `maitre` porte le texte. */
export interface MembreFormule {
  readonly ligne: number;
  readonly rang: number;
  readonly debut: number;
  readonly fin: number;
  readonly maitre: boolean;
}

/** Ce qu'il faut savoir d'une feuille avant d'y écrire. */
export interface FeuilleInspectee {
  readonly xml: string;
  /** Préfixe d'espace de noms des balises (`x:` ou rien). */
  readonly prefixe: string;
  readonly donnees: { readonly debut: number; readonly ouverte: number; readonly vide: boolean };
  /** Place de `</sheetData>`. */
  readonly finDonnees: number;
  /** Numéro et place de chaque `<row>`, dans l'ordre. */
  readonly numeros: readonly number[];
  readonly places: readonly number[];
  /** Dernière ligne qui a un contenu (1 : l'en-tête seul). */
  readonly derniere: number;
  /** Toutes celles qui en ont un, dans l'ordre, sous l'en-tête. */
  readonly remplies: readonly number[];
  /** Une colonne qui n'est pas du produit porte au moins une valeur tapée, sous l'en-tête. */
  readonly notes: boolean;
  readonly partagees: ReadonlyMap<string, readonly MembreFormule[]>;
  readonly matrices: readonly Plage[];
}

/**
 * Contenu : une valeur dans une colonne du produit, ou une valeur tapée dans une autre. Une formule
 * que l'utilisateur a tirée d'avance dans sa propre colonne ne compte pas.
 */
function estContenu(p: ParcoursFeuille, declares: ReadonlySet<number>): boolean {
  const valeur = p.texte ?? p.valeur;
  if (!declares.has(p.rang)) return !p.aFormule && valeur !== null && valeur.trim() !== '';
  if (p.aFormule && valeur === null) return true;
  return valeur !== null && valeur.trim() !== '';
}

export function inspecterFeuille(xml: string, declares: ReadonlySet<number>): FeuilleInspectee {
  const { prefixe, ...donnees } = trouverDonnees(xml);
  const numeros: number[] = [];
  const places: number[] = [];
  const partagees = new Map<string, MembreFormule[]>();
  const matrices: Plage[] = [];
  const remplies: number[] = [];
  let derniere = 1;
  let notes = false;
  let finDonnees = donnees.ouverte;
  if (!donnees.vide) {
    const p = new ParcoursFeuille(xml, donnees.ouverte);
    while (p.ligneSuivante()) {
      numeros.push(p.ligne);
      places.push(p.ligneDebut);
      while (p.celluleSuivante()) {
        if (p.formuleType !== '' && p.aFormule) noterFormule(p, partagees, matrices);
        if (p.ligne > derniere && estContenu(p, declares)) {
          derniere = p.ligne;
          remplies.push(p.ligne);
        }
        notes ||= p.ligne > 1 && !declares.has(p.rang) && estContenu(p, declares);
      }
    }
    finDonnees = p.x.debut;
  }
  return {
    xml,
    prefixe,
    donnees,
    finDonnees,
    numeros,
    places,
    derniere,
    remplies,
    notes,
    partagees,
    matrices,
  };
}

function noterFormule(
  p: ParcoursFeuille,
  partagees: Map<string, MembreFormule[]>,
  matrices: Plage[],
): void {
  const balise = p.x.xml.slice(p.formuleDebut, p.formuleFin);
  const ouvrante = balise.slice(0, balise.indexOf('>'));
  const attribut = (nom: string): string =>
    new RegExp(`\\s${nom}\\s*=\\s*["']([^"']*)`).exec(ouvrante)?.[1] ?? '';
  const plage = lirePlage(attribut('ref'));
  if (p.formuleType !== 'shared') {
    if (plage) matrices.push(plage);
    return;
  }
  const membre = {
    ligne: p.ligne,
    rang: p.rang,
    debut: p.formuleDebut,
    fin: p.formuleFin,
    maitre: plage !== null,
  };
  const membres = partagees.get(attribut('si'));
  if (membres) membres.push(membre);
  else partagees.set(attribut('si'), [membre]);
}
