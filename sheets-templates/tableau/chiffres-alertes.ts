import type { CleTable } from '../../src/classeur/tables';
import { chiffre, type Chiffre } from './chiffre';

/** Plus grand que tout numéro de ligne. */
const AU_DELA = '10^7';

/** La première ligne où toutes les conditions, sur des colonnes de Devis, sont vraies. */
const premiere = (...conditions: string[]): string =>
  `${AU_DELA}-SUMPRODUCT(MAX(${conditions.map((c) => `(${c})*`).join('')}(${AU_DELA}-ROW({devis.phase^finDevis}))))`;

/** Ce qui demande une action, et l'onglet où la faire ; la première ligne touchée est au bout du lien. */
export interface NatureAlerte {
  readonly cle: string;
  readonly libelle: string;
  /** Dans la page, où la place manque. */
  readonly court: string;
  readonly table: CleTable;
  readonly nombre: string;
  /** Sa première ligne, quand il y en a. */
  readonly ligne: string;
}

export const NATURES_ALERTES: readonly NatureAlerte[] = [
  {
    cle: 'facturesEnRetard',
    libelle: 'Factures en retard',
    court: 'Factures en retard',
    table: 'factures',
    nombre: 'SUM({factures.retard})',
    ligne: 'MATCH(1,{factures.retard},0)',
  },
  {
    cle: 'expires',
    libelle: 'Devis expirés',
    court: 'Devis expirés',
    table: 'devis',
    nombre: 'COUNTIFS({devis.validite},">0",{devis.validite},"<"&<aujourdHui>)',
    ligne: premiere('{devis.validite^finDevis}>0', '{devis.validite^finDevis}<<aujourdHui>'),
  },
  {
    cle: 'sansGo',
    libelle: 'Devis sans Go',
    court: 'Devis sans Go',
    table: 'devis',
    nombre: 'COUNTIF({devis.ouvert},3)',
    ligne: 'MATCH(3,{devis.ouvert},0)',
  },
  {
    cle: 'signaturePassee',
    libelle: 'Signature prévue passée',
    court: 'Signature passée',
    table: 'devis',
    nombre: 'COUNTIFS({devis.signature},">0",{devis.signature},"<"&<aujourdHui>)',
    // Un texte vide est plus grand que tout nombre : il n'est pas avant aujourd'hui.
    ligne: premiere('{devis.signature^finDevis}>0', '{devis.signature^finDevis}<<aujourdHui>'),
  },
  {
    cle: 'sansSignature',
    libelle: 'Devis sans signature prévue',
    court: 'Sans date prévue',
    table: 'devis',
    nombre: 'COUNTIF({devis.signature},0)',
    ligne: 'MATCH(0,{devis.signature},0)',
  },
  {
    cle: 'sansNumero',
    libelle: 'Devis sans numéro',
    court: 'Devis sans numéro',
    table: 'devis',
    nombre: 'SUM({devis.sansNumero})',
    ligne: 'MATCH(1,{devis.sansNumero},0)',
  },
];

export const alertes = (): Chiffre[] =>
  NATURES_ALERTES.map(({ cle, libelle, nombre }) =>
    chiffre(`alertes_${cle}`, libelle, 'nombre', nombre),
  );
