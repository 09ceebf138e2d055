import { joursEntre, type DateCivile } from '../../src/commun/date-civile';
import type { ValeursDe } from '../../src/classeur/tables';
import { FORMES_COMMANDE, PLANS_PREVENTION, type Etape } from '../../src/classeur/tables/affaires';
import { ajouterOuvres } from './calendrier';
import { versionPorteuse, type Dossier } from './dossier';
import type { FactureBrute } from './facturation';
import type { Hasard } from './hasard';
import { ORGANISATIONS } from './noms-clients';
import type { Numeros } from './numeros';
import { GERANTE } from './personnes';

const ECARTS = [
  'Délai de règlement à 60 jours au lieu de 30 : avenant demandé.',
  'Pénalités de retard ajoutées par le client : à négocier.',
];

/** Où en est l'affaire, d'après son devis puis ses factures. */
function etapeDe(
  dossier: Dossier,
  factures: readonly FactureBrute[],
  aujourdHui: DateCivile,
): Etape {
  if (dossier.etape) return dossier.etape;
  const porteuse = versionPorteuse(dossier);
  if (porteuse?.statut === 'Refusé' || porteuse?.statut === 'Sans suite') return 'Perdue';
  if (porteuse?.statut !== 'Signé') return 'Devis en cours';
  if (porteuse.decideLe && joursEntre(porteuse.decideLe, aujourdHui) < 7)
    return 'Commande à vérifier';
  const solde = factures.find((f) => f.type === 'Solde');
  if (!solde) return 'En réalisation';
  if (solde.emiseLe === null) return 'Livrée';
  const dues = factures.filter((f) => f.type !== 'Avoir');
  return dues.every((f) => f.payeLe !== null) ? 'Close' : 'Facturée';
}

/** Go/NoGo : un critère manque aux « À compléter », aux NoGo et aux Go sous conditions. */
function criteres(dossier: Dossier, hasard: Hasard) {
  const { decision } = dossier;
  const muets = decision === null || decision === 'À compléter';
  const oui = muets ? null : true;
  const faible = decision === 'NoGo' || decision === 'Go sous conditions';
  const manque = faible ? hasard.entier(0, 2) : -1;
  const reponse = (rang: number): boolean | null => (manque === rang ? false : oui);
  return {
    delai: muets ? (decision === 'À compléter' ? true : null) : reponse(0),
    competence: reponse(1),
    ressources: reponse(2),
    donnees: oui,
    moyens: oui,
    qualite: oui,
  };
}

function commande(dossier: Dossier, etape: Etape, hasard: Hasard) {
  const porteuse = versionPorteuse(dossier);
  const decideLe = porteuse?.statut === 'Signé' ? porteuse.decideLe : null;
  const vide = {
    formeCommande: null,
    commandeLe: null,
    commandeConforme: null,
    ecarts: null,
    planPrevention: null,
  };
  if (!decideLe) return vide;
  const conforme = etape === 'Commande à vérifier' ? null : !hasard.chance(0.08);
  return {
    formeCommande: hasard.choisir(FORMES_COMMANDE),
    commandeLe: decideLe,
    commandeConforme: conforme,
    ecarts: conforme === false ? hasard.choisir(ECARTS) : null,
    planPrevention: hasard.choisir(PLANS_PREVENTION),
  };
}

/** Une affaire perdue sur deux « reportée » porte une date de rappel, passée pour quelques-unes. */
function recontact(dossier: Dossier, aujourdHui: DateCivile): DateCivile | null {
  const porteuse = versionPorteuse(dossier);
  if (dossier.recontacterLe || porteuse?.motif !== 'Projet reporté' || !porteuse.decideLe)
    return dossier.recontacterLe;
  const age = joursEntre(porteuse.decideLe, aujourdHui);
  if (age > 200) return null;
  return ajouterOuvres(aujourdHui, age > 120 ? -2 : 45);
}

function ligne(
  d: Dossier,
  numero: string,
  etape: Etape,
  hasard: Hasard,
  aujourdHui: DateCivile,
): ValeursDe<'affaires'> {
  const decidee = d.decision !== null && d.decision !== 'À compléter';
  return {
    numero,
    client: ORGANISATIONS[d.client]?.nom ?? null,
    objet: d.prestation.objet,
    besoin: d.prestation.besoin,
    origine: d.origine,
    cahierDesCharges:
      d.origine === 'Appel d’offres'
        ? `https://dossiers.valex.example/${numero}/cahier-des-charges.pdf`
        : null,
    responsable: d.responsable,
    chefDeProjet: etape === 'Détectée' || etape === 'Qualifiée' ? null : d.responsable,
    etape,
    montantEstime: d.montantEstime,
    probabilite: etape === 'Devis en cours' && hasard.chance(0.15) ? 0.7 : null,
    signaturePrevue: d.signaturePrevue,
    ...criteres(d, hasard),
    decision: d.decision,
    decidePar: decidee ? GERANTE : null,
    decideLe: d.decideLe,
    conditions: d.conditions,
    recontacterLe: recontact(d, aujourdHui),
    ...commande(d, etape, hasard),
    dossier: `https://dossiers.valex.example/${numero}`,
  };
}

/** L'onglet Affaires, dans l'ordre de détection. */
export function lignesAffaires(
  dossiers: readonly Dossier[],
  numeros: Numeros,
  factures: readonly FactureBrute[],
  hasard: Hasard,
  aujourdHui: DateCivile,
): ValeursDe<'affaires'>[] {
  return dossiers
    .filter((d) => d.doublonDe === null)
    .map((d) => {
      const siennes = factures.filter((f) => f.dossier === d);
      const numero = numeros.affaires.get(d) ?? '';
      return ligne(d, numero, etapeDe(d, siennes, aujourdHui), hasard, aujourdHui);
    })
    .sort((a, b) => ((a.numero ?? '') < (b.numero ?? '') ? -1 : 1));
}
