import { goEnVigueur } from '../affaires/go-valide';
import { illisible } from '../classeur/illisible';
import { FORMES_COMMANDE } from '../classeur/tables/affaires';
import { MOTIFS } from '../classeur/tables/devis';
import { trouverClient } from '../clients/trouver-client';
import { estAdresseEmail } from '../commun/adresse-email';
import { choisir } from '../commun/choisir';
import { memePersonne } from '../equipe/membre';
import { probleme, type Probleme } from '../messages/probleme';
import { versionPrecedente, type Cas } from './cas';
import { designer } from './designation';

/** Un garde rend ce qui s'oppose au geste ; vide, il le laisse passer. Les règles : PRODUCT, « Devis ». */
export type Garde = (cas: Cas) => Probleme[];

/** Client, objet et auteur sont écrits, et le montant HT est positif. */
export const devisComplet: Garde = ({ snapshot, devis }) => {
  const numero = designer(devis);
  const problemes = illisible(snapshot, 'devis', devis.ligne, 'montantHt', 'tauxTva');
  for (const [colonne, nom] of [
    ['client', 'Client'],
    ['objet', 'Objet'],
    ['auteur', 'Auteur'],
  ] as const) {
    if (!devis[colonne]) problemes.push(probleme('DEVIS_INCOMPLET', { numero, colonne: nom }));
  }
  const lisible = !snapshot.estIllisible('devis', devis.ligne, 'montantHt');
  if (lisible && (devis.montantHt ?? 0) <= 0) {
    problemes.push(probleme('MONTANT_NUL', { numero, montant: devis.montantHt }));
  }
  return problemes;
};

/** L'affaire du devis porte un Go en vigueur, et ce Go a vu ce montant (S2-3). */
export const goDeLAffaire: Garde = (cas) => {
  const { snapshot, devis, affaire } = cas;
  const numero = designer(devis);
  if (!affaire) return [probleme('DEVIS_SANS_AFFAIRE', { numero, affaire: devis.affaire })];
  const problemes = goEnVigueur(snapshot, affaire);
  if (problemes.length > 0) return problemes;
  const goAnterieur =
    affaire.decideLe !== null && devis.creeLe !== null && affaire.decideLe < devis.creeLe;
  const hausse = hausseDe(cas, devis.montantHt);
  if (goAnterieur && hausse !== null) {
    return [probleme('GO_AVANT_HAUSSE', { affaire: affaire.numero, numero, hausse })];
  }
  return [];
};

/** Hausse d'un montant sur la version précédente, si elle dépasse le réglage ; `null` sinon. */
function hausseDe(cas: Cas, montantHt: number | null): number | null {
  return auDelaDuReglage(cas, versionPrecedente(cas)?.montantHt ?? null, montantHt);
}

export function auDelaDuReglage(
  cas: Cas,
  avant: number | null,
  apres: number | null,
): number | null {
  if (avant === null || apres === null || avant <= 0) return null;
  const hausse = (apres - avant) / avant;
  const { hausseARevoir } = cas.snapshot.parametres;
  return hausse > hausseARevoir + 1e-9 ? hausse : null;
}

/** Le validateur n'est pas l'auteur, sauf entreprise d'une seule personne ou Équipe vide (S0-16). */
export const validateurAutreQueLAuteur: Garde = ({ snapshot, contexte, devis }) => {
  if (snapshot.tables.equipe.length === 0 || snapshot.parametres.entrepriseUnipersonnelle)
    return [];
  if (!memePersonne(snapshot, devis.auteur, contexte.utilisateur)) return [];
  return [
    probleme('VALIDATEUR_AUTEUR', { numero: designer(devis), utilisateur: contexte.utilisateur }),
  ];
};

/** Un destinataire : celui de la commande, sinon celui déjà écrit sur le devis. */
export const destinataireValable: Garde = ({ devis, options }) => {
  const numero = designer(devis);
  const adresse = options.a ?? devis.envoyeA;
  if (!adresse) return [probleme('DESTINATAIRE_MANQUANT', { numero })];
  return estAdresseEmail(adresse.trim()) ? [] : [probleme('ADRESSE_INVALIDE', { adresse })];
};

/** Aucune autre version n'est déjà signée : ce devis-là est conclu. */
export const aucuneAutreSignee: Garde = ({ devis, versions }) => {
  const autre = versions.find((v) => v !== devis && v.statut === 'Signé');
  if (!autre) return [];
  return [probleme('AUTRE_VERSION_SIGNEE', { numero: designer(devis), signee: designer(autre) })];
};

/** Aucune autre version n'est envoyée : une seule est entre les mains du client. */
export const aucuneAutreEnvoyee: Garde = ({ devis, versions }) => {
  const autre = versions.find((v) => v !== devis && v.statut === 'Envoyé');
  if (!autre) return [];
  return [probleme('AUTRE_VERSION_ENVOYEE', { numero: designer(devis), envoyee: designer(autre) })];
};

/** Rien n'est déjà en préparation, ni plus récent que la version révisée. */
export const aucunePlusRecente: Garde = ({ devis, versions }) => {
  const autre = versions.find(
    (v) => v.statut !== 'Annulé' && (v.version ?? 1) > (devis.version ?? 1),
  );
  if (!autre) return [];
  const args = { numero: designer(devis), autre: designer(autre), statut: autre.statut };
  return [probleme('VERSION_DEJA_EN_COURS', args)];
};

/** La forme de la commande est de la liste (S0-21). */
export const formeDeLaListe: Garde = ({ options }) => {
  const { forme } = options;
  if (forme && choisir(FORMES_COMMANDE, forme)) return [];
  return [probleme('FORME_INVALIDE', { forme: forme || null, formes: FORMES_COMMANDE })];
};

/** Le motif d'un refus ou d'un classement est de la liste. */
export const motifDeLaListe: Garde = ({ options }) => {
  const { motif } = options;
  if (motif && choisir(MOTIFS, motif)) return [];
  return [probleme('MOTIF_INVALIDE', { motif: motif || null, motifs: MOTIFS })];
};

/** Un motif libre, pour qui relira. */
export const motifEcrit: Garde = ({ devis, options }) =>
  options.motif?.trim() ? [] : [probleme('MOTIF_MANQUANT', { numero: designer(devis) })];

/** Après la validation, un numéro a servi : l'annuler se motive. Avant, non. */
export const motifSiNumerote: Garde = (cas) =>
  cas.devis.statut === 'Validé' || cas.devis.statut === 'Envoyé' ? motifEcrit(cas) : [];

/** L'étape de l'affaire va changer : il faut d'abord la comprendre. */
export const etapeLisible: Garde = ({ snapshot, affaire }) =>
  affaire ? illisible(snapshot, 'affaires', affaire.ligne, 'etape') : [];

/** Le montant d'une nouvelle version est positif, et celui de la précédente se lit. */
export const montantDeVersion: Garde = ({ snapshot, devis, options }) => {
  const { montantHt } = options;
  if (typeof montantHt === 'number') {
    const numero = designer(devis);
    return montantHt > 0 ? [] : [probleme('MONTANT_NUL', { numero, montant: montantHt })];
  }
  return illisible(snapshot, 'devis', devis.ligne, 'montantHt');
};

/** Le statut du client va changer : il faut d'abord le comprendre. */
export const clientLisible: Garde = ({ snapshot, devis }) => {
  const client = devis.client && trouverClient(snapshot.tables.clients, devis.client);
  return client ? illisible(snapshot, 'clients', client.ligne, 'statut') : [];
};

/** Une date d'attente illisible n'est pas une absence d'attente. */
export const attenteLisible: Garde = ({ snapshot, devis }) =>
  illisible(snapshot, 'devis', devis.ligne, 'pasDeRelanceAvant');
