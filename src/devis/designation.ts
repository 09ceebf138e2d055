import type { Devis } from '../classeur/tables/devis';

/** Un devis dont on connaît le N° : on ne peut en désigner un autrement. */
export type DevisNomme = Devis & { readonly numero: string };

/** Un devis se nomme par son numéro, suivi de `-V2`, `-V3`… à partir de la deuxième version. */
export function designer(devis: Pick<Devis, 'numero' | 'version'>): string {
  const version = devis.version ?? 1;
  return version > 1 ? `${devis.numero ?? ''}-V${version}` : (devis.numero ?? '');
}

/** `DEV-2026-0042-V2` → numéro et version ; sans suffixe, la version est `null` (la dernière). */
export function parseDesignation(texte: string): { numero: string; version: number | null } {
  const nom = texte.trim();
  const m = finitParVersion(nom) ? /^(.+?)-V(\d+)$/i.exec(nom) : null;
  return m?.[1] ? { numero: m[1], version: Number(m[2]) } : { numero: nom, version: null };
}

/** `-V` et des chiffres au bout ; à la main, car chaque ligne d'un import passe ici. */
export function finitParVersion(nom: string): boolean {
  let i = nom.length - 1;
  while (i > 0 && nom.charCodeAt(i) >= 48 && nom.charCodeAt(i) <= 57) i--;
  return i < nom.length - 1 && (nom.charCodeAt(i) | 32) === 118;
}

const PROVISOIRE = /^PROV-(\d+)$/i;

/** `PROV-7` est une référence provisoire : le numéro vient à la validation. */
export function estProvisoire(numero: string): boolean {
  return (numero.charCodeAt(0) | 32) === 112 && PROVISOIRE.test(numero); // 112 : « p », presque jamais
}

/** Rang d'une référence provisoire (`PROV-7` → 7), `null` pour un vrai numéro. */
export function rangProvisoire(numero: string): number | null {
  const m = PROVISOIRE.exec(numero);
  return m ? Number(m[1]) : null;
}
