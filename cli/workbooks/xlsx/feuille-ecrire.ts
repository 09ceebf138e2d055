import { enTexte } from './cellule-xml';
import { viser, type Cible, type SousTout } from './cibles';
import type { EcritureXlsx, LigneXlsx, LotFeuille } from './ecriture-xlsx';
import { refus } from '../../../src/classeur/erreur-classeur';
import { deplacerFormules } from './deplacer-formules';
import { estVide, RedacteurCellules } from './rediger-cellule';
import { redigerLignes } from './rediger-lignes';
import type { FeuilleInspectee } from './inspecter-feuille';
import { ParcoursFeuille } from './parcours-feuille';
import { refuserMatrices } from './matrices';
import { adresse, MAX_LIGNES, type Croissance } from './plages';
import type { Retouches } from './retouches';
import type { Styles } from './styles';
import { ColonnesFeuille } from './colonnes-feuille';
import { HauteurRangee } from './hauteur-rangee';
import { enOctets } from './xml-texte';

/** Pose les écritures d'un onglet en retouches de son XML ; rend l'étendue des données, avant et après. */
export class EcrivainFeuille {
  private readonly colonnes: ColonnesFeuille;
  private readonly rangee: HauteurRangee;
  private readonly cellules: RedacteurCellules;
  /** Styles de la dernière ligne de données, repris par les lignes ajoutées. */
  private modele: ReadonlyMap<number, number> = new Map();
  private hauteur = '';
  private rangMax = 0;

  constructor(
    private readonly onglet: string,
    private readonly feuille: FeuilleInspectee,
    styles: Styles,
    private readonly retouches: Retouches,
    date1904: boolean,
    chaines: () => readonly string[],
  ) {
    this.colonnes = new ColonnesFeuille(feuille.xml.slice(0, feuille.donnees.debut));
    this.rangee = new HauteurRangee(this.colonnes, styles, chaines);
    const { colonnes, rangee } = this;
    const { prefixe } = feuille;
    this.cellules = new RedacteurCellules({ onglet, prefixe, colonnes, styles, rangee, date1904 });
  }

  ecrire(lot: LotFeuille): Croissance & { readonly rangMax: number } {
    const { feuille } = this;
    const { cibles, avant, apres, retrait, sousTout } = viser(lot, feuille);
    if (apres > MAX_LIGNES) throw refus('ONGLET_PLEIN', { onglet: this.onglet });
    this.lireModele(retrait ? apres : avant);
    refuserMatrices(this.onglet, feuille.matrices, function* () {
      for (const [ligne, cible] of cibles)
        yield { premiere: ligne, derniere: ligne, rangs: () => cible.cellules.keys() };
      yield { premiere: sousTout.premiere, derniere: apres, rangs: () => lot.ligneVide().keys() };
    });
    deplacerFormules(feuille, this.retouches, (ligne, rang) => {
      const cible = cibles.get(ligne);
      const e = cible?.cellules.get(rang);
      return e !== undefined && !(cible?.ajoutee && estVide(e));
    });
    const flux = sousTout.depuis < lot.ajoutees.length ? this.lignesSousTout(lot, sousTout) : null;
    this.poser(cibles, retrait ? apres : Infinity, flux);
    // Un onglet refait plus court garde l'étendue de ses listes et de ses mises en forme.
    return { avant, apres: lot.refaites ? Math.max(avant, apres) : apres, rangMax: this.rangMax };
  }

  /** Les lignes ajoutées sous toutes les rangées, mises en XML quand il sera écrit. */
  private lignesSousTout(lot: LotFeuille, place: SousTout): Iterable<Uint8Array> {
    const { cellules, colonnes, rangee, modele, hauteur } = this;
    for (const rang of lot.ligneVide().keys()) {
      const style = modele.get(rang) ?? colonnes.style(rang);
      if (style !== colonnes.style(rang)) this.rangMax = Math.max(this.rangMax, rang);
    }
    this.rangMax = Math.max(this.rangMax, lot.derniereColonneAjoutee(place.depuis));
    const { prefixe } = this.feuille;
    return redigerLignes(lot, place, { cellules, colonnes, rangee, modele, hauteur, prefixe });
  }

  /**
   * `fin` : au-delà, une rangée que l'ajout avait faite s'en va entière. `flux` : ce qui vient sous
   * toutes les rangées.
   */
  private poser(
    cibles: ReadonlyMap<number, Cible>,
    fin: number,
    flux: Iterable<Uint8Array> | null,
  ): void {
    const { feuille, retouches } = this;
    const { numeros, places } = feuille;
    let i = 0;
    const nouvelles: string[] = [];
    for (const ligne of [...cibles.keys()].sort((a, b) => a - b)) {
      const cible = cibles.get(ligne) as Cible;
      while (i < numeros.length && (numeros[i] as number) < ligne) i++;
      const place = places[i];
      const otee = ligne > fin && place !== undefined ? this.finSiAjoutee(place, cible) : null;
      if (otee !== null && place !== undefined) retouches.remplacer(place, otee, '');
      else if (numeros[i] === ligne && place !== undefined) this.retoucher(ligne, place, cible);
      else if (place !== undefined) retouches.inserer(place, this.nouvelleLigne(ligne, cible));
      else nouvelles.push(this.nouvelleLigne(ligne, cible));
    }
    if (nouvelles.length === 0 && flux === null) return;
    const { donnees, finDonnees, prefixe } = feuille;
    const nom = `${prefixe}sheetData`;
    if (donnees.vide) retouches.remplacer(donnees.debut, donnees.ouverte, `<${nom}>`);
    retouches.inserer(finDonnees, nouvelles.join(''));
    if (flux !== null) retouches.insererFlux(finDonnees, flux);
    if (donnees.vide) retouches.inserer(finDonnees, `</${nom}>`);
  }

  private nouvelleLigne(ligne: number, { cellules, neuve }: Cible): string {
    this.rangee.recommencer();
    const xml = parRang(cellules).map(([rang, e]) => {
      const modele = neuve ? this.modele.get(rang) : undefined;
      return this.neuve(ligne, rang, e, modele, this.colonnes.style(rang));
    });
    const p = this.feuille.prefixe;
    return `<${p}row r="${ligne}"${this.hauteur || this.rangee.attribut}>${xml.join('')}</${p}row>`;
  }

  /**
   * Où finit une rangée supprimée que rien ne distingue d'une rangée ajoutée : les mêmes styles, rien
   * à personne. Un ajout la referait. `null` : elle est vidée, non ôtée.
   */
  private finSiAjoutee(place: number, { cellules }: Cible): number | null {
    const p = new ParcoursFeuille(this.feuille.xml, place);
    p.ligneSuivante();
    if (styleDeLigne(p) !== undefined) return null;
    while (p.celluleSuivante()) {
      const voulu = this.modele.get(p.rang) ?? this.colonnes.style(p.rang);
      const sienne = cellules.has(p.rang) || (p.valeur === null && p.texte === null);
      if (!sienne || p.style !== voulu || p.aFormule) return null;
    }
    return p.x.fin;
  }

  private retoucher(ligne: number, place: number, cible: Cible): void {
    const { cellules, ajoutee } = cible;
    const { feuille, retouches } = this;
    const p = new ParcoursFeuille(feuille.xml, place);
    p.ligne = ligne - 1;
    p.ligneSuivante();
    this.rangee.recommencer();
    const styleLigne = styleDeLigne(p);
    const restantes = parRang(cellules);
    const neuve = ([rang, e]: readonly [number, EcritureXlsx]): string => {
      const modele = cible.neuve ? this.modele.get(rang) : undefined;
      return this.neuve(ligne, rang, e, modele, styleLigne ?? this.colonnes.style(rang));
    };
    // `spans` annoncerait une étendue qui n'est peut-être plus la bonne.
    const ouvrante = feuille.xml
      .slice(p.ligneDebut, p.ligneOuverte)
      .replace(/\sspans\s*=\s*(?:"[^"]*"|'[^']*')/, '');
    if (p.ligneVide) {
      const cellules = restantes.map(neuve).join('');
      const balise = this.rangee.ajuster(ouvrante.replace(/\/>$/, '>'));
      const xml = `${balise}${cellules}</${feuille.prefixe}row>`;
      retouches.remplacer(p.ligneDebut, p.ligneOuverte, xml);
      return;
    }
    let suivante = restantes.shift();
    while (p.celluleSuivante()) {
      while (suivante && suivante[0] < p.rang) {
        retouches.inserer(p.debut, neuve(suivante));
        suivante = restantes.shift();
      }
      const prevue = suivante?.[0] === p.rang ? suivante[1] : null;
      if (prevue === null || (ajoutee && estVide(prevue))) this.rangee.gardee(p);
      else {
        retouches.remplacer(p.debut, p.fin, this.cellule(ligne, p.rang, prevue, p.style));
      }
      if (prevue) suivante = restantes.shift();
    }
    const fin = (suivante ? [suivante, ...restantes] : []).map(neuve).join('');
    if (fin) retouches.inserer(p.debut, fin);
    retouches.remplacer(p.ligneDebut, p.ligneOuverte, this.rangee.ajuster(ouvrante));
  }

  /** Une cellule qui n'existe pas encore ; vide, elle ne sert qu'à porter le style du modèle. */
  private neuve(
    ligne: number,
    rang: number,
    e: EcritureXlsx,
    modele: number | undefined,
    defaut: number,
  ): string {
    if (estVide(e) && (modele === undefined || modele === defaut)) return '';
    return this.cellule(ligne, rang, e, modele ?? defaut);
  }

  /** Une cellule en octets ; son style montre la valeur comme il faut. */
  private cellule(ligne: number, rang: number, e: EcritureXlsx, base: number): string {
    if (rang > this.rangMax) this.rangMax = rang;
    const xml = e.deplacee?.xml;
    if (xml !== undefined) return this.deplacee(ligne, rang, e, xml);
    return enOctets(enTexte((sortie) => this.cellules.rediger(sortie, ligne, rang, e, base)));
  }

  /** Une cellule de l'utilisateur, à sa nouvelle adresse. */
  private deplacee(ligne: number, rang: number, e: EcritureXlsx, xml: string): string {
    this.rangee.ecrite(e.brut, rang, e.deplacee?.style ?? 0);
    return xml.replace(/^<[^\s/>]+/, `$& r="${adresse(ligne, rang)}"`);
  }

  private lireModele(derniere: number): void {
    const { numeros, places, xml } = this.feuille;
    const i = numeros.lastIndexOf(derniere);
    const place = places[i];
    if (derniere < 2 || place === undefined) return;
    const p = new ParcoursFeuille(xml, place);
    p.ligne = derniere - 1;
    p.ligneSuivante();
    const ouvrante = xml.slice(p.ligneDebut, p.ligneOuverte);
    const ht = /\sht\s*=\s*["']([\d.]+)/.exec(ouvrante)?.[1];
    const imposee = /\scustomHeight\s*=\s*["'](?:1|true)/.test(ouvrante);
    if (ht !== undefined && imposee) this.hauteur = ` ht="${ht}" customHeight="1"`;
    const modele = new Map<number, number>();
    while (p.celluleSuivante()) modele.set(p.rang, p.style);
    this.modele = modele;
  }
}

const parRang = (cellules: LigneXlsx): (readonly [number, EcritureXlsx])[] =>
  [...cellules].sort((a, b) => a[0] - b[0]);

/** Style de toute la ligne, s'il est imposé. */
function styleDeLigne(p: ParcoursFeuille): number | undefined {
  const ouvrante = p.x.xml.slice(p.ligneDebut, p.ligneOuverte);
  if (!/\scustomFormat\s*=\s*["'](?:1|true)/.test(ouvrante)) return undefined;
  const s = /\ss\s*=\s*["'](\d+)/.exec(ouvrante)?.[1];
  return s === undefined ? undefined : Number(s);
}
