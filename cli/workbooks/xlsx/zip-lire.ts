import { decomprimer } from './compression';
import { refus } from '../../../src/classeur/erreur-classeur';

/*
 * Lire un zip par son répertoire central, en gardant les octets comprimés de chaque partie.
 *
 * Pourquoi notre propre lecture, et non une bibliothèque : fflate ne rend pas les octets comprimés,
 * ce qu'il faut pour recopier une partie sans y toucher ; @zip.js/zip.js les rend, mais son
 * chargement et sa lecture asynchrone coûtent à chaque commande environ 90 ms de calcul.
 */

const SIGNATURE_LOCALE = 0x04034b50;
const SIGNATURE_CENTRALE = 0x02014b50;
const SIGNATURE_FIN = 0x06054b50;
const SIGNATURE_CFB = 0xe011cfd0;
/** Taille permise d'une partie, puis du tout, une fois décompressés (une chaîne de V8 a 512 Mio). */
export const MAX_PARTIE = 500 * 1024 * 1024;
const MAX_TOTAL = 1024 * 1024 * 1024;

interface EntreeZip {
  readonly nom: string;
  /** Début de l'enregistrement local, et sa fin (début du suivant). */
  readonly debut: number;
  readonly fin: number;
  /** Ligne du répertoire central. */
  readonly centrale: Buffer;
  readonly methode: number;
  readonly crc: number;
  readonly tailleComprimee: number;
  readonly taille: number;
}

export interface Zip {
  readonly octets: Buffer;
  readonly chemin: string;
  /** Dans l'ordre du répertoire central. */
  readonly entrees: ReadonlyMap<string, EntreeZip>;
  readonly commentaire: Buffer;
}

function chercherFin(octets: Buffer): number {
  const plancher = Math.max(0, octets.length - 22 - 0xffff);
  for (let p = octets.length - 22; p >= plancher; p--) {
    if (octets.readUInt32LE(p) === SIGNATURE_FIN) return p;
  }
  return -1;
}

function natureDe(octets: Buffer): string {
  if (octets.length === 0) return 'le fichier est vide';
  if (octets.subarray(0, 5).toString('latin1') === '%PDF-') return 'c’est un PDF';
  return octets.subarray(0, 4096).includes(0)
    ? 'son contenu n’est pas celui d’un classeur'
    : 'c’est un fichier texte (un CSV ?)';
}

/** Ouvre un zip sans rien décompresser. Refuse ce qui n'en est pas un, est chiffré, tronqué ou piégé. */
export function ouvrirZip(octets: Buffer, chemin: string): Zip {
  if (octets.length >= 8 && octets.readUInt32LE(0) === SIGNATURE_CFB) {
    // Un .xlsx chiffré est rangé dans un vieux conteneur OLE ; un .xls aussi, sans cette partie.
    const chiffre = octets.includes(Buffer.from('EncryptedPackage', 'utf16le'));
    if (chiffre) throw refus('CLASSEUR_CHIFFRE', { chemin });
    throw refus('PAS_UN_CLASSEUR', { chemin, nature: 'c’est un ancien fichier Office (.xls ?)' });
  }
  const tronque = (detail: string) => refus('CLASSEUR_TRONQUE', { chemin, detail });
  const commenceEnZip = octets.length >= 4 && octets.readUInt32LE(0) === SIGNATURE_LOCALE;
  const fin = octets.length >= 22 ? chercherFin(octets) : -1;
  if (fin < 0) {
    if (commenceEnZip) throw tronque('la fin du fichier manque');
    throw refus('PAS_UN_CLASSEUR', { chemin, nature: natureDe(octets) });
  }
  const nombre = octets.readUInt16LE(fin + 10);
  const debutCentral = octets.readUInt32LE(fin + 16);
  if (nombre === 0xffff || debutCentral === 0xffffffff) {
    throw refus('CLASSEUR_TROP_GROS', { chemin, partie: 'le classeur' });
  }
  const lues: { -readonly [K in keyof EntreeZip]: EntreeZip[K] }[] = [];
  let p = debutCentral;
  let total = 0;
  for (let i = 0; i < nombre; i++) {
    if (p + 46 > fin || octets.readUInt32LE(p) !== SIGNATURE_CENTRALE) {
      throw tronque('sa table des matières est incomplète');
    }
    const suite =
      octets.readUInt16LE(p + 28) + octets.readUInt16LE(p + 30) + octets.readUInt16LE(p + 32);
    const nom = octets.toString('utf8', p + 46, p + 46 + octets.readUInt16LE(p + 28));
    const taille = octets.readUInt32LE(p + 24);
    total += taille;
    if (taille > MAX_PARTIE) throw refus('CLASSEUR_TROP_GROS', { chemin, partie: nom });
    if ((octets.readUInt16LE(p + 8) & 1) !== 0) throw refus('CLASSEUR_CHIFFRE', { chemin });
    lues.push({
      nom,
      debut: octets.readUInt32LE(p + 42),
      fin: debutCentral,
      centrale: octets.subarray(p, p + 46 + suite),
      methode: octets.readUInt16LE(p + 10),
      crc: octets.readUInt32LE(p + 16),
      tailleComprimee: octets.readUInt32LE(p + 20),
      taille,
    });
    p += 46 + suite;
  }
  if (total > MAX_TOTAL) throw refus('CLASSEUR_TROP_GROS', { chemin, partie: 'le classeur' });
  const parPlace = lues.slice().sort((a, b) => a.debut - b.debut);
  parPlace.forEach((entree, i) => {
    const suivante = parPlace[i + 1];
    if (suivante) entree.fin = suivante.debut;
    const tropCourt = entree.debut + 30 + entree.tailleComprimee > entree.fin;
    if (tropCourt || octets.readUInt32LE(entree.debut) !== SIGNATURE_LOCALE) {
      throw tronque(`la partie « ${entree.nom} » est incomplète`);
    }
  });
  return {
    octets,
    chemin,
    entrees: new Map(lues.map((e) => [e.nom, e])),
    commentaire: octets.subarray(fin + 20),
  };
}

/** Décompresse une partie ; `null` si elle n'existe pas. Vérifie taille et somme de contrôle. */
export function lirePartie(zip: Zip, nom: string): Buffer | null {
  const e = zip.entrees.get(nom);
  if (!e) return null;
  const { octets, chemin } = zip;
  const donnees =
    e.debut + 30 + octets.readUInt16LE(e.debut + 26) + octets.readUInt16LE(e.debut + 28);
  const comprimees = octets.subarray(donnees, donnees + e.tailleComprimee);
  if (e.methode === 0) return comprimees;
  if (e.methode !== 8) {
    throw refus('CLASSEUR_TRONQUE', { chemin, detail: `« ${nom} » est comprimée autrement` });
  }
  try {
    return decomprimer({ donnees: comprimees, crc: e.crc, taille: e.taille });
  } catch (erreur) {
    if ((erreur as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') {
      throw refus('CLASSEUR_TROP_GROS', { chemin, partie: nom });
    }
    throw refus('CLASSEUR_TRONQUE', { chemin, detail: `la partie « ${nom} » est abîmée` });
  }
}
