import { ajouterJours, type DateCivile } from '../../src/commun/date-civile';
import { appliquerTaux, centimes } from '../../src/commun/montant';
import type { ValeursDe } from '../../src/classeur/tables';
import { designer } from '../../src/devis/designation';
import type { Dossier, Version } from './dossier';
import type { Hasard } from './hasard';
import { ORGANISATIONS } from './noms-clients';
import type { Numeros } from './numeros';
import { GERANTE, VENDEURS } from './personnes';

const TVA = 0.2;
const VALIDITE_JOURS = 30;

function premierEnvoi(dossier: Dossier): DateCivile | null {
  return dossier.versions.find((v) => v.envoyeLe !== null)?.envoyeLe ?? null;
}

function ligne(
  dossier: Dossier,
  v: Version,
  numeros: Numeros,
  adresse: string,
  hasard: Hasard,
): ValeursDe<'devis'> {
  const numero = numeros.devis.get(dossier) ?? '';
  const part = hasard.entier(18, 36) / 100;
  return {
    numero,
    version: v.version,
    affaire: numeros.affaires.get(dossier) ?? null,
    client: ORGANISATIONS[dossier.client]?.nom ?? null,
    objet: dossier.prestation.objet,
    montantHt: v.montantHt,
    tauxTva: TVA,
    montantTtc: centimes(v.montantHt + appliquerTaux(v.montantHt, TVA)),
    marge: centimes(Math.round((v.montantHt * part) / 5_000) * 5_000),
    auteur: hasard.chance(0.15) ? hasard.choisir(VENDEURS) : dossier.responsable,
    responsable: dossier.responsable,
    statut: v.statut,
    creeLe: v.creeLe,
    soumisLe: v.soumisLe,
    validePar: v.valideLe ? GERANTE : null,
    valideLe: v.valideLe,
    envoyeLe: v.envoyeLe,
    envoyeA: v.envoyeLe ? adresse : null,
    premierEnvoi: v.envoyeLe ? premierEnvoi(dossier) : null,
    validite: v.envoyeLe && ajouterJours(v.envoyeLe, VALIDITE_JOURS),
    relancesFaites: v.envoyeLe ? v.relances.length : null,
    derniereRelance: v.relances[v.relances.length - 1] ?? null,
    prochaineRelance: v.prochaineRelance,
    pasDeRelanceAvant: v.pasDeRelanceAvant,
    decideLe: v.decideLe,
    motif: v.motif,
    concurrent: v.concurrent,
    document: v.envoyeLe
      ? `https://dossiers.valex.example/devis/${designer({ numero, version: v.version })}.pdf`
      : null,
  };
}

/** L'onglet Devis : une ligne par version, dans l'ordre où elles ont été créées. */
export function lignesDevis(
  dossiers: readonly Dossier[],
  numeros: Numeros,
  adresses: readonly string[],
  hasard: Hasard,
): ValeursDe<'devis'>[] {
  return dossiers
    .flatMap((d) => d.versions.map((v) => ligne(d, v, numeros, adresses[d.client] ?? '', hasard)))
    .sort((a, b) => ((a.creeLe ?? '') < (b.creeLe ?? '') ? -1 : 1));
}
