import { isAscii, isUtf8 } from 'node:buffer';
import type { BilanEncodage } from '../../src/import/encodage/bilan';
import { aDuFrancaisUtf8, CR, LF, separer, utf16 } from '../../src/import/encodage/reconnaitre';
import { jugerLettres, type EncodageJuge } from '../../src/import/encodage/lettres';
import { finitCoupe, lireLigneMelee } from '../../src/import/encodage/ligne-melee';
import { BLOC, decoderUnOctet } from './decoder-un-octet';
import { DecodeurUtf16 } from './decodeur-utf16';

export interface TexteDecode extends BilanEncodage {
  readonly texte: string;
}

/**
 * Décode un fichier par morceaux, ses lignes entières ensemble : par sa marque (BOM), sinon UTF-8 si
 * elles sont valides, sinon l'encodage d'un octet que les lettres françaises désignent. Un fichier qui
 * mêle les deux se lit ligne par ligne. Sans TextDecoder, qui sous Node 20 perd `€ ’ œ` de windows-1252.
 */
export interface Decodeur {
  /** Le texte de ces octets, en morceaux. */
  ecrire(octets: Buffer): readonly string[];
  /** Le texte qui restait, et le bilan. */
  finir(): TexteDecode;
}

/** `debut` : les premiers octets du fichier, assez pour en reconnaître les lettres. */
export function creerDecodeur(debut: Buffer): Decodeur {
  const seize = utf16(debut);
  return seize === null ? new DecodeurDeLignes(debut) : new DecodeurUtf16(seize);
}

class DecodeurDeLignes implements Decodeur {
  /** Le début d'une ligne dont la fin n'est pas encore là ; des copies, un morceau ne dure pas. */
  private attente: Buffer[] = [];
  private premier = true;
  private abime = false;
  private utf8 = 0;
  /** Lignes lues dans un encodage d'un octet. */
  private autres = 0;
  private juge: EncodageJuge | null;

  constructor(debut: Buffer) {
    const lignes = debut.subarray(0, finDesLignes(debut));
    this.juge = isUtf8(lignes) ? null : jugerLettres(lignes);
  }

  ecrire(octets: Buffer): readonly string[] {
    const fin = finDesLignes(octets);
    if (fin === 0) {
      this.attente.push(Buffer.from(octets));
      return [];
    }
    const entieres = octets.subarray(0, fin);
    const { attente } = this;
    this.attente = fin < octets.length ? [Buffer.from(octets.subarray(fin))] : [];
    return this.lire(attente.length === 0 ? entieres : Buffer.concat([...attente, entieres]));
  }

  finir(): TexteDecode {
    const texte = this.lire(Buffer.concat(this.attente)).join('');
    const { utf8, autres, juge, abime } = this;
    const meles = utf8 > 0 && autres > 0;
    const encodage = autres > 0 && !meles ? (juge?.encodage ?? 'windows-1252') : 'utf-8';
    const doute = autres > 0 ? (juge?.doute ?? null) : null;
    return { texte, encodage, doute, lignesAutres: meles ? autres : 0, abime };
  }

  private lire(octets: Buffer): readonly string[] {
    const morceaux = this.decoder(octets);
    const [debut = ''] = morceaux;
    if (debut === '' || !this.premier) return morceaux;
    this.premier = false;
    return debut.charCodeAt(0) === 0xfeff ? [debut.slice(1), ...morceaux.slice(1)] : morceaux;
  }

  /** Décode des lignes entières, et compte celles qui disent un encodage. */
  private decoder(octets: Buffer): readonly string[] {
    if (isAscii(octets)) return [octets.toString('latin1')];
    if (isUtf8(octets)) {
      this.utf8 += 1;
      return [this.regarder(octets.toString('utf8'))];
    }
    this.juge ??= jugerLettres(octets);
    const { encodage } = this.juge;
    if (aDuFrancaisUtf8(octets) || (this.utf8 > 0 && this.autres === 0 && finitCoupe(octets))) {
      const lignes = separer(octets);
      if (lignes.length > 1) return [lignes.flatMap((ligne) => this.decoder(ligne)).join('')];
      const { texte, melee } = lireLigneMelee(octets, encodage);
      this.utf8 += 1;
      if (melee) this.autres += 1;
      return [this.regarder(texte)];
    }
    const morceaux: string[] = [];
    for (let debut = 0; debut < octets.length;) {
      const fin = finDuBloc(octets, debut);
      const { texte, accentuees } = decoderUnOctet(octets.subarray(debut, fin), encodage);
      this.autres += accentuees;
      morceaux.push(this.regarder(texte));
      debut = fin;
    }
    return morceaux;
  }

  private regarder(texte: string): string {
    this.abime ||= texte.includes('Ã©') || texte.includes('\ufffd');
    return texte;
  }
}

/** Après la dernière fin de ligne ; 0 s'il n'y en a pas. */
function finDesLignes(octets: Buffer): number {
  return Math.max(octets.lastIndexOf(LF), octets.lastIndexOf(CR)) + 1;
}

/** Un bloc de lignes entières à partir d'ici, si elles ne sont pas trop longues. */
function finDuBloc(octets: Buffer, debut: number): number {
  const limite = debut + BLOC;
  if (limite >= octets.length) return octets.length;
  const fin = finDesLignes(octets.subarray(debut, limite));
  return fin === 0 ? octets.length : debut + fin;
}

/** Décode un fichier à mesure qu'il se lit ; rend le bilan une fois tout lu. */
export function* decoderFlux(
  octets: Iterable<Buffer>,
  debut: Buffer,
): Generator<string, BilanEncodage> {
  const decodeur = creerDecodeur(debut);
  for (const morceau of octets) yield* decodeur.ecrire(morceau);
  const { texte, ...bilan } = decodeur.finir();
  yield texte;
  return bilan;
}

/** Décode un fichier entier, en morceaux. */
export function decoderMorceaux(octets: Buffer): BilanEncodage & { morceaux: readonly string[] } {
  const decodeur = creerDecodeur(octets);
  const debut = decodeur.ecrire(octets);
  const { texte, ...bilan } = decodeur.finir();
  return { ...bilan, morceaux: [...debut, texte] };
}

/** Décode un fichier entier. */
export function decoder(octets: Buffer): TexteDecode {
  const { morceaux, ...bilan } = decoderMorceaux(octets);
  return { ...bilan, texte: morceaux.join('') };
}
