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
  const m = /^(.+?)-V(\d+)$/i.exec(texte.trim());
  return m?.[1] ? { numero: m[1], version: Number(m[2]) } : { numero: texte.trim(), version: null };
}

const PROVISOIRE = /^PROV-(\d+)$/i;

/** `PROV-7` est une référence provisoire : le numéro vient à la validation. */
export function estProvisoire(numero: string): boolean {
  return PROVISOIRE.test(numero);
}

/** Rang d'une référence provisoire (`PROV-7` → 7), `null` pour un vrai numéro. */
export function rangProvisoire(numero: string): number | null {
  const m = PROVISOIRE.exec(numero);
  return m ? Number(m[1]) : null;
}
