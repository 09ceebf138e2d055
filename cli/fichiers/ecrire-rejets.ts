import { closeSync, writeSync } from 'node:fs';
import iconv from 'iconv-lite';
import type { Encodage } from '../../src/import/source';
import type { LigneSource, DescriptionSource } from '../../src/import/source';
import { redigerRejets, type RedacteurRejets } from '../../src/import/rejets';
import type { Remarque } from '../../src/import/resultat';
import type { EcritureRejets } from '../../src/import/ecriture-rejets';
import type { TableSource } from '../../src/import/entete';
import { direSortie } from '../workbooks/xlsx/erreurs-disque';
import { estUnOctet } from '../../src/import/encodage/un-octet';
import { encoder } from './encoder';
import { creerNomLibre, memeContenu } from './nom-libre';
import { oter } from './oter';
import { representable } from './representable';

/** Pour la bibliothèque, ce signe est à l'octet où les Mac ont mis l'euro, et où l'import le lit. */
const EURO_DU_MAC = '¤';

/** Caractères rassemblés avant d'être écrits. */
const MORCEAU = 1 << 16;

/** Où les rejets ont été mis. */
export interface RejetsEcrits {
  readonly chemin: string;
  /** Ce fichier les contenait déjà, à l'octet près. */
  readonly deja: boolean;
}

/**
 * Le fichier des rejets (`--rejets`), écrit à mesure, dans l'encodage de la source et comme elle. Sans
 * rejet, il n'y en a pas. Un fichier qui existe n'est jamais recouvert : une personne y a peut-être
 * corrigé les rejets d'avant. Les nouveaux vont à côté, sauf s'il les contient déjà.
 * @throws ErreurClasseur si le fichier ne peut pas être écrit.
 */
export class EcrivainRejets {
  private redacteur: RedacteurRejets | null = null;
  private texte = '';
  private rejets = 0;
  private ouvert: ReturnType<typeof creerNomLibre> | null = null;
  private readonly encodage: Encodage;

  constructor(
    private readonly fichier: string,
    private readonly description: DescriptionSource,
  ) {
    this.encodage = description.encodage ?? 'utf-8';
  }

  debut(decoupe: TableSource, ecriture: EcritureRejets, dates: ReadonlySet<number>): void {
    this.redacteur = redigerRejets(this.description, decoupe, ecriture, dates);
    this.texte = this.redacteur.debut;
  }

  ligne(ligne: LigneSource, rejets: readonly Remarque[]): void {
    this.rejets++;
    this.texte += this.redacteur?.ligne(ligne, rejets) ?? '';
    if (this.texte.length >= MORCEAU) this.vider();
  }

  /** Où sont les rejets ; `null` s'il n'y en a pas. */
  finir(): RejetsEcrits | null {
    if (this.rejets === 0) return null;
    this.vider();
    const { ouvert } = this;
    if (ouvert === null) return null;
    this.fermer();
    const deja = ouvert.pris.find((nom) => memeContenu(nom, ouvert.chemin));
    if (deja === undefined) return { chemin: ouvert.chemin, deja: false };
    oter(ouvert.chemin);
    return { chemin: deja, deja: true };
  }

  /** L'import s'est arrêté en chemin : des rejets incomplets passeraient pour tous. */
  abandonner(): void {
    const { ouvert } = this;
    this.fermer();
    if (ouvert?.creation) oter(ouvert.chemin);
  }

  private fermer(): void {
    if (this.ouvert !== null) closeSync(this.ouvert.fd);
    this.ouvert = null;
  }

  private vider(): void {
    try {
      const premier = this.ouvert === null;
      this.ouvert ??= creerNomLibre(this.fichier);
      const octets = this.encoder(premier);
      for (let p = 0; p < octets.length;) p += writeSync(this.ouvert.fd, octets, p);
      this.texte = '';
    } catch (erreur) {
      this.abandonner();
      throw direSortie(erreur, this.fichier);
    }
  }

  private encoder(premier: boolean): Buffer {
    const { texte, encodage } = this;
    if (estUnOctet(encodage)) {
      const ecrit = encodage === 'macintosh' ? texte.replaceAll('€', EURO_DU_MAC) : texte;
      return iconv.encode(representable(ecrit, encodage), encodage);
    }
    return premier ? encoder(texte, encodage) : iconv.encode(texte, encodage, { addBOM: false });
  }
}
