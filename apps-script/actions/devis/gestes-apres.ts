import { AFFAIRES } from '../../../src/classeur/tables/affaires';
import { DEVIS, MOTIFS } from '../../../src/classeur/tables/devis';
import { designer } from '../../../src/devis/designation';
import { champ, champRequis } from '../../formulaire/champ';
import { dateEcrite, JOUR, noterUneAction, UN_MOTIF, vers } from './commun';
import { formulaireGeste } from './geste';

/** La réponse du client, et ce qui la suit : un formulaire par geste. */

export const signer = formulaireGeste('devis.signer', {
  titre: 'Signer',
  bouton: 'Enregistrer la signature',
  champs: {
    forme: champRequis(AFFAIRES.colonnes.formeCommande),
    le: champ(AFFAIRES.colonnes.commandeLe, { aide: JOUR }),
  },
  geste: () => 'signer',
  options: ({ forme, le }) => ({ forme, le }),
  essai: () => ({ forme: 'Bon de commande' }),
  contenu: ({ contexte }) => ({ le: { valeur: contexte.aujourdHui } }),
  annonce: (_, { devis }) =>
    devis.affaire === null
      ? 'Le devis sera « Signé ».'
      : `Le devis sera « Signé », et l’affaire ${devis.affaire} attendra la vérification de sa commande.`,
  fautes: { FORME_INVALIDE: 'forme', DECISION_AVANT_ENVOI: 'le', DATE_FUTURE: 'le' },
  suites: (cible) => [noterUneAction(cible)],
});

const ISSUES = ['Refusé', 'Sans suite'] as const;

export const refuser = formulaireGeste('devis.refuser', {
  titre: 'Refusé ou sans suite',
  bouton: 'Enregistrer',
  champs: {
    issue: champRequis(DEVIS.colonnes.statut, { libelle: 'Décision', aide: '', choix: ISSUES }),
    motif: champRequis(DEVIS.colonnes.motif),
    concurrent: champ(DEVIS.colonnes.concurrent),
    le: champ(DEVIS.colonnes.decideLe, { aide: JOUR }),
    recontacterLe: champ(AFFAIRES.colonnes.recontacterLe),
  },
  geste: (valeurs) => (valeurs?.issue === 'Sans suite' ? 'classer' : 'refuser'),
  options: ({ motif, concurrent, le, recontacterLe }) => ({ motif, concurrent, le, recontacterLe }),
  essai: () => ({ motif: MOTIFS[0] }),
  contenu: ({ contexte }) => ({
    issue: { valeur: 'Refusé' },
    le: { valeur: contexte.aujourdHui },
  }),
  omis: ({ affaire }) => (affaire === null ? ['recontacterLe'] : []),
  annonce: (_, { devis, plan }) =>
    plan.changements.some(
      (c) => c.type === 'modifier' && c.table === 'affaires' && c.apres.etape === 'Perdue',
    )
      ? `Ses relances s’arrêtent, et l’affaire ${devis.affaire} sera « Perdue » : il ne lui reste pas d’autre devis.`
      : 'Ses relances s’arrêtent.',
  fautes: {
    MOTIF_INVALIDE: 'motif',
    DECISION_AVANT_ENVOI: 'le',
    DATE_FUTURE: 'le',
    RECONTACT_PASSE: 'recontacterLe',
  },
  suites: (cible) => [vers('reviser', cible)],
});

export const reviser = formulaireGeste('devis.reviser', {
  titre: 'Nouvelle version',
  bouton: 'Créer la version',
  champs: {
    montantHt: champ(DEVIS.colonnes.montantHt, { aide: 'Vide : celui de la version d’avant.' }),
  },
  geste: () => 'reviser',
  options: ({ montantHt }) => ({ montantHt }),
  essai: () => ({}),
  contenu: (_, { devis }) => ({ montantHt: { valeur: devis.montantHt } }),
  annonce: (_, { devis, plan }) =>
    `La version ${plan.resultat.version ?? 2} sera créée en brouillon. ${designer(devis)} ne sera remplacé qu’à l’envoi de celle-ci.`,
  fautes: { MONTANT_NUL: 'montantHt' },
  suites: (cible) => [vers('soumettre', cible)],
});

const NUMEROTES: ReadonlySet<string | null> = new Set(['Validé', 'Envoyé']);

export const annuler = formulaireGeste('devis.annuler', {
  titre: 'Annuler le devis',
  bouton: 'Annuler ce devis',
  champs: { motif: champ(UN_MOTIF) },
  geste: () => 'annuler',
  options: ({ motif }) => ({ motif }),
  essai: () => ({ motif: '…' }),
  contenu: (_, { devis }) => ({ motif: { requis: NUMEROTES.has(devis.statut) } }),
  annonce: (_, { devis }) =>
    NUMEROTES.has(devis.statut)
      ? `Le numéro ${devis.numero} ne resservira pas : le motif sera inscrit dans Registre.`
      : 'Aucun numéro n’a servi : la ligne restera, « Annulé ».',
  fautes: { MOTIF_MANQUANT: 'motif' },
  suites: () => [],
});

export const rouvrir = formulaireGeste('devis.rouvrir', {
  titre: 'Réouvrir',
  bouton: 'Réouvrir',
  champs: { motif: champ(UN_MOTIF) },
  geste: () => 'rouvrir',
  options: ({ motif }) => ({ motif }),
  essai: () => ({}),
  annonce: (_, essai) => {
    const relance = dateEcrite(essai, 'prochaineRelance');
    const suivie = relance === null ? '' : ` Sa prochaine relance viendra le ${relance}.`;
    return `La décision s’efface : le devis sera de nouveau « Envoyé ».${suivie}`;
  },
  fautes: {},
  suites: (cible) => [vers('signer', cible), vers('refuser', cible)],
});
