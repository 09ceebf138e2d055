import { readFileSync } from 'node:fs';
import { COMPTEURS } from '../../sheets-templates/compteurs';
import type { ValeursDe } from '../../src/classeur/tables';
import type { DateCivile } from '../../src/commun/date-civile';
import { convertir } from '../support/libreoffice';

/** `TODAY()` est le jour de la machine. */
export const jourDeLaMachine = (): DateCivile =>
  new Date(Date.now() - new Date().getTimezoneOffset() * 60_000)
    .toISOString()
    .slice(0, 10) as DateCivile;

const avant = (jour: DateCivile | null | undefined, limite: DateCivile): boolean =>
  jour !== null && jour !== undefined && jour < limite;
const auPlusTard = (jour: DateCivile | null | undefined, limite: DateCivile): boolean =>
  avant(jour, limite) || jour === limite;
const SANS_GO = new Set([null, 'À compléter', 'À revoir']);
const AMONT = new Set(['Détectée', 'Qualifiée', 'Devis en cours']);

type Lignes<K extends 'revueHebdo' | 'devis' | 'affaires' | 'factures'> = readonly Partial<
  ValeursDe<K>
>[];

/** Les comptes de l'Accueil, recalculés d'après les lignes du classeur. */
export function comptesAttendus(
  t: {
    readonly revueHebdo: Lignes<'revueHebdo'>;
    readonly devis: Lignes<'devis'>;
    readonly affaires: Lignes<'affaires'>;
    readonly factures: Lignes<'factures'>;
    readonly anomalies: readonly unknown[];
  },
  aujourdHui: DateCivile,
): Record<string, number> {
  const envoyes = t.devis.filter((d) => d.statut === 'Envoyé');
  const combien = <T>(lignes: readonly T[], oui: (ligne: T) => boolean): number =>
    lignes.filter(oui).length;
  return {
    revue: combien(
      t.revueHebdo,
      (r) => (r.decision ?? null) === null && (r.suggestion ?? null) !== null,
    ),
    aRelancer: combien(envoyes, (d) => auPlusTard(d.prochaineRelance, aujourdHui)),
    expires: combien(envoyes, (d) => avant(d.validite, aujourdHui)),
    enValidation: combien(t.devis, (d) => d.statut === 'En validation'),
    sansGo: combien(t.affaires, (a) => AMONT.has(a.etape ?? '') && SANS_GO.has(a.decision ?? null)),
    aRecontacter: combien(t.affaires, (a) => auPlusTard(a.recontacterLe, aujourdHui)),
    facturesEnRetard: combien(
      t.factures,
      (f) => avant(f.echeance, aujourdHui) && (f.payeLe ?? null) === null && f.type !== 'Avoir',
    ),
    anomalies: t.anomalies.length,
  };
}

/** L'Accueil tel que LibreOffice le recalcule : ses lignes (CSV) et ses comptes. */
export function lireAccueil(
  classeur: string,
  dossier: string,
): { lignes: string[]; comptes: Record<string, number> } {
  const csv = convertir(classeur, 'csv:Text - txt - csv (StarCalc):44,34,76', dossier);
  const lignes = readFileSync(csv, 'utf8').split('\n');
  const compte = (libelle: string): number =>
    Number(lignes.find((l) => l.includes(`,${libelle},`))?.split(',')[1]);
  return {
    lignes,
    comptes: Object.fromEntries(COMPTEURS.map((c) => [c.cle, compte(c.libelle)])),
  };
}
