import type { CelluleBrute } from '../../../src/classeur/source';
import type { ClasseurXlsx } from './classeur-xlsx';
import { valeurDe } from './feuille-lire';
import { decalerFormule } from './formule-partagee';
import type { Feuille } from './paquet';
import { lirePlage, type Plage } from './plages';
import { ParcoursFeuille, trouverDonnees } from './parcours-feuille';
import { FIN, LecteurXml, OUVRE } from './xml-scan';
import { decoderXml } from './xml-texte';

/** Une cellule telle que le fichier la garde. */
export interface CelluleLue {
  readonly rang: number;
  readonly valeur: CelluleBrute;
  /** Sans son `=` ; `null` : une valeur tapée. */
  readonly formule: string | null;
  readonly style: number;
}

interface RangeeLue {
  readonly ligne: number;
  /** En points ; `null` : celle de l'onglet. */
  readonly hauteur: number | null;
  readonly cellules: readonly CelluleLue[];
}

interface BandeColonnes {
  readonly de: number;
  readonly a: number;
  readonly style: number;
  /** En caractères ; `null` : celle de l'onglet. */
  readonly largeur: number | null;
  readonly masquee: boolean;
}

/** Un onglet entier : contenus, formules, styles, et ce qui le met en page à l'écran. */
export interface OngletLu {
  readonly nom: string;
  readonly masque: boolean;
  /** RVB sans `#`. */
  readonly couleur: string | null;
  readonly quadrillage: boolean;
  readonly figees: { readonly lignes: number; readonly colonnes: number };
  readonly hauteur: number | null;
  readonly colonnes: readonly BandeColonnes[];
  readonly rangees: readonly RangeeLue[];
  readonly fusions: readonly Plage[];
  /** Liens vers une cellule du classeur : où ils sont, où ils mènent (`'Devis'!A1`). */
  readonly liens: readonly { readonly plage: Plage; readonly cible: string }[];
}

const booleen = (texte: string | null, defaut: boolean): boolean =>
  texte === null ? defaut : texte === '1' || texte === 'true';
const nombre = (texte: string | null): number | null => (texte === null ? null : Number(texte));

/** @throws ErreurClasseur si la feuille manque ou est abîmée. */
export function lireOnglet(classeur: ClasseurXlsx, feuille: Feuille): OngletLu {
  const xml = classeur.paquet.exiger(feuille.partie);
  const donnees = trouverDonnees(xml);
  const { rangees, fin } = donnees.vide
    ? { rangees: [], fin: donnees.ouverte }
    : lireRangees(xml, donnees.ouverte, classeur);
  return {
    nom: feuille.nom,
    masque: feuille.masquee,
    ...lireTete(xml.slice(0, donnees.debut)),
    rangees,
    ...lireSuite(xml, fin),
  };
}

function lireTete(xml: string): Omit<OngletLu, 'nom' | 'masque' | 'rangees' | 'fusions' | 'liens'> {
  const tete = {
    couleur: null as string | null,
    quadrillage: true,
    figees: { lignes: 0, colonnes: 0 },
    hauteur: null as number | null,
    colonnes: [] as BandeColonnes[],
  };
  const x = new LecteurXml(xml);
  for (let k = x.suivant(); k !== FIN; k = x.suivant()) {
    if (k !== OUVRE) continue;
    if (x.nom === 'tabColor') tete.couleur = x.attribut('rgb')?.slice(-6) ?? null;
    else if (x.nom === 'sheetView') tete.quadrillage = booleen(x.attribut('showGridLines'), true);
    else if (x.nom === 'pane' && x.attribut('state')?.startsWith('frozen') === true) {
      const colonnes = Number(x.attribut('xSplit') ?? 0);
      tete.figees = { lignes: Number(x.attribut('ySplit') ?? 0), colonnes };
    } else if (x.nom === 'sheetFormatPr') tete.hauteur = nombre(x.attribut('defaultRowHeight'));
    else if (x.nom === 'col') {
      tete.colonnes.push({
        de: Number(x.attribut('min')) - 1,
        a: Number(x.attribut('max')) - 1,
        style: Number(x.attribut('style') ?? 0),
        largeur: nombre(x.attribut('width')),
        masquee: booleen(x.attribut('hidden'), false),
      });
    }
  }
  return tete;
}

function lireRangees(
  xml: string,
  depuis: number,
  classeur: ClasseurXlsx,
): { rangees: RangeeLue[]; fin: number } {
  const rangees: RangeeLue[] = [];
  const partagees = new Map<string, { texte: string; ligne: number; rang: number }>();
  const p = new ParcoursFeuille(xml, depuis);
  while (p.ligneSuivante()) {
    const ouvrante = xml.slice(p.ligneDebut, p.ligneOuverte);
    const hauteur = /\sht\s*=\s*["']([\d.]+)/.exec(ouvrante)?.[1] ?? null;
    const cellules: CelluleLue[] = [];
    while (p.celluleSuivante()) {
      const { rang, style } = p;
      const formule = p.aFormule ? formuleDe(p, partagees) : null;
      cellules.push({ rang, valeur: valeurDe(p, classeur), formule, style });
    }
    if (cellules.length > 0 || hauteur !== null) {
      rangees.push({ ligne: p.ligne, hauteur: nombre(hauteur), cellules });
    }
  }
  return { rangees, fin: p.x.debut };
}

function formuleDe(
  p: ParcoursFeuille,
  partagees: Map<string, { texte: string; ligne: number; rang: number }>,
): string {
  const balise = p.x.xml.slice(p.formuleDebut, p.formuleFin);
  const texte = decoderXml(balise.replace(/^<[^>]*>|<[^>]*>$/g, ''));
  if (p.formuleType !== 'shared') return texte;
  const si = /\ssi\s*=\s*["']([^"']*)/.exec(balise)?.[1] ?? '';
  if (texte !== '') {
    partagees.set(si, { texte, ligne: p.ligne, rang: p.rang });
    return texte;
  }
  const maitre = partagees.get(si);
  return maitre ? decalerFormule(maitre.texte, p.ligne - maitre.ligne, p.rang - maitre.rang) : '';
}

/** Ce qui suit les données : cellules fusionnées, liens dans le classeur. */
function lireSuite(xml: string, depuis: number): Pick<OngletLu, 'fusions' | 'liens'> {
  const fusions: Plage[] = [];
  const liens: { plage: Plage; cible: string }[] = [];
  const x = new LecteurXml(xml, depuis);
  for (let k = x.suivant(); k !== FIN; k = x.suivant()) {
    if (k !== OUVRE || (x.nom !== 'mergeCell' && x.nom !== 'hyperlink')) continue;
    const plage = lirePlage(x.attribut('ref') ?? '');
    const cible = x.attribut('location');
    if (!plage) continue;
    if (x.nom === 'mergeCell') fusions.push(plage);
    else if (cible !== null) liens.push({ plage, cible });
  }
  return { fusions, liens };
}
