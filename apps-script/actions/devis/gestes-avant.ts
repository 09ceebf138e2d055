import { DEVIS } from '../../../src/classeur/tables/devis';
import { trouverClient } from '../../../src/clients/trouver-client';
import { estProvisoire } from '../../../src/devis/designation';
import { champ, champRequis } from '../../formulaire/champ';
import { suite } from '../vues';
import { dateEcrite, JOUR, noterUneAction, UN_MOTIF, vers } from './commun';
import { formulaireGeste } from './geste';

/** Du brouillon à l'envoi : un formulaire par geste. Les règles sont dans `src/devis/transitions`. */

export const soumettre = formulaireGeste('devis.soumettre', {
  titre: 'Soumettre à validation',
  bouton: 'Soumettre',
  champs: {},
  geste: () => 'soumettre',
  options: () => ({}),
  essai: () => ({}),
  annonce: () =>
    'Le devis passera « En validation » ; son numéro lui sera attribué quand il sera validé.',
  fautes: {},
  suites: (cible, { affaire }) => [
    vers('valider', cible),
    ...(affaire === null ? [] : [suite('Go/NoGo…', 'affaire.gonogo', affaire)]),
  ],
});

export const renvoyer = formulaireGeste('devis.renvoyer', {
  titre: 'Renvoyer à l’auteur',
  bouton: 'Renvoyer',
  champs: { motif: champRequis(UN_MOTIF, { aide: 'Ce qu’il faut reprendre.' }) },
  geste: () => 'renvoyer',
  options: ({ motif }) => ({ motif }),
  essai: () => ({ motif: '…' }),
  annonce: () => 'Le devis redeviendra un brouillon ; le motif sera noté dans Actions.',
  fautes: { MOTIF_MANQUANT: 'motif' },
  suites: (cible) => [vers('soumettre', cible)],
});

export const valider = formulaireGeste('devis.valider', {
  titre: 'Valider et numéroter',
  bouton: 'Valider',
  champs: {},
  geste: () => 'valider',
  options: () => ({}),
  essai: () => ({}),
  annonce: (_, { devis, plan }) =>
    estProvisoire(devis.numero)
      ? `Le numéro ${plan.resultat.numero} sera attribué à l’envoi de ce formulaire.`
      : `La version ${devis.version ?? 1} sera validée, sous le même numéro ${devis.numero}.`,
  fautes: {},
  autres: (cible) => [vers('renvoyer', cible)],
  suites: (cible) => [vers('envoyer', cible)],
});

export const envoyer = formulaireGeste('devis.envoyer', {
  titre: 'Marquer envoyé',
  bouton: 'Marquer envoyé',
  champs: {
    a: champRequis(DEVIS.colonnes.envoyeA),
    le: champ(DEVIS.colonnes.envoyeLe, { aide: JOUR }),
  },
  geste: () => 'envoyer',
  options: ({ a, le }) => ({ a, le }),
  essai: (_, devis) => ({ a: devis.envoyeA ?? 'a@exemple.fr' }),
  contenu: ({ snapshot, contexte }, { devis }) => {
    const client =
      devis.client === null ? null : trouverClient(snapshot.tables.clients, devis.client);
    return {
      a: {
        valeur: devis.envoyeA ?? client?.email ?? null,
        suggestions: [devis.envoyeA, client?.email].flatMap((adresse) => adresse ?? []),
      },
      le: { valeur: contexte.aujourdHui },
    };
  },
  annonce: (_, essai) => {
    const relance = dateEcrite(essai, 'prochaineRelance');
    const remplacee = essai.plan.changements.find(
      (c) => c.type === 'modifier' && c.table === 'devis' && c.apres.statut === 'Remplacé',
    );
    return [
      `S’il est parti aujourd’hui, l’offre tient jusqu’au ${dateEcrite(essai, 'validite') ?? ''}`,
      relance === null ? '.' : `, et sa première relance viendra le ${relance}.`,
      remplacee?.type === 'modifier' ? ` ${remplacee.nom} deviendra « Remplacé ».` : '',
    ].join('');
  },
  fautes: {
    DESTINATAIRE_MANQUANT: 'a',
    ADRESSE_INVALIDE: 'a',
    ENVOI_AVANT_VALIDATION: 'le',
    DATE_FUTURE: 'le',
  },
  suites: (cible) => [noterUneAction(cible)],
});
