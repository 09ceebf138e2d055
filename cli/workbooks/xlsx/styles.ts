import type { Genre } from '../../../src/classeur/colonne';
import { estFormatDate, formatDe, GENRES_DATE } from './formats';
import { Retouches } from './retouches';
import { FERME, FIN, LecteurXml } from './xml-scan';
import { echapperXml, enOctets } from './xml-texte';

interface Style {
  readonly xml: string;
  readonly format: number;
}

const GENERAL = 0;
const TEXTE = 49;
const PREMIER_FORMAT_LIBRE = 164;

/** `styles.xml` : les formats de nombre, et les styles de cellule qu'on lui ajoute au besoin. */
export class Styles {
  private readonly formats = new Map<number, string>();
  private readonly styles: Style[] = [];
  private readonly nouveauxFormats: string[] = [];
  private readonly nouveauxStyles: string[] = [];
  private readonly derives = new Map<string, number>();
  private readonly dates: boolean[] = [];
  private readonly replies: boolean[] = [];
  private prefixe = '';
  private racine = 0;
  /** Place où insérer : fin de `<numFmts>` et de `<cellXfs>`, -1 s'ils manquent. */
  private finFormats = -1;
  private finStyles = -1;
  private formatsVides: readonly [number, number] | null = null;
  private comptes: { formats?: readonly [number, number]; styles?: readonly [number, number] } = {};

  /** `xml` : octets de la partie, ou `null` si le classeur n'en a pas (aucun style alors). */
  constructor(private readonly xml: string | null) {
    if (xml !== null) this.lire(xml);
  }

  private lire(xml: string): void {
    const x = new LecteurXml(xml);
    let dans = '';
    for (let k = x.suivant(); k !== FIN; k = x.suivant()) {
      const nom = x.nom;
      if (k === FERME) {
        if (nom === 'numFmts') this.finFormats = x.debut;
        if (nom === 'cellXfs') this.finStyles = x.debut;
        if (nom === dans) dans = '';
      } else if (nom === 'styleSheet') {
        this.racine = x.fin;
        this.prefixe = x.prefixe;
      } else if (nom === 'numFmts' || nom === 'cellXfs') {
        if (!x.vide) dans = nom;
        else if (nom === 'numFmts') this.formatsVides = [x.debut, x.fin];
        this.comptes[nom === 'numFmts' ? 'formats' : 'styles'] = x.bornes('count') ?? undefined;
      } else if (nom === 'numFmt' && dans === 'numFmts') {
        this.formats.set(Number(x.attribut('numFmtId')), x.attribut('formatCode') ?? '');
      } else if (nom === 'xf' && dans === 'cellXfs') {
        const debut = x.debut;
        const format = Number(x.attribut('numFmtId') ?? 0);
        x.sauter();
        this.styles.push({ xml: xml.slice(debut, x.fin), format });
      }
    }
  }

  estDate(style: number): boolean {
    let est = this.dates[style];
    if (est === undefined) {
      const id = this.styles[style]?.format ?? GENERAL;
      est = estFormatDate(id, this.formats.get(id));
      this.dates[style] = est;
    }
    return est;
  }

  /** Le texte est renvoyé à la ligne. */
  estReplie(style: number): boolean {
    return (this.replies[style] ??= /\swrapText\s*=\s*["'](?:1|true)/.test(
      this.styles[style]?.xml ?? '',
    ));
  }

  /**
   * Le style où écrire une valeur de ce genre : celui de la cellule s'il la montre bien, sinon le
   * même avec le format du genre. `exact` (colonnes `libre`) : toujours le format du genre.
   */
  pourGenre(base: number, genre: Genre, exact: boolean, signe = false): number {
    const format = this.styles[base]?.format ?? GENERAL;
    const brut = format === GENERAL || format === TEXTE;
    const code = formatDe(genre, signe);
    if (code === undefined) return exact && !brut ? this.deriver(base, null) : base;
    if (exact) return this.formats.get(format) === code ? base : this.deriver(base, code);
    if (GENRES_DATE.has(genre)) return this.estDate(base) ? base : this.deriver(base, code);
    const seul = genre === 'montant' || genre === 'taux';
    return brut && seul ? this.deriver(base, code) : base;
  }

  private deriver(base: number, code: string | null): number {
    if (this.finStyles < 0) return base;
    const cle = `${base}\0${code}`;
    const connu = this.derives.get(cle);
    if (connu !== undefined) return connu;
    const format = code === null ? GENERAL : this.numeroDe(code);
    const modele = this.styles[base]?.xml ?? `<${this.prefixe}xf/>`;
    const nu = modele.replace(/^<[^>]*>/, (balise) =>
      balise.replace(/\s(?:numFmtId|applyNumberFormat|quotePrefix)\s*=\s*(?:"[^"]*"|'[^']*')/g, ''),
    );
    const xml = nu.replace(/^<[^\s/>]+/, `$& numFmtId="${format}" applyNumberFormat="1"`);
    // Le même style existe peut-être déjà : un classeur n'en gagne pas un à chaque écriture.
    let rang = this.styles.findIndex((s) => s.xml === xml);
    if (rang < 0) {
      rang = this.styles.push({ xml, format }) - 1;
      this.nouveauxStyles.push(xml);
    }
    this.derives.set(cle, rang);
    return rang;
  }

  private numeroDe(code: string): number {
    for (const [id, connu] of this.formats) if (connu === code) return id;
    const id = Math.max(PREMIER_FORMAT_LIBRE - 1, ...this.formats.keys()) + 1;
    this.formats.set(id, code);
    const attribut = enOctets(echapperXml(code));
    this.nouveauxFormats.push(`<${this.prefixe}numFmt numFmtId="${id}" formatCode="${attribut}"/>`);
    return id;
  }

  /** La partie avec ses ajouts ; `null` s'il n'y en a pas. */
  octets(): string | null {
    if (this.xml === null || this.nouveauxStyles.length === 0) return null;
    const r = new Retouches();
    r.inserer(this.finStyles, this.nouveauxStyles.join(''));
    const { styles, formats } = this.comptes;
    if (styles) r.remplacer(...styles, String(this.styles.length));
    if (this.nouveauxFormats.length > 0) {
      const ajout = this.nouveauxFormats.join('');
      if (this.finFormats >= 0) {
        r.inserer(this.finFormats, ajout);
        if (formats) r.remplacer(...formats, String(this.formats.size));
      } else {
        const p = this.prefixe;
        const nombre = this.nouveauxFormats.length;
        const [debut, fin] = this.formatsVides ?? [this.racine, this.racine];
        r.remplacer(debut, fin, `<${p}numFmts count="${nombre}">${ajout}</${p}numFmts>`);
      }
    }
    return r.appliquer(this.xml);
  }
}
