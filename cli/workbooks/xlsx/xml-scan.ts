import { decoderXml } from './xml-texte';

/** Le XML est coupé, ou d'une sorte qu'un classeur n'emploie pas. */
export class ErreurXml extends Error {}

export const FIN = 0;
export const OUVRE = 1;
export const FERME = 2;

const INF = 60;
const SUP = 62;
const BARRE = 47;
const GUILLEMET = 34;
const APOSTROPHE = 39;
const EGAL = 61;
const DEUX_POINTS = 58;

const estBlanc = (c: number): boolean => c === 32 || c === 10 || c === 9 || c === 13;

/**
 * Parcourt les balises d'un XML tenu en octets, sans en bâtir l'arbre : `suivant()` va à la balise
 * suivante et dit sa sorte ; `debut` et `fin` la situent. Préfixes d'espace de noms ignorés dans
 * `nom` ; commentaires, CDATA et instructions sautés ; DOCTYPE refusé (entités piégées).
 */
export class LecteurXml {
  debut = 0;
  fin = 0;
  /** Balise vide `<a/>` : elle n'aura pas de fermante. */
  vide = false;
  private nomDebut = 0;
  private nomFin = 0;

  constructor(
    readonly xml: string,
    depuis = 0,
  ) {
    this.fin = depuis;
  }

  suivant(): typeof FIN | typeof OUVRE | typeof FERME {
    const { xml } = this;
    for (;;) {
      const p = xml.indexOf('<', this.fin);
      if (p < 0) return FIN;
      const c = xml.charCodeAt(p + 1);
      if (c === 33 || c === 63) {
        this.fin = finSpeciale(xml, p);
        continue;
      }
      this.debut = p;
      const ferme = c === BARRE;
      this.finBalise(ferme ? p + 2 : p + 1);
      return ferme ? FERME : OUVRE;
    }
  }

  private finBalise(depuis: number): void {
    const { xml } = this;
    let p = depuis;
    this.nomDebut = p;
    let c = xml.charCodeAt(p);
    while (c !== SUP && c !== BARRE && !estBlanc(c)) {
      if (c === DEUX_POINTS) this.nomDebut = p + 1;
      if (Number.isNaN(c) || c === INF) throw new ErreurXml('balise coupée');
      c = xml.charCodeAt(++p);
    }
    this.nomFin = p;
    while (c !== SUP) {
      if (c === GUILLEMET || c === APOSTROPHE) {
        p = xml.indexOf(c === GUILLEMET ? '"' : "'", p + 1);
        if (p < 0) throw new ErreurXml('attribut coupé');
      } else if (Number.isNaN(c)) throw new ErreurXml('balise coupée');
      c = xml.charCodeAt(++p);
    }
    this.vide = xml.charCodeAt(p - 1) === BARRE;
    this.fin = p + 1;
  }

  /** Nom local de la balise. */
  get nom(): string {
    const { xml, nomDebut, nomFin } = this;
    return nomFin - nomDebut === 1 ? (xml[nomDebut] as string) : xml.slice(nomDebut, nomFin);
  }

  /** Préfixe d'espace de noms, deux-points compris : `x:`, ou rien. */
  get prefixe(): string {
    return this.xml.slice(this.debut + 1, this.nomDebut);
  }

  /** Place de la valeur d'un attribut (nom local), guillemets exclus. */
  bornes(nom: string): readonly [number, number] | null {
    const { xml, fin } = this;
    let p = this.nomFin;
    for (;;) {
      while (estBlanc(xml.charCodeAt(p))) p++;
      let debutNom = p;
      let c = xml.charCodeAt(p);
      while (c !== EGAL) {
        if (p >= fin) return null;
        if (c === DEUX_POINTS) debutNom = p + 1;
        c = xml.charCodeAt(++p);
      }
      let finNom = p;
      while (estBlanc(xml.charCodeAt(finNom - 1))) finNom--;
      p++;
      while (estBlanc(xml.charCodeAt(p))) p++;
      const guillemet = xml.charCodeAt(p);
      const q =
        guillemet === APOSTROPHE || guillemet === GUILLEMET
          ? xml.indexOf(guillemet === APOSTROPHE ? "'" : '"', p + 1)
          : -1;
      if (q < 0) throw new ErreurXml('attribut sans guillemets');
      if (finNom - debutNom === nom.length && xml.startsWith(nom, debutNom)) return [p + 1, q];
      p = q + 1;
    }
  }

  attribut(nom: string): string | null {
    const b = this.bornes(nom);
    return b && decoderXml(this.xml.slice(b[0], b[1]));
  }

  /** Après une ouvrante : le texte de l'élément (CDATA compris) en octets ; avance sur sa fermante. */
  texte(): string {
    const { xml } = this;
    if (this.vide) return '';
    const depuis = this.fin;
    const p = xml.indexOf('<', depuis);
    if (p >= 0 && xml.charCodeAt(p + 1) === BARRE) {
      this.debut = p;
      this.finBalise(p + 2);
      return xml.slice(depuis, p);
    }
    let profondeur = 1;
    while (profondeur > 0) {
      const k = this.suivant();
      if (k === FIN) throw new ErreurXml('élément coupé');
      if (k === FERME) profondeur--;
      else if (!this.vide) profondeur++;
    }
    return texteBrut(xml.slice(depuis, this.debut));
  }

  /** Après une ouvrante : va à sa fermante. */
  sauter(): void {
    this.texte();
  }
}

function finSpeciale(xml: string, p: number): number {
  const [ouvre, ferme] = xml.startsWith('<!--', p)
    ? ['<!--', '-->']
    : xml.startsWith('<![CDATA[', p)
      ? ['<![CDATA[', ']]>']
      : xml.startsWith('<?', p)
        ? ['<?', '?>']
        : ['', ''];
  if (ouvre === '') throw new ErreurXml('DOCTYPE refusé');
  const fin = xml.indexOf(ferme, p + ouvre.length);
  if (fin < 0) throw new ErreurXml('commentaire coupé');
  return fin + ferme.length;
}

const SPECIAUX = /<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<!\[CDATA\[([\s\S]*?)\]\]>|<[^>]*>/g;

function texteBrut(xml: string): string {
  return xml.replace(SPECIAUX, (_, cdata: string | undefined) =>
    (cdata ?? '').replace(/&/g, '&amp;'),
  );
}
