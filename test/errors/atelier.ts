import { writeFileSync, closeSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { creerClasseur } from '../../cli/workbooks/xlsx/creer-classeur';
import { ZipEnFlux } from '../../cli/workbooks/xlsx/zip-flux';
import { ajouter, type Changement } from '../../src/classeur/changements';
import { euros, jour } from '../support/valeurs';
import { python } from '../xlsx/outils';

/** De quoi provoquer chaque erreur, dans un dossier à soi. */

const GO = { decision: 'Go', delai: true, competence: true, decideLe: jour('2026-02-02') } as const;

/** Un petit classeur juste : un client, une affaire, un devis envoyé et un brouillon soumis. */
export const CONTENU: readonly Changement[] = [
  ajouter('clients', {
    organisation: 'Mairie de Lunel',
    statut: 'Prospect',
    email: 'mairie@lunel.example',
  }),
  ajouter('affaires', {
    numero: 'AFF-2026-0001',
    client: 'Mairie de Lunel',
    objet: 'Audit énergétique',
    etape: 'Devis en cours',
    ...GO,
  }),
  ajouter('affaires', {
    numero: 'AFF-2026-0002',
    client: 'Mairie de Lunel',
    objet: 'Étude de sol',
    etape: 'Détectée',
  }),
  ajouter('registre', { numero: 'AFF-2026-0001', serie: 'AFF-2026-', compteur: 1 }),
  ajouter('registre', { numero: 'AFF-2026-0002', serie: 'AFF-2026-', compteur: 2 }),
  ajouter('registre', {
    numero: 'DEV-2026-0001',
    serie: 'DEV-2026-',
    compteur: 1,
    pour: 'PROV-1 · Mairie de Lunel · Audit énergétique',
  }),
  ajouter('devis', {
    numero: 'DEV-2026-0001',
    version: 1,
    affaire: 'AFF-2026-0001',
    client: 'Mairie de Lunel',
    objet: 'Audit énergétique',
    montantHt: euros(12500),
    tauxTva: 0.2,
    montantTtc: euros(15000),
    auteur: 'paul@exemple.fr',
    responsable: 'paul@exemple.fr',
    statut: 'Envoyé',
    creeLe: jour('2026-02-02'),
    valideLe: jour('2026-02-03'),
    validePar: 'gerant@exemple.fr',
    envoyeLe: jour('2026-02-20'),
    envoyeA: 'mairie@lunel.example',
    premierEnvoi: jour('2026-02-20'),
    validite: jour('2026-03-22'),
  }),
  ajouter('devis', {
    numero: 'PROV-2',
    version: 1,
    affaire: 'AFF-2026-0002',
    client: 'Mairie de Lunel',
    objet: 'Étude de sol',
    montantHt: euros(4200),
    tauxTva: 0.2,
    auteur: 'paul@exemple.fr',
    statut: 'En validation',
    creeLe: jour('2026-02-27'),
  }),
];

export const fichier = (dossier: string): string => join(dossier, 'suivi.xlsx');

export function classeurJuste(dossier: string): Promise<void> {
  return creerClasseur(fichier(dossier), CONTENU);
}

/** Taper une valeur sous un en-tête (ligne 1 : l'en-tête lui-même), ou supprimer un onglet. */
export type Geste =
  | readonly ['taper', onglet: string, entete: string, ligne: number, valeur: string]
  | readonly ['supprimer', onglet: string];

/** Le même, abîmé comme une personne le ferait dans son tableur. */
export const classeurAbime =
  (...gestes: readonly Geste[]) =>
  async (dossier: string): Promise<void> => {
    await classeurJuste(dossier);
    python('../errors/abimer.py', fichier(dossier), JSON.stringify(gestes));
  };

export function texteBrut(dossier: string, nom: string, contenu: string | Buffer): void {
  writeFileSync(join(dossier, nom), contenu);
}

/** Un classeur chiffré par Excel : un conteneur OLE qui nomme son contenu chiffré. */
export function classeurChiffre(dossier: string): void {
  const entete = Buffer.alloc(512);
  Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(entete);
  writeFileSync(
    fichier(dossier),
    Buffer.concat([entete, Buffer.from('EncryptedPackage', 'utf16le')]),
  );
}

/** Deux gibioctets d'espaces, dans un fichier de quelques mégaoctets. */
export async function bombe(dossier: string): Promise<void> {
  const fd = openSync(fichier(dossier), 'w');
  try {
    const zip = new ZipEnFlux((octets) => {
      for (let p = 0; p < octets.length;) p += writeSync(fd, octets, p);
    });
    await zip.ajouter('[Content_Types].xml', ['<Types/>']);
    await zip.ajouter('xl/workbook.xml', espaces(2 ** 31));
    zip.finir();
  } finally {
    closeSync(fd);
  }
}

function* espaces(octets: number): Generator<string> {
  const bloc = ' '.repeat(1 << 24);
  for (let reste = octets; reste > 0; reste -= bloc.length) yield bloc;
}
