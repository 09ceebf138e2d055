import { hauteurDe, lignesRepliees } from '../../../sheets-templates/hauteur';
import type { ValeurCellule } from './cellule-xml';
import type { ColonnesFeuille } from './colonnes-feuille';
import type { ParcoursFeuille } from './parcours-feuille';
import type { Styles } from './styles';

const HAUTEUR = /\sht\s*=\s*(?:"[^"]*"|'[^']*')/;
const IMPOSEE = /\scustomHeight\s*=\s*["'](?:1|true)/;

/**
 * La hauteur d'une rangée qu'on écrit, d'après ses textes repliés : les tableurs n'ajustent pas tous
 * les hauteurs à l'ouverture. Une hauteur que quelqu'un a imposée n'est jamais touchée.
 */
export class HauteurRangee {
  private lignes = 1;
  /** Une cellule écrite est repliée : sinon, la hauteur présente reste la bonne. */
  private concernee = false;

  constructor(
    private readonly colonnes: ColonnesFeuille,
    private readonly styles: Styles,
    private readonly chaines: () => readonly string[],
  ) {}

  recommencer(): void {
    this.lignes = 1;
    this.concernee = false;
  }

  ecrite(valeur: ValeurCellule, rang: number, style: number): void {
    if (!this.styles.estReplie(style)) return;
    this.concernee = true;
    if (typeof valeur === 'string') this.mesurer(valeur, rang);
  }

  /** Une cellule laissée telle quelle. */
  gardee(p: ParcoursFeuille): void {
    if (!this.styles.estReplie(p.style)) return;
    const texte = p.type === 's' ? this.chaines()[Number(p.valeur)] : (p.texte ?? p.valeur);
    if (texte) this.mesurer(texte, p.rang);
  }

  /** Attribut d'une rangée neuve. */
  get attribut(): string {
    return this.lignes > 1 ? ` ht="${hauteurDe(this.lignes)}"` : '';
  }

  /** La balise ouvrante d'une rangée retouchée, à sa nouvelle hauteur. */
  ajuster(ouvrante: string): string {
    if (!this.concernee || IMPOSEE.test(ouvrante)) return ouvrante;
    const nue = ouvrante.replace(HAUTEUR, '');
    return this.attribut === '' ? nue : nue.replace(/^<[^\s/>]+/, `$&${this.attribut}`);
  }

  private mesurer(texte: string, rang: number): void {
    const lignes = lignesRepliees(texte, this.colonnes.largeur(rang));
    if (lignes > this.lignes) this.lignes = lignes;
  }
}
