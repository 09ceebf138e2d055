import type { PartieComprimee } from './compression';
import type { Zip } from './zip-lire';

/** Nouveau contenu d'une partie ; `null` la retire, une partie inconnue vient à la fin. */
type PartiesChangees = ReadonlyMap<string, PartieComprimee | null>;

const TAILLE_LOCALE = 30;
const TAILLE_CENTRALE = 46;
/** Deux et zéro : la version de zip qui sait comprimer. */
const VERSION = 20;
/** Le 1er janvier 1980, la date d'un zip qui n'en a pas. */
const PREMIER_JOUR = 0x21;

/**
 * Récrit un zip où seules quelques parties changent. Les autres gardent leur enregistrement
 * (en-tête, octets comprimés) à l'identique, et toutes leur ordre. Rend les morceaux à écrire.
 */
export function reecrireZip(
  zip: Pick<Zip, 'octets' | 'entrees' | 'commentaire'>,
  changees: PartiesChangees,
): Uint8Array[] {
  const morceaux: Uint8Array[] = [];
  const centrales: Buffer[] = [];
  let place = 0;
  const poser = (octets: Uint8Array): void => {
    morceaux.push(octets);
    place += octets.length;
  };
  const poserPartie = (centrale: Buffer, nom: Buffer, contenu: PartieComprimee): void => {
    const { morceaux: donnees, crc, taille } = contenu;
    centrale.writeUInt16LE(8, 10);
    centrale.writeUInt32LE(crc, 16);
    const comprimee = donnees.reduce((somme, m) => somme + m.length, 0);
    centrale.writeUInt32LE(comprimee, 20);
    centrale.writeUInt32LE(taille, 24);
    const locale = Buffer.alloc(TAILLE_LOCALE);
    locale.writeUInt32LE(0x04034b50, 0);
    // De « version nécessaire » à la taille, les deux en-têtes ont les mêmes champs.
    centrale.copy(locale, 4, 6, 28);
    locale.writeUInt16LE(nom.length, 26);
    poser(locale);
    poser(nom);
    for (const morceau of donnees) poser(morceau);
  };
  for (const entree of zip.entrees.values()) {
    const nouveau = changees.get(entree.nom);
    if (nouveau === null) continue;
    const centrale = Buffer.from(entree.centrale);
    centrale.writeUInt32LE(place, 42);
    centrales.push(centrale);
    if (nouveau === undefined) {
      poser(zip.octets.subarray(entree.debut, entree.fin));
      continue;
    }
    // Tailles dans l'en-tête, pas après les données : le bit 3 tombe ; les noms restent comme ils sont.
    centrale.writeUInt16LE(entree.centrale.readUInt16LE(8) & ~8, 8);
    poserPartie(centrale, Buffer.from(entree.nom, 'utf8'), nouveau);
  }
  for (const [nom, contenu] of changees) {
    if (contenu === null || zip.entrees.has(nom)) continue;
    const octets = Buffer.from(nom, 'utf8');
    const centrale = Buffer.concat([Buffer.alloc(TAILLE_CENTRALE), octets]);
    centrale.writeUInt32LE(0x02014b50, 0);
    centrale.writeUInt16LE(VERSION, 4);
    centrale.writeUInt16LE(VERSION, 6);
    centrale.writeUInt16LE(PREMIER_JOUR, 14);
    centrale.writeUInt16LE(octets.length, 28);
    centrale.writeUInt32LE(place, 42);
    centrales.push(centrale);
    poserPartie(centrale, octets, contenu);
  }
  const fin = Buffer.alloc(20);
  fin.writeUInt32LE(0x06054b50, 0);
  fin.writeUInt16LE(centrales.length, 8);
  fin.writeUInt16LE(centrales.length, 10);
  fin.writeUInt32LE(place, 16);
  let tailleCentrale = 0;
  for (const c of centrales) tailleCentrale += c.length;
  fin.writeUInt32LE(tailleCentrale, 12);
  return [...morceaux, ...centrales, fin, zip.commentaire];
}

/** Un zip neuf, dans l'ordre de ses parties ; mêmes octets pour les mêmes parties. */
export const ecrireZip = (parties: ReadonlyMap<string, PartieComprimee>): Uint8Array[] =>
  reecrireZip(
    { octets: Buffer.alloc(0), entrees: new Map(), commentaire: Buffer.alloc(2) },
    parties,
  );
