import { MAX_COLONNES, MAX_LIGNES, rangDe } from './plages';
import { texteRiche } from './chaines';
import { ErreurXml, FERME, FIN, LecteurXml, OUVRE } from './xml-scan';

/**
 * Parcourt les lignes et cellules d'une feuille, du début à la fin, une à la fois. Les places
 * (`debut`, `fin`) permettent de retoucher la feuille sans la réécrire. Lignes et cellules peuvent
 * taire leur adresse : elle est alors celle qui suit la précédente.
 */
export class ParcoursFeuille {
  readonly x: LecteurXml;
  ligne = 0;
  ligneDebut = 0;
  /** Fin de la balise ouvrante de la ligne. */
  ligneOuverte = 0;
  ligneVide = false;

  rang = -1;
  debut = 0;
  fin = 0;
  style = 0;
  type = '';
  /** Contenu de `<v>`, en octets ; `null` s'il manque. */
  valeur: string | null = null;
  /** Texte de `<is>` ; `null` s'il manque. */
  texte: string | null = null;
  aFormule = false;
  formuleDebut = 0;
  formuleFin = 0;
  /** Sorte de formule : `shared`, `array`… */
  formuleType = '';
  private dansLigne = false;

  constructor(xml: string, depuis: number) {
    this.x = new LecteurXml(xml, depuis);
  }

  ligneSuivante(): boolean {
    while (this.dansLigne) this.celluleSuivante();
    const { x } = this;
    for (;;) {
      const k = x.suivant();
      if (k === FIN) throw new ErreurXml('feuille coupée');
      if (k === FERME) {
        if (x.nom === 'sheetData') return false;
        continue;
      }
      if (x.nom !== 'row') continue;
      const r = x.bornes('r');
      this.ligne = r ? Number(x.xml.slice(r[0], r[1])) : this.ligne + 1;
      if (!(this.ligne >= 1 && this.ligne <= MAX_LIGNES)) throw new ErreurXml('ligne hors limites');
      this.ligneDebut = x.debut;
      this.ligneOuverte = x.fin;
      this.ligneVide = x.vide;
      this.dansLigne = !x.vide;
      this.rang = -1;
      return true;
    }
  }

  /** Faux en fin de ligne ; `debut` est alors celui de `</row>`. */
  celluleSuivante(): boolean {
    const { x } = this;
    if (!this.dansLigne) return false;
    for (;;) {
      const k = x.suivant();
      if (k === FIN) throw new ErreurXml('ligne coupée');
      if (k === FERME) {
        if (x.nom !== 'row') continue;
        this.dansLigne = false;
        this.debut = x.debut;
        return false;
      }
      if (x.nom === 'c') break;
    }
    const { xml } = x;
    const r = x.bornes('r');
    this.rang = r ? rangDe(xml.slice(r[0], r[1])) : this.rang + 1;
    if (this.rang < 0 || this.rang >= MAX_COLONNES) throw new ErreurXml('colonne hors limites');
    const s = x.bornes('s');
    this.style = s ? Number(xml.slice(s[0], s[1])) : 0;
    const t = x.bornes('t');
    this.type = t ? xml.slice(t[0], t[1]) : 'n';
    this.debut = x.debut;
    this.valeur = null;
    this.texte = null;
    this.aFormule = false;
    if (!x.vide) this.lireContenu();
    this.fin = x.fin;
    return true;
  }

  private lireContenu(): void {
    const { x } = this;
    for (;;) {
      const k = x.suivant();
      if (k === FIN) throw new ErreurXml('cellule coupée');
      const nom = x.nom;
      if (k === FERME) {
        if (nom === 'c') return;
      } else if (nom === 'v') this.valeur = x.texte();
      else if (nom === 'is') this.texte = texteRiche(x, 'is');
      else if (nom === 'f') {
        this.aFormule = true;
        this.formuleDebut = x.debut;
        this.formuleType = x.attribut('t') ?? '';
        x.sauter();
        this.formuleFin = x.fin;
      } else x.sauter();
    }
  }
}

/** Place de `<sheetData>` : son début, et la fin de son ouvrante ; vide si elle n'a pas de ligne. */
export function trouverDonnees(xml: string): {
  debut: number;
  ouverte: number;
  vide: boolean;
  prefixe: string;
} {
  const x = new LecteurXml(xml);
  for (let k = x.suivant(); k !== FIN; k = x.suivant()) {
    if (k === OUVRE && x.nom === 'sheetData') {
      return { debut: x.debut, ouverte: x.fin, vide: x.vide, prefixe: x.prefixe };
    }
  }
  throw new ErreurXml('feuille sans données');
}
