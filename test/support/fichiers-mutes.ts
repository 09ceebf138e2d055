import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as fc from 'fast-check';
import iconv from 'iconv-lite';
import { expect } from 'vitest';
import { lireSource } from '../../cli/fichiers/lire-source';
import { estValeurBrute } from '../../src/classeur/ecrire-cellule';
import type { TableEchangeable } from '../../src/classeur/tables';
import { planImport } from '../../src/import/plan';
import { texteDeCellule, type LigneSource } from '../../src/import/source';
import { messageDe } from '../../src/messages/probleme';
import { ClasseurEnMemoire } from './classeur-en-memoire';
import { contexte } from './valeurs';

/** Des fichiers ordinaires, puis abîmés ; et ce qu'un import n'a jamais le droit d'en faire. */

const BASES: Readonly<Record<'clients' | 'devis' | 'factures' | 'actions', string[][]>> = {
  clients: [
    ['Société', 'SIRET', 'E-mail', 'Tél', 'CP', 'Ville', 'Statut', 'Notes'],
    [
      'Étude Durand',
      '732 829 320 00074',
      'a@durand.fr',
      '0612345678',
      '1000',
      'Bourg',
      'Client',
      'été ; hiver',
    ],
    ['Mairie de Fès', '', 'b@fes.fr', '', '75001', 'Paris', 'Prospect', 'dit « oui »'],
    ['Œuvres & Cie SARL', '552100554', '', '+33 4 00 00 00 01', '33000', 'Bordeaux', 'Client', ''],
    ['Durand', '', 'c@d.fr', '612345679', '69003', 'Lyon', 'bof', 'ligne 1\nligne 2'],
  ],
  devis: [
    ['N° devis', 'Client', 'Objet', 'Montant HT', 'TVA', 'Date d’envoi', 'Validité', 'État'],
    [
      'D-001',
      'Étude Durand',
      'Étude de sol',
      '1 234,50 €',
      '20 %',
      '13/02/2026',
      '15/03/2026',
      'Envoyé',
    ],
    ['D-002', 'Mairie de Fès', 'Plans', '(120,00)', '20 %', '02/03/2026', '', 'Signé'],
    ['D-003', 'Œuvres & Cie', 'Suivi', '12 000', '5,5 %', '3 mars 2026', '3 avril 2026', 'Refusé'],
    ['Total', '', '', '13 114,50', '', '', '', ''],
  ],
  factures: [
    ['N° facture', 'Client', 'Montant HT', 'Date', 'Échéance', 'Payé'],
    ['F-1', 'Étude Durand', '1234.50', '2026-02-13', '2026-03-15', '0'],
    ['F-2', 'Mairie de Fès', '-50.25', '2026-02-14', '2026-03-16', '-50.25'],
    ['F-3', 'Œuvres & Cie', '10', '2026-02-15', '', ''],
  ],
  actions: [
    ['Date', 'Type', 'Client', 'Durée', 'Compte rendu', 'Fait'],
    ['13/02/2026', 'Appel', 'Étude Durand', '0,5', 'Rappeler en été', 'Oui'],
    ['14/02/2026', 'RDV', 'Mairie de Fès', '1,5', 'À suivre', 'non'],
    ['Source : agenda', '', '', '', '', ''],
  ],
};

type TableMutee = keyof typeof BASES;

/** Une faute, tirée au hasard : sa nature, et où elle tombe (de 0 à 1). */
const FAUTE = fc.record({
  nature: fc.constantFrom(
    'octet',
    'octet',
    'tronquer-cellule',
    'echanger-colonnes',
    'encodage-ligne',
    'couper-fichier',
    'oter-octet',
    'repeter-ligne',
    'guillemet',
    'separateur',
  ),
  a: fc.double({ min: 0, max: 0.999_999, noNaN: true }),
  b: fc.double({ min: 0, max: 0.999_999, noNaN: true }),
  octet: fc.nat(255),
});

type Faute = typeof FAUTE extends fc.Arbitrary<infer F> ? F : never;

export const FICHIER_MUTE = fc.record({
  table: fc.constantFrom<TableMutee>('clients', 'devis', 'factures', 'actions'),
  encodage: fc.constantFrom('utf-8', 'utf-8', 'windows-1252', 'utf-16le', 'macintosh'),
  separateur: fc.constantFrom(';', ',', '\t', '|'),
  fin: fc.constantFrom('\r\n', '\n', '\r'),
  bom: fc.boolean(),
  fautes: fc.array(FAUTE, { maxLength: 6 }),
  connus: fc.boolean(),
});

type FichierMute = typeof FICHIER_MUTE extends fc.Arbitrary<infer F> ? F : never;

const rang = (part: number, longueur: number): number => Math.floor(part * longueur);

function muterCellules(lignes: string[][], { nature, a, b }: Faute): string[][] {
  const ligne = lignes[rang(a, lignes.length)] ?? [];
  if (nature === 'tronquer-cellule') {
    const c = rang(b, ligne.length);
    ligne[c] = (ligne[c] ?? '').slice(0, rang(a, (ligne[c] ?? '').length + 1));
  } else if (nature === 'echanger-colonnes') {
    const [i, j] = [rang(a, ligne.length), rang(b, ligne.length)];
    for (const l of lignes) [l[i], l[j]] = [l[j] ?? '', l[i] ?? ''];
  } else if (nature === 'repeter-ligne') {
    lignes.splice(rang(b, lignes.length), 0, [...ligne]);
  } else if (nature === 'guillemet') {
    ligne[rang(b, ligne.length)] += '"';
  }
  return lignes;
}

function muterOctets(octets: Buffer, { nature, a, octet }: Faute): Buffer {
  const i = rang(a, octets.length);
  if (nature === 'octet') octets[i] = octet;
  if (nature === 'couper-fichier') return octets.subarray(0, i);
  if (nature === 'oter-octet')
    return Buffer.concat([octets.subarray(0, i), octets.subarray(i + 1)]);
  if (nature === 'separateur') octets[i] = 0x3b;
  return octets;
}

function octetsMutes({ table, encodage, separateur, fin, bom, fautes }: FichierMute): Buffer {
  const lignes = fautes.reduce(muterCellules, structuredClone(BASES[table]));
  const citer = (c: string): string =>
    /["\r\n]/.test(c) || c.includes(separateur) ? `"${c.replace(/"/g, '""')}"` : c;
  const ecrites = lignes.map((l) => l.map(citer).join(separateur) + fin);
  const autre = fautes.find((f) => f.nature === 'encodage-ligne');
  const autreLigne = autre ? rang(autre.a, ecrites.length) : -1;
  const morceaux = ecrites.map((l, i) =>
    iconv.encode(l, i === autreLigne ? 'windows-1252' : encodage, {
      addBOM: bom && i === 0 && encodage.startsWith('utf'),
    }),
  );
  return fautes.reduce(muterOctets, Buffer.concat(morceaux));
}

/** Importe un fichier abîmé, et vérifie la loi ; rend ce qu'il en est advenu. */
export async function verifierFichierMute(
  mute: FichierMute,
  dossier: string,
): Promise<'illisible' | 'refuse' | 'importe'> {
  const chemin = join(dossier, 'mute.csv');
  await writeFile(chemin, octetsMutes(mute));
  const { source, problemes } = await lireSource(chemin);
  if (!source) {
    expect(problemes.map(messageDe).join('')).not.toBe('');
    return 'illisible';
  }
  const lignes = [...source.lignes];
  const classeur = new ClasseurEnMemoire(mute.connus ? CONNUS : {});
  const p = planImport(classeur.snapshot(), mute.table, source, null, contexte('2026-03-02'));
  const r = p.resultat;
  expect(r.lues).toBe(r.creees + r.modifiees + r.inchangees + r.rejetees);
  if (p.problemes.length > 0) {
    expect(p.changements).toEqual([]);
    expect(p.problemes.map(messageDe).join('')).not.toBe('');
    return 'refuse';
  }
  expect(r.lues + r.ignorees.length + 1).toBe(lignes.length);
  expect(new Set(r.rejets.map((x) => x.ligne)).size).toBe(r.rejetees);
  expect(r.rejets.every((x) => x.message !== '')).toBe(true);
  rienDInvente(mute.table, p.changements, lignes, r.valeurs);
  return 'importe';
}

const CONNUS = {
  clients: [{ organisation: 'Étude Durand', siret: '732829320', statut: 'Client' }],
  devis: [{ numero: 'D-001', version: 1, client: 'Étude Durand', statut: 'Envoyé' }],
} as const;

/** Valeurs que l'import écrit de lui-même (décision 005), ou que le classeur avait. */
const PERMIS = new Set(['Client', 'Prospect', 'Étude Durand', 'import n° 1', 'Oui', 'Non']);
const MOIS = 'jan fev mar avr mai jui jui aou sep oct nov dec'.split(' ');

function rienDInvente(
  table: TableEchangeable,
  changements: ReturnType<typeof planImport>['changements'],
  lignes: readonly LigneSource[],
  traductions: Readonly<Record<string, Readonly<Record<string, string>>>>,
): void {
  const textes = lignes.flatMap((l) => l.cellules.map(texteDeCellule));
  const bas = textes.map((t) => t.toLowerCase().trim());
  const chiffres = new Set(textes.map((t) => t.replace(/\D/g, '').replace(/^0+/, '')));
  const traduits = new Set(Object.values(traductions).flatMap((t) => Object.values(t)));
  for (const c of changements) {
    if (c.table !== table && c.table !== 'clients') continue;
    if (c.type === 'remplacer' || c.type === 'supprimer')
      throw new Error('Un import ne refait ni ne vide rien');
    const valeurs: Record<string, unknown> = { ...(c.type === 'ajouter' ? c.valeurs : c.apres) };
    delete valeurs['montantTtc']; // HT et TVA de la même ligne
    for (const [cle, valeur] of Object.entries(valeurs)) {
      const vu = estConnu(valeur, bas, chiffres) || traduits.has(String(valeur));
      expect(vu ? '' : `${cle} : ${String(valeur)} n’est pas dans le fichier`).toBe('');
    }
  }
}

function estConnu(
  valeur: unknown,
  textes: readonly string[],
  chiffres: ReadonlySet<string>,
): boolean {
  if (valeur === null || typeof valeur === 'boolean') return true;
  if (estValeurBrute(valeur)) return estConnu(valeur.brut.replace(/ \?$/, ''), textes, chiffres);
  if (typeof valeur === 'number') {
    const n = String(Math.abs(valeur)).replace(/\D/g, '').replace(/^0+/, '');
    const formes = [n, n.replace(/0{1,2}$/, ''), n.replace(/0$/, ''), `${n}0`, `${n}00`];
    return valeur === 1 || formes.some((f) => chiffres.has(f) || f === '');
  }
  const texte = String(valeur);
  if (PERMIS.has(texte)) return true;
  if (/^\d{4}-\d\d-\d\d$/.test(texte)) return textes.some((t) => contientDate(t, texte));
  const cherche = texte.toLowerCase().trim();
  if (textes.some((t) => t === cherche || t.includes(cherche))) return true;
  return /^0\d+$/.test(texte) && chiffres.has(texte.replace(/^0+/, ''));
}

function contientDate(texte: string, date: string): boolean {
  const nombres = new Set((texte.match(/\d+/g) ?? []).map(Number));
  const [annee = 0, mois = 0, jour = 0] = date.split('-').map(Number);
  const sansAccents = texte.normalize('NFD').replace(/[\u0300-\u036f]/g, '');
  const serre = texte.includes(date.replace(/-/g, ''));
  return (
    serre ||
    ((nombres.has(annee) || nombres.has(annee % 100)) &&
      nombres.has(jour) &&
      (nombres.has(mois) || sansAccents.includes(MOIS[mois - 1] ?? '?')))
  );
}
