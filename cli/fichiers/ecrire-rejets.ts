import { closeSync, openSync, writeSync } from 'node:fs';
import iconv from 'iconv-lite';
import type { Encodage } from '../../src/import/source';
import type { LigneSource, DescriptionSource } from '../../src/import/source';
import { redigerRejets, type RedacteurRejets } from '../../src/import/rejets';
import type { Remarque } from '../../src/import/resultat';
import type { TableSource } from '../../src/import/entete';
import { direEcriture } from '../workbooks/xlsx/erreurs-disque';
import { estUnOctet } from '../../src/import/encodage/un-octet';
import { encoder } from './encodage';
import { representable } from './representable';

/** Caractères rassemblés avant d'être écrits. */
const MORCEAU = 1 << 16;

/**
 * Le fichier des rejets (`--rejets`), écrit à mesure, dans l'encodage de la source et comme elle.
 * @throws ErreurClasseur si le fichier ne peut pas être écrit.
 */
export class EcrivainRejets {
  private redacteur: RedacteurRejets | null = null;
  private texte = '';
  private fd: number | null = null;
  private readonly encodage: Encodage;

  constructor(
    private readonly fichier: string,
    private readonly description: DescriptionSource,
  ) {
    this.encodage = description.encodage ?? 'utf-8';
  }

  debut(decoupe: TableSource, dates: ReadonlySet<number>): void {
    this.redacteur = redigerRejets(this.description, decoupe, dates);
    this.texte = this.redacteur.debut;
  }

  ligne(ligne: LigneSource, rejets: readonly Remarque[]): void {
    this.texte += this.redacteur?.ligne(ligne, rejets) ?? '';
    if (this.texte.length >= MORCEAU) this.vider();
  }

  finir(): void {
    if (this.redacteur === null) return;
    this.vider();
    if (this.fd !== null) closeSync(this.fd);
    this.fd = null;
  }

  private vider(): void {
    try {
      const premier = this.fd === null;
      this.fd ??= openSync(this.fichier, 'w');
      const octets = this.encoder(premier);
      for (let p = 0; p < octets.length;) p += writeSync(this.fd, octets, p);
      this.texte = '';
    } catch (erreur) {
      throw direEcriture(erreur, this.fichier);
    }
  }

  private encoder(premier: boolean): Buffer {
    const { texte, encodage } = this;
    if (estUnOctet(encodage)) return iconv.encode(representable(texte, encodage), encodage);
    return premier ? encoder(texte, encodage) : iconv.encode(texte, encodage, { addBOM: false });
  }
}
