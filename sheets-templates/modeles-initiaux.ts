import type { ValeursDe } from '../src/classeur/tables';
import { RELANCES_DE_DEPART } from '../src/relances/modeles-de-depart';

type Modele = ValeursDe<'modeles'>;

const texte = (...lignes: string[]): string => lignes.join('\n');

/** Reçue ? (J−15), appels confirmés par courriel, lettre à J+8 puis tous les 8 jours, contentieux à J+45. */
const RAPPELS = [16, 24, 32, 40] as const;

function relanceFacture(
  code: string,
  rang: number,
  delaiJours: number,
  objet: string,
  corps: string,
): Modele {
  return { code, usage: 'Relance facture', rang, delaiJours, objet, corps, actif: true };
}

const FORMULE_LETTRE = 'Nous vous prions d’agréer, Madame, Monsieur, nos salutations distinguées.';

const RELANCES_FACTURES: readonly Modele[] = [
  relanceFacture(
    'FACTURE-J-15',
    1,
    -15,
    'Facture {numero} : l’avez-vous bien reçue ?',
    texte(
      'Bonjour,',
      '',
      'Notre facture {numero} du {emiseLe}, d’un montant de {montantTtc} TTC, vient à échéance le {echeance}. Pouvez-vous me confirmer que vous l’avez reçue et qu’aucune pièce ne manque à son règlement (bon de commande, bon de livraison signé…) ?',
      '',
      'Je vous remercie et reste à votre disposition.',
      '',
      'Bien cordialement,',
      '{signature}',
    ),
  ),
  relanceFacture(
    'FACTURE-J0',
    2,
    0,
    'Facture {numero} : suite à notre appel',
    texte(
      'Bonjour,',
      '',
      'Je fais suite à notre appel : notre facture {numero}, d’un montant de {montantTtc} TTC, était à régler le {echeance}. Sauf erreur de notre part, elle ne l’est pas encore.',
      '',
      'Pouvez-vous me donner la date prévue de votre virement ? S’il est déjà parti, merci de ne pas tenir compte de ce message.',
      '',
      'Bien cordialement,',
      '{signature}',
    ),
  ),
  relanceFacture(
    'FACTURE-J+8',
    3,
    8,
    'Facture {numero} échue le {echeance} : premier rappel',
    texte(
      'Madame, Monsieur,',
      '',
      'Malgré notre appel, notre facture {numero} du {emiseLe}, d’un montant de {montantTtc} TTC, échue le {echeance}, reste à ce jour impayée.',
      '',
      'Nous vous remercions de la régler sous huit jours, ou de nous faire connaître la difficulté qui vous en empêche : nous chercherons une solution avec vous.',
      '',
      FORMULE_LETTRE,
      '{signature}',
    ),
  ),
  ...RAPPELS.map((jours, i) =>
    relanceFacture(
      `FACTURE-J+${jours}`,
      i + 4,
      jours,
      `Facture {numero} échue le {echeance} : ${['deuxième', 'troisième', 'quatrième', 'cinquième'][i]} rappel`,
      texte(
        'Madame, Monsieur,',
        '',
        `Notre facture {numero}, d’un montant de {montantTtc} TTC, est échue depuis le {echeance}. Nos rappels précédents sont restés sans effet.`,
        '',
        jours < 40
          ? 'Nous vous demandons de la régler sous huit jours. Si elle fait l’objet d’un désaccord, merci de nous l’écrire dès aujourd’hui.'
          : 'Sans règlement de votre part sous cinq jours, nous serons contraints de transmettre ce dossier à notre assureur-crédit. Nous préférerions vivement l’éviter.',
        '',
        FORMULE_LETTRE,
        '{signature}',
      ),
    ),
  ),
  relanceFacture(
    'FACTURE-J+45',
    8,
    45,
    'Facture {numero} : transmission à notre assureur-crédit',
    texte(
      'Madame, Monsieur,',
      '',
      'Notre facture {numero} du {emiseLe}, d’un montant de {montantTtc} TTC, échue le {echeance}, demeure impayée malgré nos appels et nos lettres.',
      '',
      'Comme nous vous l’avions annoncé, nous transmettons ce jour le dossier à notre assureur-crédit. Un règlement immédiat arrête cette procédure.',
      '',
      FORMULE_LETTRE,
      '{signature}',
    ),
  ),
];

const REMERCIEMENT: Modele = {
  code: 'MERCI',
  usage: 'Remerciement',
  rang: 1,
  delaiJours: null,
  objet: 'Merci de votre accueil',
  corps: texte(
    'Bonjour {contact|Madame, Monsieur},',
    '',
    'Merci du temps que vous m’avez accordé. J’ai bien noté que {client} n’a pas de besoin aujourd’hui.',
    '',
    'Si un projet se présente, ou si une question vous vient, n’hésitez pas à m’appeler : un premier avis ne vous engage à rien.',
    '',
    'Bien cordialement,',
    '{signature}',
  ),
  actif: true,
};

/** Les textes de départ (S1-8, S0-8, S0-31 à S0-34) ; chacun se change dans l'onglet Modèles. */
export const MODELES_INITIAUX: readonly Modele[] = [
  ...RELANCES_DE_DEPART.map((r): Modele =>
    Object.assign({ usage: 'Relance devis' as const, actif: true }, r),
  ),
  ...RELANCES_FACTURES,
  REMERCIEMENT,
];
