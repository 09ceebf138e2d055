import { readFileSync } from 'node:fs';
import { COMPTEURS } from '../../sheets-templates/compteurs';
import type { ValeursDe } from '../../src/classeur/tables';
import { ajouterJours, ajouterMois, moisDe, type DateCivile } from '../../src/commun/date-civile';
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

type Lignes<K extends 'revueHebdo' | 'devis' | 'affaires' | 'factures' | 'historique'> =
  readonly Partial<ValeursDe<K>>[];

interface Contenu {
  readonly revueHebdo: Lignes<'revueHebdo'>;
  readonly devis: Lignes<'devis'>;
  readonly affaires: Lignes<'affaires'>;
  readonly factures: Lignes<'factures'>;
  readonly historique: Lignes<'historique'>;
  readonly anomalies: readonly unknown[];
}

/** Les lignes que chaque compte de l'Accueil compte, quand il compte des lignes. */
export function lignesComptees(t: Contenu, aujourdHui: DateCivile): Record<string, number[]> {
  const lignes = <T>(toutes: readonly T[], oui: (ligne: T) => boolean): number[] =>
    toutes.flatMap((ligne, i) => (oui(ligne) ? [i + 2] : []));
  const envoyes = (oui: (d: Partial<ValeursDe<'devis'>>) => boolean): number[] =>
    lignes(t.devis, (d) => d.statut === 'Envoyé' && oui(d));
  const dansSept = ajouterJours(aujourdHui, 7);
  return {
    aRelancer: envoyes((d) => auPlusTard(d.prochaineRelance, aujourdHui)),
    enValidation: lignes(t.devis, (d) => d.statut === 'En validation'),
    expirent: envoyes((d) => auPlusTard(d.validite, dansSept) && !avant(d.validite, aujourdHui)),
    expires: envoyes((d) => avant(d.validite, aujourdHui)),
    revue: lignes(
      t.revueHebdo,
      (r) => (r.decision ?? null) === null && (r.suggestion ?? null) !== null,
    ),
    sansGo: lignes(t.affaires, (a) => AMONT.has(a.etape ?? '') && SANS_GO.has(a.decision ?? null)),
    aRecontacter: lignes(t.affaires, (a) => auPlusTard(a.recontacterLe, aujourdHui)),
    facturesEnRetard: lignes(
      t.factures,
      (f) => avant(f.echeance, aujourdHui) && (f.payeLe ?? null) === null && f.type !== 'Avoir',
    ),
  };
}

/** Les mois finis que l'entreprise n'a pas clos, depuis le premier clos ; aucun clos : le dernier. */
function moisAClore({ historique, devis }: Contenu, aujourdHui: DateCivile): number {
  const mois = historique.flatMap((h) => h.mois ?? []).sort();
  const clos = new Set(
    historique
      .filter((h) => (h.responsable ?? null) === null && (h.rouvertLe ?? null) === null)
      .map((h) => h.mois),
  );
  const courant = moisDe(aujourdHui);
  const [premier] = mois;
  if (premier === undefined)
    return devis.some((d) => d.envoyeLe && moisDe(d.envoyeLe) < courant) ? 1 : 0;
  const finis = Array.from({ length: 12 }, (_, i) => ajouterMois(courant, -1 - i));
  return finis.filter((m) => m >= premier && !clos.has(m)).length;
}

/** Les comptes de l'Accueil, recalculés d'après les lignes du classeur. */
export function comptesAttendus(t: Contenu, aujourdHui: DateCivile): Record<string, number> {
  const lignes = Object.entries(lignesComptees(t, aujourdHui));
  return {
    ...Object.fromEntries(lignes.map(([cle, toutes]) => [cle, toutes.length])),
    moisAClore: moisAClore(t, aujourdHui),
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
